"""Bars that lie: a small table with a bar for each value, perhaps with how many it stands for and its change."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from journeydesk.domain.words import figure, tr, within
from journeydesk.reports.blocks.bars import Bar, Bars
from journeydesk.ui.mirror import draw_text
from journeydesk.ui.painting import LEFT, RIGHT, first_that_fits, line_width, paint_text
from journeydesk.ui.tabs.reports.charts.chart import Chart
from journeydesk.ui.tabs.reports.charts.spot import PAD, Spot

_HEAD = 47
_FIRST = 75
_PITCH = 36
_BAR = 165
_VALUE = 54
_LEAST_BAR = 20
"""Below this room for bars there are none: the values alone can be read."""
_POINTS_WIDE = 1.12
"""Pixels of a percent where counts stand beside the bars: a share is as long in every report."""


BARS_ABOVE, BAR_LINE = _FIRST - _PITCH // 2 + 8, _PITCH
"""The height of bars without any, and of each."""


class BarsChart(Chart[Bars]):
    """Best first, as given."""

    def paint_figures(self, painter: QPainter) -> list[Spot]:
        """Head, and a line for each bar."""
        right = self.width() - PAD
        block = self.block
        against = line_width(self.theme, block.against, -2)
        columns = (right - max(59, against + 12), right) if block.counted else (right + _VALUE, right)
        painter.setFont(self.theme.font(-2))
        painter.setPen(self.theme.color("text3"))
        draw_text(painter, QRect(PAD, _HEAD - 9, 140, 18), LEFT, block.names)
        if self._room(columns):
            draw_text(painter, QRect(_BAR, _HEAD - 9, 110 if block.counted else right - _BAR, 18), LEFT, block.measure)
        else:
            # Too narrow for the measure's name as well: the values speak for themselves, the whole is in the tip.
            words = first_that_fits(painter.fontMetrics(), (block.measure, block.brief, ""), columns[0] - _VALUE - PAD - 100)
            draw_text(painter, QRect(PAD, _HEAD - 9, columns[0] - _VALUE - PAD, 18), RIGHT, words)
        if block.counted:
            draw_text(painter, QRect(columns[0] - 80, _HEAD - 9, 80, 18), RIGHT, block.counted)
            draw_text(painter, QRect(columns[1] - 80, _HEAD - 9, 80, 18), RIGHT, block.against)
        painter.fillRect(PAD, _HEAD + 10, right - PAD, 1, self.theme.color("line"))
        spots = []
        if not block.bars:
            painter.setFont(self.theme.font(-1))
            draw_text(painter, QRect(PAD, _FIRST - 10, 200, 20), LEFT, tr("No data"))
        shown = [bar for place, bar in enumerate(block.bars) if _FIRST + place * _PITCH + 10 + self.dropped < self.height()]
        for place, bar in enumerate(shown):
            middle = _FIRST + place * _PITCH
            self._paint_bar(painter, bar, middle, columns)
            if place + 1 < len(shown):
                painter.fillRect(PAD, middle + _PITCH // 2, right - PAD, 1, self.theme.color("line"))
            spots.append(Spot(QRectF(8, middle - 16, self.width() - 16, 32), self._words(bar), bar.behind))
        return spots

    def _room(self, columns: tuple[int, int]) -> int:
        """How long the longest bar may be; 0 where bars would say nothing."""
        room = columns[0] - _VALUE - (40 if self.block.counted else self._value_width() + 12) - _BAR
        return room if room >= _LEAST_BAR else 0

    def _value_width(self) -> int:
        """How wide the widest value is; where counts stand beside the bars, a percentage is."""
        return 90 if self.block.counted else max(40, self._widest())

    def _widest(self) -> int:
        strong, quiet = (QFontMetrics(self.theme.font(step, weight, tabular=True)) for step, weight in ((0, 600), (-2, 400)))
        widths = [(strong if bar.length is not None else quiet).horizontalAdvance(bar.words) for bar in self.block.bars]
        return max(widths, default=0) + 2

    def _words(self, bar: Bar) -> str:
        measure = self.block.measure[:1].lower() + self.block.measure[1:]
        if not self.block.counted:
            return f"{bar.name}: {bar.words} {measure}"
        counts = f"{figure(bar.count or 0)} {within(self.block.counted)}"
        return f"{bar.name}: {counts}, {bar.words} {measure}, {bar.change_words}".rstrip(", ")

    def _paint_bar(self, painter: QPainter, bar: Bar, middle: int, columns: tuple[int, int]) -> None:
        painter.setFont(self.theme.font())
        painter.setPen(self.theme.color("text"))
        value_right = columns[0] - _VALUE
        room = float(self._room(columns))
        names_right = _BAR if room else value_right - self._widest()
        paint_text(painter, QRect(PAD, middle - 10, names_right - PAD - 8, 20), bar.name)
        known = bar.length is not None
        if bar.length is not None and room:
            length = bar.length * 100 * _POINTS_WIDE if self.block.counted else room * bar.length / self.block.longest
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("text3"))
            painter.drawRoundedRect(QRectF(_BAR, middle - 4, max(2.0, min(room, length)), 8), 1.5, 1.5)
        painter.setFont(self.theme.font(0 if known else -2, 600 if known else 400, tabular=True))
        painter.setPen(self.theme.color("text" if known else "text3"))
        wide = self._value_width()
        draw_text(painter, QRect(value_right - wide, middle - 10, wide, 20), RIGHT, bar.words)
        if not self.block.counted:
            return
        painter.setFont(self.theme.font(0, tabular=True))
        painter.setPen(self.theme.color("text2"))
        draw_text(painter, QRect(columns[0] - 60, middle - 10, 60, 20), RIGHT, figure(bar.count or 0))
        change = bar.change or 0
        painter.setFont(self.theme.font(0, 500 if change else 400, tabular=True))
        painter.setPen(self.theme.color("ok" if change > 0 else "danger" if change < 0 else "text2"))
        draw_text(painter, QRect(columns[1] - 60, middle - 10, 60, 20), RIGHT, bar.change_words)
