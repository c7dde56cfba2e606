"""The list itself: rows of one height, keys J and K, ticking with Space."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from journeydesk.domain.lists.columns import ALWAYS, Column
from journeydesk.domain.lists.layout import LEAST_WIDTH, Layout
from journeydesk.domain.words import tr
from journeydesk.services.rows.prospects import ProspectRow
from journeydesk.ui import tokens
from journeydesk.ui.cells import PAD, cell_words
from journeydesk.ui.delegates.prospect_delegate import ListCell, ProspectDelegate
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap, pressed
from journeydesk.ui.mirror import painter_on, seen_rect, under
from journeydesk.ui.models.prospect_model import ROW_ROLE, ProspectModel
from journeydesk.ui.tabs.prospects.header import ListHeader, gains
from journeydesk.ui.theme import Theme

_BOX = 28


class ProspectTable(QTableView):
    """Emits the prospect that is current, the one that is opened, and the one whose conflict mark was pressed; the cell that is to be
    edited (None: the current one), that its size is another, the `Layout` that a hand made of the columns, and where the menu of the
    rows is asked for."""

    current_changed = Signal(object)
    opened = Signal(object)
    conflict_pressed = Signal(object)
    edit_requested = Signal(object)
    resized = Signal()
    layout_changed = Signal(object)
    menu_requested = Signal(object)
    painted = Signal()
    """Once: the first lines stand on the screen."""

    def __init__(self, theme: Theme, model: ProspectModel, delegate: ProspectDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = KeyMap(
            Scope.PROSPECTS,
            {
                Action.ROW_NEXT: partial(self._go, 1),
                Action.ROW_PREVIOUS: partial(self._go, -1),
                Action.ROW_OPEN: lambda: self._open(self.currentIndex().row()),
                Action.CELL_EDIT: lambda: self.edit_requested.emit(None),
                Action.CELL_LEFT: partial(self._go_sideways, -1),
                Action.CELL_RIGHT: partial(self._go_sideways, 1),
                Action.ROW_TICK: lambda: self._tick_at(self.currentIndex().row(), None),
                Action.ROW_TICK_DOWN: partial(self._tick_on, 1),
                Action.ROW_TICK_UP: partial(self._tick_on, -1),
                Action.ROW_TICK_ALL: model.tick_every,
                Action.ROW_FIRST: lambda: self.go_to(0),
                Action.ROW_LAST: self._go_last,
            },
        )
        self._theme = theme
        self.prospects = model
        self.was_painted = False
        self._delegate = delegate
        self._last_is_wanted = False
        self._left_at = 0
        """Where the line was that was current last, for going on from there."""
        self.column = 1
        """The section of the cell that is current, also while no line is."""
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.header = ListHeader(theme, model, self)
        self.setHorizontalHeader(self.header)
        # Being given to a table lets the first section move again; the style's smallest section is wider than the box.
        self.header.setFirstSectionMovable(False)
        self.header.setMinimumSectionSize(_BOX)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(tokens.TABLE_ROW)
        self.verticalHeader().setMinimumSectionSize(tokens.COMPACT_ROW)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setAccessibleName(tr("Prospects"))
        # Rows paint all of their ground, so scrolling may move what is there and paint only the rows that come in.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setColumnWidth(0, _BOX)
        model.rowsInserted.connect(self._follow_to_last)
        model.modelReset.connect(self._follow_to_last)
        self.header.ordered.connect(lambda keys: self.layout_changed.emit(model.layout.ordered(keys)))
        self.header.sized.connect(lambda column, width: self.layout_changed.emit(model.layout.sized(column, width)))
        self.header.sectionHandleDoubleClicked.connect(self.fit_to_words)
        theme.changed.connect(self.viewport().update)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Line by line: Qt would come here for each cell with an option of its own, which costs more than the cell.
        with painter_on(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._theme.color("base"))
            self._paint_lines(painter, event.rect())
        if not self.was_painted and self.prospects.rowCount():
            self.was_painted = True
            self.painted.emit()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        # Nothing but the frame of the cell shows the keyboard; Qt would paint every line again.
        if self._delegate.marks_cell:
            self.update(self.currentIndex())

    def _paint_lines(self, painter: QPainter, room: QRect) -> None:
        cells = self._cells_across(room)
        first = self.rowAt(max(0, room.top()))
        if not cells or first < 0:
            return
        left, right = min(cell.left for cell in cells), max(cell.left + cell.width for cell in cells)
        current, selection, has_keyboard = self.currentIndex(), self.selectionModel(), self.hasFocus()
        for place in range(first, self.prospects.rowCount()):
            line = QRect(left, self.rowViewportPosition(place), right - left, self.rowHeight(place))
            if line.top() > room.bottom():
                break
            marked = current.column() if has_keyboard and place == current.row() else -1
            self._delegate.paint_line(painter, line, place, cells, selection.isRowSelected(place), marked)

    def _cells_across(self, room: QRect) -> list[ListCell]:
        header, found = self.header, []
        for section in range(header.count()):
            left, width = header.sectionViewportPosition(section), header.sectionSize(section)
            if width and left <= room.right() and left + width > room.left():
                left = seen_rect(self.viewport(), QRect(left, 0, width, 1)).left()
                found.append(ListCell(section, self.prospects.column_at(section), left, width))
        return found

    def show_layout(self, layout: Layout) -> None:
        """Shows these columns in this order, as wide as they are; who is current stays so."""
        place, offset = self.currentIndex().row(), self.verticalScrollBar().value()
        self.prospects.show_layout(layout)
        self.header.keep_order()
        self.fit_columns()
        if place >= 0 and self.currentIndex().row() != place:
            self.stand_on(place)
        self.verticalScrollBar().setValue(offset)

    def fit_to_words(self, section: int) -> None:
        """Makes a column as wide as what it shows on screen."""
        column = self.prospects.column_at(section)
        if column is None:
            return
        metrics = self.fontMetrics()
        first, last = max(0, self.rowAt(0)), self.rowAt(self.viewport().height() - 1)
        rows = (
            self.prospects.row_at(place) for place in range(first, (last if last >= 0 else self.prospects.rowCount() - 1) + 1)
        )
        words = [column.header, *(cell_words(row, column) for row in rows if row is not None)]
        widest = max(metrics.horizontalAdvance(text) for text in words)
        self.layout_changed.emit(self.prospects.layout.sized(column, max(LEAST_WIDTH, widest + 2 * PAD + 18)))

    @property
    def compact(self) -> bool:
        """Whether a row is one line."""
        return self._delegate.compact

    def change_density(self) -> None:
        """One line a row where there were two, and the other way round."""
        self._delegate.compact = not self._delegate.compact
        self.verticalHeader().setDefaultSectionSize(tokens.COMPACT_ROW if self._delegate.compact else tokens.TABLE_ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Columns leave in their order where room is short; Company takes the rest.
        super().resizeEvent(event)
        self.fit_columns()
        self.resized.emit()

    def fit_columns(self) -> None:
        """Shares the width out. Where somebody chose the columns all of them stay, and what does not fit is scrolled to."""
        layout, columns = self.prospects.layout, self.prospects.columns
        room = self.viewport().width() - _BOX
        left = self.without_room(room)
        spare = max(0, room - sum(layout.width(column) for column in columns if column not in left))
        never, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(needed if layout.chosen else never)
        self.setColumnWidth(0, _BOX)
        free = [each for each in columns if each not in left and each.key not in layout.widths]
        wider = gains(self._theme, self.header, free, spare)
        for section, column in enumerate(columns, 1):
            self.setColumnHidden(section, column in left)
            self.setColumnWidth(section, layout.width(column) + wider.get(column, 0))
        if not layout.chosen:
            self.horizontalScrollBar().setValue(0)

    def without_room(self, room: int | None = None) -> set[Column]:
        """The columns that leave, because nobody chose them and the room is short."""
        return self.prospects.layout.without_room(self.viewport().width() - _BOX if room is None else room)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.column = current.column() if current.isValid() else self.column
        row = current.data(ROW_ROLE) if current.isValid() else None
        if current.column() != previous.column():
            self.viewport().update()
        self.current_changed.emit(row.id if isinstance(row, ProspectRow) else None)

    def go_to(self, place: int) -> None:
        """Makes a row current and visible."""
        if self.stand_on(place):
            self.scrollTo(self.currentIndex())

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        # Another line in the same column must not shift the columns.
        sideways = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        if index.column() == self.column:
            self.horizontalScrollBar().setValue(sideways)

    def _go_last(self) -> None:
        # Of a long list the end is known a moment later.
        self.go_to(self.prospects.rowCount() - 1)
        self._last_is_wanted = not self.prospects.whole

    def _follow_to_last(self) -> None:
        if self._last_is_wanted and self.prospects.whole:
            self._last_is_wanted = False
            QTimer.singleShot(0, self, lambda: self.go_to(self.prospects.rowCount() - 1))

    def stand_on(self, place: int) -> bool:
        """Makes a row current where it lies, in the column that was current; whether there is such a row."""
        if not 0 <= place < self.prospects.rowCount():
            return False
        if self.currentIndex().row() != place:
            self.setCurrentIndex(self.prospects.index(place, min(self.column, len(self.prospects.columns))))
        return True

    def go_near(self, place: int) -> None:
        """Makes this row current, or the last one where there are fewer."""
        self.go_to(min(max(0, place), self.prospects.rowCount() - 1))

    def leave_line(self) -> None:
        """No row is current; the next step up or down goes on from where the last one was."""
        self._left_at = max(0, self.currentIndex().row()) or self._left_at
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def keep_in_view(self) -> None:
        """Scrolls where the current row is not wholly in view."""
        rect = self.visualRect(self.currentIndex())
        if self.currentIndex().isValid() and not self.viewport().rect().contains(rect.left(), rect.center().y()):
            self.scrollTo(self.currentIndex())

    def _go(self, by: int) -> None:
        if self.currentIndex().isValid():
            self.go_to(self.currentIndex().row() + by)
        else:
            self.go_near(self._left_at)

    def show_cell(self, shown: bool) -> None:
        """Whether the current cell of the current row is marked."""
        self._delegate.marks_cell = shown
        self.viewport().update()

    def _go_sideways(self, by: int) -> None:
        """To the next column that is shown; the first press only marks where one is."""
        if not self._delegate.marks_cell:
            self.show_cell(True)
            return
        header, index = self.header, self.currentIndex()
        place = header.visualIndex(index.column()) + by
        while 0 <= place < header.count():
            section = header.logicalIndex(place)
            if self.prospects.column_at(section) is not None and not self.isColumnHidden(section):
                self.setCurrentIndex(self.prospects.index(index.row(), section))
                return
            place += by

    def _tick_on(self, by: int) -> None:
        place = self.currentIndex().row()
        self._tick_at(place, True)
        self.go_to(place + by)
        self._tick_at(self.currentIndex().row(), True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # By the mouse the row below it becomes current; the key opens it at who is.
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            if by_mouse:
                self.setCurrentIndex(index.siblingAtColumn(1))
            below = self.viewport().mapToGlobal(under(self.visualRect(self.currentIndex())))
            self.menu_requested.emit(event.globalPos() if by_mouse else below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._last_is_wanted = False
        steps = pressed(event, Scope.FIELDS)
        if not self.currentIndex().isValid() and steps is not None and steps[0] in (Action.UP, Action.DOWN):
            self.go_near(self._left_at)
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        pass  # Letters are the window's keys; Qt would read every line of a long list for one that begins so.

    def _tick_at(self, place: int, on: bool | None) -> None:
        if (record := self.prospects.id_at(place)) is not None:
            self.prospects.tick([record], on)

    def _open(self, place: int) -> None:
        if (record := self.prospects.id_at(place)) is not None:
            self.opened.emit(record)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # In the first column a press ticks; the mark of a conflict opens its review; elsewhere it makes the row
        # current.
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.prospects.column_at(index.column()) is None and event.button() == Qt.MouseButton.LeftButton:
            self._tick_at(index.row(), None)
            return
        row = index.data(ROW_ROLE)
        if isinstance(row, ProspectRow) and self.prospects.column_at(index.column()) == ALWAYS:
            at = event.position().toPoint()
            if self._delegate.conflict_mark(self.visualRect(index), row, index.row() == self.currentIndex().row()).contains(at):
                self.conflict_pressed.emit(row.id)
                return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The first press of the two has made the row current.
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.prospects.column_at(index.column()) and event.button() == Qt.MouseButton.LeftButton:
            self.edit_requested.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def _hover(self, place: int) -> None:
        if place != self._delegate.hovered_row:
            self._delegate.hovered_row = place
            self.viewport().update()
