"""A choice out of a list, with its arrow: a style sheet that gives the box a border takes Qt's own arrow away."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme

_ARROW = 14
_MARGIN = 6


class Combo(QComboBox):
    """A combo box that draws its arrow in the colours of the theme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = QRect(self.width() - _ARROW - _MARGIN, (self.height() - _ARROW) // 2, _ARROW, _ARROW)
        with painter_on(self) as painter:
            self._theme.paint_icon(painter, place, "down", "text2" if self.isEnabled() else "disabled")
