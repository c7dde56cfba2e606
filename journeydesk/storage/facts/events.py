"""Reading and adding events of the journeys' log.

The column `shared` says what the team has of one: 0 stays here and is not in a sum yet, 2 stays here and is, 3 is such a sum that
was made here, and everything else (1, or none) is shared by itself.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta

from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import effective_time
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.by_email import prospects_by_email
from journeydesk.storage.records.records import Author, find_by_key, insert


def events_of(connection: Connection, prospects: Sequence[RecordId]) -> dict[RecordId, list[Event]]:
    """The living events of these prospects that the whole team has: what only this machine knows moves nothing."""
    log = sql.rows(
        connection,
        "SELECT prospect, key, event, stage, cta, occurred_at, arrived_at, source, payload, created_at FROM events "
        "WHERE NOT deleted AND coalesce(shared, 1) IN (1, 3) AND prospect IN (SELECT value FROM json_each(?))",
        (json.dumps(list(prospects)),),
    )
    by_prospect: dict[RecordId, list[Event]] = defaultdict(list)
    for prospect, key, kind, stage, cta, occurred, arrived, source, payload, created in log:
        # One that another machine or a tool wrote into the base arrived when it was made there.
        event = Event(key, kind or "", stage, cta, occurred or created, arrived or created, source or "", payload)
        by_prospect[RecordId(prospect)].append(event)
    return by_prospect


def next_moment(connection: Connection, prospect: RecordId, now: str) -> str:
    """When something that a person does to a prospect counts: now, but after all that is in its log. A clock that is behind, or an
    event that is a few minutes ahead, would otherwise undo the deed."""
    last = max((effective_time(event) for event in events_of(connection, [prospect]).get(prospect, ())), default="")
    return now if last < now else moment_text(moment_of(last) + timedelta(milliseconds=1))


def add_event(connection: Connection, prospect: RecordId, event: Event, author: Author, shared: int = 1) -> RecordId | None:
    """Appends an event to a prospect's log; None where it is there already."""
    if find_by_key(connection, "events", event.id) is not None:
        return None
    record = insert(
        connection,
        "events",
        event.fields() | {"prospect": prospect, "arrived_at": event.arrived_at, "shared": shared},
        author,
    )
    if not shared:
        # It stays on this machine (docs/rules.md, "Sharing events"): without a sync state it is never pending.
        sql.run(connection, "DELETE FROM sync_record WHERE table_slug = 'events' AND lid = ?", (record,))
    return record


def local_events(connection: Connection, after: int, before: str) -> list[tuple[RecordId, str, RecordId, Event]]:
    """Events that stay here and are in no sum yet, of records after `after` and of before a stored moment: each with its record
    and its prospect's key and record."""
    rows = sql.rows(
        connection,
        "SELECT e.lid, p.key, p.lid, e.key, e.event, e.stage, e.cta, e.occurred_at, e.arrived_at, e.source, e.payload FROM events e "
        "JOIN prospects p ON p.lid = e.prospect AND p.deleted = 0 "
        "WHERE e.lid > ? AND e.shared = 0 AND NOT e.deleted AND e.occurred_at < ? ORDER BY e.lid",
        (after, before),
    )
    return [
        (
            RecordId(lid),
            prospect_key,
            RecordId(prospect),
            Event(key, kind, stage, cta, at, arrived or at, source or "", payload),
        )
        for lid, prospect_key, prospect, key, kind, stage, cta, at, arrived, source, payload in rows
    ]


def mark_summed(connection: Connection, records: Iterable[RecordId]) -> None:
    """These are in a sum now."""
    sql.run_many(connection, "UPDATE events SET shared = 2 WHERE lid = ?", [(record,) for record in records])


def first_unsummed(connection: Connection, after: int) -> int | None:
    """The oldest record after `after` that stays here and is in no sum; None where there is none."""
    row = sql.first(connection, "SELECT min(lid) FROM events WHERE lid > ? AND shared = 0 AND NOT deleted", (after,))
    return None if row is None else row[0]


def newest_event(connection: Connection) -> int:
    """The number of the newest record of the log."""
    row = sql.first(connection, "SELECT coalesce(max(lid), 0) FROM events", ())
    return 0 if row is None else int(row[0])


def put_unmatched(connection: Connection, events: Iterable[tuple[str, str, str]]) -> None:
    """Keeps events of customers that nobody knows yet, as (id, JSON, arrived at)."""
    sql.run_many(
        connection,
        "INSERT INTO unmatched_event (event_id, payload, arrived_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        list(events),
    )


def any_unmatched(connection: Connection) -> bool:
    """Whether any event waits for its customer."""
    return sql.first(connection, "SELECT 1 FROM unmatched_event LIMIT 1") is not None


def unmatched(connection: Connection, customers: Sequence[str] | None = None) -> list[tuple[str, str, str]]:
    """The events that wait for their customer, or for one of these (in small letters), oldest first, as (id, JSON, arrived at)."""
    among = "WHERE lower(trim(payload ->> 'customer_id')) IN (SELECT value FROM json_each(?))" if customers is not None else ""
    rows = sql.rows(
        connection,
        f"SELECT event_id, payload, arrived_at FROM unmatched_event {among} ORDER BY arrived_at, event_id",
        (json.dumps(customers, ensure_ascii=False),) if customers is not None else (),
    )
    return [(row[0], row[1], row[2]) for row in rows]


def drop_unmatched(connection: Connection, events: Iterable[str]) -> None:
    """These wait no longer."""
    sql.run_many(connection, "DELETE FROM unmatched_event WHERE event_id = ?", [(event,) for event in events])


def names_of(connection: Connection, prospects: Sequence[RecordId]) -> list[tuple[RecordId, str, str, str]]:
    """What a customer id may say of these prospects: record, Application ID, Stripe customer, e-mail."""
    rows = sql.rows(
        connection,
        "SELECT lid, key, coalesce(stripe_customer, ''), coalesce(email, '') FROM prospects "
        "WHERE deleted = 0 AND lid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(prospects)),),
    )
    return [(RecordId(row[0]), row[1], row[2], row[3]) for row in rows]


def find_customer(connection: Connection, customer: str, email: str | None) -> RecordId | None:
    """The prospect that an event names: by Application ID, by Stripe customer, failing both by e-mail."""
    for column in ("key", "stripe_customer"):
        record = sql.scalar(
            connection,
            f"SELECT lid FROM prospects WHERE {column} = ? COLLATE NOCASE AND deleted = 0 ORDER BY lid LIMIT 1",
            (customer,),
        )
        if record is not None:
            return RecordId(record)
    named = prospects_by_email(connection, [email or customer])
    return next((min(prospects) for prospects in named.values()), None)


def stored_events_named(connection: Connection, prospect: RecordId, prefix: str) -> list[tuple[RecordId, str]]:
    """A prospect's living events whose keys begin so, as (record, key)."""
    rows = sql.rows(
        connection,
        "SELECT lid, key FROM events WHERE prospect = ? AND NOT deleted AND substr(key, 1, ?) = ? ORDER BY lid",
        (prospect, len(prefix), prefix),
    )
    return [(RecordId(row[0]), str(row[1])) for row in rows]
