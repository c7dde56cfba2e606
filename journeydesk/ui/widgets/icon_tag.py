"""A word with its icon on a sunk ground: what was understood of a text."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.ui.mirror import painter_on
from journeydesk.ui.painting import line_width, paint_line
from journeydesk.ui.theme import Theme

_HEIGHT, _ICON, _PAD, _GAP = 24, 14, 7, 5


class IconTag(QWidget):
    """Hidden while it has no words; where it is narrow it goes without the icon."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._words = ""
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def show_words(self, words: str) -> None:
        """Says something else, or with an empty text nothing."""
        self._words = words
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def _plain_width(self) -> int:
        return line_width(self._theme, self._words, -1) + 2 * _PAD + 2

    def sizeHint(self) -> QSize:
        return QSize(self._plain_width() + _ICON + _GAP, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._plain_width(), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sunk"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
            left = _PAD
            if self.width() >= self.sizeHint().width():
                theme.paint_icon(painter, QRect(left, (_HEIGHT - _ICON) // 2, _ICON, _ICON), self._icon, "text2")
                left += _ICON + _GAP
            else:
                left += max(0, self.width() - self._plain_width()) // 2
            painter.setPen(theme.color("text"))
            paint_line(painter, QRect(left, 0, self.width() - left - 2, _HEIGHT), theme, self._words, -1)
