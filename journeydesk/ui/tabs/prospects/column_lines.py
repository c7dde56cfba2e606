"""The lines of the pane of columns: those shown in their order, then those that are not, and how each is painted."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.lists.columns import ALWAYS, Column
from journeydesk.domain.lists.layout import Layout
from journeydesk.domain.words import tr
from journeydesk.services.rows.prospects import SortKey
from journeydesk.ui.mirror import draw_text, mirrored_item
from journeydesk.ui.models.lines import LINE_ROLE, LinesModel
from journeydesk.ui.painting import LEFT, RIGHT, paint_check, paint_text
from journeydesk.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW, HEADING = 28, 26


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A column with whether it is shown and what is said of it, or, without one, a heading."""

    words: str
    column: Column | None = None
    shown: bool = False
    note: str = ""

    @property
    def moves(self) -> bool:
        """Whether a hand may put it elsewhere."""
        return self.shown and self.column != ALWAYS


def column_lines(
    layout: Layout, known: Sequence[Column], typed: str, sort: Sequence[SortKey], without_room: set[Column]
) -> list[ColumnLine]:
    """The lines for what was typed, which is looked for in the titles."""
    wanted = typed.casefold().split()

    def found(column: Column) -> bool:
        return all(word in column.header.casefold() for word in wanted)

    arrows = {key.column: tr("sorted ↓") if key.descending else tr("sorted ↑") for key in sort}
    shown = [
        ColumnLine(
            column.header,
            column,
            True,
            tr("always") if column == ALWAYS else tr("no room") if column in without_room else arrows.get(column.key, ""),
        )
        for column in layout.columns
        if found(column)
    ]
    keys = set(layout.keys)
    rest = [ColumnLine(column.header, column) for column in known if column.key not in keys and found(column)]
    lines: list[ColumnLine] = []
    if shown:
        lines += [ColumnLine(tr("Shown, in this order")), *shown]
    if rest:
        lines += [ColumnLine(tr("Not shown")), *rest]
    return lines or [ColumnLine(tr("No column is called so"))]


class ColumnLines(LinesModel):
    """The lines as Qt asks for them."""

    def words(self, line: ColumnLine) -> str:
        """What a line says."""
        if line.column is None:
            return line.words
        return ", ".join(part for part in (line.words, tr("shown") if line.shown else tr("not shown"), line.note) if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.lines[index.row()] if index.isValid() else None
        if line is None or line.column is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def place_of(self, column: Column) -> int:
        """Where a column stands; -1 where it does not."""
        return next((place for place, line in enumerate(self.lines) if line.column == column), -1)


class ColumnDelegate(QStyledItemDelegate):
    """A grip or a lock, the box, the title, a note at the right. `drop_at` is before which line a dragged one would come."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.drop_at = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(180, ROW if index.data(LINE_ROLE).column is not None else HEADING)

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, line, rect = self._theme, index.data(LINE_ROLE), QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(rect, theme.color("base"))
        if line.column is None:
            painter.setFont(theme.font(-2, 500))
            painter.setPen(theme.color("text2"))
            paint_text(painter, rect.adjusted(12, 4, -12, 0), line.words)
            painter.restore()
            return
        if chosen or hovered:
            painter.fillRect(rect.adjusted(4, 0, -4, 0), theme.color("sel" if chosen else "hover"))
        middle = rect.center().y()
        if line.shown:
            theme.paint_icon(painter, QRect(8, middle - 7, 15, 15), "grip" if line.moves else "lock", "text2")
        box = QRect(34, middle - 7, 14, 14)
        paint_check(painter, box, theme, Qt.CheckState.Checked if line.shown else Qt.CheckState.Unchecked)
        painter.setFont(theme.font(-2))
        painter.setPen(theme.color("text2"))
        note = rect.adjusted(0, 0, -12, 0)
        taken = painter.fontMetrics().horizontalAdvance(line.note) if line.note else 0
        draw_text(painter, note, RIGHT, line.note)
        painter.setFont(theme.font(0))
        painter.setPen(theme.color("text" if line.shown else "text2"))
        paint_text(painter, rect.adjusted(58, 0, -12 - taken - (8 if taken else 0), 0), line.words, LEFT)
        if index.row() == self.drop_at:
            painter.fillRect(QRect(rect.left() + 8, rect.top(), rect.width() - 16, 2), theme.color("accent"))
        painter.restore()
