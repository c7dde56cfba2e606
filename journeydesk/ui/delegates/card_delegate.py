"""How one card of the board is painted; no widget stands behind a card."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, tr
from journeydesk.services.rows.board import CardRow
from journeydesk.ui.mirror import draw_text, is_mirrored, mirrored_item, turn
from journeydesk.ui.models.board_model import GAP_ROLE, ColumnModel
from journeydesk.ui.painting import MOST_SCORE, line_width, paint_bar, paint_line, paint_ring
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.cards import card_day, days_in_stage, short_amount

CARD = 71
GAP = 6
DROP_GAP = 8
_PAD = 10
_RADIUS = 6.0
_ICON = 16
_GAP_OF_DAY = 6
_PRIORITY_ICON = {"Urgent": "urgent", "High": "high", "Normal": "normal"}


@dataclass(frozen=True, slots=True)
class _Facts:
    """The last line of a card as there is room for it: whether the score has its bar, where the hourglass stands, days and date in
    words, and whether the calendar stands before the date."""

    bar: bool
    start: int
    days: str
    day: str
    calendar: bool


class CardDelegate(QStyledItemDelegate):
    """Paints cards of one height. `today` says which follow-ups are late."""

    def __init__(self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        # A card and the gap below it; wider where a drop would come before it.
        return QSize(120, CARD + GAP + (DROP_GAP if index.data(GAP_ROLE) else 0))

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        # The card, or its dashed slot while it is being dragged.
        model = index.model()
        assert isinstance(model, ColumnModel)
        card, moving, chosen, gap = model.looks(index.row())
        rect = QRect(option.rect)
        rect.setTop(rect.top() + (DROP_GAP if gap else 0))
        rect.setHeight(CARD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if moving:
            self._paint_slot(painter, rect)
        else:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            # The ring lies over it, so that the card that loses or gets the keyboard is not painted anew.
            key = card, hovered, chosen, self._today()
            paint = partial(self._paint_card, card=card, hovered=hovered, chosen=chosen)
            self._theme.cards.paint(painter, rect, key, paint)
            if focused:
                self._paint_ring(painter, rect)
        painter.restore()

    def _paint_slot(self, painter: QPainter, rect: QRect) -> None:
        pen = QPen(self._theme.color("ctl"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setPen(self._theme.color("text3"))
        painter.setFont(self._theme.font(-1))
        draw_text(painter, rect, Qt.AlignmentFlag.AlignCenter, tr("Moving…"))

    def _paint_ring(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _paint_card(self, painter: QPainter, rect: QRect, card: CardRow, hovered: bool, chosen: bool = False) -> None:
        theme = self._theme
        fill = "sel" if chosen else "warn-soft" if card.over_limit else "hover" if hovered else "base"
        line = "accent" if chosen else "warn-line" if card.over_limit else "line"
        painter.setPen(QPen(theme.color(line), 1))
        painter.setBrush(theme.color(fill))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
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
        painter.setPen(theme.color("text"))
        taken = paint_line(painter, QRect(left, rect.top() + 3, room, 28), theme, card.company or card.contact, 0, 600)
        if mark:
            self._paint_mark(painter, left + taken + 6, rect.top() + 17, card)
        amount = short_amount(card.revenue)
        painter.setPen(theme.color("text"))
        place = QRect(left, rect.top() + 24, right - left, 17)
        taken = paint_line(painter, place, theme, amount, -1, 500, tabular=True, at_right=True) + 8 if amount else 0
        if card.company:
            painter.setPen(theme.color("text2"))
            paint_line(painter, QRect(left, rect.top() + 19, right - left - taken, 27), theme, card.contact, -1)

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
        facts = self._facts(card, line.width())
        painter.setPen(theme.color("text2"))
        if card.score is not None:
            paint_line(painter, line, theme, str(card.score), -1, tabular=True)
            if facts.bar:
                paint_bar(painter, QRectF(left + 20, middle - 2, 20, 4), theme, card.score / MOST_SCORE)
        days = "warn" if card.over_limit else "text2"
        theme.paint_icon(painter, QRect(left + facts.start, middle - 7, 14, 14), "hourglass", days)
        painter.setPen(theme.color(days))
        place = line.adjusted(facts.start + _ICON, 0, 0, 0)
        paint_line(painter, place, theme, facts.days, -1, _days_weight(card), tabular=True)
        if card.follow_up is not None and facts.day:
            self._paint_day(painter, line, card.follow_up, facts)

    def _facts(self, card: CardRow, room: int) -> "_Facts":
        """What of the last line there is room for: nothing is ever cut, for a date without its first digit is another date. First the
        calendar goes, then the bar of the score, then the limit of days, and at last the date."""
        today = self._today()
        day = card_day(card.follow_up, today)
        score = self._wide(str(card.score)) + 8 if card.score is not None else 0
        day_width = self._wide(day, self._day_weight(card.follow_up)) + _GAP_OF_DAY if day else 0
        whole, short = days_in_stage(card), tr("{days} d", days=card.days)
        shapes = [(True, whole, _ICON), (True, whole, 0), (False, whole, _ICON), (False, whole, 0), (False, short, 0)]
        for bar, words, icon in shapes:
            start = max(51, score) if bar else score
            if start + _ICON + self._wide(words, _days_weight(card)) + day_width + (icon if day else 0) <= room:
                return _Facts(bar, start, words, day, bool(icon))
        return _Facts(False, score, short, "", False)

    def _wide(self, words: str, weight: int = 400) -> int:
        return line_width(self._theme, words, -1, weight, tabular=True)

    def _day_weight(self, day: date | None) -> int:
        return 500 if day is not None and day <= self._today() else 400

    def _paint_day(self, painter: QPainter, line: QRect, day: date, facts: "_Facts") -> None:
        today = self._today()
        color = "danger" if day < today else "text" if day == today else "text2"
        painter.setPen(self._theme.color(color))
        weight = self._day_weight(day)
        paint_line(painter, line, self._theme, facts.day, -1, weight, tabular=True, at_right=True)
        if facts.calendar:
            icon = line.right() + 1 - self._wide(facts.day, weight) - 18
            tone = "danger" if day < today else "text2"
            self._theme.paint_icon(painter, QRect(icon, line.center().y() - 6, 14, 14), "calendar", tone)

    def lifted(self, card: CardRow, width: int, ratio: float, count: int = 1) -> QPixmap:
        """The card as it hangs under the pointer: an accent border and a flat shadow; of several the first, with how many there are."""
        picture = QPixmap(round((width + 4) * ratio), round((CARD + 4) * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            if is_mirrored():
                turn(painter, QRect(0, 0, width + 4, CARD + 4))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            shadow = QColor(self._theme.color("tip"))
            shadow.setAlphaF(0.12)
            painter.setBrush(shadow)
            painter.drawRoundedRect(QRectF(4, 4, width, CARD), _RADIUS, _RADIUS)
            self._paint_card(painter, QRect(0, 0, width, CARD), card, False)
            self._paint_ring(painter, QRect(0, 0, width, CARD))
            if count > 1:
                self._paint_count(painter, width, count)
        return picture

    def _paint_count(self, painter: QPainter, width: int, count: int) -> None:
        font = self._theme.font(-1, 600, tabular=True)
        words = figure(count)
        badge = QRect(0, 0, max(20, QFontMetrics(font).horizontalAdvance(words) + 12), 20)
        badge.moveTopRight(QRect(0, 0, width - 4, CARD).topRight() + QPoint(0, 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(badge, 10, 10)
        painter.setFont(font)
        painter.setPen(self._theme.color("on-accent"))
        draw_text(painter, badge, Qt.AlignmentFlag.AlignCenter, words)


def _days_weight(card: CardRow) -> int:
    return 500 if card.over_limit else 400
