"""The inbox: what was accepted from outside, on disk before it is answered, and folded into the records after
(docs/receiver.md, "Accepted means durable"). An entry's id makes a repeat a repeat for as long as the entry is remembered."""

from collections.abc import Iterable, Sequence
from typing import cast

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What was accepted: `kind` says what it is (`event`, `application`, …), `raw` is its JSON; the time is a stored moment."""

    id: str
    kind: str
    source: str
    received_at: str
    raw: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that waits to be folded."""

    number: int
    id: str
    kind: str
    source: str
    received_at: str
    raw: str


@dataclass(frozen=True, slots=True)
class InboxFigures:
    """How many wait, since when the oldest does, how many could not be folded, how many came since a moment, when the last came."""

    waiting: int
    oldest: str | None
    refused: int
    since: int
    last: str | None


def add_entries(connection: Connection, entries: Iterable[NewEntry]) -> None:
    """Adds what is not there yet."""
    sql.run_many(
        connection,
        "INSERT INTO inbox_entry (id, kind, source, received_at, raw) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        [(entry.id, entry.kind, entry.source, entry.received_at, entry.raw) for entry in entries],
    )


def waiting_entries(connection: Connection, limit: int) -> list[Entry]:
    """The oldest that wait."""
    return sql.typed(
        connection,
        Entry,
        "SELECT number, id, kind, source, received_at, raw FROM inbox_entry WHERE folded_at IS NULL ORDER BY number LIMIT ?",
        (limit,),
    )


def is_any_waiting(connection: Connection) -> bool:
    """Whether anything waits to be folded."""
    return sql.first(connection, "SELECT 1 FROM inbox_entry WHERE folded_at IS NULL LIMIT 1") is not None


def mark_folded(connection: Connection, numbers: Sequence[int], at: str) -> None:
    """These are in the records now; only their ids are remembered."""
    sql.run_many(
        connection,
        "UPDATE inbox_entry SET folded_at = ?, raw = NULL WHERE number = ?",
        [(at, number) for number in numbers],
    )


def mark_refused(connection: Connection, number: int, at: str, problem: str) -> None:
    """This one cannot be folded, and why; what it said is kept."""
    sql.run(connection, "UPDATE inbox_entry SET folded_at = ?, problem = ? WHERE number = ?", (at, problem, number))


def entry_state(connection: Connection, entry: str) -> tuple[str, str | None, str | None] | None:
    """When an entry came, when it was folded, and what was wrong with it; None where none has this id."""
    row = sql.first(connection, "SELECT received_at, folded_at, problem FROM inbox_entry WHERE id = ?", (entry,))
    return None if row is None else (row[0], row[1], row[2])


def newest_beginning(connection: Connection, prefix: str) -> str | None:
    """The id of the newest entry whose id begins so; None where none does."""
    return cast(
        "str | None",
        sql.scalar(
            connection,
            "SELECT id FROM inbox_entry WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY number DESC LIMIT 1",
            (prefix,),
        ),
    )


def inbox_figures(connection: Connection, since: str) -> InboxFigures:
    """How the inbox stands."""
    waiting, oldest = sql.only(connection, "SELECT count(*), min(received_at) FROM inbox_entry WHERE folded_at IS NULL")
    refused = sql.scalar(connection, "SELECT count(*) FROM inbox_entry WHERE problem IS NOT NULL")
    came = sql.scalar(connection, "SELECT count(*) FROM inbox_entry WHERE received_at >= ?", (since,))
    last = sql.scalar(connection, "SELECT max(received_at) FROM inbox_entry")
    return InboxFigures(int(waiting), oldest, int(refused), int(came), last)


def count_unmatched(connection: Connection) -> int:
    """How many events wait for somebody to say whose they are."""
    return int(sql.scalar(connection, "SELECT count(*) FROM unmatched_event") or 0)


def forget_entries(connection: Connection, before: str, limit: int) -> int:
    """Forgets entries that were folded and came before a moment; returns how many were."""
    return sql.changed(
        connection,
        "DELETE FROM inbox_entry WHERE number IN (SELECT number FROM inbox_entry WHERE received_at < ? "
        "AND folded_at IS NOT NULL AND problem IS NULL LIMIT ?)",
        (before, limit),
    )
