"""Rows of the list for other programs: as text with tabs and as a table, with the columns that are shown."""

from collections.abc import Sequence
from datetime import date, datetime
from html import escape
from zoneinfo import ZoneInfo

from PySide6.QtCore import QMimeData

from journeydesk.domain.lists.columns import ALWAYS, Column, Kind
from journeydesk.domain.money import Money
from journeydesk.domain.words import tr
from journeydesk.services.rows.common import Amount, Since, StageMark
from journeydesk.services.rows.prospects import Cell, ProspectRow

Table = tuple[list[str], list[list[str]]]
"""The titles, and each row's words."""


def rows_as_table(rows: Sequence[ProspectRow], columns: Sequence[Column], zone: ZoneInfo) -> Table:
    """The rows as other programs read them: days by their ISO dates, amounts as plain numbers. What stands in two lines of a cell is
    two columns."""
    titles: list[str] = []
    for column in columns:
        titles += ["Company", "Contact"] if column == ALWAYS else [column.title]
        titles += [tr("Last interaction on")] if column.key == "last_touch" else []
        titles += [tr("Working days in stage")] if column.key == "stage_since" else []
    return titles, [[words for column in columns for words in _words(row, column, zone)] for row in rows]


def _words(row: ProspectRow, column: Column, zone: ZoneInfo) -> list[str]:
    if column == ALWAYS:
        return [row.company, row.contact]
    if column.key == "stage_since":
        since = row.cell(column)
        return [_plain(since.at, column.kind, zone), str(since.days)] if isinstance(since, Since) else ["", ""]
    if column.key == "last_touch":
        return [row.last_touch, _plain(row.last_touch_at, column.kind, zone)]
    return [_plain(row.cell(column), column.kind, zone)]


def _plain(value: Cell, kind: Kind, zone: ZoneInfo) -> str:
    match value:
        case None:
            return ""
        case Amount():
            return str(Money(value.minor, value.currency).major)
        case StageMark():
            return f"{value.number} {value.name}"
        case datetime():
            return f"{value.astimezone(zone):%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case float() if kind is Kind.PERCENT:
            return f"{value * 100:.10g}%"
        case bool() | int() if kind is Kind.FLAG:
            return "yes" if value else ""
        case _:
            return str(value)


def as_mime(table: Table) -> QMimeData:
    """The table for the clipboard."""
    titles, rows = table
    data = QMimeData()
    data.setText("\n".join("\t".join(" ".join(words.split()) for words in row) for row in [titles, *rows]))
    head = "".join(tr("<th>{escape}</th>", escape=escape(title)) for title in titles)
    body = "".join(
        tr("<tr>") + "".join(tr("<td>{escape}</td>", escape=escape(words)) for words in row) + tr("</tr>") for row in rows
    )
    data.setHtml(tr('<meta charset="utf-8"><table><tr>{head}</tr>{body}</table>', head=head, body=body))
    return data
