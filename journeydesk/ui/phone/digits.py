"""Six digits in boxes, three and three: read aloud as one number."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.theme import Theme

_WIDTH, _HEIGHT, _GAP, _MIDDLE = 36, 44, 6, 14
_COUNT = 6


class Digits(QWidget):
    """Shows a number; nothing where it is empty."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._number = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_number(self, number: str) -> None:
        """Shows it from now on."""
        self._number = number
        self.setAccessibleName(" ".join(number))
        self.setVisible(bool(number))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_COUNT * _WIDTH + (_COUNT - 2) * _GAP + _MIDDLE + 1, _HEIGHT + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._theme.font(7, 600))
            left = 0.5
            for place, digit in enumerate(self._number):
                box = QRectF(left, 0.5, _WIDTH, _HEIGHT)
                painter.setPen(QPen(self._theme.color("ctl"), 1))
                painter.setBrush(self._theme.color("base"))
                painter.drawRoundedRect(box, 4, 4)
                painter.setPen(self._theme.color("text"))
                draw_text(painter, box, Qt.AlignmentFlag.AlignCenter, digit)
                left += _WIDTH + (_MIDDLE if place == _COUNT // 2 - 1 else _GAP)
