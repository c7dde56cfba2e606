"""What earned the points: each event with its points and when."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.rows.alerts import Evidence
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import RIGHT, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.figures import short_day

_ROW = 29
_ICONS = {"email": "mail", "call": "phone", "meeting": "users", "demo": "screen", "form": "pencil", "payment": "card"}


class EvidenceList(QWidget):
    """Painted; its accessible description has every line."""

    def __init__(self, theme: Theme, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone
        self._evidence: Sequence[Evidence] = ()
        self._today = date.min
        self.setAccessibleName(tr("What earned the points"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_evidence(self, evidence: Sequence[Evidence], today: date) -> None:
        """Shows these events."""
        self._evidence, self._today = evidence, today
        words = (f"{line.text}, {_points(line)}, {self._when(line)}" for line in evidence)
        self.setAccessibleDescription("; ".join(words))
        self.setFixedHeight(len(evidence) * _ROW + 1)
        self.update()

    def _when(self, line: Evidence) -> str:
        local = line.at.astimezone(self._zone)
        return f"{short_day(local.date(), self._today)} {local:%H:%M}"

    def sizeHint(self) -> QSize:
        return QSize(300, len(self._evidence) * _ROW + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
            for place, line in enumerate(self._evidence):
                top = place * _ROW + 1
                theme.paint_icon(painter, QRect(0, top + 6, 16, 16), _ICONS.get(line.kind, "cursor"), "text2")
                painter.setFont(theme.font(-1, tabular=True))
                painter.setPen(theme.color("text3"))
                draw_text(painter, QRect(self.width() - 110, top, 110, _ROW - 1), RIGHT, self._when(line))
                painter.setFont(theme.font(0, 600, tabular=True))
                painter.setPen(theme.color("text"))
                draw_text(painter, QRect(self.width() - 170, top, 60, _ROW - 1), RIGHT, _points(line))
                painter.setFont(theme.font())
                paint_text(painter, QRect(28, top, self.width() - 200, _ROW - 1), line.text)
                painter.fillRect(0, top + _ROW - 1, self.width(), 1, theme.color("line"))


def _points(line: Evidence) -> str:
    return f"{line.points:+,}" if line.points is not None else ""
