"""The journey as steps: done with a tick, current with its number in a ring, ahead hollow."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.services.rows.detail import Step
from journeydesk.ui.painting import CENTER
from journeydesk.ui.theme import Theme


class Stepper(QWidget):
    """Painted; its accessible name says where the prospect stands."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: Sequence[Step] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(62)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(380, 62)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """The steps of a journey."""
        self._steps = steps
        current = next((step for step in steps if step.state == "current"), None)
        where = f"at {current.mark.number} {current.mark.name}" if current else "not begun"
        self.setAccessibleName(f"Journey with {len(steps)} stages, {where}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = len(self._steps)
        width = self.width() / count
        centers = [QPointF(width * (n + 0.5), 16) for n in range(count)]
        for number in range(count - 1):
            done = self._steps[number].state == "done"
            painter.setPen(QPen(self._theme.color("text2" if done else "line2"), 2))
            painter.drawLine(centers[number] + QPointF(17, 0), centers[number + 1] - QPointF(17, 0))
        for step, center in zip(self._steps, centers, strict=True):
            self._paint_step(painter, step, center, width)
        painter.end()

    def _paint_step(self, painter: QPainter, step: Step, center: QPointF, width: float) -> None:
        theme = self._theme
        colors = theme.stage(step.mark.number)
        circle = QRectF(center.x() - 10, center.y() - 10, 20, 20)
        if step.state == "ahead":
            painter.setPen(QPen(theme.color("ctl"), 1))
            painter.setBrush(theme.color("base"))
            painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setPen(theme.color("text2"))
        else:
            if step.state == "current":
                painter.setPen(QPen(theme.color("text2"), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(circle.adjusted(-3, -3, 3, 3))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.fill)
            painter.drawEllipse(circle)
            painter.setPen(theme.on_stage)
        painter.setFont(theme.font(-2, 600))
        if step.state == "done":
            theme.paint_icon(painter, circle.adjusted(3, 3, -3, -3), "check", "base" if theme.dark else "on-accent")
        else:
            painter.drawText(circle, CENTER, str(step.mark.number))
        current = step.state == "current"
        weight = 600 if current else 400
        # A long word in a narrow step is set smaller; it has no place to break.
        longest = max(step.mark.name.split(), key=len, default="")
        sizes = [
            size for size in (-2, -3, -4) if QFontMetrics(theme.font(size, weight)).horizontalAdvance(longest) <= width + 6
        ]
        painter.setFont(theme.font(sizes[0] if sizes else -4, weight))
        painter.setPen(theme.color("text" if current else "text2"))
        words = QRect(int(center.x() - width / 2), 32, int(width), 30)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words.adjusted(-3, 0, 3, 0), flags, step.mark.name)
