"""The pane of columns: which are shown, in which order, found by typing; it changes the list at once."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QWidget

from journeydesk.domain.lists.columns import ALWAYS, Column
from journeydesk.domain.lists.layout import Layout
from journeydesk.domain.words import tr
from journeydesk.services.rows.prospects import SortKey
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.models.lines import LINE_ROLE
from journeydesk.ui.tabs.prospects.column_lines import HEADING, ROW, ColumnDelegate, ColumnLine, ColumnLines, column_lines
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.find_field import FindField
from journeydesk.ui.widgets.labels import ElidedLabel, rule
from journeydesk.ui.widgets.list_setup import set_up_list
from journeydesk.ui.widgets.popovers.popover import Popover

_WIDTH = 256
_MOST_ROWS = 17
_DRAG_FROM = 6


class ColumnList(QListView):
    """The lines. `toggled` carries the column pressed, `dropped` a column and the place among those shown that it is to have."""

    toggled = Signal(object)
    dropped = Signal(object, int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = ColumnLines(self)
        self._painter = ColumnDelegate(theme, self)
        set_up_list(self, self.lines, self._painter)
        self.setAccessibleName(tr("Columns"))
        self._pressed: ColumnLine | None = None
        self._pressed_at = QPoint()
        self._dragging = False
        theme.changed.connect(self.viewport().update)

    @property
    def current(self) -> Column | None:
        """The column that keys act on."""
        line = self.currentIndex().data(LINE_ROLE)
        return line.column if isinstance(line, ColumnLine) else None

    def go(self, by: int) -> None:
        """To the next column that way, past headings."""
        place = self.currentIndex().row() + by
        while 0 <= place < self.lines.rowCount():
            if self.lines.lines[place].column is not None:
                self.setCurrentIndex(self.lines.index(place))
                return
            place += by

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line = index.data(LINE_ROLE)
        self._pressed = line if isinstance(line, ColumnLine) and line.column is not None else None
        self._pressed_at, self._dragging = event.position().toPoint(), False
        if self._pressed is not None:
            self.setCurrentIndex(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        far = abs(at.y() - self._pressed_at.y()) >= _DRAG_FROM
        if self._pressed is not None and self._pressed.moves and event.buttons() & Qt.MouseButton.LeftButton and far:
            self._dragging = True
            self._painter.drop_at = self._drop_line(at)
            self.viewport().update()
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        place, self._painter.drop_at = self._painter.drop_at, -1
        if pressed is None or pressed.column is None:
            return
        if self._dragging:
            before = [line.column for line in self.lines.lines[:place] if line.shown and line.column != pressed.column]
            self.dropped.emit(pressed.column, len(before))
        elif self.indexAt(event.position().toPoint()).data(LINE_ROLE) == pressed:
            self.toggled.emit(pressed.column)
        self.viewport().update()

    def _drop_line(self, at: QPoint) -> int:
        """Before which line the dragged one would come: never before Company, never below those shown."""
        lines = self.lines.lines
        shown = [place for place, line in enumerate(lines) if line.shown]
        place = next(
            (n for n in shown if at.y() < self.visualRect(self.lines.index(n)).center().y()), (shown[-1] + 1 if shown else 0)
        )
        return max(place, (shown[0] + 1) if shown and lines[shown[0]].column == ALWAYS else place)


class ColumnPane(Popover):
    """Emits the `Layout` at each change; `reset` where the view is to show what it did at first."""

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        layout: Layout,
        known: Sequence[Column],
        view: str,
        sort: Sequence[SortKey] = (),
        without_room: set[Column] | None = None,
    ) -> None:
        super().__init__(theme, window, "Columns", _WIDTH)
        self._chosen = layout
        self._known = known
        self._sort = sort
        self._without_room = without_room or set()
        self.search = FindField(theme, tr("Find a column"), self)
        self.list = ColumnList(theme, self)
        self._foot(view)
        self._keys = KeyMap(
            Scope.FIELDS,
            {Action.UP: lambda: self.list.go(-1), Action.DOWN: lambda: self.list.go(1), Action.TAKE: self._toggle_current},
        )
        self._list_keys = KeyMap(Scope.FIELDS, {Action.TOGGLE: self._toggle_current})
        self._order_keys = KeyMap(
            Scope.COLUMNS, {Action.COLUMN_UP: lambda: self._move(-1), Action.COLUMN_DOWN: lambda: self._move(1)}
        )
        self.search.textChanged.connect(lambda _typed: self._show())
        for part in (self.search, self.list):
            part.installEventFilter(self)
        self.list.toggled.connect(self._toggle)
        self.list.dropped.connect(self._drop)
        self._show()

    def _foot(self, view: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 4)
        head.addWidget(self.search)
        self.column.addLayout(head)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 5, 6, 5)
        foot.addWidget(ElidedLabel(self.theme, tr("For “{view}”", view=view), step=-1, kind="secondary"), 1)
        self.reset = KeyButton(self.theme, tr("Reset"), kind="flat", parent=self)
        self.reset.clicked.connect(lambda: self._choose(Layout()))
        foot.addWidget(self.reset)
        self.column.addLayout(foot)

    def take_focus(self) -> None:
        """Typing finds a column."""
        self.search.setFocus()

    def _show(self) -> None:
        current = self.list.current
        lines = column_lines(self._chosen, self._known, self.search.text(), self._sort, self._without_room)
        self.list.lines.show_lines(lines)
        place = self.list.lines.place_of(current) if current is not None else -1
        if place < 0:
            place = next((n for n, line in enumerate(lines) if line.column not in (None, ALWAYS)), -1)
        if place >= 0 and (current is not None or self.search.text()):
            self.list.setCurrentIndex(self.list.lines.index(place))
        heights = sum(ROW if line.column is not None else HEADING for line in lines)
        self.list.setFixedHeight(min(heights + 4, _MOST_ROWS * ROW))
        self.reset.setEnabled(self._chosen.chosen)
        self.adjustSize()
        self.fit()

    def _choose(self, layout: Layout) -> None:
        if layout != self._chosen:
            self._chosen = layout
            if layout.chosen:
                self._without_room = set()
            self.changed.emit(layout)
            self._show()

    def _toggle(self, column: Column) -> None:
        self._choose(self._chosen.showing(column, column.key not in self._chosen.keys))

    def _toggle_current(self) -> None:
        if self.list.current is not None:
            self._toggle(self.list.current)

    def _move(self, by: int) -> None:
        column = self.list.current
        if column is not None and column.key in self._chosen.keys:
            self._choose(self._chosen.moved(column, by))

    def _drop(self, column: Column, place: int) -> None:
        self._choose(self._chosen.moved(column, place - self._chosen.keys.index(column.key)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in (self.search, self.list) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._order_keys.press(event) or self._keys.press(event):
                return True
            if watched is self.list:
                if self._list_keys.press(event):
                    return True
                if event.text().isprintable() and event.text().strip():
                    self.search.setFocus()
                    self.search.insert(event.text())
                    return True
        return super().eventFilter(watched, event)
