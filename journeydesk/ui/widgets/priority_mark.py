"""A priority as shape and word in its colour."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.domain.words import named
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT
from journeydesk.ui.theme import Theme


class PriorityMark(QWidget):
    """Urgent, High or Normal."""

    def __init__(self, theme: Theme, priority: str) -> None:
        super().__init__()
        self._theme = theme
        self._priority = priority
        self.setAccessibleName(priority)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        # As wide as the widest word, so that marks stand below each other.
        metrics = QFontMetrics(self._theme.font(-1, 600))
        return QSize(24 + max(metrics.horizontalAdvance(named(word)) for word in ("Urgent", "High", "Normal")) + 8, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, token = self._theme, self._priority.lower()
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme.paint_icon(painter, QRect(0, 2, 16, 16), token, token)
            painter.setFont(theme.font(-1, 600))
            painter.setPen(theme.color(token))
            draw_text(painter, QRect(21, 0, self.width() - 21, 20), LEFT, named(self._priority))
