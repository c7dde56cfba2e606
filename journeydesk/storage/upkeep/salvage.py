"""What was not sent yet, read out of a database that is damaged, and written into a sound one (docs/sync.md, row 38).

Records are known by their keys: the two files may number them differently.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from journeydesk.domain.catalogue import BY_SLUG, TABLES, FieldSpec, FieldType
from journeydesk.domain.errors import WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored, Wire, to_wire
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.driver import damages, look_into
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author


@dataclass(frozen=True, slots=True)
class Unsent:
    """One record that waited: what differs from what was last agreed, links as the key of the record they name."""

    slug: str
    key: str
    deleted: bool
    values: Mapping[str, Stored]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What could be read, and how many records that waited could not."""

    unsent: tuple[Unsent, ...]
    unreadable: int


def salvage(path: Path, key: bytes | None) -> Salvaged:
    """Reads what waited out of a file that may be damaged, record by record; nothing where it cannot be opened at all."""
    if not path.exists():
        return Salvaged((), 0)
    try:
        connection = look_into(path, key)
    except WorldError:
        return Salvaged((), 0)
    with closing(connection):
        return _unsent_of(connection, damages())


def _unsent_of(connection: Any, faults: tuple[type[Exception], ...]) -> Salvaged:
    unsent: list[Unsent] = []
    unreadable = 0
    for spec in TABLES:
        for record in _touched(connection, spec.slug, faults):
            try:
                row = _read(connection, spec.slug, spec.fields, record)
            except faults:
                unreadable += 1
                continue
            if row is not None:
                unsent.append(row)
    return Salvaged(tuple(unsent), unreadable)


def _touched(connection: Any, slug: str, faults: tuple[type[Exception], ...]) -> Iterator[int]:
    """By the small index first; where that is damaged, by walking the records themselves. What was deleted without ever having
    been sent waits for nothing, but a copy of before would bring it back."""
    try:
        marked = connection.execute(
            f"SELECT lid FROM sync_record WHERE table_slug = ? AND touched = 1 UNION SELECT lid FROM {slug} WHERE deleted = 1",
            (slug,),
        ).fetchall()
    except faults:
        marked = None
    if marked is not None:
        yield from (row[0] for row in marked)
        return
    try:
        last = connection.execute(f"SELECT max(lid) FROM {slug}").fetchone()[0] or 0
    except faults:
        return
    for record in range(1, last + 1):
        try:
            row = connection.execute(
                f"SELECT 1 FROM {slug} r LEFT JOIN sync_record s ON s.table_slug = ? AND s.lid = r.lid "
                "WHERE r.lid = ? AND (r.deleted = 1 OR s.touched = 1)",
                (slug, record),
            ).fetchone()
        except faults:
            continue
        if row is not None:
            yield record


def _read(connection: Any, slug: str, fields: Sequence[FieldSpec], record: int) -> Unsent | None:
    columns = ", ".join(f'"{field.slug}"' for field in fields)
    row = connection.execute(f"SELECT deleted, {columns} FROM {slug} WHERE lid = ?", (record,)).fetchone()
    state = connection.execute("SELECT base FROM sync_record WHERE table_slug = ? AND lid = ?", (slug, record)).fetchone()
    if row is None or state is None:
        return None
    agreed: Mapping[str, Wire] = json.loads(state[0]) if state[0] else {}
    values: dict[str, Stored] = {}
    key = ""
    for field, stored in zip(fields, row[1:], strict=True):
        if field.slug == "key":
            key = str(stored or "")
        if field.type is FieldType.LINK:
            if stored is not None and not agreed.get(field.slug):
                values[field.slug] = _key_of(connection, field.links_to, stored)
        elif to_wire(field, stored, lambda slug, record: "") != agreed.get(field.slug):
            values[field.slug] = stored
    return Unsent(slug, key, bool(row[0]), values) if key else None


def _key_of(connection: Any, slug: str, record: int) -> str | None:
    row = connection.execute(f"SELECT key FROM {slug} WHERE lid = ?", (record,)).fetchone()
    return None if row is None else row[0]


def write_unsent(connection: Connection, unsent: Sequence[Unsent], author: Author) -> int:
    """Writes them as edits of their own, which wait again; those that stand so already are left. Returns how many it wrote."""
    written = 0
    for edit in unsent:
        values = _linked(connection, edit)
        record = records.find_by_key(connection, edit.slug, edit.key)
        if edit.deleted:
            if record is not None:
                written += bool(records.set_deleted(connection, edit.slug, record, True, author))
        elif record is not None:
            written += bool(records.update(connection, edit.slug, record, values, author))
        else:
            records.insert(connection, edit.slug, {**values, "key": edit.key}, author)
            written += 1
    return written


def _linked(connection: Connection, edit: Unsent) -> dict[str, Stored]:
    values = dict(edit.values)
    for field in BY_SLUG[edit.slug].fields:
        if field.type is FieldType.LINK and values.get(field.slug) is not None:
            linked: RecordId | None = records.find_by_key(connection, field.links_to, str(values[field.slug]))
            values[field.slug] = linked
    return values
