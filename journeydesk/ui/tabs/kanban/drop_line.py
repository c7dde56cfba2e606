"""What a column paints itself: where a card would land, and that it has none."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from journeydesk.ui.mirror import draw_text
from journeydesk.ui.theme import Theme


def paint_empty(painter: QPainter, theme: Theme, width: int, words: str) -> None:
    """Says that there is no card."""
    painter.setFont(theme.font(-1))
    painter.setPen(theme.color("text3"))
    draw_text(painter, QRect(8, 8, width - 16, 40), Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, words)


def paint_drop_line(painter: QPainter, theme: Theme, width: int, y: int) -> None:
    """The line where a card would land."""
    accent = theme.color("accent")
    left, right = 2.0, width - 3.0
    painter.setPen(QPen(accent, 2))
    painter.drawLine(QPointF(left + 3, y), QPointF(right - 3, y))
    painter.setBrush(theme.color("base"))
    for x in (left + 1, right - 1):
        painter.drawEllipse(QPointF(x, y), 3, 3)
