"""The head of a column: stage badge and name, how many cards, and their sum."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.rows.board import BoardColumn
from journeydesk.ui.mirror import draw_text, painter_on, put
from journeydesk.ui.painting import LEFT, RIGHT, paint_badge, paint_text
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
        self.more.clicked.connect(lambda: self.menu_requested.emit(self.more.mapToGlobal(self.more.rect().bottomLeft())))
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
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_name(painter)
        self._paint_money(painter)
        painter.end()

    def _paint_name(self, painter: QPainter) -> None:
        theme, column = self._theme, self._column
        paint_badge(painter, QRect(_PAD, 11, 18, 18), theme, column.mark.number)
        right = self.width() - _PAD - 1 - (_MORE if self.more.isVisibleTo(self) else 0)
        count = theme.font(0, 600 if column.too_many else 400, tabular=True)
        words = count_words(column)
        painter.setFont(count)
        painter.setPen(theme.color("warn" if column.too_many else "text2"))
        draw_text(painter, QRect(0, 10, right, 20), RIGHT, words)
        taken = QFontMetrics(count).horizontalAdvance(words) + 6
        name = theme.font(0, 600)
        painter.setFont(name)
        painter.setPen(theme.color("text"))
        room = right - 36 - taken
        metrics = QFontMetrics(name)
        fits = metrics.horizontalAdvance(self._full_name) <= room
        shown = self._full_name if fits else column.mark.name
        draw_text(painter, QRect(36, 10, room, 20), LEFT, metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room))

    def _paint_money(self, painter: QPainter) -> None:
        """The sum at the right; at the left what is over the limit of days, where the caption of the sum has no room beside it."""
        theme, column = self._theme, self._column
        right = self.width() - _PAD - 1
        strong = theme.font(-1, 600, tabular=True)
        total = column_amount(column.revenue)
        painter.setFont(strong)
        painter.setPen(theme.color("text2"))
        draw_text(painter, QRect(0, 32, right, 18), RIGHT, total)
        room = right - QFontMetrics(strong).horizontalAdvance(total) - 8
        left, small = _PAD, theme.font(-1)
        over = over_words(column)
        needed = 18 + QFontMetrics(theme.font(-1, 500, tabular=True)).horizontalAdvance(over) if over else 0
        caption = QFontMetrics(small).horizontalAdvance(_CAPTION)
        if not over or left + caption + 10 + needed <= room:
            painter.setFont(small)
            painter.setPen(theme.color("text3"))
            draw_text(painter, QRect(left, 32, max(0, room - left), 18), LEFT, _CAPTION)
            left += caption + 10
        if over:
            theme.paint_icon(painter, QRect(left, 34, 14, 14), "hourglass", "warn")
            painter.setFont(theme.font(-1, 500, tabular=True))
            painter.setPen(theme.color("warn"))
            paint_text(painter, QRect(left + 18, 32, max(0, room - left - 18), 18), over)
