"""Writing a table as CSV or JSON: every record, counted before and after; a file is whole or not there."""

import csv
import io
import json
import os
from collections.abc import Sequence
from pathlib import Path

from journeydesk.domain.catalogue import PROSPECTS, TableSpec
from journeydesk.domain.errors import Bug, UserError
from journeydesk.domain.values import file_value
from journeydesk.services.context import Context
from journeydesk.storage.engine import sql

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _objects(context: Context, spec: TableSpec, only: Sequence[int] | None = None) -> list[dict[str, str | int | float | bool]]:
    columns = ", ".join(field.slug for field in spec.fields)
    which = "NOT deleted" if only is None else "NOT deleted AND lid IN (SELECT value FROM json_each(:only))"
    chosen = {"only": json.dumps(list(only))} if only is not None else {}
    with context.database.read() as connection:
        expected = sql.scalar(connection, f"SELECT count(*) FROM {spec.slug} WHERE {which}", chosen)
        keys = {}
        if any(field.links_to for field in spec.fields):
            keys = {row[0]: row[1] for row in sql.rows(connection, "SELECT lid, key FROM prospects")}
        rows = sql.rows(connection, f"SELECT {columns} FROM {spec.slug} WHERE {which} ORDER BY lid", chosen)
    found = []
    for row in rows:
        values = {
            f.name: file_value(f, stored, lambda _, record: keys.get(record))
            for f, stored in zip(spec.fields, row, strict=True)
        }
        found.append({name: value for name, value in values.items() if value is not None})
    if len(found) != expected:
        raise Bug(f"{expected} records of {spec.name} were to be written and {len(found)} were")
    return found


def _csv_cell(value: object) -> str:
    """A cell's text; one that a spreadsheet would run as a formula gets an apostrophe (SYNC section 4, item 14)."""
    if value is None:
        return ""
    if value is True:
        return "true"
    text = str(value)
    return "'" + text if isinstance(value, str) and text.startswith(_FORMULA) else text


def table_text(context: Context, spec: TableSpec, form: str, only: Sequence[int] | None = None) -> str:
    """The table, or only these records of it, as text: `csv`, or `json` (an array of objects keyed by field name)."""
    objects = _objects(context, spec, only)
    if form == "json":
        return json.dumps(objects, ensure_ascii=False, indent=1) + "\n"
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([field.name for field in spec.fields])
    for values in objects:
        writer.writerow([_csv_cell(values.get(field.name)) for field in spec.fields])
    return out.getvalue()


def export_table(context: Context, spec: TableSpec, form: str, path: Path) -> int:
    """Writes the table to a file, replacing it only when the new one is complete; returns how many records it holds."""
    _write_whole(path, table_text(context, spec, form))
    with context.database.read() as connection:
        return int(sql.scalar(connection, f"SELECT count(*) FROM {spec.slug} WHERE NOT deleted"))


def export_prospects(context: Context, prospects: Sequence[int], path: Path) -> int:
    """Writes these prospects as CSV; returns how many there were."""
    text = table_text(context, PROSPECTS, "csv", prospects)
    _write_whole(path, text)
    return len(prospects)


def _write_whole(path: Path, text: str) -> None:
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise UserError(f"{path} cannot be written: {problem.strerror}. The old file, if any, is as it was.") from problem
