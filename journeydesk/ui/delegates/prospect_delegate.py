"""How a line of the prospect list is painted: one delegate, a painter for each column."""

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.services.rows import ProspectRow
from journeydesk.ui import tokens
from journeydesk.ui.models.prospect_model import COLUMNS, ROW_ROLE, TICKED_ROLE
from journeydesk.ui.painting import MOST_SCORE, RIGHT, paint_avatar, paint_bar, paint_check, paint_chip, paint_ring, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.words import near_day, short_day, touch_day, whole_amount

Index = QModelIndex | QPersistentModelIndex
_PAD = 6


class ProspectDelegate(QStyledItemDelegate):
    """Two lines of 38 px, or one of 28 where `compact`."""

    def __init__(self, theme: Theme, today: Callable[[], date], zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self._zone = zone
        self.compact = False
        self.hovered_row = -1
        self._ticked = False
        self._boxed = False
        self._current = False
        self._painters = {
            "tick": self._paint_tick,
            "company": self._paint_company,
            "stage": self._paint_stage,
            "score": self._paint_score,
            "status": self._paint_status,
            "follow_up": self._paint_follow_up,
            "owner": self._paint_owner,
            "revenue": self._paint_revenue,
            "last_touch": self._paint_last_touch,
            "source": self._paint_source,
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, tokens.COMPACT_ROW if self.compact else tokens.TABLE_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, QRect(option.rect)
        row = index.data(ROW_ROLE)
        ticked = bool(index.data(TICKED_ROLE))
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        chosen = ticked or current
        ground = "sel" if chosen else "hover" if index.row() == self.hovered_row else "base"
        painter.fillRect(rect, theme.color(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        column = COLUMNS[index.column()][0]
        if current and column == "tick":
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.color("accent"))
        self._ticked, self._current = ticked, current
        self._boxed = index.row() == self.hovered_row
        if isinstance(row, ProspectRow):
            self._painters[column](painter, rect.adjusted(0, 0, 0, -1), row, chosen)

    def _lines(self, rect: QRect) -> tuple[QRect, QRect]:
        middle = rect.center().y()
        if self.compact:
            line = QRect(rect.left() + _PAD, rect.top(), rect.width() - 2 * _PAD, rect.height())
            return line, QRect()
        width = rect.width() - 2 * _PAD
        return QRect(rect.left() + _PAD, middle - 16, width, 18), QRect(rect.left() + _PAD, middle, width, 16)

    def _two(self, painter: QPainter, rect: QRect, first: str, second: str, weight: int = 400, tone: str = "text") -> None:
        top, below = self._lines(rect)
        painter.setFont(self._theme.font(0, weight))
        painter.setPen(self._theme.color(tone))
        paint_text(painter, top, first)
        if not self.compact:
            painter.setFont(self._theme.font(-2, weight if tone == "text" and weight > 400 else 400))
            painter.setPen(self._theme.color(tone if tone != "text" or weight > 400 else "text3"))
            paint_text(painter, below, second)

    def _paint_tick(self, painter: QPainter, rect: QRect, row: ProspectRow, chosen: bool) -> None:
        ticked = self._ticked
        if ticked or self._boxed:
            box = QRect(rect.left() + 12, rect.center().y() - 7, 14, 14)
            paint_check(painter, box, self._theme, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _paint_company(self, painter: QPainter, rect: QRect, row: ProspectRow, chosen: bool) -> None:
        theme = self._theme
        top, below = self._lines(rect)
        mark = 18 if row.pending or row.conflict else 0
        painter.setFont(theme.font(0, 500 if self._current else 400))
        painter.setPen(theme.color("disabled" if row.deleting else "text"))
        taken = paint_text(painter, top.adjusted(0, 0, -mark, 0), row.company or row.contact)
        if row.conflict:
            theme.paint_icon(painter, QRect(top.left() + taken + 6, top.center().y() - 7, 14, 14), "split", "warn")
        elif row.pending:
            paint_ring(painter, QPointF(top.left() + taken + 11, top.center().y() + 0.5), theme)
        if not self.compact and row.company:
            painter.setFont(theme.font(-2))
            painter.setPen(theme.color("disabled" if row.deleting else "text2"))
            paint_text(painter, below, row.contact)

    def conflict_mark(self, rect: QRect, row: ProspectRow, current: bool) -> QRect:
        """Where the mark of a conflict lies in the Company cell, with room for a finger; empty where there is none."""
        if not row.conflict:
            return QRect()
        top, _ = self._lines(rect.adjusted(0, 0, 0, -1))
        name = QFontMetrics(self._theme.font(0, 500 if current else 400)).horizontalAdvance(row.company or row.contact)
        return QRect(top.left() + min(name, top.width() - 18) + 1, top.center().y() - 12, 24, 24)

    def _paint_stage(self, painter: QPainter, rect: QRect, row: ProspectRow, chosen: bool) -> None:
        if row.stage is not None:
            paint_chip(painter, rect.left() + _PAD, rect.center().y(), self._theme, row.stage, rect.width() - 2 * _PAD)

    def _paint_score(self, painter: QPainter, rect: QRect, row: ProspectRow, chosen: bool) -> None:
        if row.score is None:
            return
        painter.setFont(self._theme.font(0, 500, tabular=True))
        painter.setPen(self._theme.color("text"))
        painter.drawText(QRect(rect.left(), rect.top(), 38, rect.height()), RIGHT, str(row.score))
        paint_bar(painter, QRectF(rect.left() + 44, rect.center().y() - 1.5, 36, 4), self._theme, row.score / MOST_SCORE)

    def _paint_status(self, painter: QPainter, rect: QRect, row: ProspectRow, chosen: bool) -> None:
        line = rect.adjusted(_PAD, 0, -_PAD, 0)
        painter.setFont(self._theme.font(0))
        if row.at_risk:
            self._theme.paint_icon(painter, QRect(line.left(), line.center().y() - 7, 15, 15), "warn", "warn")
            painter.setPen(self._theme.color("warn"))
            paint_text(painter, line.adjusted(19, 0, 0, 0), "At risk")
            return
        painter.setPen(self._theme.color("text2"))
        paint_text(painter, line, row.status)

    def _paint_follow_up(self, painter: QPainter, rect: QRect, row: ProspectRow, chosen: bool) -> None:
        if row.follow_up is None:
            return
        today = self._today()
        late, due = row.follow_up < today, row.follow_up == today
        tone = "danger" if late else "text"
        self._two(painter, rect, short_day(row.follow_up, today), near_day(row.follow_up, today), 500 if due else 400, tone)

    def _paint_owner(self, painter: QPainter, rect: QRect, row: ProspectRow, chosen: bool) -> None:
        if row.owner:
            paint_avatar(painter, QRect(rect.left() + _PAD, rect.center().y() - 10, 22, 22), self._theme, row.owner, chosen)

    def _paint_revenue(self, painter: QPainter, rect: QRect, row: ProspectRow, chosen: bool) -> None:
        painter.setFont(self._theme.font(0, tabular=True))
        painter.setPen(self._theme.color("text"))
        painter.drawText(rect.adjusted(0, 0, -_PAD - 2, 0), RIGHT, whole_amount(row.revenue))

    def _paint_last_touch(self, painter: QPainter, rect: QRect, row: ProspectRow, chosen: bool) -> None:
        if row.last_touch_at is not None:
            self._two(painter, rect, row.last_touch, touch_day(row.last_touch_at, self._zone, self._today()))

    def _paint_source(self, painter: QPainter, rect: QRect, row: ProspectRow, chosen: bool) -> None:
        painter.setFont(self._theme.font(0))
        painter.setPen(self._theme.color("text2"))
        paint_text(painter, rect.adjusted(_PAD, 0, -_PAD, 0), row.source)
