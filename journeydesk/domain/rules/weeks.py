"""A customer's use this week against the week before, day by day (docs/rules.md, "Alert rules")."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.numbers import whole
from journeydesk.domain.time import day_of, end_of
from journeydesk.domain.words import tr

USAGE_LEAST_CALLS = whole("alerts.usage_least_calls", 0, 1_000_000_000, tr("Only weeks of at least"), tr("calls"))
"""Weeks below so many calls are too small to speak of halves and doubles."""

_LOOK_BACK = 20


def week_on_week(facts: ProspectFacts, day: date) -> tuple[int, int]:
    """Calls of the seven days before the last seven up to `day`, and of those."""
    before = now = 0
    for use in facts.usage:
        age = (day - use.day).days
        if 0 <= age < 7:
            now += use.calls
        elif 7 <= age < 14:
            before += use.calls
    return before, now


def tomorrow(facts: ProspectFacts, settings: TeamSettings, now: str, alerts: Sequence[AlertDraft] = ()) -> str | None:
    """When to look at a customer again: with the next day where there is use, for who stops using sends nothing that would say
    so, and where something stands."""
    today = day_of(now, settings.time_zone)
    return end_of(today, settings.time_zone) if facts.usage or alerts else None


def run_start(until: date, holds: Callable[[date], bool]) -> date | None:
    """The first of the days up to `until` on which something has held without a break; None where it does not hold then."""
    if not holds(until):
        return None
    day = until
    while (until - day).days < _LOOK_BACK and holds(day - timedelta(days=1)):
        day -= timedelta(days=1)
    return day


def week_name(day: date) -> str:
    """Its ISO week: late figures that shift a run by a day leave its cause as it was."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"
