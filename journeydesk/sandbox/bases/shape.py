"""Writing a base down: tables as lists of fields, records as cells by field name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journeydesk.sandbox.airtable.model import LINK_TYPE, Base, Field, IdMaker, Person, Record, Table

_COLORS = ("blueLight2", "cyanLight2", "tealLight2", "greenLight2", "yellowLight2", "orangeLight2", "redLight2")
ISO_DATE = {"dateFormat": {"name": "iso", "format": "YYYY-MM-DD"}}
LOCAL_DATE = {"dateFormat": {"name": "european", "format": "D/M/YYYY"}}


@dataclass(frozen=True, slots=True)
class Column:
    """One field: its name, its Airtable type, its options; of a select its `choices`, of a link the table that it `links` to, of a
    roll-up what it makes of the linked values."""

    name: str
    type: str = "singleLineText"
    options: Mapping[str, Any] = field(default_factory=dict)
    choices: Sequence[str] = ()
    links: str = ""
    aggregate: str = "ARRAYUNIQUE"


class BaseBuilder:
    """Builds one base table by table; a link names a table that stands already."""

    def __init__(self, ids: IdMaker, name: str) -> None:
        self._ids = ids
        self.base = Base(ids.new("app"), name)

    def person(self, name: str, email: str) -> dict[str, str]:
        """Somebody who works in the base, as cells name them."""
        person = Person(self._ids.new("usr"), email, name)
        self.base.people[person.id] = person
        return person.json()

    def table(self, name: str, columns: Sequence[Column]) -> Table:
        """A table without records."""
        table = Table(self._ids.new("tbl"), name, {}, self._ids.new("viw"))
        self.base.tables[table.id] = table
        for column in columns:
            self.column(table, column)
        return table

    def column(self, table: Table, column: Column) -> Field:
        """One more field of a table."""
        options = dict(column.options)
        if column.choices:
            named = enumerate(column.choices)
            options["choices"] = [{"id": self._ids.new("sel"), "name": n, "color": _COLORS[i % len(_COLORS)]} for i, n in named]
        if column.links:
            linked = self.base.table_by(column.links)
            assert linked is not None, column.links
            options |= {"linkedTableId": linked.id, "isReversed": False, "prefersSingleRecordLink": False}
        made = Field(self._ids.new("fld"), column.name, column.type, options, aggregate=column.aggregate)
        table.fields[made.id] = made
        if column.links:
            back = {"linkedTableId": table.id, "isReversed": True, "prefersSingleRecordLink": False}
            inverse = Field(self._ids.new("fld"), table.name, LINK_TYPE, {**back, "inverseLinkFieldId": made.id})
            made.options["inverseLinkFieldId"] = inverse.id
            self.base.tables[made.linked_table].fields[inverse.id] = inverse
        return made

    def field_id(self, table: Table, name: str) -> str:
        """The id of a field."""
        named = table.field_by(name)
        assert named is not None, name
        return named.id

    def fill(self, table: Table, rows: Sequence[tuple[int, Mapping[str, Any]]]) -> list[str]:
        """Records, each with the time it was created and its cells by field name; None for an empty one. Returns their ids."""
        ids = self._ids.many("rec", len(rows))
        fields = {each.name: each for each in table.fields.values()}
        people = list(self.base.people)
        records = [
            Record(
                identifier,
                created,
                {fields[name].id: value for name, value in row.items() if value is not None},
                created_by=people[created % len(people)] if people else "",
            )
            for identifier, (created, row) in zip(ids, rows, strict=True)
        ]
        table.add(records)
        for link in fields.values():
            inverse = link.options.get("inverseLinkFieldId") if link.type == LINK_TYPE else None
            if inverse is None or link.options.get("isReversed"):
                continue
            far = self.base.tables[link.linked_table].records
            for record in records:
                for target in record.cells.get(link.id, ()):
                    far[target].cells.setdefault(inverse, []).append(record.id)
        return ids
