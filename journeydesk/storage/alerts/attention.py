"""What asks for attention on this machine: how many alerts wait, when the next one wakes, whom nobody was told of yet."""

import json
from collections.abc import Iterable

from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

_WAITS = (
    "a.deleted = 0 AND a.status = 'Pending' AND (a.expires_at IS NULL OR a.expires_at > :now) "
    "AND (a.snoozed_until IS NULL OR a.snoozed_until <= :now)"
)
_ANEW = "({seen} IS NULL OR {seen} < a.snoozed_until)"
"""Told of or read before it went to sleep counts as not yet: it is back."""


def pending(connection: Connection, now: str) -> int:
    """How many alerts are pending and awake: the rail's badge."""
    return int(sql.rows(connection, f"SELECT count(*) FROM alerts a WHERE {_WAITS}", {"now": now})[0][0])


def unread(connection: Connection, now: str) -> int:
    """How many of them nobody has opened here."""
    return int(
        sql.rows(
            connection, f"SELECT count(*) FROM alerts a WHERE {_WAITS} AND {_ANEW.format(seen='a.read_at')}", {"now": now}
        )[0][0]
    )


def next_turn(connection: Connection, now: str) -> str | None:
    """The stored moment after now at which a snooze ends or an alert runs out by itself; None where nothing is to come."""
    row = sql.first(
        connection,
        "SELECT min(at) FROM (SELECT expires_at AS at FROM alerts WHERE status = 'Pending' AND deleted = 0 AND expires_at > ? "
        "UNION ALL SELECT snoozed_until FROM alerts WHERE status = 'Pending' AND deleted = 0 AND snoozed_until > ?)",
        (now, now),
    )
    return str(row[0]) if row and row[0] else None


def unnotified(connection: Connection, now: str, limit: int = 1000) -> list[tuple[int, str, str, str]]:
    """Those that this machine has told nobody of and nobody has opened, the oldest first, as (id, rule, priority, headline)."""
    rows = sql.rows(
        connection,
        "SELECT a.lid, coalesce(a.rule, ''), coalesce(a.priority, ''), coalesce(a.headline, p.company || ': ' || a.rule, a.rule, '') "
        f"FROM alerts a LEFT JOIN prospects p ON p.lid = a.prospect WHERE {_WAITS} AND {_ANEW.format(seen='a.told_at')} "
        f"AND {_ANEW.format(seen='a.read_at')} ORDER BY a.priority = 'Urgent' DESC, a.raised_at, a.lid LIMIT :limit",
        {"now": now, "limit": limit},
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def mark_notified(connection: Connection, alerts: Iterable[int], at: str) -> None:
    """These need no notification on this machine any more."""
    sql.run(
        connection,
        "UPDATE alerts SET told_at = ? WHERE lid IN (SELECT value FROM json_each(?))",
        (at, json.dumps(sorted(alerts))),
    )


def waiting_among(connection: Connection, alerts: Iterable[RecordId], now: str) -> frozenset[RecordId]:
    """Which of these are still pending and awake: the others need no notification on screen any more."""
    rows = sql.rows(
        connection,
        f"SELECT a.lid FROM alerts a WHERE {_WAITS} AND a.lid IN (SELECT value FROM json_each(:alerts))",
        {"now": now, "alerts": json.dumps(sorted(alerts))},
    )
    return frozenset(RecordId(row[0]) for row in rows)


def mark_read(connection: Connection, alert: RecordId, at: str) -> None:
    """Somebody opened it here; one that woke since it was opened counts as opened anew."""
    sql.run(
        connection,
        "UPDATE alerts SET read_at = ? WHERE lid = ? AND (read_at IS NULL OR read_at < snoozed_until)",
        (at, alert),
    )
