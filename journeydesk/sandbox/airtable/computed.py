"""What Airtable fills by itself: times, numbers, looked-up values, people, formulas (its field model)."""

from collections.abc import Callable
from typing import Any

from journeydesk.sandbox.airtable.formula import compile_value
from journeydesk.sandbox.airtable.formula_functions import Scope
from journeydesk.sandbox.airtable.model import Field, Record, Table
from journeydesk.sandbox.clock import iso

Compute = Callable[[Record], Any]


def computed(field: Field, table: Table, scope: Scope) -> Compute:
    """How the cells of a computed field come about; None stands for an empty cell."""
    kind = field.type
    if kind == "createdTime":
        return lambda record: iso(record.created_ms)
    if kind == "lastModifiedTime":
        return lambda record: None if record.edited_ms is None else iso(record.edited_ms)
    if kind in ("createdBy", "lastModifiedBy"):
        return lambda record: _person(scope, record)
    if kind == "autoNumber":
        numbers = {record.id: number for number, record in enumerate(table.records.values(), 1)}
        return lambda record: numbers.get(record.id)
    if kind == "count":
        return lambda record: len(record.cells.get(field.options["recordLinkFieldId"]) or ())
    if kind in ("multipleLookupValues", "rollup"):
        return _looked_up(field, table, scope)
    if kind in ("button", "aiText", "externalSyncSource"):
        return lambda _record: field.options.get("cell")
    return compile_value(str(field.options.get("formula", "BLANK()")), table, scope)


def _person(scope: Scope, record: Record) -> dict[str, str] | None:
    people = list(scope.base.people.values())
    return people[record.created_ms % len(people)] if people else None


def _looked_up(field: Field, table: Table, scope: Scope) -> Compute:
    link = table.fields[field.options["recordLinkFieldId"]]
    far = scope.base.tables[link.linked_table]
    source = field.options["fieldIdInLinkedTable"]

    def values(record: Record) -> list[Any] | None:
        linked = [far.records[each] for each in record.cells.get(link.id) or () if each in far.records]
        return [each.cells[source] for each in linked if source in each.cells] or None

    if field.type == "multipleLookupValues":
        return values
    return lambda record: sum(value for value in values(record) or () if isinstance(value, int | float))
