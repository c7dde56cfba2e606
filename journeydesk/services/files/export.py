"""Writing a table as CSV or JSON: every record, counted before and after; a file is whole or not there."""

import csv
import io
import json
import re
from collections.abc import Sequence
from pathlib import Path

from journeydesk.domain.catalogue import PROSPECTS, FieldSpec, FieldType, TableSpec
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import file_value
from journeydesk.services.context import Context
from journeydesk.storage.engine.files import write_file
from journeydesk.storage.records.lookup import count_living, keys_of_all
from journeydesk.storage.records.whole_table import stored_rows

_RUNS = re.compile(r"'*[=+\-@\t\r]")
_PHONE = re.compile(r"\+[\d\s()/.-]+")


def _objects(context: Context, spec: TableSpec, only: Sequence[int] | None = None) -> list[dict[str, str | int | float | bool]]:
    with context.database.read() as connection:
        keys = keys_of_all(connection, "prospects") if any(field.links_to for field in spec.fields) else {}
        rows = stored_rows(connection, spec, only)
    objects = []
    for row in rows:
        values = {
            f.name: file_value(f, stored, lambda _, record: keys.get(RecordId(record)))
            for f, stored in zip(spec.fields, row, strict=True)
        }
        objects.append({name: value for name, value in values.items() if value is not None})
    return objects


def cell_text(spec: FieldSpec, value: str | int | float | bool | None) -> str:
    """A field's value as a cell of CSV. A text that a spreadsheet would run as a formula gets an apostrophe (docs/storage.md,
    "Keys and secrets"), and so does one that begins with apostrophes before such a sign, so that the import can take exactly one
    away again. A phone number is left alone: its plus sign runs nothing."""
    if value is None:
        return ""
    if value is True:
        return "true"
    text = str(value)
    if not isinstance(value, str) or not _RUNS.match(text) or (spec.type is FieldType.PHONE and _PHONE.fullmatch(text)):
        return text
    return "'" + text


def table_text(context: Context, spec: TableSpec, form: str, only: Sequence[int] | None = None) -> str:
    """The table, or only these records of it, as text: `csv`, or `json` (an array of objects keyed by field name)."""
    objects = _objects(context, spec, only)
    if form == "json":
        return json.dumps(objects, ensure_ascii=False, indent=1) + "\n"
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([field.name for field in spec.fields])
    for values in objects:
        writer.writerow([cell_text(field, values.get(field.name)) for field in spec.fields])
    return out.getvalue()


def export_table(context: Context, spec: TableSpec, form: str, path: Path) -> int:
    """Writes the table to a file, replacing it only when the new one is complete; returns how many records it holds."""
    write_file(path, table_text(context, spec, form).encode(), context.database.folder)
    with context.database.read() as connection:
        return count_living(connection, spec.slug)


def export_prospects(context: Context, prospects: Sequence[int], path: Path) -> int:
    """Writes these prospects as CSV; returns how many there were."""
    text = table_text(context, PROSPECTS, "csv", prospects)
    write_file(path, text.encode(), context.database.folder)
    return len(prospects)
