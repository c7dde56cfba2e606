"""The status bar: key hints on the left, facts on the right."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.ui import tokens
from journeydesk.ui.keys.hints import Hint, held_now, spoken
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.painting import key_width, line_width, paint_key, paint_line
from journeydesk.ui.theme import Theme


class StatusBar(QWidget):
    """Painted, for it changes with every tab and holds nothing to press."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hints: Sequence[Hint] = ()
        self._held: list[Hint] = []
        self._facts = ""
        self.setFixedHeight(tokens.STATUS_BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        KEYBOARD.changed.connect(self._show)

    def sizeHint(self) -> QSize:
        return QSize(400, tokens.STATUS_BAR)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """The keys that work here."""
        self._hints = hints
        self._show()

    def _show(self) -> None:
        held = held_now(self._hints)
        # Every change of a list asks for them anew, and mostly they are what they were.
        if held != self._held:
            self._held = held
            self.setAccessibleDescription(spoken(self._hints))
            self.update()

    def show_facts(self, facts: str) -> None:
        """What is true of what is shown."""
        if facts != self._facts:
            self._facts = facts
            self.setAccessibleName(facts)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), theme.color("win"))
            painter.fillRect(QRect(0, 0, self.width(), 1), theme.color("line"))
            room = self.width() - 16 - line_width(theme, self._facts, -2) - 24
            x = 16
            for keys, what in self._held:
                words = line_width(theme, what, -2)
                needed = sum(key_width(theme, key) + 4 for key in keys) + words + 18
                if x + needed > room:
                    break
                for key in keys:
                    width = key_width(theme, key)
                    paint_key(painter, QRect(x, 5, width, 16), theme, key)
                    x += width + 4
                painter.setPen(theme.color("text2"))
                paint_line(painter, QRect(x + 3, 0, words + 2, self.height()), theme, what, -2)
                x += words + 17
            painter.setPen(theme.color("text2"))
            paint_line(painter, QRect(0, 0, self.width() - 16, self.height()), theme, self._facts, -2, at_right=True)
