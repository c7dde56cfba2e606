"""What was last agreed of a record, and the marks that say whether it is to be looked at or was sent without an answer."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeydesk.domain.catalogue import TABLES
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.values import Wire
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.local_snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class Agreement:
    """What both sides agree on of one record; `clean` where nothing of it is pending any more."""

    record: RecordId
    remote: RemoteId
    base: Snapshot
    clean: bool


def agree(connection: Connection, slug: str, agreements: Sequence[Agreement]) -> None:
    """Stores what both sides agree on now, for a page of records."""
    sql.run_many(
        connection,
        "UPDATE sync_record SET rid = ?, base = ?, tried = 0, touched = ? WHERE table_slug = ? AND lid = ?",
        [
            (each.remote, json.dumps(each.base, ensure_ascii=False), int(not each.clean), slug, each.record)
            for each in agreements
        ],
    )


def clear_touched(connection: Connection, slug: str, records: Sequence[RecordId]) -> None:
    """Takes the touched mark off records that were looked at and found equal to their bases."""
    sql.run(
        connection,
        "UPDATE sync_record SET touched = 0 WHERE table_slug = ? AND lid IN (SELECT value FROM json_each(?))",
        (slug, json.dumps(list(records))),
    )


def remember_sent(connection: Connection, slug: str, record: RecordId, sent: Snapshot) -> None:
    """A creation of which the remote has nothing: what was sent is kept, should it still arrive."""
    sql.run(
        connection,
        "UPDATE sync_record SET base = ? WHERE table_slug = ? AND lid = ? AND rid IS NULL",
        (json.dumps(sent, ensure_ascii=False), slug, record),
    )


def mark_tried(connection: Connection, slug: str, records: Iterable[RecordId]) -> None:
    """These are about to be created in the remote; until an answer comes nobody knows whether they were."""
    sql.run(
        connection,
        "UPDATE sync_record SET tried = 1 WHERE table_slug = ? AND lid IN (SELECT value FROM json_each(?))",
        (slug, json.dumps(list(records))),
    )


def unmark_tried(connection: Connection, slug: str, records: Iterable[RecordId]) -> None:
    """The service said that it created none of these."""
    sql.run(
        connection,
        "UPDATE sync_record SET tried = 0, base = NULL WHERE table_slug = ? AND rid IS NULL "
        "AND lid IN (SELECT value FROM json_each(?))",
        (slug, json.dumps(list(records))),
    )


def create_anew(connection: Connection, slug: str, record: RecordId) -> None:
    """The remote has no such record and is to have it: it is created by its key, and what points at it is linked anew."""
    sql.run(
        connection,
        "UPDATE sync_record SET rid = NULL, base = NULL, tried = 0, touched = 1 WHERE table_slug = ? AND lid = ?",
        (slug, record),
    )
    link_anew(connection, slug, record)


def touch_linked(connection: Connection, slug: str, record: RecordId) -> None:
    """What points at this record is looked at again: the record gets another remote id, so their links are sent anew. What is deleted
    itself sends none."""
    _touch_linked(connection, slug, record, "base")


def link_anew(connection: Connection, slug: str, record: RecordId) -> None:
    """The record is back: a remote emptied the links to it when it went, so nothing is agreed about them any more, save of what is
    deleted itself, which is to be known as it was."""
    _touch_linked(connection, slug, record, "json_remove(base, '$.{field}')")


def _touch_linked(connection: Connection, slug: str, record: RecordId, base: str) -> None:
    for spec in TABLES:
        for field in spec.fields:
            if field.links_to == slug:
                sql.run(
                    connection,
                    f"UPDATE sync_record SET touched = 1, base = {base.format(field=field.slug)} WHERE table_slug = ? AND lid IN "
                    f"(SELECT lid FROM {spec.slug} WHERE {field.slug} = ? AND deleted = 0)",
                    (spec.slug, record),
                )


def touch_what_points_at_unknown(connection: Connection, slug: str, records: Sequence[RecordId]) -> None:
    """What points at those of these records that no remote knows is looked at again: they are back, and so is the work on them."""
    for record in sql.scalars(
        connection,
        "SELECT lid FROM sync_record WHERE table_slug = ? AND rid IS NULL AND lid IN (SELECT value FROM json_each(?))",
        (slug, json.dumps(list(records))),
    ):
        touch_linked(connection, slug, RecordId(record))


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
