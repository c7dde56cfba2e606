"""What waits to be sent, change by change, with what keeps it here."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection

from journeydesk.domain.catalogue import TABLES, FieldSpec
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Wire
from journeydesk.storage.cells import WHOLE, cells_of
from journeydesk.storage.driver_sql import one, rows
from journeydesk.storage.pending import differences


@dataclass(frozen=True, slots=True)
class WaitingChange:
    """One change: a field of a record that is known there, or a whole record that is new or deleted (`field` None).

    `op` is create, update or delete. `held` says that a person keeps it back; `reason` is the service's where it refused it.
    `since` is when it was last changed here (a stored moment).
    """

    slug: str
    record: RecordId
    op: str
    field: FieldSpec | None
    before: Wire
    now: Wire
    held: bool
    reason: str | None
    since: str


def waiting_changes(connection: Connection, limit: int = 1000) -> list[WaitingChange]:
    """The changes of at most `limit` records, by table in the catalogue's order; those in question (conflicts) are left out."""
    found: list[WaitingChange] = []
    records = 0
    for spec in TABLES:
        marked = rows(
            connection,
            "SELECT s.lid, s.rid, s.base, s.quarantine, s.held, r.deleted, r.created_at FROM sync_record s "
            f"JOIN {spec.slug} r ON r.lid = s.lid WHERE s.table_slug = ? AND s.touched = 1 ORDER BY s.lid LIMIT ?",
            (spec.slug, limit - records),
        )
        records += len(marked)
        for record, rid, base, refused, held, deleted, created in marked:
            kept = cells_of(refused, held)
            since = _since(connection, spec.slug, record) or created
            if deleted or rid is None:
                op = "delete" if deleted else "create"
                whole = kept.refused.get(WHOLE)
                reason = whole[1] if whole else None
                found.append(WaitingChange(spec.slug, record, op, None, None, None, WHOLE in kept.held, reason, since))
                continue
            asked = {
                row[0]
                for row in rows(
                    connection,
                    "SELECT field FROM conflict WHERE table_slug = ? AND lid = ? AND kind <> 'undo'",
                    (spec.slug, record),
                )
            }
            if WHOLE in asked:
                continue
            for field, before, now in differences(connection, spec.slug, record, base):
                if field.slug in asked:
                    continue
                pair = kept.refused.get(field.slug)
                reason = pair[1] if pair and pair[0] == now else None
                at = _since(connection, spec.slug, record, field.slug) or since
                is_held = field.slug in kept.held or WHOLE in kept.held
                found.append(WaitingChange(spec.slug, record, "update", field, before, now, is_held, reason, at))
    return found


def _since(connection: Connection, slug: str, record: int, field: str | None = None) -> str | None:
    row = one(
        connection,
        "SELECT max(at) FROM field_history WHERE table_slug = ? AND lid = ? AND (? IS NULL OR field = ?)",
        (slug, record, field, field),
    )
    return None if row is None else row[0]


def base_value(connection: Connection, slug: str, record: RecordId, field: str) -> Wire:
    """What was last agreed of one field."""
    row = one(connection, "SELECT base FROM sync_record WHERE table_slug = ? AND lid = ?", (slug, record))
    base: dict[str, Wire] = json.loads(row[0]) if row and row[0] else {}
    return base.get(field)


def known_there(connection: Connection, slug: str, record: RecordId) -> bool:
    """Whether the remote has this record."""
    row = one(connection, "SELECT rid FROM sync_record WHERE table_slug = ? AND lid = ?", (slug, record))
    return bool(row and row[0])
