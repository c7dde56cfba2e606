"""A table on screen: as many lines as there is room for, and how many more there are."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetrics, QPainter

from journeydesk.domain.words import figure, tr
from journeydesk.reports.blocks.table import Line, Table
from journeydesk.ui.painting import LEFT, RIGHT, paint_text
from journeydesk.ui.tabs.reports.charts.chart import PAD, Chart, Spot

_HEAD = 47
_FIRST = 73
_PITCH = 31
_GAP = 14


class TableChart(Chart[Table]):
    """Columns of numbers are as wide as their widest words; the others share the rest."""

    def paint_figures(self, painter: QPainter) -> list[Spot]:
        """Head and lines."""
        places = self._places()
        heads = Line(tuple(column.head for column in self.block.columns))
        self._paint_line(painter, heads, _HEAD, places, head=True)
        painter.fillRect(PAD, _HEAD + 11, self.width() - 2 * PAD, 1, self.theme.color("line2"))
        room = max(1, (self.height() - _FIRST - 8 + _PITCH // 2) // _PITCH)
        lines = self.block.lines
        shown = lines if len(lines) <= room else lines[: room - 1]
        spots = []
        for place, line in enumerate(shown):
            middle = _FIRST + place * _PITCH
            if place:
                token = "line2" if line.total else "line"
                painter.fillRect(PAD, middle - _PITCH // 2, self.width() - 2 * PAD, 1, self.theme.color(token))
            self._paint_line(painter, line, middle, places)
            words = ", ".join(f"{c.head} {cell}".strip() for c, cell in zip(self.block.columns, line.cells, strict=True))
            spots.append(Spot(QRectF(8, middle - 14, self.width() - 16, 28), words, line.behind))
        if len(shown) < len(lines) or not lines:
            words = tr("and {count} more", count=figure(len(lines) - len(shown))) if lines else "No data"
            painter.setFont(self.theme.font(-1))
            painter.setPen(self.theme.color("text3"))
            painter.drawText(QRect(PAD, _FIRST + len(shown) * _PITCH - 10, 200, 20), LEFT, words)
        return spots

    def _places(self) -> list[tuple[int, int]]:
        """Left edge and width of each column."""
        metrics = QFontMetrics(self.theme.font(0, 600, tabular=True))
        widths = []
        for place, column in enumerate(self.block.columns):
            cells = [column.head, *(line.cells[place] for line in self.block.lines)] if column.number else []
            widths.append(max((metrics.horizontalAdvance(words) for words in cells), default=0))
        texts = sum(not column.number for column in self.block.columns)
        free = self.width() - 2 * PAD - sum(widths) - _GAP * (len(widths) - 1)
        places, x = [], PAD
        for column, width in zip(self.block.columns, widths, strict=True):
            wide = width if column.number else max(24, free // max(1, texts))
            places.append((x, wide))
            x += wide + _GAP
        return places

    def _paint_line(
        self, painter: QPainter, line: Line, middle: int, places: list[tuple[int, int]], *, head: bool = False
    ) -> None:
        for column, cell, (x, width) in zip(self.block.columns, line.cells, places, strict=True):
            strong = line.total or column.look == "strong"
            token = "text3" if head else "text2" if column.look == "quiet" and not line.total else "text"
            painter.setFont(self.theme.font(-2) if head else self.theme.font(0, 600 if strong else 400, tabular=column.number))
            painter.setPen(self.theme.color(token))
            paint_text(painter, QRect(x, middle - 10, width, 20), cell, RIGHT if column.number else LEFT)
