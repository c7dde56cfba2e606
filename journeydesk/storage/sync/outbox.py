"""What waits to be sent, change by change, with what keeps it back."""

import json

from journeydesk.domain.catalogue import TABLES, FieldSpec
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Wire
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.unsent_fields import WHOLE, unsent_fields_of
from journeydesk.storage.sync.pending import SYNCS, differences


@dataclass(frozen=True, slots=True)
class WaitingChange:
    """One change: a field of a record that the remote knows, or a whole record that is new or deleted (`field` None).

    `op` is create, update or delete. `held` says that a person keeps it back; `reason` is the service's where it rejected it.
    `since` is when it was last changed locally (a stored moment).
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


def waiting_records(connection: Connection) -> list[tuple[str, RecordId]]:
    """Every record that is marked as changed locally, those of one prospect together: first those with something that
    was rejected, then the longest waiting."""
    rows: list[tuple[str, int, str, str, int]] = []
    for spec in TABLES:
        owner = {"prospects": "r.lid", "settings": "NULL"}.get(spec.slug, "r.prospect")
        rows += sql.rows(
            connection,
            f"SELECT coalesce({owner}, '{spec.slug}'), s.lid, s.table_slug, coalesce((SELECT max(h.at) FROM field_history h "
            "WHERE h.table_slug = s.table_slug AND h.lid = s.lid), r.created_at), s.quarantine IS NULL "
            f"FROM sync_record s INDEXED BY ix_sync_record_touched JOIN {spec.slug} r ON r.lid = s.lid "
            f"WHERE s.table_slug = ? AND s.touched = 1 AND {SYNCS}",
            (spec.slug,),
        )
    first: dict[str, tuple[int, str]] = {}
    for group, _, _, since, fine in rows:
        fine_so_far, oldest = first.get(group, (fine, since))
        first[group] = min(fine_so_far, fine), min(oldest, since)
    rows.sort(key=lambda row: (first[row[0]], str(row[0]), row[3], row[1]))
    return [(slug, RecordId(record)) for _, record, slug, *_ in rows]


def changes_of(connection: Connection, slug: str, record: RecordId) -> list[WaitingChange]:
    """What waits of one record; nothing where it equals what was agreed, or is in question."""
    marked = sql.first(
        connection,
        f"SELECT s.rid, s.base, s.quarantine, s.held, r.deleted, r.created_at FROM sync_record s JOIN {slug} r ON r.lid = s.lid "
        "WHERE s.table_slug = ? AND s.lid = ? AND s.touched = 1",
        (slug, record),
    )
    if marked is None:
        return []
    rid, base, rejected, held, deleted, created = marked
    kept = unsent_fields_of(rejected, held)
    since = _since(connection, slug, record) or created
    if deleted or rid is None:
        whole = kept.rejected.get(WHOLE)
        reason = whole[1] if whole else None
        op = "delete" if deleted else "create"
        return [WaitingChange(slug, record, op, None, None, None, WHOLE in kept.held, reason, since)]
    asked = {
        row[0]
        for row in sql.rows(
            connection, "SELECT field FROM conflict WHERE table_slug = ? AND lid = ? AND kind <> 'undo'", (slug, record)
        )
    }
    if WHOLE in asked:
        return []
    changes = []
    for field, before, now in differences(connection, slug, record, base):
        if field.slug in asked:
            continue
        pair = kept.rejected.get(field.slug)
        reason = pair[1] if pair and pair[0] == now else None
        at = _since(connection, slug, record, field.slug) or since
        is_held = field.slug in kept.held or WHOLE in kept.held
        changes.append(WaitingChange(slug, record, "update", field, before, now, is_held, reason, at))
    return changes


def _since(connection: Connection, slug: str, record: int, field: str | None = None) -> str | None:
    row = sql.first(
        connection,
        "SELECT max(at) FROM field_history WHERE table_slug = ? AND lid = ? AND (? IS NULL OR field = ?)",
        (slug, record, field, field),
    )
    return None if row is None else row[0]


def fields_to_send(connection: Connection, slug: str, record: RecordId) -> list[FieldSpec]:
    """The fields of a record that differ from what was last agreed, those in question included."""
    base = sql.scalar(connection, "SELECT base FROM sync_record WHERE table_slug = ? AND lid = ?", (slug, record))
    return [field for field, _, _ in differences(connection, slug, record, base)]


def base_value(connection: Connection, slug: str, record: RecordId, field: str) -> Wire:
    """What was last agreed of one field."""
    row = sql.first(connection, "SELECT base FROM sync_record WHERE table_slug = ? AND lid = ?", (slug, record))
    base: dict[str, Wire] = json.loads(row[0]) if row and row[0] else {}
    return base.get(field)
