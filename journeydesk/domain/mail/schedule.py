"""When the scheduled mails are due: the check-in once a week, the survey once a month (docs/rules.md, "E-mail").

A period is known by its name alone, so that every computer, awake or just woken, means the same one. What lies in a week or a month
that is over is left out: who slept through it writes none of it afterwards.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mail.templates import PMF_SURVEY, WEEKLY_CHECK_IN
from journeydesk.domain.periods import month_of, week_of


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a scheduled mail: its template, the period's name (2026-W48, 2026-11) and the moment it is due (aware)."""

    template: str
    period: str
    due: datetime


def rounds_due(now: datetime, zone: ZoneInfo, hour: int, survey_day: int) -> tuple[Round, ...]:
    """The rounds of the week and the month of `now` whose moment has come: Monday at the hour, and the month's day at the hour, or
    the Monday after where that is a weekend."""
    local = now.astimezone(zone)
    week = week_of(local.date())
    monday = datetime.combine(week.first, time(hour), zone)
    month = month_of(local.date())
    day = month.first + timedelta(days=survey_day - 1)
    day += timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
    survey = datetime.combine(day, time(hour), zone)
    rounds = (Round(WEEKLY_CHECK_IN, week.name, monday), Round(PMF_SURVEY, month.name, survey))
    return tuple(due for due in rounds if due.due <= now)
