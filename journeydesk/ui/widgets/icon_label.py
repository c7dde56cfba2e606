"""An icon that only helps the eye, and a key that does the same as what stands before it."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.ui.mirror import painter_on
from journeydesk.ui.painting import key_width, paint_key
from journeydesk.ui.theme import Theme


class IconLabel(QWidget):
    """An icon in a token's colour."""

    def __init__(self, theme: Theme, icon: str, token: str, size: int = 16) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._token = token
        self.setFixedSize(size, size)
        theme.changed.connect(self.update)

    def show_icon(self, icon: str, token: str) -> None:
        """Shows another icon."""
        self._icon, self._token = icon, token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._theme.paint_icon(painter, self.rect(), self._icon, self._token)


class KeyCap(QWidget):
    """One key."""

    def __init__(self, theme: Theme, key: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_key(self, key: str) -> None:
        """Shows another key."""
        self._key = key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(key_width(self._theme, self._key), 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            paint_key(painter, QRect(0, 0, self.width(), self.height()), self._theme, self._key)
