"""The list's header: titles, sort arrows, and the box that ticks all."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from journeydesk.domain.columns import Column
from journeydesk.services.rows.prospects import SortKey
from journeydesk.ui import tokens
from journeydesk.ui.cells import PAD
from journeydesk.ui.models.prospect_model import column_at
from journeydesk.ui.painting import LEFT, RIGHT, paint_check, paint_text
from journeydesk.ui.theme import Theme


class ListHeader(QHeaderView):
    """Emits the `Column` to sort by, and with it whether it is added (Shift), and a press on the box."""

    sort_requested = Signal(object, bool)
    box_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._sort: tuple[SortKey, ...] = ()
        self._state = Qt.CheckState.Unchecked
        self.setFixedHeight(tokens.TABLE_HEADER)
        self.setSectionsMovable(True)
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
        column = column_at(logicalIndex)
        painter.save()
        painter.fillRect(rect, theme.color("panel"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line2"))
        if column is None:
            paint_check(painter, QRect(rect.left() + 12, rect.center().y() - 7, 14, 14), theme, self._state)
        else:
            self._paint_title(painter, rect, column)
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRect, column: Column) -> None:
        theme, right = self._theme, column.kind.numeric
        key = next((key for key in self._sort if key.column == column.key), None)
        painter.setFont(theme.font(-1, 600 if key else 500))
        painter.setPen(theme.color("text" if key else "text2"))
        inner = rect.adjusted(PAD, 0, -PAD - 2 if right else -PAD, 0)
        paint_text(painter, inner, column.header, RIGHT if right else LEFT)
        if key is not None:
            words = painter.fontMetrics().horizontalAdvance(column.header)
            x = inner.right() - words - 18 if right else inner.left() + words + 4
            name = "arrow-down" if key.descending else "arrow-up"
            theme.paint_icon(painter, QRect(x, rect.center().y() - 6, 13, 13), name, "text")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # A click sorts; Shift adds a key; on the box it ticks.
        pressed = self.logicalIndexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if pressed < 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        column = column_at(pressed)
        if column is None:
            self.box_pressed.emit()
        else:
            self.sort_requested.emit(column, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
