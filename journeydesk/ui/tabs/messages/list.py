"""The list of what waits for a person, messages or proposals, and below it what was decided today."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import draw_text, mirrored_item
from journeydesk.ui.painting import LEFT, RIGHT, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.figures import touch_day

_ROW, _DONE_ROW, _HEAD = 77, 56, 28
_TEXT, _EDGE = 35, 14
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
HEAD_ROLE = Qt.ItemDataRole.UserRole + 2


class DecidableLine(Protocol):
    """What the list shows of one: whom it is about and who stands beside, its beginning while it waits, what was decided after."""

    @property
    def id(self) -> int: ...
    @property
    def head(self) -> str: ...
    @property
    def beside(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def beginning(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def waits(self) -> bool: ...
    @property
    def approved(self) -> bool: ...


class MessageList(QListWidget):
    """Tells which one is current, and where its menu is asked for; letters go on to the view. `name` is what a screen reader calls the
    list."""

    current_changed = Signal(object)
    menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme, clock: Callable[[], datetime], zone: ZoneInfo, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._reading = False
        self._keys = KeyMap(
            Scope.MESSAGES, {Action.MESSAGE_NEXT: lambda: self.step(1), Action.MESSAGE_PREVIOUS: lambda: self.step(-1)}
        )
        self._moves = KeyMap(Scope.FIELDS, {Action.DOWN: lambda: self.step(1), Action.UP: lambda: self.step(-1)})
        self.setItemDelegate(_Delegate(theme, clock, zone, self))
        self.setAccessibleName(name)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.currentItemChanged.connect(self._on_current)
        theme.changed.connect(self._color)
        self._color()

    def _color(self) -> None:
        self.setStyleSheet(f"QListWidget {{ background: {self._theme.hex('base')}; border: none; outline: none; }}")

    def show_lines(self, waiting: Sequence[DecidableLine], decided: Sequence[DecidableLine]) -> None:
        """Shows these; the one that was current stays so while it is there."""
        before = self.current()
        self._reading = True
        self.clear()
        for title, lines in ((tr("Waiting for you"), waiting), (tr("Done today"), decided)):
            if lines:
                head = QListWidgetItem(f"{title} · {len(lines)}")
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                head.setData(HEAD_ROLE, f"{title} · {len(lines)}")
                self.addItem(head)
            for line in lines:
                item = QListWidgetItem()
                item.setData(LINE_ROLE, line)
                item.setData(
                    Qt.ItemDataRole.AccessibleTextRole, f"{line.head}, {line.beside}: {line.outcome or line.beginning}"
                )
                self.addItem(item)
        self._reading = False
        if before is None or not self.show_message(before.id):
            self._first()

    def _first(self) -> None:
        rows = [row for row in range(self.count()) if self.item(row).data(LINE_ROLE) is not None]
        if rows:
            self.setCurrentRow(rows[0])
        else:
            self.current_changed.emit(None)

    def current(self) -> DecidableLine | None:
        """The current one."""
        item = self.currentItem()
        line: DecidableLine | None = item.data(LINE_ROLE) if item is not None else None
        return line

    def show_message(self, message: int) -> bool:
        """Makes one current; whether it is in the list."""
        for row in range(self.count()):
            line: DecidableLine | None = self.item(row).data(LINE_ROLE)
            if line is not None and line.id == message:
                self.setCurrentRow(row)
                return True
        return False

    def beside(self) -> int | None:
        """The one that waits after the current one, or else before it."""
        here = self.currentRow()
        for row in (*range(here + 1, self.count()), *range(here - 1, -1, -1)):
            line: DecidableLine | None = self.item(row).data(LINE_ROLE)
            if line is not None and line.waits:
                return line.id
        return None

    def step(self, by: int) -> None:
        """To the next message, over the headings."""
        row = self.currentRow() + by
        while 0 <= row < self.count():
            if self.item(row).data(LINE_ROLE) is not None:
                self.setCurrentRow(row)
                return
            row += by

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from journeydesk.ui.widgets.popovers.key_menu import line_at

        if (where := line_at(self, event)) is not None and self.current() is not None:
            self.menu_requested.emit(where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._moves.press(event) or self._keys.press(event):
            return
        # Letters are keys of the view here, not a search in the list.
        event.ignore()

    def _on_current(self, *_items: object) -> None:
        if not self._reading:
            self.current_changed.emit(self.current())


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, clock: Callable[[], datetime], zone: ZoneInfo, parent: MessageList) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._zone = zone

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if index.data(HEAD_ROLE) is not None:
            return QSize(200, _HEAD)
        line: DecidableLine = index.data(LINE_ROLE)
        return QSize(200, _ROW if line.waits else _DONE_ROW)

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, theme = QRect(option.rect), self._theme
        head = index.data(HEAD_ROLE)
        if head is not None:
            painter.fillRect(rect, theme.color("panel"))
            painter.setFont(theme.font(-1, 600))
            painter.setPen(theme.color("text2"))
            paint_text(painter, rect.adjusted(16, 0, -_EDGE, 0), head)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, theme.color("sel"))
                painter.fillRect(rect.left(), rect.top(), 3, rect.height() - 1, theme.color("accent"))
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, theme.color("hover"))
            self._paint_line(painter, rect, index.data(LINE_ROLE))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, line: DecidableLine) -> None:
        theme, waits = self._theme, line.waits
        top, right = rect.top(), rect.right() - _EDGE
        if waits:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(QPointF(18, top + 19), 4, 4)
        else:
            icon, token = ("check", "ok") if line.approved else ("x", "text2")
            theme.paint_icon(painter, QRect(12, top + 10, 14, 14), icon, token)
        at, today = line.at.astimezone(self._zone), self._clock().astimezone(self._zone).date()
        when = f"{at:%H:%M}" if at.date() == today else touch_day(line.at, self._zone, today)
        painter.setFont(theme.font(-1, tabular=True))
        painter.setPen(theme.color("text2"))
        width = QFontMetrics(painter.font()).horizontalAdvance(when)
        draw_text(painter, QRect(right - width, top + 7, width, 22), RIGHT, when)
        painter.setFont(theme.font(0, 600 if waits else 400))
        painter.setPen(theme.color("text" if waits else "text2"))
        room = right - width - 10 - _TEXT
        taken = paint_text(painter, QRect(_TEXT, top + 5, room, 26), line.head)
        painter.setFont(theme.font(-1))
        painter.setPen(theme.color("text2"))
        if room - taken > 40:
            paint_text(painter, QRect(_TEXT + taken + 7, top + 6, room - taken - 7, 26), line.beside)
        body = QRect(_TEXT, top + 30, right - _TEXT, 40 if waits else 20)
        if waits:
            _paint_two_lines(painter, body, line.beginning)
        else:
            paint_text(painter, body, line.outcome, LEFT)


def _paint_two_lines(painter: QPainter, rect: QRect, text: str) -> None:
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(rect.width())
    layout.endLayout()
    length = first.textLength() if first.isValid() else len(text)
    paint_text(painter, QRect(rect.left(), rect.top(), rect.width(), 18), text[:length].strip())
    paint_text(painter, QRect(rect.left(), rect.top() + 18, rect.width(), 18), text[length:].strip())
