"""How a line of the prospect list is painted: its ground and its box; the cells are `ui.cells`."""

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.services.rows.prospects import ProspectRow
from journeydesk.ui import tokens
from journeydesk.ui.cells import CellPainter, LineState
from journeydesk.ui.models.prospect_model import ProspectModel
from journeydesk.ui.painting import paint_check
from journeydesk.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class ProspectDelegate(QStyledItemDelegate):
    """Two lines of text in 38 px, or one in 28 where `compact`. With `marks_cell` the current cell has a frame while the list has the
    keyboard."""

    def __init__(self, theme: Theme, today: Callable[[], date], zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cells = CellPainter(theme, today, zone)
        self.compact = False
        self.hovered_row = -1
        self.marks_cell = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, tokens.COMPACT_ROW if self.compact else tokens.TABLE_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # Asked of the model itself: a role asked for through Qt costs a call there and back, and a page has hundreds of cells.
        model, theme, rect = index.model(), self._theme, QRect(option.rect)
        assert isinstance(model, ProspectModel)
        row, column = model.row_at(index.row()), model.column_at(index.column())
        ticked = row is not None and row.id in model.ticks
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = index.row() == self.hovered_row
        ground = "sel" if ticked or current else "hover" if hovered else "base"
        painter.fillRect(rect, theme.color(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        inner = rect.adjusted(0, 0, 0, -1)
        if column is None and current:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.color("accent"))
        if row is None:
            return
        if column is not None:
            self._cells.paint(painter, inner, row, column, LineState(current, ticked or current, self.compact))
            if self.marks_cell and current and option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(theme.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(inner.adjusted(1, 1, -1, -1))
        elif ticked or hovered:
            box = QRect(inner.left() + 12, inner.center().y() - 7, 14, 14)
            paint_check(painter, box, theme, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def conflict_mark(self, rect: QRect, row: ProspectRow, current: bool) -> QRect:
        """Where the mark of a conflict lies in the Company cell `rect`; empty where there is none."""
        return self._cells.conflict_mark(rect.adjusted(0, 0, 0, -1), row, LineState(current, current, self.compact))
