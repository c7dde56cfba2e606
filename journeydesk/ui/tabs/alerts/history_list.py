"""A short history: rings on a line, a bold beginning, the rest, and a caption below each."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.domain.frozen_data import dataclass
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT, paint_text
from journeydesk.ui.theme import Theme

_PITCH = 39


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """What is bold, what follows, and the caption."""

    bold: str
    rest: str
    caption: str


class HistoryList(QWidget):
    """Painted; its accessible description has every line."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[HistoryLine] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Shows these lines, newest first as given."""
        self._lines = lines
        self.setAccessibleDescription("; ".join(f"{line.bold} {line.rest}, {line.caption}" for line in lines))
        self.setFixedHeight(max(1, len(lines) * _PITCH))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, max(1, len(self._lines) * _PITCH))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, line in enumerate(self._lines):
                top = place * _PITCH
                if place + 1 < len(self._lines):
                    painter.fillRect(6, top + 15, 1, _PITCH - 11, theme.color("line2"))
                painter.setPen(QPen(theme.color("text3"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QPointF(6.5, top + 9.5), 3, 3)
                bold = theme.font(0, 600 if line.rest else 400)
                painter.setFont(bold)
                painter.setPen(theme.color("text"))
                room = self.width() - 24
                taken = paint_text(painter, QRect(24, top, room, 18), line.bold)
                painter.setFont(theme.font())
                gap = QFontMetrics(bold).horizontalAdvance(" ")
                paint_text(painter, QRect(24 + taken + gap, top, room - taken - gap, 18), line.rest)
                painter.setFont(theme.font(-1))
                painter.setPen(theme.color("text3"))
                draw_text(painter, QRect(24, top + 17, room, 16), LEFT, line.caption)
