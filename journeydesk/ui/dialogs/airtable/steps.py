"""The left side of the set-up: what it is, and which step it is at."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import CENTER, LEFT, paint_text
from journeydesk.ui.theme import Theme

WIDTH = 288
_FIRST, _STEP = 194, 51


class Steps(QWidget):
    """Painted; each step is a title and a caption."""

    def __init__(self, theme: Theme, steps: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps = steps
        self._current = 0
        self.setFixedWidth(WIDTH)
        theme.changed.connect(self.update)
        self.show_step(0)

    def show_step(self, current: int) -> None:
        """Those before are done."""
        self._current = current
        title = self._steps[min(current, len(self._steps) - 1)][0]
        self.setAccessibleName(
            tr("Step {current} of {count}: {title}", current=current + 1, count=len(self._steps), title=title)
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), theme.color("rail"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.color("line"))
            theme.paint_icon(painter, QRect(28, 32, 32, 32), "logo", "accent")
            painter.setFont(theme.font(7, 600))
            painter.setPen(theme.color("text"))
            draw_text(painter, QRect(28, 72, 240, 26), LEFT, tr("Set up Journeydesk"))
            painter.setFont(theme.font())
            painter.setPen(theme.color("text2"))
            draw_text(
                painter,
                QRect(28, 102, 236, 44),
                Qt.TextFlag.TextWordWrap,
                tr("Four steps, a few minutes. You can stop and come back."),
            )
            for place, (title, caption) in enumerate(self._steps):
                self._paint_step(painter, place, title, caption)

    def _paint_step(self, painter: QPainter, place: int, title: str, caption: str) -> None:
        theme, y = self._theme, _FIRST + place * _STEP
        ring = QRectF(28.5, y - 11.5, 22, 22)
        done, here = place < self._current, place == self._current
        if place:
            painter.fillRect(39, y - _STEP + 15, 1, _STEP - 30, theme.color("line2"))
        painter.setPen(Qt.PenStyle.NoPen if done or here else QPen(theme.color("ctl"), 1))
        painter.setBrush(theme.color("ok" if done else "accent-fill" if here else "rail"))
        painter.drawEllipse(ring)
        if done:
            theme.paint_icon(painter, ring.adjusted(4, 4, -4, -4), "check", "base")
        else:
            painter.setFont(theme.font(-1, 600))
            painter.setPen(theme.color("on-accent" if here else "text2"))
            draw_text(painter, ring, CENTER, str(place + 1))
        painter.setFont(theme.font(0, 600 if here else 400))
        painter.setPen(theme.color("text" if here or done else "text2"))
        paint_text(painter, QRect(62, y - 12, 210, 18), title)
        painter.setFont(theme.font(-1))
        painter.setPen(theme.color("text2"))
        paint_text(painter, QRect(62, y + 5, 210, 16), caption)
