"""Many records in few statements, for what a file brings and for taking it back: the same rows, marks, history and search index as
one by one."""

import json
from collections.abc import Mapping, Sequence

from journeydesk.domain.errors import Bug
from journeydesk.domain.folding import fold
from journeydesk.domain.frozen_data import dataclass
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
from journeydesk.storage.records.search_index import index_again, index_words, words_of
from journeydesk.storage.sync.bases import touch_what_points_at_unknown
from journeydesk.storage.sync.pending import settle

_SLICE = 10_000


@dataclass(frozen=True, slots=True)
class Prepared:
    """New records of a table as they are written, worked out without the database: the `names` of columns, the values of each record, its
    `marks` (whether it waits to be sent, whether its key was drawn), and its words for the search index where that has the table."""

    names: tuple[str, ...]
    rows: Sequence[tuple[Stored, ...]]
    marks: Sequence[tuple[int, int]]
    words: Sequence[tuple[str, ...]]

    def cut(self, start: int, end: int) -> "Prepared":
        """Some of the records."""
        return Prepared(self.names, self.rows[start:end], self.marks[start:end], self.words[start:end])


def prepare(slug: str, rows: Sequence[Mapping[str, Stored]]) -> Prepared:
    """What is written for new records; every row has the same fields, the key among them. Raises Bug where a row has no key."""
    if not all(row.get("key") for row in rows):
        raise Bug(f"a record of {slug} needs a key before it is stored")
    fields = list(rows[0]) if rows else []
    folded = [name for name in ("company", "contact_name") if slug == "prospects" and name in fields]
    names = (*fields, *(f"{name.removesuffix('_name')}_sort" for name in folded))
    values = [(*row.values(), *[fold(str(row[name] or "")) or None for name in folded]) for row in rows]
    marks = [(int(slug != "events" or bool(row.get("shared", 1))), int(isinstance(row["key"], DrawnKey))) for row in rows]
    return Prepared(names, values, marks, words_of(slug, rows))


def insert_prepared(connection: Connection, slug: str, prepared: Prepared, author: Author) -> list[RecordId]:
    """New records that no remote knows yet, in this order. The search index gets their words from the caller (`index_words`), after all
    else of the transaction: a statement with triggers that follows makes it write what it gathered."""
    if not prepared.rows:
        return []
    last = sql.scalar(connection, "SELECT seq FROM sqlite_sequence WHERE name = ?", (table_of(slug),)) or 0
    ids = [RecordId(last + number) for number in range(1, len(prepared.rows) + 1)]
    at = author.at
    rows = ((record, *row, at) for record, row in zip(ids, prepared.rows, strict=True))
    sql.insert_rows(connection, f"{slug} (lid, {', '.join(prepared.names)}, created_at)", rows)
    marks = ((slug, record, *mark) for record, mark in zip(ids, prepared.marks, strict=True))
    sql.insert_rows(connection, "sync_record (table_slug, lid, touched, drawn)", marks)
    if slug == "interactions" and "prospect" in prepared.names:
        place = prepared.names.index("prospect")
        refresh_last_touch(connection, sorted({int(row[place] or 0) for row in prepared.rows}))
    return ids


def insert_many(connection: Connection, slug: str, rows: Sequence[Mapping[str, Stored]], author: Author) -> list[RecordId]:
    """New records that no remote knows yet, in this order; every row has the same fields, the key among them.

    Raises Bug where a row has no key.
    """
    prepared = prepare(slug, rows)
    ids = insert_prepared(connection, slug, prepared, author)
    index_words(connection, slug, zip(ids, prepared.words, strict=bool(prepared.words)))
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
