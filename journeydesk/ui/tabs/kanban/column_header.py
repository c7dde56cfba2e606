"""The head of a column: stage badge and name, how many cards, and their sum."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.rows.board import BoardColumn
from journeydesk.ui.mirror import painter_on, put, under
from journeydesk.ui.painting import line_width, paint_badge, paint_line
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton
from journeydesk.ui.widgets.labels import tip
from journeydesk.ui.words.cards import column_amount, column_hint, column_sentence, count_words, over_words

HEADER = 56
_RADIUS = 6.0
_BAR = 3.0
_PAD = 10
_MORE = 24
_CAPTION = tr("Est. revenue")


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
    """Painted in one piece, `HEADER` px high; transparent, the column behind it draws the ground. `menu_requested` asks for the menu of
    the column, at a place on the screen.

    `full_name` is the stage's name where there is room for it, "Call to Discovery"; else the column's short one is shown.
    """

    menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme, column: BoardColumn, full_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = column
        self._full_name = full_name
        self.more = IconButton(theme, "more", tr("More about {full_name}", full_name=full_name), parent=self)
        self.more.setFixedSize(24, 24)
        self.more.clicked.connect(lambda: self.menu_requested.emit(self.more.mapToGlobal(under(self.more.rect()))))
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
        self.setToolTip(tip(column_hint(column)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(190, HEADER)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        put(self.more, self.width() - _PAD - self.more.width() + 6, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_name(painter)
            self._paint_money(painter)

    def _paint_name(self, painter: QPainter) -> None:
        theme, column = self._theme, self._column
        paint_badge(painter, QRect(_PAD, 11, 18, 18), theme, column.mark.number)
        right = self.width() - _PAD - 1 - (_MORE if self.more.isVisibleTo(self) else 0)
        weight, words = 600 if column.too_many else 400, count_words(column)
        painter.setPen(theme.color("warn" if column.too_many else "text2"))
        taken = paint_line(painter, QRect(0, 10, right, 20), theme, words, 0, weight, tabular=True, at_right=True) + 6
        painter.setPen(theme.color("text"))
        room = right - 36 - taken
        fits = line_width(theme, self._full_name, 0, 600) <= room
        paint_line(painter, QRect(36, 10, room, 20), theme, self._full_name if fits else column.mark.name, 0, 600)

    def _paint_money(self, painter: QPainter) -> None:
        """The sum at the right; at the left what is over the limit of days, where the caption of the sum has no room beside it."""
        theme, column = self._theme, self._column
        right = self.width() - _PAD - 1
        total = column_amount(column.revenue)
        painter.setPen(theme.color("text2"))
        taken = paint_line(painter, QRect(0, 32, right, 18), theme, total, -1, 600, tabular=True, at_right=True)
        room, left = right - taken - 8, _PAD
        over = over_words(column)
        needed = 18 + line_width(theme, over, -1, 500, tabular=True) if over else 0
        caption = line_width(theme, _CAPTION, -1)
        if not over or left + caption + 10 + needed <= room:
            painter.setPen(theme.color("text3"))
            paint_line(painter, QRect(left, 32, max(0, room - left), 18), theme, _CAPTION, -1)
            left += caption + 10
        if over:
            theme.paint_icon(painter, QRect(left, 34, 14, 14), "hourglass", "warn")
            painter.setPen(theme.color("warn"))
            paint_line(painter, QRect(left + 18, 32, max(0, room - left - 18), 18), theme, over, -1, 500, tabular=True)
