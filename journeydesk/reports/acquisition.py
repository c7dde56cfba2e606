"""The weekly acquisition report: figures out of plain rows (SPEC section 9)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from statistics import median, quantiles

from journeydesk.domain.periods import Period
from journeydesk.domain.settings import Journey, TeamSettings
from journeydesk.domain.statuses import ACCEPTED, TAKEN_IN
from journeydesk.domain.time import moment_of
from journeydesk.reports.figures import DayBar, EntryRow, FunnelStage, OwnerRow, ProspectLine, Report, State, StayBox, Tile
from journeydesk.storage.lists.report_inputs import Application, StageMove

FEWEST = 10
"""No percentage is shown for fewer (UX, weekly report)."""

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS_FULL = "January February March April May June July August September October November December".split()  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the figures are made of: the week's and the week before's applications, and 90 days of applications and moves."""

    current: Sequence[Application]
    before: Sequence[Application]
    quarter: Sequence[Application]
    moves: Sequence[StageMove]
    calls: Mapping[str, tuple[int, int]]
    now: datetime
    local_changes: int


@dataclass(frozen=True, slots=True)
class Measures:
    """One week's measures; None where there is no data."""

    received: int
    per_day: float
    qualified: int
    accepted: int
    conversion: float | None
    mean_score: float | None
    to_second: float | None
    first_call: float | None


def measures(applications: Sequence[Application], days: int, qualified_above: int) -> Measures:
    """Received, qualified (score above the limit), accepted, conversion = accepted ÷ received, mean score, the share that
    reached stage 2, and the median hours to the first call. `days` is how many days of the week have passed."""
    count = len(applications)
    scores = [a.score for a in applications if a.score is not None]
    accepted = sum(a.status in TAKEN_IN for a in applications)
    staged = [a for a in applications if a.stage is not None]
    waits = [
        (moment_of(a.first_call) - moment_of(a.applied_on)).total_seconds() / 3600
        for a in applications
        if a.first_call is not None
    ]
    return Measures(
        received=count,
        per_day=count / max(1, days),
        qualified=sum(score > qualified_above for score in scores),
        accepted=accepted,
        conversion=accepted / count if count else None,
        mean_score=sum(scores) / len(scores) if scores else None,
        to_second=sum((a.stage or 0) >= 2 for a in staged) / len(staged) if staged else None,
        first_call=median(waits) if waits else None,
    )


def state_of(value: float | None, target: float, close_within: float, *, less_is_better: bool = False) -> State:
    """On target, close (within the share of the target that the settings allow), below, or no data."""
    if value is None:
        return "No data"
    reached = target / value if less_is_better and value else value / target if target else 1.0
    if less_is_better and not value:
        return "On target"
    return "On target" if reached >= 1 else "Close" if reached >= close_within else "Below"


def _signed(value: float, digits: int = 0, unit: str = "") -> str:
    rounded = round(value, digits)
    if not rounded:
        return f"±0{unit}"
    return f"{'+' if rounded > 0 else '−'}{abs(rounded):,.{digits}f}{unit}"


def _percent(share: float | None) -> str:
    return "no data" if share is None else f"{share * 100:.0f}%"


def _delta(now: float | None, before: float | None, scale: float, digits: int, unit: str, versus: str) -> str:
    if now is None or before is None:
        return f"no comparison with {versus}"
    return f"{_signed((now - before) * scale, digits, unit)} vs {versus}"


def tiles(settings: TeamSettings, now: Measures, before: Measures, week: Period) -> tuple[Tile, ...]:
    """The four figures at the top, each with target, change and state."""
    targets, close = settings.targets, settings.targets["close_within"]
    versus = f"W{week.previous().number}"
    hours = targets["hours_to_first_call"]
    return (
        Tile(
            "New prospects",
            f"{now.received:,}",
            "",
            f"{targets['new_prospects_week']:.0f}",
            _delta(now.received, before.received, 1, 0, "", versus),
            state_of(now.received, targets["new_prospects_week"], close),
        ),
        Tile(
            "Applications per day",
            f"{now.per_day:.1f}",
            "",
            f"{targets['applications_per_day']:.1f}",
            _delta(now.per_day, before.per_day, 1, 1, "", versus),
            state_of(now.per_day, targets["applications_per_day"], close),
        ),
        Tile(
            "Discovery → Exploration",
            _percent(now.to_second),
            "",
            _percent(targets["first_to_second_stage"]),
            _delta(now.to_second, before.to_second, 100, 0, " pt", versus),
            state_of(now.to_second, targets["first_to_second_stage"], close),
        ),
        Tile(
            "Time to first call",
            "no data" if now.first_call is None else f"{now.first_call:.0f} h",
            "" if now.first_call is None else "median",
            f"{hours:.0f} h",
            _delta(now.first_call, before.first_call, 1, 0, " h", versus),
            state_of(now.first_call, hours, close, less_is_better=True),
        ),
    )


def more_measures(settings: TeamSettings, now: Measures, before: Measures, week: Period) -> tuple[Tile, ...]:
    """The rows of the page's table below the four."""
    versus = f"W{week.previous().number}"
    target = settings.targets["conversion"]
    score = "no data" if now.mean_score is None else f"{now.mean_score:.0f}"
    return (
        Tile(
            "Qualified, score above 30",
            f"{now.qualified:,}",
            "",
            "–",
            _delta(now.qualified, before.qualified, 1, 0, "", versus),
            "No data",
        ),
        Tile(
            "Accepted ÷ received",
            _percent(now.conversion),
            "",
            _percent(target),
            _delta(now.conversion, before.conversion, 100, 0, " pt", versus),
            state_of(now.conversion, target, settings.targets["close_within"]),
        ),
        Tile("Mean score", score, "", "–", _delta(now.mean_score, before.mean_score, 1, 0, "", versus), "No data"),
    )


def funnel(journey: Journey, moves: Sequence[StageMove]) -> tuple[FunnelStage, ...]:
    """How many prospects reached each stage, and how many of them went on: who reached a later stage passed the earlier."""
    furthest: dict[int, int] = {}
    for move in moves:
        furthest[move.prospect] = max(move.stage, furthest.get(move.prospect, 0))
    reached = [sum(stage >= number for stage in furthest.values()) for number in range(1, len(journey.stages) + 1)]
    losses = [a - b for a, b in pairwise(reached)]
    worst = max(range(len(losses)), key=lambda n: losses[n], default=None) if any(losses) else None
    stages = []
    for place, stage in enumerate(journey.stages):
        following = reached[place + 1] if place + 1 < len(reached) else None
        rate = following / reached[place] if following is not None and reached[place] >= FEWEST else None
        drop = reached[place] - following if following is not None else 0
        stages.append(FunnelStage(stage.number, stage.short, reached[place], rate, drop, place == worst))
    return tuple(stages)


def stays(journey: Journey, moves: Sequence[StageMove]) -> tuple[StayBox, ...]:
    """Median and middle half of the days between entering a stage and leaving it; open stays are not counted."""
    days: dict[int, list[float]] = defaultdict(list)
    for one, following in pairwise(moves):
        if one.prospect == following.prospect:
            days[one.stage].append((moment_of(following.at) - moment_of(one.at)).total_seconds() / 86400)
    boxes = []
    for stage in journey.stages[:-1]:
        found = days[stage.number]
        enough = len(found) >= 4
        quarters = quantiles(found, n=4) if enough else (None, None, None)
        boxes.append(
            StayBox(
                stage.number,
                stage.short,
                quarters[0],
                median(found) if found else None,
                quarters[2],
                stage.limit_days,
                len(found),
            )
        )
    return tuple(boxes)


def entry_points(current: Iterable[Application], before: Iterable[Application]) -> tuple[EntryRow, ...]:
    """Each entry point's leads and the share of them that reached stage 2, best first, with the change in points."""

    def rates(applications: Iterable[Application]) -> dict[str, tuple[int, float | None]]:
        leads: Counter[str] = Counter()
        on: Counter[str] = Counter()
        for one in applications:
            if one.entry:
                leads[one.entry] += 1
                on[one.entry] += (one.stage or 0) >= 2
        return {name: (count, on[name] / count if count >= FEWEST else None) for name, count in leads.items()}

    then = rates(before)
    rows = []
    for name, (count, rate) in rates(current).items():
        earlier = then.get(name, (0, None))[1]
        delta = round((rate - earlier) * 100) if rate is not None and earlier is not None else None
        rows.append(EntryRow(name, count, rate, delta))
    return tuple(sorted(rows, key=lambda row: (-(row.rate or 0), -row.leads, row.name))[:6])


def per_day(settings: TeamSettings, week: Period, inputs: Inputs) -> tuple[DayBar, ...]:
    """Applications of each day of the week before and of the week, in the team's time zone."""
    counts: Counter[date] = Counter(
        moment_of(one.applied_on).astimezone(settings.time_zone).date() for one in (*inputs.before, *inputs.current)
    )
    return tuple(
        DayBar(_DAYS[day.weekday()], counts[day], period is week) for period in (week.previous(), week) for day in period.days()
    )


def lead(settings: TeamSettings, now: Measures, before: Measures) -> str:
    """The week in a sentence or two, in the table's own numbers."""
    if not now.received:
        return "No applications were received in this week."
    target = settings.targets["new_prospects_week"]
    share = (now.received / target - 1) * 100 if target else 0
    against = f"{abs(share):.0f}% {'above' if share >= 0 else 'below'} target" if round(share) else "on target"
    call = ""
    if now.first_call is not None and before.first_call is not None:
        call = f", and the first call came {'faster' if now.first_call < before.first_call else 'later'}"
    goal = settings.targets["applications_per_day"]
    trend = "rose" if now.per_day > before.per_day else "fell" if now.per_day < before.per_day else "stayed"
    place = "above" if now.per_day > goal else "below" if now.per_day < goal else "at"
    return (
        f"{now.received:,} new prospects, {against}{call}. "
        f"Applications per day {trend} to {now.per_day:.1f}, {place} the target of {goal:.0f}."
    )


def attention(stages: Sequence[FunnelStage], boxes: Sequence[StayBox], bars: Sequence[DayBar]) -> tuple[tuple[str, str], ...]:
    """Up to three things to do, as (strong words, the rest)."""
    found: list[tuple[str, str]] = []
    half = len(bars) // 2
    if half:
        drops = [(bars[n].count - bars[n + half].count, n) for n in range(half)]
        worst, place = max(drops)
        if worst > 0:
            then, now = bars[place].count, bars[place + half].count
            found.append((f"Applications fell most on {_full_day(place)}:", f"{now} instead of {then}."))
    for one, following in pairwise(stages):
        if one.largest_loss:
            found.append((f"{one.name} → {following.name} loses {one.drop_off:,} prospects,", "the largest drop."))
    slow = [box for box in boxes if box.over_limit and box.upper is not None and box.limit]
    if slow:
        box = max(slow, key=lambda b: (b.upper or 0) / (b.limit or 1))
        found.append((f"{box.name}: the slowest quarter takes over {box.upper:.0f} days,", f"limit {box.limit}."))
    return tuple(found[:3])


def _full_day(place: int) -> str:
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[place]


def span_words(week: Period) -> str:
    """11–17 May 2026."""
    first, last = week.first, week.last
    if first.month == last.month:
        return f"{first.day}–{last.day} {_MONTHS_FULL[last.month - 1]} {last.year}"
    return f"{first.day} {_MONTHS[first.month - 1]} – {last.day} {_MONTHS[last.month - 1]} {last.year}"


def acquisition(settings: TeamSettings, week: Period, inputs: Inputs) -> Report:
    """The whole report."""
    local = inputs.now.astimezone(settings.time_zone)
    passed = min(7, max(1, (local.date() - week.first).days + 1))
    now = measures(inputs.current, passed, settings.score.qualified_above)
    before = measures(inputs.before, 7, settings.score.qualified_above)
    journey = settings.journeys[0]
    top = tiles(settings, now, before, week)
    stages, boxes, bars = funnel(journey, inputs.moves), stays(journey, inputs.moves), per_day(settings, week, inputs)
    received, accepted = (
        Counter(a.owner for a in inputs.current),
        Counter(a.owner for a in inputs.current if a.status == ACCEPTED),
    )
    people = sorted({*received, *inputs.calls} - {""})
    return Report(
        name="acquisition",
        title=f"Acquisition, week {week.number}",
        period=week.name,
        span=span_words(week),
        before=f"week {week.previous().number}",
        team=settings.team_name,
        lead=lead(settings, now, before),
        tiles=top,
        table=(*top, *more_measures(settings, now, before, week)),
        funnel=stages,
        stays=boxes,
        entries=entry_points(inputs.quarter, inputs.quarter[: len(inputs.quarter) // 2]),
        days=bars,
        day_target=settings.targets["applications_per_day"],
        attention=attention(stages, boxes, bars),
        owners=tuple(OwnerRow(p, received[p], accepted[p], *inputs.calls.get(p, (0, 0))) for p in people),
        prospects=tuple(_line(one) for one in inputs.current),
        method=_METHOD,
        as_of=f"{local:%a} {local.day} {_MONTHS[local.month - 1]} {local:%Y, %H:%M}",
        stamp=int(inputs.now.timestamp()),
        local_changes=inputs.local_changes,
    )


def _line(one: Application) -> ProspectLine:
    return ProspectLine(one.key, one.company, one.contact, one.source, "–" if one.score is None else str(one.score), one.status)


_METHOD = (
    "New prospects are applications received in the week, in the team's time zone.",
    "Discovery → Exploration is the share of the week's applications with a stage that reached stage 2 by now.",
    "Time to first call is the median of the hours from the application to the first logged call.",
    "The funnel counts, of the prospects that moved in the last 90 days, those that reached each stage or a later one.",
    "Time in stage takes stays that ended in the last 90 days; the bar is the middle half.",
    "Conversion by entry point covers 90 days; rates of fewer than 10 leads are not shown. The change is against its first half.",
)
