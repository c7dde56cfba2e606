"""What was last agreed of a record, and the marks that say whether it is to be looked at or was sent without an answer."""

import json
from collections.abc import Iterable, Mapping, Sequence

from journeydesk.domain.catalogue import TABLES
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.values import Wire
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.local_snapshots import Snapshot
from journeydesk.storage.sync.named_links import named_links, pointing_by_name


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
        "UPDATE sync_record SET rid = ?, base = ?, tried = 0, drawn = 0, touched = ? WHERE table_slug = ? AND lid = ?",
        [
            (each.remote, json.dumps(each.base, ensure_ascii=False), int(not each.clean), slug, each.record)
            for each in agreements
        ],
    )


def touch(connection: Connection, slug: str, record: RecordId) -> None:
    """The record is looked at again: it may say another by now."""
    sql.run(connection, "UPDATE sync_record SET touched = 1 WHERE table_slug = ? AND lid = ?", (slug, record))


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


def forget_drawn(connection: Connection, slug: str, records: Iterable[RecordId]) -> None:
    """These have keys by now that somebody else may have too."""
    sql.run(
        connection,
        "UPDATE sync_record SET drawn = 0 WHERE drawn = 1 AND table_slug = ? AND lid IN (SELECT value FROM json_each(?))",
        (slug, json.dumps(list(records))),
    )


def forget_all_drawn(connection: Connection) -> None:
    """What waits here may wait in a second copy of this workspace, or have been sent from it."""
    sql.run(connection, "UPDATE sync_record SET drawn = 0 WHERE touched = 1 AND drawn = 1")


def create_anew(connection: Connection, slug: str, record: RecordId) -> None:
    """The remote has no such record and is to have it: it is created by its key, and what points at it is linked anew."""
    sql.run(
        connection,
        "UPDATE sync_record SET rid = NULL, base = NULL, tried = 0, drawn = 0, touched = 1 WHERE table_slug = ? AND lid = ?",
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
        # A remote empties no text when the record goes that it names.
        by_name = {link.field for link in named_links(connection, spec.slug)}
        for field in spec.fields:
            if field.links_to == slug:
                agreed = "base" if field.slug in by_name else base.format(field=field.slug)
                sql.run(
                    connection,
                    f"UPDATE sync_record SET touched = 1, base = {agreed} WHERE table_slug = ? AND lid IN "
                    f"(SELECT lid FROM {spec.slug} WHERE {field.slug} = ? AND deleted = 0)",
                    (spec.slug, record),
                )


def touch_named(connection: Connection, slug: str, records: Sequence[RecordId]) -> dict[str, list[RecordId]]:
    """What names these records in the remote is looked at again, for they are called otherwise by now; by table."""
    pointing = pointing_by_name(connection, slug, records)
    for table, found in pointing.items():
        sql.run(
            connection,
            "UPDATE sync_record SET touched = 1 WHERE table_slug = ? AND lid IN (SELECT value FROM json_each(?))",
            (table, json.dumps(found)),
        )
    return pointing


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


def rename_in_base(connection: Connection, slug: str, name: str, texts: Mapping[RecordId, str]) -> None:
    """One field of what was last agreed is called otherwise there by now; nothing of it is pending for that."""
    sql.run_many(
        connection,
        f"UPDATE sync_record SET base = json_set(base, '$.{name}', ?) WHERE table_slug = ? AND lid = ?",
        [(text, slug, record) for record, text in texts.items()],
    )


def agreed_texts(connection: Connection, slug: str, name: str) -> list[tuple[RemoteId, str]]:
    """What was last agreed of a field that holds texts, by remote id; a walk over every record of the table."""
    rows = sql.rows(
        connection,
        f"SELECT rid, json_extract(base, '$.{name}') FROM sync_record WHERE table_slug = ? AND rid IS NOT NULL "
        f"AND json_type(base, '$.{name}') = 'text' ORDER BY lid",
        (slug,),
    )
    return [(RemoteId(remote), text) for remote, text in rows]
