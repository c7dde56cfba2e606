"""A stage as number, name and colour, and its number alone."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.rows.common import StageMark
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.painting import chip_width, paint_badge, paint_chip
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip

_MOST = 220


class StageChip(QWidget):
    """Number and name on the stage's colour; the whole name is in the tooltip where it is cut."""

    def __init__(self, theme: Theme, number: int, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_stage(number, name)
        theme.changed.connect(self.update)

    def show_stage(self, number: int, name: str) -> None:
        """Shows another stage."""
        self._mark = StageMark(number, name, "", 0)
        self.setAccessibleName(tr("stage {number}, {name}", number=number, name=name))
        self.setToolTip(tip(name))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(min(_MOST, chip_width(self._theme, self._mark)), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            paint_chip(painter, 0, 10, self._theme, self._mark, self.width())


class StageBadge(QWidget):
    """The number on the stage's colour."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self.setAccessibleName(tr("stage {number}", number=number))
        self.setFixedSize(22, 22)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_badge(painter, QRect(1, 1, 20, 20), self._theme, self._number)
