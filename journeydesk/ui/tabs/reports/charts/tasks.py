"""What is to be done, on screen: numbered lines that open who they are about."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journeydesk.reports.blocks.tasks import Tasks
from journeydesk.ui.mirror import draw_text, put
from journeydesk.ui.painting import CENTER, LEFT, RIGHT, paint_text
from journeydesk.ui.tabs.reports.charts.chart import Chart
from journeydesk.ui.tabs.reports.charts.spot import PAD, TITLE, Spot

TASK_LINE = 56
_MARK = 24
_WHO = 190


class TasksChart(Chart[Tasks]):
    """A line each: what and why at the left, who and by when at the right."""

    def paint_figures(self, painter: QPainter) -> list[Spot]:
        """The lines in their order."""
        theme, spots = self.theme, []
        if not self.block.tasks:
            painter.setFont(theme.font())
            painter.setPen(theme.color("text2"))
            draw_text(painter, QRect(PAD, TITLE, self.width() - 2 * PAD, 30), LEFT, self.block.finding)
        for place, task in enumerate(self.block.tasks):
            top = TITLE + place * TASK_LINE
            if place:
                painter.fillRect(PAD, top, self.width() - 2 * PAD, 1, theme.color("line"))
            mark = QRectF(PAD, top + 12, _MARK, _MARK)
            painter.setPen(QPen(theme.color("text2"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(mark)
            painter.setPen(theme.color("text"))
            painter.setFont(theme.font(-1, 600))
            draw_text(painter, mark, CENTER, str(place + 1))
            left, room = PAD + _MARK + 12, self.width() - 2 * PAD - _MARK - 12 - _WHO
            self._paint_pair(painter, left, room, top, (task.title, task.reason), LEFT)
            if self.offer is None:
                self._paint_pair(painter, left + room, _WHO, top, (task.owner, task.due), RIGHT)
            words = ", ".join(part for part in (task.title, task.reason, task.owner, task.due) if part)
            spots.append(Spot(QRectF(8, top + 2, self.width() - 16, TASK_LINE - 4), words, task.behind))
        return spots

    def _place_offer(self) -> None:
        # Beside the one thing that it does.
        if self.offer is not None:
            self.offer.adjustSize()
            put(self.offer, self.width() - self.offer.width() - PAD, TITLE + (TASK_LINE - self.offer.height()) // 2)

    def _paint_pair(
        self, painter: QPainter, left: int, room: int, top: int, words: tuple[str, str], side: Qt.AlignmentFlag
    ) -> None:
        for place, (text, weight, token) in enumerate(zip(words, (600, 400), ("text", "text2"), strict=True)):
            painter.setFont(self.theme.font(0 if not place else -1, weight))
            painter.setPen(self.theme.color(token))
            paint_text(painter, QRect(left, top + 8 + 20 * place, room, 20), text, side)
