"""Time in stage: median and middle half beside the limit, one line for each stage."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from journeydesk.domain.words import figure, tr
from journeydesk.reports.blocks.ranges import Range, Ranges
from journeydesk.ui.mirror import draw_text
from journeydesk.ui.painting import LEFT, RIGHT, first_that_fits, paint_badge, paint_text
from journeydesk.ui.tabs.reports.charts.chart import Chart
from journeydesk.ui.tabs.reports.charts.spot import PAD, Spot

_FIRST = 57
_PITCH = 41.0
_LINE, _NAME = 128, 40
_VALUES = 76
_LEGEND = 26


class RangesChart(Chart[Ranges]):
    """Boxes on one scale of days."""

    def paint_figures(self, painter: QPainter) -> list[Spot]:
        """A line per stage and the legend."""
        spots = []
        longest = self.block.longest * 1.06 or 1.0
        pitch = min(_PITCH, (self.height() - _FIRST - _LEGEND) / max(1, len(self.block.ranges)))
        room = self.width() - PAD - _VALUES - _LINE
        for place, time in enumerate(self.block.ranges):
            middle = round(_FIRST + place * pitch)
            paint_badge(painter, QRect(PAD, middle - 9, 18, 18), self.theme, time.number)
            painter.setFont(self.theme.font())
            painter.setPen(self.theme.color("text"))
            paint_text(painter, QRect(_NAME, middle - 10, _LINE - _NAME - 8, 20), time.name)
            painter.fillRect(_LINE, middle, room, 1, self.theme.color("line"))
            self._paint_box(painter, time, middle, room / longest)
            self._paint_value(painter, time, middle)
            spots.append(Spot(QRectF(8, middle - 14, self.width() - 16, 28), _words(time), time.behind))
        if self.block.ranges:
            self._paint_legend(painter, min(self.height() - 34, round(_FIRST + len(self.block.ranges) * pitch) - 5))
        return spots

    def _paint_box(self, painter: QPainter, time: Range, middle: int, scale: float) -> None:
        if time.lower is not None and time.upper is not None:
            fill = self.theme.stage(time.number)[0]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(
                QRectF(_LINE + time.lower * scale, middle - 5, max(3.0, (time.upper - time.lower) * scale), 11), 2, 2
            )
        if time.median is not None:
            x = round(_LINE + time.median * scale)
            painter.fillRect(x - 2, middle - 7, 4, 15, self.theme.color("base"))
            painter.fillRect(x - 1, middle - 7, 2, 15, self.theme.color("text"))
        if time.limit is not None:
            pen = QPen(self.theme.color("danger" if time.over_limit else "text3"), 1)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            at = round(_LINE + time.limit * scale) + 0.5
            painter.drawLine(QPointF(at, middle - 10), QPointF(at, middle + 10))

    def _paint_value(self, painter: QPainter, time: Range, middle: int) -> None:
        known = time.median is not None
        font = self.theme.font(0 if known else -2, 600 if known else 400, tabular=True)
        painter.setFont(font)
        painter.setPen(self.theme.color("text" if known else "text3"))
        draw_text(painter, QRect(self.width() - PAD - 80, middle - 10, 80, 20), RIGHT, time.words)
        if time.over_limit:
            x = self.width() - PAD - QFontMetrics(font).horizontalAdvance(time.words) - 20
            self.theme.paint_icon(painter, QRect(x, middle - 7, 14, 14), "warn", "danger")

    def _paint_legend(self, painter: QPainter, middle: int) -> None:
        font = self.theme.font(-2)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        painter.fillRect(PAD, middle - 6, 2, 12, self.theme.color("text"))
        painter.setPen(self.theme.color("text2"))
        draw_text(painter, QRect(PAD + 6, middle - 9, 80, 18), LEFT, tr("median"))
        x = PAD + 6 + metrics.horizontalAdvance(tr("median")) + 14
        pen = QPen(self.theme.color("text3"), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(x + 0.5, middle - 6), QPointF(x + 0.5, middle + 6))
        painter.setPen(self.theme.color("text2"))
        draw_text(painter, QRect(x + 5, middle - 9, 60, 18), LEFT, tr("limit"))
        x += 5 + metrics.horizontalAdvance(tr("limit")) + 14
        self.theme.paint_icon(painter, QRect(x, middle - 7, 14, 14), "warn", "danger")
        painter.setPen(self.theme.color("danger"))
        room = self.width() - x - 24
        words = first_that_fits(metrics, (tr("slowest quarter over limit"), tr("over limit")), room)
        draw_text(painter, QRect(x + 17, middle - 9, room, 18), LEFT, words)


def _words(time: Range) -> str:
    if time.median is None:
        return tr("{number} {name}: nobody has left it yet", number=time.number, name=time.name)
    limit = tr(", limit {limit} d", limit=time.limit) if time.limit is not None else tr(", no limit")
    over = tr(", the slowest quarter is over it") if time.over_limit else ""
    half = (
        ""
        if time.lower is None or time.upper is None
        else tr(", middle half {lower} to {upper} d", lower=figure(time.lower, 1), upper=figure(time.upper, 1))
    )
    return tr(
        "{number} {name}: median {median} d{half}{limit}{over}, {sample} stays",
        number=time.number,
        name=time.name,
        median=figure(time.median, 1),
        half=half,
        limit=limit,
        over=over,
        sample=figure(time.sample),
    )
