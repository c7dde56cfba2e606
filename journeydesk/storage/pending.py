"""What waits to be sent: derived from local values and their bases, never noted down."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection

from journeydesk.domain.catalogue import BY_SLUG, TABLES
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Wire
from journeydesk.storage import sync_state


@dataclass(frozen=True, slots=True)
class PendingChange:
    """One record with something to send: `op` is create, update or delete; fields as (name, before, now)."""

    slug: str
    record: RecordId
    key: str
    op: str
    fields: tuple[tuple[str, Wire, Wire], ...]
    reason: str | None


def pending_changes(connection: Connection) -> list[PendingChange]:
    """Every record that waits, with its fields; refused ones carry the service's reason."""
    found = []
    for spec in TABLES:
        for state in sync_state.touched(connection, spec.slug):
            local, waiting = sync_state.local_snapshot(connection, spec, state.record)
            key = str(local.get("key") or "")
            if state.deleted:
                if state.remote_id:
                    found.append(PendingChange(spec.slug, state.record, key, "delete", (), state.quarantine))
                continue
            held = sync_state.held_fields(connection, spec.slug, state.record)
            names = sorted(state.base.keys() | local.keys())
            fields = tuple(
                (spec.by_slug[name].name, state.base.get(name), local.get(name))
                for name in names
                if name in spec.by_slug and name not in held and state.base.get(name) != local.get(name)
            )
            if fields or waiting:
                op = "update" if state.remote_id else "create"
                found.append(PendingChange(spec.slug, state.record, key, op, fields, state.quarantine))
    return found


def waiting_count(connection: Connection) -> int:
    """How many records wait to be sent."""
    touched = connection.exec_driver_sql("SELECT count(*) FROM sync_record WHERE touched = 1").scalar_one()
    # Touched is an upper bound that is nearly always right; above a page of them the exact count would cost more than it says.
    return int(touched) if touched > 200 else len(pending_changes(connection))


def pending_records(connection: Connection, slug: str, among: list[int]) -> frozenset[int]:
    """Which of these records have something waiting: the ring beside their names."""
    if slug not in BY_SLUG or not among:
        return frozenset()
    rows = connection.exec_driver_sql(
        "SELECT lid FROM sync_record WHERE table_slug = ? AND touched = 1 AND lid IN (SELECT value FROM json_each(?))",
        (slug, json.dumps(among)),
    )
    return frozenset(row[0] for row in rows)


def conflicted_records(connection: Connection, slug: str, among: list[int]) -> frozenset[int]:
    """Which of these records have a field that waits for a decision."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT lid FROM conflict WHERE table_slug = ? AND lid IN (SELECT value FROM json_each(?))",
        (slug, json.dumps(among)),
    )
    return frozenset(row[0] for row in rows)
