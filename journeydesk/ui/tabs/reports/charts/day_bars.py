"""Applications per day: the period before in grey, this one in the accent's colour, the target as a dashed line."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from journeydesk.reports.figures import DayBar
from journeydesk.ui.painting import RIGHT
from journeydesk.ui.tabs.reports.charts.chart import Chart, Spot
from journeydesk.ui.theme import Theme
from journeydesk.ui.words import short_day

_TOP = 52
_BELOW = 47
_LEFT = 39
_RIGHT = 21


class DayBars(Chart):
    """Two periods side by side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Applications per day", parent)
        self._bars: Sequence[DayBar] = ()
        self._days: Sequence[date] = ()
        self._target: float | None = None

    def show_days(self, bars: Sequence[DayBar], days: Sequence[date], target: float | None, note: str, finding: str) -> None:
        """Shows these days in order; `days` are their dates."""
        self._bars = bars
        self._days = days
        self._target = target
        self.show_note(note, finding)

    def table(self) -> list[tuple[str, ...]]:
        """Day and count."""
        return [
            ("Day", "Applications"),
            *((day.isoformat(), str(bar.count)) for bar, day in zip(self._bars, self._days, strict=True)),
        ]

    def paint_figures(self, painter: QPainter) -> list[Spot]:
        """Grid, bars, labels, target."""
        if not self._bars:
            return []
        top = _axis_top(max([bar.count for bar in self._bars] + [self._target or 0]))
        height = self.height() - _TOP - _BELOW
        ground = _TOP + height
        right = self.width() - _RIGHT
        self._paint_grid(painter, top, height, right)
        pitch = (right - _LEFT) / len(self._bars)
        width = pitch * 0.76
        spots = []
        for place, (bar, day) in enumerate(zip(self._bars, self._days, strict=True)):
            x = _LEFT + place * pitch + (pitch - width) / 2
            tall = height * bar.count / top
            rect = QRectF(x, ground - tall, width, tall)
            painter.fillRect(rect, self.theme.color("accent-fill" if bar.current else "line2"))
            if len(self._bars) <= 14:
                painter.setFont(self.theme.font(-2))
                painter.setPen(self.theme.color("text2"))
                label = QRectF(x - 6, ground + 3, width + 12, 16)
                painter.drawText(label, Qt.AlignmentFlag.AlignCenter, bar.label)
            spot = QRectF(x - 2, _TOP, width + 4, height)
            spots.append(Spot(spot, f"{bar.label} {short_day(day, day)}: {bar.count:,} applications", day))
        self._paint_target(painter, top, height, right)
        return spots

    def _paint_grid(self, painter: QPainter, top: int, height: int, right: int) -> None:
        painter.setFont(self.theme.font(-1, tabular=True))
        for part in range(4):
            value = top * part // 3
            y = round(_TOP + height - height * part / 3)
            painter.fillRect(_LEFT, y, right - _LEFT, 1, self.theme.color("line"))
            painter.setPen(self.theme.color("text2"))
            painter.drawText(QRect(0, y - 9, 33, 18), RIGHT, f"{value:,}")

    def _paint_target(self, painter: QPainter, top: int, height: int, right: int) -> None:
        if self._target is None:
            return
        y = _TOP + height - height * self._target / top + 0.5
        pen = QPen(self.theme.color("text2"), 1.6)
        pen.setDashPattern([4, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(_LEFT, y), QPointF(right, y))
        words = f"target {self._target:g}"
        painter.setFont(self.theme.font(-1, 600, tabular=True))
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.fillRect(QRectF(right - width - 3, y - 18, width + 6, 15), self.theme.color("base"))
        painter.setPen(self.theme.color("text2"))
        painter.drawText(QRectF(right - width, y - 19, width + 1, 18), RIGHT, words)


def _axis_top(most: float) -> int:
    """The least of 3, 6, 9, 12, 15, 30, 60, 90, 120, 150, 300… that is not below `most`: it parts into three whole numbers."""
    size = 1
    while True:
        for step in (3, 6, 9, 12, 15):
            if step * size >= most:
                return step * size
        size *= 10
