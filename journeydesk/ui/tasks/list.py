"""The list of what is to be done, with its keys."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap, turns_page
from journeydesk.ui.mirror import draw_text, painter_on, seen_at
from journeydesk.ui.models.headed_rows import Index
from journeydesk.ui.tasks.delegate import AgendaDelegate
from journeydesk.ui.tasks.model import AgendaModel
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.floating_bar import FloatingBar
from journeydesk.ui.widgets.list_setup import HeadedList, set_up_list

_ACTS = {
    Action.LINE_FINISH: "finish",
    Action.LINE_POSTPONE: "postpone",
    Action.LINE_ADD: "add",
    Action.LINE_EDIT: "edit",
    Action.LINE_DELETE: "delete",
    Action.LINE_OPEN: "open",
}


_MENU = (
    Action.LINE_OPEN,
    Action.LINE_FINISH,
    Action.LINE_POSTPONE,
    Action.LINE_EDIT,
    None,
    Action.LINE_ADD,
    None,
    Action.LINE_DELETE,
)
_MENU_OF_SEVERAL = (Action.LINE_FINISH, Action.LINE_POSTPONE, None, Action.LINE_DELETE)


class AgendaList(HeadedList):
    """`action_requested` carries one of finish, postpone, add, edit, delete, open; `ticks` is for lists
    where many are ticked."""

    action_requested = Signal(str)
    current_changed = Signal(object)
    ticks_changed = Signal()

    def __init__(
        self, theme: Theme, model: AgendaModel, delegate: AgendaDelegate, ticks: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = model
        self._delegate = delegate
        self._ticks = ticks
        self.empty_text = ""
        set_up_list(self, model, delegate)
        self.doubleClicked.connect(lambda _index: self.action_requested.emit("open"))
        theme.changed.connect(self.viewport().update)
        self._bar = FloatingBar(self)
        self._keys = KeyMap(
            Scope.LINES,
            {
                Action.LINE_NEXT: partial(self.step, 1),
                Action.LINE_PREVIOUS: partial(self.step, -1),
                Action.LINE_TICK: self.tick,
                Action.LINE_TICK_DOWN: partial(self._tick_on, 1),
                Action.LINE_TICK_UP: partial(self._tick_on, -1),
                Action.LINE_TICK_ALL: self._tick_all,
                **{action: partial(self.action_requested.emit, name) for action, name in _ACTS.items()},
            },
        )

    def line(self) -> AgendaLine | None:
        """The current line."""
        return self._lines.line(self.currentIndex().row())

    def targets(self) -> list[AgendaLine]:
        """The ticked lines, or the current one."""
        ticked = [line for line in self._lines.lines() if line.name in self._lines.ticked]
        current = self.line()
        return ticked or ([current] if current is not None else [])

    def show_nearest(self, row: int) -> None:
        """Makes the line at this row current, or the one after it, or the one before."""
        for place in (row, self._lines.neighbour(row, 1), self._lines.neighbour(min(row, self._lines.rowCount()), -1)):
            if place is not None and self._lines.line(place) is not None:
                self._go(place)
                return
        self.setCurrentIndex(QModelIndex())
        self.current_changed.emit(None)

    def step(self, by: int) -> None:
        """Goes to the line after (1) or before (-1)."""
        row = self._lines.neighbour(self.currentIndex().row(), by)
        if row is not None:
            self._go(row)

    def _go(self, row: int) -> None:
        self.setCurrentIndex(self._lines.index(row))
        if self._lines.neighbour(row, -1) is None:
            self.scrollToTop()
            return
        # With the heading above it, where there is one.
        self.scrollTo(self._lines.index(max(0, row - 1)))
        self.scrollTo(self._lines.index(row))

    def tick(self, on: bool | None = None) -> None:
        """Ticks the current line."""
        line = self.line()
        if self._ticks and line is not None:
            self._lines.tick(line.name, on)
            self.ticks_changed.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        # Tells who is current; the heading above the first line is to be seen with it.
        super().currentChanged(current, previous)
        self.current_changed.emit(self._lines.line(current.row()) if current.isValid() else None)

    def _tick_on(self, by: int) -> bool:
        if self._ticks:
            self.tick(True)
            self.step(by)
            self.tick(True)
        return self._ticks

    def _tick_all(self) -> bool:
        if self._ticks:
            self._lines.tick_all()
            self.ticks_changed.emit()
        return self._ticks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Letters that are none of the list's are the tab's, not a search as you type.
        if self._keys.press(event):
            return
        if turns_page(event):
            super().keyPressEvent(event)
            self.show_nearest(max(0, self.currentIndex().row()))
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from journeydesk.ui.widgets.popovers.key_menu import line_at, open_key_menu

        where, targets = line_at(self, event), self.targets()
        if where is None or not targets:
            return
        several = len(targets) > 1
        title = tr("{count} selected", count=figure(len(targets))) if several else targets[0].title
        offered = _MENU_OF_SEVERAL if several else _MENU
        open_key_menu(self._theme, self, where, title, offered, lambda: [line.name for line in self.targets()])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A press on the ring finishes, one on the box ticks, elsewhere it makes the line current.
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self._lines.line(index.row()) is None or event.button() != Qt.MouseButton.LeftButton:
            return
        x = seen_at(self.viewport(), event.position()).x()
        left = self._delegate.ring_left
        if left - 6 <= x <= left + 22:
            self.action_requested.emit("finish")
        elif self._ticks and x < left - 6:
            self.tick()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._lines.rowCount() == 0 and self.empty_text:
            with painter_on(self.viewport()) as painter:
                painter.setFont(self._theme.font())
                painter.setPen(self._theme.color("text2"))
                room = self.viewport().rect().adjusted(24, 18, -24, -18)
                flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
                draw_text(painter, room, flags, self.empty_text)
