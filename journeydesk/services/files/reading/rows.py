"""From the text of a file to its header and rows: which sign parts the columns, which line names them, which rows are no rows."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from journeydesk.domain.errors import UserError

DELIMITERS = (",", ";", "\t", "|", "^")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LONGEST_CELL = 4_000_000
_LONGEST_RECORD = 2_000
"""Lines that one row may span: a quote that nobody closed does not swallow the file."""

_NO_SIGN = "\x1f"
_SAMPLED = 60
_HEADER_WITHIN = 30


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line of the file where it begins, its cells (as many as the header has), and what is wrong with it as a whole."""

    line: int
    cells: tuple[str, ...]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A file's columns and rows. `delimiter` is empty for a file of one column; `header_line` is where the names stand."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    delimiter: str
    header_line: int


@dataclass(frozen=True, slots=True)
class _Record:
    line: int
    cells: list[str]
    problem: str = ""


def read_rows(text: str, name: str, known: Callable[[str], bool], delimiter: str | None = None) -> Table:
    """The table that a text holds. `known` says whether a title is one that fields are called by, and finds the header under a preamble.

    Blank lines, a `sep=` line and empty trailing columns are passed over; a short row is filled with nothing, and a row that is
    longer than the header, or has a quote out of place, carries its problem. Raises UserError for a file without a header.
    """
    csv.field_size_limit(_LONGEST_CELL * 2)
    lines = _lines(text.removeprefix("\ufeff"))
    start, said = _separator_line(lines)
    sign = delimiter or said or _delimiter(lines[start:])
    records = [record for record in _records(lines, sign, start) if any(cell.strip() for cell in record.cells)]
    if not records:
        raise UserError(f"{name} is empty. Its first line must hold the names of the columns.")
    guessed = delimiter is None and said is None
    if guessed and len(records[_header_place(records, known)].cells) == 1 and known(records[0].cells[0]):
        # One column: its cells hold the sign as a letter like any other.
        sign = _NO_SIGN
        records = [record for record in _records(lines, sign, start) if record.cells[0].strip()]
    at = _header_place(records, known)
    header, width = _titles(records[at].cells, records[at + 1 :])
    rows = tuple(_row(record, width, sign) for record in records[at + 1 :])
    return Table(header, rows, sign if width > 1 else "", records[at].line)


def _lines(text: str) -> list[str]:
    lines = _LINE_END.split(text)
    return lines[:-1] if lines and not lines[-1] else lines


def _separator_line(lines: Sequence[str]) -> tuple[int, str | None]:
    """Excel's own first line, `sep=;`, says the sign and is no row."""
    if lines and (
        said := re.fullmatch(r'"?sep=(.|\\t)"?', lines[0].strip() if lines[0].strip() != "sep=" else "sep=\\t", re.I)
    ):
        return 1, said[1].replace("\\t", "\t")
    return 0, None


def _records(lines: Sequence[str], sign: str, start: int = 0, most: int | None = None) -> Iterator[_Record]:
    place = start
    given = 0
    while place < len(lines) and (most is None or given < most):
        taken = 1
        if '"' not in lines[place]:
            cells, problem = lines[place].split(sign), ""
        else:
            cells, problem, taken = _quoted(lines, sign, place)
        yield _Record(place + 1, cells, problem)
        place += taken
        given += 1


def _quoted(lines: Sequence[str], sign: str, place: int) -> tuple[list[str], str, int]:
    """The cells of a record with quotes, what is wrong with them, and how many lines it takes."""
    reader = csv.reader((line + "\n" for line in islice(lines, place, place + _LONGEST_RECORD)), delimiter=sign, strict=True)
    try:
        cells = next(reader)
    except csv.Error:
        whole = next(csv.reader([lines[place]], delimiter=sign))
        return whole, "a quote stands where it cannot: write every quote within a quoted cell twice.", 1
    taken = reader.line_num
    return [cell.removesuffix("\n") if number == len(cells) - 1 else cell for number, cell in enumerate(cells)], "", taken


def _delimiter(lines: Sequence[str]) -> str:
    """The sign by which most rows have as many cells as each other, more than one; the comma where none does."""
    sample = [line for line in lines[: _SAMPLED * 4] if line.strip()]
    best, best_score = ",", 0.0
    for sign in DELIMITERS:
        widths = [len(record.cells) for record in _records(sample, sign, most=_SAMPLED) if any(c.strip() for c in record.cells)]
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
    width = Counter(len(record.cells) for record in records[:200]).most_common(1)[0][0]
    for place, record in enumerate(first):
        cells = [cell for cell in record.cells if cell.strip()]
        if len(record.cells) >= width and not any(_VALUE.search(cell.strip()) for cell in cells):
            return place
    return 0


def _titles(cells: Sequence[str], rest: Sequence[_Record]) -> tuple[tuple[str, ...], int]:
    """The titles, each different from the others, and how many columns count: empty trailing ones do not where no row uses them."""
    width = len(cells)
    while width > 1 and not cells[width - 1].strip() and not any(any(c.strip() for c in r.cells[width - 1 :]) for r in rest):
        width -= 1
    titles: list[str] = []
    for number, cell in enumerate(cells[:width], 1):
        title = tidy(cell) or f"Column {number}"
        times = sum(title.casefold() == other.casefold() for other in titles)
        titles.append(f"{title} ({times + 1})" if times else title)
    return tuple(titles), width


def tidy(title: str) -> str:
    """A title without the blanks of every kind around and in it that nobody sees."""
    return " ".join(title.replace("\u200b", "").replace("\ufeff", "").split())


def _row(record: _Record, width: int, sign: str) -> Row:
    cells = record.cells
    if record.problem:
        return Row(record.line, tuple(_filled(cells, width)), record.problem)
    if len(cells) > width and any(cell.strip() for cell in cells[width:]):
        words = f"has {len(cells)} cells where the header has {width}: put a cell that holds “{sign}” between quotes."
        return Row(record.line, tuple(cells[:width]), words)
    if width > 2 and len(cells) == 1:
        words = f"has one cell where the header has {width}: it may go on from the line above, whose cell then needs quotes."
        return Row(record.line, tuple(_filled(cells, width)), words)
    return Row(record.line, tuple(_filled(cells, width)))


def _filled(cells: Sequence[str], width: int) -> list[str]:
    return [*cells[:width], *([""] * (width - len(cells)))]
