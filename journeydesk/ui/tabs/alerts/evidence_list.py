"""What earned the points: each event with its points and when."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.services.rows.alerts import Evidence
from journeydesk.ui.painting import RIGHT, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.words import short_day

_ROW = 29
_ICONS = {"email": "mail", "call": "phone", "meeting": "users", "demo": "screen", "form": "pencil", "payment": "card"}


class EvidenceList(QWidget):
    """Painted; its accessible description has every line."""

    def __init__(self, theme: Theme, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone
        self._found: Sequence[Evidence] = ()
        self._today = date.min
        self.setAccessibleName("What earned the points")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_evidence(self, found: Sequence[Evidence], today: date) -> None:
        """Shows these events."""
        self._found, self._today = found, today
        words = (f"{one.text}, {_points(one)}, {self._when(one)}" for one in found)
        self.setAccessibleDescription("; ".join(words))
        self.setFixedHeight(len(found) * _ROW + 1)
        self.update()

    def _when(self, one: Evidence) -> str:
        local = one.at.astimezone(self._zone)
        return f"{short_day(local.date(), self._today)} {local:%H:%M}"

    def sizeHint(self) -> QSize:
        return QSize(300, len(self._found) * _ROW + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
        for place, one in enumerate(self._found):
            top = place * _ROW + 1
            theme.paint_icon(painter, QRect(0, top + 6, 16, 16), _ICONS.get(one.kind, "cursor"), "text2")
            painter.setFont(theme.font(-1, tabular=True))
            painter.setPen(theme.color("text3"))
            painter.drawText(QRect(self.width() - 110, top, 110, _ROW - 1), RIGHT, self._when(one))
            painter.setFont(theme.font(0, 600, tabular=True))
            painter.setPen(theme.color("text"))
            painter.drawText(QRect(self.width() - 170, top, 60, _ROW - 1), RIGHT, _points(one))
            painter.setFont(theme.font())
            paint_text(painter, QRect(28, top, self.width() - 200, _ROW - 1), one.text)
            painter.fillRect(0, top + _ROW - 1, self.width(), 1, theme.color("line"))
        painter.end()


def _points(one: Evidence) -> str:
    return f"{one.points:+,}" if one.points is not None else ""
