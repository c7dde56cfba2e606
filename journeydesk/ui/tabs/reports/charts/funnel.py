"""The funnel: how many reached each stage, how many went on, and where most are lost."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from journeydesk.reports.figures import FunnelStage
from journeydesk.reports.pdf import funnel_caption
from journeydesk.ui.painting import LEFT, RIGHT, paint_badge, paint_text
from journeydesk.ui.tabs.reports.charts.chart import PAD, Chart, Spot
from journeydesk.ui.theme import Theme

_FIRST = 51
_PITCH = 41.5
_BAR = 127
_VALUES = 53


class Funnel(Chart):
    """Bars of one scale, each stage in its colour with number and name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Funnel by stage", parent)
        self._stages: Sequence[FunnelStage] = ()

    def show_stages(self, stages: Sequence[FunnelStage], note: str, finding: str) -> None:
        """Shows these stages."""
        self._stages = stages
        self.show_note(note, finding)

    def table(self) -> list[tuple[str, ...]]:
        """Stage, count, share that went on, dropped."""
        rows: list[tuple[str, ...]] = [("Stage", "Reached", "Went on", "Dropped off")]
        for stage in self._stages:
            share = f"{stage.go_on:.1%}" if stage.go_on is not None else ""
            rows.append((stage.name, str(stage.count), share, str(stage.drop_off) if funnel_caption(stage) else ""))
        return rows

    def paint_figures(self, painter: QPainter) -> list[Spot]:
        """A bar per stage, the words of the loss below it."""
        spots = []
        most = max((stage.count for stage in self._stages), default=0)
        pitch = min(_PITCH, (self.height() - _FIRST - 16) / max(1, len(self._stages) - 1))
        room = self.width() - PAD - _VALUES - _BAR
        for place, stage in enumerate(self._stages):
            middle = round(_FIRST + place * pitch)
            paint_badge(painter, QRect(PAD, middle - 9, 18, 18), self.theme, stage.number)
            painter.setFont(self.theme.font())
            painter.setPen(self.theme.color("text"))
            paint_text(painter, QRect(40, middle - 10, _BAR - 44, 20), stage.name)
            width = max(3.0, room * stage.count / most) if most and stage.count else 0.0
            bar = QRectF(_BAR, middle - 9, width, 18)
            painter.setPen(self.theme.stage(stage.number)[0])
            painter.setBrush(self.theme.stage(stage.number)[0])
            if width:
                painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setFont(self.theme.font(0, 600, tabular=True))
            painter.setPen(self.theme.color("text"))
            painter.drawText(QRect(self.width() - PAD - 70, middle - 10, 70, 20), RIGHT, f"{stage.count:,}")
            self._paint_loss(painter, stage, middle)
            words = f"{stage.number} {stage.name}: {stage.count:,} reached it"
            loss = funnel_caption(stage).removeprefix("↓ ")
            spots.append(
                Spot(QRectF(8, middle - 14, self.width() - 16, 28), f"{words}, {loss}" if loss else words, stage.number)
            )
        return spots

    def _paint_loss(self, painter: QPainter, stage: FunnelStage, middle: int) -> None:
        words = funnel_caption(stage)
        if not words:
            return
        weight = 500 if stage.largest_loss else 400
        painter.setFont(self.theme.font(-2, weight, tabular=True))
        painter.setPen(self.theme.color("warn" if stage.largest_loss else "text3"))
        painter.drawText(QRect(_BAR + 1, middle + 11, self.width() - _BAR - 8, 18), LEFT, words)
