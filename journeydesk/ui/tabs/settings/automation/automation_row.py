"""One automation: its switch, name and words; opened, what it makes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.services.queries.rules import AutomationLine
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.widgets.switch import Switch


class AutomationRow(QWidget):
    """`tried` asks for a dry run of it."""

    switched = Signal(str, bool)
    tried = Signal(str)

    def __init__(self, theme: Theme, line: AutomationLine, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self.name = line.name
        self.switch = Switch(theme, f"{line.name}: on or off")
        self.switch.clicked.connect(lambda on: self.switched.emit(self.name, on))
        self._state = label(theme, step=-1, kind="caption")
        self.more = IconButton(theme, "down", f"{line.name}: what it makes")
        self.more.clicked.connect(lambda: self.open(not self.is_open))
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(14, 9, 10, 9)
        head.setSpacing(12)
        head.addWidget(self.switch)
        words = QVBoxLayout()
        words.setSpacing(1)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(label(theme, line.name, weight=600))
        first.addWidget(self._state)
        first.addStretch(1)
        words.addLayout(first)
        words.addWidget(label(theme, line.words, step=-1, kind="secondary", wrap=True))
        head.addLayout(words, 1)
        try_it = KeyButton(theme, "Dry run", icon="history")
        try_it.setAccessibleName(f"Dry run of {line.name}")
        try_it.clicked.connect(lambda: self.tried.emit(self.name))
        head.addWidget(try_it)
        held = QHBoxLayout()
        held.addWidget(self.more)
        room = QWidget()
        room.setFixedWidth(28)
        held.setContentsMargins(0, 0, 0, 0)
        room.setLayout(held)
        self.more.setVisible(bool(parts))
        head.addWidget(room)
        self._inside = QWidget()
        self._inside.setProperty("kind", "panel")
        self._inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(58, 10, 16, 12)
        inside.setSpacing(6)
        for part in parts:
            inside.addWidget(part)
        self._inside.hide()
        self._opens = bool(parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for child in (self._head, self._inside, rule()):
            column.addWidget(child)
        self.show_line(line)

    def show_line(self, line: AutomationLine) -> None:
        """Shows how it stands."""
        self.switch.setChecked(line.on)
        self._state.setText("" if line.on else "off; on by default")

    @property
    def is_open(self) -> bool:
        """Whether what it makes is shown."""
        return not self._inside.isHidden()

    def open(self, opened: bool = True) -> None:
        """Shows or hides what it makes."""
        self._inside.setVisible(opened and self._opens)
        self.more.show_icon("up" if self.is_open else "down")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._head.geometry().contains(event.position().toPoint()):
            self.open(not self.is_open)
