"""Attachments: taken by address or by id, shown with addresses that are good for two hours."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import unquote

from journeydesk.sandbox.airtable.errors import AirtableError, invalid_value
from journeydesk.sandbox.airtable.model import Field, IdMaker, Table, is_id

_LIFE = timedelta(hours=2)
_ADDRESS = re.compile(r"https?://[^\s/]+(/\S*)?")


def read_attachments(field: Field, table: Table | None, value: Any, ids: IdMaker) -> list[dict[str, Any]]:
    """What is kept of a written list: objects with the `url` of a file to fetch, or the `id` of an attachment that is there.

    Raises AirtableError for anything else.
    """
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise invalid_value(field.name)
    return [_kept(field, table, item, ids) for item in value]


def _kept(field: Field, table: Table | None, item: Mapping[str, Any], ids: IdMaker) -> dict[str, Any]:
    identifier, address = item.get("id"), item.get("url")
    if isinstance(identifier, str) and is_id(identifier, "att"):
        for known in _known(field, table):
            if known["id"] == identifier:
                return known
        raise AirtableError(422, "INVALID_ATTACHMENT_OBJECT", f"Attachment ID {identifier} does not exist")
    if not isinstance(address, str) or not _ADDRESS.fullmatch(address):
        raise AirtableError(422, "INVALID_ATTACHMENT_OBJECT", f'Invalid attachment for field "{field.name}": missing url')
    name = item.get("filename") or unquote(address.rsplit("/", 1)[-1]) or "file"
    return {"id": ids.new("att"), "filename": str(name), "size": len(address) * 1024, "type": _media_type(str(name))}


def _known(field: Field, table: Table | None) -> list[dict[str, Any]]:
    records = () if table is None else table.records.values()
    return [item for record in records for item in record.cells.get(field.id) or ()]


def _media_type(name: str) -> str:
    ending = name.rsplit(".", 1)[-1].lower()
    return {"pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg"}.get(ending, "application/octet-stream")


def with_addresses(kept: Sequence[Mapping[str, Any]], now: datetime) -> list[dict[str, Any]]:
    """Attachments as a record shows them: the address of a file is another one whenever the old one has expired."""
    until = int((now + _LIFE).timestamp() // 3600 * 3600)
    return [{**item, "url": f"https://v5.airtableusercontent.com/v3/u/{until}/{item['id']}"} for item in kept]
