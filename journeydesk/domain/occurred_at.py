"""When something happened, in plain words: `now`, `9:31`, `yesterday 16:00`, `20m ago`, `mon 10:00`, `2026-05-18 10:00`."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.periods import WEEKDAYS
from journeydesk.domain.words import tr
from journeydesk.domain.written.typed_days import first_meaning

_WEEKDAYS = tuple(name.casefold() for name in WEEKDAYS)
_CLOCK = re.compile(r"(?:at )?(\d{1,2})[:.](\d{2})$")
_AGO = re.compile(r"(\d{1,4}) ?(m|min|minutes?|h|hours?|d|days?) ago$")
_HOW = tr("Write it like 9:31, yesterday 16:00, 20m ago or 2026-05-18 10:00.")


def parse_occurred_at(text: str, now: datetime, zone: ZoneInfo, field: str = "") -> datetime:
    """The instant in UTC. Raises ValueRefused for what is not understood or is still to come."""
    field = field or tr("When")
    words = " ".join(text.casefold().replace(",", " ").split())
    refusal = ValueRefused(
        field, tr("{field}: “{text}” is not a time that can be understood. {how}", field=field, text=text.strip(), how=_HOW)
    )
    try:
        instant = first_meaning(words, lambda said: _instant(said, now, zone))
    except (ValueError, OverflowError):
        raise refusal from None
    if instant is None:
        raise refusal
    if instant > now:
        raise ValueRefused(field, tr("{field}: “{text}” is still to come. {how}", field=field, text=text.strip(), how=_HOW))
    return instant


def _instant(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    if words in ("", "now"):
        return now.astimezone(UTC)
    if ago := _AGO.fullmatch(words):
        unit = {"m": "minutes", "h": "hours", "d": "days"}[ago[2][0]]
        return now.astimezone(UTC) - timedelta(**{unit: int(ago[1])})
    clock = _CLOCK.search(words)
    if clock is None:
        return None
    today = now.astimezone(zone).date()
    day = _day(words[: clock.start()].strip(), today)
    if day is None:
        return None
    return datetime.combine(day, time(int(clock[1]), int(clock[2])), zone).astimezone(UTC)


def _day(words: str, today: date) -> date | None:
    if words in ("", "today"):
        return today
    if words == "yesterday":
        return today - timedelta(days=1)
    number = next((n for n, name in enumerate(_WEEKDAYS) if len(words) >= 2 and name.startswith(words)), None)
    if number is not None:
        # The Monday that a call was on is the last one, today included.
        return today - timedelta(days=(today.weekday() - number) % 7)
    return date.fromisoformat(words)
