"""Days in words for a filter: `next Friday`, `2 weeks ago`, `this month` stay relative, so that a view says the same tomorrow; a
date stays what it is (docs/interface.md, "Days in filters").

A value is either an ISO date or words as they are written here. Words stand for one day, or for a span of days such as a month.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, timedelta

from journeydesk.domain.errors import UserError
from journeydesk.domain.filters.relative_words import relative_words
from journeydesk.domain.periods import MONTHS, WEEKDAYS, add_months, day_and_month, day_month_year, month_of, week_of
from journeydesk.domain.words import language_code, tr

Span = tuple[date, date]
"""The first and the last day, both included."""

_MOST = 1_000
"""So many days, weeks, months or years at most."""

_NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "ten": 10,
    "twelve": 12,
}
_COUNT = rf"(?P<count>\d{{1,4}}|{'|'.join(_NUMBERS)})"
_UNIT = r"(?P<unit>d(?:ays?)?|w(?:eeks?|ks?)?|m(?:onths?)?|y(?:ears?|rs?)?)"
# Compiled when they are first used: the first list of a start needs one of them.
_LENGTH = rf"{_COUNT} ?{_UNIT}"
_AGO = rf"{_COUNT} ?{_UNIT} ago"
_IN = rf"in {_COUNT} ?{_UNIT}"
_AHEAD = rf"{_COUNT} ?{_UNIT} (?:from now|ahead)"
_WEEKDAY = r"(?:on )?(?:(?P<which>last|this|next|coming) )?(?P<name>[a-z]{2,9})"
_PERIOD = (
    r"(?:(?P<edge>start|beginning|end) of )?(?:(?P<which>last|this|next) |(?<=of )(?:the )?)(?P<unit>week|month|quarter|year)"
)
_ISO = r"\d{4}-\d{2}-\d{2}"
_WEEKDAY_BEFORE = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* )?"
_DAY_MONTH = rf"{_WEEKDAY_BEFORE}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.? (?P<month>[a-z]{{3,9}})\.?(?: (?P<year>\d{{4}}))?"
_MONTH_DAY = r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?: (?P<year>\d{4}))?"
_DOTTED = r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})?"
_UNITS = ("day", "week", "month", "year")

HOW_TO_WRITE = tr("Write it like today, next Friday, in 2 weeks, 3 days ago, this month or 22 May.")
HOW_TO_WRITE_LENGTH = tr("Write it like 2 weeks, 30 days or 3 months.")


def day_value(text: str, today: date, past: bool = False) -> str | None:
    """What is kept of a day, or a span of days, in somebody's words: an ISO date, or words that stay relative; None where it is
    none. A day without its year is the one nearest to today, or with `past` the last one that was."""
    words = " ".join(text.casefold().replace(",", " ").split())
    for said in dict.fromkeys((words, _in_english(words))):
        with suppress(ValueError, OverflowError):
            if value := _relative(said) or _date(said, today, past):
                return value
    return None


def length_value(text: str) -> str | None:
    """What is kept of a length of time in somebody's words: `2 weeks`; None where it is none."""
    words = " ".join(text.casefold().split())
    match = re.fullmatch(_LENGTH, words) or re.fullmatch(_LENGTH, _in_english(words))
    return _length(match["count"], match["unit"]) if match else None


def span_of(value: str, today: date) -> Span:
    """The days that a value stands for, as of `today`. Raises UserError for one that is none."""
    try:
        if re.fullmatch(_ISO, value):
            day = date.fromisoformat(value)
            return day, day
        found = _span(value, today)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise UserError(tr("“{value}” is not a date. {how_to_write}", value=value, how_to_write=HOW_TO_WRITE))
    return found


def ahead(length: str, today: date) -> date:
    """The day so long after today. Raises UserError for what is no length."""
    return _shifted(length, today, 1)


def back(length: str, today: date) -> date:
    """The day so long before today. Raises UserError for what is no length."""
    return _shifted(length, today, -1)


def day_words(value: str, today: date, past: bool = False) -> str:
    """A value as people read it, which `day_value` takes back: `next Friday`, `22 May`, `22 May 2027`."""
    if not re.fullmatch(_ISO, value):
        return relative_words(value)
    day = date.fromisoformat(value)
    short = day_and_month(day)
    return short if day.year == today.year and day_value(short, today, past) == value else day_month_year(day)


def is_relative(value: str) -> bool:
    """Whether a value moves along with today."""
    return re.fullmatch(_ISO, value) is None


def _relative(words: str) -> str | None:
    if words in _NAMED:
        return words
    if match := re.fullmatch(_AGO, words):
        return _offset(match["count"], match["unit"], -1)
    if match := re.fullmatch(_IN, words) or re.fullmatch(_AHEAD, words):
        return _offset(match["count"], match["unit"], 1)
    if match := re.fullmatch(_PERIOD, words):
        edge = "" if match["edge"] is None else "end of " if match["edge"] == "end" else "start of "
        return f"{edge}{match['which'] or 'this'} {match['unit']}"
    match = re.fullmatch(_WEEKDAY, words)
    number = _begins(WEEKDAYS, match["name"], 2) if match else None
    if match is None or number is None:
        return None
    which = match["which"] or ""
    return WEEKDAYS[number - 1] if which in ("", "this", "coming") else f"{which} {WEEKDAYS[number - 1]}"


def _begins(names: tuple[str, ...], text: str, least: int) -> int | None:
    """The number, from 1, of the name that begins so."""
    if len(text) < least:
        return None
    return next((number for number, name in enumerate(names, 1) if name.casefold().startswith(text)), None)


def _count(text: str) -> int:
    count = _NUMBERS[text] if text in _NUMBERS else int(text)
    if count > _MOST:
        raise ValueError(text)
    return count


def _length(count: str, unit: str) -> str:
    name = next(each for each in _UNITS if each.startswith(unit[0]))
    number = _count(count)
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _offset(count: str, unit: str, way: int) -> str:
    length = _length(count, unit)
    if length in ("0 days", "1 day"):
        return next(name for name, days in _NAMED.items() if days == way * _count(count))
    return f"{length} ago" if way < 0 else f"{length} from now"


def _shifted(length: str, today: date, way: int) -> date:
    match = re.fullmatch(_LENGTH, length)
    if match is None:
        raise UserError(
            tr(
                "“{length}” is not a length of time. {how_to_write_length}",
                length=length,
                how_to_write_length=HOW_TO_WRITE_LENGTH,
            )
        )
    count, unit = way * _count(match["count"]), match["unit"][0]
    try:
        if unit in "dw":
            return today + timedelta(days=count * (7 if unit == "w" else 1))
        return add_months(today, count * (12 if unit == "y" else 1))
    except (ValueError, OverflowError):
        raise UserError(
            tr("“{length}” is too long. {how_to_write_length}", length=length, how_to_write_length=HOW_TO_WRITE_LENGTH)
        ) from None


def _span(words: str, today: date) -> Span | None:
    if words in _NAMED:
        day = today + timedelta(days=_NAMED[words])
        return day, day
    length, is_ago, _ = words.partition(" ago")
    if is_ago or words.endswith(" from now"):
        day = back(length, today) if is_ago else ahead(words.removesuffix(" from now"), today)
        return day, day
    if match := re.fullmatch(_PERIOD, words):
        first, last = _period(match["which"], match["unit"], today)
        return {"start": (first, first), "end": (last, last)}.get(match["edge"] or "", (first, last))
    which, _, name = words.rpartition(" ")
    if name not in WEEKDAYS or which not in ("", "next", "last"):
        return None
    day = _weekday(which, WEEKDAYS.index(name), today)
    return day, day


def _weekday(which: str, number: int, today: date) -> date:
    """As due dates are understood: Friday is the one to come, next Friday that of next week, last Friday the one that was."""
    if which == "next":
        return today - timedelta(days=today.weekday()) + timedelta(days=7 + number)
    if which == "last":
        return today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
    return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


_STEPS: Mapping[str, int] = {"last": -1, "this": 0, "next": 1}


def _period(which: str, unit: str, today: date) -> Span:
    step = _STEPS[which]
    spans: Mapping[str, Callable[[], Span]] = {
        "week": lambda: _days_of(today + timedelta(days=7 * step)),
        "month": lambda: _months(add_months(today.replace(day=1), step), 1),
        "quarter": lambda: _months(add_months(today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), 3 * step), 3),
        "year": lambda: _months(date(today.year + step, 1, 1), 12),
    }
    return spans[unit]()


def _days_of(day: date) -> Span:
    week = week_of(day)
    return week.first, week.last


def _months(first: date, count: int) -> Span:
    return first, month_of(add_months(first, count - 1)).last


def _date(words: str, today: date, past: bool) -> str | None:
    words = words.removeprefix("on ")
    if re.fullmatch(_ISO, words):
        return date.fromisoformat(words).isoformat()
    if match := re.fullmatch(_DOTTED, words):
        return _meant(int(match["day"]), int(match["month"]), match["year"], today, past)
    match = re.fullmatch(_DAY_MONTH, words) or re.fullmatch(_MONTH_DAY, words)
    month = _begins(MONTHS, match["month"], 3) if match else None
    return None if match is None or month is None else _meant(int(match["day"]), month, match["year"], today, past)


def _meant(day: int, month: int, year: str | None, today: date, past: bool) -> str:
    """A day and month in the year given, or the time nearest to today, or before it, that there is such a day."""
    if year:
        return date(int(year), month, day).isoformat()
    found = []
    for candidate in range(max(1, today.year - 8), min(9999, today.year + 8) + 1):
        try:
            each = date(candidate, month, day)
            if not past or each <= today:
                found.append(each)
        except ValueError:
            # The 29th of February comes in some years only.
            continue
    if not found:
        raise ValueError(f"{day} {month}")
    return min(found, key=lambda each: abs(each - today)).isoformat()


def _in_english(words: str) -> str:
    code = language_code()
    if code == "en":
        return words
    # Where nobody needs it, the first list does not wait for it.
    from journeydesk.domain.written.typed_days import in_english

    return in_english(words, code)
