"""What sync keeps beside the records: remote ids, bases, cursors, the schema's map, conflicts, intents, tombstones."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from journeydesk.domain.catalogue import BY_SLUG, TableSpec
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.values import Wire, to_wire

Snapshot = dict[str, Wire]


@dataclass(frozen=True, slots=True)
class SyncRecord:
    """One record's sync state; `base` is empty where nothing was ever agreed."""

    record: RecordId
    remote_id: RemoteId | None
    base: Snapshot
    touched: bool
    deleted: bool
    quarantine: str | None


@dataclass(frozen=True, slots=True)
class TableMap:
    """Which table and fields of the remote a slug's table and fields are."""

    slug: str
    table_id: str
    fields: Mapping[str, str]
    """Remote field id by field slug."""
    other: Mapping[str, str]
    """Names of the remote's fields that are not ours, by field id."""

    @property
    def key_field(self) -> str:
        """The remote id of the key field."""
        return self.fields["key"]


@dataclass(frozen=True, slots=True)
class Intent:
    """A request about to be sent, written down first. Items: local id, remote id, key and the values sent by slug."""

    id: int
    op: str
    slug: str
    items: tuple[tuple[RecordId, RemoteId | None, str, Snapshot], ...]
    sent_at: str


def table_maps(connection: Connection) -> dict[str, TableMap]:
    """The map of every table that set-up has matched, by slug in the catalogue's order."""
    rows = connection.exec_driver_sql(
        "SELECT table_slug, field_slug, table_id, field_id, name FROM schema_field WHERE state = 'found'"
    ).fetchall()
    maps: dict[str, TableMap] = {}
    for slug in BY_SLUG:
        mine = [row for row in rows if row[0] == slug]
        fields = {row[1]: row[3] for row in mine if not row[1].startswith("?")}
        if "key" in fields:
            maps[slug] = TableMap(slug, mine[0][2], fields, {row[3]: row[4] for row in mine if row[1].startswith("?")})
    return maps


def store_table_map(connection: Connection, found: TableMap, names: Mapping[str, str], types: Mapping[str, str]) -> None:
    """Replaces what is known of one table; `names` and `types` are by remote field id."""
    connection.exec_driver_sql("DELETE FROM schema_field WHERE table_slug = ?", (found.slug,))
    rows = [(found.slug, slug, found.table_id, field, names[field], types[field]) for slug, field in found.fields.items()]
    rows += [(found.slug, f"?{field}", found.table_id, field, name, types[field]) for field, name in found.other.items()]
    connection.exec_driver_sql(
        "INSERT INTO schema_field (table_slug, field_slug, table_id, field_id, name, type, state) "
        "VALUES (?, ?, ?, ?, ?, ?, 'found')",
        rows,
    )


def by_remote_id(connection: Connection, slug: str, ids: Sequence[RemoteId]) -> dict[RemoteId, SyncRecord]:
    """The records that these remote ids are here."""
    rows = connection.exec_driver_sql(
        f"SELECT s.lid, s.rid, s.base, s.touched, r.deleted, s.quarantine FROM sync_record s JOIN {slug} r ON r.lid = s.lid "
        "WHERE s.table_slug = ? AND s.rid IN (SELECT value FROM json_each(?))",
        (slug, json.dumps(list(ids))),
    )
    return {RemoteId(row[1]): _sync_record(row) for row in rows}


def unsent_by_key(connection: Connection, slug: str, keys: Sequence[str]) -> dict[str, RecordId]:
    """The living records with these keys that no remote is known to have."""
    rows = connection.exec_driver_sql(
        f"SELECT r.key, r.lid FROM {slug} r JOIN sync_record s ON s.table_slug = ? AND s.lid = r.lid "
        "WHERE s.rid IS NULL AND r.deleted = 0 AND r.key IN (SELECT value FROM json_each(?))",
        (slug, json.dumps(list(keys))),
    )
    return {row[0]: RecordId(row[1]) for row in rows}


def touched(connection: Connection, slug: str) -> list[SyncRecord]:
    """The records that may have something pending."""
    rows = connection.exec_driver_sql(
        f"SELECT s.lid, s.rid, s.base, s.touched, r.deleted, s.quarantine FROM sync_record s JOIN {slug} r ON r.lid = s.lid "
        "WHERE s.table_slug = ? AND s.touched = 1 ORDER BY s.lid",
        (slug,),
    )
    return [_sync_record(row) for row in rows]


def _sync_record(row: Sequence[object]) -> SyncRecord:
    lid, rid, base, is_touched, deleted, quarantine = row
    return SyncRecord(
        RecordId(int(str(lid))),
        None if rid is None else RemoteId(str(rid)),
        json.loads(str(base)) if base else {},
        bool(is_touched),
        bool(deleted),
        None if quarantine is None else str(quarantine),
    )


def local_snapshot(connection: Connection, spec: TableSpec, record: RecordId) -> tuple[Snapshot, frozenset[str]]:
    """The record as it stands here, in wire form, and the slugs of links that must wait for their target's remote id."""
    columns = ", ".join(field.slug for field in spec.fields)
    row = connection.exec_driver_sql(f"SELECT {columns} FROM {spec.slug} WHERE lid = ?", (record,)).one()
    snapshot: Snapshot = {}
    waiting = set()
    for field, stored in zip(spec.fields, row, strict=True):
        try:
            wire = to_wire(field, stored, lambda slug, lid: remote_id_of(connection, slug, lid))
        except LookupError:
            waiting.add(field.slug)
            continue
        if wire is not None:
            snapshot[field.slug] = wire
    return snapshot, frozenset(waiting)


def remote_id_of(connection: Connection, slug: str, record: int) -> str | None:
    """A record's remote id, if it has one."""
    found = connection.exec_driver_sql("SELECT rid FROM sync_record WHERE table_slug = ? AND lid = ?", (slug, record)).scalar()
    return None if found is None else str(found)


def record_of_remote(connection: Connection, slug: str, remote: str) -> int | None:
    """The local id of a remote record."""
    found = connection.exec_driver_sql("SELECT lid FROM sync_record WHERE table_slug = ? AND rid = ?", (slug, remote)).scalar()
    return None if found is None else int(found)


def all_remote_ids(connection: Connection, slug: str) -> dict[str, int]:
    """Every remote id of a table with its local id."""
    rows = connection.exec_driver_sql("SELECT rid, lid FROM sync_record WHERE table_slug = ? AND rid IS NOT NULL", (slug,))
    return {row[0]: row[1] for row in rows}


def agree(connection: Connection, slug: str, record: RecordId, remote: RemoteId, base: Snapshot, clean: bool) -> None:
    """Stores what both sides agree on now; `clean` where nothing of the record is pending any more."""
    connection.exec_driver_sql(
        "UPDATE sync_record SET rid = ?, base = ?, tried = 0, quarantine = NULL, touched = ? WHERE table_slug = ? AND lid = ?",
        (remote, json.dumps(base, ensure_ascii=False), int(not clean), slug, record),
    )


def settle_touched(connection: Connection, slug: str, record: RecordId) -> None:
    """Takes the touched mark off a record that was looked at and found equal to its base."""
    connection.exec_driver_sql("UPDATE sync_record SET touched = 0 WHERE table_slug = ? AND lid = ?", (slug, record))


def quarantine(connection: Connection, slug: str, record: RecordId, reason: str) -> None:
    """Sets a record aside with the service's reason; any later edit of it tries again."""
    connection.exec_driver_sql("UPDATE sync_record SET quarantine = ? WHERE table_slug = ? AND lid = ?", (reason, slug, record))


def held_fields(connection: Connection, slug: str, record: RecordId) -> frozenset[str]:
    """The fields of a record that wait for a person's decision."""
    rows = connection.exec_driver_sql("SELECT field FROM conflict WHERE table_slug = ? AND lid = ?", (slug, record))
    return frozenset(row[0] for row in rows)


def hold(
    connection: Connection, slug: str, record: RecordId, base: Snapshot, held: Mapping[str, tuple[Wire, Wire]], at: str
) -> None:
    """Keeps both values of each field until a person chooses; a later value of theirs replaces the earlier one."""
    connection.exec_driver_sql(
        "DELETE FROM conflict WHERE table_slug = ? AND lid = ? AND field NOT IN (SELECT value FROM json_each(?))",
        (slug, record, json.dumps(list(held))),
    )
    for field, (mine, theirs) in held.items():
        connection.exec_driver_sql(
            "INSERT INTO conflict (table_slug, lid, field, base, mine, theirs, since) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (table_slug, lid, field) DO UPDATE SET mine = excluded.mine, theirs = excluded.theirs",
            (slug, record, field, json.dumps(base.get(field)), json.dumps(mine), json.dumps(theirs), at),
        )


def forget(connection: Connection, slug: str, record: RecordId, by: str, at: str) -> None:
    """Drops a record that is gone on both sides; a tombstone keeps what it held."""
    row = connection.exec_driver_sql(f"SELECT * FROM {slug} WHERE lid = ?", (record,)).mappings().first()
    remote = remote_id_of(connection, slug, record)
    if row is not None:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO tombstone (table_slug, rid, key, snapshot, by, at) VALUES (?, ?, ?, ?, ?, ?)",
            (slug, remote or f"local-{record}", row["key"], json.dumps(dict(row), ensure_ascii=False), by, at),
        )
    for table, column in (("sync_record", "lid"), ("conflict", "lid")):
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE table_slug = ? AND {column} = ?", (slug, record))
    if slug in ("prospects", "interactions"):
        search = "prospect_search" if slug == "prospects" else "interaction_search"
        connection.exec_driver_sql(f"DELETE FROM {search} WHERE rowid = ?", (record,))
    if slug == "prospects":
        connection.exec_driver_sql("DELETE FROM position WHERE prospect = ?", (record,))
    connection.exec_driver_sql(f"DELETE FROM {slug} WHERE lid = ?", (record,))


def watermark(connection: Connection, slug: str) -> tuple[str | None, str | None]:
    """How far a table was pulled (the remote's clock), and when it was last walked whole."""
    row = connection.exec_driver_sql("SELECT watermark, last_full_scan FROM sync_cursor WHERE table_slug = ?", (slug,)).first()
    return (row[0], row[1]) if row else (None, None)


def set_watermark(connection: Connection, slug: str, at: str, full: bool) -> None:
    """Advances a table's cursor after a finished walk."""
    connection.exec_driver_sql(
        "INSERT INTO sync_cursor (table_slug, watermark, last_full_scan) VALUES (?, ?, ?) ON CONFLICT (table_slug) "
        "DO UPDATE SET watermark = max(watermark, excluded.watermark), "
        "last_full_scan = coalesce(excluded.last_full_scan, last_full_scan)",
        (slug, at, at if full else None),
    )


def write_intent(
    connection: Connection, op: str, slug: str, items: Iterable[tuple[RecordId, RemoteId | None, str, Snapshot]], at: str
) -> int:
    """Writes down a request before it is sent."""
    inserted = connection.exec_driver_sql(
        "INSERT INTO intent (op, table_slug, items, sent_at) VALUES (?, ?, ?, ?)",
        (op, slug, json.dumps(list(items), ensure_ascii=False), at),
    )
    return int(inserted.lastrowid)


def intents(connection: Connection) -> list[Intent]:
    """The requests whose answer is not known, oldest first."""
    rows = connection.exec_driver_sql("SELECT id, op, table_slug, items, sent_at FROM intent ORDER BY id").fetchall()
    return [Intent(r[0], r[1], r[2], tuple((a, b, c, d) for a, b, c, d in json.loads(r[3])), r[4]) for r in rows]


def drop_intent(connection: Connection, intent: int) -> None:
    """The request is settled."""
    connection.exec_driver_sql("DELETE FROM intent WHERE id = ?", (intent,))


def get_meta(connection: Connection, key: str) -> str | None:
    """A fact of this workspace."""
    found = connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (key,)).scalar()
    return None if found is None else str(found)


def set_meta(connection: Connection, key: str, value: str | None) -> None:
    """Sets a fact of this workspace; None removes it."""
    if value is None:
        connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (key,))
    else:
        connection.exec_driver_sql(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value)
        )
