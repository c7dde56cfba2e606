"""The funnel: how many reached each stage, how many went on, and where most are lost."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from journeydesk.domain.words import figure, tr
from journeydesk.reports.blocks.funnel import Funnel, FunnelStage
from journeydesk.ui.mirror import draw_text
from journeydesk.ui.painting import LEFT, RIGHT, first_that_fits, paint_badge, paint_text
from journeydesk.ui.tabs.reports.charts.chart import Chart
from journeydesk.ui.tabs.reports.charts.spot import PAD, Spot

_FIRST = 51
_PITCH = 41.5
_BAR = 127
_VALUES = 53


class FunnelChart(Chart[Funnel]):
    """Bars of one scale, each stage in its colour with number and name."""

    def paint_figures(self, painter: QPainter) -> list[Spot]:
        """A bar per stage, the words of the loss below it."""
        spots = []
        most = self.block.most
        pitch = min(_PITCH, (self.height() - _FIRST - 16) / max(1, len(self.block.stages) - 1))
        room = self.width() - PAD - _VALUES - _BAR
        for place, stage in enumerate(self.block.stages):
            middle = round(_FIRST + place * pitch)
            paint_badge(painter, QRect(PAD, middle - 9, 18, 18), self.theme, stage.number)
            painter.setFont(self.theme.font())
            painter.setPen(self.theme.color("text"))
            paint_text(painter, QRect(40, middle - 10, _BAR - 44, 20), stage.name)
            width = max(3.0, room * stage.count / most) if most and stage.count else 0.0
            bar = QRectF(_BAR, middle - 9, width, 18)
            if width:
                self._paint_bar(painter, stage, bar)
            painter.setFont(self.theme.font(0, 600, tabular=True))
            painter.setPen(self.theme.color("text"))
            draw_text(painter, QRect(self.width() - PAD - 70, middle - 10, 70, 20), RIGHT, figure(stage.count))
            self._paint_loss(painter, stage, middle)
            words = tr("{number} {name}: {count} reached it", number=stage.number, name=stage.name, count=figure(stage.count))
            loss = stage.caption.removeprefix("↓ ")
            spots.append(
                Spot(QRectF(8, middle - 14, self.width() - 16, 28), f"{words}, {loss}" if loss else words, stage.behind)
            )
        return spots

    def _paint_bar(self, painter: QPainter, stage: FunnelStage, bar: QRectF) -> None:
        fill, chip, _ = self.theme.stage(stage.number)
        painter.setPen(fill)
        if stage.still is None:
            painter.setBrush(fill)
            painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            return
        # Filled went on, tinted is still in the stage, hollow left.
        painter.setPen(self.theme.color("text3"))
        painter.setBrush(self.theme.color("base"))
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
        on, still = (bar.width() * count / stage.count for count in (stage.count - stage.drop_off, stage.still))
        painter.fillRect(QRectF(bar.x(), bar.y(), on, bar.height()), fill)
        painter.fillRect(QRectF(bar.x() + on, bar.y() + 1, still, bar.height() - 2), chip)

    def _paint_loss(self, painter: QPainter, stage: FunnelStage, middle: int) -> None:
        words = stage.caption
        if not words:
            return
        weight = 500 if stage.largest_loss else 400
        painter.setFont(self.theme.font(-2, weight, tabular=True))
        painter.setPen(self.theme.color("warn" if stage.largest_loss else "text3"))
        rate, _, rest = words.partition(" · ")
        shorter = tr("{rate} · largest loss", rate=rate) if stage.largest_loss else rate
        room = self.width() - _BAR - 12
        words = first_that_fits(painter.fontMetrics(), (f"{rate} · {rest}", shorter, rate), room)
        draw_text(painter, QRect(_BAR + 1, middle + 11, room + 4, 18), LEFT, words)
