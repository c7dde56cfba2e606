"""A table as an XLSX workbook: numbers, dates and check boxes typed, texts as texts, whatever sign they begin with."""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date

from journeydesk.domain.catalogue import FieldType, TableSpec
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import figure, tr

MOST_ROWS = 1_048_575
LONGEST_CELL = 32_767

_LOOKS_DEFENDED = re.compile(r"'+[=+\-@\t\r]")
"""What the import would take an apostrophe from."""


def workbook(spec: TableSpec, objects: Sequence[Mapping[str, str | int | float | bool]]) -> bytes:
    """The records, by field name, on one sheet. Raises UserError where a sheet cannot hold them."""
    import xlsxwriter

    if len(objects) > MOST_ROWS:
        raise UserError(
            tr(
                "{count} records do not fit on a sheet of XLSX, which has {most_rows} rows. Export CSV.",
                count=figure(len(objects)),
                most_rows=figure(MOST_ROWS),
            )
        )
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet(spec.name[:31])
        for place, field in enumerate(spec.fields):
            sheet.write_string(0, place, field.name)
        for row, values in enumerate(objects, 1):
            for place, field in enumerate(spec.fields):
                value = values.get(field.name)
                if isinstance(value, bool):
                    sheet.write_boolean(row, place, value)
                elif isinstance(value, int | float):
                    sheet.write_number(row, place, value)
                elif value is not None and field.type is FieldType.DATE and value >= "1900-03-01":
                    sheet.write_datetime(row, place, date.fromisoformat(value), day)
                elif value is not None:
                    sheet.write_string(row, place, _text(field.name, str(values.get(spec.key.name)), value))
    return out.getvalue()


def _text(field: str, key: str, text: str) -> str:
    if len(text) > LONGEST_CELL:
        raise UserError(
            tr(
                "{field} of {key} has {count} characters; a cell of XLSX holds {longest_cell}. Export CSV. "
                "Nothing was written.",
                field=field,
                key=key,
                count=figure(len(text)),
                longest_cell=figure(LONGEST_CELL),
            )
        )
    return "'" + text if _LOOKS_DEFENDED.match(text) else text


def rows_in(data: bytes) -> int:
    """How many records a workbook of `workbook` holds."""
    from python_calamine import CalamineWorkbook

    # The height counts from nought: it is the number of the last row below the header.
    return int(CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).total_height)
