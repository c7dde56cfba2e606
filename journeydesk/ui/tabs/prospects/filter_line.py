"""The line to filter by: plain words become filters, the rest is searched for; below it what is understood, and the columns. The list
follows while it is typed; Enter keeps it, Escape takes it back."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.domain.filters.grammar import Understood, understand
from journeydesk.domain.filters.vocabulary import Vocabulary
from journeydesk.domain.filters.words import full_words
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.lists.columns import Column
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.queries.vocabulary import sayable, vocabulary
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import draw_text, mirrored_item
from journeydesk.ui.models.lines import LINE_ROLE, LinesModel
from journeydesk.ui.painting import LEFT, RIGHT, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.find_field import FindField
from journeydesk.ui.widgets.list_setup import set_up_list, step_line
from journeydesk.ui.widgets.popovers.popover import Popover
from journeydesk.ui.work import Background

Index = QModelIndex | QPersistentModelIndex
_WIDTH = 420
_ROW, _MOST_ROWS = 28, 11
_TYPING_MS = 90
PLACEHOLDER = tr("from LinkedIn, not called for 2 weeks")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line below: what was understood (`icon` says what it is), or a column to filter by. Only a column, and the first line of what
    was typed, can be chosen."""

    words: str
    icon: str = ""
    note: str = ""
    column: Column | None = None
    takes: bool = False


def suggestions(typed: str, understood: Understood, words: Vocabulary, columns: Sequence[Column]) -> list[Suggestion]:
    """What the line says to what was typed."""
    lines = [Suggestion(full_words(asked, words), "filter", takes=True) for asked in understood.filters]
    if understood.rest:
        said = f"“{understood.rest}”"
        searched = tr("Search every text for {said}", said=said)
        note = tr("not understood as a filter") if understood.filters or understood.open_end else ""
        lines.append(Suggestion(searched, "search", note, takes=True))
    wanted = typed.strip().casefold()
    found = [column for column in columns if wanted in column.title.casefold()]
    # What begins so is meant more likely.
    found.sort(key=lambda column: not column.title.casefold().startswith(wanted))
    return lines + [Suggestion(column.title, "", tr("choose values"), column) for column in found]


class _Lines(LinesModel):
    def words(self, line: Suggestion) -> str:
        return ", ".join(part for part in (line.words, line.note) if part)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _ROW)

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, line, rect = self._theme, index.data(LINE_ROLE), QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(rect, theme.color("sel" if chosen else "hover" if hovered else "base"))
        inner = rect.adjusted(12, 0, -12, 0)
        if line.icon:
            theme.paint_icon(painter, QRect(inner.left(), rect.center().y() - 7, 15, 15), line.icon, "accent")
        painter.setFont(theme.font(-2))
        painter.setPen(theme.color("text2"))
        taken = painter.fontMetrics().horizontalAdvance(line.note)
        draw_text(painter, inner, RIGHT, line.note if line.icon or chosen or hovered else "")
        painter.setFont(theme.font(0, 500 if line.icon else 400))
        painter.setPen(theme.color("text"))
        paint_text(painter, inner.adjusted(25, 0, -taken - 10, 0), line.words, LEFT)
        painter.restore()


class FilterLine(Popover):
    """`typed` carries what is understood so far, for the list to follow, None where it is taken back; `taken` what is kept;
    `column_chosen` the column to ask for instead."""

    typed = Signal(object)
    taken = Signal(object)
    column_chosen = Signal(object)

    def __init__(self, context: Context, theme: Theme, window: QWidget, columns: Sequence[Column], search: str = "") -> None:
        super().__init__(theme, window, tr("Add a filter"), _WIDTH)
        self._context, self._columns = context, columns
        self._words = sayable(context)
        self._understood = Understood((), "")
        self._shown: Understood | None = None
        self._work = Background(self)
        self.field = FindField(theme, PLACEHOLDER, self)
        self.field.setAccessibleName(tr("Filter in plain words"))
        self.field.setText(search)
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 6)
        head.addWidget(self.field)
        self.column.addLayout(head)
        self.lines = _Lines(self)
        self.list = QListView(self)
        set_up_list(self.list, self.lines, _Delegate(theme, self.list))
        self.list.setAccessibleName(tr("What is understood, and columns to filter by"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda _index: self._take())
        self.column.addWidget(self.list)
        self.column.setContentsMargins(1, 1, 1, 5)
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.UP: lambda: step_line(self.list, -1),
                Action.DOWN: lambda: step_line(self.list, 1),
                Action.TAKE: self._take,
                Action.LEAVE: self._give_up,
            },
        )
        self.field.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_MS)
        self._timer.timeout.connect(self._follow)
        self.field.textChanged.connect(self._on_typed)
        self._show()
        # Who owns prospects is read from a whole index.
        self._work.run("words", lambda: vocabulary(context), self._learn, lambda _problem: None)

    def take_focus(self) -> None:
        """Typing begins at once."""
        self.field.setFocus()
        self.field.selectAll()

    def _learn(self, words: Vocabulary) -> None:
        self._words = words
        self._on_typed()

    @property
    def knows(self) -> bool:
        """Whether everybody's name is known to it."""
        return not self._work.busy("words")

    def _on_typed(self) -> None:
        self._show()
        self._timer.start()

    def _show(self) -> None:
        self._understood = understand(self.field.text(), self._words)
        lines = suggestions(self.field.text(), self._understood, self._words, self._columns)
        self.lines.show_lines(lines)
        self.list.setFixedHeight(min(len(lines), _MOST_ROWS) * _ROW)
        self.list.setVisible(bool(lines))
        self.list.setCurrentIndex(self.lines.index(self._likely(lines)))
        self.column.activate()
        self.adjustSize()
        self.fit()

    def _likely(self, lines: Sequence[Suggestion]) -> int:
        """The line that Enter takes: what is understood, else a column whose title begins so, else the search."""
        typed = self.field.text().strip().casefold()
        if not typed or self._understood.filters:
            return 0
        return next((n for n, line in enumerate(lines) if line.column and line.column.title.casefold().startswith(typed)), 0)

    def _follow(self) -> None:
        found = self._understood
        # The end of what is typed may yet become a filter; until then it does not empty the list.
        shown = Understood(found.filters, "") if found.open_end else found
        if shown != self._shown and (self._shown is not None or shown.filters or shown.rest):
            self._shown = shown
            self.typed.emit(shown)

    def _take(self) -> None:
        line = self.list.currentIndex().data(LINE_ROLE)
        self._timer.stop()
        if isinstance(line, Suggestion) and line.column is not None:
            self._end(None)
            self.column_chosen.emit(line.column)
        elif self._understood.filters or self._understood.rest:
            self._end(self._understood)
        else:
            self._end(Understood((), ""))

    def _give_up(self) -> None:
        self._end(None)

    def _end(self, kept: Understood | None) -> None:
        shown, self._shown = self._shown, None
        self.leave()
        if kept is not None:
            self.taken.emit(kept)
        elif shown is not None:
            self.typed.emit(None)

    def leave(self) -> None:
        """Closes; what was followed so far is taken back."""
        self._timer.stop()
        shown, self._shown = self._shown, None
        super().leave()
        if shown is not None:
            self.typed.emit(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and self._keys.press(event):
            return True
        return super().eventFilter(watched, event)
