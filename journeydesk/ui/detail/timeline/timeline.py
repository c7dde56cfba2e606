"""The timeline: painted lines on a thread of icons."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.rows.detail import TimelineEntry
from journeydesk.ui.mirror import mirrored_item
from journeydesk.ui.painting import paint_badge, paint_line, paint_ring
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip
from journeydesk.ui.words.figures import moment_words

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
LINE = 46
_ICONS = {
    "call": "phone",
    "meeting": "users",
    "email": "mail",
    "demo": "screen",
    "support": "info",
    "note": "pencil",
    "cta": "cursor",
    "stage": "steps",
    "payment": "card",
}


class TimelineModel(QAbstractListModel):
    """A list of entries given to it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[TimelineEntry] = ()

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Shows other entries."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            waiting = tr(", saved here, not sent yet") if entry.pending else ""
            return f"{entry.title}{entry.title_rest}, {entry.detail}{waiting}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(entry.detail)
        return None


class TimelineDelegate(QStyledItemDelegate):
    """An icon in a ring, the title with its rest, the detail below, the time at the right."""

    def __init__(self, theme: Theme, zone: ZoneInfo, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone
        self._today = today

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, LINE)

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, TimelineEntry):
            return
        theme, rect = self._theme, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.color("base"))
        painter.fillRect(rect.left() + 27, rect.top(), 1, rect.height(), theme.color("line"))
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.setBrush(theme.color("base"))
        painter.drawEllipse(QRectF(rect.left() + 16.5, rect.top() + 8.5, 21, 21))
        theme.paint_icon(painter, QRect(rect.left() + 20, rect.top() + 12, 14, 14), _ICONS.get(entry.kind, "info"), "text2")
        when = moment_words(entry.at, self._zone, self._today())
        painter.setPen(theme.color("text2"))
        right = rect.right() - 16
        place = QRect(rect.left(), rect.top() + 6, right - rect.left(), 20)
        taken = paint_line(painter, place, theme, when, -1, tabular=True, at_right=True)
        if entry.pending:
            paint_ring(painter, QPointF(right - taken - 12, rect.top() + 16.5), theme)
            taken += 20
        self._paint_title(painter, QRect(rect.left() + 46, rect.top() + 6, right - taken - 12 - rect.left() - 46, 20), entry)
        painter.setPen(theme.color("text2"))
        paint_line(painter, QRect(rect.left() + 46, rect.top() + 24, right - rect.left() - 46, 18), theme, entry.detail, -1)
        painter.restore()

    def _paint_title(self, painter: QPainter, line: QRect, entry: TimelineEntry) -> None:
        theme, x = self._theme, line.left()
        if entry.kind == "stage" and entry.to_stage is not None:
            painter.setPen(theme.color("text"))
            x += paint_line(painter, line, theme, entry.title) + 5
            for mark in (entry.from_stage, entry.to_stage):
                if mark is None:
                    continue
                paint_badge(painter, QRect(x, line.top() + 1, 18, 18), theme, mark.number)
                x += 22
                if mark is entry.from_stage:
                    theme.paint_icon(painter, QRect(x, line.top() + 3, 14, 14), "arrow-right", "text2")
                    x += 18
            painter.setPen(theme.color("text"))
            paint_line(painter, QRect(x, line.top(), line.right() - x, line.height()), theme, entry.to_stage.name, 0, 600)
            return
        painter.setPen(theme.color("text"))
        x += paint_line(painter, line, theme, entry.title, 0, 600)
        if x < line.right():
            paint_line(painter, QRect(x, line.top(), line.right() - x, line.height()), theme, entry.title_rest)


class Timeline(QListView):
    """The list; `menu_requested` carries a line and where its menu opens."""

    menu_requested = Signal(object, QPoint)

    def __init__(self, theme: Theme, zone: ZoneInfo, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = TimelineModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(TimelineDelegate(theme, zone, today, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Timeline"))
        # In the lowest window the blocks above keep their height and this gives way.
        self.setMinimumHeight(30)
        theme.changed.connect(self.viewport().update)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from journeydesk.ui.widgets.popovers.key_menu import line_at

        where, entry = line_at(self, event), self.currentIndex().data(ENTRY_ROLE)
        if where is not None and isinstance(entry, TimelineEntry):
            self.menu_requested.emit(entry, where)
