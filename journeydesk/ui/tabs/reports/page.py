"""The report on screen: four tiles and four charts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.periods import parse_period
from journeydesk.reports.figures import Report
from journeydesk.ui.tabs.reports.charts.chart import Chart
from journeydesk.ui.tabs.reports.charts.day_bars import DayBars
from journeydesk.ui.tabs.reports.charts.entry_points import EntryPoints
from journeydesk.ui.tabs.reports.charts.funnel import Funnel
from journeydesk.ui.tabs.reports.charts.stage_times import StageTimes
from journeydesk.ui.tabs.reports.tile import TileButton
from journeydesk.ui.theme import Theme

_TILES = 4
_STACK_BELOW = 560
_CHART_HEIGHT = 291


class ReportPage(QScrollArea):
    """`wanted` carries which part was clicked ("tile", "funnel", "stay", "entry", "day") and what it stands for."""

    wanted = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles = [TileButton(theme) for _ in range(_TILES)]
        self.funnel = Funnel(theme)
        self.times = StageTimes(theme)
        self.entries = EntryPoints(theme)
        self.days = DayBars(theme)
        self._stacked: bool | None = None
        inner = QWidget()
        inner.setProperty("kind", "base")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 15)
        column.setSpacing(13)
        row = QHBoxLayout()
        row.setSpacing(10)
        for tile in self.tiles:
            row.addWidget(tile)
            tile.clicked.connect(lambda _checked=False, tile=tile: self.wanted.emit("tile", tile.tile))
        column.addLayout(row)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        column.addLayout(self._grid, 1)
        for kind, chart in self._charts():
            chart.setMinimumHeight(_CHART_HEIGHT)
            chart.wanted.connect(lambda thing, kind=kind: self.wanted.emit(kind, thing))
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._arrange(False)

    def _charts(self) -> tuple[tuple[str, Chart], ...]:
        return (("funnel", self.funnel), ("stay", self.times), ("entry", self.entries), ("day", self.days))

    def _arrange(self, stacked: bool) -> None:
        if stacked == self._stacked:
            return
        self._stacked = stacked
        for place, (_, chart) in enumerate(self._charts()):
            self._grid.addWidget(chart, *((place, 0) if stacked else divmod(place, 2)))
        self._grid.setRowStretch(0, 291)
        self._grid.setRowStretch(1, 298)
        self._grid.setColumnStretch(0, 377)
        self._grid.setColumnStretch(1, 0 if stacked else 331)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Charts stand below each other where there is no room for two.
        super().resizeEvent(event)
        self._arrange(self.viewport().width() < _STACK_BELOW)

    def show_report(self, report: Report) -> None:
        """Shows these figures."""
        for button, tile in zip(self.tiles, report.tiles, strict=False):
            button.show_tile(tile)
        week = parse_period(report.period)
        number, before = week.number, week.previous().number
        worst = next((stage for stage in report.funnel if stage.largest_loss), None)
        loss = f"Most are lost after {worst.name}: {worst.drop_off:,}." if worst is not None else "Nobody was lost."
        self.funnel.show_stages(report.funnel, "last 90 days", loss)
        slow = [box.name for box in report.stays if box.over_limit]
        over = f"The slowest quarter is over the limit in {', '.join(slow)}." if slow else "No stage is over its limit."
        self.times.show_times(report.stays, "median, middle half", over)
        best = report.entries[0] if report.entries else None
        finding = f"Best is {best.name} with {best.leads:,} leads." if best is not None else "No entry points in this time."
        self.entries.show_lines(report.entries, f"vs W{before}", finding)
        days = [*week.previous().days(), *week.days()]
        total = sum(bar.count for bar in report.days if bar.current)
        self.days.show_days(
            report.days,
            days,
            report.day_target,
            f"W{before} left, W{number} right",
            f"{total:,} applications in week {number}.",
        )
