"""All keys in columns, below a search and a choice of all or those changed."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.shortcuts.capture import Capture
from journeydesk.ui.shortcuts.groups import groups, in_columns, listed, matches
from journeydesk.ui.shortcuts.row import KeyRow
from journeydesk.ui.shortcuts.search import KeySearch
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.segments import Segments
from journeydesk.ui.widgets.labels import label

_AROUND = 28
"""What a column keeps free beside its lines."""
_BAR = 13
"""The scroll bar, and the line between columns."""
NOTHING = tr("No command has these words or keys.")


class ShortcutBoard(QWidget):
    """Enter or a click on a line takes new keys for it; the lines stand in at most so many `columns`, fewer where they have no room.
    `counted` says that the number of changes may be another."""

    counted = Signal()

    def __init__(self, theme: Theme, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._most = self._columns = columns
        self._only_changed = False
        self.rows: list[KeyRow] = []
        self.capture: Capture | None = None
        self.search = KeySearch(theme)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(0, 0, 0, 0)
        self.head.setSpacing(8)
        self.head.addWidget(self.search, 1)
        self._choice: Segments | None = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("Keyboard shortcuts"))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(self.head)
        self.column.addWidget(self._area, 1)
        self.search.textChanged.connect(self.show_rows)
        KEYBOARD.changed.connect(self._renew)
        self._renew()

    @property
    def changed(self) -> int:
        """How many actions have other keys than those that ship."""
        return sum(action.is_changed for action in listed())

    def _renew(self) -> None:
        words = (tr("All {count}", count=len(listed())), tr("Changed {changed}", changed=self.changed))
        had_focus = False
        if self._choice is not None:
            focus = self.focusWidget()
            had_focus = focus is not None and self._choice.isAncestorOf(focus)
            self._choice.hide()
            self._choice.deleteLater()
        self._choice = Segments(self._theme, tr("Which keys"), words, self)
        self._choice.choose(words[self._only_changed])
        self._choice.chosen.connect(lambda chosen: self._choose(chosen == words[1]))
        self.head.addWidget(self._choice)
        if had_focus:
            self._choice.setFocus()
        self.show_rows()
        self.counted.emit()

    def _choose(self, only_changed: bool) -> None:
        self._only_changed = only_changed
        self.show_rows()

    def _wanted(self) -> Callable[[Action], bool]:
        typed = self.search.text()
        return lambda action: matches(action, typed) and (action.is_changed or not self._only_changed)

    def show_rows(self) -> None:
        """The actions that are looked for; a line that takes keys is left as it was."""
        bar = self._area.verticalScrollBar()
        scrolled = bar.value()
        self.capture = None
        self.rows = []
        inside = QWidget()
        inside.setProperty("kind", "base")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        found = groups(self._wanted())
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        for place, part in enumerate(in_columns(found, self._columns)):
            if place:
                line = QFrame()
                line.setProperty("kind", "line")
                line.setFixedWidth(1)
                across.addWidget(line)
            column = QVBoxLayout()
            column.setContentsMargins(_AROUND // 2, 8, _AROUND // 2, 12)
            column.setSpacing(0)
            for where, actions in part:
                self._add_group(column, where, actions)
            if not found and not place:
                column.addWidget(label(self._theme, NOTHING, kind="secondary", wrap=True))
            column.addStretch(1)
            across.addLayout(column, 1)
        before = self._area.takeWidget()
        if before is not None:
            # The key that is being handled may have been pressed in it.
            before.hide()
            before.deleteLater()
        self._area.setWidget(inside)
        bar.setValue(scrolled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = max(1, min(self._most, (self.width() - _BAR) // (self._widest() + _AROUND)))
        # While keys are taken for a line it stays where it is.
        if columns != self._columns and self.capture is None:
            self._columns = columns
            self.show_rows()

    def _widest(self) -> int:
        return max((max(row.needed, row.sizeHint().width()) for row in self.rows), default=0)

    def _add_group(self, column: QVBoxLayout, where: str, actions: Sequence[Action]) -> None:
        heading = label(self._theme, where, step=-1, weight=600, kind="secondary")
        heading.setContentsMargins(6, 8, 0, 4)
        column.addWidget(heading)
        for action in actions:
            row = KeyRow(self._theme, action)
            row.clicked.connect(partial(self.ask, row))
            row.step_requested.connect(partial(self._step, row))
            column.addWidget(row)
            self.rows.append(row)

    def row_of(self, action: Action) -> KeyRow:
        """The line of an action."""
        return next(row for row in self.rows if row.action is action)

    def ask(self, row: KeyRow, *_: object) -> None:
        """Takes the next keys pressed for the action of a line."""
        self._end_capture()
        holder = row.parentWidget()
        column = _column_of(row)
        if holder is None or column is None:
            return
        capture = self.capture = Capture(self._theme, row.action, holder)
        capture.finished.connect(partial(self._finish, row.action))
        column.insertWidget(column.indexOf(row), capture)
        row.hide()
        capture.show()
        capture.setFocus()
        # Where it stands is known once the column is laid out anew.
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(capture))

    def _end_capture(self) -> None:
        if self.capture is not None:
            self.row_of(self.capture.action).show()
            self.capture.hide()
            self.capture.deleteLater()
            self.capture = None

    def _finish(self, action: Action) -> None:
        self._end_capture()
        row = next((row for row in self.rows if row.action is action), None)
        if row is not None:
            row.show()
            row.setFocus()
        else:
            self.search.setFocus()

    def _step(self, row: KeyRow, by: int) -> None:
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus()
            self._area.ensureWidgetVisible(self.rows[place])
        elif place < 0:
            self.search.setFocus()


def _column_of(row: KeyRow) -> QVBoxLayout | None:
    holder = row.parentWidget()
    layout = holder.layout() if holder is not None else None
    if layout is None:
        return None
    for place in range(layout.count()):
        item = layout.itemAt(place)
        column = item.layout() if item is not None else None
        if isinstance(column, QVBoxLayout) and column.indexOf(row) >= 0:
            return column
    return None
