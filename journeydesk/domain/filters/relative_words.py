"""Days and lengths of filters as a person reads them, which `when.day_value` and `when.length_value` take back; they are kept in
English."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from journeydesk.domain.periods import WEEKDAYS, weekday_name
from journeydesk.domain.words import figure, language_code, tr, tr_count

_OFFSET = re.compile(r"(\d+) (day|week|month|year)s?( ago| from now)?")
_EDGE = re.compile(r"(start|end) of (.+)")
_A_MONDAY = date(2024, 1, 1)
_PERIODS: Mapping[str, str] = {
    "last week": tr("last week"),
    "this week": tr("this week"),
    "next week": tr("next week"),
    "last month": tr("last month"),
    "this month": tr("this month"),
    "next month": tr("next month"),
    "last quarter": tr("last quarter"),
    "this quarter": tr("this quarter"),
    "next quarter": tr("next quarter"),
    "last year": tr("last year"),
    "this year": tr("this year"),
    "next year": tr("next year"),
    "yesterday": tr("yesterday"),
    "today": tr("today"),
    "tomorrow": tr("tomorrow"),
}


def relative_words(value: str) -> str:
    """A kept day or length that is no date: `next Friday`, `2 weeks ago`, `start of this month`."""
    if language_code() == "en":
        return value
    if value in _PERIODS:
        return _PERIODS[value]
    if match := _OFFSET.fullmatch(value):
        return _offset_words(int(match[1]), match[2], (match[3] or "").strip())
    if (match := _EDGE.fullmatch(value)) and match[2] in _PERIODS:
        period = _PERIODS[match[2]]
        return tr("start of {period}", period=period) if match[1] == "start" else tr("end of {period}", period=period)
    which, _, name = value.rpartition(" ")
    if name not in WEEKDAYS:
        return value
    weekday = weekday_name(_A_MONDAY + timedelta(days=WEEKDAYS.index(name)))
    return {"": weekday, "next": tr("next {weekday}", weekday=weekday), "last": tr("last {weekday}", weekday=weekday)}.get(
        which, value
    )


def length_words(value: str) -> str:
    """A kept length as it stands behind “in the last” or “in the next”: `7 days`."""
    match = _OFFSET.fullmatch(value)
    if match is None or language_code() == "en":
        return value
    count = int(match[1])
    one, many = {
        "day": (tr("{count} day", meaning="in the last"), tr("{count} days", meaning="in the last")),
        "week": (tr("{count} week", meaning="in the last"), tr("{count} weeks", meaning="in the last")),
        "month": (tr("{count} month", meaning="in the last"), tr("{count} months", meaning="in the last")),
        "year": (tr("{count} year", meaning="in the last"), tr("{count} years", meaning="in the last")),
    }[match[2]]
    return (one if count == 1 else many).replace("{count}", figure(count))


def _offset_words(count: int, unit: str, way: str) -> str:
    said = {
        "day": {
            "": tr_count("{count} day", "{count} days", count),
            "ago": tr_count("{count} day ago", "{count} days ago", count),
            "from now": tr_count("{count} day from now", "{count} days from now", count),
        },
        "week": {
            "": tr_count("{count} week", "{count} weeks", count),
            "ago": tr_count("{count} week ago", "{count} weeks ago", count),
            "from now": tr_count("{count} week from now", "{count} weeks from now", count),
        },
        "month": {
            "": tr_count("{count} month", "{count} months", count),
            "ago": tr_count("{count} month ago", "{count} months ago", count),
            "from now": tr_count("{count} month from now", "{count} months from now", count),
        },
        "year": {
            "": tr_count("{count} year", "{count} years", count),
            "ago": tr_count("{count} year ago", "{count} years ago", count),
            "from now": tr_count("{count} year from now", "{count} years from now", count),
        },
    }
    return said[unit][way]
