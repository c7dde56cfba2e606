"""The records that a figure counts, a line each: when, whose, what, and by whom."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.domain.time import moment_of
from journeydesk.domain.words import percent, short_figure, tr
from journeydesk.services.context import Context
from journeydesk.services.display import outcome_words
from journeydesk.services.reports.records import Counted, Record
from journeydesk.services.rows.common import Amount
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import draw_text, mirrored_item
from journeydesk.ui.models.lines import LINE_ROLE, LinesModel
from journeydesk.ui.painting import LEFT, paint_avatar, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.keyed_list import KeyedList
from journeydesk.ui.widgets.list_setup import set_up_list, step_line
from journeydesk.ui.words.figures import exact_amount, moment_words, short_day

Index = QModelIndex | QPersistentModelIndex
ROW = 30
_PAD, _AVATAR = 18, 20
_MEASURED = 200
"""Of so many lines the width of their times is measured: those of thousands would hold the sheet up, and are no wider."""


class RecordLines(LinesModel):
    """`lines` are `Record`s."""

    has_tips = True

    def __init__(self, context: Context, counted: Counted, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._kind = context, counted.kind
        self.show_lines(counted.records)

    def when(self, line: Record) -> str:
        """When it was; of answers the day."""
        today = self._context.today()
        if len(line.at) == len("2026-05-18"):
            return short_day(date.fromisoformat(line.at), today)
        return moment_words(moment_of(line.at), self._context.settings.time_zone, today)

    def whose(self, line: Record) -> str:
        """The company, or that nobody knows whose it is."""
        return line.company or tr("No prospect")

    def what(self, line: Record) -> str:
        """What it was: an outcome, a score with what was said, what is paid a month."""
        if self._kind == "call":
            return outcome_words(self._context, line.words) if line.words else tr("no outcome")
        if self._kind == "payer":
            return _paid(line)
        said = " ".join(line.words.split())
        if self._kind == "request":
            return said or tr("Support ticket")
        if line.number is None:
            return said
        score = percent(line.number) if self._kind == "fit" else tr("{score} of 10", score=short_figure(line.number))
        return f"{score} · {said}" if said else score

    def words(self, line: Record) -> str:
        return ", ".join(part for part in (self.whose(line), self.what(line), line.owner, self.when(line)) if part)

    def copied(self) -> str:
        """All of them, for a spreadsheet."""
        return "\n".join("\t".join((self.when(each), self.whose(each), self.what(each), each.owner)) for each in self.lines)


def _paid(line: Record) -> str:
    """What a payer pays a month, and what it was before where it changed."""
    currency, now = line.currency or "", round(line.number or 0)
    before = now - (now if line.change is None else line.change)
    amounts = [exact_amount(Amount(minor, currency)) for minor in (before, now)]
    if line.change is None or not before:
        return tr("{amount} a month", amount=amounts[1])
    return tr("{before} → {after} a month", before=amounts[0], after=amounts[1])


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, lines: RecordLines, parent: "RecordList") -> None:
        super().__init__(parent)
        self._theme, self._lines, self._list = theme, lines, parent
        every = lines.lines[:: max(1, len(lines.lines) // _MEASURED)]
        metrics = QFontMetrics(theme.font(-1, tabular=True))
        self._time = max((metrics.horizontalAdvance(lines.when(line)) for line in every), default=0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW)

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect, line = self._theme, QRect(option.rect), index.data(LINE_ROLE)
        current = index.row() == self._list.currentIndex().row()
        painter.save()
        painter.fillRect(rect, theme.color("sel" if current else "base"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        if current:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.color("accent"))
        right = rect.right() - _PAD
        if line.owner:
            paint_avatar(
                painter, QRect(right - _AVATAR, rect.top() + (ROW - _AVATAR) // 2, _AVATAR, _AVATAR), theme, line.owner
            )
        right -= _AVATAR + 12
        painter.setFont(theme.font(-1, tabular=True))
        painter.setPen(theme.color("text2"))
        left = rect.left() + _PAD
        draw_text(painter, QRect(left, rect.top(), self._time + 4, ROW), LEFT, self._lines.when(line))
        left += self._time + 18
        middle = left + (right - left) * 2 // 5
        painter.setFont(theme.font(0, 500 if line.company else 400))
        painter.setPen(theme.color("text" if line.company else "text2"))
        paint_text(painter, QRect(left, rect.top(), middle - left - 14, ROW), self._lines.whose(line))
        painter.setFont(theme.font(0, tabular=True))
        painter.setPen(theme.color("text"))
        paint_text(painter, QRect(middle, rect.top(), right - middle, ROW), self._lines.what(line))
        painter.restore()


class RecordList(KeyedList):
    """`opened` carries the record that was clicked twice or pressed Enter."""

    opened = Signal(object)

    def __init__(self, context: Context, theme: Theme, counted: Counted, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = RecordLines(context, counted, self)
        set_up_list(self, self.lines, _Delegate(theme, self.lines, self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(counted.words)
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.UP: partial(step_line, self, -1),
                Action.DOWN: partial(step_line, self, 1),
                Action.TAKE: self._open,
            },
        )
        self.doubleClicked.connect(lambda _: self._open())
        if counted.records:
            self.setCurrentIndex(self.lines.index(0, 0))
        theme.changed.connect(self.viewport().update)

    @property
    def records(self) -> Sequence[Record]:
        """All of them, in the order shown."""
        return self.lines.lines

    def copy(self) -> None:
        """To the clipboard, all lines."""
        QGuiApplication.clipboard().setText(self.lines.copied())

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        self.viewport().update()

    def _open(self) -> None:
        line: Any = self.currentIndex().data(LINE_ROLE)
        if line is not None:
            self.opened.emit(line)
