"""What a column of the prospect list looks like, by its kind: how its value is painted, and how it is said.

A kind without a painter of its own is painted as it is said. Three columns say more than their value and have their own: the
company with its contact, the status with its risk, the last touchpoint with its day.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.lists.columns import Column, Kind
from journeydesk.domain.time import day_in_words
from journeydesk.domain.words import percent, tr, tr_count
from journeydesk.services.rows.common import Amount, Since, StageMark
from journeydesk.services.rows.prospects import Cell, ProspectRow
from journeydesk.ui.painting import (
    MOST_SCORE,
    line_width,
    paint_avatar,
    paint_bar,
    paint_chip,
    paint_line,
    paint_ring,
)
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.figures import exact_amount, near_day, short_day, touch_day, whole_amount

PAD = 6
_MARK = 18


@dataclass(frozen=True, slots=True)
class LineState:
    """How the line of a cell stands: `chosen` where it is current or ticked, `compact` with one line of text instead of two."""

    current: bool = False
    chosen: bool = False
    compact: bool = False


Paint = Callable[[QPainter, QRect, ProspectRow, Column, LineState], None]


def cell_words(row: ProspectRow, column: Column) -> str:
    """A cell as a screen reader and a tooltip say it."""
    if column.key == "company":
        return f"{row.company}, {row.contact}{_waiting(row)}"
    if column.key == "last_touch":
        return row.last_touch
    return _said(row.cell(column), column.kind)


def _waiting(row: ProspectRow) -> str:
    if row.conflict:
        return tr(", changed here and in Airtable")
    return tr(", saved here, not sent yet") if row.pending else ""


def _said(value: Cell, kind: Kind) -> str:
    match value:
        case None:
            return ""
        case Amount():
            return exact_amount(value)
        case StageMark():
            return f"{value.number} {value.name}"
        case Since():
            return f"{day_in_words(value.at.date())}, {days_ago(value.days)}"
        case datetime():
            return f"{day_in_words(value.date())} {value:%H:%M}"
        case date():
            return day_in_words(value)
        case float() if kind is Kind.PERCENT:
            return percent(value)
        case int() if kind is Kind.FLAG:
            return "yes"
        case _:
            return str(value)


def days_ago(days: int) -> str:
    """How long somebody is in a stage: 9 working days."""
    return tr_count("{count} working day", "{count} working days", days)


class CellPainter:
    """Paints cells into the rectangle of their column. `today` says which days are late; moments are shown in `zone`."""

    def __init__(self, theme: Theme, today: Callable[[], date], zone: ZoneInfo) -> None:
        self._theme = theme
        self._today = today
        self._zone = zone
        self._by_key: Mapping[str, Paint] = {
            "company": self._paint_company,
            "status": self._paint_status,
            "last_touch": self._paint_last_touch,
            "stage_since": self._paint_since,
        }
        self._by_kind: Mapping[Kind, Paint] = {
            Kind.STAGE: self._paint_stage,
            Kind.SCORE: self._paint_score,
            Kind.DAY: self._paint_day,
            Kind.PERSON: self._paint_person,
            Kind.MONEY: self._paint_money,
        }

    def paint(self, painter: QPainter, rect: QRect, row: ProspectRow, column: Column, state: LineState) -> None:
        """One cell, on a ground that is there already."""
        paint = self._by_key.get(column.key) or self._by_kind.get(column.kind, self._paint_words)
        paint(painter, rect, row, column, state)

    def conflict_mark(self, rect: QRect, row: ProspectRow, state: LineState) -> QRect:
        """Where the mark of a conflict lies in the Company cell, with room for a finger; empty where there is none."""
        if not row.conflict:
            return QRect()
        top, _ = _lines(rect, state)
        name = line_width(self._theme, row.company or row.contact, 0, _name_weight(state))
        return QRect(top.left() + min(name, top.width() - _MARK) + 1, top.center().y() - 12, 24, 24)

    def _paint_company(self, painter: QPainter, rect: QRect, row: ProspectRow, column: Column, state: LineState) -> None:
        theme = self._theme
        top, below = _lines(rect, state)
        mark = _MARK if row.pending or row.conflict else 0
        painter.setPen(theme.color("disabled" if row.deleting else "text"))
        name = row.company or row.contact
        taken = paint_line(painter, top.adjusted(0, 0, -mark, 0) if mark else top, theme, name, 0, _name_weight(state))
        if row.conflict:
            theme.paint_icon(painter, QRect(top.left() + taken + 6, top.center().y() - 7, 14, 14), "split", "warn")
        elif row.pending:
            paint_ring(painter, QPointF(top.left() + taken + 11, top.center().y() + 0.5), theme)
        if not state.compact and row.company:
            painter.setPen(theme.color("disabled" if row.deleting else "text2"))
            paint_line(painter, below, theme, row.contact, -2)

    def _paint_status(self, painter: QPainter, rect: QRect, row: ProspectRow, column: Column, state: LineState) -> None:
        if not row.at_risk:
            self._paint_words(painter, rect, row, column, state)
            return
        line = rect.adjusted(PAD, 0, -PAD, 0)
        self._theme.paint_icon(painter, QRect(line.left(), line.center().y() - 7, 15, 15), "warn", "warn")
        painter.setPen(self._theme.color("warn"))
        paint_line(painter, line.adjusted(19, 0, 0, 0), self._theme, tr("At risk"))

    def _paint_last_touch(self, painter: QPainter, rect: QRect, row: ProspectRow, column: Column, state: LineState) -> None:
        if row.last_touch_at is not None:
            self._two(painter, rect, state, row.last_touch, touch_day(row.last_touch_at, self._zone, self._today()))

    def _paint_since(self, painter: QPainter, rect: QRect, row: ProspectRow, column: Column, state: LineState) -> None:
        since = row.cell(column)
        if isinstance(since, Since):
            days = days_ago(since.days)
            day = touch_day(since.at, self._zone, self._today())
            if state.compact:
                self._two(painter, rect, state, f"{day} · {days}", "")
            else:
                self._two(painter, rect, state, day, days)

    def _paint_stage(self, painter: QPainter, rect: QRect, row: ProspectRow, column: Column, state: LineState) -> None:
        mark = row.cell(column)
        if isinstance(mark, StageMark):
            paint_chip(painter, rect.left() + PAD, rect.center().y(), self._theme, mark, rect.width() - 2 * PAD)

    def _paint_score(self, painter: QPainter, rect: QRect, row: ProspectRow, column: Column, state: LineState) -> None:
        score = row.cell(column)
        if not isinstance(score, int):
            return
        painter.setPen(self._theme.color("text"))
        place = QRect(rect.left() + PAD, rect.top(), 24, rect.height())
        paint_line(painter, place, self._theme, str(score), 0, 500, tabular=True, at_right=True)
        paint_bar(painter, QRectF(rect.left() + PAD + 29, rect.center().y() - 1, 34, 4), self._theme, score / MOST_SCORE)

    def _paint_day(self, painter: QPainter, rect: QRect, row: ProspectRow, column: Column, state: LineState) -> None:
        day, today = row.cell(column), self._today()
        if isinstance(day, date):
            tone, weight = "danger" if day < today else "text", 500 if day == today else 400
            self._two(painter, rect, state, short_day(day, today), near_day(day, today), weight, tone)

    def _paint_person(self, painter: QPainter, rect: QRect, row: ProspectRow, column: Column, state: LineState) -> None:
        name = row.cell(column)
        if isinstance(name, str) and name:
            place = QRect(rect.left() + PAD, rect.center().y() - 10, 22, 22)
            paint_avatar(painter, place, self._theme, name, state.chosen)

    def _paint_money(self, painter: QPainter, rect: QRect, row: ProspectRow, column: Column, state: LineState) -> None:
        amount = row.cell(column)
        if isinstance(amount, Amount):
            self._number(painter, rect, whole_amount(amount))

    def _paint_words(self, painter: QPainter, rect: QRect, row: ProspectRow, column: Column, state: LineState) -> None:
        value = row.cell(column)
        if column.kind.numeric:
            self._number(painter, rect, _said(value, column.kind))
            return
        text = touch_day(value, self._zone, self._today()) if isinstance(value, datetime) else _said(value, column.kind)
        painter.setPen(self._theme.color("text2"))
        paint_line(painter, rect.adjusted(PAD, 0, -PAD, 0), self._theme, text)

    def _number(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.setPen(self._theme.color("text"))
        paint_line(painter, rect.adjusted(0, 0, -PAD - 2, 0), self._theme, text, tabular=True, at_right=True)

    def _two(
        self,
        painter: QPainter,
        rect: QRect,
        state: LineState,
        first: str,
        second: str,
        weight: int = 400,
        tone: str = "text",
    ) -> None:
        top, below = _lines(rect, state)
        painter.setPen(self._theme.color(tone))
        paint_line(painter, top, self._theme, first, 0, weight)
        if not state.compact:
            painter.setPen(self._theme.color(tone if tone != "text" or weight > 400 else "text3"))
            paint_line(painter, below, self._theme, second, -2, weight if tone == "text" else 400)


def _name_weight(state: LineState) -> int:
    return 500 if state.current else 400


def _lines(rect: QRect, state: LineState) -> tuple[QRect, QRect]:
    width = rect.width() - 2 * PAD
    if state.compact:
        return QRect(rect.left() + PAD, rect.top(), width, rect.height()), QRect()
    middle = rect.center().y()
    return QRect(rect.left() + PAD, middle - 16, width, 18), QRect(rect.left() + PAD, middle, width, 16)
