"""What importing a file would do, row by row, without writing: every row ends in one bucket, and the buckets sum to the file."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import BinaryIO

from journeydesk.domain.catalogue import FieldSpec, FieldType, TableSpec
from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.domain.written.currencies import currency_titled
from journeydesk.services.context import Context
from journeydesk.services.files.cells import Reading, decide
from journeydesk.services.files.fixes import FixedRows, Fixes
from journeydesk.services.files.mapping import Column, apply_choices, guess, is_known
from journeydesk.services.files.packing import packed, unpacked
from journeydesk.services.files.planning import Bucket as Bucket
from journeydesk.services.files.planning import Draft, Planner, Said
from journeydesk.services.files.planning import PlannedRow as PlannedRow
from journeydesk.services.files.planning import Problem as Problem
from journeydesk.services.files.reading.characters import Decoded, decode
from journeydesk.services.files.reading.conversion import convert, form_of
from journeydesk.services.files.reading.other_kinds import refuse_other_kinds
from journeydesk.services.files.reading.rows import Row, Table, read_rows

LARGEST_BYTES = 200 * 1024 * 1024
LONGEST_LINE = 4 * 1024 * 1024
PAGE = 512
"""So many rows are planned and kept together: as many as one statement writes."""

_PIECE = 1024 * 1024
Progress = Callable[[int, int], None]
_LINE_END = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody said of a file; what is left out is found out. `columns` as (title, field name or nothing), `key` the name of the
    field by which rows are found, `sheet` the name of a workbook's sheet, `empty_clears` whether an empty cell clears what stands there,
    `owner` who gets new prospects without one, `currency` in which amounts are that do not say it, `named` whether a line names the
    columns."""

    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    dates: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    key: str | None = None
    empty_clears: bool = False
    sheet: str = ""
    owner: str = ""
    currency: str | None = None
    named: bool | None = None


NONE = Choices()
"""All of it is found out."""


Remembered = Callable[[Sequence[str]], Choices | None]
"""What was said last of a file with these columns, if one was there."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A file read and planned. `cells` are the rows that end as invalid or duplicate, as they stand in the file."""

    name: str
    spec: TableSpec
    decoded: Decoded
    table: Table
    columns: Sequence[Column]
    reading: Reading
    rows: list[PlannedRow]
    kept_values: list[bytes]
    counts: dict[Bucket, int] = field(default_factory=dict)
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    owner: str = ""
    currency: str = ""
    """In which currency its amounts are that do not say it; empty where it has no amounts."""

    def replace_row(self, number: int, draft: Draft) -> None:
        """Another plan for one row, whose cells were put right."""
        self.counts[self.rows[number].bucket] -= 1
        self.counts[draft.plan.bucket] += 1
        self.rows[number] = draft.plan
        page, place = divmod(number, PAGE)
        values = unpacked(self.kept_values[page])
        values[place] = draft.values
        self.kept_values[page] = packed(values)

    def pages(self) -> Iterator[tuple[Sequence[PlannedRow], bytes]]:
        """The planned rows some hundreds at a time, each time with their values, which `packing` reads."""
        for number, kept in enumerate(self.kept_values):
            yield self.rows[number * PAGE : (number + 1) * PAGE], kept

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
                tr(
                    "Its characters could be {encoding} (“{proof}”) or {rivals}: name them with --encoding.",
                    encoding=self.decoded.encoding,
                    proof=proof,
                    rivals=rivals,
                )
            )
        for title, question in self.reading.open:
            if question == "decimal":
                sentences.append(
                    tr(
                        "“{title}”: a mark before three digits may part thousands or decimals: say --decimal , or --decimal .",
                        title=title,
                    )
                )
            else:
                sentences.append(
                    tr("“{title}”: day and month could be either way round: say --dates dmy or --dates mdy.", title=title)
                )
        return sentences


def read_bytes(path: Path) -> bytes:
    """A file's bytes. Raises UserError where it cannot be read, is too large, or has a line beyond reason."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UserError(
                tr(
                    "{name} is larger than {largest_bytes} MB. Split it.",
                    name=path.name,
                    largest_bytes=LARGEST_BYTES // 1024 // 1024,
                )
            )
        with path.open("rb") as file:
            if form_of(file.read(_PIECE)) is not None:
                return path.read_bytes()
            file.seek(0)
            return b"".join(_bounded_lines(file, path.name))
    except OSError as problem:
        raise UserError(
            tr("{path} cannot be read: {strerror}. Check the name and try again.", path=path, strerror=problem.strerror)
        ) from problem


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
            tr(
                "Line {line} of {name} is longer than {longest_line} MB: it is no list of rows. Look whether "
                "its line ends were lost, and save it again.",
                line=line,
                name=name,
                longest_line=LONGEST_LINE // 1024 // 1024,
            )
        )


def _quiet(_done: int, _all: int) -> None:
    return None


def rehearse(
    context: Context, spec: TableSpec, name: str, data: bytes, choices: Choices = NONE, progress: Progress = _quiet
) -> Rehearsal:
    """Reads a file and says what importing it would do. Raises UserError where the file as a whole is wrong.

    `progress` is told how many of how many rows are done; what it raises ends the work.
    """
    return rehearse_fixed(context, spec, name, data, choices, progress)[0]


def rehearse_fixed(
    context: Context,
    spec: TableSpec,
    name: str,
    data: bytes,
    choices: Choices,
    progress: Progress,
    fixes: Fixes | None = None,
    said: Mapping[int, Said] | None = None,
    any_columns: bool = False,
    remembered: Remembered = lambda _header: None,
) -> tuple[Rehearsal, Planner]:
    """`rehearse` with cells that somebody put right, and what was said of possible duplicates; and the planner, for single rows.

    With `any_columns` a file of which no column is known is read, too, or one without titles: somebody says which is which.
    """
    refuse_other_kinds(data, name)
    decoded, delimiter, sheet, sheets = _as_text(name, data, choices)
    named = choices.named if any_columns or choices.named is not None else True
    table = read_rows(decoded.data, name, lambda title: is_known(spec, title), delimiter, named)
    choices = remembered(table.header) or choices
    if fixes is not None:
        table = replace(table, rows=FixedRows(table, fixes))
    sample = [row.cells for row in table.rows[:50]]
    chosen = choices.columns
    if any_columns:
        # Read otherwise, a file may have other columns: what was said of those that are gone waits.
        chosen = tuple(said_of for said_of in chosen if said_of[0] in table.header)
    columns = apply_choices(spec, guess(spec, table.header, sample), chosen)
    if not any_columns:
        _refuse_unknown(spec, name, table.header, columns)
    by = _key_field(spec, columns, choices.key, name)
    reading = decide(columns, table.rows, choices.decimal, choices.dates)
    with context.database.read() as connection:
        currency = _currency(context, columns, choices.currency)
        said = {} if said is None else said
        planner = Planner(context, connection, spec, columns, reading, by, choices.empty_clears, said, currency)
        rows: list[PlannedRow] = []
        kept: list[bytes] = []
        for start in range(0, len(table.rows), PAGE):
            progress(start, len(table.rows))
            drafts = planner.page(connection, table.rows[start : start + PAGE])
            rows += [draft.plan for draft in drafts]
            kept.append(packed([draft.values for draft in drafts]))
    counts = {bucket: sum(plan.bucket is bucket for plan in rows) for bucket in Bucket}
    done = Rehearsal(name, spec, decoded, table, columns, reading, rows, kept, counts, sheet, sheets, choices.owner, currency)
    return done, planner


def _as_text(name: str, data: bytes, choices: Choices) -> tuple[Decoded, str | None, str, tuple[str, ...]]:
    """The rows as text, what parts their columns (None: to be found out), the sheet that was read, and all that there are."""
    form = form_of(data)
    if form is None:
        if choices.sheet:
            raise UserError(tr("{name} is no workbook and has no sheets. Leave --sheet out.", name=name))
        return decode(data, choices.encoding), choices.delimiter, "", ()
    converted = convert(data, name, form, choices.sheet)
    return Decoded(converted.data, "utf-8", True), ",", converted.sheet, converted.sheets


def _refuse_unknown(spec: TableSpec, name: str, header: Sequence[str], columns: Sequence[Column]) -> None:
    if any(column.field is not None for column in columns):
        return
    raise UserError(
        tr(
            "{name}: no column is one of {name_2}: {header}. Say which is which with --map TITLE=FIELD; its fields are {fields}.",
            name=name,
            name_2=spec.name,
            header=", ".join(header[:12]),
            fields=", ".join(f.name for f in spec.fields),
        )
    )


def _currency(context: Context, columns: Sequence[Column], said: str | None) -> str:
    """The currency that was said, else that of a column's title, else the team's; empty where no column holds amounts."""
    titles = [c.title for c in columns if c.field is not None and c.field.type is FieldType.CURRENCY]
    if not titles:
        return ""
    return said or next(filter(None, map(currency_titled, titles)), None) or context.settings.currency


def _key_field(spec: TableSpec, columns: Sequence[Column], key: str | None, name: str) -> FieldSpec | None:
    if key is None:
        return None
    field_named = next((c.field for c in columns if c.field is not None and key in (c.field.name, c.field.slug, c.title)), None)
    if field_named is None or any(c.field == field_named and c.part for c in columns):
        raise UserError(
            tr("{name} has no column “{key}” to find rows by. Name one of its columns with --key.", name=name, key=key)
        )
    return field_named
