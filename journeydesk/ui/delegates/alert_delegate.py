"""How the inbox is painted: header rows of priorities, and three lines for each alert."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.domain.words import first_up, named
from journeydesk.services.rows.alerts import AlertRow
from journeydesk.ui.mirror import mirrored_item
from journeydesk.ui.models.alert_model import ALERT_ROLE, GROUP, GROUP_ROLE, Group
from journeydesk.ui.painting import paint_check, paint_line, paint_ring
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.alerts import age_words, expires_soon, expiry_words, sleep_words, value_words

_TEXT = 51
_RIGHT_EDGE = 17
_ICONS = {"Urgent": "urgent", "High": "high", "Normal": "normal"}


class AlertDelegate(QStyledItemDelegate):
    """`clock` gives now in UTC; times are shown in `zone`."""

    def __init__(self, theme: Theme, clock: Callable[[], datetime], zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._zone = zone
        self.many = False
        """Whether several alerts are selected: then each shows a ticked box."""

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        view = option.widget
        right = (view.width() if isinstance(view, QWidget) else rect.right() + 1) - _RIGHT_EDGE
        group = index.data(GROUP_ROLE)
        if group is not None:
            self._paint_group(painter, rect, group)
        else:
            self._paint_ground(painter, rect, option)
            ticked = self.many and bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_alert(painter, rect, right, index.data(ALERT_ROLE), ticked)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, group: Group) -> None:
        painter.fillRect(rect, self._theme.color("panel"))
        token = group.priority.lower() if group.priority else "text2"
        icon = "moon" if group.asleep else _ICONS[group.priority] if group.priority else ""
        left = 39 if icon else 16
        if icon:
            self._theme.paint_icon(painter, QRect(16, rect.top() + 6, 16, 16), icon, token)
        theme, room = self._theme, QRect(left, rect.top(), rect.width() - left - 60, GROUP)
        painter.setPen(theme.color(token))
        taken = paint_line(painter, room, theme, named(group.title), -1, 600)
        painter.setPen(theme.color("text2"))
        paint_line(painter, QRect(left + taken + 7, rect.top(), 60, GROUP), theme, str(group.count), -1, tabular=True)

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, self._theme.color("sel"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height() - 1, self._theme.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.color("hover"))
        if option.state & QStyle.StateFlag.State_HasFocus and not chosen:
            painter.setPen(self._theme.focus_pen)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _paint_alert(self, painter: QPainter, rect: QRect, right: int, alert: AlertRow, ticked: bool) -> None:
        theme, top, now = self._theme, rect.top(), self._clock()
        if ticked:
            paint_check(painter, QRect(7, top + 11, 14, 14), theme, Qt.CheckState.Checked)
        elif alert.unread:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(QPointF(13, top + 23), 4, 4)
        theme.paint_icon(painter, QRect(26, top + 10, 16, 16), _ICONS[alert.priority], alert.priority.lower())
        age = age_words(alert.raised_at, now, self._zone)
        taken = self._right(painter, right, top + 8, age, 400, "text3")
        painter.setPen(theme.color("text"))
        room = QRect(_TEXT, top + 4, right - _TEXT - taken - (20 if alert.pending else 0), 28)
        width = paint_line(painter, room, theme, alert.company or alert.contact, 0, 600 if alert.unread else 400)
        if alert.pending:
            paint_ring(painter, QPointF(_TEXT + width + 10, top + 18), theme)
        soon = expires_soon(alert, now)
        asleep = sleep_words(alert, self._zone, now.astimezone(self._zone).date())
        # Most expire in the same few days: what every row says nobody reads, so only what is near or over is said.
        near = soon or alert.status == "Expired"
        words = asleep or (expiry_words(alert, now, self._zone) if near else "")
        taken = self._right(painter, right, top + 26, words, 500 if soon else 400, "warn" if soon else "text3")
        painter.setPen(theme.color("text2"))
        people = " · ".join(name for name in (alert.contact if alert.company else "", alert.owner) if name)
        # One that is of nobody says by its rule what it is about.
        about = people or first_up(named(alert.rule))
        paint_line(painter, QRect(_TEXT, top + 22, right - _TEXT - taken, 26), theme, about, -1)
        taken = self._right(painter, right, top + 43, value_words(alert), 500, "text2")
        painter.setPen(theme.color("text"))
        paint_line(painter, QRect(_TEXT, top + 39, right - _TEXT - taken, 26), theme, alert.reason, -1)

    def _right(self, painter: QPainter, right: int, top: int, text: str, weight: int, token: str) -> int:
        if not text:
            return 0
        painter.setPen(self._theme.color(token))
        room = QRect(right - 160, top, 160, 18)
        return paint_line(painter, room, self._theme, text, -1, weight, tabular=True, at_right=True) + 10
