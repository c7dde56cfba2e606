"""Calls a week as bars, the last whole week in the accent's colour."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from journeydesk.domain.planning.usage import UsageOfWeek, beside, finding, last_whole
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.reports.blocks.columns import axis_top
from journeydesk.ui.mirror import draw_text, painter_on, seen_at
from journeydesk.ui.painting import RIGHT
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip

_LEFT, _BELOW, _TOP = 34, 20, 8


class UsageChart(QWidget):
    """Twelve weeks; figures in the tooltip and in its name for a screen reader."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._weeks: tuple[UsageOfWeek, ...] = ()
        self.setFixedHeight(138)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_weeks(self, weeks: tuple[UsageOfWeek, ...]) -> None:
        """Shows other weeks."""
        self._weeks = weeks
        self.setAccessibleName(f"{finding(weeks)}: {beside(weeks)}" if weeks else tr("No use yet"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 138)

    def _pitch(self) -> float:
        return (self.width() - _LEFT) / max(1, len(self._weeks))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._weeks:
            place = int((seen_at(self, event.pos()).x() - _LEFT) // self._pitch())
            if 0 <= place < len(self._weeks):
                week = self._weeks[place]
                calls = tr_count("{count} call", "{count} calls", week.calls)
                words = tr("Week {week}: {calls}", week=week.week.number, calls=calls)
                QToolTip.showText(event.globalPos(), tip(words), self)
                return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            most = axis_top(max([3, *(week.calls for week in self._weeks)]))
            ground = self.height() - _BELOW
            tall = ground - _TOP
            painter.setFont(theme.font(-3, tabular=True))
            for third in range(4):
                y = ground - tall * third / 3
                painter.fillRect(QRectF(_LEFT, y, self.width() - _LEFT, 1), theme.color("line" if third else "ctl"))
                painter.setPen(theme.color("text2"))
                words = QRectF(0, y - 8, _LEFT - 6, 16)
                draw_text(painter, words, RIGHT, _short(most * third // 3))
            last = last_whole(self._weeks) if self._weeks else -1
            pitch = self._pitch()
            for place, week in enumerate(self._weeks):
                height = tall * week.calls / most
                left = _LEFT + pitch * place + pitch * 0.12
                if week.calls:
                    token = "accent-fill" if place == last else "text2" if week.whole else "line2"
                    painter.fillRect(QRectF(left, ground - height, pitch * 0.76, height), theme.color(token))
                if place == last or (place % 4 == 3 and abs(place - last) > 1):
                    self._paint_week(painter, QPointF(left + pitch * 0.38, ground), week, place == last)

    def _paint_week(self, painter: QPainter, below: QPointF, week: UsageOfWeek, strong: bool) -> None:
        painter.setFont(self._theme.font(-3, 600 if strong else 400))
        painter.setPen(self._theme.color("text" if strong else "text2"))
        left = min(below.x() - 18, self.width() - 36.0)
        draw_text(painter, QRectF(left, below.y() + 3, 36, 16), Qt.AlignmentFlag.AlignCenter, f"W{week.week.number}")


def _short(number: int) -> str:
    return f"{number // 1000}k" if number >= 10_000 else figure(number)
