"""What is gone for good is remembered: with all it held, and what pointed at it, so that it can come back."""

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta

from journeydesk.domain.catalogue import BY_SLUG, TABLES
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.values import Stored, Wire
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.history import last_source
from journeydesk.storage.records.records import (
    PEOPLE,
    Author,
    FieldChange,
    existing,
    refresh_last_touch,
    set_deleted,
    write_history,
)
from journeydesk.storage.records.search_index import index_again, search_table
from journeydesk.storage.schema.layout import TOMBSTONE_RECORD
from journeydesk.storage.sync.bases import create_anew, link_anew
from journeydesk.storage.sync.pending import settle

KEPT_DAYS = 90
"""How long a tombstone is kept at least (docs/sync.md, "State of a record")."""

HERE = "here"
"""By whom a record is gone that was deleted on this computer."""

ALWAYS_KEPT = 20_000
"""So many of the newest are kept whatever their age."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A record that is gone, `by` HERE or the remote that it was deleted in, and since when: its row as it was, the local ids of what
    pointed at it by table, and what was agreed of it last, in wire form (None where it is not known)."""

    slug: str
    remote_id: str
    by: str
    at: str
    row: dict[str, Stored]
    linked: dict[str, list[int]]
    base: dict[str, Wire] | None = None

    @property
    def record(self) -> RecordId:
        """The local id that it had, and gets again."""
        return RecordId(int(str(self.row["lid"])))


def forget(connection: Connection, slug: str, records: Sequence[RecordId], by: str, at: str) -> None:
    """Drops records that are gone on both sides; each one's tombstone keeps what it held."""
    ids = json.dumps(list(records))
    prospects = _prospects_of(connection, slug, ids)
    linked = _pointing_at(connection, slug, ids)
    _remember(connection, slug, ids, linked, by, at)
    for table in ("sync_record", "conflict"):
        sql.run(
            connection, f"DELETE FROM {table} WHERE table_slug = ? AND lid IN (SELECT value FROM json_each(?))", (slug, ids)
        )
    if slug in ("prospects", "interactions"):
        sql.run(connection, f"DELETE FROM {search_table(slug)} WHERE rowid IN (SELECT value FROM json_each(?))", (ids,))
    if slug == "prospects":
        sql.run(connection, "DELETE FROM position WHERE prospect IN (SELECT value FROM json_each(?))", (ids,))
    sql.run(connection, f"DELETE FROM {slug} WHERE lid IN (SELECT value FROM json_each(?))", (ids,))
    if slug == "interactions":
        refresh_last_touch(connection, prospects)
    for by_table in linked.values():
        for table, pointing in by_table.items():
            # A link to what is gone says nothing, and work on it that was never sent waits for nothing until it comes back.
            settle(connection, table, [RecordId(record) for record in pointing])


def _remember(
    connection: Connection, slug: str, ids: str, linked: Mapping[int, dict[str, list[int]]], by: str, at: str
) -> None:
    rows = sql.dicts(connection, f"SELECT * FROM {slug} WHERE lid IN (SELECT value FROM json_each(?))", (ids,))
    synced = {
        record: (remote, base)
        for record, remote, base in sql.rows(
            connection,
            "SELECT lid, rid, base FROM sync_record WHERE table_slug = ? AND lid IN (SELECT value FROM json_each(?))",
            (slug, ids),
        )
    }
    tombstones = []
    for row in rows:
        remote, base = synced.get(row["lid"], (None, None))
        agreed = json.loads(base) if remote and base else None
        snapshot = json.dumps({"row": row, "linked": linked.get(row["lid"], {}), "base": agreed}, ensure_ascii=False)
        tombstones.append((slug, remote or f"local-{row['lid']}", row["key"], snapshot, by, at))
    # What was deleted here and made here again may have got the same remote record back: what it was before stays remembered.
    sql.run_many(
        connection,
        f"UPDATE OR REPLACE tombstone SET rid = 'local-' || {TOMBSTONE_RECORD} "
        f"WHERE table_slug = ? AND rid = ? AND {TOMBSTONE_RECORD} <> ?",
        [(slug, remote, row["lid"]) for (_, remote, *_), row in zip(tombstones, rows, strict=True)],
    )
    sql.run_many(
        connection,
        "INSERT INTO tombstone (table_slug, rid, key, snapshot, by, at) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (table_slug, rid) DO UPDATE SET snapshot = excluded.snapshot, by = excluded.by, at = excluded.at",
        tombstones,
    )


def _prospects_of(connection: Connection, slug: str, ids: str) -> list[int]:
    """Of interactions, whose they are."""
    if slug != "interactions":
        return []
    return sql.scalars(
        connection,
        "SELECT DISTINCT prospect FROM interactions WHERE prospect IS NOT NULL AND lid IN (SELECT value FROM json_each(?)) "
        "ORDER BY prospect",
        (ids,),
    )


def create_again(connection: Connection, slug: str, record: RecordId, by: str, at: str) -> None:
    """The record is gone from the remote and wanted again: it is created anew by its key, and its remote id is remembered as gone."""
    ids = json.dumps([record])
    _remember(connection, slug, ids, _pointing_at(connection, slug, ids), by, at)
    create_anew(connection, slug, record)


def _pointing_at(connection: Connection, slug: str, ids: str) -> dict[int, dict[str, list[int]]]:
    """By record of `ids` (a JSON list), the records that link to it, by their table."""
    linked: dict[int, dict[str, list[int]]] = {}
    for spec in TABLES:
        for field in spec.fields:
            if field.links_to == slug:
                for target, record in sql.rows(
                    connection,
                    f"SELECT {field.slug}, lid FROM {spec.slug} WHERE {field.slug} IN (SELECT value FROM json_each(?))",
                    (ids,),
                ):
                    linked.setdefault(target, {}).setdefault(spec.slug, []).append(record)
    return linked


def of_remote(connection: Connection, slug: str, ids: Sequence[RemoteId]) -> dict[RemoteId, Tombstone]:
    """The tombstones of these remote ids: one that lives again was restored from the trash."""
    rows = sql.rows(
        connection,
        "SELECT rid, by, at, snapshot FROM tombstone WHERE table_slug = ? AND rid IN (SELECT value FROM json_each(?))",
        (slug, json.dumps(list(ids))),
    )
    return {RemoteId(row[0]): _tombstone(slug, *row) for row in rows}


def of_keys(connection: Connection, slug: str, keys: Sequence[str]) -> dict[str, Tombstone]:
    """The newest tombstone of each of these keys that has one."""
    rows = sql.rows(
        connection,
        "SELECT key, rid, by, at, snapshot FROM tombstone WHERE table_slug = ? AND key IN (SELECT value FROM json_each(?)) "
        "ORDER BY at, rowid",
        (slug, json.dumps(list(keys))),
    )
    return {row[0]: _tombstone(slug, *row[1:]) for row in rows}


def places_of(connection: Connection, slug: str, remotes: Sequence[str]) -> dict[str, int]:
    """The local ids that these remote records had before they went, and get again when they come back."""
    return dict(
        sql.rows(
            connection,
            f"SELECT rid, {TOMBSTONE_RECORD} FROM tombstone WHERE table_slug = ? AND rid IN (SELECT value FROM json_each(?))",
            (slug, json.dumps(list(remotes))),
        )
    )


def of_record(connection: Connection, slug: str, record: RecordId) -> Tombstone | None:
    """The newest tombstone of a local id."""
    row = sql.first(
        connection,
        f"SELECT rid, by, at, snapshot FROM tombstone WHERE table_slug = ? AND {TOMBSTONE_RECORD} = ? ORDER BY at DESC LIMIT 1",
        (slug, record),
    )
    return None if row is None else _tombstone(slug, *row)


def _tombstone(slug: str, remote: str, by: str, at: str, snapshot: str) -> Tombstone:
    kept = json.loads(snapshot)
    return Tombstone(slug, remote, by, at, kept["row"], kept["linked"], kept.get("base"))


def bring_back(connection: Connection, tombstone: Tombstone) -> None:
    """The row stands again under its old local id, unknown to any remote, so that it is created there anew by its key; what
    pointed at it and points nowhere now points at it again. The tombstone stays: its remote id is still gone."""
    spec = BY_SLUG[tombstone.slug]
    known = {row[1] for row in sql.rows(connection, f"PRAGMA table_info({tombstone.slug})")}
    row = {name: value for name, value in tombstone.row.items() if name in known} | {"deleted": 0}
    marks = ", ".join("?" * len(row))
    sql.run(connection, f"INSERT INTO {tombstone.slug} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
    sql.run(
        connection, "INSERT INTO sync_record (table_slug, lid, touched) VALUES (?, ?, 1)", (tombstone.slug, tombstone.record)
    )
    for slug, ids in tombstone.linked.items():
        for field in BY_SLUG[slug].fields:
            if field.links_to == spec.slug:
                unlinked = sql.scalars(
                    connection,
                    f"SELECT lid FROM {slug} WHERE lid IN (SELECT value FROM json_each(?)) AND {field.slug} IS NULL",
                    (json.dumps(ids),),
                )
                # What somebody here unlinked meanwhile stays so.
                back = [record for record in unlinked if last_source(connection, slug, record, field.slug) not in PEOPLE]
                sql.run(
                    connection,
                    f"UPDATE {slug} SET {field.slug} = ? WHERE lid IN (SELECT value FROM json_each(?))",
                    (tombstone.record, json.dumps(back)),
                )
    link_anew(connection, tombstone.slug, tombstone.record)
    index_again(connection, tombstone.slug, [tombstone.record])
    if tombstone.slug in ("prospects", "interactions"):
        prospect = tombstone.record if tombstone.slug == "prospects" else row.get("prospect")
        if prospect:
            refresh_last_touch(connection, [int(str(prospect))])


def restore(connection: Connection, slug: str, record: RecordId, author: Author) -> list[FieldChange]:
    """A deleted record stands again: its mark is taken off or, where both sides had dropped it, it comes out of its tombstone and is
    created anew with its key. No change where it lives, or where nothing of it is kept."""
    if existing(connection, slug, [record]):
        return set_deleted(connection, slug, record, False, author)
    grave = of_record(connection, slug, record)
    if grave is None:
        return []
    bring_back(connection, grave)
    changes = [FieldChange(slug, record, "deleted", 1, 0)]
    write_history(connection, changes, author)
    return changes


def lives(connection: Connection, tombstone: Tombstone) -> None:
    """The remote record itself is there again: it is no longer gone."""
    sql.run(connection, "DELETE FROM tombstone WHERE table_slug = ? AND rid = ?", (tombstone.slug, tombstone.remote_id))


def prune(connection: Connection, now: str) -> None:
    """Forgets what has been gone for longer than tombstones are kept, the oldest first; never on the clock's word alone, which
    may be set wrong: the newest ones always stay."""
    oldest = moment_text(moment_of(now) - timedelta(days=KEPT_DAYS))
    sql.run(
        connection,
        "DELETE FROM tombstone WHERE at < ? AND (table_slug, rid) NOT IN "
        "(SELECT table_slug, rid FROM tombstone ORDER BY at DESC LIMIT ?)",
        (oldest, ALWAYS_KEPT),
    )
