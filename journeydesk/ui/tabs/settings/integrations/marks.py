"""A service's state in shape and word, and its icon in a frame."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.domain.words import noted, tr
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT
from journeydesk.ui.theme import Theme

_LOOK = {
    noted("Working"): ("ok-circle", "ok", "ok-soft"),
    noted("Slow"): ("warn", "warn", "warn-soft"),
    noted("Not working"): ("x-square", "danger", "danger-soft"),
    noted("Not checked"): ("clock", "text2", "sunk"),
    noted("Off"): ("minus", "text2", "sunk"),
}
COUNTED = (
    ("Not working", tr("not working")),
    ("Slow", tr("slow")),
    ("Working", tr("working")),
    ("Not checked", tr("not checked")),
    ("Off", tr("off")),
)
"""The states in the order in which they stand, with how they are counted."""


class Mark(QWidget):
    """A state as icon and word, on a soft ground if `boxed`."""

    def __init__(self, theme: Theme, state: str, words: str, *, boxed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = state
        self._words = words
        self._boxed = boxed
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        self.setFont(self._face())
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + (39 if self._boxed else 24), 24)

    def _face(self) -> QFont:
        return self._theme.font(-1, 500) if self._boxed else self._theme.font(0, 600)

    def paintEvent(self, _event: QPaintEvent) -> None:
        icon, ink, ground = _LOOK[self._state]
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._boxed:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(ground))
                painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
            x = 8 if self._boxed else 0
            theme.paint_icon(painter, QRectF(x, 4.5, 15, 15), icon, ink)
            painter.setFont(self._face())
            painter.setPen(theme.color(ink))
            draw_text(painter, QRectF(x + 22, 0, self.width(), 24), LEFT, self._words)


class Tile(QWidget):
    """A service's icon in a frame."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setFixedSize(32, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("line"), 1))
            painter.setBrush(self._theme.color("panel"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            self._theme.paint_icon(painter, QRectF(8, 8, 16, 16), self._icon, "text")
