"""Moments as they are stored, and the days of a time zone.

A stored moment is text, UTC with milliseconds and `Z`: `2026-05-22T14:30:00.000Z`. Text order is time order, so moments are
compared, sorted and indexed as they are.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from journeydesk.domain.periods import day_and_month, day_month_year

_LENGTH = len("2026-05-22T14:30:00.000")


def moment_text(moment: datetime) -> str:
    """An aware datetime as a stored moment; what is below a millisecond is cut off."""
    # A format of its own would be read anew for each of the many that a sync compares.
    return f"{moment.astimezone(UTC).isoformat(timespec='milliseconds')[:_LENGTH]}Z"


def moment_of(text: str) -> datetime:
    """The aware UTC datetime of a stored moment, or of any ISO 8601 text, UTC where it has no offset. Raises ValueError."""
    parsed = datetime.fromisoformat(text)
    try:
        return parsed.replace(tzinfo=UTC) if parsed.tzinfo is None else parsed.astimezone(UTC)
    except OverflowError:
        raise ValueError(f"{text} is out of range in UTC") from None


def is_moment_text(text: str) -> bool:
    """Whether a text that `moment_of` can read has the form of a stored moment already."""
    return (
        len(text) == _LENGTH + 1
        and text[-1] == "Z"
        and text[4] == text[7] == "-"
        and text[10] == "T"
        and text[13] == text[16] == ":"
        and text[19] == "."
    )


def later(at: str, *, days: int = 0, hours: int = 0, minutes: int = 0, milliseconds: int = 0) -> str:
    """The stored moment so much time after `at`; a day is 24 hours, whatever clocks do."""
    return moment_text(moment_of(at) + timedelta(days=days, hours=hours, minutes=minutes, milliseconds=milliseconds))


def day_in_words(day: date, today: date | None = None) -> str:
    """A day for people: 18 May 2026, without the year where it is today's."""
    return day_and_month(day) if today is not None and day.year == today.year else day_month_year(day)


@lru_cache(maxsize=2048)
def start_of(day: date, zone: ZoneInfo) -> str:
    """The stored moment at which a day begins in a zone."""
    return moment_text(datetime.combine(day, time(), zone))


def end_of(day: date, zone: ZoneInfo) -> str:
    """The stored moment at which a day is over in a zone, which is when the next begins."""
    return start_of(day + timedelta(days=1), zone)


def day_of(at: str, zone: ZoneInfo) -> date:
    """The day on which a stored moment lies in a zone."""
    return moment_of(at).astimezone(zone).date()
