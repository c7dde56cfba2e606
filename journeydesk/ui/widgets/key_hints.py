"""Keys with their words, painted in a line: what the keyboard does here."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.ui.keys.hints import Hint, held_now, spoken
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT, key_width, paint_key
from journeydesk.ui.theme import Theme


class KeyHints(QWidget):
    """What does not fit is left out; the list of shortcuts has everything."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hints: Sequence[Hint] = ()
        self.setFixedHeight(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        KEYBOARD.changed.connect(self._show)

    def sizeHint(self) -> QSize:
        return QSize(200, 20)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Other keys."""
        self._hints = hints
        self._show()

    def _show(self) -> None:
        self.setAccessibleDescription(spoken(self._hints))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, x = self._theme, 0
        with painter_on(self) as painter:
            for keys, what in held_now(self._hints):
                painter.setFont(theme.font(-2))
                words = painter.fontMetrics().horizontalAdvance(what)
                if x + sum(key_width(theme, key) + 4 for key in keys) + words + 4 > self.width():
                    break
                for key in keys:
                    width = key_width(theme, key)
                    paint_key(painter, QRect(x, 2, width, 16), theme, key)
                    x += width + 4
                painter.setFont(theme.font(-2))
                painter.setPen(theme.color("text2"))
                draw_text(painter, QRect(x + 2, 0, words + 2, 20), LEFT, what)
                x += words + 17
