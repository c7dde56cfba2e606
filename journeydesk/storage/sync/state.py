"""What sync keeps beside the records: remote ids, bases, cursors, intents, and the workspace's own facts."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from journeydesk.domain.catalogue import TABLES, TableSpec
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.values import Wire, to_wire
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.unsent_fields import Cells, cells_of

Snapshot = dict[str, Wire]


@dataclass(frozen=True, slots=True)
class SyncRecord:
    """One record's sync state; `base` is empty where nothing was ever agreed.

    Of a record that was `tried` (sent without an answer, and not found there since) the base is what was sent.
    """

    record: RecordId
    remote_id: RemoteId | None
    base: Snapshot
    touched: bool
    deleted: bool
    tried: bool = False
    cells: Cells = field(default_factory=Cells)
    extra: str | None = None


@dataclass(frozen=True, slots=True)
class Intent:
    """A request about to be sent, written down first. Items: local id, remote id, key and the values sent by slug."""

    id: int
    op: str
    slug: str
    items: tuple[tuple[RecordId, RemoteId | None, str, Snapshot], ...]
    sent_at: str


def by_remote_id(connection: Connection, slug: str, ids: Sequence[RemoteId]) -> dict[RemoteId, SyncRecord]:
    """The records that these remote ids are here."""
    found = sql.rows(
        connection,
        f"{_select(slug, 'ix_sync_record_rid')} AND s.rid IS NOT NULL AND s.rid IN (SELECT value FROM json_each(?))",
        (slug, json.dumps(list(ids))),
    )
    return {RemoteId(row[1]): _sync_record(row) for row in found}


_STATE = "s.lid, s.rid, s.base, s.touched, r.deleted, s.tried, s.quarantine, s.held, r.extra"


def _select(slug: str, index: str = "") -> str:
    # The index is named where the planner, who has no figures about the tables, would walk every record of one instead.
    by = f" INDEXED BY {index}" if index else ""
    return f"SELECT {_STATE} FROM sync_record s{by} JOIN {slug} r ON r.lid = s.lid WHERE s.table_slug = ?"


def of_records(connection: Connection, slug: str, records: Sequence[RecordId]) -> dict[RecordId, SyncRecord]:
    """The sync states of these records; one that is gone is left out."""
    found = sql.rows(
        connection, f"{_select(slug)} AND s.lid IN (SELECT value FROM json_each(?))", (slug, json.dumps(list(records)))
    )
    return {RecordId(row[0]): _sync_record(row) for row in found}


def unsent_by_key(connection: Connection, slug: str, keys: Sequence[str]) -> dict[str, SyncRecord]:
    """The records with these keys that no remote is known to have; one deleted here only where it may have been sent."""
    found = sql.rows(
        connection,
        f"SELECT r.key, {_STATE} FROM {slug} r CROSS JOIN sync_record s ON s.table_slug = ? AND s.lid = r.lid "
        "WHERE s.rid IS NULL AND (r.deleted = 0 OR s.tried = 1) AND r.key IN (SELECT value FROM json_each(?)) ORDER BY s.lid DESC",
        (slug, json.dumps(list(keys))),
    )
    return {row[0]: _sync_record(row[1:]) for row in found}


def others_with_key(connection: Connection, slug: str, keys: Sequence[str]) -> set[str]:
    """Which of these keys a living record here has already."""
    found = sql.rows(
        connection,
        f"SELECT DISTINCT key FROM {slug} WHERE deleted = 0 AND key IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys)),),
    )
    return {row[0] for row in found}


def keys_of(connection: Connection, slug: str, records: Sequence[RecordId]) -> dict[RecordId, str]:
    """The keys of these records."""
    found = sql.rows(
        connection,
        f"SELECT lid, coalesce(key, '') FROM {slug} WHERE lid IN (SELECT value FROM json_each(?)) ORDER BY lid",
        (json.dumps(list(records)),),
    )
    return {RecordId(row[0]): row[1] for row in found}


def owners_of_keys(connection: Connection, slug: str, keys: Sequence[str]) -> dict[str, RecordId]:
    """To which record here each key belongs: one that the remote has before one that it has not, then the oldest."""
    found = sql.rows(
        connection,
        f"SELECT r.key, r.lid FROM {slug} r CROSS JOIN sync_record s ON s.table_slug = ? AND s.lid = r.lid "
        "WHERE r.key IN (SELECT value FROM json_each(?)) AND (r.deleted = 0 OR s.rid IS NOT NULL) "
        "ORDER BY s.rid IS NOT NULL, r.lid DESC",
        (slug, json.dumps(list(keys))),
    )
    return {row[0]: RecordId(row[1]) for row in found}


def touched(connection: Connection, slug: str) -> list[SyncRecord]:
    """The records that may have something pending."""
    return [
        _sync_record(row)
        for row in sql.rows(connection, f"{_select(slug, 'ix_sync_record_touched')} AND s.touched = 1 ORDER BY s.lid", (slug,))
    ]


def _sync_record(row: Sequence[object]) -> SyncRecord:
    lid, rid, base, is_touched, deleted, tried, refused, held, extra = row
    return SyncRecord(
        RecordId(int(str(lid))),
        None if rid is None else RemoteId(str(rid)),
        json.loads(str(base)) if base else {},
        bool(is_touched),
        bool(deleted),
        bool(tried),
        cells_of(None if refused is None else str(refused), None if held is None else str(held)),
        None if extra is None else str(extra),
    )


def local_snapshot(
    connection: Connection, spec: TableSpec, record: RecordId, base: Snapshot
) -> tuple[Snapshot, frozenset[str]]:
    """The record as it stands here, in wire form, and the slugs of links that must wait for their target's remote id.

    A link is one here and may be several there: it stands as in the base where that has ours among others, or names only what
    is not known here yet.
    """
    columns = ", ".join(field.slug for field in spec.fields)
    (row,) = sql.rows(connection, f"SELECT {columns} FROM {spec.slug} WHERE lid = ?", (record,))
    snapshot: Snapshot = {}
    waiting = set()
    for one, stored in zip(spec.fields, row, strict=True):
        agreed = base.get(one.slug)
        if stored is None:
            if isinstance(agreed, list) and unknown_here(connection, one.links_to, agreed):
                snapshot[one.slug] = agreed
            continue
        try:
            wire = to_wire(one, stored, lambda slug, lid: remote_id_of(connection, slug, lid))
        except LookupError:
            # A link to what is gone says nothing; it is kept here, should its target come back.
            if is_here(connection, one.links_to, int(stored)):
                waiting.add(one.slug)
            continue
        if isinstance(wire, list) and isinstance(agreed, list) and set(wire) <= set(agreed):
            wire = agreed
        if wire is not None:
            snapshot[one.slug] = wire
    return snapshot, frozenset(waiting)


def is_here(connection: Connection, slug: str, record: int) -> bool:
    """Whether there is such a record here."""
    return bool(sql.rows(connection, f"SELECT 1 FROM {slug} WHERE lid = ?", (record,)))


def unknown_here(connection: Connection, slug: str, remote_ids: Sequence[str]) -> bool:
    """Whether none of these remote records is known here."""
    return not sql.rows(
        connection,
        "SELECT 1 FROM sync_record INDEXED BY ix_sync_record_rid "
        "WHERE table_slug = ? AND rid IS NOT NULL AND rid IN (SELECT value FROM json_each(?)) LIMIT 1",
        (slug, json.dumps(list(remote_ids))),
    )


def remote_id_of(connection: Connection, slug: str, record: int) -> str | None:
    """A record's remote id, if it has one."""
    found = sql.scalar(connection, "SELECT rid FROM sync_record WHERE table_slug = ? AND lid = ?", (slug, record))
    return None if found is None else str(found)


def record_of_remote(connection: Connection, slug: str, remote: str) -> int | None:
    """The local id of a remote record."""
    found = sql.scalar(connection, "SELECT lid FROM sync_record WHERE table_slug = ? AND rid = ?", (slug, remote))
    return None if found is None else int(found)


def all_remote_ids(connection: Connection, slug: str) -> dict[str, int]:
    """Every remote id of a table with its local id."""
    return dict(sql.rows(connection, "SELECT rid, lid FROM sync_record WHERE table_slug = ? AND rid IS NOT NULL", (slug,)))


def agree(connection: Connection, slug: str, record: RecordId, remote: RemoteId, base: Snapshot, clean: bool) -> None:
    """Stores what both sides agree on now; `clean` where nothing of the record is pending any more."""
    sql.run(
        connection,
        "UPDATE sync_record SET rid = ?, base = ?, tried = 0, touched = ? WHERE table_slug = ? AND lid = ?",
        (remote, json.dumps(base, ensure_ascii=False), int(not clean), slug, record),
    )


def settle_touched(connection: Connection, slug: str, record: RecordId) -> None:
    """Takes the touched mark off a record that was looked at and found equal to its base."""
    sql.run(connection, "UPDATE sync_record SET touched = 0 WHERE table_slug = ? AND lid = ?", (slug, record))


def remember_sent(connection: Connection, slug: str, record: RecordId, sent: Snapshot) -> None:
    """A creation of which nothing was found there: what was sent is kept, should it still arrive."""
    sql.run(
        connection,
        "UPDATE sync_record SET base = ? WHERE table_slug = ? AND lid = ? AND rid IS NULL",
        (json.dumps(sent, ensure_ascii=False), slug, record),
    )


def mark_tried(connection: Connection, slug: str, records: Iterable[RecordId]) -> None:
    """These are about to be created there; until an answer comes nobody knows whether they were."""
    sql.run(
        connection,
        "UPDATE sync_record SET tried = 1 WHERE table_slug = ? AND lid IN (SELECT value FROM json_each(?))",
        (slug, json.dumps(list(records))),
    )


def unmark_tried(connection: Connection, slug: str, record: RecordId) -> None:
    """The service said that it created nothing."""
    sql.run(
        connection,
        "UPDATE sync_record SET tried = 0, base = NULL WHERE table_slug = ? AND lid = ? AND rid IS NULL",
        (slug, record),
    )


def make_new(connection: Connection, slug: str, record: RecordId) -> None:
    """The record is gone there and wanted again: it is created anew by its key."""
    sql.run(
        connection,
        "UPDATE sync_record SET rid = NULL, base = NULL, tried = 0, touched = 1 WHERE table_slug = ? AND lid = ?",
        (slug, record),
    )
    touch_linked(connection, slug, record)


def touch_linked(connection: Connection, slug: str, record: RecordId) -> None:
    """What points at this record is looked at again: the record gets another remote id, so their links are sent anew."""
    for spec in TABLES:
        for one in spec.fields:
            if one.links_to == slug:
                sql.run(
                    connection,
                    "UPDATE sync_record SET touched = 1 WHERE table_slug = ? AND lid IN "
                    f"(SELECT lid FROM {spec.slug} WHERE {one.slug} = ?)",
                    (spec.slug, record),
                )


def set_base_field(connection: Connection, slug: str, record: RecordId, name: str, value: Wire) -> None:
    """One field of what was last agreed; the record is looked at again."""
    row = sql.only(connection, "SELECT base FROM sync_record WHERE table_slug = ? AND lid = ?", (slug, record))
    base = json.loads(row[0] or "{}")
    if value is None:
        base.pop(name, None)
    else:
        base[name] = value
    sql.run(
        connection,
        "UPDATE sync_record SET base = ?, touched = 1 WHERE table_slug = ? AND lid = ?",
        (json.dumps(base, ensure_ascii=False), slug, record),
    )


def watermark(connection: Connection, slug: str) -> tuple[str | None, str | None]:
    """How far a table was pulled (the remote's clock), and when it was last walked whole."""
    row = sql.first(connection, "SELECT watermark, last_full_scan FROM sync_cursor WHERE table_slug = ?", (slug,))
    return (row[0], row[1]) if row else (None, None)


def set_watermark(connection: Connection, slug: str, at: str | None, walked_at: str | None) -> None:
    """Advances a table's cursor to a moment of the remote's clock; `walked_at` (our clock) where it was walked whole."""
    sql.run(
        connection,
        "INSERT INTO sync_cursor (table_slug, watermark, last_full_scan) VALUES (?, ?, ?) ON CONFLICT (table_slug) "
        "DO UPDATE SET watermark = max(coalesce(watermark, ''), coalesce(excluded.watermark, watermark)), "
        "last_full_scan = coalesce(excluded.last_full_scan, last_full_scan)",
        (slug, at, walked_at),
    )


def walk_again(connection: Connection) -> None:
    """Every table is walked whole next time: changes may have been missed."""
    sql.run(connection, "UPDATE sync_cursor SET last_full_scan = NULL")


def write_intent(
    connection: Connection, op: str, slug: str, items: Iterable[tuple[RecordId, RemoteId | None, str, Snapshot]], at: str
) -> int:
    """Writes down a request before it is sent."""
    return sql.run(
        connection,
        "INSERT INTO intent (op, table_slug, items, sent_at) VALUES (?, ?, ?, ?)",
        (op, slug, json.dumps(list(items), ensure_ascii=False), at),
    )


def intents(connection: Connection) -> list[Intent]:
    """The requests whose answer is not known, oldest first."""
    found = sql.rows(connection, "SELECT id, op, table_slug, items, sent_at FROM intent ORDER BY id")
    return [Intent(r[0], r[1], r[2], tuple((a, b, c, d) for a, b, c, d in json.loads(r[3])), r[4]) for r in found]


def date_intent(connection: Connection, intent: int, at: str) -> None:
    """A request that seems to lie in the future was sent just now: the clock was set back."""
    sql.run(connection, "UPDATE intent SET sent_at = ? WHERE id = ?", (at, intent))


def drop_intent(connection: Connection, intent: int) -> None:
    """The request is settled."""
    sql.run(connection, "DELETE FROM intent WHERE id = ?", (intent,))


def get_meta(connection: Connection, key: str) -> str | None:
    """A fact of this workspace."""
    found = sql.scalar(connection, "SELECT value FROM meta WHERE key = ?", (key,))
    return None if found is None else str(found)


def set_meta(connection: Connection, key: str, value: str | None) -> None:
    """Sets a fact of this workspace; None removes it."""
    if value is None:
        sql.run(connection, "DELETE FROM meta WHERE key = ?", (key,))
    else:
        sql.run(
            connection,
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )
