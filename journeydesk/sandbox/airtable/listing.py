"""Listing records: pages, iterators, formulas, sorting, and how a record is written as JSON."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from journeydesk.domain.frozen_data import dataclass
from journeydesk.sandbox.airtable.attachments import with_addresses
from journeydesk.sandbox.airtable.computed import computed
from journeydesk.sandbox.airtable.errors import AirtableError, invalid_request
from journeydesk.sandbox.airtable.formula import compile_filter, records_named
from journeydesk.sandbox.airtable.formula_functions import Scope, text_of
from journeydesk.sandbox.airtable.model import Base, Field, IdMaker, Record, Table, is_id
from journeydesk.sandbox.clock import iso

PAGE_LIMIT = 100
ITERATOR_LIFE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class ListOptions:
    """What a list request asks for, whichever way it was spelled."""

    fields: tuple[str, ...] | None = None
    formula: str = ""
    sort: tuple[tuple[str, bool], ...] = ()
    """Field and whether descending."""
    page_size: int = PAGE_LIMIT
    max_records: int | None = None
    offset: str = ""
    view: str = ""
    by_field_id: bool = False
    comment_counts: bool = False


@dataclass(slots=True)
class _Iterator:
    table_id: str
    record_ids: Sequence[str]
    position: int
    used: datetime


def unknown_field(name: str) -> AirtableError:
    """A field name or id that the table does not have."""
    return AirtableError(422, "UNKNOWN_FIELD_NAME", f'Unknown field name: "{name}"')


class RecordWriter:
    """Writes records of one table as JSON, with all fields or only some, keyed by name or by id."""

    def __init__(
        self, scope: Scope, table: Table, only: Sequence[str] | None, *, by_field_id: bool, comment_counts: bool = False
    ) -> None:
        self._comments = comment_counts
        chosen = list(table.fields.values()) if only is None else [_known(table, name) for name in only]
        names = {f.id: f.id if by_field_id else f.name for f in chosen}
        self._computed = [(computed(f, table, scope), names[f.id]) for f in chosen if f.computed]
        self._keys = {f.id: names[f.id] for f in chosen if not f.computed}
        self._attachments = [names[f.id] for f in chosen if f.type == "multipleAttachments"]
        self._now = scope.now

    def write(self, record: Record) -> dict[str, Any]:
        """One record as the API gives it."""
        keys = self._keys
        fields = {keys[field_id]: value for field_id, value in record.cells.items() if field_id in keys}
        for compute, key in self._computed:
            value = compute(record)
            if value is not None and value not in ("", []):
                fields[key] = value
        for key in self._attachments:
            if key in fields:
                fields[key] = with_addresses(fields[key], self._now)
        written: dict[str, Any] = {"id": record.id, "createdTime": iso(record.created_ms), "fields": fields}
        if self._comments:
            written["commentCount"] = 0
        return written


def _known(table: Table, name: str) -> Field:
    field = table.field_by(name)
    if field is None:
        raise unknown_field(name)
    return field


class Listing:
    """The list endpoint of every table, with the iterators that its offsets name."""

    def __init__(self, ids: IdMaker, now: Callable[[], datetime]) -> None:
        self._ids = ids
        self._now = now
        self._iterators: dict[str, _Iterator] = {}

    def expire_iterators(self) -> int:
        """Forget every walk under way, as a restart of the service does; returns how many there were."""
        count = len(self._iterators)
        self._iterators.clear()
        return count

    def page(self, base: Base, table: Table, options: ListOptions) -> dict[str, Any]:
        """One page; raises AirtableError for an offset that is malformed or has expired, or a bad option."""
        scope = Scope(base, self._now())
        writer = RecordWriter(
            scope, table, options.fields, by_field_id=options.by_field_id, comment_counts=options.comment_counts
        )
        if options.offset:
            token, walk = self._resume(table, options.offset)
        else:
            token, walk = self._begin(scope, table, options)
        walk.used = self._now()
        end = min(walk.position + options.page_size, len(walk.record_ids))
        page = [table.records.get(record_id) for record_id in walk.record_ids[walk.position : end]]
        walk.position = end
        answer: dict[str, Any] = {"records": [writer.write(record) for record in page if record is not None]}
        if end < len(walk.record_ids):
            self._iterators[token] = walk
            answer["offset"] = f"{token}/{walk.record_ids[end]}"
        else:
            self._iterators.pop(token, None)
        return answer

    def _begin(self, scope: Scope, table: Table, options: ListOptions) -> tuple[str, _Iterator]:
        _check_view(table, options.view)
        chosen: Sequence[str] = table.order()
        named = records_named(options.formula)
        if named is not None:
            chosen = [record_id for record_id in chosen if record_id in named]
        elif options.formula:
            keeps = compile_filter(options.formula, table, scope)
            chosen = [record_id for record_id in chosen if keeps(table.records[record_id])]
        for name, descending in reversed(options.sort):
            chosen = _sorted(scope, table, chosen, _known(table, name), descending=descending)
        if options.max_records is not None:
            chosen = chosen[: options.max_records]
        return self._ids.new("itr"), _Iterator(table.id, chosen, 0, self._now())

    def _resume(self, table: Table, offset: str) -> tuple[str, _Iterator]:
        token, _, record_id = offset.partition("/")
        if not is_id(token, "itr") or not is_id(record_id, "rec"):
            raise _invalid_offset()
        walk = self._iterators.get(token)
        if walk is None or walk.table_id != table.id or self._now() - walk.used > ITERATOR_LIFE:
            self._iterators.pop(token, None)
            raise AirtableError(422, "LIST_RECORDS_ITERATOR_NOT_AVAILABLE")
        at = walk.position if walk.record_ids[walk.position] == record_id else _place_of(walk, record_id)
        return token, _Iterator(table.id, walk.record_ids, at, walk.used)


def _invalid_offset() -> AirtableError:
    return AirtableError(422, "INVALID_OFFSET_VALUE", "The value of offset is invalid")


def _place_of(walk: _Iterator, record_id: str) -> int:
    """Where a page that is asked for again begins."""
    try:
        return walk.record_ids.index(record_id)
    except ValueError as error:
        raise _invalid_offset() from error


def _check_view(table: Table, view: str) -> None:
    if not view or view in {table.view_id, "Grid view"}:
        return
    if is_id(view, "viw"):
        raise AirtableError(422, "VIEW_ID_NOT_FOUND", f"View id not found: {view}")
    raise AirtableError(422, "VIEW_NAME_NOT_FOUND", f"View '{view}' not found")


def _sorted(scope: Scope, table: Table, chosen: Sequence[str], field: Field, *, descending: bool) -> list[str]:
    value_of = computed(field, table, scope) if field.computed else _cell_of(field)
    values = {record_id: value_of(table.records[record_id]) for record_id in chosen}
    filled = [record_id for record_id in chosen if values[record_id] is not None]
    empty = [record_id for record_id in chosen if values[record_id] is None]
    filled.sort(key=lambda record_id: _sort_value(values[record_id]), reverse=descending)
    return filled + empty if descending else empty + filled


def _sort_value(value: Any) -> Any:
    """People and barcodes by what is shown of them, lists by their text."""
    if isinstance(value, Mapping):
        return str(value.get("name") or value.get("text") or value)
    return text_of(value) if isinstance(value, list) else value


def _cell_of(field: Field) -> Callable[[Record], Any]:
    return lambda record: record.cells.get(field.id)


_QUERY_LISTS = ("fields", "recordMetadata", "records")


def options_from_query(query: Sequence[tuple[str, str]]) -> ListOptions:
    """Read the query of GET: `fields[]=a`, `fields[0]=a` and `fields=a` mean the same."""
    plain: dict[str, Any] = {}
    sort: dict[str, dict[str, str]] = {}
    for key, value in query:
        name, _, rest = key.partition("[")
        if name in _QUERY_LISTS:
            plain.setdefault(name, []).append(value)
        elif name == "sort":
            index, _, part = rest.rstrip("]").partition("][")
            sort.setdefault(index, {})[part] = value
        else:
            plain[name] = value
    if sort:
        plain["sort"] = [sort[index] for index in sorted(sort, key=lambda text: int(text) if text.isdigit() else 0)]
    return options_from_json(plain)


def options_from_json(given: Mapping[str, Any]) -> ListOptions:
    """Read the body of POST listRecords; raises AirtableError for a value of the wrong type or out of range."""
    fields = given.get("fields")
    if fields is not None and (not isinstance(fields, list) or not all(isinstance(name, str) for name in fields)):
        raise invalid_request()
    formula = given.get("filterByFormula") or ""
    if not isinstance(formula, str):
        raise invalid_request()
    metadata = given.get("recordMetadata") or []
    sort = given.get("sort") or []
    if not isinstance(metadata, list) or not isinstance(sort, list):
        raise invalid_request()
    return ListOptions(
        fields=None if fields is None else tuple(fields),
        formula=formula,
        sort=tuple(_sort_key(key) for key in sort),
        page_size=_count(given.get("pageSize"), PAGE_LIMIT, PAGE_LIMIT) or PAGE_LIMIT,
        max_records=_count(given.get("maxRecords"), None, None),
        offset=str(given.get("offset") or ""),
        view=str(given.get("view") or ""),
        by_field_id=flag(given.get("returnFieldsByFieldId")),
        comment_counts="commentCount" in metadata,
    )


def flag(value: Any) -> bool:
    """A switch as clients spell it: true, "true", 1, "1"; raises AirtableError for anything else but their opposites."""
    if value in (None, False, "", "false", "0", 0):
        return False
    if value in (True, "true", "1", 1):
        return True
    raise invalid_request()


def _sort_key(given: Any) -> tuple[str, bool]:
    if not isinstance(given, dict) or not isinstance(given.get("field"), str):
        raise invalid_request()
    direction = given.get("direction", "asc")
    if direction not in {"asc", "desc"}:
        raise invalid_request()
    return given["field"], direction == "desc"


def _count(given: Any, default: int | None, highest: int | None) -> int | None:
    if given is None:
        return default
    try:
        count = int(given)
    except (TypeError, ValueError) as error:
        raise invalid_request() from error
    if count < 1 or (highest is not None and count > highest):
        raise invalid_request()
    return count
