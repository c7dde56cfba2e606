"""The list itself: rows of one height, keys J and K, ticking with Space."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from journeydesk.domain.columns import SHOWN, Column
from journeydesk.domain.ids import RecordId
from journeydesk.services.rows.prospects import ProspectRow
from journeydesk.ui import tokens
from journeydesk.ui.delegates.prospect_delegate import ProspectDelegate
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap, pressed
from journeydesk.ui.models.prospect_model import ROW_ROLE, ProspectModel, column_at
from journeydesk.ui.tabs.prospects.header import ListHeader
from journeydesk.ui.theme import Theme

_BOX = 28
_LEAVING = sorted((column for column in SHOWN if column.leaves), key=lambda column: column.leaves)


class ProspectTable(QTableView):
    """Emits the prospect that is current, the one that is opened, and the one whose conflict mark was pressed; the cell that is to be
    edited (None: the current one), and that its size is another."""

    current_changed = Signal(object)
    opened = Signal(object)
    conflict_pressed = Signal(object)
    edit_requested = Signal(object)
    resized = Signal()

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
            },
        )
        self._theme = theme
        self.prospects = model
        self._delegate = delegate
        self.hidden: set[Column] = set()
        self._left_at = 0
        """Where the line was that was current last, for going on from there."""
        self.column = 1
        """The section of the cell that is current, also while no line is."""
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.header = ListHeader(theme, self)
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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setAccessibleName("Prospects")
        # Rows paint all of their ground, so scrolling may move what is there and paint only the rows that come in.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setColumnWidth(0, _BOX)
        theme.changed.connect(self.viewport().update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("base"))
        painter.end()
        super().paintEvent(event)

    def show_column(self, column: Column, shown: bool) -> None:
        """Shows or hides a column."""
        if shown:
            self.hidden.discard(column)
        else:
            self.hidden.add(column)
        self.fit_columns()

    def column_menu(self) -> QMenu:
        """The columns that can be shown and hidden, ticked where they are wanted."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in SHOWN[1:]:
            entry = menu.addAction(column.header)
            entry.setCheckable(True)
            entry.setChecked(column not in self.hidden)
            entry.toggled.connect(partial(self.show_column, column))
        return menu

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
        """Shares the width out."""
        room = self.viewport().width() - _BOX
        shown = [column for column in SHOWN if column not in self.hidden]
        for leaving in _LEAVING:
            if sum(column.width for column in shown) <= room:
                break
            if leaving in shown:
                shown.remove(leaving)
        spare = max(0, room - sum(column.width for column in shown))
        for section, column in enumerate(SHOWN, 1):
            self.setColumnHidden(section, column not in shown)
            self.setColumnWidth(section, column.width + (spare if column is SHOWN[0] else 0))
        self.horizontalScrollBar().setValue(0)

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
            # Making a cell visible may shift the columns; all of them fit, so they stay.
            self.horizontalScrollBar().setValue(0)

    def stand_on(self, place: int) -> bool:
        """Makes a row current where it lies, in the column that was current; whether there is such a row."""
        if not 0 <= place < self.prospects.rowCount():
            return False
        if self.currentIndex().row() != place:
            self.setCurrentIndex(self.prospects.index(place, self.column))
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
            self.horizontalScrollBar().setValue(0)

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
            if column_at(section) is not None and not self.isColumnHidden(section):
                self.setCurrentIndex(self.prospects.index(index.row(), section))
                self.horizontalScrollBar().setValue(0)
                return
            place += by

    def _tick_on(self, by: int) -> None:
        place = self.currentIndex().row()
        self._tick_at(place, True)
        self.go_to(place + by)
        self._tick_at(self.currentIndex().row(), True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = pressed(event, Scope.FIELDS)
        if not self.currentIndex().isValid() and steps is not None and steps[0] in (Action.UP, Action.DOWN):
            self.go_near(self._left_at)
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    def _tick_at(self, place: int, on: bool | None) -> None:
        record = self.prospects.id_at(place)
        if record is not None:
            self.prospects.tick([record], on)

    def _open(self, place: int) -> None:
        record: RecordId | None = self.prospects.id_at(place)
        if record is not None:
            self.opened.emit(record)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # In the first column a press ticks; the mark of a conflict opens its review; elsewhere it makes the row
        # current.
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and column_at(index.column()) is None and event.button() == Qt.MouseButton.LeftButton:
            self._tick_at(index.row(), None)
            return
        row = index.data(ROW_ROLE)
        if isinstance(row, ProspectRow) and column_at(index.column()) is SHOWN[0]:
            at = event.position().toPoint()
            if self._delegate.conflict_mark(self.visualRect(index), row, index.row() == self.currentIndex().row()).contains(at):
                self.conflict_pressed.emit(row.id)
                return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The first press of the two has made the row current.
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and column_at(index.column()) is not None and event.button() == Qt.MouseButton.LeftButton:
            self.edit_requested.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def _hover(self, place: int) -> None:
        if place != self._delegate.hovered_row:
            self._delegate.hovered_row = place
            self.viewport().update()
