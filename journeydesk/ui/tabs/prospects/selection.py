"""What is ticked in the list, as the box in its header and the bar below it show it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import selection_sum, view_sum
from journeydesk.services.rows.common import Amount
from journeydesk.ui.models.ticks import Ticks
from journeydesk.ui.tabs.prospects.bulk_bar import BulkBar
from journeydesk.ui.tabs.prospects.table import ProspectTable
from journeydesk.ui.words.figures import whole_amount

_SUMMED_AT_ONCE = 500


class Selection(QObject):
    """Follows the ticks of the table's model. What many are worth is summed on another thread; `failed` carries why it was not."""

    failed = Signal(str)

    def __init__(self, context: Context, table: ProspectTable, bar: BulkBar) -> None:
        super().__init__(table)
        self._context = context
        self._header = table.header
        self._model = table.prospects
        self._bar = bar
        self._worth = ""
        self._model.ticks_changed.connect(self._show)
        self._model.ticks_counted.connect(self._show_count)
        self._header.box_pressed.connect(self._turn_round)
        bar.cleared.connect(self._model.clear_ticks)

    def _turn_round(self) -> None:
        if self._model.ticks:
            self._model.clear_ticks()
        else:
            self._model.tick_every()

    def _show(self) -> None:
        ticks, self._worth = self._model.ticks, ""
        count = ticks.count
        if count is not None and count <= _SUMMED_AT_ONCE:
            self._model.work.drop("sum")
            self._show_worth(selection_sum(self._context, ticks.all()))
            return
        self._show_count()
        self._model.work.run("sum", self._summing(ticks), self._show_worth, lambda problem: self.failed.emit(str(problem)))

    def _summing(self, ticks: Ticks) -> Callable[[], Amount]:
        exceptions = ticks.exceptions
        if exceptions is not None:
            return partial(view_sum, self._context, self._model.view, exceptions)
        return partial(selection_sum, self._context, self._model.ticked)

    def _show_worth(self, worth: Amount) -> None:
        self._worth = tr("{amount} est. revenue", amount=whole_amount(worth)) if self._model.ticks else ""
        self._show_count()

    def _show_count(self) -> None:
        ticks = self._model.ticks
        every = bool(ticks) and (ticks.count is None or ticks.count >= self._model.rowCount())
        some = Qt.CheckState.PartiallyChecked if ticks else Qt.CheckState.Unchecked
        self._header.show_box(Qt.CheckState.Checked if every else some)
        self._bar.show_selection(ticks.count, self._worth)
