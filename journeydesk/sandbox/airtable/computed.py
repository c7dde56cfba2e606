"""What Airtable fills by itself: times, people, numbers, formulas, and what it gathers through links."""

import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from journeydesk.sandbox.airtable.formula import compile_value
from journeydesk.sandbox.airtable.formula_functions import Scope, text_of
from journeydesk.sandbox.airtable.model import Base, Field, Record, Table
from journeydesk.sandbox.clock import iso

Compute = Callable[[Record], Any]


def computed(field: Field, table: Table, scope: Scope) -> Compute:
    """How Airtable fills a computed field of a record; None and the empty text are shown as an empty cell."""
    kinds: Mapping[str, Callable[[], Compute]] = {
        "createdTime": lambda: lambda record: _time_of(field, record.created_ms),
        "lastModifiedTime": lambda: lambda record: _modified(field, record),
        "createdBy": lambda: lambda record: _person(scope.base, record.created_by),
        "lastModifiedBy": lambda: lambda record: _person(scope.base, record.edited_by),
        "autoNumber": lambda: lambda record: record.number,
        "count": lambda: lambda record: len(record.cells.get(field.options["recordLinkFieldId"]) or ()),
        "multipleLookupValues": lambda: _lookup(field, table, scope),
        "rollup": lambda: _rollup(field, table, scope),
        "button": lambda: lambda record: {"label": field.label, "url": f"https://airtable.com/{table.id}/{record.id}"},
        "externalSyncSource": lambda: lambda record: field.options["choices"][0]["name"],
        "aiText": lambda: lambda record: _written_by_model(record.cells.get(field.id)),
    }
    if field.type in kinds:
        return kinds[field.type]()
    return _formula(field, table, scope)


def _formula(field: Field, table: Table, scope: Scope) -> Compute:
    value_of = compile_value(str(field.options.get("formula", "BLANK()")), table, scope)
    if field.options.get("result", {}).get("type") != "date":
        return value_of

    def day_of(record: Record) -> Any:
        value = value_of(record)
        return value[:10] if isinstance(value, str) else value

    return day_of


def _time_of(field: Field, moment_ms: int) -> str:
    shown = iso(moment_ms)
    return shown[:10] if field.options.get("result", {}).get("type") == "date" else shown


def _modified(field: Field, record: Record) -> str | None:
    watched = field.options.get("referencedFieldIds")
    if not watched:
        return None if record.edited_ms is None else _time_of(field, record.edited_ms)
    edits = [record.field_edited_ms[field_id] for field_id in watched if field_id in record.field_edited_ms]
    return _time_of(field, max(edits)) if edits else None


def _person(base: Base, identifier: str) -> dict[str, str] | None:
    person = base.people.get(identifier) or next(iter(base.people.values()), None)
    return None if person is None else person.json()


def _written_by_model(text: Any) -> dict[str, Any]:
    if text is None:
        return {"state": "empty", "isStale": False, "value": None}
    return {"state": "generated", "isStale": False, "value": text}


def _lookup(field: Field, table: Table, scope: Scope) -> Compute:
    """The cells of the linked records in the links' order, lists in them one after the other; empty ones are left out."""
    link = table.fields[field.options["recordLinkFieldId"]]
    far_table = scope.base.tables[link.linked_table]
    target = far_table.fields[field.options["fieldIdInLinkedTable"]]
    value_of = computed(target, far_table, scope) if target.computed else lambda record: record.cells.get(target.id)

    def gather(record: Record) -> list[Any] | None:
        values: list[Any] = []
        for record_id in record.cells.get(link.id) or ():
            far = far_table.records.get(record_id)
            value = None if far is None else value_of(far)
            values += value if isinstance(value, list) else [] if value is None else [value]
        return values or None

    return gather


def _rollup(field: Field, table: Table, scope: Scope) -> Compute:
    gather = _lookup(field, table, scope)
    aggregate = AGGREGATES[field.aggregate]
    return lambda record: aggregate(gather(record) or [])


def _numbers(values: Sequence[Any]) -> list[float]:
    return [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]


def _average(values: Sequence[Any]) -> Any:
    numbers = _numbers(values)
    return sum(numbers) / len(numbers) if numbers else {"specialValue": "NaN"}


def _extreme(choose: Callable[[Sequence[Any]], Any]) -> Callable[[Sequence[Any]], Any]:
    def extreme(values: Sequence[Any]) -> Any:
        texts = [value for value in values if isinstance(value, str)]
        return choose(texts) if texts else choose(_numbers(values) or [0])

    return extreme


AGGREGATES: Mapping[str, Callable[[Sequence[Any]], Any]] = MappingProxyType(
    {
        "SUM": lambda values: (
            math.fsum(_numbers(values)) if any(isinstance(v, float) for v in values) else sum(_numbers(values))
        ),
        "AVERAGE": _average,
        "MAX": _extreme(max),
        "MIN": _extreme(min),
        "COUNTALL": len,
        "ARRAYUNIQUE": lambda values: list({repr(value): value for value in values}.values()),
        "ARRAYJOIN": text_of,
    }
)
"""What a rollup makes of the linked values: an average of none is not a number, which Airtable writes as an object."""
