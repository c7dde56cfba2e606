"""Every field of a prospect below each other: its title, what stands there, and why it is not written here where it is not."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.domain.by_hand import GROUPS, title_of
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.remote.opening import REMOTE_NAME
from journeydesk.services.context import Context
from journeydesk.services.fields.reading import FieldValues
from journeydesk.ui.editing.words import value_words
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import mirrored_item, seen_within
from journeydesk.ui.models.lines import LINE_ROLE, LinesModel
from journeydesk.ui.painting import paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.list_setup import set_up_list, step_line

Index = QModelIndex | QPersistentModelIndex
ROW, HEAD = 27, 30
TITLE = 148
_OTHER = tr("It is kept as {remote_name} has it and is changed there.", remote_name=REMOTE_NAME)


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A heading (without a slug and words), a field of ours, or one of the base that is none of ours. `reason` says why it is not
    written here."""

    title: str
    slug: str = ""
    words: str = ""
    reason: str = ""
    is_head: bool = False


def field_lines(context: Context, found: FieldValues, locked: Mapping[str, str]) -> list[FieldLine]:
    """What the list shows of a prospect."""
    lines: list[FieldLine] = []
    for group in GROUPS:
        lines.append(FieldLine(group.title, is_head=True))
        lines += [
            FieldLine(title_of(slug), slug, value_words(context, slug, found.values[slug]), locked.get(slug, ""))
            for slug in group.slugs
        ]
    if found.others:
        lines.append(FieldLine(tr("Other fields in {remote_name}", remote_name=REMOTE_NAME), is_head=True))
        lines += [FieldLine(title, "", words, _OTHER) for title, words in found.others]
    return lines


class FieldLines(LinesModel):
    """The list's rows, read out as “title: value”."""

    has_tips = True

    def words(self, line: FieldLine) -> str:
        if line.is_head:
            return line.title
        locked = f". {line.reason}" if line.reason else ""
        return f"{line.title}: {line.words or tr('empty')}{locked}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].is_head:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class FieldDelegate(QStyledItemDelegate):
    """Title at the left, value at the right of it; what is not written here has a lock."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, HEAD if index.data(LINE_ROLE).is_head else ROW)

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, line, rect = self._theme, index.data(LINE_ROLE), QRect(option.rect)
        painter.save()
        if line.is_head:
            painter.setFont(theme.font(-1, 600))
            painter.setPen(theme.color("text2"))
            paint_text(painter, rect.adjusted(16, 6, -16, 0), line.title)
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if hovered or chosen:
            painter.fillRect(rect, theme.color("sel" if chosen else "hover"))
        painter.setFont(theme.font(-1))
        painter.setPen(theme.color("text2"))
        paint_text(painter, QRect(rect.left() + 16, rect.top(), TITLE - 8, rect.height()), line.title)
        value = value_rect(rect)
        painter.setFont(theme.font(0, tabular=True))
        tone = "text3" if not line.words else "text2" if line.reason else "text"
        painter.setPen(theme.color(tone))
        room = value.adjusted(5, 0, -22 if line.reason else -4, 0)
        paint_text(painter, room, " ".join(line.words.split()) or ("–" if line.reason else tr("Add")))
        if line.reason:
            theme.paint_icon(painter, QRect(value.right() - 18, rect.center().y() - 6, 13, 13), "key", "text3")
        if chosen:
            painter.setPen(theme.focus_pen)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


def value_rect(row: QRect) -> QRect:
    """Where the value stands in a row."""
    return QRect(row.left() + 16 + TITLE, row.top(), row.width() - 32 - TITLE, row.height())


def shown_value_rect(row: QRect) -> QRect:
    """Where the value is seen in a row."""
    return seen_within(row, value_rect(row))


class FieldList(QListView):
    """`edit_requested` carries the row of a field that is to be edited."""

    edit_requested = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.fields = FieldLines(self)
        set_up_list(self, self.fields, FieldDelegate(theme, self))
        self.setAccessibleName(tr("Fields"))
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.TAKE: self._ask,
                Action.UP: lambda: self.step(-1),
                Action.DOWN: lambda: self.step(1),
                Action.LEAVE: self.left.emit,
            },
        )
        self._edit_key = KeyMap(Scope.PROSPECTS, {Action.CELL_EDIT: self._ask})
        theme.changed.connect(self.viewport().update)

    def step(self, by: int) -> None:
        """To the next field, over headings."""
        row = self.currentIndex().row() + by
        while 0 <= row < len(self.fields.lines) and self.fields.lines[row].is_head:
            row += by
        if 0 <= row < len(self.fields.lines):
            step_line(self, row - self.currentIndex().row())
            self.scrollTo(self.currentIndex())

    def row_of(self, slug: str) -> int | None:
        """Where a field stands."""
        return next((row for row, line in enumerate(self.fields.lines) if line.slug == slug), None)

    def place_of(self, row: int) -> QRect:
        """Where its value stands, brought into view."""
        index = self.fields.index(row)
        self.scrollTo(index)
        return shown_value_rect(self.visualRect(index))

    def _ask(self) -> None:
        row = self.currentIndex().row()
        if row >= 0:
            self.edit_requested.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and not self.fields.lines[index.row()].is_head:
            self.edit_requested.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.currentIndex().row() < 0:
            self.step(1)
        if not self._keys.press(event) and not self._edit_key.press(event):
            super().keyPressEvent(event)
