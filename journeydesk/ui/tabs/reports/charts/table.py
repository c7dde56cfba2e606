"""A table on screen, with a switch where the same is told apart by other things, too."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QResizeEvent

from journeydesk.domain.words import tr
from journeydesk.reports.blocks.table import Table
from journeydesk.ui.tabs.reports.charts.chart import Chart
from journeydesk.ui.tabs.reports.charts.lines import paint_lines
from journeydesk.ui.tabs.reports.charts.spot import PAD, Spot
from journeydesk.ui.widgets.choosing.segments import Segments

_ABOVE = 6
_GAP = 12


class TableChart(Chart[Table]):
    """Its lines. What was chosen stays chosen when other figures come."""

    switch: Segments | None = None
    _tables: tuple[Table, ...] = ()

    def show_block(self, block: Table) -> None:
        """Shows the table, or of several the one that is chosen."""
        self._tables = (block, *block.others)
        choices = tuple(table.choice for table in self._tables) if block.others else ()
        chosen = self.switch.choice if self.switch is not None else ""
        if choices != (self.switch.choices if self.switch is not None else ()):
            self._offer(choices)
        chosen = chosen if chosen in choices else block.choice
        if self.switch is not None:
            self.switch.choose(chosen)
        super().show_block(next((table for table in self._tables if table.choice == chosen), block))

    def _offer(self, choices: tuple[str, ...]) -> None:
        if self.switch is not None:
            self.switch.hide()
            self.switch.deleteLater()
            self.switch = None
        if choices:
            self.switch = Segments(self.theme, tr("Told apart by"), choices, self)
            self.switch.chosen.connect(self._choose)
            self.switch.show()
            self._place()

    def _choose(self, choice: str) -> None:
        super().show_block(next(table for table in self._tables if table.choice == choice))

    def _place(self) -> None:
        if self.switch is not None:
            wide = min(self.switch.sizeHint().width(), self.width() // 2)
            self.switch.setGeometry(self.width() - wide - PAD, _ABOVE, wide, self.switch.sizeHint().height())

    @property
    def beside_title(self) -> int:
        return 0 if self.switch is None else self.switch.width() + _GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paint_figures(self, painter: QPainter) -> list[Spot]:
        """Head and lines."""
        return paint_lines(painter, self.theme, self.block, QSize(self.width(), self.height() - self.foot))
