"""The titles above the fields, at the columns of the lines."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.airtable.mapping.field_geometry import columns
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.painting import paint_text
from journeydesk.ui.theme import Theme

_HEIGHT = 28


class FieldHeads(QWidget):
    """Painted, for they only help the eye."""

    def __init__(self, theme: Theme, lines: QAbstractScrollArea, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        self._theme = theme
        self._remote = ""
        self.setFixedHeight(_HEIGHT)
        theme.changed.connect(self.update)

    def show_table(self, remote: str) -> None:
        """Names the table of the base."""
        self._remote = remote
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("panel"))
            painter.setFont(self._theme.font(-1))
            painter.setPen(self._theme.color("text2"))
            at = columns(self._lines.viewport().width())
            heads = (
                (12, at.chooser, tr("Journeydesk field")),
                (at.chooser, at.state, tr("Field in “{remote}”, with its kind and a sample", remote=self._remote)),
                (at.state, self.width(), tr("State")),
            )
            for left, right, words in heads:
                paint_text(painter, QRect(left, 0, right - left - 8, _HEIGHT), words)
