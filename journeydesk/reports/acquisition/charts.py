"""The charts of the week: stays, entry points, days, who applied, what they cost, and what in them needs attention."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from journeydesk.domain.periods import LONG_WEEKDAYS, TWO_LETTERS, Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.statuses import TAKEN_IN
from journeydesk.domain.time import day_of
from journeydesk.domain.words import figure, tr
from journeydesk.reports.behind import Behind, Criterion, behind
from journeydesk.reports.blocks.bars import Bar
from journeydesk.reports.blocks.columns import Stand, Tone
from journeydesk.reports.blocks.ranges import Range
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.money.amounts import minor_unit
from journeydesk.reports.report import Scope, day_words
from journeydesk.reports.shared.progress import Progress, groups, worst
from journeydesk.reports.shared.prospects import applied_between, applied_in
from journeydesk.reports.shared.regions import region_of
from journeydesk.reports.shared.shares import Share
from journeydesk.storage.reports.acquisition import Application, Inputs

_MOST_BARS = 6


def stays(settings: TeamSettings, progress: Progress) -> tuple[Range, ...]:
    """Median and middle half of the days in each stage but the last, of the cohort's stays that have ended."""
    limits: dict[int, int | None] = {stage.number: stage.limit_days for stage in settings.journeys[0].stages}
    return tuple(
        Range(
            stage.number,
            stage.name,
            stage.stay.lower,
            stage.stay.median,
            stage.stay.upper,
            limits[stage.number],
            stage.stay.n,
            progress.behind(stage, "reached"),
        )
        for stage in progress.stages[:-1]
    )


def entry_points(scope: Scope, inputs: Inputs, progress: Progress) -> tuple[Bar, ...]:
    """Each entry point of the cohort and the share that went on from the first stage, best first, with the change in points against the
    cohort of a week before."""
    journey = scope.settings.journeys[0]
    earlier = {name: stages[0].conversion.value for name, stages in groups(journey, inputs.reaches_before).items() if stages}
    bars = []
    for name, stages in groups(journey, inputs.reaches).items():
        if not name or not stages[0].reached:
            continue
        share, before = stages[0].conversion, earlier.get(name)
        change = None if share.value is None or before is None else round((share.value - before) * 100)
        words = tr("entered {span}, entry point {name}", span=progress.span_words, name=name)
        values: dict[str, str | int | float] = {**inputs.span.values, "group_name": name, "stage": inputs.span.ladder[0]}
        bars.append(Bar(name, share.value, share.words, share.n, change, behind("cohort by entry", words, values)))
    return tuple(sorted(bars, key=lambda bar: (-(bar.length or 0), -(bar.count or 0), bar.name))[:_MOST_BARS])


def per_day(settings: TeamSettings, week: Period, inputs: Inputs) -> tuple[Stand, ...]:
    """Applications of each day of the week before and of the week, in the team's time zone."""
    zone = settings.time_zone
    counts: Counter[date] = Counter(day_of(application.applied_on, zone) for application in (*inputs.before, *inputs.current))

    def stand(day: date) -> Stand:
        label, count = TWO_LETTERS[day.weekday()], counts[day]
        begins, ends = (datetime.combine(each, time(), zone) for each in (day, day + timedelta(days=1)))
        words = tr("{label} {day}: {count} applications", label=label, day=day_words(day), count=figure(count))
        tone: Tone = "current" if day >= week.first else "before"
        return Stand(label, count, tone, day.isoformat(), words, Behind(applied_between(begins, ends)))

    return tuple(stand(day) for period in (week.previous(), week) for day in period.days())


def distribution(
    scope: Scope, applications: Sequence[Application], value_of: Callable[[Application], str], field: str, none: str
) -> tuple[Bar, ...]:
    """How many applied of each kind, most first; those that say nothing last. `field` is the list's, empty where it has none."""
    counts = Counter(value_of(application) for application in applications)
    named = sorted(((name, count) for name, count in counts.items() if name), key=lambda item: (-item[1], item[0]))
    rest = sum(count for _, count in named[_MOST_BARS:])
    received = applied_in(scope.period, scope.settings)
    bars = [
        Bar(
            scope.words.shown("prospects", field, name) if field else name,
            float(count),
            figure(count),
            behind=Behind((*received, Criterion(field, "is", (name,)))) if field else None,
        )
        for name, count in named[:_MOST_BARS]
    ]
    if rest:
        bars.append(Bar(tr("others"), float(rest), figure(rest)))
    if counts[""]:
        bars.append(Bar(none, float(counts[""]), figure(counts[""])))
    return tuple(bars)


def country(application: Application) -> str:
    """The country that its phone number or website tells."""
    return region_of(application.phone, application.website)


def sources(scope: Scope, applications: Sequence[Application]) -> Table:
    """Each source with what it brought and what an application of it cost: the spend of the month by days of the week in it."""
    received = Counter(application.source for application in applications)
    accepted = Counter(application.source for application in applications if application.status in TAKEN_IN)
    spend = week_spend(scope)
    unit = minor_unit(scope.settings.currency)
    size = 10**unit.decimals
    names = sorted({*received, *(name for name in spend if name)}, key=lambda name: (-received[name], name))
    conditions = applied_in(scope.period, scope.settings)
    lines = []
    for name in names:
        cost, count = spend.get(name), received[name]
        each = "–" if cost is None or not count else unit.words(round(cost * size / count))
        opened = Behind((*conditions, Criterion("source", "is", (name,)))) if name else None
        shown = scope.words.shown("prospects", "source", name) if name else tr("No source")
        share = Share(accepted[name], count).whole_words if count else "–"
        lines.append(Line((shown, figure(count), share, "–" if cost is None else unit.words(round(cost * size)), each), opened))
    total = sum(spend.values())
    whole = sum(received.values())
    cost_each = unit.words(round(total * size / whole)) if spend and whole else "–"
    sums = Share(sum(accepted.values()), whole).whole_words if whole else "–"
    lines.append(
        Line((tr("All sources"), figure(whole), sums, unit.words(round(total * size)) if spend else "–", cost_each), total=True)
    )
    columns = (
        Column(tr("Source")),
        Column(tr("Received"), number=True, width=52),
        Column(tr("Accepted"), number=True, width=72),
        Column(tr("Spend"), number=True, width=58),
        Column(tr("Cost each"), number=True, look="strong", width=58),
    )
    title = (
        tr("An application cost {cost}", cost=cost_each)
        if spend and whole
        else tr("No spend is entered for this month, so nothing is said of cost")
    )
    return Table(
        title=title, note=tr("by source"), columns=columns, lines=tuple(lines), counted=tr("sources"), part=tr("Sources")
    )


def week_spend(scope: Scope) -> dict[str, float]:
    """What was spent on each source in the week: of each month its days' share."""
    spent: dict[str, float] = defaultdict(float)
    for day in scope.period.days():
        name = f"{day.year}-{day.month:02d}"
        by_source = scope.settings.spend.get(name, {})
        days = ((day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)).day
        for source, amount in by_source.items():
            spent[source] += float(amount) / days
    return dict(spent)


def attention(progress: Progress, ranges: Sequence[Range], days: Sequence[Stand]) -> tuple[tuple[str, str], ...]:
    """Up to three things to do, as (strong words, the rest)."""
    points: list[tuple[str, str]] = []
    half = len(days) // 2
    if half:
        drop, place = max((days[n].amount - days[n + half].amount, n) for n in range(half))
        if drop > 0:
            before, now = days[place].amount, days[place + half].amount
            points.append(
                (
                    tr("Applications fell most on {full_days}:", full_days=LONG_WEEKDAYS[place]),
                    tr("{now} instead of {before}.", now=now, before=before),
                )
            )
    leak = worst(progress.stages)
    if leak is not None:
        words = tr("{stage} loses most, {share}:", stage=leak.name, share=leak.drop_off.words)
        rest = tr("{n} of {all} did not go on so far.", n=figure(leak.stopped), all=figure(leak.reached))
        points.append((words, rest))
    slow = [each for each in ranges if each.over_limit and each.limit]
    if slow:
        slowest = max(slow, key=lambda each: (each.upper or 0) / (each.limit or 1))
        words = tr("{name}: the slowest quarter takes over {upper} days,", name=slowest.name, upper=figure(slowest.upper or 0))
        points.append((words, tr("limit {limit}.", limit=slowest.limit)))
    return tuple(points[:3])
