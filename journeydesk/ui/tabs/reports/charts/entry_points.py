"""Conversion by entry point: a small table with a bar for each share."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from journeydesk.reports.figures import EntryRow
from journeydesk.ui.painting import LEFT, RIGHT, paint_text
from journeydesk.ui.tabs.reports.charts.chart import PAD, Chart, Spot
from journeydesk.ui.theme import Theme

_HEAD = 47
_FIRST = 75
_PITCH = 36
_BAR = 165
_POINTS_WIDE = 1.12


class EntryPoints(Chart):
    """Best first, as given."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Conversion by entry point", parent)
        self._lines: Sequence[EntryRow] = ()
        self._heads = ("Entry point", "Reached stage 2", "Leads", "")

    def show_lines(self, lines: Sequence[EntryRow], against: str, finding: str) -> None:
        """Shows these; `against` names the period compared with, "vs W19"."""
        self._lines = lines
        self._heads = ("Entry point", "Reached stage 2", "Leads", against)
        self.show_note("", finding)

    def table(self) -> list[tuple[str, ...]]:
        """Entry point, leads, share, change."""
        rows: list[tuple[str, ...]] = [("Entry point", "Leads", "Reached stage 2", self._heads[3])]
        return rows + [(line.name, str(line.leads), _share(line), _change(line)) for line in self._lines]

    def paint_figures(self, painter: QPainter) -> list[Spot]:
        """Head, and a line for each entry point."""
        right = self.width() - PAD
        columns = (right - 59, right)
        painter.setFont(self.theme.font(-2))
        painter.setPen(self.theme.color("text3"))
        painter.drawText(QRect(PAD, _HEAD - 9, 140, 18), LEFT, self._heads[0])
        painter.drawText(QRect(_BAR, _HEAD - 9, 110, 18), LEFT, self._heads[1])
        painter.drawText(QRect(columns[0] - 80, _HEAD - 9, 80, 18), RIGHT, self._heads[2])
        painter.drawText(QRect(columns[1] - 80, _HEAD - 9, 80, 18), RIGHT, self._heads[3])
        painter.fillRect(PAD, _HEAD + 10, right - PAD, 1, self.theme.color("line"))
        spots = []
        shown = [line for place, line in enumerate(self._lines) if _FIRST + place * _PITCH + 10 < self.height()]
        for place, line in enumerate(shown):
            middle = _FIRST + place * _PITCH
            self._paint_line(painter, line, middle, columns)
            if place + 1 < len(shown):
                painter.fillRect(PAD, middle + _PITCH // 2, right - PAD, 1, self.theme.color("line"))
            words = f"{line.name}: {line.leads:,} leads, {_share(line)} reached stage 2, {_change(line)}".rstrip(", ")
            spots.append(Spot(QRectF(8, middle - 16, self.width() - 16, 32), words, line.name))
        return spots

    def _paint_line(self, painter: QPainter, line: EntryRow, middle: int, columns: tuple[int, int]) -> None:
        painter.setFont(self.theme.font())
        painter.setPen(self.theme.color("text"))
        paint_text(painter, QRect(PAD, middle - 10, _BAR - PAD - 8, 20), line.name)
        percent_right = columns[0] - 54
        if line.rate is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("text3"))
            width = min(float(percent_right - 40 - _BAR), line.rate * 100 * _POINTS_WIDE)
            painter.drawRoundedRect(QRectF(_BAR, middle - 4, max(2.0, width), 8), 1.5, 1.5)
        known = line.rate is not None
        painter.setFont(self.theme.font(0 if known else -2, 600 if known else 400, tabular=True))
        painter.setPen(self.theme.color("text" if known else "text3"))
        painter.drawText(QRect(percent_right - 90, middle - 10, 90, 20), RIGHT, _share(line))
        painter.setFont(self.theme.font(0, tabular=True))
        painter.setPen(self.theme.color("text2"))
        painter.drawText(QRect(columns[0] - 60, middle - 10, 60, 20), RIGHT, f"{line.leads:,}")
        change = line.delta or 0
        painter.setFont(self.theme.font(0, 500 if change else 400, tabular=True))
        painter.setPen(self.theme.color("ok" if change > 0 else "danger" if change < 0 else "text2"))
        painter.drawText(QRect(columns[1] - 60, middle - 10, 60, 20), RIGHT, _change(line))


def _share(line: EntryRow) -> str:
    return "fewer than 10" if line.rate is None else f"{line.rate:.0%}"


def _change(line: EntryRow) -> str:
    if line.delta is None:
        return ""
    return "±0 pt" if line.delta == 0 else f"{line.delta:+d} pt".replace("-", "−")
