"""How a line of the prospect list is painted: its ground and its box; the cells are `ui.cells`."""

from collections.abc import Callable, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.lists.columns import Column
from journeydesk.services.rows.prospects import ProspectRow
from journeydesk.ui import tokens
from journeydesk.ui.cells import CellPainter, LineState
from journeydesk.ui.mirror import seen_within
from journeydesk.ui.models.prospect_model import ProspectModel
from journeydesk.ui.painting import paint_check
from journeydesk.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ListCell:
    """Where a section of the header lies across the list; the first, with the boxes, has no column."""

    section: int
    column: Column | None
    left: int
    width: int


class ProspectDelegate(QStyledItemDelegate):
    """Two lines of text in 38 px, or one in 28 where `compact`. With `marks_cell` the current cell has a frame while the list has the
    keyboard."""

    def __init__(
        self, theme: Theme, model: ProspectModel, today: Callable[[], date], zone: ZoneInfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._cells = CellPainter(theme, today, zone)
        self.compact = False
        self.hovered_row = -1
        self.marks_cell = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, tokens.COMPACT_ROW if self.compact else tokens.TABLE_ROW)

    def paint_line(
        self, painter: QPainter, line: QRect, place: int, cells: Sequence[ListCell], current: bool, marked: int
    ) -> None:
        """A line of the list, from its first to its last cell. `marked` is the section of the cell that has the keyboard, −1 for none."""
        theme, row = self._theme, self._model.row_at(place)
        ticked = row is not None and row.id in self._model.ticks
        hovered = place == self.hovered_row
        ground = "sel" if ticked or current else "hover" if hovered else "base"
        painter.fillRect(line, theme.color(ground))
        painter.fillRect(line.left(), line.bottom(), line.width(), 1, theme.color("line"))
        state = LineState(current, ticked or current, self.compact)
        top, height = line.top(), line.height() - 1
        for cell in cells:
            rect = QRect(cell.left, top, cell.width, height)
            if cell.column is None:
                self._paint_box(painter, rect, current, hovered and row is not None, ticked)
            elif row is not None:
                self._cells.paint(painter, rect, row, cell.column, state)
                if self.marks_cell and cell.section == marked:
                    painter.setPen(theme.focus_pen)
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_box(self, painter: QPainter, rect: QRect, current: bool, hovered: bool, ticked: bool) -> None:
        if current:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height() + 1, self._theme.color("accent"))
        if ticked or hovered:
            box = QRect(rect.left() + 12, rect.center().y() - 7, 14, 14)
            paint_check(painter, box, self._theme, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def conflict_mark(self, rect: QRect, row: ProspectRow, current: bool) -> QRect:
        """Where the mark of a conflict lies in the Company cell `rect`; empty where there is none."""
        mark = self._cells.conflict_mark(rect.adjusted(0, 0, 0, -1), row, LineState(current, current, self.compact))
        return seen_within(rect, mark)
