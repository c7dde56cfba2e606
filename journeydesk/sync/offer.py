"""What a base offers for matching: its tables and fields with what some records hold, read and kept nowhere."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from types import MappingProxyType

from journeydesk.domain.catalogue import TABLES, FieldSpec
from journeydesk.domain.field_kinds.fit import Fit
from journeydesk.domain.mapping.fields import fit_key
from journeydesk.domain.mapping.offer import OfferedField, OfferedTable, Writing
from journeydesk.domain.words import noted
from journeydesk.sync.ports import Page, Remote, RemoteField, RemoteTable

ROWS = 5
"""How many records are kept whole for a look at what they become."""

MOST_SAMPLED = 40
"""Of how many tables records are read; each costs a request."""

_SHOWN = 300

_KINDS = MappingProxyType(
    {
        "singleLineText": noted("text"),
        "multilineText": noted("long text"),
        "richText": noted("rich text"),
        "email": noted("e-mail"),
        "phoneNumber": noted("phone"),
        "url": noted("web address"),
        "singleSelect": noted("single select"),
        "multipleSelects": noted("multiple select"),
        noted("number"): noted("number"),
        noted("percent"): noted("percent"),
        noted("currency"): noted("currency"),
        noted("rating"): noted("rating"),
        noted("duration"): noted("duration"),
        "checkbox": noted("check box"),
        noted("date"): noted("date"),
        "dateTime": noted("date and time"),
        "multipleRecordLinks": noted("link"),
        "singleCollaborator": noted("collaborator"),
        "multipleCollaborators": noted("collaborators"),
        "multipleAttachments": noted("attachments"),
        "createdTime": noted("created time"),
        "lastModifiedTime": noted("last modified"),
        "createdBy": noted("created by"),
        "lastModifiedBy": noted("last modified by"),
        "autoNumber": noted("auto number"),
        "multipleLookupValues": noted("lookup"),
        "aiText": noted("AI text"),
        "externalSyncSource": noted("sync source"),
    }
)
_BY_KEY: Mapping[str, FieldSpec] = {fit_key(field): field for table in TABLES for field in table.fields}


def kind_of(type: str) -> str:
    """A type of a remote's field in words."""
    return _KINDS.get(type, type)


def read_offer(remote: Remote, schema: Sequence[RemoteTable]) -> tuple[OfferedTable, ...]:
    """Every table of a schema with its fields and what its first page of records holds. Raises as the remote does."""
    return tuple(
        offered_table(table, _first_page(remote, table) if place < MOST_SAMPLED else None, remote.limits.page)
        for place, table in enumerate(schema)
    )


def _first_page(remote: Remote, table: RemoteTable) -> Page | None:
    pages = remote.pages(table.id, [field.id for field in table.fields], None)
    return next(islice(pages, 1), None)


def offered_table(table: RemoteTable, page: Page | None = None, size: int = 0) -> OfferedTable:
    """A table with its fields and what a page of its records holds; a page of `size` records is not the last."""
    records = [record.fields for record in page.records] if page else []
    texts = [{identifier: shown(value) for identifier, value in fields.items()} for fields in records]
    fields = tuple(
        OfferedField(
            field.id,
            field.name,
            field.type,
            kind_of(field.type),
            field.choices,
            field.links_to,
            tuple(text for fields in records for text in _texts(fields.get(field.id))),
            {key: _writing(spec, field) for key, spec in _BY_KEY.items()},
            field.result,
            field.maximum,
        )
        for field in table.fields
    )
    values = tuple(
        {identifier: plain for identifier, value in fields.items() if (plain := _plain(value)) is not None}
        for fields in records[:ROWS]
    )
    has_more = bool(size) and len(records) >= size
    return OfferedTable(table.id, table.name, fields, len(records), has_more, tuple(texts[:ROWS]), table.primary, values)


def _writing(spec: FieldSpec, field: RemoteField) -> Writing:
    return {Fit.NONE: Writing.NOT_AT_ALL, Fit.READ_ONLY: Writing.READ_ONLY}.get(field.fit(spec), Writing.BOTH_WAYS)


def _texts(value: object) -> list[str]:
    """The values of a cell one by one."""
    return [text for text in map(shown, value if isinstance(value, list) else [value]) if text]


def shown(value: object) -> str:
    """A value of a record as it is shown before anything is known of its field: its beginning, and half a character as a sign for one."""
    return _whole(value)[:_SHOWN].encode(errors="replace").decode()


def _plain(value: object) -> object:
    """A value as it is, its texts cut; None for one that has parts with names, as people and files have."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, list):
        parts = [_plain(each) for each in value[:_SHOWN]]
        return None if None in parts else parts
    return value if isinstance(value, bool | int | float) else None


def _whole(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        return ", ".join(text for text in map(shown, value[:_SHOWN]) if text)
    if isinstance(value, dict):
        names: Callable[[str], object] = value.get
        return next((str(names(name)) for name in ("name", "email", "filename", "value", "error") if names(name)), "")
    return str(value)
