"""Requests that were written down before they were sent and whose answer is not known yet."""

import json
from collections.abc import Iterable

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.local_snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class Intent:
    """A request about to be sent, written down first. Items: local id, remote id, key and the values sent by slug."""

    id: int
    op: str
    slug: str
    items: tuple[tuple[RecordId, RemoteId | None, str, Snapshot], ...]
    sent_at: str


def write_intent(
    connection: Connection, op: str, slug: str, items: Iterable[tuple[RecordId, RemoteId | None, str, Snapshot]], at: str
) -> int:
    """Writes down a request before it is sent."""
    return sql.run(
        connection,
        "INSERT INTO intent (op, table_slug, items, sent_at) VALUES (?, ?, ?, ?)",
        (op, slug, json.dumps(list(items), ensure_ascii=False), at),
    )


def open_intents(connection: Connection) -> list[Intent]:
    """The requests whose answer is not known, oldest first."""
    rows = sql.rows(connection, "SELECT id, op, table_slug, items, sent_at FROM intent ORDER BY id")
    return [Intent(r[0], r[1], r[2], tuple((a, b, c, d) for a, b, c, d in json.loads(r[3])), r[4]) for r in rows]


def date_intent(connection: Connection, intent: int, at: str) -> None:
    """A request that seems to lie in the future was sent just now: the clock was set back."""
    sql.run(connection, "UPDATE intent SET sent_at = ? WHERE id = ?", (at, intent))


def drop_intent(connection: Connection, intent: int) -> None:
    """The request is settled."""
    sql.run(connection, "DELETE FROM intent WHERE id = ?", (intent,))
