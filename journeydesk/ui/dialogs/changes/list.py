"""The list of changes: what was done and when, newest first; which of them go with the chosen one is marked."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.last_changes import LastChange, last_changes
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import draw_text, mirrored_item
from journeydesk.ui.models.lines import LINE_ROLE, LinesModel
from journeydesk.ui.painting import RIGHT, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.keyed_list import KeyedList
from journeydesk.ui.widgets.list_setup import set_up_list, step_line
from journeydesk.ui.words.figures import moment_words

Index = QModelIndex | QPersistentModelIndex
ROW = 30
_PAD = 18
_AT_ONCE = 200


class ChangeLines(LinesModel):
    """More of them are read as the list is scrolled; `lines` are `LastChange`s."""

    has_tips = True

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._is_all = False
        self.read()

    def read(self) -> None:
        """Everything anew, as it stands."""
        lines = last_changes(self._context, _AT_ONCE)
        self._is_all = len(lines) < _AT_ONCE
        self.show_lines(lines)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._is_all

    def fetchMore(self, parent: Index) -> None:
        older = last_changes(self._context, _AT_ONCE, self.lines[-1].id)
        self._is_all = len(older) < _AT_ONCE
        if older:
            self.beginInsertRows(QModelIndex(), len(self.lines), len(self.lines) + len(older) - 1)
            self.lines = [*self.lines, *older]
            self.endInsertRows()

    def when(self, line: LastChange) -> str:
        """When it was done."""
        return moment_words(line.at, self._context.settings.time_zone, self._context.today())

    def words(self, line: LastChange) -> str:
        parts = [line.label, tr("undone") if line.undone else "", line.actor, self.when(line)]
        return ", ".join(filter(None, parts))

    def with_it(self, row: int) -> list[LastChange]:
        """What goes with a line: of one that is done, everything done since; of one that is undone, what was undone before it."""
        if not 0 <= row < len(self.lines):
            return []
        chosen = self.lines[row]
        if chosen.undone:
            return [line for line in self.lines[row:] if line.undone]
        return [line for line in self.lines[: row + 1] if not line.undone]


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, lines: ChangeLines, parent: "ChangeList") -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW)

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect, line = self._theme, QRect(option.rect), index.data(LINE_ROLE)
        row = self._list.currentIndex().row()
        goes = line in self._lines.with_it(row)
        painter.save()
        painter.fillRect(rect, theme.color("sel" if goes else "base"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        if index.row() == row:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.color("accent"))
        icon, token = ("refresh", "text2") if line.undone else ("undo", "text" if goes else "text2")
        theme.paint_icon(painter, QRect(rect.left() + _PAD, rect.center().y() - 7, 16, 16), icon, token)
        painter.setFont(theme.font(-1, tabular=True))
        painter.setPen(theme.color("text2"))
        when = self._lines.when(line)
        tail = tr("undone · {when}", when=when) if line.undone else when
        right = rect.adjusted(0, 0, -_PAD, 0)
        draw_text(painter, right, RIGHT, tail)
        taken = painter.fontMetrics().horizontalAdvance(tail)
        painter.setFont(theme.font(0, 500 if goes else 400))
        painter.setPen(theme.color("text2" if line.undone else "text"))
        paint_text(painter, right.adjusted(_PAD + 26, 0, -taken - 14, 0), line.label)
        painter.restore()


class ChangeList(KeyedList):
    """`current_changed` tells that another line is chosen, `taken` that it was pressed Enter or clicked twice."""

    current_changed = Signal()
    taken = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = ChangeLines(context, self)
        set_up_list(self, self.lines, _Delegate(theme, self.lines, self))
        self.setAccessibleName(tr("Last changes, newest first"))
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.UP: partial(step_line, self, -1),
                Action.DOWN: partial(step_line, self, 1),
                Action.TAKE: self.taken.emit,
            },
        )
        self.doubleClicked.connect(lambda _: self.taken.emit())
        theme.changed.connect(self.viewport().update)

    @property
    def chosen(self) -> LastChange | None:
        """The line that is current."""
        row = self.currentIndex().row()
        return self.lines.lines[row] if 0 <= row < len(self.lines.lines) else None

    def choose_newest(self) -> None:
        """The last change that is done; of none, the first line."""
        rows = [row for row, line in enumerate(self.lines.lines) if not line.undone]
        if self.lines.lines:
            self.setCurrentIndex(self.lines.index(rows[0] if rows else 0, 0))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        self.viewport().update()
        self.current_changed.emit()
