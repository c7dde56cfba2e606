"""The picture that a phone's camera reads. Black on white in both themes: cameras expect it."""

import segno
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme

_QUIET = 4
"""Empty modules around the code, which its standard (ISO/IEC 18004) asks for."""


class CodePicture(QWidget):
    """A square with the code of `content`; empty content leaves it white."""

    def __init__(self, theme: Theme, side: int) -> None:
        super().__init__()
        self._theme = theme
        self._modules: list[list[int]] = []
        self._faded = False
        self.setFixedSize(side, side)
        self.setAccessibleName(tr("Picture to scan with the phone"))

    def show_content(self, content: str) -> None:
        """Draws this content from now on."""
        self._modules = [list(row) for row in segno.make(content, error="m", micro=False).matrix] if content else []
        self.update()

    def fade(self, faded: bool) -> None:
        """Whether it has been used, or ran out."""
        self._faded = faded
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("line2"), 1))
            painter.setBrush(QColor("white"))
            painter.drawRoundedRect(frame, 8, 8)
            if not self._modules:
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#b9b9b6" if self._faded else "black"))
            count = len(self._modules) + 2 * _QUIET
            side = self.width() / count
            for y, row in enumerate(self._modules):
                for x, dark in enumerate(row):
                    if dark:
                        left, top = round((x + _QUIET) * side), round((y + _QUIET) * side)
                        painter.drawRect(
                            QRectF(left, top, round((x + _QUIET + 1) * side) - left, round((y + _QUIET + 1) * side) - top)
                        )
