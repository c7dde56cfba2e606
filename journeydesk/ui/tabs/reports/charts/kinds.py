"""Which chart paints which kind of block."""

from typing import Any

from journeydesk.reports.blocks.bars import Bars
from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.board import Board
from journeydesk.reports.blocks.columns import Columns
from journeydesk.reports.blocks.drawn import Drawn
from journeydesk.reports.blocks.flows import Flows
from journeydesk.reports.blocks.funnel import Funnel
from journeydesk.reports.blocks.ranges import Ranges
from journeydesk.reports.blocks.table import Table
from journeydesk.reports.blocks.tasks import Tasks
from journeydesk.ui.tabs.reports.charts.bars import BarsChart
from journeydesk.ui.tabs.reports.charts.board import BoardChart
from journeydesk.ui.tabs.reports.charts.chart import Chart
from journeydesk.ui.tabs.reports.charts.columns import ColumnsChart
from journeydesk.ui.tabs.reports.charts.drawing import DrawingChart
from journeydesk.ui.tabs.reports.charts.flows import FlowsChart
from journeydesk.ui.tabs.reports.charts.funnel import FunnelChart
from journeydesk.ui.tabs.reports.charts.ranges import RangesChart
from journeydesk.ui.tabs.reports.charts.table import TableChart
from journeydesk.ui.tabs.reports.charts.tasks import TasksChart
from journeydesk.ui.theme import Theme

AnyChart = Chart[Any]
_CHARTS: dict[type[Block], type[AnyChart]] = {
    Bars: BarsChart,
    Columns: ColumnsChart,
    Funnel: FunnelChart,
    Ranges: RangesChart,
    Table: TableChart,
    Tasks: TasksChart,
}


def chart_type(block: Block) -> type[AnyChart]:
    """The chart for a block."""
    drawn = BoardChart if isinstance(block, Board) else FlowsChart if isinstance(block, Flows) else DrawingChart
    return drawn if isinstance(block, Drawn) else _CHARTS[type(block)]


def chart_of(theme: Theme, block: Block) -> AnyChart:
    """A new chart that shows a block."""
    return chart_type(block)(theme, block)
