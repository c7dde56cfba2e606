"""Why two look alike, as chips: what speaks for it, and what against."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.domain.words import retold, tr
from journeydesk.services.duplicates.candidates import Likeness
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT
from journeydesk.ui.theme import Theme

_HEIGHT = 24


class ReasonChips(QWidget):
    """Painted, for there is nothing to press."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._likeness: Likeness | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_reasons(self, likeness: Likeness) -> None:
        """Shows these."""
        self._likeness = likeness
        self._for, self._against = (tuple(map(retold, each)) for each in (likeness.reasons, likeness.against))
        self.setAccessibleName(", ".join((*self._for, *(tr("but {each}", each=each) for each in self._against))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._likeness is None:
            return
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            font = theme.font(-1, 500)
            x = 0
            chips = [(words, "check", "ok-soft", "ok") for words in self._for]
            chips += [(words, "minus", "sunk", "text2") for words in self._against]
            for words, icon, ground, ink in chips:
                width = QFontMetrics(font).horizontalAdvance(words) + 34
                if x + width > self.width():
                    break
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(ground))
                painter.drawRoundedRect(QRectF(x, 2, width, 20), 3, 3)
                theme.paint_icon(painter, QRect(x + 6, 5, 14, 14), icon, ink)
                painter.setFont(font)
                painter.setPen(theme.color(ink))
                draw_text(painter, QRect(x + 24, 2, width - 24, 20), LEFT, words)
                x += width + 6
