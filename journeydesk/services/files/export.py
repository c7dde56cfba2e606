"""Writing a table as CSV or JSON: every record, counted before and after; a file is whole or not there."""

import csv
import io
import json
import re
from collections.abc import Sequence
from pathlib import Path

from journeydesk.domain.catalogue import PROSPECTS, FieldSpec, FieldType, TableSpec
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import file_value
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.services.files.workbook_export import rows_in, workbook
from journeydesk.storage.engine.files import write_file
from journeydesk.storage.records.lookup import count_among, count_living, keys_of_all
from journeydesk.storage.records.whole_table import stored_rows

_LONGEST_CELL = 10_000_000
_RUNS = re.compile(r"'*[=+\-@\t\r]")
_PHONE = re.compile(r"\+[\d\s()/.-]+")


def _objects(
    context: Context, spec: TableSpec, only: Sequence[int] | None
) -> tuple[list[dict[str, str | int | float | bool]], int]:
    with context.database.read() as connection:
        keys = keys_of_all(connection, "prospects") if any(field.links_to for field in spec.fields) else {}
        rows = stored_rows(connection, spec, only)
        count = count_living(connection, spec.slug) if only is None else count_among(connection, spec.slug, only)
    objects = []
    for row in rows:
        values = {
            f.name: _in_words(context, spec.slug, f, file_value(f, stored, lambda _, record: keys.get(RecordId(record))))
            for f, stored in zip(spec.fields, row, strict=True)
        }
        objects.append({name: value for name, value in values.items() if value is not None})
    return objects, count


def _in_words(
    context: Context, table: str, spec: FieldSpec, value: str | int | float | bool | None
) -> str | int | float | bool | None:
    return context.words.shown(table, spec.slug, value) if isinstance(value, str) else value


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
    return _counted_text(context, spec, form, only)[0]


def _counted_text(context: Context, spec: TableSpec, form: str, only: Sequence[int] | None = None) -> tuple[str, int]:
    """The text, and how many records the database counts in the same moment."""
    objects, count = _objects(context, spec, only)
    if form == "json":
        return json.dumps(objects, ensure_ascii=False, indent=1) + "\n", count
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([field.name for field in spec.fields])
    for values in objects:
        writer.writerow([cell_text(field, values.get(field.name)) for field in spec.fields])
    return out.getvalue(), count


def export_table(context: Context, spec: TableSpec, form: str, path: Path) -> int:
    """Writes the table to a file, replacing an old one only when the new one holds every record; returns how many there are."""
    if form == "xlsx":
        objects, count = _objects(context, spec, None)
        data = workbook(spec, objects)
    else:
        text, count = _counted_text(context, spec, form)
        data = text.encode()
    _write_counted(context, path, data, form, count)
    return count


def export_prospects(context: Context, prospects: Sequence[int], path: Path) -> int:
    """Writes these prospects as CSV; returns how many there were."""
    text, count = _counted_text(context, PROSPECTS, "csv", prospects)
    _write_counted(context, path, text.encode(), "csv", count)
    return count


def _write_counted(context: Context, path: Path, data: bytes, form: str, count: int) -> None:
    def check(written: bytes) -> None:
        records = records_in(written, form)
        if records != count:
            raise UserError(
                tr(
                    "{path} would hold {records} of {count} records. It was not written, and an old file is as "
                    "it was. Try again; if it stays so, look with: journeydesk doctor",
                    path=path,
                    records=figure(records),
                    count=figure(count),
                )
            )

    write_file(path, data, context.database.folder, check)


def records_in(written: bytes, form: str) -> int:
    """How many records an exported file holds, read as anybody would read it."""
    if form == "xlsx":
        return rows_in(written)
    text = written.decode("utf-8")
    if form == "json":
        return len(json.loads(text))
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))
    return sum(1 for _ in csv.reader(io.StringIO(text, newline=""))) - 1
