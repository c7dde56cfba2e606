"""Records, tables and fields as Airtable's JSON has them (docs/services.md, "Airtable: listing" and
docs/services.md, "Airtable: field types")."""

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from journeydesk.domain.catalogue import FieldSpec, FieldType
from journeydesk.domain.ids import RemoteId
from journeydesk.domain.words import tr
from journeydesk.remote.airtable.limits import LIMITS
from journeydesk.sync.ports import RemoteField, RemoteRecord, RemoteTable, RemoteTrouble


def listing_of(fields: Sequence[str]) -> dict[str, Any]:
    """A listing always names its fields: Airtable then refuses one that is gone, where otherwise it would only look empty."""
    return {"pageSize": LIMITS.page, "returnFieldsByFieldId": True, "fields": list(fields)}


def quoted(text: str) -> str:
    """A text as a formula literal; the only place that writes one. Backslashes first, then quotes and line ends."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return f"'{escaped}'"


@contextlib.contextmanager
def reading(what: str) -> Iterator[None]:
    """Around the reading of an answer: one of another shape than documented raises RemoteTrouble, which is tried again."""
    try:
        yield
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as problem:
        raise RemoteTrouble(
            tr("Airtable's answer holds what is no {what}. Sync tries again by itself.", what=what)
        ) from problem


def text_of(holder: Mapping[str, Any], name: str) -> str:
    """A text of an answer. Raises KeyError where it is missing, TypeError where it is something else."""
    text = holder[name]
    if not isinstance(text, str):
        raise TypeError(f"{name} is no text")
    return text


def record_of(answer: Mapping[str, Any]) -> RemoteRecord:
    """A record out of a listing or the answer to a write. Raises RemoteTrouble for what is none."""
    with reading("record"):
        fields, record = answer["fields"], text_of(answer, "id")
        if not isinstance(fields, dict) or not re.fullmatch(r"rec[A-Za-z0-9]{14}", record):
            raise ValueError(record)
        return RemoteRecord(RemoteId(record), fields, str(answer.get("createdTime") or ""))


def table_of(answer: Mapping[str, Any]) -> RemoteTable:
    """A table out of the schema. Raises RemoteTrouble for what is none."""
    with reading("table"):
        fields = tuple(_field_of(field) for field in _listed(answer["fields"]))
        return RemoteTable(text_of(answer, "id"), text_of(answer, "name"), text_of(answer, "primaryFieldId"), fields)


def _field_of(answer: Mapping[str, Any]) -> RemoteField:
    options = answer.get("options") or {}
    result = options.get("result") or {}
    described = result.get("options") or options
    choices = tuple((text_of(choice, "id"), text_of(choice, "name")) for choice in _listed(described.get("choices") or []))
    linking = options if options.get("linkedTableId") else described
    links_to = text_of(linking, "linkedTableId") if linking.get("linkedTableId") else ""
    return RemoteField(
        text_of(answer, "id"),
        text_of(answer, "name"),
        text_of(answer, "type"),
        choices,
        links_to,
        _whole_of(described, "precision"),
        _whole_of(described, "max"),
        text_of(result, "type") if result else "",
    )


def _whole_of(holder: Mapping[str, Any], name: str) -> int | None:
    number = holder.get(name)
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def _listed(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return value


def field_body(spec: FieldSpec, link_targets: Mapping[str, str]) -> dict[str, Any]:
    """How a field is asked for at creation (docs/services.md, "Airtable: field types")."""
    body: dict[str, Any] = {"name": spec.name, "type": spec.type.value}
    kind = spec.type
    if kind is FieldType.SELECT:
        body["options"] = {"choices": [{"name": choice} for choice in spec.choices]}
    elif kind is FieldType.NUMBER:
        body["options"] = {"precision": spec.precision}
    elif kind is FieldType.PERCENT:
        body["options"] = {"precision": 1}
    elif kind is FieldType.CURRENCY:
        body["options"] = {"precision": spec.precision, "symbol": "€"}
    elif kind is FieldType.CHECKBOX:
        body["options"] = {"icon": "check", "color": "greenBright"}
    elif kind is FieldType.DATE:
        body["options"] = {"dateFormat": {"name": "iso", "format": "YYYY-MM-DD"}}
    elif kind is FieldType.DATETIME:
        iso, clock = {"name": "iso", "format": "YYYY-MM-DD"}, {"name": "24hour", "format": "HH:mm"}
        body["options"] = {"timeZone": "utc", "dateFormat": iso, "timeFormat": clock}
    elif kind is FieldType.LINK:
        body["options"] = {"linkedTableId": link_targets[spec.links_to]}
    return body
