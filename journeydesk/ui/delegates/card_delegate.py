"""How one card of the board is painted; no widget stands behind a card."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.services.rows.board import CardRow
from journeydesk.ui.card_words import card_day, days_in_stage, short_amount
from journeydesk.ui.models.board_model import CARD_ROLE, GAP_ROLE, MOVING_ROLE
from journeydesk.ui.painting import LEFT, MOST_SCORE, RIGHT, paint_bar, paint_ring, paint_text
from journeydesk.ui.theme import Theme

CARD = 71
GAP = 6
DROP_GAP = 8
_PAD = 10
_RADIUS = 6.0
_PRIORITY_ICON = {"Urgent": "urgent", "High": "high", "Normal": "normal"}


class CardDelegate(QStyledItemDelegate):
    """Paints cards of one height. `today` says which follow-ups are late."""

    def __init__(self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        # A card and the gap below it; wider where a drop would come before it.
        return QSize(120, CARD + GAP + (DROP_GAP if index.data(GAP_ROLE) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        # The card, or its dashed slot while it is being dragged.
        card = index.data(CARD_ROLE)
        rect = QRect(option.rect)
        rect.setTop(rect.top() + (DROP_GAP if index.data(GAP_ROLE) else 0))
        rect.setHeight(CARD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(MOVING_ROLE):
            self._paint_slot(painter, rect)
        else:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._paint_card(painter, rect, card, focused, hovered)
        painter.restore()

    def _paint_slot(self, painter: QPainter, rect: QRect) -> None:
        pen = QPen(self._theme.color("ctl"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setPen(self._theme.color("text3"))
        painter.setFont(self._theme.font(-1))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "Moving…")

    def _paint_card(self, painter: QPainter, rect: QRect, card: CardRow, focused: bool, hovered: bool) -> None:
        theme = self._theme
        fill = "warn-soft" if card.over_limit else "hover" if hovered else "base"
        line = "accent" if focused else "warn-line" if card.over_limit else "line"
        width = 2.0 if focused else 1.0
        painter.setPen(QPen(theme.color(line), width))
        painter.setBrush(theme.color(fill))
        inset = width / 2
        painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
        self._paint_names(painter, rect, card)
        self._paint_facts(painter, rect, card)

    def _paint_names(self, painter: QPainter, rect: QRect, card: CardRow) -> None:
        theme = self._theme
        left, right = rect.left() + _PAD, rect.right() + 1 - _PAD
        if card.alert is not None:
            token = card.alert.lower()
            theme.paint_icon(painter, QRect(right - 15, rect.top() + 9, 16, 16), _PRIORITY_ICON[card.alert], token)
        mark = 18 if card.pending or card.conflict else 0
        room = right - left - (20 if card.alert is not None else 0) - mark
        title = theme.font(0, 600)
        painter.setFont(title)
        painter.setPen(theme.color("text"))
        taken = paint_text(painter, QRect(left, rect.top() + 3, room, 28), card.company or card.contact)
        if mark:
            self._paint_mark(painter, left + taken + 6, rect.top() + 17, card)
        amount = short_amount(card.revenue)
        strong = theme.font(-1, 500, tabular=True)
        painter.setFont(strong)
        painter.setPen(theme.color("text"))
        painter.drawText(QRect(left, rect.top() + 24, right - left, 17), RIGHT, amount)
        taken = QFontMetrics(strong).horizontalAdvance(amount) + 8 if amount else 0
        if card.company:
            painter.setFont(theme.font(-1))
            painter.setPen(theme.color("text2"))
            paint_text(painter, QRect(left, rect.top() + 19, right - left - taken, 27), card.contact)

    def _paint_mark(self, painter: QPainter, x: int, middle: int, card: CardRow) -> None:
        if card.conflict:
            self._theme.paint_icon(painter, QRect(x, middle - 7, 14, 14), "split", "warn")
            return
        paint_ring(painter, QPointF(x + 4, middle), self._theme)

    def _paint_facts(self, painter: QPainter, rect: QRect, card: CardRow) -> None:
        theme = self._theme
        left, right = rect.left() + _PAD, rect.right() + 1 - _PAD
        middle = rect.top() + 55
        line = QRect(left, middle - 9, right - left, 18)
        small = theme.font(-1, tabular=True)
        painter.setFont(small)
        painter.setPen(theme.color("text2"))
        if card.score is not None:
            painter.drawText(line, LEFT, str(card.score))
            paint_bar(painter, QRectF(left + 20, middle - 2, 20, 4), theme, card.score / MOST_SCORE)
        days = "warn" if card.over_limit else "text2"
        theme.paint_icon(painter, QRect(left + 51, middle - 7, 14, 14), "hourglass", days)
        painter.setFont(theme.font(-1, 500 if card.over_limit else 400, tabular=True))
        painter.setPen(theme.color(days))
        taken = 67 + paint_text(painter, line.adjusted(67, 0, 0, 0), days_in_stage(card))
        self._paint_day(painter, line.adjusted(taken + 4, 0, 0, 0), card.follow_up)

    def _paint_day(self, painter: QPainter, line: QRect, day: date | None) -> None:
        if day is None:
            return
        today = self._today()
        color = "danger" if day < today else "text" if day == today else "text2"
        font = self._theme.font(-1, 500 if day <= today else 400, tabular=True)
        text = card_day(day, today)
        painter.setFont(font)
        painter.setPen(self._theme.color(color))
        painter.drawText(line, RIGHT, text)
        icon = line.right() + 1 - QFontMetrics(font).horizontalAdvance(text) - 18
        if icon < line.left():
            return
        tone = "danger" if day < today else "text2"
        self._theme.paint_icon(painter, QRect(icon, line.center().y() - 6, 14, 14), "calendar", tone)

    def lifted(self, card: CardRow, width: int, ratio: float) -> QPixmap:
        """The card as it hangs under the pointer: an accent border and a flat shadow."""
        picture = QPixmap(round((width + 4) * ratio), round((CARD + 4) * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = QColor(self._theme.color("tip"))
        shadow.setAlphaF(0.12)
        painter.setBrush(shadow)
        painter.drawRoundedRect(QRectF(4, 4, width, CARD), _RADIUS, _RADIUS)
        self._paint_card(painter, QRect(0, 0, width, CARD), card, True, False)
        painter.end()
        return picture
