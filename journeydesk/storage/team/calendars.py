"""The calendars that this computer reads, and the meetings that were read of them."""

import json
from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class CalendarSource:
    """A calendar: `kind` is file or address; when it was last read and last tried, and what was wrong then."""

    id: int
    name: str
    kind: str
    address: str
    user: str
    tag: str
    read_at: str | None
    tried_at: str | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting as stored: moments, or ISO dates for a whole day; `attendees` are folded addresses as JSON."""

    source: int
    uid: str
    starts: str
    ends: str
    all_day: int
    title: str
    place: str
    link: str
    attendees: str


_COLUMNS = "id, name, kind, address, coalesce(user, ''), coalesce(tag, ''), read_at, tried_at, problem"


def sources(connection: Connection) -> list[CalendarSource]:
    """All of them, in the order in which they were added."""
    return sql.typed(connection, CalendarSource, f"SELECT {_COLUMNS} FROM calendar_source ORDER BY id")


def add_source(connection: Connection, name: str, kind: str, address: str, user: str) -> int:
    """Adds one under the smallest id that is free; returns that."""
    taken = set(sql.scalars(connection, "SELECT id FROM calendar_source"))
    number = next(each for each in range(1, len(taken) + 2) if each not in taken)
    values = (number, name, kind, address, user)
    return sql.run(connection, "INSERT INTO calendar_source (id, name, kind, address, user) VALUES (?, ?, ?, ?, ?)", values)


def remove_source(connection: Connection, source: int) -> None:
    """Forgets one with its meetings."""
    sql.run(connection, "DELETE FROM calendar_event WHERE source = ?", (source,))
    sql.run(connection, "DELETE FROM calendar_source WHERE id = ?", (source,))


def put_meetings(connection: Connection, source: int, meetings: Sequence[tuple[object, ...]]) -> None:
    """Puts these, (uid, starts, ends, all_day, title, place, link, attendees), in the place of those that were there."""
    sql.run(connection, "DELETE FROM calendar_event WHERE source = ?", (source,))
    sql.run_many(
        connection,
        "INSERT OR REPLACE INTO calendar_event (source, uid, starts, ends, all_day, title, place, link, attendees) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(source, *meeting) for meeting in meetings],
    )


def note_read(connection: Connection, source: int, at: str, tag: str) -> None:
    """It was read."""
    sql.run(
        connection,
        "UPDATE calendar_source SET read_at = ?, tried_at = ?, tag = ?, problem = NULL WHERE id = ?",
        (at, at, tag, source),
    )


def note_problem(connection: Connection, source: int, at: str, problem: str) -> None:
    """It was tried; what was read before stays."""
    sql.run(connection, "UPDATE calendar_source SET tried_at = ?, problem = ? WHERE id = ?", (at, problem, source))


def meetings(connection: Connection, since: str, until: str, first: str, last: str, limit: int) -> list[MeetingRow]:
    """Those that end after `since` and begin before `until` (stored moments), or touch the days `first` to `last` (ISO)."""
    return sql.typed(
        connection,
        MeetingRow,
        "SELECT source, uid, starts, ends, all_day, title, place, link, attendees FROM calendar_event "
        "WHERE starts < ?2 AND ((all_day = 0 AND ends >= ?1) OR (all_day = 1 AND ends >= ?3 AND starts <= ?4)) "
        "ORDER BY starts, source, uid LIMIT ?5",
        (since, until, first, last, limit),
    )


def attendees_of(row: MeetingRow) -> list[str]:
    """The addresses of who comes."""
    return [str(address) for address in json.loads(row.attendees or "[]")]
