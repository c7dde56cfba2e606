"""The table of rows: wrong cells marked, edited in place by key or click."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from journeydesk.domain.words import tr
from journeydesk.ui import tokens
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import mirrored_item
from journeydesk.ui.painting import LEFT, RIGHT, paint_text
from journeydesk.ui.tabs.importing.model import CELL_ROLE, Cell, RowsModel
from journeydesk.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_BEFORE, _PAD = 12, 8
"""Beside the words of a cell, as its title has it (`style.py`, "plain")."""
_ROW = 34
_REASON = 260
"""So much is kept for what is wrong, where there is room."""


class CellDelegate(QStyledItemDelegate):
    """Paints a cell, and edits it in a line of its own."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, _ROW)

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, QRect(option.rect)
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.color("ok-soft" if cell.fixed else "sel" if selected else "base"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        if cell.wrong:
            box = rect.adjusted(0, 0, -1, -1)
            painter.fillRect(box, theme.color("danger-soft"))
            painter.setPen(QPen(theme.color("danger-line"), 1))
            painter.drawRect(box)
        token = (
            "danger" if cell.wrong else "ok" if cell.fixed and cell.last else "text2" if cell.number or cell.last else "text"
        )
        painter.setPen(theme.color(token))
        painter.setFont(theme.font(0, 500 if cell.strong or cell.wrong else 400, tabular=cell.number))
        inner = rect.adjusted(_BEFORE, 0, -_PAD, -1)
        if cell.fixed and cell.last and cell.text:
            theme.paint_icon(painter, QRect(inner.left(), inner.center().y() - 7, 14, 14), "ok-circle", "ok")
            inner = inner.adjusted(20, 0, 0, 0)
        text = " ".join(cell.text.split())
        if cell.last and painter.fontMetrics().horizontalAdvance(text) > inner.width():
            self._paint_in_two(painter, inner, text)
        else:
            paint_text(painter, inner, text, RIGHT if cell.number or cell.amount else LEFT)
        if focused:
            painter.setPen(theme.focus_pen)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _paint_in_two(self, painter: QPainter, rect: QRect, text: str) -> None:
        # What is wrong and what to do is worth two small lines; the tooltip has what is longer.
        painter.setFont(self._theme.font(-2))
        metrics, words = painter.fontMetrics(), text.split(" ")
        first = next(
            n for n in range(len(words), 0, -1) if n == 1 or metrics.horizontalAdvance(" ".join(words[:n])) <= rect.width()
        )
        if first == len(words):
            paint_text(painter, rect, text)
            return
        half = rect.height() // 2
        for line, part in ((0, words[:first]), (1, words[first:])):
            paint_text(painter, QRect(rect.left(), rect.top() + 2 + line * (half - 2), rect.width(), half), " ".join(part))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        editor.setStyleSheet(
            f"QLineEdit {{ border: 2px solid {self._theme.hex('accent')}; border-radius: 0; padding: 0 6px 0 10px; }}"
        )
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)


class RowsTable(QTableView):
    """Emits a possible duplicate that was decided: its lines, and whether they are the same as who is there; that the selected rows are
    to be copied; where a menu of them is asked for."""

    decided = Signal(list, bool)
    copy_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme, model: RowsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(theme, self))
        self.setAccessibleName(tr("Rows of the file"))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.SelectedClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setProperty("kind", "plain")
        header.setFixedHeight(tokens.TABLE_HEADER)
        header.setDefaultAlignment(LEFT)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setFont(theme.font(-1))
        self._keys = KeyMap(
            Scope.IMPORT,
            {
                Action.WRONG_NEXT: lambda: self._to_wrong(1),
                Action.WRONG_PREVIOUS: lambda: self._to_wrong(-1),
                Action.ROW_IS_SAME: lambda: self._decide(True),
                Action.ROW_IS_NEW: lambda: self._decide(False),
                Action.COPY_ROWS: self.copy_requested.emit,
            },
        )

    def size_columns(self) -> None:
        """The number narrow, what is wrong wide, the rest by what they hold."""
        header, count = self.horizontalHeader(), self._rows.columnCount()
        if not count:
            return
        header.setStretchLastSection(True)
        widths, least = [], []
        for section in range(count - 1):
            name = str(self._rows.headerData(section, Qt.Orientation.Horizontal) or "")
            sample = [self._rows.text(line, section) for line in range(min(30, len(self._rows.rows)))]
            widest = max([self.fontMetrics().horizontalAdvance(text[:60]) for text in (name, *sample)])
            widths.append(min(220, max(60, widest + 3 * _PAD)))
            # What a column holds may be cut, its title not.
            least.append(max(84, header.fontMetrics().horizontalAdvance(name) + 3 * _PAD))
        room = self.viewport().width() - _REASON
        if 0 < room < sum(widths) and self._rows.has_reasons:
            shares = (width * (room - widths[0]) // sum(widths[1:]) for width in widths[1:])
            widths = [widths[0], *map(max, least[1:], shares)]
        for section, width in enumerate(widths):
            self.setColumnWidth(section, width)

    def _to_wrong(self, step: int) -> bool:
        """To the next wrong cell, or the one before."""
        here = self.currentIndex()
        lines = len(self._rows.rows)
        at = (here.row(), here.column()) if here.isValid() else (-1, 0)
        order = range(max(at[0], 0), lines) if step > 0 else range(min(at[0], lines - 1), -1, -1)
        for line in order:
            for column in sorted(self._rows.wrong_places(line), reverse=step < 0):
                if ((line, column) > at) if step > 0 else ((line, column) < at):
                    self.setCurrentIndex(self._rows.index(line, column))
                    return True
        return False

    def chosen(self) -> list[int]:
        """The selected lines, from above."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from journeydesk.ui.widgets.popovers.key_menu import line_at

        if (where := line_at(self, event)) is not None and self.chosen():
            self.menu_requested.emit(where)

    def _decide(self, same: bool) -> bool:
        lines = self.chosen()
        if not lines or not self._rows.can_decide:
            return False
        self.decided.emit(lines, same)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        pass  # Qt would read every row of the file for one that begins with a letter that means nothing here.

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self._to_wrong(1 if forward else -1) or super().focusNextPrevChild(forward)
