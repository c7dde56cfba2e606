"""Bases, tables, fields and records in memory.

A cell is kept as Airtable's "V1" value under its field's id; an empty cell is not kept at all.
"""

import dataclasses
import random
from collections.abc import Iterable, Iterator
from typing import Any

from journeydesk.domain.frozen_data import dataclass

_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_TO_BASE62 = bytes(ord(_BASE62[i % 62]) for i in range(256))
ID_LENGTH = 17

TEXT_TYPES = frozenset({"singleLineText", "multilineText", "richText", "email", "url", "phoneNumber"})
NUMBER_TYPES = frozenset({"number", "percent", "currency"})
SELECT_TYPES = frozenset({"singleSelect", "multipleSelects"})
PEOPLE_TYPES = frozenset({"singleCollaborator", "multipleCollaborators"})
COMPUTED_TYPES = frozenset(
    {
        "formula",
        "rollup",
        "count",
        "multipleLookupValues",
        "autoNumber",
        "createdTime",
        "lastModifiedTime",
        "createdBy",
        "lastModifiedBy",
        "button",
        "aiText",
        "externalSyncSource",
    }
)
LINK_TYPE = "multipleRecordLinks"

Cells = dict[str, Any]


class IdMaker:
    """Airtable ids: a prefix of three letters and 14 characters of base 62, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def new(self, prefix: str) -> str:
        """One new id."""
        return prefix + self._random.randbytes(14).translate(_TO_BASE62).decode("ascii")

    def many(self, prefix: str, count: int) -> list[str]:
        """`count` new ids."""
        text = self._random.randbytes(14 * count).translate(_TO_BASE62).decode("ascii")
        return [prefix + text[at : at + 14] for at in range(0, len(text), 14)]


def is_id(text: str, prefix: str) -> bool:
    """Whether `text` has the form of an id with that prefix."""
    return len(text) == ID_LENGTH and text.startswith(prefix) and text.isalnum() and text.isascii()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may be named in a cell: a collaborator of the base."""

    id: str
    email: str
    name: str

    def json(self) -> dict[str, str]:
        """As a cell shows them."""
        return {"id": self.id, "email": self.email, "name": self.name}


@dataclass(slots=True)
class Field:
    """One field; `options` as the meta API gives them.

    `aggregate` is what a rollup makes of its values, and `label` what a button says: the meta API shows neither.
    """

    id: str
    name: str
    type: str
    options: dict[str, Any] = dataclasses.field(default_factory=dict)
    description: str | None = None
    aggregate: str = "ARRAYUNIQUE"
    label: str = "Open"

    @property
    def computed(self) -> bool:
        """Whether Airtable fills it, so that a write is refused."""
        return self.type in COMPUTED_TYPES

    @property
    def linked_table(self) -> str:
        """The id of the table that a link field links to."""
        return str(self.options["linkedTableId"])

    def choice(self, name: str) -> dict[str, Any] | None:
        """The select option of that name."""
        return next((choice for choice in self.options["choices"] if choice["name"] == name), None)


@dataclass(slots=True)
class Record:
    """One record. Times are Unix milliseconds; `edited_ms` None means never edited since it was created.

    `number` is its automatic number; `created_by` and `edited_by` are ids of people, empty where nobody is known.
    """

    id: str
    created_ms: int
    cells: Cells
    edited_ms: int | None = None
    field_edited_ms: dict[str, int] = dataclasses.field(default_factory=dict)
    number: int = 0
    created_by: str = ""
    edited_by: str = ""


@dataclass(slots=True)
class Table:
    """One table; the first field is its primary field."""

    id: str
    name: str
    fields: dict[str, Field]
    view_id: str
    records: dict[str, Record] = dataclasses.field(default_factory=dict)
    description: str | None = None
    _order: list[str] | None = None
    _numbered: int = 0

    @property
    def primary(self) -> Field:
        """The field that names a record."""
        return next(iter(self.fields.values()))

    def field_by(self, name_or_id: str) -> Field | None:
        """The field with that id or, failing that, that exact name."""
        by_name = (field for field in self.fields.values() if field.name == name_or_id)
        return self.fields.get(name_or_id) or next(by_name, None)

    def order(self) -> list[str]:
        """Record ids in an order that means nothing, as Airtable gives them without `sort`."""
        if self._order is None:
            self._order = sorted(self.records)
        return self._order

    def add(self, records: Iterable[Record]) -> None:
        """Put new records in."""
        for record in records:
            self._numbered += 1
            record.number = self._numbered
            self.records[record.id] = record
        self._order = None

    def remove(self, record_id: str) -> Record:
        """Take a record out; raises KeyError if it is not there."""
        self._order = None
        return self.records.pop(record_id)

    def name_of(self, record_id: str) -> str:
        """What a link to that record shows: its primary field's text."""
        record = self.records.get(record_id)
        if record is None:
            return ""
        if self.primary.type == "autoNumber":
            return str(record.number)
        return str(record.cells.get(self.primary.id, ""))


@dataclass(slots=True)
class Base:
    """One base; `transactions` counts its write requests, as webhook payloads number them. `people` are its collaborators by id."""

    id: str
    name: str
    tables: dict[str, Table] = dataclasses.field(default_factory=dict)
    transactions: int = 0
    inverse_touches_modified: bool = True
    normalises: bool = False
    """Whether values are kept otherwise than they were written: texts without blanks around them, whole numbers, whole minutes,
    options in small letters. An automation in a real base does such things; tests ask for it."""
    people: dict[str, Person] = dataclasses.field(default_factory=dict)

    def table_by(self, name_or_id: str) -> Table | None:
        """The table with that id or, failing that, that exact name."""
        by_name = (table for table in self.tables.values() if table.name == name_or_id)
        return self.tables.get(name_or_id) or next(by_name, None)

    def link_fields(self) -> Iterator[tuple[Table, Field]]:
        """Every link field with the table that has it."""
        for table in self.tables.values():
            for field in table.fields.values():
                if field.type == LINK_TYPE:
                    yield table, field
