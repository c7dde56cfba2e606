"""How a waiting change is painted: its mark, what changed from what to what, and when; a refusal with its reason and the fix."""

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.queries.outbox import PendingRow
from journeydesk.ui.dialogs.outbox.pending_model import PendingLine
from journeydesk.ui.mirror import draw_text, mirrored_item
from journeydesk.ui.models.lines import LINE_ROLE
from journeydesk.ui.painting import RIGHT, paint_ring, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.figures import moment_words

Index = QModelIndex | QPersistentModelIndex
_NAME, _CHANGE, _REFUSED = 30, 30, 64
_LEFT = 18


class PendingDelegate(QStyledItemDelegate):
    """One line, or three where the service refused it."""

    def __init__(self, theme: Theme, zone: ZoneInfo, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone
        self._today = today

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE_ROLE)
        if not isinstance(line, PendingLine) or line.row is None:
            return QSize(200, _NAME)
        return QSize(200, _REFUSED if line.row.state == "refused" else _CHANGE)

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, PendingLine):
            return
        theme, rect = self._theme, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.row is None:
            painter.fillRect(rect, theme.color("panel"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
            painter.setFont(theme.font(0, 600))
            painter.setPen(theme.color("text"))
            paint_text(painter, rect.adjusted(_LEFT, 0, -18, 0), line.name)
        else:
            self._paint_change(painter, rect, line.row, bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_change(self, painter: QPainter, rect: QRect, row: PendingRow, chosen: bool) -> None:
        theme = self._theme
        painter.fillRect(rect, theme.color("sel" if chosen else "base"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        if chosen:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.color("accent"))
        first = QRect(rect.left(), rect.top(), rect.width(), _CHANGE - 1)
        self._paint_mark(painter, first, row)
        when = moment_words(row.at, self._zone, self._today())
        tail = tr("held · {when}", when=when) if row.state == "held" else when
        painter.setFont(theme.font(-1, tabular=True))
        painter.setPen(theme.color("text2"))
        draw_text(painter, first.adjusted(0, 0, -18, 0), RIGHT, tail)
        taken = painter.fontMetrics().horizontalAdvance(tail)
        self._paint_words(painter, first.adjusted(_LEFT + 24, 0, -18 - taken - 12, 0), row)
        if row.state == "refused":
            left = rect.left() + _LEFT + 24
            width = rect.right() - 18 - left
            painter.setFont(theme.font(-1))
            painter.setPen(theme.color("danger"))
            paint_text(painter, QRect(left, rect.top() + 26, width, 17), row.reason)
            painter.setPen(theme.color("text2"))
            paint_text(painter, QRect(left, rect.top() + 43, width, 17), row.fix)

    def _paint_mark(self, painter: QPainter, rect: QRect, row: PendingRow) -> None:
        middle = rect.center().y()
        if row.state == "waiting":
            paint_ring(painter, QPointF(rect.left() + _LEFT + 8, middle + 0.5), self._theme)
            return
        icon, token = ("x-square", "danger") if row.state == "refused" else ("hourglass", "text2")
        self._theme.paint_icon(painter, QRect(rect.left() + _LEFT, middle - 7, 16, 16), icon, token)

    def _paint_words(self, painter: QPainter, rect: QRect, row: PendingRow) -> None:
        """What, then from what to what: each side has half of the room at least, and the new value is the strong one."""
        theme = self._theme
        painter.setFont(theme.font())
        painter.setPen(theme.color("text2"))
        what = f"{row.what[:1].upper()}{row.what[1:]}"
        x = rect.left() + paint_text(painter, rect, f"{what}:" if row.field_slug else what) + 6
        if row.field_slug is None:
            return
        before, now = (" ".join((text or tr("empty")).split()) for text in (row.before, row.now))
        room = rect.right() - x - 24
        metrics = painter.fontMetrics()
        half = max(room // 2, room - metrics.horizontalAdvance(now))
        painter.setPen(theme.color("text2" if row.before else "text3"))
        x += paint_text(painter, QRect(x, rect.top(), max(0, half), rect.height()), before) + 4
        theme.paint_icon(painter, QRect(x, rect.center().y() - 6, 14, 14), "arrow-right", "text2")
        painter.setPen(theme.color("text" if row.now else "text3"))
        painter.setFont(theme.font(0, 500))
        paint_text(painter, QRect(x + 18, rect.top(), max(0, rect.right() - x - 18), rect.height()), now)
