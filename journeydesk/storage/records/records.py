"""The one way in which a record is written: row, field history and search index in the same transaction.

Values are in stored form (`domain.values`). Who calls brings the transaction; the `touched` mark is set by triggers.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.errors import Bug
from journeydesk.domain.folding import fold
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import DrawnKey, Key, RecordId
from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.search_index import SEARCHED_FIELDS, index_again, index_new
from journeydesk.storage.records.unsent_fields import forget_pushes
from journeydesk.storage.schema.layout import own_columns, synced_columns
from journeydesk.storage.sync.bases import forget_drawn, touch_named, touch_what_points_at_unknown
from journeydesk.storage.sync.named_links import NAMES
from journeydesk.storage.sync.pending import settle

Row = dict[str, Stored]

PEOPLE = frozenset({"user", "undo", "import"})
"""The sources of a write behind which a person stands."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record that went from `old` to `new`."""

    table: str
    record: RecordId
    field: str
    old: Stored
    new: Stored


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes, when (stored moment), and from where: user, sync, stripe, receiver, import, undo or rule."""

    actor: str
    at: str
    source: str = "user"


def get(connection: Connection, slug: str, record: RecordId) -> Row | None:
    """The whole row, or None where there is none (a deleted row that still waits to be sent is returned too)."""
    rows = sql.dicts(connection, f"SELECT * FROM {table_of(slug)} WHERE lid = ?", (record,))
    return rows[0] if rows else None


def get_many(connection: Connection, slug: str, records: Sequence[RecordId]) -> dict[RecordId, Row]:
    """The whole rows of those that are there, in the order given."""
    stored = sql.dicts(
        connection,
        f"SELECT * FROM {table_of(slug)} WHERE lid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(records)),),
    )
    rows = {RecordId(row["lid"]): row for row in stored}
    return {record: rows[record] for record in records if record in rows}


def existing(connection: Connection, slug: str, records: Sequence[RecordId]) -> set[RecordId]:
    """Those that have a row, deleted or not."""
    return set(
        sql.scalars(
            connection,
            f"SELECT lid FROM {table_of(slug)} WHERE lid IN (SELECT value FROM json_each(?))",
            (json.dumps(list(records)),),
        )
    )


def find_by_key(connection: Connection, slug: str, key: str) -> RecordId | None:
    """The oldest living record with this key."""
    record = sql.scalar(
        connection, f"SELECT lid FROM {table_of(slug)} WHERE key = ? AND deleted = 0 ORDER BY lid LIMIT 1", (key,)
    )
    return None if record is None else RecordId(record)


def insert(connection: Connection, slug: str, values: Mapping[str, Stored], author: Author) -> RecordId:
    """A new record that no remote knows yet. Raises Bug without a key.

    Where the key is a `DrawnKey` it is noted that nobody else can have it, so sync need not look for it before it sends.
    """
    if not values.get("key"):
        raise Bug(f"a record of {slug} needs a key before it is stored")
    drawn = isinstance(values["key"], DrawnKey)
    row = _completed(slug, values) | {"key": str(values["key"]), "created_at": author.at}
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    record = RecordId(sql.run(connection, f"INSERT INTO {table_of(slug)} ({names}) VALUES ({marks})", tuple(row.values())))
    # What stays on this machine (docs/rules.md, "Sharing events") has nothing to wait for.
    waits = int(slug != "events" or bool(row.get("shared", 1)))
    statement = "INSERT INTO sync_record (table_slug, lid, touched, drawn) VALUES (?, ?, ?, ?)"
    sql.run(connection, statement, (slug, record, waits, int(drawn)))
    index_new(connection, slug, [(record, row)])
    if slug == "interactions":
        refresh_last_touch(connection, [int(row["prospect"] or 0)])
    return record


def update(
    connection: Connection, slug: str, record: RecordId, values: Mapping[str, Stored], author: Author
) -> list[FieldChange]:
    """Writes the fields that differ, each with its history, and returns them; nothing is written where all are equal."""
    return update_many(connection, slug, {record: values}, author)


def update_many(
    connection: Connection, slug: str, edits: Mapping[RecordId, Mapping[str, Stored]], author: Author
) -> list[FieldChange]:
    """`update` for many records at once. Raises Bug for a record that is not there."""
    stored = sql.dicts(
        connection,
        f"SELECT * FROM {table_of(slug)} WHERE lid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(edits)),),
    )
    before: dict[RecordId, Row] = {RecordId(row["lid"]): row for row in stored}
    changes: list[FieldChange] = []
    for record, values in edits.items():
        old = before.get(record)
        if old is None:
            raise Bug(f"{slug} has no record {record} to update")
        _known(slug, values)
        changes += [FieldChange(slug, record, name, old[name], value) for name, value in values.items() if old[name] != value]
    changed = dict.fromkeys(change.record for change in changes)
    write_changes(connection, slug, changes, author, [before[record] for record in changed])
    return changes


def write_changes(
    connection: Connection,
    slug: str,
    changes: Sequence[FieldChange],
    author: Author,
    before: Sequence[Row] = (),
    aside: Mapping[RecordId, Mapping[str, Stored]] = MappingProxyType({}),
) -> None:
    """Writes changes of which it is known that they are some; `before` are the rows of interactions as they were. `aside` are values
    of columns that never leave this computer and have no history."""
    rows: dict[RecordId, Row] = {record: dict(values) for record, values in aside.items()}
    for change in changes:
        rows.setdefault(change.record, {})[change.field] = change.new
    statements: dict[tuple[str, ...], list[tuple[Stored, ...]]] = {}
    for record, values in rows.items():
        row = _completed(slug, values)
        statements.setdefault(tuple(row), []).append((*row.values(), record))
    for names, parameters in statements.items():
        assignments = ", ".join(f"{name} = ?" for name in names)
        sql.run_many(connection, f"UPDATE {slug} SET {assignments} WHERE lid = ?", parameters)
    if changes:
        changed = list(dict.fromkeys(change.record for change in changes))
        write_history(connection, changes, author)
        _follow_up(connection, slug, changed, {change.field for change in changes}, before)
        if author.source in PEOPLE:
            forget_pushes(connection, slug, changed)
        settle(connection, slug, changed)


def set_deleted(connection: Connection, slug: str, record: RecordId, deleted: bool, author: Author) -> list[FieldChange]:
    """Marks a record as deleted (it goes for good when the remote has agreed), or takes the mark back."""
    row = get(connection, slug, record)
    if row is None:
        raise Bug(f"{slug} has no record {record} to delete")
    if row["deleted"] == int(deleted):
        return []
    changes = [FieldChange(slug, record, "deleted", int(not deleted), int(deleted))]
    sql.run(connection, f"UPDATE {table_of(slug)} SET deleted = ? WHERE lid = ?", (int(deleted), record))
    write_history(connection, changes, author)
    index_again(connection, slug, [record])
    if slug == "interactions" and row["prospect"]:
        refresh_last_touch(connection, [int(row["prospect"])])
    if not deleted:
        touch_what_points_at_unknown(connection, slug, [record])
    settle(connection, slug, [record])
    return changes


def write_history(connection: Connection, changes: Iterable[FieldChange], author: Author) -> None:
    """Appends to the field history: who changed what, when, from what to what."""
    rows = [
        (c.table, c.record, c.field, _as_text(c.old), _as_text(c.new), author.at, author.actor, author.source) for c in changes
    ]
    if rows:
        sql.insert_rows(connection, "field_history (table_slug, lid, field, old, new, at, actor, source)", rows)


def _as_text(value: Stored) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def table_of(slug: str) -> str:
    """The table of a slug, to stand in SQL text. Raises Bug for any other word."""
    if slug not in synced_columns:
        raise Bug(f"there is no table {slug!r}")
    return slug


def _known(slug: str, values: Mapping[str, Stored]) -> None:
    unknown = values.keys() - BY_SLUG[slug].by_slug.keys() - {*own_columns[slug], "extra", "deleted"}
    if unknown:
        raise Bug(f"{slug} has no column {', '.join(sorted(unknown))}")


def _completed(slug: str, values: Mapping[str, Stored]) -> Row:
    _known(slug, values)
    row = dict(values)
    if slug == "prospects":
        for source, target in (("company", "company_sort"), ("contact_name", "contact_sort")):
            if source in row:
                row[target] = fold(str(row[source] or "")) or None
    return row


def _follow_up(connection: Connection, slug: str, changed: Sequence[RecordId], fields: set[str], before: Sequence[Row]) -> None:
    if "key" in fields:
        forget_drawn(connection, slug, changed)
    if slug == "interactions":
        index_again(connection, slug, changed)
        prospects = {int(row["prospect"]) for row in before if row["prospect"]}
        for record in changed:
            row = get(connection, slug, record)
            if row and row["prospect"]:
                prospects.add(int(row["prospect"]))
        refresh_last_touch(connection, sorted(prospects))
        return
    if slug == "prospects" and fields & SEARCHED_FIELDS:
        index_again(connection, slug, changed)
    if fields & set(NAMES):
        for table, pointing in touch_named(connection, slug, changed).items():
            settle(connection, table, pointing)


def refresh_last_touch(connection: Connection, prospects: Sequence[int]) -> None:
    """Brings each prospect's last touchpoint and last call in line with its interactions."""
    if prospects:
        sql.run(
            connection,
            "UPDATE prospects SET (last_touch_at, last_touch_type, last_touch_outcome) = (SELECT date, type, outcome "
            "FROM interactions WHERE prospect = prospects.lid AND deleted = 0 ORDER BY date DESC, lid DESC LIMIT 1), "
            "last_call_at = (SELECT max(date) FROM interactions WHERE prospect = prospects.lid AND deleted = 0 AND type = 'Call') "
            "WHERE lid IN (SELECT value FROM json_each(?))",
            (json.dumps(list(prospects)),),
        )


def key_of(connection: Connection, slug: str, record: RecordId) -> Key | None:
    """A record's key."""
    key = sql.scalar(connection, f"SELECT key FROM {table_of(slug)} WHERE lid = ?", (record,))
    return None if key is None else Key(key)
