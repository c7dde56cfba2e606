"""Who is over the limit of their stage, counted beside the window: it reads every such card."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from journeydesk.services.context import Context
from journeydesk.services.queries.lists import board
from journeydesk.services.queries.lists.board import OverLimits
from journeydesk.ui.tabs.kanban.shown import Shown
from journeydesk.ui.work import Background


class OverCounting(QObject):
    """`counted` carries what was found for the board that was asked for last."""

    counted = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._work = Background(self)
        self._wanted: Shown | None = None
        self._again = False

    def count(self, shown: Shown) -> None:
        """Counts for this board; while it is being counted, once more after that."""
        self._wanted = shown
        if self._work.busy("over"):
            self._again = True
            return
        self._again = False
        ask = partial(board.over_limits, self._context, shown.journey, shown.owner, shown.min_score)
        self._work.run_last("over", ask, partial(self._take, shown), lambda _problem: None)

    def _take(self, shown: Shown, over: OverLimits) -> None:
        wanted = self._wanted or shown
        if self._again or replace(shown, order="", only_over=False) != replace(wanted, order="", only_over=False):
            self.count(wanted)
            return
        self.counted.emit(over)
