"""The list's header: titles, sort arrows, and the box that ticks all; columns are moved and sized by it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from journeydesk.domain.lists.columns import ALWAYS, Column, Kind
from journeydesk.domain.words import named, tr
from journeydesk.services.rows.prospects import SortKey
from journeydesk.ui import tokens
from journeydesk.ui.cells import PAD
from journeydesk.ui.mirror import mirrored_item
from journeydesk.ui.models.prospect_model import ProspectModel
from journeydesk.ui.painting import line_width, paint_check, paint_line
from journeydesk.ui.theme import Theme

_WORDY = frozenset({Kind.CHOICE, Kind.TEXT})
_MORE, _AHEAD, _FOR_TITLES = 32, 160, 40
"""What a column of words gains at most, and what Company has before it does, or before a title does, in px."""


class ListHeader(QHeaderView):
    """Emits the `Column` to sort by, and with it whether it is added (Shift), and a press on the box; the order of the columns' keys
    where a hand moved one, and a column with its width in px where a hand sized it."""

    sort_requested = Signal(object, bool)
    box_pressed = Signal()
    ordered = Signal(object)
    sized = Signal(object, int)
    menu_requested = Signal(int, object)

    def __init__(self, theme: Theme, model: ProspectModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._list = model
        self._pressed_at: QPoint | None = None
        self._dragged = False
        self._resized: int | None = None
        self._sort: tuple[SortKey, ...] = ()
        self._state = Qt.CheckState.Unchecked
        self.setFixedHeight(tokens.TABLE_HEADER)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setAccessibleName(tr("Columns"))
        self.sectionMoved.connect(self._on_moved)
        self.sectionResized.connect(self._on_resized)
        theme.changed.connect(self.viewport().update)

    def show_sort(self, sort: tuple[SortKey, ...]) -> None:
        """Which columns lead."""
        self._sort = sort
        self.viewport().update()

    def show_box(self, state: Qt.CheckState) -> None:
        """Whether none, some or all are ticked."""
        self._state = state
        self.viewport().update()

    @mirrored_item
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = self._theme
        column = self._list.column_at(logicalIndex)
        painter.save()
        painter.fillRect(rect, theme.color("panel"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line2"))
        if column is None:
            paint_check(painter, QRect(rect.left() + 12, rect.center().y() - 7, 14, 14), theme, self._state)
        else:
            self._paint_title(painter, rect, column)
        painter.restore()

    def needs(self, column: Column) -> int:
        """How wide a column is whose title stands in full, with its arrow where the list is sorted by it."""
        key = next((key for key in self._sort if key.column == column.key), None)
        return line_width(self._theme, column.header, -1, 600 if key else 500) + 2 * PAD + (17 if key else 0)

    def _paint_title(self, painter: QPainter, rect: QRect, column: Column) -> None:
        theme, right = self._theme, column.kind.numeric
        key = next((key for key in self._sort if key.column == column.key), None)
        weight = 600 if key else 500
        painter.setPen(theme.color("text" if key else "text2"))
        inner = rect.adjusted(PAD, 0, -PAD - 2 if right else -PAD, 0)
        # A number's title may begin where its column does.
        room = (rect.width() - 8 if right else inner.width()) - (18 if key is not None else 0)
        if right and key is None and line_width(theme, column.header, -1, weight) > rect.width() - PAD - 2:
            inner = rect.adjusted(4, 0, -4, 0)
        room = max(0, room)
        place = QRect(inner.right() + 1 - room if right else inner.left(), inner.top(), room, inner.height())
        words = paint_line(painter, place, theme, column.header, -1, weight, at_right=right)
        if key is not None:
            x = inner.right() - words - 18 if right else inner.left() + words + 4
            name = "arrow-down" if key.descending else "arrow-up"
            theme.paint_icon(painter, QRect(x, rect.center().y() - 6, 13, 13), name, "text")

    def keep_order(self) -> None:
        """Shows the sections in the model's own order again."""
        self.blockSignals(True)
        for section in range(self.count()):
            self.moveSection(self.visualIndex(section), section)
        self.blockSignals(False)
        self.viewport().update()

    def _on_moved(self, _section: int, _before: int, _after: int) -> None:
        self._dragged = True
        if self._pressed_at is None:
            self._say_order()

    def _say_order(self) -> None:
        columns = (self._list.column_at(self.logicalIndex(place)) for place in range(self.count()))
        self.ordered.emit([column.key for column in columns if column is not None])

    def _on_resized(self, section: int, _before: int, _width: int) -> None:
        if self._pressed_at is not None:
            self._resized = section

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(self.logicalIndexAt(event.pos()), event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at, self._dragged, self._resized = event.position().toPoint(), False, None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # A click sorts; Shift adds a key; on the box it ticks. What was dragged or sized is no click.
        at, began, self._pressed_at = event.position().toPoint(), self._pressed_at, None
        pressed = self.logicalIndexAt(at)
        super().mouseReleaseEvent(event)
        if self._resized is not None:
            column = self._list.column_at(self._resized)
            if column is not None:
                self.sized.emit(column, self.sectionSize(self._resized))
            return
        if self._dragged:
            self._say_order()
            return
        if pressed < 0 or event.button() != Qt.MouseButton.LeftButton or began is None:
            return
        if self.logicalIndexAt(began) != pressed:
            return
        column = self._list.column_at(pressed)
        if column is None:
            self.box_pressed.emit()
        else:
            self.sort_requested.emit(column, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))


def gains(theme: Theme, header: ListHeader, columns: Sequence[Column], spare: int) -> dict[Column, int]:
    """What each of these columns, of which nobody set the width, has of `spare` pixels: the first most of them, but nobody's title or
    words are cut beside one that has more than it fills."""
    gained: dict[Column, int] = {}
    others = [column for column in columns if column != ALWAYS]
    free = max(0, spare - _FOR_TITLES)
    for column in others:
        choices = column.choices if column.kind is Kind.CHOICE else ()
        words = max((line_width(theme, named(word)) for word in choices), default=0) + 2 * PAD
        lacking = max(0 if column.kind.numeric else header.needs(column), min(words, column.width + _MORE)) - column.width
        gained[column] = max(0, min(lacking, free))
        free -= gained[column]
    wordy = [column for column in others if column.kind in _WORDY]
    more = min(_MORE, max(0, spare - _AHEAD) // len(wordy)) if wordy else 0
    for column in wordy:
        gained[column] = max(more, gained[column])
    if ALWAYS in columns:
        gained[ALWAYS] = spare - sum(gained.values())
    return gained
