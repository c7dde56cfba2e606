"""Many records in few statements, for what a file brings and for taking it back: the same rows, marks, history and search index as
one by one."""

import json
from collections.abc import Mapping, Sequence

from journeydesk.domain.errors import Bug
from journeydesk.domain.folding import fold
from journeydesk.domain.ids import DrawnKey, RecordId
from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.records import (
    Author,
    FieldChange,
    refresh_last_touch,
    table_of,
    write_history,
)
from journeydesk.storage.records.search_index import index_again, index_new
from journeydesk.storage.sync.bases import touch_what_points_at_unknown
from journeydesk.storage.sync.pending import settle

_SLICE = 10_000


def insert_many(connection: Connection, slug: str, rows: Sequence[Mapping[str, Stored]], author: Author) -> list[RecordId]:
    """New records that no remote knows yet, in this order; every row has the same fields, the key among them.

    Raises Bug where a row has no key.
    """
    if not rows:
        return []
    if not all(row.get("key") for row in rows):
        raise Bug(f"a record of {slug} needs a key before it is stored")
    last = sql.scalar(connection, "SELECT seq FROM sqlite_sequence WHERE name = ?", (table_of(slug),)) or 0
    ids = [RecordId(last + number) for number in range(1, len(rows) + 1)]
    fields = list(rows[0])
    folded = [name for name in ("company", "contact_name") if slug == "prospects" and name in fields]
    names = ["lid", *fields, *(f"{name.removesuffix('_name')}_sort" for name in folded), "created_at"]
    parameters = (
        (record, *row.values(), *(fold(str(row[name] or "")) or None for name in folded), author.at)
        for record, row in zip(ids, rows, strict=True)
    )
    sql.insert_rows(connection, f"{slug} ({', '.join(names)})", parameters)
    marks = (
        (slug, record, int(slug != "events" or bool(row.get("shared", 1))), int(isinstance(row["key"], DrawnKey)))
        for record, row in zip(ids, rows, strict=True)
    )
    sql.insert_rows(connection, "sync_record (table_slug, lid, touched, drawn)", marks)
    index_new(connection, slug, zip(ids, rows, strict=True))
    if slug == "interactions":
        refresh_last_touch(connection, sorted({int(row.get("prospect") or 0) for row in rows}))
    return ids


def set_deleted_many(
    connection: Connection, slug: str, records: Sequence[RecordId], deleted: bool, author: Author
) -> list[FieldChange]:
    """Marks records as deleted, or takes the mark back; those that are so already, or gone, are left alone."""
    changes: list[FieldChange] = []
    linked = "prospect" if slug == "interactions" else "NULL"
    for start in range(0, len(records), _SLICE):
        chosen = json.dumps(records[start : start + _SLICE])
        rows = sql.rows(
            connection,
            f"SELECT lid, {linked} FROM {table_of(slug)} WHERE deleted = ? AND lid IN (SELECT value FROM json_each(?))",
            (int(not deleted), chosen),
        )
        ids = [RecordId(record) for record, _ in rows]
        slice_changes = [FieldChange(slug, record, "deleted", int(not deleted), int(deleted)) for record in ids]
        if not ids:
            continue
        sql.run(
            connection,
            f"UPDATE {slug} SET deleted = ? WHERE lid IN (SELECT value FROM json_each(?))",
            (int(deleted), json.dumps(ids)),
        )
        write_history(connection, slice_changes, author)
        if slug == "interactions":
            refresh_last_touch(connection, sorted({prospect or 0 for _, prospect in rows}))
        if not deleted:
            touch_what_points_at_unknown(connection, slug, ids)
        settle(connection, slug, ids)
        changes += slice_changes
    # Last, for every statement with triggers that follows a change of the search index makes it write what it gathered.
    index_again(connection, slug, [change.record for change in changes])
    return changes
