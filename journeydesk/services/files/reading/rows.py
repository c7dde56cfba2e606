"""From the text of a file to its header and rows: which sign parts the columns, which line names them, which rows are no rows."""

import csv
import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import overload

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.services.files.reading.lines import Lines
from journeydesk.services.files.reading.marks import BREAK, BROKEN

DELIMITERS = (",", ";", "\t", "|", "^")
_LONGEST_CELL = 4_000_000
_LONGEST_RECORD = 2_000
"""Lines that one row may span: a quote that nobody closed does not swallow the file."""

_NO_SIGN = "\x1f"
_SAMPLED = 60
_HEADER_WITHIN = 30
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line of the file where it begins, its cells (as many as the header has), and what is wrong with it as a whole."""

    line: int
    cells: tuple[str, ...]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _Record:
    line: int
    cells: list[str]
    problem: str = ""

    @property
    def blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


class Rows(Sequence[Row]):
    """The rows of a file, each read again when it is asked for: kept are the places where they begin."""

    def __init__(self, lines: Lines, places: "array[int]", sign: str, width: int) -> None:
        self._lines = lines
        self._places = places
        self._sign = sign
        self._width = width

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Row]:
        return map(self._at, self._places)

    @overload
    def __getitem__(self, number: int) -> Row: ...

    @overload
    def __getitem__(self, number: slice) -> list[Row]: ...

    def __getitem__(self, number: int | slice) -> Row | list[Row]:
        places = self._places[number]
        return self._at(places) if isinstance(places, int) else list(map(self._at, places))

    def _at(self, place: int) -> Row:
        return _row(_record(self._lines, self._sign, place)[0], self._width, self._sign)


@dataclass(frozen=True, slots=True)
class Table:
    """A file's columns and rows. `delimiter` is empty for a file of one column; `header_line` is where the names stand, 0 where the
    file has none."""

    header: tuple[str, ...]
    rows: Sequence[Row]
    delimiter: str
    header_line: int


def read_rows(
    data: bytes, name: str, known: Callable[[str], bool], delimiter: str | None = None, named: bool | None = True
) -> Table:
    """The table that a text in UTF-8 holds. `known` says whether a title is one that fields are called by, and finds the header under
    a preamble.

    Blank lines, a `sep=` line and empty trailing columns are passed over; a short row is filled with nothing, and a row that is
    longer than the header, or has a quote out of place, carries its problem. `named` says whether a line names the columns; with None
    the first one does unless it looks like a row. Raises UserError for a file without a line.
    """
    csv.field_size_limit(_LONGEST_CELL * 2)
    lines = Lines(data)
    start, said = _separator_line(lines)
    sign = delimiter or said or _delimiter([lines[place] for place in range(start, min(len(lines), start + _SAMPLED * 4))])
    first = _first_records(lines, sign, start)
    if not first:
        raise UserError(tr("{name} is empty. Its first line must hold the names of the columns.", name=name))
    guessed = delimiter is None and said is None
    if guessed and len(first[_header_place(first, known)].cells) == 1 and known(first[0].cells[0]):
        # One column: its cells hold the sign as a letter like any other.
        sign = _NO_SIGN
        first = _first_records(lines, sign, start)
    if named is None:
        named = not _is_a_row(first, known)
    header = first[_header_place(first, known) if named else 0]
    below = header.line - 1 + (_record(lines, sign, header.line - 1)[1] if named else 0)
    cells = header.cells if named else [""] * max(len(record.cells) for record in first)
    titles, width = _titles(cells, lambda: _records(lines, sign, below))
    places = array("Q", (record.line - 1 for record in _records(lines, sign, below) if not record.blank))
    return Table(titles, Rows(lines, places, sign, width), sign if width > 1 else "", header.line if named else 0)


def _is_a_row(records: Sequence[_Record], known: Callable[[str], bool]) -> bool:
    """Whether the first line is a row like those below: it holds a value, and no line names a column that is known."""
    if any(known(cell) for record in records[:_HEADER_WITHIN] for cell in record.cells):
        return False
    return any(_VALUE.search(cell.strip()) for cell in records[0].cells)


def _first_records(lines: Lines, sign: str, start: int) -> list[_Record]:
    return list(islice((record for record in _records(lines, sign, start) if not record.blank), _LOOKED_AT))


def _separator_line(lines: Lines) -> tuple[int, str | None]:
    """Excel's own first line, `sep=;`, says the sign and is no row."""
    if len(lines) and (
        said := re.fullmatch(r'"?sep=(.|\\t)"?', lines[0].strip() if lines[0].strip() != "sep=" else "sep=\\t", re.I)
    ):
        return 1, said[1].replace("\\t", "\t")
    return 0, None


def _records(lines: Lines | Sequence[str], sign: str, start: int = 0, most: int | None = None) -> Iterator[_Record]:
    place = start
    given = 0
    while place < len(lines) and (most is None or given < most):
        record, taken = _record(lines, sign, place)
        yield record
        place += taken
        given += 1


def _record(lines: Lines | Sequence[str], sign: str, place: int) -> tuple[_Record, int]:
    """The record that begins in a line, and how many lines it takes."""
    line = lines[place]
    if line.startswith(BROKEN):
        return _Record(place + 1, [line], line.removeprefix(BROKEN)), 1
    if BREAK in line:
        record, taken = _split(lines, line, sign, place)
        return _Record(record.line, [cell.replace(BREAK, "\n") for cell in record.cells], record.problem), taken
    return _split(lines, line, sign, place)


def _split(lines: Lines | Sequence[str], line: str, sign: str, place: int) -> tuple[_Record, int]:
    if '"' not in line:
        return _Record(place + 1, line.split(sign)), 1
    following = (lines[number] + "\n" for number in range(place, min(len(lines), place + _LONGEST_RECORD)))
    reader = csv.reader(following, delimiter=sign, strict=True)
    try:
        cells = next(reader)
    except csv.Error:
        problem = tr("a quote stands where it cannot: write every quote within a quoted cell twice.")
        return _Record(place + 1, _cells_as_they_stand(line, sign), problem), 1
    cells[-1] = cells[-1].removesuffix("\n")
    return _Record(place + 1, cells), reader.line_num


def _cells_as_they_stand(line: str, sign: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=sign))
    except csv.Error:
        return line.split(sign)


def _delimiter(lines: Sequence[str]) -> str:
    """The sign by which most rows have as many cells as each other, more than one; the comma where none does."""
    sample = [line for line in lines[: _SAMPLED * 4] if line.strip()]
    best, best_score = ",", 0.0
    for sign in DELIMITERS:
        widths = [len(record.cells) for record in _records(sample, sign, most=_SAMPLED) if not record.blank]
        if not widths:
            continue
        width, often = Counter(widths).most_common(1)[0]
        header = max(widths[:_HEADER_WITHIN])
        if width < 2 and widths[0] < 2:
            continue
        score = often / len(widths) * (1 if width > 1 else 0.4) + min(header, 20) / 1000
        if score > best_score:
            best, best_score = sign, score
    return best


_VALUE = re.compile(r"^[\d\s.,+()€$£%/:-]+$|@|^https?://", re.I)


def _header_place(records: Sequence[_Record], known: Callable[[str], bool]) -> int:
    """Which record names the columns: the one with most titles that are known, else the first that is as wide as the rows."""
    first = records[:_HEADER_WITHIN]
    scores = [sum(known(cell) for cell in record.cells if cell.strip()) for record in first]
    best = max(scores)
    if best:
        return scores.index(best)
    width = Counter(len(record.cells) for record in records).most_common(1)[0][0]
    for place, record in enumerate(first):
        cells = [cell for cell in record.cells if cell.strip()]
        if len(record.cells) >= width and not any(_VALUE.search(cell.strip()) for cell in cells):
            return place
    return 0


def _titles(cells: Sequence[str], rest: Callable[[], Iterator[_Record]]) -> tuple[tuple[str, ...], int]:
    """The titles, each different from the others, and how many columns count: empty trailing ones do not where no row uses them."""
    width = len(cells)
    while width > 1 and not cells[width - 1].strip():
        width -= 1
    if width < len(cells):
        longest = max((_used(record.cells[: len(cells)]) for record in rest()), default=0)
        width = max(width, longest)
    titles: list[str] = []
    for number, cell in enumerate(cells[:width], 1):
        title = tidy(cell) or tr("Column {number}", number=number)
        times = sum(title.casefold() == other.casefold() for other in titles)
        titles.append(f"{title} ({times + 1})" if times else title)
    return tuple(titles), width


def _used(cells: Sequence[str]) -> int:
    """How many columns a row uses: up to its last cell that is not empty."""
    return next((number for number in range(len(cells), 0, -1) if cells[number - 1].strip()), 0)


def tidy(title: str) -> str:
    """A title without the blanks of every kind around and in it that nobody sees."""
    return " ".join(title.replace("\u200b", "").replace("\ufeff", "").split())


def _row(record: _Record, width: int, sign: str) -> Row:
    cells = record.cells
    if len(cells) == width and not record.problem:
        return Row(record.line, tuple(cells))
    if record.problem:
        return Row(record.line, tuple(_filled(cells, width)), record.problem)
    if len(cells) > width and any(cell.strip() for cell in cells[width:]):
        words = tr(
            "has {count} cells where the header has {width}: put a cell that holds “{sign}” between quotes.",
            count=len(cells),
            width=width,
            sign=sign,
        )
        return Row(record.line, tuple(cells[:width]), words)
    if width > 2 and len(cells) == 1:
        words = tr(
            "has one cell where the header has {width}: it may go on from the line above, whose cell then needs quotes.",
            width=width,
        )
        return Row(record.line, tuple(_filled(cells, width)), words)
    return Row(record.line, tuple(_filled(cells, width)))


def _filled(cells: Sequence[str], width: int) -> list[str]:
    return [*cells[:width], *([""] * (width - len(cells)))]
