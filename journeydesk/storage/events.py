"""Reading and adding events of the journeys' log."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from journeydesk.domain.events import LOCAL_TYPES, Event
from journeydesk.domain.ids import RecordId
from journeydesk.storage.driver_sql import rows
from journeydesk.storage.records import Author, find_by_key, insert


def events_of(connection: Connection, prospects: Sequence[RecordId]) -> dict[RecordId, list[Event]]:
    """The living events of these prospects."""
    log = rows(
        connection,
        "SELECT prospect, key, event, stage, cta, occurred_at, arrived_at, source, payload, created_at FROM events "
        "WHERE NOT deleted AND prospect IN (SELECT value FROM json_each(?))",
        (json.dumps(list(prospects)),),
    )
    found: dict[RecordId, list[Event]] = defaultdict(list)
    for prospect, key, kind, stage, cta, occurred, arrived, source, payload, created in log:
        at = occurred or created
        found[RecordId(prospect)].append(Event(key, kind or "", stage, cta, at, arrived or at, source or "", payload))
    return found


def add_event(connection: Connection, prospect: RecordId, event: Event, author: Author) -> RecordId | None:
    """Appends an event to a prospect's log; None where it is there already."""
    if find_by_key(connection, "events", event.id) is not None:
        return None
    record = insert(
        connection,
        "events",
        {
            "key": event.id,
            "prospect": prospect,
            "event": event.type,
            "stage": event.stage,
            "cta": event.cta,
            "occurred_at": event.occurred_at,
            "source": event.source,
            "payload": event.payload,
            "arrived_at": event.arrived_at,
            "shared": int(event.type not in LOCAL_TYPES),
        },
        author,
    )
    if event.type in LOCAL_TYPES:
        # It stays on this machine (SPEC section 3): without a sync state it is never pending.
        connection.exec_driver_sql("DELETE FROM sync_record WHERE table_slug = 'events' AND lid = ?", (record,))
    return record


def put_unmatched(connection: Connection, events: Iterable[tuple[str, str, str]]) -> None:
    """Keeps events of customers that nobody knows yet, as (id, JSON, arrived at)."""
    connection.exec_driver_sql(
        "INSERT INTO unmatched_event (event_id, payload, arrived_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", list(events)
    )


def find_customer(connection: Connection, customer: str, email: str | None) -> RecordId | None:
    """The prospect that an event names: by Application ID, by Stripe customer, failing both by e-mail."""
    for column, wanted in (("key", customer), ("stripe_customer", customer), ("email", email or customer)):
        found = connection.exec_driver_sql(
            f"SELECT lid FROM prospects WHERE {column} = ? COLLATE NOCASE AND deleted = 0 ORDER BY lid LIMIT 1", (wanted,)
        ).scalar()
        if found is not None:
            return RecordId(found)
    return None


def stored_events_named(connection: Connection, prospect: RecordId, prefix: str) -> list[tuple[RecordId, str]]:
    """A prospect's living events whose keys begin so, as (record, key)."""
    rows = connection.exec_driver_sql(
        "SELECT lid, key FROM events WHERE prospect = ? AND NOT deleted AND substr(key, 1, ?) = ? ORDER BY lid",
        (prospect, len(prefix), prefix),
    )
    return [(RecordId(row[0]), str(row[1])) for row in rows]
