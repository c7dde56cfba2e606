"""Meetings as lines of today's list: of today and the two weeks to come, with the prospects that they are with."""

import zlib
from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from journeydesk.domain.ids import RecordId
from journeydesk.domain.payments.customer_matching import folded_email
from journeydesk.domain.time import end_of, moment_of
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.lists.prospect_names import ProspectNames, names_of
from journeydesk.storage.records.by_email import prospects_by_email
from journeydesk.storage.team import calendars
from journeydesk.storage.team.calendars import MeetingRow

_MOST = 300


def meeting_lines(context: Context, connection: Connection, days: int) -> list[AgendaLine]:
    """The meetings that are not over, of today and so many days after it, by when they begin. One that several prospects are asked to
    is a line with the first and the number of the others."""
    zone, today = context.settings.time_zone, context.today()
    last = today + timedelta(days=days)
    rows = calendars.meetings(connection, context.now(), end_of(last, zone), today.isoformat(), last.isoformat(), _MOST)
    rows = [row for row in rows if not row.all_day or row.starts <= last.isoformat()]
    asked = {folded_email(address) for row in rows for address in calendars.attendees_of(row)}
    people = prospects_by_email(connection, asked)
    names = names_of(connection, sorted({record for records in people.values() for record in records}))
    lines = {}
    for row in rows:
        with_whom = [record for address in calendars.attendees_of(row) for record in people.get(folded_email(address), ())]
        line = _line(row, list(dict.fromkeys(with_whom)), names, zone, today)
        lines[line.title, line.day, line.at, line.prospect] = line
    return list(lines.values())


def _line(
    row: MeetingRow, with_whom: Sequence[RecordId], names: dict[RecordId, ProspectNames], zone: ZoneInfo, today: date
) -> AgendaLine:
    at = None if row.all_day else moment_of(row.starts)
    day = date.fromisoformat(row.starts[:10]) if at is None else at.astimezone(zone).date()
    first = names.get(with_whom[0]) if with_whom else None
    ends = "" if row.all_day else tr("until {time}", time=f"{moment_of(row.ends).astimezone(zone):%H:%M}")
    others = tr("and {count} more", count=len(with_whom) - 1) if len(with_whom) > 1 else ""
    where = row.place if row.place and not row.place.startswith(("http://", "https://")) else tr("online") if row.link else ""
    return AgendaLine(
        kind="meeting",
        id=RecordId(zlib.crc32(f"{row.source} {row.uid} {row.starts}".encode())),
        title=row.title or tr("Meeting"),
        detail=" · ".join(part for part in (others, ends, where) if part),
        day=max(day, today),
        at=at if day >= today else None,
        done=False,
        late=False,
        owner=first.owner if first is not None else "",
        prospect=with_whom[0] if first is not None else None,
        company=first.company or first.contact if first is not None else "",
        contact=first.contact if first is not None else "",
        link=row.link,
    )
