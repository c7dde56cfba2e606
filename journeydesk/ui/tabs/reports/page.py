"""The report on screen: its tiles, and a chart for each of its blocks."""

from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.reports.blocks.bars import Bars
from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.drawn import Drawn
from journeydesk.reports.blocks.steps import Steps
from journeydesk.reports.blocks.table import Table
from journeydesk.reports.blocks.tasks import Tasks
from journeydesk.reports.report import Report
from journeydesk.ui.tabs.reports.charts.bars import BAR_LINE, BARS_ABOVE
from journeydesk.ui.tabs.reports.charts.kinds import AnyChart, chart_of, chart_type
from journeydesk.ui.tabs.reports.charts.lines import TABLE_ABOVE, TABLE_LINE
from journeydesk.ui.tabs.reports.charts.spot import PAD, TITLE
from journeydesk.ui.tabs.reports.charts.tasks import TASK_LINE
from journeydesk.ui.tabs.reports.tile import TileButton
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label

_LOADING_TILES = 4
_STACK_BELOW = _TILES_IN_PAIRS_BELOW = 700
_MOST_IN_A_ROW = 5
_COLUMNS_OF_TILES = 60
_EDGE, _BETWEEN_TILES = 16, 10
_CHART_HEIGHT = 291
_LEAST_TABLE = 110
_LEAST_BARS = 110
_MOST_TABLE = 520
_UNBOUND = 16_777_215
"""Qt's own: no upper bound."""
_ROWS = (291, 298)
_COLUMNS = (377, 331)


class ReportPage(QScrollArea):
    """`behind_requested` carries the prospects behind what was clicked, `asked` what a chart was asked for and about what."""

    behind_requested = Signal(object)
    asked = Signal(str, object)
    chosen = Signal(object)
    """What a stage or a flow that was chosen is, for the side that tells of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.has_side = False
        """Whether a stage that is chosen is told of at the side; else its prospects open at once."""
        self.tiles: list[TileButton] = []
        self.charts: list[AnyChart] = []
        self._stacked: bool | None = None
        inner = QWidget()
        inner.setProperty("kind", "base")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inner)
        column.setContentsMargins(_EDGE, 14, _EDGE, 15)
        column.setSpacing(13)
        self.lead = label(theme, step=1, wrap=True)
        column.addWidget(self.lead)
        self._row = QGridLayout()
        self._row.setSpacing(_BETWEEN_TILES)
        column.addLayout(self._row)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        column.addLayout(self._grid, 1)
        column.addStretch(0)
        self._column = column
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._offer_tiles(_LOADING_TILES)

    def show_report(self, report: Report) -> None:
        """Shows these figures; charts stay, with what is chosen in them, where the report has the same blocks as before."""
        self.lead.setText(report.head.lead)
        self._offer_tiles(len(report.tiles.cards))
        for button, tile in zip(self.tiles, report.tiles.cards, strict=True):
            button.show_tile(tile)
        self._arrange_tiles()
        if [type(chart) for chart in self.charts] != [chart_type(block) for block in report.blocks]:
            self._offer_charts(report.blocks)
        for chart, block in zip(self.charts, report.blocks, strict=True):
            chart.show_block(block)
            chart.setMinimumHeight(_height_of(block) + (chart.foot if isinstance(block, Table) else 0))
            chart.selects = self.has_side
        self._arrange(self._stacked if self._stacked is not None else False)

    def do_the_thing(self) -> bool:
        """Presses the button that a key presses, where the report has one."""
        button = next((chart.offer for chart in self.charts if chart.block.offer and chart.block.offer.by_key), None)
        if button is not None and self.isVisible():
            button.click()
        return button is not None

    def _fit_steps(self) -> None:
        """Steps are as high as their width asks for, and no higher."""
        for chart in self.charts:
            if isinstance(chart.block, Steps):
                chart.setFixedHeight(round(chart.block.tall_at(self.viewport().width() - 32 - 2 * PAD)) + TITLE + PAD)

    def _offer_tiles(self, count: int) -> None:
        while len(self.tiles) > count:
            _take_away(self._row, self.tiles.pop())
        while len(self.tiles) < count:
            button = TileButton(self._theme)
            button.clicked.connect(lambda _checked=False, button=button: self._ask_behind(button))
            self.tiles.append(button)
        self._arrange_tiles()

    def _arrange_tiles(self) -> None:
        """All in a row, or in as many as leave room for their words."""
        most = 2 if self.viewport().width() < _TILES_IN_PAIRS_BELOW else _MOST_IN_A_ROW
        needed = max((button.needed for button in self.tiles), default=0) + _BETWEEN_TILES
        while most > 2 and self._in_a_row(most) * needed > self.viewport().width() - 2 * _EDGE + _BETWEEN_TILES:
            most -= 1
        first = self._in_a_row(most)
        # Rows of unlike lengths are equally wide: each cell is as many columns as the other row has cells.
        for place, button in enumerate(self.tiles):
            row, at = divmod(place, first)
            cells = min(first, len(self.tiles) - row * first)
            wide = _COLUMNS_OF_TILES // cells
            self._row.addWidget(button, row, at * wide, 1, wide)

    def _in_a_row(self, most: int) -> int:
        """How many stand in the first row where at most so many do; the rows are as alike as can be."""
        rows = -(-len(self.tiles) // most) or 1
        return -(-len(self.tiles) // rows) or 1

    def _ask_behind(self, button: TileButton) -> None:
        if button.tile is not None and button.tile.behind is not None:
            self.behind_requested.emit(button.tile.behind)

    def _offer_charts(self, blocks: tuple[Block, ...]) -> None:
        for chart in self.charts:
            _take_away(self._grid, chart)
        self.charts = [chart_of(self._theme, block) for block in blocks]
        for chart in self.charts:
            chart.behind_requested.connect(self.behind_requested)
            chart.asked.connect(self.asked)
            chart.chosen.connect(self.chosen)

    def _arrange(self, stacked: bool) -> None:
        self._stacked = stacked
        row = column = 0
        for chart, following in zip_longest(self.charts, self.charts[1:]):
            # A half without another has the whole row.
            has_other = bool(column) or (following is not None and following.block.half)
            alone = stacked or not chart.block.half or not has_other
            self._grid.addWidget(chart, row, column, 1, 2 if alone else 1)
            # What has all its lines grows no further; in a pair both are as high as the higher.
            chart.setMaximumHeight(chart.minimumHeight() if alone and _is_complete(chart.block) else _UNBOUND)
            chart.show()
            self._grid.setRowStretch(row, 0 if alone and _is_complete(chart.block) else _ROWS[row % 2])
            row, column = (row + 1, 0) if alone or column else (row, 1)
        for unused in range(row + bool(column), self._grid.rowCount()):
            self._grid.setRowStretch(unused, 0)
        grows = any(self._grid.rowStretch(each) for each in range(self._grid.rowCount()))
        self._column.setStretch(2, int(grows))
        self._column.setStretch(3, int(not grows))
        self._fit_steps()
        self._grid.setColumnStretch(0, _COLUMNS[0])
        self._grid.setColumnStretch(1, 0 if stacked else _COLUMNS[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Charts stand below each other where there is no room for two.
        super().resizeEvent(event)
        self._arrange_tiles()
        self._fit_steps()
        stacked = self.viewport().width() < _STACK_BELOW
        if stacked != self._stacked:
            self._arrange(stacked)


def _height_of(block: Block) -> int:
    """A drawing as high as it is on paper, a table with room for some of its lines."""
    if isinstance(block, Drawn):
        return max(_CHART_HEIGHT, round(block.height) + TITLE + PAD)
    if isinstance(block, Table):
        return max(_LEAST_TABLE, min(TABLE_ABOVE + TABLE_LINE * _lines_of(block), _MOST_TABLE))
    if isinstance(block, Bars):
        return max(_LEAST_BARS, min(BARS_ABOVE + BAR_LINE * len(block.bars), _CHART_HEIGHT))
    if isinstance(block, Tasks):
        return TITLE + TASK_LINE * max(1, len(block.tasks)) + 6
    return _CHART_HEIGHT


def _lines_of(block: Table) -> int:
    """The lines of the longest that it may show."""
    return max(len(table.lines) for table in (block, *block.others))


def _is_complete(block: Block) -> bool:
    """Whether the block has no use for more room than it asks for."""
    if isinstance(block, Table):
        return TABLE_ABOVE + TABLE_LINE * _lines_of(block) <= _MOST_TABLE
    return isinstance(block, Bars | Tasks)


def _take_away(layout: QLayout, widget: QWidget) -> None:
    # Hidden at once: it is deleted only when the event loop comes round.
    layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()
