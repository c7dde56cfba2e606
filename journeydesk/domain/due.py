"""Due dates in plain words (docs/rules.md, "Due dates"): `fri 14:30`, `3d`, `tomorrow`, `next month`, `2026-05-22`,
`in 2 weeks`.

Spans are counted from today in the given zone; one that would end on a weekend or a holiday moves to the next working day. A day
that is named (a weekday, a date, tomorrow) is taken at its word.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import MONTHS, WEEKDAYS, add_months, month_of
from journeydesk.domain.words import tr
from journeydesk.domain.working_days import WorkingDays
from journeydesk.domain.written.typed_days import first_meaning

_MOST_DAYS = 3660
_WEEKDAYS = tuple(name.casefold() for name in WEEKDAYS)
_MONTHS = tuple(name.casefold() for name in MONTHS)
_TIMES = {
    "morning": time(9),
    "noon": time(12),
    "midday": time(12),
    "afternoon": time(14),
    "evening": time(18),
    "tonight": time(20),
}
_CLOCK = re.compile(r"(?:at )?(?:(\d{1,2}):(\d{2})|(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)|(\d{1,2}) ?h|(?<=at )(\d{1,2}))$")
_WORD_TIME = re.compile(r"(?:in the |at )?(morning|noon|midday|afternoon|evening)$|(tonight)$")
_SPAN = re.compile(
    r"(?:in )?(\d{1,4}|an?|one|two|three|four|five|six) ?"
    r"(working days?|business days?|wd|min(?:ute)?s?|h(?:ours?)?|d(?:ays?)?|w(?:eeks?|k)?|m(?:onths?)?|y(?:ears?)?)$"
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]+)\.?(?:,? (\d{4}))?$")
_MONTH_DAY = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?$")
_EXAMPLES = tr("Write it like fri 14:30, 3d, tomorrow, next month or 2026-05-22.")


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due: a day, and the instant (UTC) where a time of day was given."""

    day: date
    moment: datetime | None = None

    def instant(self, hour: int, zone: ZoneInfo) -> datetime:
        """The instant in UTC; a day without a time is due at this hour."""
        return self.moment or datetime.combine(self.day, time(hour), zone).astimezone(UTC)


def parse_due(text: str, now: datetime, zone: ZoneInfo, days: WorkingDays, field: str = "") -> Due:
    """What somebody typed, as of `now` (aware). Raises ValueRefused with the field, what was found and how to write it."""
    field = field or tr("Due")
    words = " ".join(text.casefold().replace(",", " ").split())
    refusal = ValueRefused(
        field,
        tr(
            "{field}: “{text}” is not a date that can be understood. {examples}",
            field=field,
            text=text.strip(),
            examples=_EXAMPLES,
        ),
    )
    if not words:
        raise refusal
    local = now.astimezone(zone)
    try:
        due = first_meaning(words, lambda said: _understood(said, now, zone, days))
    except (ValueError, OverflowError):
        raise refusal from None
    if due is None:
        raise refusal
    if due.day < local.date() or (due.moment is not None and due.moment <= now.astimezone(UTC)):
        raise ValueRefused(
            field, tr("{field}: “{text}” is in the past. {examples}", field=field, text=text.strip(), examples=_EXAMPLES)
        )
    if (due.day - local.date()).days > _MOST_DAYS:
        raise ValueRefused(
            field,
            tr("{field}: “{text}” is more than ten years away. {examples}", field=field, text=text.strip(), examples=_EXAMPLES),
        )
    return due


def _understood(words: str, now: datetime, zone: ZoneInfo, days: WorkingDays) -> Due | None:
    return _exact(words, zone) or _span_of_hours(words, now, zone) or _day_and_time(words, now.astimezone(zone), zone, days)


def _exact(words: str, zone: ZoneInfo) -> Due | None:
    """A whole moment in ISO 8601."""
    if not re.match(r"\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}(?!.*[ap]m$)", words):
        return None
    moment = datetime.fromisoformat(words.upper())
    moment = (moment.replace(tzinfo=zone) if moment.tzinfo is None else moment).astimezone(UTC)
    return Due(moment.astimezone(zone).date(), moment)


def _span_of_hours(words: str, now: datetime, zone: ZoneInfo) -> Due | None:
    match = _SPAN.fullmatch(words)
    if not match or not (match[2].startswith("min") or match[2].startswith("h")):
        return None
    count = _count(match[1])
    span = timedelta(minutes=count) if match[2].startswith("min") else timedelta(hours=count)
    # Hours pass the same whatever clocks do.
    moment = now.astimezone(UTC) + span
    return Due(moment.astimezone(zone).date(), moment)


def _day_and_time(words: str, local: datetime, zone: ZoneInfo, days: WorkingDays) -> Due | None:
    rest, clock = _split_time(words)
    if rest:
        day = _day(rest, local.date(), days)
    elif clock is None:
        return None
    else:
        # A time alone is today's, or tomorrow's where it has passed.
        day = local.date() if _at(local.date(), clock, zone) > local.astimezone(UTC) else local.date() + timedelta(days=1)
    if day is None:
        return None
    return Due(day) if clock is None else Due(day, _at(day, clock, zone))


def _at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)


def _split_time(words: str) -> tuple[str, time | None]:
    """The words without the time of day at their end, and that time."""
    named = _WORD_TIME.search(words)
    if named:
        rest = words[: named.start()].strip()
        return ("today" if named[2] and not rest else rest), _TIMES[named[1] or named[2]]
    for match in _CLOCK.finditer(words):
        if match.start() and words[match.start() - 1] != " ":
            continue
        rest = words[: match.start()].strip()
        if match[6] and rest and not _is_day(rest):
            continue
        return rest, _clock(match)
    return words, None


def _is_day(words: str) -> bool:
    return not words.startswith("in")


def _clock(match: re.Match[str]) -> time:
    if match[1]:
        return time(int(match[1]), int(match[2]))
    if match[3]:
        hour = int(match[3])
        if not 1 <= hour <= 12:
            raise ValueError(match[0])
        return time(hour % 12 + (12 if match[5] == "pm" else 0), int(match[4] or 0))
    return time(int(match[6] or match[7]))


def _day(words: str, today: date, days: WorkingDays) -> date | None:
    named = {
        "today": today,
        "now": today,
        "tomorrow": today + timedelta(days=1),
        "tmr": today + timedelta(days=1),
        "tom": today + timedelta(days=1),
        "day after tomorrow": today + timedelta(days=2),
        "the day after tomorrow": today + timedelta(days=2),
    }
    return (
        named.get(words)
        or _edge(words, today, days)
        or _weekday(words, today)
        or _span(words, today, days)
        or _date(words, today)
    )


def _edge(words: str, today: date, days: WorkingDays) -> date | None:
    """Next week and month, and the ends of this one."""
    monday = today - timedelta(days=today.weekday())
    if words == "next week":
        return days.on_or_after(monday + timedelta(days=7))
    if words == "next month":
        return days.on_or_after(add_months(today, 1))
    if words == "next year":
        return days.on_or_after(add_months(today, 12))
    if words in ("end of week", "end of the week", "end of this week", "eow"):
        return _last_working(today, monday + timedelta(days=6), days)
    if words in ("end of month", "end of the month", "end of this month", "eom"):
        return _last_working(today, month_of(today).last, days)
    return None


def _last_working(first: date, last: date, days: WorkingDays) -> date:
    """The last working day of a span, or its last day where none is left."""
    day = last
    while day >= first:
        if days.works(day):
            return day
        day -= timedelta(days=1)
    return last


def _weekday(words: str, today: date) -> date | None:
    prefix, _, name = words.rpartition(" ")
    number = next((n for n, full in enumerate(_WEEKDAYS) if len(name) >= 2 and full.startswith(name)), None)
    if number is None or prefix not in ("", "on", "this", "next", "coming"):
        return None
    if prefix == "next":
        return today - timedelta(days=today.weekday()) + timedelta(days=7 + number)
    # Friday said on a Friday is the one to come.
    return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def _date(words: str, today: date) -> date | None:
    words = words.removeprefix("on ")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
        return date.fromisoformat(words)
    if match := _DOTTED.fullmatch(words):
        return _coming(int(match[1]), int(match[2]), match[3], today)
    if match := _DAY_MONTH.fullmatch(words):
        return _coming(int(match[1]), _month(match[2]), match[3], today)
    if match := _MONTH_DAY.fullmatch(words):
        return _coming(int(match[2]), _month(match[1]), match[3], today)
    return None


def _month(name: str) -> int:
    number = next((n for n, full in enumerate(_MONTHS, 1) if len(name) >= 3 and full.startswith(name)), None)
    if number is None:
        raise ValueError(name)
    return number


def _coming(day: int, month: int, year: str | None, today: date) -> date:
    """A day and month in the year given, or the next time that it comes."""
    if year:
        return date(int(year), month, day)
    for candidate in range(today.year, today.year + 9):
        try:
            day_of_year = date(candidate, month, day)
        except ValueError:
            # The 29th of February comes in some years only.
            continue
        if day_of_year >= today:
            return day_of_year
    raise ValueError(f"{day} {month}")


def _count(text: str) -> int:
    return _NUMBERS[text] if text in _NUMBERS else int(text)


def _span(words: str, today: date, days: WorkingDays) -> date | None:
    match = _SPAN.fullmatch(words)
    if not match:
        return None
    count, unit = _count(match[1]), match[2]
    if unit.startswith(("working", "business", "wd")):
        return days.add(today, min(count, _MOST_DAYS))
    if unit.startswith("d"):
        return days.on_or_after(today + timedelta(days=count))
    if unit.startswith("w"):
        return days.on_or_after(today + timedelta(weeks=count))
    return days.on_or_after(add_months(today, count * (12 if unit.startswith("y") else 1)))
