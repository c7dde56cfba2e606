"""Workbooks, contact cards and calendars as lists of text, converted in a process of its own: what a hostile one does ends there.

The child reads the file from standard input and writes a line of JSON, then the rows as CSV in UTF-8.
"""

import contextlib
import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from enum import Enum

from journeydesk.config import own_program
from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.services.files.reading.marks import BREAK, BROKEN
from journeydesk.services.files.reading.unreadable import Unreadable

COMMAND = "convert-file"
"""The word by which the program is started as the child."""

SECONDS = 60
MEMORY_BYTES = 1024 * 1024 * 1024
LARGEST_OUTPUT = 200 * 1024 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CARD = b"BEGIN:VCARD"


class Form(Enum):
    """What is converted."""

    WORKBOOK = "workbook"
    CONTACTS = "contacts"
    CALENDAR = "calendar"


_WAY_OUT = {
    Form.WORKBOOK: tr("Save the sheet as CSV and import that."),
    Form.CONTACTS: tr("Export the contacts as CSV and import that."),
    Form.CALENDAR: tr("Export fewer years of the calendar."),
}


@dataclass(frozen=True, slots=True)
class Converted:
    """The rows as CSV, the sheet that they stand on (empty for cards), and every sheet that is shown."""

    data: bytes
    sheet: str
    sheets: tuple[str, ...] = ()


def form_of(data: bytes) -> Form | None:
    """What a file is by its first bytes; None for a list of text."""
    if data.startswith((b"PK\x03\x04", _OLE)):
        return Form.WORKBOOK
    begin = data[:400].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip().removeprefix(b"\xff\xfe")
    return Form.CONTACTS if begin[: len(_CARD)].upper() == _CARD else None


def convert(data: bytes, name: str, form: Form, sheet: str = "") -> Converted:
    """The rows of a workbook's sheet, or of contact cards. Raises UserError with a sentence where they cannot be read."""
    command = [*own_program(), COMMAND, form.value, sheet]
    try:
        done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise UserError(
            tr(
                "{name} could not be read within {seconds} seconds. {way_out}",
                name=name,
                seconds=SECONDS,
                way_out=_WAY_OUT[form],
            )
        ) from None
    first, _, rows = done.stdout.partition(b"\n")
    if done.returncode or not first:
        raise UserError(
            tr(
                "{name} asks for more memory or time than a list takes, or is damaged: reading it was ended. "
                "Nothing was changed. {way_out}",
                name=name,
                way_out=_WAY_OUT[form],
            )
        )
    answer = json.loads(first)
    if "error" in answer:
        raise UserError(f"{name} {answer['error']}")
    return Converted(rows, answer["sheet"], tuple(answer["sheets"]))


def main(arguments: Sequence[str]) -> int:
    """The child: `FORM SHEET` (of a calendar what is asked for), the file on standard input."""
    _limit()
    data = sys.stdin.buffer.read()
    try:
        if Form(arguments[0]) is Form.CONTACTS:
            from journeydesk.services.files.reading.contacts import rows_of_cards

            sheet, rows, sheets = "", rows_of_cards(data), list[str]()
        elif Form(arguments[0]) is Form.CALENDAR:
            from journeydesk.services.calendar.reading import rows_of_calendar

            sheet, rows, sheets = "", rows_of_calendar(data, arguments[1]), list[str]()
        else:
            from journeydesk.services.files.reading.workbook import rows_of_sheet

            sheet, rows, sheets = rows_of_sheet(data, arguments[1])
        table = _as_csv(rows)
    except Unreadable as problem:
        _write({"error": str(problem)})
        return 0
    _write({"sheet": sheet, "sheets": sheets})
    sys.stdout.buffer.write(table)
    return 0


def _write(answer: dict[str, object]) -> None:
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")


def _as_csv(rows: Iterable[Sequence[str] | str]) -> bytes:
    """Rows as CSV, each on one line so that its line tells its number; a text is what is wrong with the row that should stand there."""
    table = bytearray()
    for row in rows:
        if isinstance(row, str):
            table += (BROKEN + row.replace("\n", " ") + "\n").encode("utf-8", "surrogatepass")
        else:
            line = io.StringIO(newline="")
            csv.writer(line, lineterminator="\n").writerow([_on_one_line(cell) for cell in row])
            table += line.getvalue().encode("utf-8", "surrogatepass")
        if len(table) > LARGEST_OUTPUT:
            raise Unreadable(
                tr("holds more than {largest_output} MB of cells. Split it.", largest_output=LARGEST_OUTPUT // 1024 // 1024)
            )
    return bytes(table)


def _on_one_line(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").replace("\n", BREAK)


def _limit() -> None:
    """Bounds of memory and time for this process; Windows has none of the kind, and the parent's clock alone."""
    if sys.platform != "win32":
        import resource

        for kind, most in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(kind, (most, most))
