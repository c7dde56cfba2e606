"""How many fields of the table are in each state, as chips."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.domain.mapping.offer import State
from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.airtable.mapping.words import MARKS, STATE_WORDS
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT
from journeydesk.ui.theme import Theme

_GROUNDS = {State.DECIDE: "warn-soft", State.LIKELY: "accent-soft", State.MATCHED: "ok-soft"}
_INKS = {State.LIKELY: "accent-ink"}
_GAP, _HEIGHT = 6, 24


class StateChips(QWidget):
    """Painted, for there is nothing to press. Where room is short the last ones leave."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[tuple[State, str]] = []
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_counts(self, counts: Mapping[State, int]) -> None:
        """Shows the states that there are, problems first."""
        self._chips = [(state, f"{counts[state]} {STATE_WORDS[state]}") for state in MARKS if counts.get(state)]
        self.setAccessibleName(", ".join(words for _, words in self._chips) or tr("no fields"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, x = self._theme, 0
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(theme.font(-1, 500))
            metrics = QFontMetrics(theme.font(-1, 500))
            for state, words in self._chips:
                width = metrics.horizontalAdvance(words) + 38
                if x + width > self.width():
                    break
                icon, ink = MARKS[state]
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(_GROUNDS.get(state, "sunk")))
                painter.drawRoundedRect(QRectF(x, 0, width, _HEIGHT), 3, 3)
                theme.paint_icon(painter, QRect(x + 8, 4, 16, 16), icon, ink)
                painter.setPen(theme.color(_INKS.get(state, ink)))
                draw_text(painter, QRect(x + 29, 0, width - 29, _HEIGHT), LEFT, words)
                x += width + _GAP
