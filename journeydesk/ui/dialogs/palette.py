"""The palette: any prospect, any command, any note, while it is typed; `>` actions only, `@` people only."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from journeydesk.domain.folding import fold
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import prospect_total
from journeydesk.services.queries.lists.search import matched, search_notes, search_prospects
from journeydesk.services.rows.common import StageMark
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.bindings import Bindings
from journeydesk.ui.keys.hints import hint
from journeydesk.ui.keys.key_map import KeyMap, is_key_of
from journeydesk.ui.keys.pictures import PICTURES
from journeydesk.ui.mirror import mirrored_item
from journeydesk.ui.models.lines import LINE_ROLE, Index, LinesModel
from journeydesk.ui.painting import chip_width, key_width, paint_chip, paint_key, paint_line
from journeydesk.ui.places import LIST_KEYS
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.hints import StatusBar
from journeydesk.ui.widgets.labels import plain_label

_HINTS = (
    hint(tr("choose"), Action.UP, Action.DOWN),
    hint(tr("run"), Action.TAKE),
    ((">",), tr("actions only")),
    (("@",), tr("people only")),
    hint(tr("log call"), Action.PALETTE_LOG),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, or something to run."""

    title: str
    run: Callable[[], object] | None = None
    icon: str = ""
    subtitle: str = ""
    stage: StageMark | None = None
    key: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    prospect: RecordId | None = None


class LineModel(LinesModel):
    """The results."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def words(self, line: Line) -> str:
        return f"{line.title} {line.subtitle}".strip()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].run is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LineDelegate(QStyledItemDelegate):
    """Icon, title with the typed part in accent, subtitle, stage or key at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE_ROLE)
        return QSize(300, 36 if isinstance(line, Line) and line.run else 32)

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        theme, rect = self._theme, QRect(option.rect)
        painter.save()
        if line.run is None:
            painter.setPen(theme.color("text2"))
            paint_line(painter, rect.adjusted(18, 6, 0, 0), theme, line.title, -1, 600)
            painter.restore()
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sel"))
            painter.drawRoundedRect(rect.adjusted(6, 0, -6, 0), 4, 4)
        theme.paint_icon(
            painter, QRect(rect.left() + 20, rect.center().y() - 8, 16, 16), line.icon, "accent" if chosen else "text2"
        )
        x = self._paint_title(painter, rect.adjusted(46, 0, -130, 0), line)
        painter.setPen(theme.color("text2"))
        paint_line(painter, QRect(x + 12, rect.top(), rect.right() - 150 - x, rect.height()), theme, line.subtitle, -1)
        if line.stage is not None:
            paint_chip(painter, rect.right() - 18 - chip_width(theme, line.stage), rect.center().y(), theme, line.stage)
        elif line.key:
            width = key_width(theme, line.key)
            paint_key(painter, QRect(rect.right() - 18 - width, rect.center().y() - 9, width, 18), theme, line.key)
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRect, line: Line) -> int:
        x, at = rect.left(), 0
        pieces: list[tuple[str, bool]] = []
        for start, end in line.spans:
            if start >= at:
                pieces += [(line.title[at:start], False), (line.title[start:end], True)]
                at = end
        pieces.append((line.title[at:], False))
        for words, strong in pieces:
            painter.setPen(self._theme.color("accent" if strong else "text"))
            room = QRect(x, rect.top(), max(0, rect.right() - x), rect.height())
            x += paint_line(painter, room, self._theme, words, 0, 600 if strong else 400)
        return x


_ON_SOMEBODY = frozenset(
    {*LIST_KEYS, Action.LOG_CALL, Action.BRIEF, Action.PLANNING_REVIEW, Action.RUN_SCENARIO, Action.UPGRADE}
)
"""What is done with whoever is visibly selected or current."""


class Palette(Sheet):
    """Runs what is bound; `log_requested` carries whom to log and which kind, `new_requested` asks for the form of a prospect."""

    prospect_requested = Signal(int)
    log_requested = Signal(int, str)
    new_requested = Signal()

    def __init__(self, context: Context, theme: Theme, bindings: Bindings, window: QWidget) -> None:
        super().__init__(theme, window, 660, 44)
        self._context = context
        self._bindings = bindings
        self._folded: dict[Action, str] = {}
        self.whom = ""
        self.sheet.setAccessibleName(Action.PALETTE.words)
        self.field = QLineEdit(self.sheet)
        self.field.setPlaceholderText(tr("Search prospects, notes, actions"))
        self.field.setAccessibleName(tr("Search prospects, notes, actions"))
        self.field.setFont(theme.font(2))
        self.field.setStyleSheet("QLineEdit { border: none; background: transparent; } QLineEdit:focus { border: none; }")
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.DOWN: partial(self._step, 1),
                Action.UP: partial(self._step, -1),
                Action.TAKE: lambda: self._run(self.list.currentIndex().row()),
            },
        )
        self._log_key = KeyMap(Scope.PALETTE, {Action.PALETTE_LOG: self._log_chosen})
        self.model = LineModel(self)
        self.list = QListView(self.sheet)
        self.list.setModel(self.model)
        self.list.setItemDelegate(LineDelegate(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Results"))
        self.list.setFixedHeight(424)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        head = QHBoxLayout()
        head.setContentsMargins(20, 9, 18, 9)
        head.setSpacing(6)
        icon = plain_label(parent=self.sheet)
        icon.setPixmap(theme.pixmap("search", "text2"))
        total = plain_label(
            tr("{prospect_total} prospects, works offline", prospect_total=figure(prospect_total(context))), self.sheet
        )
        total.setProperty("kind", "secondary")
        total.setFont(theme.font(-2))
        head.addWidget(icon)
        head.addWidget(self.field, 1)
        head.addWidget(total)
        hints = StatusBar(theme, self.sheet)
        hints.show_hints(_HINTS)
        self.layout_.addLayout(head)
        self.layout_.addWidget(self.list)
        self.layout_.addWidget(hints)
        self.field.textChanged.connect(self.search)
        self.field.installEventFilter(self)
        self.search("")

    def name_whom(self, name: str) -> None:
        """Says whom the actions of the place beneath are for."""
        self.whom = name
        self.search(self.field.text())

    def take_focus(self) -> None:
        """Typing begins at once."""
        self.field.setFocus()

    def search(self, typed: str) -> None:
        """New results for each letter, from the local index."""
        lines: list[Line] = []
        words = typed.lstrip(">@").strip()
        people = self._people(words) if not typed.startswith(">") else []
        actions = self._actions(words) if not typed.startswith("@") else []
        notes = self._notes(words) if not typed.startswith((">", "@")) else []
        if words.casefold().startswith("log ") and (named := self._people(words[4:])):
            first = named[0]
            title = tr("Log call: {title}", title=first.title)
            lines += [
                Line(tr("Best match")),
                Line(
                    title,
                    self._logging(words[4:]),
                    "phone",
                    first.subtitle,
                    key=Action.TAKE.cap,
                    spans=matched(title, words),
                ),
            ]
            people = named
        for heading, group in ((tr("Prospects"), people), (tr("Actions"), actions), (tr("Notes"), notes)):
            if group:
                lines += [Line(heading), *group]
        if not lines:
            make = Line(tr("New prospect “{words}”", words=words), self.new_requested.emit, "plus")
            lines = [Line(tr("Nothing found")), make]
        self.model.show_lines(lines)
        self._choose(0, 1)

    def _people(self, words: str) -> list[Line]:
        hits = search_prospects(self._context, words, 6) if words else []
        show = self.prospect_requested.emit
        return [
            Line(h.title, lambda p=h.prospect: show(p), "building", h.subtitle, h.stage, spans=h.spans, prospect=h.prospect)  # type: ignore[misc]
            for h in hits
        ]

    def _logging(self, words: str) -> Callable[[], object]:
        hit = search_prospects(self._context, words, 1)[0]
        return lambda: self.log_requested.emit(hit.prospect, "Call")

    def _notes(self, words: str) -> list[Line]:
        hits = search_notes(self._context, words) if len(words) > 2 else []
        show = self.prospect_requested.emit
        return [
            Line(f"“{h.title}”", lambda p=h.prospect: show(p), "pencil", f"{h.at:%d %b}" if h.at else "")  # type: ignore[misc]
            for h in hits
        ]

    def _actions(self, words: str) -> list[Line]:
        parts = fold(words).split()
        fitting = self._bindings.all(lambda action: not words or any(part in self._said(action) for part in parts))
        return [
            Line(
                action.words,
                bound.trigger,
                PICTURES.get(action, "keyboard"),
                self.whom if action in _ON_SOMEBODY else "",
                key=action.label,
                spans=matched(action.words, words),
            )
            for action, bound in islice(fitting, 5 if words else 12)
        ]

    def _said(self, action: Action) -> str:
        # Of every action, for every letter.
        said = self._folded.get(action)
        if said is None:
            said = self._folded[action] = fold(action.words)
        return said

    def _choose(self, place: int, step: int) -> None:
        count = len(self.model.lines)
        while 0 <= place < count and self.model.lines[place].run is None:
            place += step
        if 0 <= place < count:
            self.list.setCurrentIndex(self.model.index(place))
            self.list.scrollTo(self.model.index(max(0, place - 1) if step < 0 else place))

    def _step(self, by: int) -> None:
        self._choose(self.list.currentIndex().row() + by, by)

    def _run(self, place: int) -> None:
        if 0 <= place < len(self.model.lines):
            run = self.model.lines[place].run
            if run is not None:
                self.done()
                run()

    def _log_chosen(self) -> None:
        place = self.list.currentIndex().row()
        prospect = self.model.lines[place].prospect if 0 <= place < len(self.model.lines) else None
        if prospect is not None:
            self.done()
            self.log_requested.emit(prospect, "Call")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and is_key_of(Action.PALETTE_LOG, event):
            # Taken from the window's own Ctrl+L, which asks for somebody first.
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._log_key.press(event)
            return True
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._keys.press(event)
        return super().eventFilter(watched, event)
