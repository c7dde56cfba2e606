"""Bringing in a CSV file by key: checked whole before the first row is written; every row ends in one bucket."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from journeydesk.domain.catalogue import FieldSpec, FieldType, TableSpec
from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId, application_id, uuid7
from journeydesk.domain.values import Stored, parse_text
from journeydesk.services.commands.base import Action, action
from journeydesk.services.commands.stages import STAGE_FIELDS, begin_journeys
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import adopt_hand_edits, evaluate_within
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import records
from journeydesk.storage.records.lookup import find_by_field

_LARGEST = 200 * 1024 * 1024


@dataclass
class ImportReport:
    """The buckets; they sum to the file's rows. `invalid` has (line number in the file, what is wrong)."""

    created: int = 0
    updated: int = 0
    same: int = 0
    invalid: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    values: dict[str, Stored]


class _DryRun(Exception):
    """Ends a rehearsal: everything written is taken back."""


def read_text(path: Path) -> str:
    """The file's text in whatever encoding it has. Raises UserError where it cannot be read or is no text."""
    try:
        if path.stat().st_size > _LARGEST:
            raise UserError(f"{path.name} is larger than 200 MB. Split it.")
        data = path.read_bytes()
    except OSError as problem:
        raise UserError(f"{path} cannot be read: {problem.strerror}. Check the name and try again.") from problem
    for encoding in ("utf-8-sig", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise UserError(f"{path.name} is no text in a known encoding. Save it as UTF-8 and try again.")
    return str(best)


def parse_rows(text: str, name: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The header and the rows with their line numbers; the delimiter is found out. Raises UserError for malformed quoting."""
    if "\0" in text:
        raise UserError(f"{name} holds binary data and is no CSV file. Export it as CSV and try again.")
    first = text.splitlines()[0] if text.strip() else ""
    delimiter = max(",;\t|", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    try:
        rows.extend((reader.line_num, row) for row in reader if any(cell.strip() for cell in row))
    except csv.Error as problem:
        raise UserError(
            f"{name}, line {reader.line_num}: {problem}. Mend the quotes there; nothing was brought in."
        ) from problem
    if not rows:
        raise UserError(f"{name} is empty. The first line must hold the names of the fields.")
    return [cell.strip() for cell in rows[0][1]], rows[1:]


def _columns(spec: TableSpec, header: Sequence[str], name: str) -> list[FieldSpec]:
    known = {field.name.casefold(): field for field in spec.fields} | {field.slug: field for field in spec.fields}
    unknown = [title for title in header if title.casefold() not in known]
    if unknown:
        raise UserError(
            f"{name}: {spec.name} has no field {', '.join(f'“{title}”' for title in unknown)}. Its fields are "
            f"{', '.join(field.name for field in spec.fields)}. Nothing was brought in."
        )
    columns = [known[title.casefold()] for title in header]
    if len({column.slug for column in columns}) != len(columns):
        raise UserError(f"{name}: a field stands twice in the header. Remove one; nothing was brought in.")
    return columns


def _checked(
    connection: Connection, columns: Sequence[FieldSpec], number: int, row: Sequence[str], report: ImportReport
) -> _Line | None:
    if len(row) != len(columns):
        report.invalid.append((number, f"has {len(row)} cells where the header has {len(columns)}."))
        return None
    values: dict[str, Stored] = {}
    try:
        for column, cell in zip(columns, row, strict=True):
            parsed = parse_text(column, cell)
            if column.type is FieldType.LINK and parsed is not None:
                linked = records.find_by_key(connection, column.links_to, str(parsed))
                if linked is None:
                    raise ValueRefused(column.name, f"{column.name}: there is no record “{parsed}” to link to.")
                parsed = linked
            values[column.slug] = parsed
    except ValueRefused as wrong:
        report.invalid.append((number, str(wrong)))
        return None
    return _Line(number, values)


def import_csv(context: Context, spec: TableSpec, path: Path, key_field: str | None, *, dry_run: bool) -> ImportReport:
    """Creates and updates records by key in one transaction and one undo step; wrong rows are left out and named.

    Only columns present change; an empty cell clears. Raises UserError where the file as a whole is wrong.
    """
    header, rows = parse_rows(read_text(path), path.name)
    columns = _columns(spec, header, path.name)
    key = spec.by_name.get(key_field or spec.key.name)
    if key is None or (key_field and key not in columns):
        raise UserError(f"{path.name} has no column “{key_field}” to find rows by. Name one of its columns with --key.")
    report = ImportReport()
    try:
        with action(context, f"Imported {path.name}", "import") as doing:
            for number, row in rows:
                line = _checked(doing.connection, columns, number, row, report)
                if line is not None:
                    _write(doing, spec, key, line, report)
            if spec.slug == "prospects":
                touched = sorted(doing.prospects)
                adopt_hand_edits(context, doing.connection, touched, doing.author.at)
                for record in (change.record for change in list(doing.changes) if change.field == "deleted"):
                    made = records.get(doing.connection, "prospects", record)
                    if made is not None:
                        begin_journeys(context, doing, record, made)
                evaluate_within(context, doing.connection, touched)
            if dry_run:
                raise _DryRun
    except _DryRun:
        return report
    return report


def _write(doing: Action, spec: TableSpec, key: FieldSpec, line: _Line, report: ImportReport) -> None:
    wanted = line.values.get(key.slug)
    record: RecordId | None = None
    if wanted is not None:
        matches = find_by_field(doing.connection, spec.slug, key.slug, wanted)
        if len(matches) > 1:
            report.invalid.append((line.number, f"{key.name}: “{wanted}” fits more than one record. Use the key field."))
            return
        record = matches[0] if matches else None
    if record is None:
        values = dict(line.values)
        values["key"] = values.get("key") or (application_id() if spec.slug == "prospects" else uuid7())
        record = records.insert(doing.connection, spec.slug, values, doing.author)
        doing.made(spec.slug, record)
        report.created += 1
    else:
        # An empty cell clears, but a place that the log gave is not cleared by it.
        shown = STAGE_FIELDS if spec.slug == "prospects" else {}
        values = {name: value for name, value in line.values.items() if value is not None or name not in shown}
        changes = records.update(doing.connection, spec.slug, record, values, doing.author)
        doing.changed(changes)
        if changes:
            report.updated += 1
        else:
            report.same += 1
            return
    if spec.slug == "prospects":
        doing.prospects.add(record)
