"""A field with a magnifying glass that narrows a list down; arrows go on to the list below it."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from journeydesk.ui.mirror import keep_free, painter_on
from journeydesk.ui.theme import Theme

_ICON, _LEFT = 16, 10


class FindField(QLineEdit):
    """Plain typing; what is found is its owner's."""

    def __init__(self, theme: Theme, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        keep_free(self, _LEFT + _ICON - 4, 0)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painter_on(self) as painter:
            place = QRect(_LEFT, (self.height() - _ICON) // 2, _ICON, _ICON)
            self._theme.paint_icon(painter, place, "search", "text2")
