"""Writing a base down: tables as lists of fields, records as cells by field name."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any

from journeydesk.domain.frozen_data import dataclass
from journeydesk.sandbox.airtable.links import add_inverse, link_back, link_options, options_named
from journeydesk.sandbox.airtable.model import Base, Field, IdMaker, Person, Record, Table

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
            options |= options_named(self._ids, column.choices)
        if column.links:
            linked = self.base.table_by(column.links)
            assert linked is not None, column.links
            options |= link_options(linked.id)
        made = Field(self._ids.new("fld"), column.name, column.type, options, aggregate=column.aggregate)
        table.fields[made.id] = made
        if column.links:
            add_inverse(self._ids, self.base, table, made)
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
        link_back(self.base, table, records)
        return ids
