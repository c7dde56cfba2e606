"""What a calendar file says, read in a process of its own: a hostile one ends there."""

import csv
import io
import json
from datetime import datetime
from zoneinfo import ZoneInfo

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.services.files.reading.conversion import Form, convert
from journeydesk.services.files.reading.marks import BREAK

LARGEST = 30 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting: stored moments, for a whole day ISO dates (the last day included); `attendees` are folded addresses."""

    uid: str
    starts: str
    ends: str
    all_day: bool
    title: str
    place: str
    link: str
    attendees: tuple[str, ...]


def meetings_in(data: bytes, name: str, since: datetime, until: datetime, zone: ZoneInfo) -> list[Meeting]:
    """The meetings that touch a span. Raises UserError with a sentence that begins with `name`."""
    if len(data) > LARGEST:
        raise UserError(tr("{name} is larger than {most} MB. Export fewer years.", name=name, most=LARGEST // 1024 // 1024))
    asked = json.dumps({"since": since.isoformat(), "until": until.isoformat(), "zone": zone.key})
    rows = csv.reader(io.StringIO(convert(data, name, Form.CALENDAR, asked).data.decode("utf-8", "surrogatepass"), newline=""))
    next(rows, None)
    return [_meeting([cell.replace(BREAK, " ") for cell in row]) for row in rows if len(row) == 8]


def _meeting(row: list[str]) -> Meeting:
    uid, starts, ends, all_day, title, place, link, attendees = row
    return Meeting(uid, starts, ends, all_day == "1", title, place, link, tuple(attendees.split()))
