"""A random base in another team's hands and a computer connected to it: edits on both sides, and what must hold of them."""

import copy
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from journeydesk.domain.catalogue import BY_SLUG, TABLES, FieldSpec, FieldType
from journeydesk.domain.field_kinds.fit import Fit
from journeydesk.domain.field_kinds.writing import coarse
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored, Wire, from_wire, to_wire
from journeydesk.sandbox.airtable.model import Field, Table
from journeydesk.sandbox.airtable.writing import BATCH_LIMIT
from journeydesk.sandbox.bases.random_base import RandomBase, prospect_names
from journeydesk.sandbox.bases.random_cells import cell, day, names_cell, text, word
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.sync.connecting import open_configured
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync.conflicts import open_conflicts
from journeydesk.storage.sync.named_links import linked_record, linked_records
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.remote_snapshot import read_cell, why_unwritable
from journeydesk.sync.setup import FieldMatch, TableMatch, set_up
from tests.integration.bases.machine import Machine

Cells = dict[str, dict[str, dict[str, Any]]]
"""What the base holds, by table, record and field id."""


class RandomWorld:
    """The base, a first computer, and at the end a second one that must see the same."""

    def __init__(self, folder: Path, box: Sandbox, made: RandomBase, seed: int) -> None:
        self.made = made
        self.random = Random(seed)
        self._folder = folder
        self._box = box
        self.machine = self.connected("first")
        self.set_here: dict[tuple[str, RecordId, str], Stored] = {}
        self.allowed: set[tuple[str, str, str]] = set()
        """Cells that a sync may have changed, by table, record and field id."""

    def connected(self, name: str) -> Machine:
        """A computer with the map that was made by hand, not synced yet."""
        machine = Machine(self._folder / name, self._box, self.made.base.id)
        remote = open_configured(machine.context, machine.access)
        tables = {table.id: table for table in remote.schema()}
        matches = []
        for spec in TABLES:
            table = tables.get(self.made.tables.get(spec.slug, ""))
            fields = {field.id: field for field in table.fields} if table else {}
            chosen = self.made.fields.get(spec.slug, {})
            matched = []
            for each in spec.fields:
                field = fields.get(chosen.get(each.slug, ""))
                words = self.made.words.get((spec.slug, each.slug), {})
                assert field is None or field.fit(each) is not Fit.NONE, (spec.slug, each.slug, field)
                matched.append(FieldMatch(each, "left out" if field is None else "found", field, words))
            matches.append(TableMatch(spec, table, tuple(matched), left_out=table is None))
        set_up(machine.context.database, remote, False, machine.context.now(), matches)
        return machine

    def snapshot(self) -> Cells:
        """Everything that the base holds now."""
        return {
            table.id: {record.id: copy.deepcopy(record.cells) for record in table.records.values()}
            for table in self.made.base.tables.values()
        }

    def edit_here(self, edits: int) -> None:
        """This computer's people write mapped fields of any table, each cell once."""
        for _ in range(edits):
            slug, table_map, remote, record = self._some()
            names = [name for name in table_map.fields if name not in table_map.read_only and name != "key"]
            names = [name for name in names if name != "prospect" or by_name(table_map)]
            ours = self.random.sample(names, min(len(names), self.random.randrange(1, 4)))
            values: dict[str, Stored] = {}
            for name in ours:
                if (slug, record, name) in self.set_here or (
                    table_map.table_id,
                    remote,
                    table_map.fields[name],
                ) in self.allowed:
                    continue
                if name == "prospect":
                    # A link that is a text there; an emptied one shows the next name of a text that has several.
                    values[name] = self.random.choice(sorted(self.machine.remote_ids().values()))
                    continue
                value = self._value(BY_SLUG[slug].by_slug[name])
                if value is None and name in table_map.several:
                    # Emptying our value of a cell that holds several shows the next of them.
                    continue
                if not why_unwritable(table_map, name, wire(slug, name, value)):
                    values[name] = value
            with self.machine.context.database.write() as connection:
                records.update(connection, slug, record, values, Author("Amaia Etxarri", self.machine.context.now(), "user"))
            for name, value in values.items():
                self.set_here[slug, record, name] = value
                self.allowed.add((table_map.table_id, remote, table_map.fields[name]))

    def edit_there(self, edits: int) -> dict[tuple[str, RecordId, str], Any]:
        """Other people write any field that can be written, mapped or not; returns the mapped cells with their new values."""
        written: dict[tuple[str, RecordId, str], Any] = {}
        for _ in range(edits):
            slug, table_map, remote, record = self._some()
            table = self.made.base.tables[table_map.table_id]
            slugs = {identifier: name for name, identifier in table_map.fields.items()}
            fields = [f for f in table.fields.values() if not f.computed and f.type != "multipleRecordLinks"]
            field = self.random.choice([f for f in fields if slugs.get(f.id) != "key"])
            if (table.id, remote, field.id) in self.allowed:
                continue
            value = None if self.random.random() < 0.15 else cell(self.random, self.made.base, field)
            if slugs.get(field.id) == "prospect":
                value = names_cell(self.random, prospect_names(self.made), field)
            self.machine.request("PATCH", table.id, {"records": [{"id": remote, "fields": {field.id: value}}]})
            self.allowed.add((table.id, remote, field.id))
            if field.id in slugs:
                written[slug, record, slugs[field.id]] = value
        return written

    def rename_there(self, count: int) -> None:
        """Other people rename records that texts of ours show."""
        table = self.made.base.tables[self.made.linked]
        for record in self.random.sample(sorted(table.records), count):
            name = self.random.choice((f"Renamed {word(self.random)}", None))
            self.machine.request("PATCH", table.id, {"records": [{"id": record, "fields": {"Name": name}}]})
            self.allowed.add((table.id, record, table.primary.id))

    def create_here(self, count: int) -> list[RecordId]:
        """This computer's people add prospects."""
        made = []
        for number in range(count):
            made.append(create_prospect(self.machine.context, {"company": f"Made here {number} {word(self.random)}"}))
        return made

    def create_there(self, count: int) -> list[str]:
        """Other people add records to the table of prospects, up to a request's worth."""
        table = self.made.base.tables[self.made.tables["prospects"]]
        named = self.made.fields["prospects"]["company"]
        bodies = [{"fields": {named: f"Made there {number}"}} for number in range(min(count, BATCH_LIMIT))]
        return [record["id"] for record in self.machine.request("POST", table.id, {"records": bodies})["records"]]

    def _some(self) -> tuple[str, TableMap, str, RecordId]:
        maps = self.machine.maps()
        slug = self.random.choice(sorted(maps))
        remote, record = self.random.choice(sorted(self.machine.remote_ids(slug).items()))
        return slug, maps[slug], remote, record

    def _value(self, spec: FieldSpec) -> Stored:
        random = self.random
        if random.random() < 0.15:
            return None
        if spec.type is FieldType.SELECT:
            return random.choice(spec.choices)
        if spec.type is FieldType.NUMBER:
            return random.choice((0, 1, 3, 90, random.randrange(10_000)))
        if spec.type is FieldType.CURRENCY:
            return random.randrange(10_000_000)
        if spec.type is FieldType.PERCENT:
            return random.choice((0.5, 0.25, 0.0666, 1.0, round(random.random(), 4)))
        if spec.type is FieldType.CHECKBOX:
            return random.choice((1, None))
        if spec.type is FieldType.DATE:
            return day(random)
        if spec.type is FieldType.DATETIME:
            return f"{day(random)}T{random.randrange(24):02d}:{random.randrange(60):02d}:00.000Z"
        people = [person.name for person in self.made.base.people.values()]
        return random.choice(people) if spec.slug in ("owner", "changed_by") else text(random)

    def check_untouched(self, before: Cells, new: set[str]) -> None:
        """Nothing changed in the base but what somebody wrote; `new` are records that were made meanwhile."""
        for table_id, rows in self.snapshot().items():
            table = self.made.base.tables[table_id]
            assert set(before[table_id]) <= set(rows), f"records of {table.name} are gone"
            assert set(rows) - set(before[table_id]) <= new, f"strange records in {table.name}"
            for record, cells in rows.items():
                if record in new:
                    continue
                was = before[table_id][record]
                changed = {field for field in was.keys() | cells.keys() if was.get(field) != cells.get(field)}
                strange = [field for field in changed if (table_id, record, field) not in self.allowed]
                # The names of prospects that were renamed meanwhile are compared as links.
                strange = [field for field in strange if (table_id, field) not in self._texts_of_links()]
                told = [(describe(table, field), was.get(field), cells.get(field)) for field in strange]
                assert not strange, (table.name, record, told)

    def _texts_of_links(self) -> set[tuple[str, str]]:
        maps = self.machine.maps().values()
        return {(each.table_id, each.fields["prospect"]) for each in maps if by_name(each)}

    def check_values(self, written: Mapping[tuple[str, RecordId, str], Any]) -> None:
        """What was written here stands here and, as far as the field can say it, there; what was written there stands here."""
        maps = self.machine.maps()
        for (slug, record, name), value in self.set_here.items():
            shown = f"{slug}.{name} {describe_mapped(self.made, maps[slug], name)}"
            assert self.machine.row(record, slug)[name] == value, f"{shown} here: {value!r}"
            there = self.there(maps[slug], record, name)
            if name == "prospect":
                with self.machine.context.database.read() as connection:
                    assert linked_records(connection, "prospects", [str(there)]).get(str(there)) == value, f"{shown}: {there!r}"
                continue
            spec, form = BY_SLUG[slug].by_slug[name], maps[slug].forms[name]
            sent = coarse(spec, form, wire(slug, name, value), maps[slug].zone)
            assert coarse(spec, form, there, maps[slug].zone) == sent, f"{shown} there: {there!r}, written {value!r}"
        for (slug, record, name), raw in written.items():
            with self.machine.context.database.read() as connection:
                expected = from_wire(
                    BY_SLUG[slug].by_slug[name], read_cell(maps[slug], name, raw), partial(linked_record, connection)
                )
            shown = f"{slug}.{name} {describe_mapped(self.made, maps[slug], name)}: {raw!r}"
            if expected is None and raw:
                # No word of ours says it: what stood here stays, and the cell is told to be unreadable.
                continue
            here = self.machine.row(record, slug)[name]
            assert here == expected, f"{shown}, here: {here!r}, not {expected!r}"

    def there(self, table_map: TableMap, record: RecordId, name: str) -> Wire:
        """What the base has for one of our cells, in our words."""
        remote = next(r for r, known in self.machine.remote_ids(table_map.slug).items() if known == record)
        cells = self.made.base.tables[table_map.table_id].records[remote].cells
        return read_cell(table_map, name, cells.get(table_map.fields[name]))

    def check_second_computer(self) -> None:
        """One that joins now sees the same, as far as the base can say it, and has nothing to write."""
        second = self.connected("second")
        try:
            second.settle()
            maps = self.machine.maps()
            for slug, table_map in maps.items():
                ours, theirs = self.machine.remote_ids(slug), second.remote_ids(slug)
                assert ours.keys() == theirs.keys(), slug
                for remote, record in ours.items():
                    mine, other = self.machine.row(record, slug), second.row(theirs[remote], slug)
                    if "prospect" in table_map.fields and other["prospect"] is not None:
                        # Whom a text meant before a namesake came only the first computer knows.
                        owners = [
                            each.remote_id("prospects", row["prospect"])
                            for each, row in ((self.machine, mine), (second, other))
                        ]
                        assert owners[0] == owners[1], (slug, remote, owners)
                    for name in table_map.fields.keys() - {"prospect", "key"}:
                        spec, form = BY_SLUG[slug].by_slug[name], table_map.forms[name]
                        raw = self.made.base.tables[table_map.table_id].records[remote].cells.get(table_map.fields[name])
                        unsaid = why_unwritable(table_map, name, wire(slug, name, mine[name])) or raw
                        if unsaid and other[name] is None and read_cell(table_map, name, raw) is None:
                            # The base cannot say what stands here, or says what no word of ours is for.
                            continue
                        both = [coarse(spec, form, wire(slug, name, row[name]), table_map.zone) for row in (mine, other)]
                        assert both[0] == both[1], (slug, name, form, mine[name], other[name])
        finally:
            second.context.database.close()

    def questions(self) -> int:
        """How many conflicts are open."""
        with self.machine.context.database.read() as connection:
            return len(open_conflicts(connection))

    def close(self) -> None:
        """Ends the computer."""
        self.machine.context.database.close()


def by_name(table_map: TableMap) -> bool:
    """Whether the links of a table are texts there."""
    return "prospect" in table_map.fields and not table_map.forms["prospect"].by_id


def wire(slug: str, name: str, value: Stored) -> Wire:
    """A stored value in canonical form; links are not compared."""
    return to_wire(BY_SLUG[slug].by_slug[name], value, lambda *_: None)


def describe(table: Table, field_id: str) -> str:
    """A field by name and type."""
    field: Field = table.fields[field_id]
    return f"{field.name} ({field.type} {field.options})"


def describe_mapped(made: RandomBase, table_map: TableMap, name: str) -> str:
    """The field that one of ours is mapped to."""
    return describe(made.base.tables[table_map.table_id], table_map.fields[name])
