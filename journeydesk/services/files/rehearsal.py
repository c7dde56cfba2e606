"""What importing a file would do, row by row, without writing: every row ends in one bucket, and the buckets sum to the file."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from journeydesk.domain.catalogue import FieldSpec, TableSpec
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored, file_value
from journeydesk.services.commands.stages import STAGE_FIELDS
from journeydesk.services.context import Context
from journeydesk.services.files.cells import CellReader, Reading, decide
from journeydesk.services.files.export import cell_text
from journeydesk.services.files.mapping import Column, apply_choices, guess, is_known
from journeydesk.services.files.matching import Matcher, same_key
from journeydesk.services.files.reading.characters import Decoded, decode
from journeydesk.services.files.reading.rows import Row, Table, read_rows
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import records
from journeydesk.storage.records.matching import known_records

LARGEST_BYTES = 200 * 1024 * 1024
_PAGE = 500


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
    field by which rows are found, `empty_clears` whether an empty cell clears what stands there."""

    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    dates: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    key: str | None = None
    empty_clears: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row: the field (empty for the row as a whole) and a sentence."""

    field: str
    words: str


@dataclass(slots=True)
class PlannedRow:
    """A row and where it ends: `record` where it is somebody who is there, `values` what would be written, `clears` what it empties."""

    line: int
    bucket: Bucket
    values: dict[str, Stored]
    record: RecordId | None = None
    problems: tuple[Problem, ...] = ()
    clears: tuple[str, ...] = ()


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
    counts: Mapping[Bucket, int] = field(default_factory=dict)

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
    """A file's bytes. Raises UserError where it cannot be read or is too large."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UserError(f"{path.name} is larger than {LARGEST_BYTES // 1024 // 1024} MB. Split it.")
        return path.read_bytes()
    except OSError as problem:
        raise UserError(f"{path} cannot be read: {problem.strerror}. Check the name and try again.") from problem


def rehearse(context: Context, spec: TableSpec, name: str, data: bytes, choices: Choices = Choices()) -> Rehearsal:
    """Reads a file and says what importing it would do. Raises UserError where the file as a whole is wrong."""
    decoded = decode(data, choices.encoding)
    table = read_rows(decoded.text, name, lambda title: is_known(spec, title), choices.delimiter)
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
        for start in range(0, len(table.rows), _PAGE):
            rows += planner.page(table.rows[start : start + _PAGE])
    counts = {bucket: sum(plan.bucket is bucket for plan in rows) for bucket in Bucket}
    return Rehearsal(name, spec, decoded, table, columns, reading, rows, counts)


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
        prospects = known_records(connection, "prospects") if linked else []
        by_key = {same_key(known.key): known.record for known in prospects}
        self._key_of = {known.record: known.key for known in prospects}
        stages, words = {}, {}
        for slug, name in (STAGE_FIELDS if spec.slug == "prospects" else {}).items():
            journey = context.settings.journey(name)
            if journey is not None:
                stages[slug] = lambda text, journey=journey: stage.name if (stage := journey.find(text.strip())) else None
                words[slug] = ", ".join(stage.name for stage in journey.stages)
        zone = context.settings.time_zone
        self._reader = CellReader(spec, columns, reading, zone, lambda key: by_key.get(same_key(key)), stages, words)

    def page(self, rows: Sequence[Row]) -> list[PlannedRow]:
        """The plans of some rows that follow each other."""
        drafts = [self._draft(row) for row in rows]
        there = [plan.record for plan in drafts if plan.record is not None]
        standing = records.get_many(self._connection, self._spec.slug, there) if there else {}
        for row, plan in zip(rows, drafts, strict=True):
            if plan.record is not None:
                self._against(row, plan, standing[plan.record])
        return drafts

    def _draft(self, row: Row) -> PlannedRow:
        if row.problem:
            return PlannedRow(row.line, Bucket.INVALID, {}, None, (Problem("", row.problem),))
        values, wrong = self._reader.values(row)
        if wrong:
            return PlannedRow(
                row.line, Bucket.INVALID, {}, None, tuple(Problem(refusal.field, str(refusal)) for refusal in wrong)
            )
        if not any(value is not None for value in values.values()):
            return PlannedRow(
                row.line, Bucket.INVALID, {}, None, (Problem("", "has no value in any column that is brought in."),)
            )
        if self._spec.slug != "prospects" and values.get("key") is None:
            values["key"] = self._content_key(values)
        match = self._matcher.find(values, row.line)
        if match is None:
            return self._new(row, values)
        if match.several:
            words = f"{match.reason} fits more than one record. Use the key field."
            return PlannedRow(row.line, Bucket.INVALID, {}, None, (Problem("", words),))
        if match.record is None:
            return PlannedRow(row.line, Bucket.DUPLICATE, values, None, (Problem("", f"has {match.reason}."),))
        problems = () if match.sure else (Problem("", f"may be somebody who is there: {match.reason}."),)
        return PlannedRow(row.line, Bucket.UPDATED, values, match.record, problems)

    def _content_key(self, values: Mapping[str, Stored]) -> str:
        """The key of a record that a file brings without one: made of what it says, so that the same file brings it once."""
        content = json.dumps(values, sort_keys=True, ensure_ascii=False, default=str)
        return f"FILE-{hashlib.sha256(f'{self._spec.slug} {content}'.encode()).hexdigest()[:24].upper()}"

    def _new(self, row: Row, values: dict[str, Stored]) -> PlannedRow:
        if self._spec.slug == "prospects" and not any(values.get(name) for name in ("key", "company", "contact_name", "email")):
            words = "has no company, no contact and no e-mail: nobody could find it again."
            return PlannedRow(row.line, Bucket.INVALID, {}, None, (Problem("", words),))
        return PlannedRow(row.line, Bucket.CREATED, values)

    def _against(self, row: Row, plan: PlannedRow, standing: Mapping[str, Stored]) -> None:
        """Keeps of the values those that differ from what stands there; none that differ is the same row again."""
        differing: dict[str, Stored] = {}
        clears: list[str] = []
        for column in self._columns:
            if column.field is None or column.field.slug not in plan.values or column.field.slug == "key":
                continue
            slug = column.field.slug
            value = plan.values[slug]
            if value == standing[slug] or (not column.part and self._reads_back(column, row, standing)):
                continue
            if value is None:
                if not self._empty_clears or slug in STAGE_FIELDS:
                    continue
                clears.append(slug)
            differing[slug] = value
        sure = not plan.problems
        plan.values = differing
        plan.clears = tuple(clears)
        if not differing:
            plan.bucket, plan.problems = Bucket.SAME, ()
        elif not sure:
            plan.bucket = Bucket.DUPLICATE

    def _reads_back(self, column: Column, row: Row, standing: Mapping[str, Stored]) -> bool:
        """Whether the cell is just what an export writes for the value that stands there."""
        assert column.field is not None
        written = file_value(
            column.field, standing[column.field.slug], lambda _slug, record: self._key_of.get(RecordId(record))
        )
        return written is not None and cell_text(column.field, written) == row.cells[column.place]
