"""Who is told of events, and each telling: what is sent, how often it was tried, what came of it."""

import json
from collections.abc import Iterable, Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target: `events` and `options` are JSON, `seen` the last event of the log that was looked at, `since` a stored moment."""

    id: str
    kind: str
    url: str
    events: str
    options: str
    state: str
    since: str
    seen: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """One telling. `due_at` and `made_at` are stored moments, `state` is `waiting`, `sent` or `dead`."""

    number: int
    id: str
    target: str
    event: str
    body: str
    made_at: str
    attempts: int
    due_at: str
    state: str
    answer: str | None


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event of the log with what is told of its prospect."""

    lid: int
    key: str
    event: str
    stage: str | None
    occurred_at: str
    payload: str | None
    customer: str
    company: str | None
    contact_name: str | None
    email: str | None
    industry: str | None
    volume: str | None
    source: str | None
    score: int | None
    tier: str | None
    customer_status: str | None
    journey_stage: str | None
    lifecycle_stage: str | None


_DELIVERY = "number, id, target, event, body, made_at, attempts, due_at, state, answer"


def targets(connection: Connection) -> list[TargetRow]:
    """All of them, in the order in which they were made."""
    return sql.typed(
        connection,
        TargetRow,
        "SELECT id, kind, url, events, options, state, since, seen FROM event_target ORDER BY since, id",
    )


def put_target(connection: Connection, target: TargetRow) -> None:
    """Adds a target, or changes the one with its id."""
    sql.run(
        connection,
        "INSERT INTO event_target (id, kind, url, events, options, state, since, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, url = excluded.url, events = excluded.events, "
        "options = excluded.options, state = excluded.state, seen = excluded.seen",
        (target.id, target.kind, target.url, target.events, target.options, target.state, target.since, target.seen),
    )


def remove_target(connection: Connection, target: str) -> None:
    """Forgets a target and what it was told."""
    sql.run(connection, "DELETE FROM delivery WHERE target = ?", (target,))
    sql.run(connection, "DELETE FROM event_target WHERE id = ?", (target,))


def note_state(connection: Connection, target: str, state: str) -> None:
    """A target is on, off or gone."""
    sql.run(connection, "UPDATE event_target SET state = ? WHERE id = ?", (state, target))


def note_seen(connection: Connection, target: str, seen: int) -> None:
    """The log was looked at up to this event."""
    sql.run(connection, "UPDATE event_target SET seen = ? WHERE id = ?", (seen, target))


def events_after(connection: Connection, lid: int, kinds: Sequence[str], limit: int) -> list[NewEvent]:
    """Living events of these kinds after one of the log, of living prospects."""
    return sql.typed(
        connection,
        NewEvent,
        "SELECT e.lid, e.key, e.event, e.stage, e.occurred_at, e.payload, p.key, p.company, p.contact_name, p.email, p.industry, "
        "p.volume_estimate, p.source, p.score, p.tier, p.customer_status, p.journey_stage, p.lifecycle_stage "
        "FROM events e JOIN prospects p ON p.lid = e.prospect AND p.deleted = 0 "
        "WHERE e.lid > ? AND e.deleted = 0 AND e.event IN (SELECT value FROM json_each(?)) ORDER BY e.lid LIMIT ?",
        (lid, json.dumps(list(kinds)), limit),
    )


def add_deliveries(connection: Connection, deliveries: Iterable[tuple[str, str, str, str, str]]) -> None:
    """Adds tellings as (id, target, event, body, made at), due at once; one that is there stays."""
    sql.run_many(
        connection,
        "INSERT INTO delivery (id, target, event, body, made_at, due_at, state) VALUES (?, ?, ?, ?, ?5, ?5, 'waiting') "
        "ON CONFLICT (id) DO NOTHING",
        list(deliveries),
    )


def due_deliveries(connection: Connection, now: str, limit: int) -> list[Delivery]:
    """Those to be tried now, the oldest first."""
    return sql.typed(
        connection,
        Delivery,
        f"SELECT {_DELIVERY} FROM delivery WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, number LIMIT ?",
        (now, limit),
    )


def note_attempt(connection: Connection, number: int, state: str, due_at: str, answer: str) -> None:
    """What came of an attempt."""
    sql.run(
        connection,
        "UPDATE delivery SET attempts = attempts + 1, state = ?, due_at = ?, answer = ? WHERE number = ?",
        (state, due_at, answer, number),
    )


def send_again(connection: Connection, numbers: Sequence[int], now: str) -> int:
    """Lays dead ones back into the queue; returns how many."""
    return sql.changed(
        connection,
        "UPDATE delivery SET state = 'waiting', attempts = 0, due_at = ? WHERE state = 'dead' "
        "AND number IN (SELECT value FROM json_each(?))",
        (now, json.dumps(list(numbers))),
    )


def last_deliveries(connection: Connection, target: str, limit: int, state: str = "") -> list[Delivery]:
    """What a target was told last, the newest first; only those in a state where one is given."""
    among = "AND state = ?3" if state else ""
    return sql.typed(
        connection,
        Delivery,
        f"SELECT {_DELIVERY} FROM delivery WHERE target = ?1 {among} ORDER BY number DESC LIMIT ?2",
        (target, limit, state) if state else (target, limit),
    )


def delivery_counts(connection: Connection) -> dict[str, int]:
    """How many are in each state."""
    return {row[0]: int(row[1]) for row in sql.rows(connection, "SELECT state, count(*) FROM delivery GROUP BY state")}
