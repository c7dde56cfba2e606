"""The sync pill: words, an icon and, while at work, a bar."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journeydesk.services.sync_pill import PillWords
from journeydesk.ui.painting import LEFT
from journeydesk.ui.theme import Theme

_TONES = {
    "ok": ("base", "line", "ok", "text"),
    "busy": ("base", "line", "accent", "text"),
    "quiet": ("sunk", "line2", "text2", "text"),
    "warn": ("warn-soft", "warn-line", "warn", "warn"),
    "danger": ("danger-soft", "danger-line", "danger", "danger"),
}
_BAR = 42


class SyncPill(QAbstractButton):
    """Shows what it is told; its accessible name is its text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = PillWords("Not connected", "quiet", "cloud-off")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(28)
        self.setToolTip("Sync details (Ctrl+Shift+S)")
        theme.changed.connect(self.update)
        self.show_words(self._words)

    def show_words(self, words: PillWords) -> None:
        """Changes what the pill says."""
        self._words = words
        self.setText(words.text)
        self.setAccessibleName(words.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        words = QFontMetrics(self._theme.font(-1, 500)).horizontalAdvance(self._words.text)
        return QSize(12 + 16 + 7 + words + (8 + _BAR if self._words.share is not None else 0) + 12, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded frame in its tone."""
        theme = self._theme
        fill, line, icon, text = _TONES[self._words.tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(theme.color("accent" if focused else line), 2 if focused else 1))
        painter.setBrush(theme.color(fill))
        inset = 1 if focused else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 14, 14)
        theme.paint_icon(painter, QRect(12, 6, 16, 16), self._words.icon, icon)
        painter.setFont(theme.font(-1, 500))
        painter.setPen(theme.color(text))
        words = painter.fontMetrics().horizontalAdvance(self._words.text)
        painter.drawText(QRect(35, 0, words + 2, 28), LEFT, self._words.text)
        if self._words.share is not None:
            self._paint_share(painter, QRectF(35 + words + 8, 12, _BAR, 4), self._words.share)
        painter.end()

    def _paint_share(self, painter: QPainter, rect: QRectF, share: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(rect, 2, 2)
        painter.setBrush(self._theme.color("accent-fill"))
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), rect.width() * share, rect.height()), 2, 2)
