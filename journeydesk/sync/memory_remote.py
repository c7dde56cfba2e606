"""A remote in memory that keeps the port's promises: what the behaviour suite holds every other remote against."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journeydesk.domain.catalogue import FieldSpec, FieldType, TableSpec
from journeydesk.domain.ids import RemoteId
from journeydesk.sync.ports import BATCH, PAGE, Page, RecordRefused, RemoteField, RemoteRecord, RemoteTable


@dataclass
class _Kept:
    fields: dict[str, object]
    changed: str


@dataclass
class _Table:
    shape: RemoteTable
    records: dict[RemoteId, _Kept] = field(default_factory=dict)


class MemoryRemote:
    """Tables of records by id. `now` gives the remote's own clock as a stored moment."""

    def __init__(self, now: Callable[[], str]) -> None:
        self._now = now
        self._tables: dict[str, _Table] = {}
        self._made = 0
        self._calls = 0

    @property
    def calls(self) -> int:
        """How many requests were made."""
        return self._calls

    def _next(self, prefix: str) -> str:
        self._made += 1
        return f"{prefix}{self._made:014d}"

    def schema(self) -> tuple[RemoteTable, ...]:
        """Every table."""
        self._calls += 1
        return tuple(table.shape for table in self._tables.values())

    def _field(self, spec: FieldSpec, link_targets: Mapping[str, str]) -> RemoteField:
        target = link_targets[spec.links_to] if spec.links_to else ""
        return RemoteField(self._next("fld"), spec.name, spec.type.value, spec.choices, target)

    def create_table(self, spec: TableSpec, link_targets: Mapping[str, str]) -> None:
        """Makes a table."""
        self._calls += 1
        fields = tuple(self._field(one, link_targets) for one in spec.fields)
        made = RemoteTable(self._next("tbl"), spec.name, fields[0].id, fields)
        self._tables[made.id] = _Table(made)

    def create_field(self, table: str, spec: FieldSpec, link_targets: Mapping[str, str]) -> None:
        """Adds a field."""
        self._calls += 1
        kept = self._tables[table]
        shape = kept.shape
        kept.shape = RemoteTable(shape.id, shape.name, shape.primary, (*shape.fields, self._field(spec, link_targets)))

    def pages(self, table: str, fields: Sequence[str], since: str | None) -> Iterator[Page]:
        """Walks the table as it stood when the walk began."""
        at = self._now()
        found = [
            RemoteRecord(record, {name: value for name, value in kept.fields.items() if name in fields})
            for record, kept in self._tables[table].records.items()
            if since is None or kept.changed >= since
        ]
        for start in range(0, max(1, len(found)), PAGE):
            self._calls += 1
            yield Page(found[start : start + PAGE], at)

    def fetch(self, table: str, ids: Sequence[RemoteId]) -> list[RemoteRecord]:
        """Those that are there."""
        self._calls += 1
        return [self._shown(table, record) for record in ids if record in self._tables[table].records]

    def get(self, table: str, record: RemoteId) -> RemoteRecord | None:
        """One, or None."""
        self._calls += 1
        return self._shown(table, record) if record in self._tables[table].records else None

    def find(self, table: str, key_field: str, keys: Sequence[str]) -> list[RemoteRecord]:
        """Those with one of these keys."""
        self._calls += 1
        kept = self._tables[table].records
        return [self._shown(table, record) for record, one in kept.items() if one.fields.get(key_field) in keys]

    def _shown(self, table: str, record: RemoteId) -> RemoteRecord:
        return RemoteRecord(record, dict(self._tables[table].records[record].fields))

    def upsert(self, table: str, key_field: str, records: Sequence[Mapping[str, object]]) -> list[RemoteRecord]:
        """Creates or updates by key, all or none."""
        self._calls += 1
        self._check(table, records)
        done = []
        for fields in records:
            key = fields.get(key_field)
            same = [record for record, kept in self._tables[table].records.items() if key and kept.fields.get(key_field) == key]
            if len(same) > 1:
                raise RecordRefused(f"more than one record matches {key}")
            record = same[0] if same else RemoteId(self._next("rec"))
            self._write(table, record, fields)
            done.append(self._shown(table, record))
        return done

    def patch(self, table: str, records: Sequence[RemoteRecord]) -> list[RemoteRecord]:
        """Writes only the fields given, all or none."""
        self._calls += 1
        self._check(table, [record.fields for record in records])
        missing = [record.id for record in records if record.id not in self._tables[table].records]
        if missing:
            raise RecordRefused(f"Record not found: {missing[0]}")
        for record in records:
            self._write(table, record.id, record.fields)
        return [self._shown(table, record.id) for record in records]

    def _check(self, table: str, records: Sequence[Mapping[str, object]]) -> None:
        if len(records) > BATCH:
            raise RecordRefused(f"at most {BATCH} records a request")
        known = {one.id: one for one in self._tables[table].shape.fields}
        for fields in records:
            for name, value in fields.items():
                if name not in known:
                    raise RecordRefused(f'Unknown field name: "{name}"')
                one = known[name]
                if one.type == FieldType.SELECT.value and value is not None and value not in one.choices:
                    raise RecordRefused(f'Insufficient permissions to create new select option "{value}"')

    def _write(self, table: str, record: RemoteId, fields: Mapping[str, object]) -> None:
        kept = self._tables[table].records.setdefault(record, _Kept({}, ""))
        for name, value in fields.items():
            if value in (None, "", [], False):
                kept.fields.pop(name, None)
            else:
                kept.fields[name] = value
        kept.changed = self._now()

    def delete(self, table: str, ids: Sequence[RemoteId]) -> None:
        """Deletes."""
        self._calls += 1
        for record in ids:
            self._tables[table].records.pop(record, None)
