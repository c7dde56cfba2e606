"""Bars that stand: the period before in grey, this one in the accent's colour, the target as a dashed line."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journeydesk.domain.words import figure, short_figure, tr, within
from journeydesk.reports.blocks.columns import Columns, Group, Stand
from journeydesk.reports.scale import Unit
from journeydesk.ui.mirror import draw_text
from journeydesk.ui.painting import CENTER, RIGHT, paint_text
from journeydesk.ui.tabs.reports.charts.chart import Chart
from journeydesk.ui.tabs.reports.charts.spot import Spot

_TOP = 52
_BELOW = 47
_LEFT = 39
_RIGHT = 21
_AMOUNTS = Unit()
_LONG = 10_000
"""From here on an axis says thousands: 90k."""
_FILLS = {"current": "accent-fill", "before": "line2"}


class ColumnsChart(Chart[Columns]):
    """Grid, bars, labels, target, brackets."""

    def paint_figures(self, painter: QPainter) -> list[Spot]:
        """All bars on one scale."""
        bars = self.block.bars
        if not bars:
            return []
        top = self.block.top
        height = self.height() - self.dropped - _TOP - _BELOW
        ground = _TOP + height
        right = self.width() - _RIGHT
        self._paint_grid(painter, top, height, right)
        pitch = (right - _LEFT) / len(bars)
        width = pitch * 0.76
        spots = []
        for place, bar in enumerate(bars):
            x = _LEFT + place * pitch + (pitch - width) / 2
            tall = height * bar.amount / top
            self._paint_bar(painter, bar, QRectF(x, ground - tall, width, tall))
            if len(bars) <= 14:
                painter.setFont(self.theme.font(-2))
                painter.setPen(self.theme.color("text2"))
                label = QRectF(x - 6, ground + 3, width + 12, 16)
                draw_text(painter, label, Qt.AlignmentFlag.AlignCenter, bar.label)
            words = bar.words or f"{bar.label}: {figure(bar.amount)} {within(self.block.measure)}"
            spots.append(Spot(QRectF(x - 2, _TOP, width + 4, height), words, bar.behind))
        for group in self.block.groups:
            self._paint_group(painter, group, pitch, ground + 22)
        self._paint_target(painter, top, height, right)
        return spots

    def _paint_bar(self, painter: QPainter, bar: Stand, rect: QRectF) -> None:
        if not bar.amount:
            return
        if bar.tone == "outlined":
            painter.setPen(QPen(self.theme.color("warn"), 1.5))
            painter.setBrush(self.theme.color("base"))
            painter.drawRect(rect.adjusted(0.75, 0.75, -0.75, 0))
        else:
            painter.fillRect(rect, self.theme.color(_FILLS[bar.tone]))
        if self.block.marked:
            painter.setFont(self.theme.font(-2, 600, tabular=True))
            painter.setPen(self.theme.color("text"))
            draw_text(painter, QRectF(rect.x() - 10, rect.y() - 18, rect.width() + 20, 16), CENTER, figure(bar.amount))

    def _paint_grid(self, painter: QPainter, top: int, height: int, right: int) -> None:
        painter.setFont(self.theme.font(-1, tabular=True))
        for part in range(4):
            value = top * part // 3
            y = round(_TOP + height - height * part / 3)
            painter.fillRect(_LEFT, y, right - _LEFT, 1, self.theme.color("line"))
            painter.setPen(self.theme.color("text2"))
            draw_text(painter, QRect(0, y - 9, 33, 18), RIGHT, _AMOUNTS.axis(value) if value >= _LONG else figure(value))

    def _paint_group(self, painter: QPainter, group: Group, pitch: float, y: float) -> None:
        left, right = _LEFT + pitch * group.first + 3, _LEFT + pitch * (group.last + 1) - 3
        painter.setPen(QPen(self.theme.color("text3"), 1))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setFont(self.theme.font(-2))
        painter.setPen(self.theme.color("text2"))
        paint_text(painter, QRect(round(left) - 8, round(y) + 1, round(right - left) + 16, 18), group.words, CENTER)

    def _paint_target(self, painter: QPainter, top: int, height: int, right: int) -> None:
        target = self.block.target
        if target is None:
            return
        y = _TOP + height - height * target / top + 0.5
        pen = QPen(self.theme.color("text2"), 1.6)
        pen.setDashPattern([4, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(_LEFT, y), QPointF(right, y))
        words = tr("target {target}", target=short_figure(target))
        painter.setFont(self.theme.font(-1, 600, tabular=True))
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.fillRect(QRectF(right - width - 3, y - 18, width + 6, 15), self.theme.color("base"))
        painter.setPen(self.theme.color("text2"))
        draw_text(painter, QRectF(right - width, y - 19, width + 1, 18), RIGHT, words)
