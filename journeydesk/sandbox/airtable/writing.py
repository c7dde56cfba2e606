"""Creating, changing, upserting and deleting records: all of a request or nothing of it."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from journeydesk.domain.frozen_data import dataclass
from journeydesk.sandbox.airtable.cells import CellReader
from journeydesk.sandbox.airtable.errors import AirtableError, invalid_records, invalid_request, no_such_record
from journeydesk.sandbox.airtable.listing import unknown_field
from journeydesk.sandbox.airtable.model import LINK_TYPE, Base, Cells, Field, IdMaker, Record, Table, is_id

BATCH_LIMIT = 10
_MERGE_TYPES = frozenset({"number", "singleLineText", "multilineText", "singleSelect", "multipleSelects", "date"})


@dataclass(slots=True)
class Change:
    """What a request did to one table, for webhooks: cells before and after by record."""

    table_id: str
    created: list[str] = dataclasses.field(default_factory=list)
    changed: dict[str, tuple[Cells, Cells]] = dataclasses.field(default_factory=dict)
    """Changed fields only: values before, values after (None where empty)."""
    destroyed: list[str] = dataclasses.field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Step:
    """One record of a request, checked: an existing record or a new one, and the cells to set."""

    record: Record | None
    cells: Cells


class Writer:
    """Writes to one base's records. Every public method either does the whole request or raises and does nothing."""

    def __init__(self, base: Base, ids: IdMaker, now_ms: Callable[[], int], user_id: str = "") -> None:
        """`user_id` is who writes."""
        self._base = base
        self._ids = ids
        self._now_ms = now_ms
        self._user_id = user_id
        self.changes: dict[str, Change] = {}

    def create(self, table: Table, items: Any, *, typecast: bool) -> list[Record]:
        """Create records from objects with `fields`."""
        reader = CellReader(self._base, self._ids, typecast=typecast, table=table)
        steps = [_Step(None, _read_cells(reader, table, _fields_of(item))) for item in _batch(items)]
        return self._apply(table, reader, steps)

    def update(self, table: Table, items: Any, *, typecast: bool, replace: bool) -> list[Record]:
        """Change the records whose `id` the objects name; `replace` also clears every cell not given (PUT)."""
        reader = CellReader(self._base, self._ids, typecast=typecast, table=table)
        steps = [
            _Step(_existing(table, item), _cells_for(reader, table, _fields_of(item), replace=replace))
            for item in _batch(items)
        ]
        return self._apply(table, reader, steps)

    def upsert(
        self, table: Table, items: Any, merge_on: Any, *, typecast: bool, replace: bool
    ) -> tuple[list[Record], list[str]]:
        """Create or change by the merge fields; returns the records and the ids of those created.

        No match creates, one match changes, two or more fail the request; an empty merge value matches nothing.
        Matches are looked for in the table as it was before the request.
        """
        keys = _merge_fields(table, merge_on)
        reader = CellReader(self._base, self._ids, typecast=typecast, table=table)
        existing = _by_merge_values(table, keys)
        steps: list[_Step] = []
        for item in _batch(items):
            given = _fields_of(item)
            if "id" in item:
                record: Record | None = _existing(table, item)
            else:
                record = _match(existing, reader, keys, given)
            clears = replace and record is not None
            steps.append(_Step(record, _cells_for(reader, table, given, replace=clears)))
        records = self._apply(table, reader, steps)
        created = [record.id for record, step in zip(records, steps, strict=True) if step.record is None]
        return records, created

    def delete(self, table: Table, record_ids: Sequence[str]) -> None:
        """Delete records; raises AirtableError if any of them does not exist."""
        if not record_ids or len(record_ids) > BATCH_LIMIT:
            raise invalid_records()
        for record_id in record_ids:
            if record_id not in table.records:
                raise no_such_record()
        for record_id in dict.fromkeys(record_ids):
            record = table.records[record_id]
            for field in table.fields.values():
                if field.type == LINK_TYPE:
                    self._set_links(table, record, field, [])
            table.remove(record_id)
            self._unlink(table, record_id)
            self._change(table).destroyed.append(record_id)

    def _unlink(self, table: Table, record_id: str) -> None:
        """Take a deleted record out of one-way links to it, which have no inverse to go by."""
        for other, field in self._base.link_fields():
            if field.linked_table != table.id or field.options.get("inverseLinkFieldId"):
                continue
            for record in other.records.values():
                linked = record.cells.get(field.id)
                if linked and record_id in linked:
                    self._store(other, record, field, [rid for rid in linked if rid != record_id] or None)

    def _apply(self, table: Table, reader: CellReader, steps: Sequence[_Step]) -> list[Record]:
        self._apply_staged(reader)
        records: list[Record] = []
        for step in steps:
            record = step.record
            if record is None:
                record = Record(self._ids.new("rec"), self._now_ms(), {}, created_by=self._user_id)
                table.add([record])
                self._change(table).created.append(record.id)
            for field_id, value in step.cells.items():
                field = table.fields[field_id]
                if field.type == LINK_TYPE:
                    self._set_links(table, record, field, value or [])
                elif record.cells.get(field_id) != value:
                    self._store(table, record, field, value)
            records.append(record)
        return records

    def _apply_staged(self, reader: CellReader) -> None:
        for field, name in reader.staged.new_choices:
            field.options["choices"].append({"id": self._ids.new("sel"), "name": name, "color": "blueLight2"})
        for linked, record_id, text in reader.staged.new_linked:
            linked.add([Record(record_id, self._now_ms(), {linked.primary.id: text})])
            self._change(linked).created.append(record_id)

    def _store(self, table: Table, record: Record, field: Field, value: Any, *, touches: bool = True) -> None:
        change = self._change(table)
        if record.id not in change.created:
            before, after = change.changed.setdefault(record.id, ({}, {}))
            before.setdefault(field.id, record.cells.get(field.id))
            after[field.id] = value
            if touches:
                record.edited_ms = self._now_ms()
                record.edited_by = self._user_id
                record.field_edited_ms[field.id] = record.edited_ms
        if value is None:
            record.cells.pop(field.id, None)
        else:
            record.cells[field.id] = value

    def _set_links(self, table: Table, record: Record, field: Field, linked: Sequence[str]) -> None:
        before = record.cells.get(field.id) or []
        if list(before) == list(linked):
            return
        self._store(table, record, field, list(linked) or None)
        inverse_id = field.options.get("inverseLinkFieldId")
        if inverse_id is None:
            return
        other = self._base.tables[field.linked_table]
        for record_id in [*(r for r in before if r not in linked), *(r for r in linked if r not in before)]:
            far = other.records.get(record_id)
            if far is None:
                continue
            backlinks = [r for r in far.cells.get(inverse_id) or [] if r != record.id]
            if record_id in linked:
                backlinks.append(record.id)
            touches = self._base.inverse_touches_modified
            self._store(other, far, other.fields[inverse_id], backlinks or None, touches=touches)

    def _change(self, table: Table) -> Change:
        return self.changes.setdefault(table.id, Change(table.id))


def _batch(items: Any) -> Sequence[dict[str, Any]]:
    if not isinstance(items, list) or not items or len(items) > BATCH_LIMIT:
        raise invalid_records()
    if not all(isinstance(item, dict) for item in items):
        raise invalid_records()
    return items


def _fields_of(item: Mapping[str, Any]) -> Mapping[str, Any]:
    fields = item.get("fields")
    if not isinstance(fields, dict):
        raise invalid_records()
    return fields


def _existing(table: Table, item: Mapping[str, Any]) -> Record:
    record_id = item.get("id")
    if not isinstance(record_id, str) or not is_id(record_id, "rec"):
        raise invalid_records()
    record = table.records.get(record_id)
    if record is None:
        raise AirtableError(422, "ROW_DOES_NOT_EXIST", f"Record ID {record_id} does not exist")
    return record


def _read_cells(reader: CellReader, table: Table, given: Mapping[str, Any]) -> Cells:
    cells: Cells = {}
    for name, value in given.items():
        field = table.field_by(name)
        if field is None:
            raise unknown_field(name)
        cells[field.id] = reader.read(field, value)
    return cells


def _cells_for(reader: CellReader, table: Table, given: Mapping[str, Any], *, replace: bool) -> Cells:
    cells = _read_cells(reader, table, given)
    if not replace:
        return cells
    return {field.id: cells.get(field.id) for field in table.fields.values() if not field.computed}


def _merge_fields(table: Table, merge_on: Any) -> list[Field]:
    if not isinstance(merge_on, list) or not 1 <= len(merge_on) <= 3:
        raise invalid_request()
    keys: list[Field] = []
    for name in merge_on:
        field = table.field_by(name) if isinstance(name, str) else None
        if field is None:
            raise unknown_field(str(name))
        if field.type not in _MERGE_TYPES:
            raise AirtableError(422, "INVALID_VALUE_FOR_COLUMN", f'Field "{field.name}" cannot be used to merge records on')
        keys.append(field)
    return keys


def _by_merge_values(table: Table, keys: Sequence[Field]) -> dict[tuple[Any, ...], list[Record]]:
    """The table's records by what stands in the merge fields: looked through once a request, not once a record."""
    by_values: dict[tuple[Any, ...], list[Record]] = {}
    ids = [field.id for field in keys]
    for record in table.records.values():
        by_values.setdefault(tuple(_hashable(record.cells.get(field_id)) for field_id in ids), []).append(record)
    return by_values


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _match(
    existing: Mapping[tuple[Any, ...], list[Record]], reader: CellReader, keys: Sequence[Field], given: Mapping[str, Any]
) -> Record | None:
    merge_values = tuple(_hashable(reader.read(field, given.get(field.name, given.get(field.id)))) for field in keys)
    if any(value is None for value in merge_values):
        return None
    matches = existing.get(merge_values, [])
    if len(matches) > 1:
        raise AirtableError(
            422,
            "INVALID_REQUEST_UNKNOWN",
            "Cannot upsert: more than one record matches the values of fieldsToMergeOn",
        )
    return matches[0] if matches else None
