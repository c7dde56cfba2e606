"""A remote in memory that keeps the port's promises: what the behaviour suite holds every other remote against."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from journeydesk.domain.catalogue import FieldSpec, FieldType, TableSpec
from journeydesk.domain.field_kinds.options import NamedOption
from journeydesk.domain.ids import RemoteId
from journeydesk.sync.ports import (
    Feed,
    FeedLost,
    FeedPage,
    Page,
    RecordRefused,
    RemoteField,
    RemoteLimits,
    RemoteRecord,
    RemoteTable,
    SchemaChanged,
)


@dataclass
class _Kept:
    fields: dict[str, object]
    created: str
    changed: str = ""


@dataclass
class _Table:
    shape: RemoteTable
    records: dict[RemoteId, _Kept] = field(default_factory=dict)
    trash: dict[RemoteId, _Kept] = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """One entry of the feed: a record changed (its changed fields), went (None), or the schema changed (no record)."""

    table: str = ""
    record: RemoteId | None = None
    fields: dict[str, object] | None = None


def tell_by_new_names(fields: dict[str, object], field: str, names: Mapping[str, str]) -> None:
    """An option that a record held when it was renamed is the same one by its new name."""
    name = fields.get(field)
    if isinstance(name, str) and name in names:
        fields[field] = names[name]


class MemoryRemote:
    """Tables of records by id. `now` gives the remote's own clock as a stored moment.

    Its name and its limits are like nobody else's, so that what assumes those of another remote fails.
    """

    name = "Memory Base"
    limits = RemoteLimits(batch=7, page=30, per_second=0.0, penalty_seconds=3.0)

    def __init__(self, now: Callable[[], str]) -> None:
        self._now = now
        self._tables: dict[str, _Table] = {}
        self._created = 0
        self._calls = 0
        self._log: list[Entry] = []
        self._emptied: list[tuple[RemoteId, str, RemoteId, str]] = []
        self._feeds: dict[str, int] = {}

    @property
    def calls(self) -> int:
        """How many requests were made."""
        return self._calls

    def let_go(self) -> None:
        """It holds nothing."""

    def _next(self, prefix: str) -> str:
        self._created += 1
        return f"{prefix}{self._created:014d}"

    def schema(self) -> tuple[RemoteTable, ...]:
        """Every table."""
        self._calls += 1
        return tuple(table.shape for table in self._tables.values())

    def _field(self, spec: FieldSpec, link_targets: Mapping[str, str]) -> RemoteField:
        target = link_targets[spec.links_to] if spec.links_to else ""
        choices = tuple((self._next("sel"), name) for name in spec.choices)
        return RemoteField(self._next("fld"), spec.name, spec.type.value, choices, target)

    def create_table(self, spec: TableSpec, link_targets: Mapping[str, str]) -> str:
        """Creates a table."""
        self._calls += 1
        fields = tuple(self._field(field, link_targets) for field in spec.fields)
        table = RemoteTable(self._next("tbl"), spec.name, fields[0].id, fields)
        self._tables[table.id] = _Table(table)
        self._log.append(Entry())
        return table.id

    def create_field(self, table: str, spec: FieldSpec, link_targets: Mapping[str, str]) -> None:
        """Adds a field."""
        self._calls += 1
        shape = self._tables[table].shape
        self.reshape(table, (*shape.fields, self._field(spec, link_targets)))

    def reshape(self, table: str, fields: Sequence[RemoteField]) -> None:
        """What a person does to a table's fields in the service's own window: values of a field that went go with it."""
        kept = self._tables[table]
        kept.shape = replace(kept.shape, fields=tuple(fields))
        known = {field.id for field in fields}
        for record in kept.records.values():
            record.fields = {name: value for name, value in record.fields.items() if name in known}
        self._log.append(Entry())

    def remove_table(self, table: str) -> None:
        """A person deletes a table."""
        del self._tables[table]
        self._log.append(Entry())

    def rename_field(self, table: str, field: str, name: str) -> None:
        """A person gives a field another name."""
        shape = self._tables[table].shape
        self.reshape(table, [replace(one, name=name) if one.id == field else one for one in shape.fields])

    def rename_options(self, table: str, field: str, names: Mapping[str, str]) -> None:
        """A person gives options other names at once, those of one another perhaps; all that holds them is told by the new ones, what is
        in the trash and what was written before, too."""
        kept = self._tables[table]
        fields = [
            replace(one, choices=tuple((identifier, names.get(name, name)) for identifier, name in one.choices))
            if one.id == field
            else one
            for one in kept.shape.fields
        ]
        for row in (*kept.records.values(), *kept.trash.values()):
            tell_by_new_names(row.fields, field, names)
        for entry in self._log:
            if entry.table == table and entry.fields is not None:
                tell_by_new_names(entry.fields, field, names)
        self.reshape(table, fields)

    def make_text(self, table: str, field: str) -> None:
        """A person makes a text of a link that holds nothing yet."""
        shape = self._tables[table].shape
        self.reshape(
            table, [replace(one, type="singleLineText", links_to="") if one.id == field else one for one in shape.fields]
        )

    def rename_table(self, table: str, name: str) -> None:
        """A person gives a table another name."""
        kept = self._tables[table]
        kept.shape = replace(kept.shape, name=name)
        self._log.append(Entry())

    @property
    def written(self) -> list[Entry]:
        """Everything that was ever written, in its order; not a request."""
        return [entry for entry in self._log if entry.record is not None and entry.fields is not None]

    def _asked(self, table: str, fields: Sequence[str]) -> _Table:
        kept = self._tables.get(table)
        if kept is None:
            raise SchemaChanged("the table is gone")
        known = {field.id for field in kept.shape.fields}
        for name in fields:
            if name not in known:
                raise SchemaChanged(f'Unknown field name: "{name}"')
        return kept

    def pages(self, table: str, fields: Sequence[str], since: str | None) -> Iterator[Page]:
        """Walks the table as it stood when the walk began."""
        at = self._now()
        kept = self._asked(table, fields)
        shown = [
            self._shown(kept, record, fields) for record, row in kept.records.items() if since is None or row.changed >= since
        ]
        for start in range(0, max(1, len(shown)), self.limits.page):
            self._calls += 1
            yield Page(shown[start : start + self.limits.page], at)

    def fetch(self, table: str, ids: Sequence[RemoteId], fields: Sequence[str]) -> list[RemoteRecord]:
        """Those that exist."""
        self._calls += 1
        kept = self._asked(table, fields)
        self._at_most(len(ids), self.limits.page)
        return [self._shown(kept, record, fields) for record in ids if record in kept.records]

    def get(self, table: str, record: RemoteId) -> RemoteRecord | None:
        """One, or None."""
        self._calls += 1
        kept = self._asked(table, ())
        return self._shown(kept, record) if record in kept.records else None

    def find(self, table: str, key_field: str, keys: Sequence[str], fields: Sequence[str]) -> list[RemoteRecord]:
        """Those with one of these keys."""
        self._calls += 1
        kept = self._asked(table, [key_field, *fields])
        self._at_most(len(keys), self.limits.page)
        matching = [record for record, row in kept.records.items() if row.fields.get(key_field) in keys]
        return sorted((self._shown(kept, record, fields) for record in matching), key=lambda record: record.created)

    @staticmethod
    def _shown(kept: _Table, record: RemoteId, fields: Sequence[str] | None = None) -> RemoteRecord:
        row = kept.records[record]
        shown = {name: value for name, value in row.fields.items() if fields is None or name in fields}
        return RemoteRecord(record, shown, row.created)

    def upsert(self, table: str, key_field: str, records: Sequence[Mapping[str, object]]) -> list[RemoteRecord]:
        """Creates or updates by key, all or none."""
        self._calls += 1
        kept = self._check(table, records)
        same = [
            [
                record
                for record, row in kept.records.items()
                if fields.get(key_field) and row.fields.get(key_field) == fields[key_field]
            ]
            for fields in records
        ]
        for fields, matching in zip(records, same, strict=True):
            if len(matching) > 1:
                raise RecordRefused(self.name, f"more than one record matches {fields.get(key_field)}")
        done = []
        for fields, matching in zip(records, same, strict=True):
            record = matching[0] if matching else RemoteId(self._next("rec"))
            self._write(table, record, fields)
            done.append(self._shown(kept, record))
        return done

    def create(self, table: str, fields: Mapping[str, object]) -> RemoteRecord:
        """One more."""
        self._calls += 1
        kept = self._asked(table, list(fields))
        record = self.add(table, fields)
        return self._shown(kept, record, [field.id for field in kept.shape.fields])

    def patch(self, table: str, records: Sequence[RemoteRecord]) -> list[RemoteRecord]:
        """Writes only the fields given, all or none."""
        self._calls += 1
        kept = self._check(table, [record.fields for record in records])
        missing = [record.id for record in records if record.id not in kept.records]
        if missing:
            raise RecordRefused(self.name, f"Record not found: {missing[0]}")
        for record in records:
            self._write(table, record.id, record.fields)
        return [self._shown(kept, record.id) for record in records]

    def _check(self, table: str, records: Sequence[Mapping[str, object]]) -> _Table:
        self._at_most(len(records), self.limits.batch)
        kept = self._asked(table, [name for fields in records for name in fields])
        known = {field.id: field for field in kept.shape.fields}
        for fields in records:
            for name, value in fields.items():
                field = known[name]
                options = {choice for _, choice in field.choices}
                if field.type == FieldType.SELECT.value and value is not None and value not in options:
                    raise RecordRefused(self.name, f'Insufficient permissions to create new select option "{value}"')
        return kept

    def _at_most(self, count: int, limit: int) -> None:
        if count > limit:
            raise RecordRefused(self.name, f"at most {limit} records a request")

    def _write(self, table: str, record: RemoteId, fields: Mapping[str, object]) -> None:
        kept = self._tables[table].records.setdefault(record, _Kept({}, self._now()))
        for name, value in fields.items():
            if value is False or value in (None, "", []):
                kept.fields.pop(name, None)
            else:
                kept.fields[name] = value
        kept.changed = self._now()
        self._log.append(Entry(table, record, dict(fields)))

    def delete(self, table: str, ids: Sequence[RemoteId]) -> None:
        """Deletes, all or none; what is deleted can be restored."""
        self._calls += 1
        kept = self._asked(table, ())
        self._at_most(len(ids), self.limits.batch)
        missing = [record for record in ids if record not in kept.records]
        if missing:
            raise RecordRefused(self.name, f"Record not found: {missing[0]}")
        for record in ids:
            kept.trash[record] = kept.records.pop(record)
            self._log.append(Entry(table, record))
        self._empty_links(table, ids)

    def _empty_links(self, target: str, gone: Sequence[RemoteId]) -> None:
        """Every link to what was deleted goes with it."""
        for table, kept in self._tables.items():
            for shape in kept.shape.fields:
                for record, row in kept.records.items() if shape.links_to == target else ():
                    linked = row.fields.get(shape.id)
                    if isinstance(linked, list) and not set(gone).isdisjoint(linked):
                        self._emptied += [(one, table, record, shape.id) for one in linked if one in gone]
                        self._write(table, record, {shape.id: [one for one in linked if one not in gone]})

    def restore(self, table: str, record: RemoteId) -> None:
        """A person takes a record out of the trash; links to it that are still empty come back with it."""
        kept = self._tables[table]
        kept.records[record] = kept.trash.pop(record)
        kept.records[record].changed = self._now()
        self._log.append(Entry(table, record, dict(kept.records[record].fields)))
        for gone, linking, other, name in self._emptied:
            row = self._tables[linking].records.get(other)
            if gone == record and row is not None and not row.fields.get(name):
                self._write(linking, other, {name: [record]})
        self._emptied = [link for link in self._emptied if link[0] != record]

    def add(self, table: str, fields: Mapping[str, object]) -> RemoteId:
        """A person makes a record, with any key or none."""
        record = RemoteId(self._next("rec"))
        self._write(table, record, fields)
        return record

    def records(self, table: str) -> dict[RemoteId, dict[str, object]]:
        """Everything a table holds now; not a request."""
        return {record: dict(row.fields) for record, row in self._tables[table].records.items()}

    def trashed(self, table: str) -> list[RemoteId]:
        """What could be restored; not a request."""
        return list(self._tables[table].trash)

    def open_feed(self) -> Feed:
        """Everything from now on."""
        self._calls += 1
        feed = self._next("ach")
        self._feeds[feed] = len(self._log)
        return Feed(feed, len(self._log) + 1, tells_schema=True)

    def read_feed(self, feed: Feed) -> FeedPage:
        """Everything since the cursor."""
        self._calls += 1
        if feed.id not in self._feeds:
            raise FeedLost("the feed is gone")
        changed: dict[str, dict[RemoteId, dict[str, object]]] = defaultdict(dict)
        destroyed: dict[str, list[RemoteId]] = defaultdict(list)
        schema_changed = False
        for entry in self._log[feed.cursor - 1 :]:
            if entry.record is None:
                schema_changed = True
            elif entry.fields is None:
                changed[entry.table].pop(entry.record, None)
                destroyed[entry.table].append(entry.record)
            else:
                changed[entry.table].setdefault(entry.record, {}).update(self._with_ids(entry.table, entry.fields))
                if entry.record in destroyed[entry.table]:
                    destroyed[entry.table].remove(entry.record)
        return FeedPage(changed, destroyed, {}, schema_changed, len(self._log) + 1, more=False)

    def _with_ids(self, table: str, fields: Mapping[str, object]) -> dict[str, object]:
        """A feed tells options with their ids."""
        kept = self._tables.get(table)
        options = {one.id: {name: identifier for identifier, name in one.choices} for one in kept.shape.fields} if kept else {}
        told = dict(fields)
        for name, value in fields.items():
            if isinstance(value, str) and (identifier := options.get(name, {}).get(value)):
                told[name] = NamedOption(value, identifier)
        return told

    def close_feed(self, feed: Feed) -> None:
        """Ends it."""
        self._calls += 1
        self._feeds.pop(feed.id, None)

    def lose_feeds(self) -> None:
        """The service switches every feed off."""
        self._feeds.clear()
