"""A picture of the window with its frame: what `demo --headless` writes."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from journeydesk.ui import tokens
from journeydesk.ui.painting import CENTER
from journeydesk.ui.theme import Theme


def framed_picture(window: QWidget, theme: Theme, over: Sequence[QWidget] = ()) -> QImage:
    """The window below a title bar as a window manager draws one; real windows have the system's own. What lies `over` it, menus for
    one, is painted where it is on the screen."""
    image = QImage(window.width(), window.height() + tokens.TITLE_BAR, QImage.Format.Format_RGB32)
    image.fill(theme.color("rail"))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme.paint_icon(painter, QRect(13, 8, 17, 17), "logo", "accent")
        painter.setFont(theme.font(-1))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRect(0, 0, image.width(), tokens.TITLE_BAR), CENTER, window.windowTitle())
        _buttons(painter, theme, image.width())
    window.render(image, QPoint(0, tokens.TITLE_BAR))
    corner = window.mapToGlobal(QPoint(0, 0))
    for part in over:
        part.render(image, part.pos() - corner + QPoint(0, tokens.TITLE_BAR))
    return image


def _buttons(painter: QPainter, theme: Theme, width: int) -> None:
    painter.setPen(QPen(theme.color("text"), 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = tokens.TITLE_BAR // 2
    painter.drawLine(width - 92, middle, width - 83, middle)
    painter.drawRect(QRect(width - 60, middle - 4, 8, 8))
    painter.drawLine(width - 26, middle - 4, width - 17, middle + 5)
    painter.drawLine(width - 26, middle + 5, width - 17, middle - 4)
