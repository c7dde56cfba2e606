"""The lines of a bulk edit's preview: what stands in each field, struck through where it goes, and what comes."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.domain.by_hand import title_of
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr, within
from journeydesk.services.context import Context
from journeydesk.services.fields.bulk import BulkLine, Fate, FieldChange
from journeydesk.ui.editing.words import value_words
from journeydesk.ui.mirror import mirrored_item, painter_on
from journeydesk.ui.models.lines import LINE_ROLE, LinesModel
from journeydesk.ui.painting import line_width, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.list_setup import set_up_list

Index = QModelIndex | QPersistentModelIndex
ROW, HEAD = 31, 28
_PAD, _GAP = 18, 10
_MEASURED = 200
"""What more lines need nobody scrolls to see."""
_ARROW = 23
"""The arrow between two values, and the air around it."""


def columns(width: int, count: int, needed: Sequence[int] = ()) -> list[QRect]:
    """Where the prospect, each field and the note stand in a line of this width. By rights the name has a fifth, the note a sixth and
    the fields the rest in equal parts; what one does not need (`needed`, in pixels) goes to those that need more."""
    name, note = int(width * (0.25 if count < 2 else 0.21)), int(width * 0.17)
    each = (width - 2 * _PAD - name - note) // max(1, count)
    widths = [name, *[each] * count, note]
    if len(needed) == len(widths):
        spare = [max(0, has - needs - _GAP) for has, needs in zip(widths, needed, strict=True)]
        lack = [max(0, needs + _GAP - has) for has, needs in zip(widths, needed, strict=True)]
        moved = min(sum(spare), sum(lack))
        if moved:
            widths = [
                has - moved * free // sum(spare) + moved * missing // sum(lack)
                for has, free, missing in zip(widths, spare, lack, strict=True)
            ]
    lefts = [_PAD + sum(widths[:place]) for place in range(len(widths))]
    return [QRect(left, 0, wide - _GAP, ROW) for left, wide in zip(lefts, widths, strict=True)]


def note_of(line: BulkLine, changes: Sequence[FieldChange], today: date) -> str:
    """What is worth a word: how late a day was, which field stays, why nothing can be changed."""
    if line.reason:
        return line.reason
    for change, before, writes in zip(changes, line.before, line.written, strict=True):
        if not writes and line.fate is Fate.CHANGES and change.value != before:
            return tr("{title} stays", title=within(title_of(change.slug)))
        if writes and change.slug == "next_follow_up" and before is not None and str(before) < today.isoformat():
            return tr("was {days} d late", days=(today - date.fromisoformat(str(before))).days)
    return ""


class BulkLines(LinesModel):
    """The lines, read out in words."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.changes: Sequence[FieldChange] = ()
        self.needed: Sequence[int] = ()
        """How wide each column is with its longest words, in pixels."""

    def measure(self, theme: Theme) -> None:
        """Finds out what the columns of these lines need."""
        today = self._context.today()
        lines = self.lines[:_MEASURED]
        names = [line_width(theme, line.name) for line in lines]
        notes = [line_width(theme, note_of(line, self.changes, today), -1) for line in lines]
        fields = [
            [self._width(theme, change, line.before[place], line.written[place]) for line in lines]
            for place, change in enumerate(self.changes)
        ]
        self.needed = [max(each, default=0) for each in (names, *fields, notes)]

    def _width(self, theme: Theme, change: FieldChange, before: Stored, writes: bool) -> int:
        old = line_width(theme, value_words(self._context, change.slug, before) or "–")
        if not writes:
            return old
        new = line_width(theme, value_words(self._context, change.slug, change.value) or tr("empty"), 0, 500)
        return (old if before is not None else 0) + _ARROW + new + 2

    def words(self, line: BulkLine) -> str:
        parts = [
            f"{title_of(change.slug)} {value_words(self._context, change.slug, before) or tr('empty')}"
            + (tr(" to {value}", value=value_words(self._context, change.slug, change.value) or tr("empty")) if writes else "")
            for change, before, writes in zip(self.changes, line.before, line.written, strict=True)
        ]
        return ", ".join([line.name, *parts, *filter(None, [note_of(line, self.changes, self._context.today())])])


class BulkDelegate(QStyledItemDelegate):
    """Old value struck through, an arrow, the new one."""

    def __init__(self, context: Context, theme: Theme, lines: BulkLines, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(400, ROW)

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect, line = self._theme, QRect(option.rect), index.data(LINE_ROLE)
        changes = self._lines.changes
        if len(line.before) != len(changes):
            return
        painter.save()
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        places = [place.translated(rect.topLeft()) for place in columns(rect.width(), len(changes), self._lines.needed)]
        painter.setFont(theme.font())
        painter.setPen(theme.color("text"))
        paint_text(painter, places[0], line.name)
        for change, before, writes, place in zip(changes, line.before, line.written, places[1:-1], strict=True):
            self._paint_value(painter, place, change, before, writes)
        painter.setFont(theme.font(-1))
        painter.setPen(theme.color("text2"))
        paint_text(painter, places[-1], note_of(line, changes, self._context.today()))
        painter.restore()

    def _new_width(self, change: FieldChange) -> int:
        return line_width(self._theme, value_words(self._context, change.slug, change.value) or tr("empty"), 0, 500)

    def _paint_value(self, painter: QPainter, place: QRect, change: FieldChange, before: object, writes: bool) -> None:
        theme = self._theme
        old = value_words(self._context, change.slug, before)  # type: ignore[arg-type]
        # The theme's own font is everybody's.
        font = QFont(theme.font())
        if not writes:
            painter.setFont(font)
            painter.setPen(theme.color("text2"))
            paint_text(painter, place, old or "–")
            return
        x = place.left()
        if old:
            font.setStrikeOut(True)
            painter.setFont(font)
            painter.setPen(theme.color("text3"))
            new_room = min(place.width() // 2, self._new_width(change) + _ARROW)
            x += paint_text(painter, QRect(x, place.top(), place.width() - new_room, place.height()), old) + 5
        theme.paint_icon(painter, QRect(x, place.center().y() - 6, 13, 13), "arrow-right", "text")
        painter.setFont(theme.font(0, 500))
        painter.setPen(theme.color("text"))
        new = value_words(self._context, change.slug, change.value) or tr("empty")
        paint_text(painter, QRect(x + 18, place.top(), place.right() - x - 18, place.height()), new)


class BulkHeads(QWidget):
    """The titles above the lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._titles: Sequence[str] = ()
        self._needed: Sequence[int] = ()
        self.setFixedHeight(HEAD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_changes(self, changes: Sequence[FieldChange], needed: Sequence[int]) -> None:
        """A title for each field, above columns that need so many pixels."""
        self._titles = [title_of(change.slug) for change in changes]
        self._needed = needed
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("panel"))
            painter.fillRect(0, 0, self.width(), 1, self._theme.color("line"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
            painter.setFont(self._theme.font(-1, 500))
            painter.setPen(self._theme.color("text2"))
            places = columns(self.width(), len(self._titles), self._needed)
            for title, place in zip((tr("Prospect"), *self._titles, tr("Note")), places, strict=True):
                paint_text(painter, QRect(place.left(), 0, place.width(), HEAD), title)


class BulkList(QListView):
    """As tall as its lines, up to a limit."""

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines = BulkLines(context, self)
        set_up_list(self, self.lines, BulkDelegate(context, theme, self.lines, self))
        self.setAccessibleName(tr("What will be changed"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setUniformItemSizes(True)
        theme.changed.connect(self.viewport().update)

    def show_lines(self, lines: Sequence[BulkLine], changes: Sequence[FieldChange], most: int) -> None:
        """Shows the first of them."""
        self.lines.changes = changes
        self.lines.show_lines(list(lines[:most]))
        self.lines.measure(self._theme)
