"""A sheet of a workbook (XLSX, XLSM, XLSB, XLS, ODS) as rows of text: values of formulas, dates and numbers in one form each."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from journeydesk.domain.words import figure, tr
from journeydesk.services.files.reading.sheet_choice import FIRST
from journeydesk.services.files.reading.unreadable import Unreadable

_MOST_CELLS = 30_000_000


def rows_of_sheet(data: bytes, chosen: str) -> tuple[str, Iterator[list[str]], list[str]]:
    """The name and rows of the sheet that is `chosen` by name, or of the only one that is shown and holds something; and the names of
    all that are shown.

    Raises Unreadable with a sentence, among others where there are several and none is chosen.
    """
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [sheet.name for sheet in workbook.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
        shown = [
            sheet.name
            for sheet in workbook.sheets_metadata
            if sheet.name in names and sheet.visible is SheetVisibleEnum.Visible
        ]
        filled = [n for n in shown if workbook.get_sheet_by_name(n).total_height]
        name = _named(chosen, names) if chosen and chosen != FIRST else _only(filled[:1] if chosen else filled)
        sheet = workbook.get_sheet_by_name(name)
        if sheet.total_height * sheet.total_width > _MOST_CELLS:
            raise Unreadable(
                tr(
                    "says that “{name}” has {total_height} rows and {total_width} columns. Delete what lies far outside.",
                    name=name,
                    total_height=figure(sheet.total_height),
                    total_width=figure(sheet.total_width),
                )
            )
        rows = sheet.to_python(skip_empty_area=False)
    except PasswordError:
        raise Unreadable(tr("is protected by a password. Save it without one and try again.")) from None
    except (CalamineError, OSError, ValueError) as problem:
        raise Unreadable(
            tr("is no workbook that can be read ({problem}). Save it anew, or as CSV.", problem=str(problem)[:120])
        ) from None
    return name, ([_text(cell) for cell in row] for row in rows), shown


def _named(chosen: str, names: list[str]) -> str:
    name = next((n for n in names if n.strip().casefold() == chosen.strip().casefold()), None)
    if name is None:
        raise Unreadable(tr("has no sheet “{chosen}”. Its sheets are {names}.", chosen=chosen, names=", ".join(names)))
    return name


def _only(names: list[str]) -> str:
    if not names:
        raise Unreadable(tr("has no sheet with anything on it. Name a hidden one with --sheet, if that is meant."))
    if len(names) > 1:
        raise Unreadable(tr("has several sheets: {names}. Name one with --sheet.", names=", ".join(names)))
    return names[0]


def _text(cell: object) -> str:
    """A cell as the import reads it without a question: whole numbers without a mark, others with a point and never three decimals,
    dates as ISO 8601."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return _number(cell)
    if isinstance(cell, datetime):
        midnight = cell.time() == time()
        return cell.date().isoformat() if midnight else cell.replace(microsecond=0).isoformat(sep=" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return "" if cell is None else str(cell)


def _number(number: float) -> str:
    if number == int(number) and abs(number) < 2**63:
        return str(int(number))
    # The sum of three decimals in a spreadsheet is 0.30000000000000004; people mean what 15 digits show.
    text = f"{number:.15g}"
    decimals = text.partition(".")[2]
    return text + "0" if len(decimals) == 3 and decimals.isdigit() else text
