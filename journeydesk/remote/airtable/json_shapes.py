"""Records, tables and fields as Airtable's JSON has them (docs/services.md, "Airtable: listing" and
docs/services.md, "Airtable: field types")."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from journeydesk.domain.catalogue import FieldSpec, FieldType
from journeydesk.domain.ids import RemoteId
from journeydesk.remote.airtable.limits import LIMITS
from journeydesk.sync.ports import RemoteField, RemoteRecord, RemoteTable, RemoteTrouble


def listing_of(fields: Sequence[str]) -> dict[str, Any]:
    """A listing always names its fields: Airtable then refuses one that is gone, where otherwise it would only look empty."""
    return {"pageSize": LIMITS.page, "returnFieldsByFieldId": True, "fields": list(fields)}


def quoted(text: str) -> str:
    """A text as a formula literal; the only place that writes one. Backslashes first, then quotes and line ends."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return f"'{escaped}'"


def record_of(answer: Mapping[str, Any]) -> RemoteRecord:
    """A record out of a listing or the answer to a write. Raises RemoteTrouble for what is none."""
    fields, record = answer.get("fields"), answer.get("id")
    if not isinstance(fields, dict) or not isinstance(record, str) or not re.fullmatch(r"rec[A-Za-z0-9]{14}", record):
        raise RemoteTrouble("Airtable's answer holds what is no record. Sync tries again by itself.")
    return RemoteRecord(RemoteId(record), fields, str(answer.get("createdTime") or ""))


def table_of(answer: Mapping[str, Any]) -> RemoteTable:
    """A table out of the schema."""
    fields = []
    for field in answer["fields"]:
        options = field.get("options") or {}
        choices = tuple((choice["id"], choice["name"]) for choice in options.get("choices", ()))
        fields.append(RemoteField(field["id"], field["name"], field["type"], choices, options.get("linkedTableId", "")))
    return RemoteTable(answer["id"], answer["name"], answer["primaryFieldId"], tuple(fields))


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
