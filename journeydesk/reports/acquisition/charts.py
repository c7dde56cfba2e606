"""The charts of the week: funnel, stays, entry points, days, and what in them needs attention."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from statistics import median, quantiles

from journeydesk.domain.periods import Period
from journeydesk.domain.settings import Journey, TeamSettings
from journeydesk.domain.time import day_of, moment_of
from journeydesk.domain.words import figure, tr
from journeydesk.reports.behind import Behind, Criterion
from journeydesk.reports.blocks.bars import Bar
from journeydesk.reports.blocks.columns import Stand, Tone
from journeydesk.reports.blocks.funnel import FunnelStage
from journeydesk.reports.blocks.ranges import Range
from journeydesk.reports.judging import FEWEST
from journeydesk.reports.report import day_words
from journeydesk.reports.shared.prospects import applied_between, quarter_to
from journeydesk.storage.reports.acquisition import Inputs, Lead, StageMove

_FEWEST_STAYS = 4
"""Quartiles of fewer say nothing."""
_MOST_ENTRY_POINTS = 6
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_FULL_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def funnel(settings: TeamSettings, week: Period, moves: Sequence[StageMove]) -> tuple[FunnelStage, ...]:
    """How many prospects reached each stage, and how many of them went on: who reached a later stage passed the earlier."""
    furthest: dict[int, int] = {}
    for move in moves:
        furthest[move.prospect] = max(move.stage, furthest.get(move.prospect, 0))
    journey = settings.journeys[0]
    reached = [sum(stage >= number for stage in furthest.values()) for number in range(1, len(journey.stages) + 1)]
    losses = [a - b for a, b in pairwise(reached)]
    worst = max(range(len(losses)), key=lambda n: losses[n], default=None) if any(losses) else None
    applied = quarter_to(week, settings)
    stages = []
    for place, stage in enumerate(journey.stages):
        following = reached[place + 1] if place + 1 < len(reached) else None
        rate = following / reached[place] if following is not None and reached[place] >= FEWEST else None
        drop = reached[place] - following if following is not None else 0
        behind = Behind((*applied, Criterion("stage", "at_least", (stage.number,))))
        stages.append(FunnelStage(stage.number, stage.short, reached[place], rate, drop, place == worst, behind=behind))
    return tuple(stages)


def stays(journey: Journey, moves: Sequence[StageMove]) -> tuple[Range, ...]:
    """Median and middle half of the days between entering a stage and leaving it; open stays are not counted."""
    days: dict[int, list[float]] = defaultdict(list)
    for move, following in pairwise(moves):
        if move.prospect == following.prospect:
            days[move.stage].append((moment_of(following.at) - moment_of(move.at)).total_seconds() / 86400)
    ranges = []
    for stage in journey.stages[:-1]:
        ended = days[stage.number]
        lower, _, upper = quantiles(ended, n=4) if len(ended) >= _FEWEST_STAYS else (None, None, None)
        middle = median(ended) if ended else None
        behind = Behind((Criterion("stage", "is", (stage.number,)),), newest_first=False)
        ranges.append(Range(stage.number, stage.short, lower, middle, upper, stage.limit_days, len(ended), behind))
    return tuple(ranges)


def entry_points(settings: TeamSettings, week: Period, quarter: Sequence[Lead]) -> tuple[Bar, ...]:
    """Each entry point's leads of 90 days and the share of them that reached stage 2, best first, with the change in points
    against the first half of them."""
    earlier, applied = _rates(quarter[: len(quarter) // 2]), quarter_to(week, settings)
    bars = []
    for name, (count, rate) in _rates(quarter).items():
        before = earlier.get(name, (0, None))[1]
        change = round((rate - before) * 100) if rate is not None and before is not None else None
        words = tr("fewer than {fewest}", fewest=FEWEST) if rate is None else f"{rate:.0%}"
        behind = Behind((Criterion("entry_point", "contains", (name,)), *applied))
        bars.append(Bar(name, rate, words, count, change, behind))
    return tuple(sorted(bars, key=lambda bar: (-(bar.length or 0), -(bar.count or 0), bar.name))[:_MOST_ENTRY_POINTS])


def _rates(applicants: Iterable[Lead]) -> dict[str, tuple[int, float | None]]:
    leads: Counter[str] = Counter()
    reached: Counter[str] = Counter()
    for lead in applicants:
        if lead.entry:
            leads[lead.entry] += 1
            reached[lead.entry] += (lead.stage or 0) >= 2
    return {name: (count, reached[name] / count if count >= FEWEST else None) for name, count in leads.items()}


def per_day(settings: TeamSettings, week: Period, inputs: Inputs) -> tuple[Stand, ...]:
    """Applications of each day of the week before and of the week, in the team's time zone."""
    zone = settings.time_zone
    counts: Counter[date] = Counter(day_of(application.applied_on, zone) for application in (*inputs.before, *inputs.current))

    def stand(day: date) -> Stand:
        label, count = _DAYS[day.weekday()], counts[day]
        begins, ends = (datetime.combine(each, time(), zone) for each in (day, day + timedelta(days=1)))
        words = tr("{label} {day}: {count} applications", label=label, day=day_words(day), count=figure(count))
        tone: Tone = "current" if day >= week.first else "before"
        return Stand(label, count, tone, day.isoformat(), words, Behind(applied_between(begins, ends)))

    return tuple(stand(day) for period in (week.previous(), week) for day in period.days())


def attention(stages: Sequence[FunnelStage], ranges: Sequence[Range], days: Sequence[Stand]) -> tuple[tuple[str, str], ...]:
    """Up to three things to do, as (strong words, the rest)."""
    points: list[tuple[str, str]] = []
    half = len(days) // 2
    if half:
        worst, place = max((days[n].amount - days[n + half].amount, n) for n in range(half))
        if worst > 0:
            before, now = days[place].amount, days[place + half].amount
            points.append(
                (
                    tr("Applications fell most on {full_days}:", full_days=_FULL_DAYS[place]),
                    tr("{now} instead of {before}.", now=now, before=before),
                )
            )
    for stage, following in pairwise(stages):
        if stage.largest_loss:
            points.append(
                (
                    tr(
                        "{name} → {name_2} loses {drop_off} prospects,",
                        name=stage.name,
                        name_2=following.name,
                        drop_off=figure(stage.drop_off),
                    ),
                    tr("the largest drop."),
                )
            )
    slow = [each for each in ranges if each.over_limit and each.limit]
    if slow:
        slowest = max(slow, key=lambda each: (each.upper or 0) / (each.limit or 1))
        words = tr("{name}: the slowest quarter takes over {upper} days,", name=slowest.name, upper=figure(slowest.upper or 0))
        points.append((words, tr("limit {limit}.", limit=slowest.limit)))
    return tuple(points[:3])
