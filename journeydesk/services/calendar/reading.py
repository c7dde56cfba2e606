"""An iCalendar file (RFC 5545) as rows of meetings within a span: the part that runs in a process of its own.

icalendar and recurring-ical-events read it: both are kept up, know the zones of Windows and of old exports, and give recurrences with
their exceptions. What could be counted without end is refused before it is expanded.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from icalendar.prop import vBroken

from journeydesk.domain.time import moment_text
from journeydesk.domain.words import tr
from journeydesk.services.files.reading.unreadable import Unreadable

COLUMNS = ("uid", "starts", "ends", "all_day", "title", "place", "link", "attendees")

_MOST_MEETINGS = 5_000
_LONGEST = 300
_ONCE = ("UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "SEQUENCE", "STATUS", "SUMMARY")
_ENDLESS = ("SECONDLY", "MINUTELY")
_MANY = ("BYSECOND", "BYMINUTE")
_ADDRESS = re.compile(r"(?:mailto:)?\s*([^\s<>,;:\"']+@[^\s<>,;:\"']+)", re.IGNORECASE)
_FOLD = re.compile(r"\r?\n[ \t]")
_BARE_ZONE = re.compile(r';TZID=([^";\r\n]*[:,][^"\r\n]*?):(?=\d{8}(?:T|\b))')
_WEB = re.compile(r"https?://[^\s<>\"')\]]{4,400}")
_CALLS = ("teams.microsoft.com", "zoom.us", "meet.google.com", "webex.com", "whereby.com", "meet.jit.si", "gotomeeting.com")


def rows_of_calendar(data: bytes, asked: str) -> Iterator[list[str]]:
    """The meetings that touch a span, by when they begin; `asked` is JSON with `since` and `until` (ISO) and the team's `zone`.
    Raises Unreadable."""
    span = json.loads(asked)
    zone = ZoneInfo(span["zone"])
    since, until = datetime.fromisoformat(span["since"]), datetime.fromisoformat(span["until"])
    meetings = [
        row
        for calendar in _calendars(data)
        for event in _within(_bounded(calendar), since, until)
        if (row := _row(event, zone)) is not None
    ]
    meetings.sort(key=lambda row: (row[1], row[0]))
    yield list(COLUMNS)
    yield from meetings[:_MOST_MEETINGS]


def _calendars(data: bytes) -> list[icalendar.Calendar]:
    text = _BARE_ZONE.sub(_quoted, _FOLD.sub("", _text(data)))
    begun, ended = (len(re.findall(rf"^{word}:VCALENDAR\s*$", text, re.IGNORECASE | re.MULTILINE)) for word in ("BEGIN", "END"))
    if begun and ended < begun:
        raise Unreadable(tr("ends in the middle: it was not read to its end. Export or download the calendar again."))
    if not begun:
        raise Unreadable(
            tr("is no calendar: it does not begin with BEGIN:VCALENDAR. Export the calendar again as iCalendar (.ics).")
        )
    try:
        return [each for each in icalendar.Calendar.from_ical(text, multiple=True) if each.name == "VCALENDAR"]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, RecursionError) as problem:
        raise Unreadable(
            tr("is damaged: {problem}. Export the calendar again as iCalendar (.ics).", problem=_short(str(problem)))
        ) from None


def _quoted(found: re.Match[str]) -> str:
    """A zone's name with a colon or comma has to be quoted (RFC 5545 section 3.1); Exchange writes `tzone://Microsoft/Utc` and
    `(UTC+01:00) Amsterdam, Berlin` without."""
    name = found[1]
    return f";TZID={'UTC' if name.casefold() == 'tzone://microsoft/utc' else chr(34) + name + chr(34)}:"


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", "replace")


def _bounded(calendar: icalendar.Calendar) -> icalendar.Calendar:
    """Without what is no meeting, and without rules that repeat by the minute or faster."""
    events = [part for part in calendar.subcomponents if part.name == "VEVENT"]
    for event in events:
        for name in [name for name, value in event.items() if isinstance(value, vBroken)]:
            # What cannot be understood costs itself alone.
            del event[name]
        for name in _ONCE:
            # What stands twice and may stand once counts as it stands first.
            values = event.get(name)
            if isinstance(values, list):
                event[name] = values[0]
    dated = [event for event in events if isinstance(getattr(event.get("DTSTART"), "dt", None), date)]
    if events and not dated:
        raise Unreadable(
            tr("holds {count} meetings, none with a date that can be understood. Export the calendar again.", count=len(events))
        )
    zones = [part for part in calendar.subcomponents if part.name == "VTIMEZONE"]
    calendar.subcomponents = [*zones, *(event for event in dated if not _is_endless(event))]
    return calendar


def _is_endless(event: Any) -> bool:
    rules = event.get("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        frequency = rule.get("FREQ", [""])[0] if hasattr(rule, "get") else ""
        if str(frequency).upper() in _ENDLESS:
            return True
        if any(len(rule.get(name, [])) > 1 for name in _MANY):
            return True
    return False


def _within(calendar: icalendar.Calendar, since: datetime, until: datetime) -> list[Any]:
    try:
        return list(recurring_ical_events.of(calendar, skip_bad_series=True).between(since, until))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, RecursionError) as problem:
        raise Unreadable(
            tr("holds dates that cannot be understood: {problem}. Export the calendar again.", problem=_short(str(problem)))
        ) from None


def _row(event: Any, zone: ZoneInfo) -> list[str] | None:
    """One meeting; None for one that was cancelled, or only marks time as free without anybody."""
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return None
    begins = event["DTSTART"].dt
    all_day = not isinstance(begins, datetime)
    starts, ends = _moment(begins, zone), _moment(_end(event, begins), zone)
    place, about = _plain(event, "LOCATION"), _plain(event, "DESCRIPTION", 4000)
    return [
        _plain(event, "UID") or _plain(event, "SUMMARY"),
        begins.isoformat() if all_day else moment_text(starts),
        (ends - timedelta(days=1)).astimezone(zone).date().isoformat() if all_day else moment_text(max(starts, ends)),
        "1" if all_day else "0",
        _plain(event, "SUMMARY"),
        place,
        _link(_plain(event, "URL"), place, about),
        " ".join(_attendees(event)),
    ]


def _end(event: Any, begins: date) -> date:
    if "DTEND" in event:
        ends: date = event["DTEND"].dt
        return ends
    if "DURATION" in event:
        later: date = begins + event["DURATION"].dt
        return later
    return begins + timedelta(days=1) if not isinstance(begins, datetime) else begins


def _moment(day: date, zone: ZoneInfo) -> datetime:
    """An instant in UTC; a time without a zone is the team's, as is the beginning of a day."""
    if not isinstance(day, datetime):
        return datetime.combine(day, time(), zone).astimezone(UTC)
    return (day.replace(tzinfo=zone) if day.tzinfo is None else day).astimezone(UTC)


def _plain(event: Any, name: str, most: int = _LONGEST) -> str:
    value = event.get(name, "")
    if isinstance(value, list):
        value = value[0] if value else ""
    text = "".join(letter if letter.isprintable() else " " for letter in str(value))
    return " ".join(text.split())[:most]


def _attendees(event: Any) -> list[str]:
    """The addresses of who is asked and of who asks, each once; who declined is left out."""
    people = []
    for name in ("ATTENDEE", "ORGANIZER"):
        values = event.get(name, [])
        for value in values if isinstance(values, list) else [values]:
            declined = str(getattr(value, "params", {}).get("PARTSTAT", "")).upper() == "DECLINED"
            match = _ADDRESS.match(str(value))
            if match and not declined:
                people.append(match[1].casefold())
    return list(dict.fromkeys(people))[:200]


def _link(url: str, place: str, about: str) -> str:
    """Where the meeting is held: a link to a call in any of these, else the place's own."""
    links: list[str] = [link for text in (url, place, about) for link in _WEB.findall(text)]
    calls = [link for link in links if any(host in link for host in _CALLS)]
    return (calls or [link for link in links if link in (url, place)] or [""])[0]


def _short(problem: str) -> str:
    return " ".join(problem.split())[:120].rstrip(". ")
