"""How a customer's use goes: calls by ISO week, and what they say beside four weeks before (docs/rules.md, "Planning review")."""

from collections.abc import Iterable
from datetime import date, timedelta

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import Period, week_of
from journeydesk.domain.words import figure, percent, tr

WEEKS = 12
"""So many weeks are shown."""
BACK = 4
"""The last week is compared with the one so many before."""


@dataclass(frozen=True, slots=True)
class UsageOfDay:
    """One day of use: calls, the share of them that failed, and people who were active."""

    day: date
    calls: int
    error_rate: float
    active: int


@dataclass(frozen=True, slots=True)
class UsageOfWeek:
    """One week of use; `active` is the most people of any of its days, `whole` False while it still runs."""

    week: Period
    calls: int
    errors: float
    active: int
    whole: bool


def weeks_of(days: Iterable[UsageOfDay], today: date) -> tuple[UsageOfWeek, ...]:
    """The last twelve weeks, the running one included, the oldest first; a week without a record has no calls."""
    weeks = [week_of(today - timedelta(weeks=back)) for back in range(WEEKS - 1, -1, -1)]
    by_week: dict[str, list[UsageOfDay]] = {week.name: [] for week in weeks}
    for day in days:
        by_week.get(week_of(day.day).name, []).append(day)
    return tuple(
        UsageOfWeek(
            week,
            sum(day.calls for day in by_week[week.name]),
            sum(day.calls * day.error_rate for day in by_week[week.name]),
            max((day.active for day in by_week[week.name]), default=0),
            week.last < today,
        )
        for week in weeks
    )


def last_whole(weeks: tuple[UsageOfWeek, ...]) -> int:
    """The place of the last week that is over."""
    return max((place for place, week in enumerate(weeks) if week.whole), default=len(weeks) - 1)


def finding(weeks: tuple[UsageOfWeek, ...]) -> str:
    """What the last whole week says beside the one four weeks before, without a full stop."""
    if not any(week.calls for week in weeks):
        return tr("No use yet")
    at = last_whole(weeks)
    now, before = weeks[at].calls, weeks[max(0, at - BACK)].calls
    if not before:
        return tr("Use began in the last four weeks") if now else tr("Nothing was used in the last week")
    change = now / before - 1
    if abs(change) < 0.05:
        return tr("Use is steady over four weeks")
    if 0.9 <= change <= 1.15:
        return tr("Usage doubled in four weeks")
    if change > 0:
        return tr("Usage rose by {share} in four weeks", share=percent(change))
    return tr("Usage fell by {share} in four weeks", share=percent(-change))


def beside(weeks: tuple[UsageOfWeek, ...]) -> str:
    """Both weeks in words: 412 calls in week 20, 205 in week 16."""
    at = last_whole(weeks)
    now, before = weeks[at], weeks[max(0, at - BACK)]
    return tr(
        "{calls} calls in week {week}, {before} in week {week_before}",
        calls=figure(now.calls),
        week=now.week.number,
        before=figure(before.calls),
        week_before=before.week.number,
    )


def beside_figure(weeks: tuple[UsageOfWeek, ...]) -> str:
    """The same beside the figure itself: calls in week 20, 205 in week 16."""
    at = last_whole(weeks)
    now, before = weeks[at], weeks[max(0, at - BACK)]
    return tr(
        "calls in week {week}, {before} in week {week_before}",
        week=now.week.number,
        before=figure(before.calls),
        week_before=before.week.number,
    )
