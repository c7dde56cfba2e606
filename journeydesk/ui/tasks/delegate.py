"""How lines of what is to be done are painted: a ring to finish, what and with whom, when, whose."""

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.ui.mirror import mirrored_item
from journeydesk.ui.painting import paint_avatar, paint_check, paint_line, paint_ring
from journeydesk.ui.tasks.line_words import due_of, how_many, near_of
from journeydesk.ui.tasks.model import HEAD, HEAD_ROLE, LINE_ROLE, TICK_ROLE, Head
from journeydesk.ui.theme import Theme

RING = QRect(14, 15, 16, 16)
"""Where the ring is in a line: a press on it finishes."""

_SAID_ABOVE = frozenset({"step", "draft"})
"""Kinds that stand together under a heading that says it of each."""
_ICONS = {"task": "check", "follow_up": "phone", "step": "steps", "draft": "pencil", "meeting": "users"}


class AgendaDelegate(QStyledItemDelegate):
    """`wide` shows owners and check boxes: today's list; without it a prospect's own tasks."""

    def __init__(
        self, theme: Theme, zone: ZoneInfo, today: Callable[[], date], wide: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone
        self._today = today
        self._wide = wide

    @property
    def ring_left(self) -> int:
        """Where the ring begins."""
        return 42 if self._wide else RING.left()

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        head, line = index.data(HEAD_ROLE), index.data(LINE_ROLE)
        if isinstance(head, Head):
            self._paint_head(painter, rect, head)
        elif isinstance(line, AgendaLine):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            ticked = bool(index.data(TICK_ROLE))
            if chosen or ticked:
                painter.fillRect(rect, self._theme.color("sel"))
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, self._theme.color("hover"))
            if chosen:
                painter.fillRect(rect.left(), rect.top(), 3, rect.height() - 1, self._theme.color("accent"))
            if self._wide:
                box = QRect(16, rect.top() + 16, 14, 14)
                paint_check(painter, box, self._theme, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self._paint_line(painter, rect, line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, head: Head) -> None:
        theme = self._theme
        painter.fillRect(rect, theme.color("panel"))
        painter.setPen(theme.color("danger" if head.late else "text"))
        taken = paint_line(painter, QRect(16, rect.top(), 300, HEAD), theme, head.words, -1, 600)
        painter.setPen(theme.color("text2"))
        paint_line(painter, QRect(22 + taken, rect.top(), 80, HEAD), theme, how_many(head.count), -1, tabular=True)

    def _paint_line(self, painter: QPainter, rect: QRect, line: AgendaLine) -> None:
        theme, today, left = self._theme, self._today(), self.ring_left
        self._paint_state(painter, QRect(left, rect.top() + 15, 16, 16), line)
        right = rect.right() - 16
        if self._wide:
            if line.owner:
                paint_avatar(painter, QRect(right - 24, rect.top() + 11, 24, 24), theme, line.owner)
            right -= 36
        x = left + 28
        due, near = due_of(line, self._zone, today), near_of(line, today)
        late = line.late and line.kind != "step"
        day = QRect(right - 180, rect.top() + (5 if near else 13), 180, 20)
        painter.setPen(theme.color("danger" if late else "text3" if line.done else "text"))
        due = due[:1].upper() + due[1:]
        taken = paint_line(painter, day, theme, due, 0, 600 if late else 400, tabular=True, at_right=True)
        if near:
            painter.setPen(theme.color("danger" if late else "text2"))
            below = QRect(right - 180, rect.top() + 23, 180, 18)
            taken = max(taken, paint_line(painter, below, theme, near, -1, tabular=True, at_right=True))
        room = right - taken - 16 - x - (18 if line.pending else 0)
        who = line.company or line.contact
        first, second = (who, line.title) if self._wide and who else (line.title, "")
        if line.kind in _SAID_ABOVE and who:
            second = ""
        weight = 400 if line.done else 600 if self._wide else 500
        painter.setPen(theme.color("text3" if line.done else "text"))
        used = paint_line(painter, QRect(x, rect.top() + 4, room, 20), theme, first, 0, weight)
        if line.pending:
            paint_ring(painter, QPointF(x + used + 10, rect.top() + 14), theme)
        painter.setPen(theme.color("text3" if line.done else "text2"))
        parts = [second, line.contact if self._wide and line.company else "", line.detail]
        if not self._wide:
            parts.append(line.owner)
        second_line = " · ".join(part for part in parts if part and part != first and not _repeats(part, line))
        paint_line(painter, QRect(x, rect.top() + 23, room, 18), theme, second_line, -1)

    def _paint_state(self, painter: QPainter, ring: QRect, line: AgendaLine) -> None:
        theme = self._theme
        if line.done:
            theme.paint_icon(painter, ring, "ok-circle", "ok")
            return
        if line.kind != "task":
            theme.paint_icon(painter, ring, _ICONS[line.kind], "text2")
            return
        painter.setPen(QPen(theme.color("ctl"), 1.5))
        painter.setBrush(theme.color("base"))
        painter.drawEllipse(QRectF(ring).adjusted(1, 1, -1, -1))


def _repeats(part: str, line: AgendaLine) -> bool:
    """A follow-up that is called so need not be called so twice."""
    return part is line.detail and part.replace("-", " ").casefold() == line.title.casefold()
