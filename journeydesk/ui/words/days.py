"""Days and times that are understood from plain words, said back."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from journeydesk.domain.due import Due
from journeydesk.domain.periods import short_weekday
from journeydesk.domain.words import tr
from journeydesk.ui.words.figures import short_day


def day_words(day: date, today: date) -> str:
    """Fri 22 May; today, tomorrow and yesterday by their names."""
    named = {0: tr("today"), 1: tr("tomorrow"), -1: tr("yesterday")}.get((day - today).days)
    return named or f"{short_weekday(day)} {short_day(day, today)}"


def full_day(day: date, today: date) -> str:
    """Fri 22 May, with how it is called where it is near: "tomorrow, Wed 20 May"."""
    named = {0: tr("today"), 1: tr("tomorrow")}.get((day - today).days)
    words = f"{short_weekday(day)} {short_day(day, today)}"
    return f"{named}, {words}" if named else words


def due_words(due: Due, zone: ZoneInfo, today: date) -> str:
    """The date understood, with its time where one was given."""
    words = full_day(due.day, today)
    return f"{words}, {due.moment.astimezone(zone):%H:%M}" if due.moment else words


def moment_day(moment: datetime, zone: ZoneInfo, today: date) -> str:
    """Today, 09:31; yesterday, 16:40; Fri 22 May, 14:30."""
    local = moment.astimezone(zone)
    return f"{day_words(local.date(), today)}, {local:%H:%M}"


def ago_words(moment: datetime, now: datetime) -> str:
    """Just now, 5 min ago, 2 h ago, 3 d ago."""
    passed = now - moment
    if passed < timedelta(minutes=1):
        return tr("just now")
    if passed < timedelta(hours=1):
        return tr("{total_seconds} min ago", total_seconds=int(passed.total_seconds() // 60))
    return (
        tr("{total_seconds} h ago", total_seconds=int(passed.total_seconds() // 3600))
        if passed < timedelta(days=1)
        else tr("{days} d ago", days=passed.days)
    )
