"""The values of a filter: a box each, what was typed marked in it, how many hold it, and the empty ones below a line."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.domain.filters.filter import Value
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, tr
from journeydesk.services.rows.common import StageMark
from journeydesk.ui.mirror import draw_text, mirrored_item
from journeydesk.ui.models.lines import LINE_ROLE, LinesModel
from journeydesk.ui.painting import RIGHT, paint_check, paint_chip, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.list_setup import set_up_list

Index = QModelIndex | QPersistentModelIndex
ROW = 28
MOST_ROWS = 9
_BELOW_LINE = 8


@dataclass(frozen=True, slots=True)
class ValueLine:
    """One value with its words; `count` is None while it is not known. `mark` paints it as a stage; `typed` is what was looked for.
    `apart` where a line divides it from those before."""

    value: Value
    words: str
    chosen: bool = False
    count: int | None = None
    mark: StageMark | None = None
    typed: str = ""
    apart: bool = False


class ValueLines(LinesModel):
    """The values as Qt asks for them."""

    def words(self, line: ValueLine) -> str:
        """What a line says."""
        counted = "" if line.count is None else f", {figure(line.count)}"
        return f"{line.words}, {(tr('chosen') if line.chosen else tr('not chosen'))}{counted}"


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW + (_BELOW_LINE if index.data(LINE_ROLE).apart else 0))

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, line, rect = self._theme, index.data(LINE_ROLE), QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(rect, theme.color("base"))
        if line.apart:
            painter.fillRect(QRect(rect.left(), rect.top() + 4, rect.width(), 1), theme.color("line"))
            rect.setTop(rect.top() + _BELOW_LINE)
        if chosen or hovered:
            painter.fillRect(rect, theme.color("sel" if chosen else "hover"))
        box = QRect(rect.left() + 12, rect.center().y() - 7, 14, 14)
        paint_check(painter, box, theme, Qt.CheckState.Checked if line.chosen else Qt.CheckState.Unchecked)
        count = "" if line.count is None else figure(line.count)
        painter.setFont(theme.font(-1, tabular=True))
        painter.setPen(theme.color("text2"))
        taken = painter.fontMetrics().horizontalAdvance(count)
        draw_text(painter, rect.adjusted(0, 0, -12, 0), RIGHT, count)
        inner = rect.adjusted(36, 0, -20 - taken, 0)
        if line.mark is not None:
            paint_chip(painter, inner.left(), rect.center().y(), theme, line.mark, inner.width())
        else:
            self._paint_words(painter, inner, line)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, line: ValueLine) -> None:
        theme = self._theme
        painter.setFont(theme.font(0))
        painter.setPen(theme.color("text2" if line.apart else "text"))
        at = line.words.casefold().find(line.typed.casefold()) if line.typed else -1
        whole = painter.fontMetrics().horizontalAdvance(line.words)
        if at < 0 or whole > rect.width():
            paint_text(painter, rect, line.words)
            return
        end = at + len(line.typed)
        for words, found in ((line.words[:at], False), (line.words[at:end], True), (line.words[end:], False)):
            painter.setFont(theme.font(0, 600 if found else 400))
            painter.setPen(theme.color("accent-ink" if found else "text"))
            rect.setLeft(rect.left() + paint_text(painter, rect, words))


class ValueList(QListView):
    """Emits the value whose box was pressed."""

    toggled = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = ValueLines(self)
        set_up_list(self, self.lines, _Delegate(theme, self))
        self.setAccessibleName(tr("Values"))
        self._pressed: object = None
        theme.changed.connect(self.viewport().update)

    def show_lines(self, lines: Sequence[ValueLine]) -> None:
        """Shows other values; the current one stays so where it is among them."""
        before = self.current
        offset = self.verticalScrollBar().value()
        self.lines.show_lines(lines)
        place = next((n for n, line in enumerate(lines) if before is not None and line.value == before.value), -1)
        if place >= 0:
            self.setCurrentIndex(self.lines.index(place))
        self.verticalScrollBar().setValue(offset)
        height = sum(ROW + (_BELOW_LINE if line.apart else 0) for line in lines)
        self.setFixedHeight(min(height, MOST_ROWS * ROW) + 2)

    @property
    def current(self) -> ValueLine | None:
        """The value that keys act on."""
        line = self.currentIndex().data(LINE_ROLE)
        return line if isinstance(line, ValueLine) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._pressed = index.data(LINE_ROLE)
        if index.isValid():
            self.setCurrentIndex(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        line = self.indexAt(event.position().toPoint()).data(LINE_ROLE)
        if isinstance(line, ValueLine) and line == self._pressed:
            self.toggled.emit(line.value)
