"""What waits to be sent, derived: a touched record of which some field differs from its base.

The `touched` mark is set by triggers and taken off by `settle` where a record was found equal to its base again, so that counting
what waits is one look at a small index.
"""

import json
from collections.abc import Iterator, Sequence

from journeydesk.domain.catalogue import BY_SLUG, TABLES, FieldSpec
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored, Wire, to_wire
from journeydesk.domain.words import tr
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.unsent_fields import WHOLE, clear_rejections, unsent_fields_of
from journeydesk.storage.sync.bases import clear_touched
from journeydesk.storage.sync.named_links import Linking, NamedLink, link_texts, named_links
from journeydesk.storage.sync.owners import owners_of_unsent
from journeydesk.storage.sync.remote_ids import exists_locally, none_known

SYNCS = "(s.table_slug IN (SELECT table_slug FROM schema_field) OR NOT EXISTS (SELECT 1 FROM schema_field))"
"""SQL for whether a record's table is in the base; one that set-up left out lives on this computer, and nothing of it waits."""

NO_REMOTE_ID = tr("waits for its own record to be sent")
"""Stands for a link to a record that no remote knows yet: it differs from any base, and cannot be sent before."""


def settle(connection: Connection, slug: str, records: Sequence[RecordId]) -> None:
    """Takes the touched mark off those records that equal their base, so that nothing of them waits."""
    fields = _known_fields(connection, slug)
    columns = ", ".join(f"r.{field.slug}" for field in fields)
    marked = sql.rows(
        connection,
        f"SELECT r.lid, r.deleted, s.rid, s.base, s.tried, s.quarantine, {columns} FROM sync_record s "
        f"JOIN {slug} r ON r.lid = s.lid "
        "WHERE s.table_slug = ? AND s.touched = 1 AND s.lid IN (SELECT value FROM json_each(?))",
        (slug, json.dumps(list(records))),
    )
    new = [RecordId(record) for record, deleted, rid, _, tried, *_ in marked if not deleted and rid is None and not tried]
    # Work on a prospect that is gone is kept, and waits for nothing until that comes back.
    kept = owners_of_unsent(connection, slug, new).gone if new else frozenset()
    links = named_links(connection, slug)
    equal = []
    gone = []
    for record, deleted, rid, base, tried, rejected, *values in marked:
        if rejected:
            _clear_changed_rejections(connection, slug, RecordId(record), rejected, fields, values)
        if deleted:
            # What never left this machine needs no delete elsewhere; what was tried may have arrived.
            waits = rid is not None or bool(tried)
            gone += [] if waits else [record]
        else:
            waits = record not in kept and (
                rid is None
                or next(_differing(connection, slug, RecordId(record), fields, values, base, links), None) is not None
            )
        if not waits:
            equal.append(RecordId(record))
    if equal:
        clear_touched(connection, slug, equal)
    for table, pointing in _pointing_at(connection, slug, gone).items():
        settle(connection, table, pointing)


def _pointing_at(connection: Connection, slug: str, records: Sequence[RecordId]) -> dict[str, list[RecordId]]:
    """What links to these records, by its table."""
    if not records:
        return {}
    return {
        spec.slug: sql.scalars(
            connection,
            f"SELECT lid FROM {spec.slug} WHERE {field.slug} IN (SELECT value FROM json_each(?))",
            (json.dumps(list(records)),),
        )
        for spec in TABLES
        for field in spec.fields
        if field.links_to == slug
    }


def _clear_changed_rejections(
    connection: Connection, slug: str, record: RecordId, rejected: str, fields: Sequence[FieldSpec], values: Sequence[Stored]
) -> None:
    """A field that was rejected and holds another value by now is rejected no longer; the whole record is not after any edit."""
    mine = {field.slug: _wire(connection, field, stored) for field, stored in zip(fields, values, strict=True)}
    pairs = unsent_fields_of(rejected, None).rejected
    changed = [name for name, (value, _) in pairs.items() if name == WHOLE or mine.get(name) != value]
    clear_rejections(connection, slug, {record: changed})


def differences(connection: Connection, slug: str, record: RecordId, base: str | None) -> list[tuple[FieldSpec, Wire, Wire]]:
    """The fields of a record that differ from `base` (JSON), of those that the remote has, as (field, base, mine)."""
    fields = _known_fields(connection, slug)
    values = sql.first(connection, f"SELECT {', '.join(field.slug for field in fields)} FROM {slug} WHERE lid = ?", (record,))
    return (
        []
        if values is None
        else list(_differing(connection, slug, record, fields, values, base, named_links(connection, slug)))
    )


def _differing(
    connection: Connection,
    slug: str,
    record: RecordId,
    fields: Sequence[FieldSpec],
    values: Sequence[Stored],
    base: str | None,
    links: Sequence[NamedLink],
) -> Iterator[tuple[FieldSpec, Wire, Wire]]:
    agreed: dict[str, Wire] = json.loads(base) if base else {}
    for field, stored in zip(fields, values, strict=True):
        before = agreed.get(field.slug)
        if stored is None and before is None:
            continue
        if field.links_to and stored is not None and not exists_locally(connection, field.links_to, int(stored)):
            # A link to what is gone says nothing.
            continue
        link = next((link for link in links if link.field == field.slug), None)
        if link is not None:
            linking = Linking(record, None if stored is None else int(stored), before)
            mine = link_texts(connection, slug, link, [linking]).get(record, NO_REMOTE_ID)
        else:
            mine = _wire(connection, field, stored)
        if mine != before and not (isinstance(before, list) and _says_the_same(connection, field, before, mine)):
            yield field, before, mine


def _says_the_same(connection: Connection, field: FieldSpec, before: list[str], mine: Wire) -> bool:
    """Links: ours is among theirs, or ours is empty because theirs is not known locally yet."""
    if isinstance(mine, list):
        return set(mine) <= set(before)
    return mine is None and none_known(connection, field.links_to, before)


def _wire(connection: Connection, field: FieldSpec, stored: Stored) -> Wire:
    def remote_of(slug: str, record: int) -> str | None:
        row = sql.first(connection, "SELECT rid FROM sync_record WHERE table_slug = ? AND lid = ?", (slug, record))
        return row[0] if row else None

    try:
        return to_wire(field, stored, remote_of)
    except LookupError:
        return NO_REMOTE_ID if exists_locally(connection, field.links_to, int(stored or 0)) else None


def _known_fields(connection: Connection, slug: str) -> list[FieldSpec]:
    """The fields that the connected base has; all of them where none was matched yet."""
    matched = sql.rows(connection, "SELECT field_slug FROM schema_field WHERE table_slug = ? AND state = 'found'", (slug,))
    known = {row[0] for row in matched}
    return [field for field in BY_SLUG[slug].fields if not known or field.slug in known]


_MARKED = f"SELECT count(*) FROM sync_record s INDEXED BY ix_sync_record_touched WHERE s.touched = 1 AND {SYNCS}"


def marked_count(connection: Connection) -> int:
    """How many records are marked as changed, out of their own small index."""
    return int(sql.scalar(connection, _MARKED))


def waiting_count(connection: Connection) -> int:
    """How many records wait to be sent: those a person must decide on first are counted apart.

    All that are marked, out of their own small index, less the few that are refused or in conflict: no record is read for it.
    """
    return int(
        sql.scalar(
            connection,
            f"SELECT ({_MARKED}) "
            "- (SELECT count(*) FROM sync_record s INDEXED BY ix_sync_record_quarantine "
            f"WHERE s.quarantine IS NOT NULL AND s.touched = 1 AND {SYNCS}) "
            "- (SELECT count(*) FROM (SELECT DISTINCT table_slug, lid FROM conflict) conflicts "
            "CROSS JOIN sync_record s ON s.table_slug = conflicts.table_slug AND s.lid = conflicts.lid "
            f"WHERE s.touched = 1 AND s.quarantine IS NULL AND {SYNCS})",
        )
    )


def touched(slug: str, row: str) -> str:
    """SQL for whether a row has something waiting, 1 or null: out of the small index of such records, not out of the states."""
    return (
        "(SELECT 1 FROM sync_record s INDEXED BY ix_sync_record_touched "
        f"WHERE s.table_slug = '{slug}' AND s.lid = {row}.lid AND s.touched = 1 AND {SYNCS}) AS touched"
    )


def in_conflict(slug: str, row: str) -> str:
    """SQL for whether a field of a row waits for a decision, 1 or null."""
    return f"(SELECT 1 FROM conflict c WHERE c.table_slug = '{slug}' AND c.lid = {row}.lid LIMIT 1) AS conflict"


def with_waiting_logs(connection: Connection, prospects: Sequence[RecordId]) -> frozenset[RecordId]:
    """Those of these prospects of whom a touchpoint waits: it is a record of its own, and yet something of theirs."""
    return frozenset(
        sql.scalars(
            connection,
            "SELECT r.prospect FROM sync_record s INDEXED BY ix_sync_record_touched CROSS JOIN interactions r ON r.lid = s.lid "
            f"WHERE s.table_slug = 'interactions' AND s.touched = 1 AND {SYNCS} "
            "AND r.prospect IN (SELECT value FROM json_each(?))",
            (json.dumps(list(prospects)),),
        )
    )
