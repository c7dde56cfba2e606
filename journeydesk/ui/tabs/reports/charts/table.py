"""A table on screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter

from journeydesk.reports.blocks.table import Table
from journeydesk.ui.tabs.reports.charts.chart import Chart
from journeydesk.ui.tabs.reports.charts.lines import paint_lines
from journeydesk.ui.tabs.reports.charts.spot import Spot


class TableChart(Chart[Table]):
    """Its lines."""

    def paint_figures(self, painter: QPainter) -> list[Spot]:
        """Head and lines."""
        return paint_lines(painter, self.theme, self.block, QSize(self.width(), self.height() - self.foot))
