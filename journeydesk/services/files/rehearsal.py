"""What importing a file would do, row by row, without writing: every row ends in one bucket, and the buckets sum to the file."""

import hashlib
import json
import marshal
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from pathlib import Path
from typing import BinaryIO

from journeydesk.domain.catalogue import FieldSpec, TableSpec
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored, file_value
from journeydesk.services.commands.stages import STAGE_FIELDS
from journeydesk.services.context import Context
from journeydesk.services.files.cells import CellReader, Reading, decide, stage_meant
from journeydesk.services.files.export import cell_text
from journeydesk.services.files.mapping import Column, apply_choices, guess, is_known
from journeydesk.services.files.matching import Matcher, same_key
from journeydesk.services.files.reading.characters import Decoded, decode
from journeydesk.services.files.reading.conversion import convert, form_of
from journeydesk.services.files.reading.rows import Row, Table, read_rows
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import records
from journeydesk.storage.records.matching import known_records

LARGEST_BYTES = 200 * 1024 * 1024
LONGEST_LINE = 4 * 1024 * 1024
_PAGE = 500
_PIECE = 1024 * 1024
_LINE_END = re.compile(rb"\r\n|\r|\n")


class Bucket(Enum):
    """Where a row ends."""

    CREATED = "created"
    UPDATED = "updated"
    SAME = "same"
    DUPLICATE = "duplicate"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody said of a file; what is left out is found out. `columns` as (title, field name or nothing), `key` the name of the
    field by which rows are found, `sheet` the name of a workbook's sheet, `empty_clears` whether an empty cell clears what stands there."""

    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    dates: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    key: str | None = None
    empty_clears: bool = False
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row: the field (empty for the row as a whole) and a sentence."""

    field: str
    words: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row and where it ends: `record` where it is somebody who is there, `clears` what it empties."""

    line: int
    bucket: Bucket
    record: RecordId | None = None
    problems: tuple[Problem, ...] = ()
    clears: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A planned row with its values: what would be written."""

    plan: PlannedRow
    values: dict[str, Stored]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A file read and planned. `cells` are the rows that end as invalid or duplicate, as they stand in the file."""

    name: str
    spec: TableSpec
    decoded: Decoded
    table: Table
    columns: Sequence[Column]
    reading: Reading
    rows: Sequence[PlannedRow]
    kept_values: Sequence[bytes]
    counts: Mapping[Bucket, int] = field(default_factory=dict)
    sheet: str = ""

    def to_write(self) -> Iterator[list[tuple[PlannedRow, dict[str, Stored]]]]:
        """The rows that would be written, each with its values, some hundreds at a time."""
        for number, kept in enumerate(self.kept_values):
            pairs = zip(self.rows[number * _PAGE :], _unpacked(kept), strict=False)
            yield [(plan, values) for plan, values in pairs if plan.bucket in (Bucket.CREATED, Bucket.UPDATED)]

    @property
    def left_out(self) -> list[tuple[Row, PlannedRow]]:
        """The rows that would not be written, each with its cells."""
        spared = (Bucket.INVALID, Bucket.DUPLICATE)
        return [(row, plan) for row, plan in zip(self.table.rows, self.rows, strict=True) if plan.bucket in spared]

    @property
    def clears(self) -> dict[str, int]:
        """How many values would be cleared, by the field's name."""
        counted: dict[str, int] = {}
        for plan in self.rows:
            for slug in plan.clears:
                counted[slug] = counted.get(slug, 0) + 1
        return {self.spec.by_slug[slug].name: count for slug, count in counted.items()}

    @property
    def questions(self) -> list[str]:
        """What the file leaves open and a person must say, a sentence each; empty where it can be read in one way only."""
        sentences = []
        if not self.decoded.certain and self.decoded.rivals:
            rivals = " or ".join(self.decoded.rivals[:3])
            proof = self.decoded.proofs[0][:80] if self.decoded.proofs else ""
            sentences.append(
                f"Its characters could be {self.decoded.encoding} (“{proof}”) or {rivals}: name them with --encoding."
            )
        for title, question in self.reading.open:
            if question == "decimal":
                sentences.append(
                    f"“{title}”: a mark before three digits may part thousands or decimals: say --decimal , or --decimal ."
                )
            else:
                sentences.append(f"“{title}”: day and month could be either way round: say --dates dmy or --dates mdy.")
        return sentences


def read_bytes(path: Path) -> bytes:
    """A file's bytes. Raises UserError where it cannot be read, is too large, or has a line beyond reason."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UserError(f"{path.name} is larger than {LARGEST_BYTES // 1024 // 1024} MB. Split it.")
        with path.open("rb") as file:
            if form_of(file.read(_PIECE)) is not None:
                return path.read_bytes()
            file.seek(0)
            return b"".join(_bounded_lines(file, path.name))
    except OSError as problem:
        raise UserError(f"{path} cannot be read: {problem.strerror}. Check the name and try again.") from problem


def _bounded_lines(file: BinaryIO, name: str) -> Iterator[bytes]:
    """The pieces of a file; raises UserError as soon as one line is longer than any list has."""
    line, length, before = 1, 0, b""
    while piece := file.read(_PIECE):
        # A line end of two characters may lie across two pieces.
        line -= int(before.endswith(b"\r") and piece.startswith(b"\n"))
        before = piece
        parts = _LINE_END.split(piece)
        for part in parts[:-1]:
            _check_length(name, line, length + len(part))
            line, length = line + 1, 0
        length += len(parts[-1])
        _check_length(name, line, length)
        yield piece


def _check_length(name: str, line: int, length: int) -> None:
    if length > LONGEST_LINE:
        raise UserError(
            f"Line {line} of {name} is longer than {LONGEST_LINE // 1024 // 1024} MB: it is no list of rows. "
            "Look whether its line ends were lost, and save it again."
        )


def rehearse(
    context: Context,
    spec: TableSpec,
    name: str,
    data: bytes,
    choices: Choices = Choices(),
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Rehearsal:
    """Reads a file and says what importing it would do. Raises UserError where the file as a whole is wrong.

    `progress` is told how many of how many rows are done; what it raises ends the work.
    """
    form, sheet = form_of(data), ""
    if form is None:
        if choices.sheet:
            raise UserError(f"{name} is no workbook and has no sheets. Leave --sheet out.")
        decoded, delimiter = decode(data, choices.encoding), choices.delimiter
    else:
        converted = convert(data, name, form, choices.sheet)
        decoded, delimiter, sheet = Decoded(converted.data, "utf-8", True), ",", converted.sheet
    table = read_rows(decoded.data, name, lambda title: is_known(spec, title), delimiter)
    sample = [row.cells for row in table.rows[:50]]
    columns = apply_choices(spec, guess(spec, table.header, sample), choices.columns)
    if all(column.field is None for column in columns):
        raise UserError(
            f"{name}: no column is one of {spec.name}: {', '.join(table.header[:12])}. Say which is which with --map TITLE=FIELD; "
            f"its fields are {', '.join(f.name for f in spec.fields)}."
        )
    by = _key_field(spec, columns, choices.key, name)
    reading = decide(columns, table.rows, choices.decimal, choices.dates)
    with context.database.read() as connection:
        planner = _Planner(context, connection, spec, columns, reading, by, choices)
        rows: list[PlannedRow] = []
        kept: list[bytes] = []
        for start in range(0, len(table.rows), _PAGE):
            progress(start, len(table.rows))
            drafts = planner.page(table.rows[start : start + _PAGE])
            rows += [draft.plan for draft in drafts]
            kept.append(_packed([draft.values for draft in drafts]))
    counts = {bucket: sum(plan.bucket is bucket for plan in rows) for bucket in Bucket}
    return Rehearsal(name, spec, decoded, table, columns, reading, rows, kept, counts, sheet)


def _packed(values: list[dict[str, Stored]]) -> bytes:
    """Values kept until they are written; as objects those of 100,000 rows would take 200 MB."""
    return zlib.compress(marshal.dumps(values), 1)


def _unpacked(kept: bytes) -> list[dict[str, Stored]]:
    values: list[dict[str, Stored]] = marshal.loads(zlib.decompress(kept))  # noqa: S302 - our own bytes of this process
    return values


def _key_field(spec: TableSpec, columns: Sequence[Column], key: str | None, name: str) -> FieldSpec | None:
    if key is None:
        return None
    field_named = next((c.field for c in columns if c.field is not None and key in (c.field.name, c.field.slug, c.title)), None)
    if field_named is None or any(c.field == field_named and c.part for c in columns):
        raise UserError(f"{name} has no column “{key}” to find rows by. Name one of its columns with --key.")
    return field_named


class _Planner:
    """Plans a file page by page against one view of the database."""

    def __init__(
        self,
        context: Context,
        connection: Connection,
        spec: TableSpec,
        columns: Sequence[Column],
        reading: Reading,
        by: FieldSpec | None,
        choices: Choices,
    ) -> None:
        self._connection = connection
        self._spec = spec
        self._columns = columns
        self._empty_clears = choices.empty_clears
        self._matcher = Matcher(connection, spec, by)
        linked = any(c.field is not None and c.field.links_to for c in columns)
        self._key_of = {known.record: known.key for known in known_records(connection, "prospects")} if linked else {}
        by_key = {same_key(key): record for record, key in reversed(self._key_of.items())}
        stages, words = {}, {}
        for slug, name in (STAGE_FIELDS if spec.slug == "prospects" else {}).items():
            journey = context.settings.journey(name)
            if journey is not None:
                stages[slug] = partial(stage_meant, context.words, spec.by_slug[slug], journey)
                words[slug] = ", ".join(stage.short for stage in journey.stages)
        zone = context.settings.time_zone
        self._reader = CellReader(
            spec, columns, reading, zone, lambda key: by_key.get(same_key(key)), stages, words, context.words
        )

    def page(self, rows: Sequence[Row]) -> list[_Draft]:
        """The plans of some rows that follow each other."""
        drafts = [self._draft(row) for row in rows]
        known = [draft.plan.record for draft in drafts if draft.plan.record is not None]
        stored = records.get_many(self._connection, self._spec.slug, known) if known else {}
        return [
            draft if draft.plan.record is None else self._against(row, draft, stored[draft.plan.record])
            for row, draft in zip(rows, drafts, strict=True)
        ]

    def _draft(self, row: Row) -> _Draft:
        if row.problem:
            return _invalid(row, Problem("", row.problem))
        values, wrong = self._reader.values(row)
        if wrong:
            return _invalid(row, *(Problem(refusal.field, str(refusal)) for refusal in wrong))
        if not any(value is not None for value in values.values()):
            return _invalid(row, Problem("", "has no value in any column that is brought in."))
        if self._spec.slug != "prospects" and values.get("key") is None:
            values["key"] = self._content_key(values)
        match = self._matcher.find(values, row.line)
        if match is None:
            return self._new(row, values)
        if match.several:
            return _invalid(row, Problem("", f"{match.reason} fits more than one record. Use the key field."))
        if match.record is None:
            return _Draft(PlannedRow(row.line, Bucket.DUPLICATE, None, (Problem("", f"has {match.reason}."),)), values)
        problems = () if match.sure else (Problem("", f"may be somebody who is there: {match.reason}."),)
        return _Draft(PlannedRow(row.line, Bucket.UPDATED, match.record, problems), values)

    def _content_key(self, values: Mapping[str, Stored]) -> str:
        """The key of a record that a file brings without one: made of what it says, so that the same file brings it once."""
        content = json.dumps(values, sort_keys=True, ensure_ascii=False, default=str)
        return f"FILE-{hashlib.sha256(f'{self._spec.slug} {content}'.encode()).hexdigest()[:24].upper()}"

    def _new(self, row: Row, values: dict[str, Stored]) -> _Draft:
        if self._spec.slug == "prospects" and not any(values.get(name) for name in ("key", "company", "contact_name", "email")):
            return _invalid(row, Problem("", "has no company, no contact and no e-mail: nobody could find it again."))
        return _Draft(PlannedRow(row.line, Bucket.CREATED), values)

    def _against(self, row: Row, draft: _Draft, stored: Mapping[str, Stored]) -> _Draft:
        """Keeps of the values those that differ from what is stored; none that differ is the same row again."""
        differing: dict[str, Stored] = {}
        clears: list[str] = []
        for column in self._columns:
            if column.field is None or column.field.slug not in draft.values or column.field.slug == "key":
                continue
            slug = column.field.slug
            value = draft.values[slug]
            if value == stored[slug] or (not column.part and self._reads_back(column, row, stored)):
                continue
            if value is None:
                if not self._empty_clears or slug in STAGE_FIELDS:
                    continue
                clears.append(slug)
            differing[slug] = value
        plan = draft.plan
        if not differing:
            return _Draft(PlannedRow(plan.line, Bucket.SAME, plan.record), {})
        bucket = Bucket.DUPLICATE if plan.problems else Bucket.UPDATED
        return _Draft(PlannedRow(plan.line, bucket, plan.record, plan.problems, tuple(clears)), differing)

    def _reads_back(self, column: Column, row: Row, stored: Mapping[str, Stored]) -> bool:
        """Whether the cell is just what an export writes for the value that stands there."""
        assert column.field is not None
        written = file_value(column.field, stored[column.field.slug], lambda _slug, record: self._key_of.get(RecordId(record)))
        return written is not None and cell_text(column.field, written) == row.cells[column.place]


def _invalid(row: Row, *problems: Problem) -> _Draft:
    return _Draft(PlannedRow(row.line, Bucket.INVALID, None, problems), {})
