"""Dates and times as files write them. In which order day and month stand a whole column decides."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Dates outside are taken for slips."""

_EXCEL_BEGINS = date(1899, 12, 30)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_SERIALS = (20_000, 80_000)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero ene", "feb february februar février fevrier febrero",
            "mar march mär märz maerz mrz mars marzo",
            "apr april avril abril abr", "may mai mayo", "jun june juni juin junio", "jul july juli juillet julio",
            "aug august août aout agosto ago", "sep sept september septembre septiembre", "oct october oktober okt octobre octubre",
            "nov november novembre noviembre", "dec december dezember dez décembre decembre diciembre dic",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})(\d{2})(\d{2})(?!\d)|(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_DAY_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+([^\W\d_]{3,10})\.?,?[\s-]+(\d{4})(?!\d)", re.I)
_NAME_DAY = re.compile(r"([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)", re.I)
_MONTH_NAME = re.compile(r"([^\W\d_]{3,10})\.?(?:\s+(?:de(?:l)?\s+)?(\d{4}|\d{2}))?", re.I)
_MONTH_NUMBERS = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})|(?P<m>\d{1,2})[-/. ](?P<y>\d{4})")
_TIME = re.compile(
    r"(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?", re.I
)
_COMPACT_TIME = re.compile(r"(\d{2})(\d{2})(\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?", re.I)


@dataclass(frozen=True, slots=True)
class DayOrder:
    """How a column writes its dates: `dmy` or `mdy`; `open` where every date could be read both ways."""

    order: str = "dmy"
    open: bool = False


def decide_order(cells: Iterable[str]) -> DayOrder:
    """The order of day and month in a column: the one that its dates can only mean; a point between them says day first."""
    votes = {"dmy": 0, "mdy": 0}
    either = points = 0
    for cell in cells:
        match = _NUMBERS.match(cell.strip())
        if not match:
            continue
        first, second = int(match[1]), int(match[3])
        if first > 12 >= second:
            votes["dmy"] += 1
        elif second > 12 >= first:
            votes["mdy"] += 1
        elif match[2] == ".":
            points += 1
        elif first != second:
            either += 1
    if votes["dmy"] == votes["mdy"]:
        return DayOrder(open=votes["dmy"] > 0 or (either > 0 and not points))
    return DayOrder("dmy" if votes["dmy"] > votes["mdy"] else "mdy")


def parse_day(text: str, order: str = "dmy") -> date:
    """The day that a text means; a time after it is passed over. Raises ValueError with the reason for anything else."""
    day, rest = _day_and_rest(text.strip(), order)
    if rest:
        _time(rest)
    return day


def parse_month(text: str, today: date) -> date:
    """The first day of the month that a text means: May 2026, 5/2026, 2026-05; without a year the last one that has begun `today`.

    Raises ValueError for anything else.
    """
    text = text.strip()
    if match := _MONTH_NUMBERS.fullmatch(text):
        return _checked(int(match["year"] or match["y"]), int(match["month"] or match["m"]), 1)
    match = _MONTH_NAME.fullmatch(text)
    number = _MONTHS.get(match[1].casefold()) if match else None
    if match is None or number is None:
        raise ValueError(tr("is not a month"))
    if match[2]:
        return _checked(int(match[2]) + (2_000 if len(match[2]) == 2 else 0), number, 1)
    return date(today.year - (number > today.month), number, 1)


def parse_instant(text: str, zone: tzinfo, order: str = "dmy") -> datetime:
    """The instant in UTC that a text means; without a zone of its own it is the clock of `zone`, without a time its midnight.

    Raises ValueError with the reason.
    """
    day, rest = _day_and_rest(text.strip(), order)
    if isinstance(rest, timedelta):
        return (datetime.combine(day, time(), zone) + rest).astimezone(UTC)
    clock, offset = _time(rest) if rest else (time(), None)
    try:
        return datetime.combine(day, clock, offset or zone).astimezone(UTC)
    except OverflowError:
        raise ValueError(tr("is beyond what a calendar holds")) from None


def _day_and_rest(text: str, order: str) -> tuple[date, "str | timedelta"]:
    if _SERIAL.fullmatch(text):
        serial = float(text)
        if not _SERIALS[0] <= serial <= _SERIALS[1]:
            raise ValueError(tr("is not a date"))
        day = _EXCEL_BEGINS + timedelta(days=int(serial))
        seconds = round((serial - int(serial)) * 86_400)
        return day, timedelta(seconds=seconds) if seconds else ""
    for pattern, read in ((_ISO, _iso), (_NUMBERS, _numbers), (_DAY_NAME, _day_name), (_NAME_DAY, _name_day)):
        match = pattern.match(text)
        if match:
            year, month, day_of_month = read(match, order)
            return _checked(year, month, day_of_month), text[match.end() :]
    raise ValueError(tr("is not a date"))


def _iso(match: re.Match[str], _order: str) -> tuple[int, int, int]:
    year, month, day = (int(part) for part in match.groups() if part is not None)
    return year, month, day


def _numbers(match: re.Match[str], order: str) -> tuple[int, int, int]:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:
        year += 2000 if year < 70 else 1900
    # A date that can only be meant the other way is no slip: the column was decided by its neighbours.
    if (order == "dmy" and second > 12 >= first) or (order == "mdy" and first > 12 >= second):
        raise ValueError(tr("has no month {second}", second=second if order == "dmy" else first))
    return (year, second, first) if order == "dmy" else (year, first, second)


def _day_name(match: re.Match[str], _order: str) -> tuple[int, int, int]:
    return int(match[3]), _month(match[2]), int(match[1])


def _name_day(match: re.Match[str], _order: str) -> tuple[int, int, int]:
    return int(match[3]), _month(match[1]), int(match[2])


def _month(name: str) -> int:
    month = _MONTHS.get(name.casefold())
    if month is None:
        raise ValueError(tr("has no month “{name}”", name=name))
    return month


def _checked(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(
            tr(
                "has the year {year}; years from {first_year} to {last_year} are taken",
                year=year,
                first_year=FIRST_YEAR,
                last_year=LAST_YEAR,
            )
        )
    if not 1 <= month <= 12:
        raise ValueError(tr("has no month {month}", month=month))
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(tr("has no day {day} in that month", day=day)) from None


def _time(rest: "str | timedelta") -> tuple[time, tzinfo | None]:
    if isinstance(rest, timedelta):
        return time(), None
    body = rest.strip().removeprefix("T").removeprefix("t").removeprefix(",").removeprefix("at ").strip()
    if rest and rest[0] not in " Tt,":
        raise ValueError(tr("goes on with “{rest}”", rest=rest[:20]))
    match = _COMPACT_TIME.fullmatch(body)
    if match:
        return _clock(int(match[1]), int(match[2]), int(match[3] or 0), "", ""), _offset(match[4])
    match = _TIME.fullmatch(body)
    if not match or not (match[2] or match[5]):
        raise ValueError(tr("goes on with “{body}”, which is no time", body=body[:20]))
    return _clock(int(match[1]), int(match[2] or 0), int(match[3] or 0), match[4] or "", match[5] or ""), _offset(match[6])


def _clock(hour: int, minute: int, second: int, fraction: str, half: str) -> time:
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(tr("has no hour {hour} {half}", hour=hour, half=half))
        hour = hour % 12 + (12 if half.casefold().startswith("p") else 0)
    try:
        return time(
            hour, minute, min(second, 59) if second == 60 else second, int((fraction + "000000")[:6]) if fraction else 0
        )
    except ValueError:
        raise ValueError(tr("has no such time of day")) from None


def _offset(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text.upper() in ("Z", "UTC", "GMT"):
        return UTC
    digits = text[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    if minutes > 14 * 60:
        raise ValueError(tr("has the offset {text}, which no place has", text=text))
    return timezone(timedelta(minutes=minutes if text[0] == "+" else -minutes))
