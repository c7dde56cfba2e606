"""What sync keeps beside each record: its remote id, its base, and whether anything of it may be pending."""

import json
from collections.abc import Sequence
from dataclasses import field

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.unsent_fields import UnsentFields, unsent_fields_of
from journeydesk.storage.sync.local_snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class SyncRecord:
    """One record's sync state; `base` is empty where nothing was ever agreed.

    Nobody else can have the key of one that was `drawn`.
    Of a record that was `tried` (sent without an answer, and not found since) the base is what was sent.
    """

    record: RecordId
    remote_id: RemoteId | None
    base: Snapshot
    touched: bool
    deleted: bool
    tried: bool = False
    drawn: bool = False
    unsent: UnsentFields = field(default_factory=UnsentFields)
    extra: str | None = None


def by_remote_id(connection: Connection, slug: str, ids: Sequence[RemoteId]) -> dict[RemoteId, SyncRecord]:
    """The local records of these remote ids."""
    rows = sql.rows(
        connection,
        f"{_select(slug, 'ix_sync_record_rid')} AND s.rid IS NOT NULL AND s.rid IN (SELECT value FROM json_each(?))",
        (slug, json.dumps(list(ids))),
    )
    return {RemoteId(row[1]): _sync_record(row) for row in rows}


_STATE = "s.lid, s.rid, s.base, s.touched, r.deleted, s.tried, s.drawn, s.quarantine, s.held, r.extra"


def _select(slug: str, index: str = "") -> str:
    # The index is named where the planner, who has no figures about the tables, would walk every record of one instead.
    by = f" INDEXED BY {index}" if index else ""
    return f"SELECT {_STATE} FROM sync_record s{by} JOIN {slug} r ON r.lid = s.lid WHERE s.table_slug = ?"


def sync_records(connection: Connection, slug: str, records: Sequence[RecordId]) -> dict[RecordId, SyncRecord]:
    """The sync states of these records; one that is gone is left out."""
    rows = sql.rows(
        connection, f"{_select(slug)} AND s.lid IN (SELECT value FROM json_each(?))", (slug, json.dumps(list(records)))
    )
    return {RecordId(row[0]): _sync_record(row) for row in rows}


def unsent_by_key(connection: Connection, slug: str, keys: Sequence[str]) -> dict[str, SyncRecord]:
    """The records with these keys that no remote is known to have; one deleted locally only where it may have been sent."""
    rows = sql.rows(
        connection,
        f"SELECT r.key, {_STATE} FROM {slug} r CROSS JOIN sync_record s ON s.table_slug = ? AND s.lid = r.lid "
        "WHERE s.rid IS NULL AND (r.deleted = 0 OR s.tried = 1) AND r.key IN (SELECT value FROM json_each(?)) ORDER BY s.lid DESC",
        (slug, json.dumps(list(keys))),
    )
    return {row[0]: _sync_record(row[1:]) for row in rows}


def taken_keys(connection: Connection, slug: str, keys: Sequence[str]) -> set[str]:
    """Which of these keys a living local record has already."""
    rows = sql.rows(
        connection,
        f"SELECT DISTINCT key FROM {slug} WHERE deleted = 0 AND key IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys)),),
    )
    return {row[0] for row in rows}


def keys_of(connection: Connection, slug: str, records: Sequence[RecordId]) -> dict[RecordId, str]:
    """The keys of these records."""
    rows = sql.rows(
        connection,
        f"SELECT lid, coalesce(key, '') FROM {slug} WHERE lid IN (SELECT value FROM json_each(?)) ORDER BY lid",
        (json.dumps(list(records)),),
    )
    return {RecordId(row[0]): row[1] for row in rows}


def owners_of_keys(connection: Connection, slug: str, keys: Sequence[str]) -> dict[str, RecordId]:
    """To which local record each key belongs: one that the remote has before one that it has not, then the oldest."""
    rows = sql.rows(
        connection,
        f"SELECT r.key, r.lid FROM {slug} r CROSS JOIN sync_record s ON s.table_slug = ? AND s.lid = r.lid "
        "WHERE r.key IN (SELECT value FROM json_each(?)) AND (r.deleted = 0 OR s.rid IS NOT NULL) "
        "ORDER BY s.rid IS NOT NULL, r.lid DESC",
        (slug, json.dumps(list(keys))),
    )
    return {row[0]: RecordId(row[1]) for row in rows}


def touched_ids(connection: Connection, slug: str, *, sent: bool, deleted: bool = False) -> list[RecordId]:
    """The records that may have something pending, in order: those that the remote has (`sent`) or has not, and that were `deleted` here
    or were not. None while a long step is under way, which may yet be taken back."""
    if sql.scalar(connection, "SELECT 1 FROM undo_entry WHERE phase IS NOT NULL"):
        return []
    return sql.scalars(
        connection,
        f"SELECT s.lid FROM sync_record s INDEXED BY ix_sync_record_touched JOIN {slug} r ON r.lid = s.lid "
        "WHERE s.table_slug = ? AND s.touched = 1 AND (s.rid IS NOT NULL) = ? AND r.deleted = ? ORDER BY s.lid",
        (slug, sent, deleted),
    )


def _sync_record(row: Sequence[object]) -> SyncRecord:
    lid, rid, base, is_touched, deleted, tried, drawn, rejected, held, extra = row
    return SyncRecord(
        RecordId(int(str(lid))),
        None if rid is None else RemoteId(str(rid)),
        json.loads(str(base)) if base else {},
        bool(is_touched),
        bool(deleted),
        bool(tried),
        bool(drawn),
        unsent_fields_of(None if rejected is None else str(rejected), None if held is None else str(held)),
        None if extra is None else str(extra),
    )
