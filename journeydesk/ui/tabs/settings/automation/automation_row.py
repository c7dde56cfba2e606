"""One automation in a rep's words: its switch, when it ran last; opened, what it makes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.queries.rules import AutomationLine
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.widgets.switch import Switch


class AutomationRow(QWidget):
    """Space switches it, Enter or a click opens it, arrows go to its neighbours. `toggled` asks to open or close it."""

    switched = Signal(str, bool)
    toggled = Signal(str)
    step_requested = Signal(str, int)

    def __init__(self, theme: Theme, line: AutomationLine, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.TOGGLE: self._switch,
                Action.TAKE: self._toggle,
                Action.DOWN: lambda: self.step_requested.emit(self.name, 1),
                Action.UP: lambda: self.step_requested.emit(self.name, -1),
            },
        )
        self.name = line.name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.switch = Switch(theme, tr("{name}: on or off", name=line.name))
        self.switch.clicked.connect(lambda on: self.switched.emit(self.name, on))
        self._title = label(theme, weight=500, wrap=True)
        self._words = label(theme, step=-1, kind="secondary", wrap=True)
        self._last = label(theme, step=-1, kind="secondary")
        self.more = KeyButton(theme, tr("Change", meaning="what a button does"), kind="flat")
        self.more.clicked.connect(lambda: self.toggled.emit(self.name))
        self._opens = bool(parts)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(14, 8, 8, 8)
        head.setSpacing(12)
        head.addWidget(self.switch)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._words)
        head.addLayout(words, 1)
        head.addWidget(self._last)
        room = QWidget()
        room.setFixedWidth(84)
        held = QHBoxLayout(room)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self.more)
        head.addWidget(room)
        if not self._opens:
            self.more.hide()
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(60, 2, 16, 12)
        inside.setSpacing(6)
        for part in parts:
            inside.addWidget(part)
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for child in (self._head, self._inside, rule()):
            column.addWidget(child)

    def show_line(self, line: AutomationLine, when: str, what: str, last: str) -> None:
        """Shows how it stands, and when it ran last."""
        self.switch.setChecked(line.on)
        self._title.setText(when)
        self._words.setText(what)
        self._last.setText(last if line.on else tr("off"))
        self.switch.setAccessibleName(tr("{when}: on or off", when=when))
        self.more.setAccessibleName(f"{self.more.text()}: {when}")
        self.setAccessibleName(
            f"{when}. {what}. {(tr('On') if line.on else tr('Off'))}{(tr(', last {last}', last=last) if last else '')}"
        )

    def _switch(self) -> None:
        self.switch.click()

    def _toggle(self) -> None:
        if self._opens:
            self.toggled.emit(self.name)

    @property
    def is_open(self) -> bool:
        """Whether what it makes is shown."""
        return not self._inside.isHidden()

    def open(self, opened: bool = True) -> None:
        """Shows or hides what it makes."""
        self._inside.setVisible(opened and self._opens)
        self.more.setText(tr("Close") if self.is_open else tr("Change", meaning="what a button does"))
        self.more.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A field inside hands on the keys that it does not need; they are not meant for the row.
        if self.window().focusWidget() is not self or not self._keys.press(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._head.geometry().contains(event.position().toPoint()):
            self._toggle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            if self.is_open:
                painter.fillRect(self.rect(), self._theme.color("panel"))
            if self.hasFocus():
                painter.setPen(self._theme.focus_pen)
                painter.drawRect(self.rect().adjusted(1, 1, -1, -2))
