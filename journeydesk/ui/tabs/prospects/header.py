"""The list's header: titles, sort arrows, and the box that ticks all."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from journeydesk.services.rows import SortKey
from journeydesk.ui import tokens
from journeydesk.ui.models.prospect_model import COLUMNS
from journeydesk.ui.painting import LEFT, RIGHT, paint_check
from journeydesk.ui.theme import Theme


class ListHeader(QHeaderView):
    """Emits the column to sort by (with Shift: to add), and a press on the box."""

    sort_requested = Signal(str, bool)
    box_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._sort: tuple[SortKey, ...] = ()
        self._state = Qt.CheckState.Unchecked
        self.setFixedHeight(tokens.TABLE_HEADER)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setHighlightSections(False)
        self.setAccessibleName("Columns")
        theme.changed.connect(self.viewport().update)

    def show_sort(self, sort: tuple[SortKey, ...]) -> None:
        """Which columns lead."""
        self._sort = sort
        self.viewport().update()

    def show_box(self, state: Qt.CheckState) -> None:
        """Whether none, some or all are ticked."""
        self._state = state
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = self._theme
        column, title = COLUMNS[logicalIndex]
        painter.save()
        painter.fillRect(rect, theme.color("panel"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line2"))
        if column == "tick":
            paint_check(painter, QRect(rect.left() + 12, rect.center().y() - 7, 14, 14), theme, self._state)
            painter.restore()
            return
        key = next((key for key in self._sort if key.column == column), None)
        painter.setFont(theme.font(-1, 600 if key else 500))
        painter.setPen(theme.color("text" if key else "text2"))
        inner = rect.adjusted(6, 0, -8 if column == "revenue" else -6, 0)
        right = column == "revenue"
        painter.drawText(inner, RIGHT if right else LEFT, title)
        if key is not None:
            words = painter.fontMetrics().horizontalAdvance(title)
            x = inner.right() - words - 18 if right else inner.left() + words + 4
            name = "arrow-down" if key.descending else "arrow-up"
            theme.paint_icon(painter, QRect(x, rect.center().y() - 6, 13, 13), name, "text")
        painter.restore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # A click sorts; Shift adds a key; on the box it ticks.
        pressed = self.logicalIndexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if pressed < 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        if COLUMNS[pressed][0] == "tick":
            self.box_pressed.emit()
        else:
            self.sort_requested.emit(COLUMNS[pressed][0], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
