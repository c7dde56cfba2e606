"""The head of a column: stage badge and name, how many cards, and their sum."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.services.rows.board import BoardColumn
from journeydesk.ui.card_words import column_amount, column_sentence
from journeydesk.ui.painting import LEFT, RIGHT, paint_badge
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip

HEADER = 56
_RADIUS = 6.0
_BAR = 3.0
_PAD = 10


def paint_well(painter: QPainter, theme: Theme, rect: QRect, stage: int | None, target: bool, round_below: bool) -> None:
    """A column's ground: sunk, or the drop target's colour with a border; `stage` draws the coloured bar on top."""
    outline = QPainterPath()
    shape = QRectF(rect) if round_below else QRectF(rect).adjusted(0, 0, 0, _RADIUS * 2)
    if target:
        shape.adjust(0.5, 0.5, -0.5, -0.5)
    outline.addRoundedRect(shape, _RADIUS, _RADIUS)
    painter.setPen(QPen(theme.color("accent"), 1) if target else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent-soft" if target else "sunk"))
    painter.drawPath(outline)
    if stage is not None:
        painter.save()
        painter.setClipRect(QRectF(rect.left(), rect.top(), rect.width(), _BAR))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.stage(stage)[0])
        painter.drawPath(outline)
        painter.restore()


class ColumnHeader(QWidget):
    """Painted in one piece, `HEADER` px high; transparent, the column behind it draws the ground.

    `full_name` is the stage's name where there is room for it, "Call to Discovery"; else the column's short one is shown.
    """

    def __init__(self, theme: Theme, column: BoardColumn, full_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = column
        self._full_name = full_name
        self.setFixedHeight(HEADER)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_column(column)

    @property
    def column(self) -> BoardColumn:
        """What is shown."""
        return self._column

    def show_column(self, column: BoardColumn) -> None:
        """Shows new totals."""
        self._column = column
        self.setAccessibleName(column_sentence(column))
        over = column.over_limit
        self.setToolTip(tip(f"{over} over the limit of {column.limit_days} days in this stage" if over else ""))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(190, HEADER)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, column = self._theme, self._column
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_badge(painter, QRect(_PAD, 11, 18, 18), theme, column.mark.number)
        right = self.width() - _PAD - 1
        count = theme.font(0, tabular=True)
        painter.setFont(count)
        painter.setPen(theme.color("text2"))
        painter.drawText(QRect(0, 10, right, 20), RIGHT, f"{column.count:,}")
        taken = QFontMetrics(count).horizontalAdvance(f"{column.count:,}") + 6
        name = theme.font(0, 600)
        painter.setFont(name)
        painter.setPen(theme.color("text"))
        room = right - 36 - taken
        metrics = QFontMetrics(name)
        fits = metrics.horizontalAdvance(self._full_name) <= room
        words = metrics.elidedText(self._full_name if fits else column.mark.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(36, 10, room, 20), LEFT, words)
        painter.setFont(theme.font(-1))
        painter.setPen(theme.color("text3"))
        painter.drawText(QRect(_PAD, 32, right, 18), LEFT, "Est. revenue")
        painter.setFont(theme.font(-1, 600, tabular=True))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRect(0, 32, right, 18), RIGHT, column_amount(column.revenue))
        painter.end()
