"""The journey map on screen: left and right go from stage to stage, up and down from flow to flow."""

from functools import partial

from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from journeydesk.reports.blocks.drawn import Drawn
from journeydesk.reports.blocks.moves import Flow, FlowStage
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.tabs.reports.charts.drawing import DrawingChart
from journeydesk.ui.tabs.reports.charts.spot import Spot
from journeydesk.ui.theme import Theme

_TINT = 0.22


class FlowsChart(DrawingChart):
    """Stages and flows each in their order, from the left."""

    def __init__(self, theme: Theme, block: Drawn) -> None:
        super().__init__(theme, block)
        self._ways = KeyMap(
            Scope.FIELDS,
            {
                Action.RIGHT: partial(self._go, FlowStage, 1),
                Action.LEFT: partial(self._go, FlowStage, -1),
                Action.DOWN: partial(self._go, Flow, 1),
                Action.UP: partial(self._go, Flow, -1),
            },
        )

    def paint_figures(self, painter: QPainter) -> list[Spot]:
        """The map, and what was chosen in the accent's colour over it."""
        spots = super().paint_figures(painter)
        if self.selects and 0 <= self._current < len(spots):
            tint = QColor(self.theme.color("accent-fill"))
            tint.setAlphaF(_TINT)
            painter.setPen(QPen(self.theme.color("accent"), 2))
            painter.setBrush(tint)
            painter.drawRoundedRect(spots[self._current].rect, 3, 3)
        return spots

    def _paint_choice(self, painter: QPainter) -> None:
        # Over the map, not below it.
        return

    def _go(self, kind: type, by: int) -> bool:
        """To the next of a kind; from another kind to the one that is nearest."""
        places = [place for place, spot in enumerate(self._spots) if isinstance(spot.about, kind)]
        if not places:
            return False
        places.sort(key=lambda place: self._spots[place].rect.center().x())
        if self._current in places:
            at = max(0, min(places.index(self._current) + by, len(places) - 1))
        else:
            here = self._spots[self._current].rect.center().x() if self._current >= 0 else 0.0
            at = min(range(len(places)), key=lambda n: abs(self._spots[places[n]].rect.center().x() - here))
        return self._step(places[at] - self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._as_table or not self._ways.press(event):
            super().keyPressEvent(event)
