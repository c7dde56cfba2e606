"""One field of one prospect being edited where its value stands: begun, typed in, saved, left; beside whoever else changes it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journeydesk.domain.by_hand import title_of
from journeydesk.domain.catalogue import PROSPECTS, FieldType
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.fields.reading import field_values, not_by_hand
from journeydesk.services.fields.typed import as_typed, understand
from journeydesk.ui.editing.edit_keys import keys_of, keys_shown, keys_to_go_on
from journeydesk.ui.editing.editors import EditorKeys, LineEditor, TextEditor
from journeydesk.ui.editing.hint_bar import HintBar
from journeydesk.ui.editing.in_sight import Moves, in_sight
from journeydesk.ui.editing.long_draft import LongDraft
from journeydesk.ui.editing.saving import meanwhile, save_field
from journeydesk.ui.editing.status_form import open_status_form
from journeydesk.ui.editing.words import decimal_mark, not_saved, offered, value_words
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.choice_list import Choice
from journeydesk.ui.widgets.choosing.chooser import Chooser

_EXPLAINED_MS = 5000
_SHEETS = frozenset({"customer_status", "ltv"})
"""Status and LTV follow each other and are changed in one form."""


class FieldEdit(QObject):
    """`saved` carries the sentence of what was written. `ended` says that the place is free again: 0 where the keyboard stays (Enter),
    1 and -1 for the next field and the one before (Tab), `left` that nothing was changed, and
    `closed` that the editor is gone however that came. `host` is what the editor lies in."""

    saved = Signal(str)
    ended = Signal(int)
    left = Signal()
    closed = Signal()
    failed = Signal(str)

    def __init__(self, context: Context, theme: Theme, host: QWidget, owner: QWidget) -> None:
        super().__init__(owner)
        self._context = context
        self._theme = theme
        self._host = host
        self._owner = owner
        self._bar: HintBar | None = None
        self._editor: LineEditor | TextEditor | None = None
        self._chooser: Chooser | None = None
        self.rect = QRect()
        """Where its value stands in the host."""
        self._sentence = self._icon = ""
        self._ending = False
        self.prospect: RecordId | None = None
        self.slug = self._name = ""
        self._seen: Stored = None
        self._draft = LongDraft(context, self)
        self._draft.due.connect(self.keep_draft)
        self._explaining = QTimer(self, interval=_EXPLAINED_MS, singleShot=True)
        self._explaining.timeout.connect(self._hide_bar)
        self._moves = Moves(self)
        self._moves.moved.connect(self.follow)

    @property
    def active(self) -> bool:
        """Whether something is being edited."""
        return self._editor is not None or self._chooser is not None

    @property
    def name(self) -> str:
        """Whose field it is."""
        return self._name

    @property
    def bar(self) -> HintBar:
        """The keys below the editor."""
        if self._bar is None:
            self._bar = HintBar(self._theme, self._owner.window())
        return self._bar

    @property
    def editor(self) -> LineEditor | TextEditor | None:
        """What is typed in; None where something is chosen, or nothing is edited."""
        return self._editor

    @property
    def chooser(self) -> Chooser | None:
        """What is chosen from; None where something is typed."""
        return self._chooser

    def begin(self, prospect: RecordId, slug: str, rect: QRect, right: bool = False) -> bool:
        """Begins with a field whose value stands at this place of the host; whether it is edited now. What is being edited is saved
        first; where it cannot be, that stays."""
        if self.active and not self.give(None):
            return False
        found = field_values(self._context, prospect)
        if found is None:
            self.failed.emit(tr("The prospect is no longer there; it was deleted. Undo brings it back."))
            return False
        self.rect = rect
        reason = not_by_hand(self._context).get(slug)
        if reason is not None:
            self.explain(rect, reason)
            return False
        self._explaining.stop()
        self.prospect, self.slug, self._name, self._seen = prospect, slug, found.name, found.values[slug]
        self._sentence, self._icon = "", ""
        if slug in _SHEETS:
            sheet = open_status_form(self._context, self._theme, self._owner.window(), prospect, found, slug, self.saved.emit)
            sheet.closed.connect(lambda: self.ended.emit(0))
        elif (choices := offered(self._context, slug)) is not None:
            self._choose(choices)
        else:
            self._type(right)
        return True

    def explain(self, rect: QRect, reason: str) -> None:
        """Says why a value is not written here, for a while."""
        self.rect = rect
        self.bar.show_hints((), reason, "info")
        self._stand()
        self._explaining.start()

    def _choose(self, choices: Sequence[Choice]) -> None:
        people = self.slug == "owner"
        title = tr("{title} of {name}", title=title_of(self.slug), name=self._name)
        other = tr("Write “{}”") if people else ""
        chooser = self._chooser = Chooser(self._theme, self._owner.window(), title, other)
        ticks = PROSPECTS.by_slug[self.slug].type is FieldType.CHECKBOX
        seen = ("yes" if self._seen else "no") if ticks else str(self._seen or "")
        chooser.picked.connect(lambda value: self._picked(value, 0))
        # Its choice follows at once, where there is one.
        chooser.closed.connect(self._left_chooser, Qt.ConnectionType.QueuedConnection)
        chooser.open_at(self._in_window(self.rect), choices, seen)
        chooser.search.installEventFilter(self)
        self._stand()

    def _type(self, right: bool) -> None:
        name = tr("{title} of {name}", title=title_of(self.slug), name=self._name)
        text = as_typed(self._context, self.slug, self._seen, decimal_mark())
        if self._is_long:
            begun = self._draft.begun(self.prospect, self.slug)
            if begun:
                text, self._seen = str(begun.get("text") or ""), begun.get("seen")
                self._sentence, self._icon = tr("What you typed before and did not save is here again."), "info"
            editor: LineEditor | TextEditor = TextEditor(self._host, name, text)
        else:
            editor = LineEditor(self._host, name, text, right)
        self._editor = editor
        editor.textChanged.connect(self._typed)
        EditorKeys(editor, keys_of(self._is_long, self.give, self.leave, self._discard), self._focus_went)
        self.place(self.rect)
        editor.show()
        editor.raise_()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _is_long(self) -> bool:
        return PROSPECTS.by_slug[self.slug].type is FieldType.LONG_TEXT

    def place(self, rect: QRect, away: str = "") -> None:
        """The value stands somewhere else now; `away` says that it is out of sight."""
        self.rect = rect
        if self._editor is not None:
            self._editor.setGeometry(self._editor.place_for(rect))
        if away and not self._sentence:
            self._sentence, self._icon = away, "info"
        self.follow()

    def follow(self) -> None:
        """What the value lies in has moved: keys and choices go with it, and are not shown beside a value that is out of sight; a choice
        is left then, and an explanation is over."""
        if not self.active:
            self._explaining.stop()
            self._hide_bar()
        elif self._chooser is not None and not in_sight(self._host, self.rect):
            self.leave()
        else:
            if self._chooser is not None:
                self._chooser.go_to(self._in_window(self.rect))
            self._stand()

    def _stand(self) -> None:
        if self.active:
            old = value_words(self._context, self.slug, self._seen)
            hints = keys_shown(old, typing_long=self._is_long and self._chooser is None)
            self.bar.show_hints(hints, self._sentence, self._icon)
        shown = self._editor.geometry() if self._editor is not None else self.rect
        if not in_sight(self._host, shown):
            self._hide_bar()
            return
        self._moves.watch(self._host)
        place = self._in_window(shown)
        if self._chooser is not None:
            place = place.united(self._chooser.geometry())
        self.bar.stand_by(place, self._in_window(self._host.rect()))

    def _in_window(self, rect: QRect) -> QRect:
        return QRect(self._host.mapTo(self._owner.window(), QPoint(rect.topLeft())), rect.size())

    def _typed(self) -> None:
        if self._editor is not None:
            self._editor.mark_wrong(False)
            if self._icon == "x-square":
                self._say("", "")
        if self._is_long:
            self._draft.typed()

    def keep_draft(self) -> None:
        """Keeps the long text that is being typed, on disk when this returns."""
        if isinstance(self._editor, TextEditor):
            self._draft.keep(self._editor.typed, self._seen)
        else:
            self._draft.rest()

    def _say(self, sentence: str, icon: str) -> None:
        self._sentence, self._icon = sentence, icon
        if self._editor is not None:
            self._editor.setAccessibleDescription(sentence)
        self._stand()

    def refresh(self) -> None:
        """Something changed: where that is the value that is being edited, it is said; what is typed stays."""
        if not self.active or self.prospect is None:
            return
        sentence, icon = meanwhile(self._context, self.prospect, self._name, self.slug, self._seen)
        if sentence and not (icon == "split" and self._icon == "split"):
            self._say(sentence, icon)

    def give(self, step: int | None) -> bool:
        """Saves what was typed and goes on by `step`; None stays out of the keyboard's way. Whether it could be saved."""
        if self._editor is None:
            self._close_chooser()
            return True
        try:
            value = understand(self._context, self.slug, self._editor.typed, decimal_mark())
        except UserError as wrong:
            self._editor.mark_wrong(True)
            self._say(str(wrong), "x-square")
            return False
        return self._save(value, step)

    def _save(self, value: Stored, step: int | None) -> bool:
        assert self.prospect is not None
        done = save_field(self._context, self.prospect, self.slug, value, self._seen)
        self._seen = done.seen
        if done.sentence:
            if self._editor is not None or not done.refused:
                if self._editor is not None and done.refused:
                    self._editor.mark_wrong(True)
                self._say(done.sentence, "x-square" if done.refused else "split")
            else:
                self.failed.emit(done.sentence)
            return False
        self._draft.forget(self.prospect, self.slug)
        self._end()
        if done.label:
            self.saved.emit(done.label)
        if step is not None:
            self.ended.emit(step)
        return True

    def _picked(self, value: object, step: int) -> None:
        self._chooser = None
        self._hide_bar()
        spec = PROSPECTS.by_slug[self.slug]
        stored: Stored = str(value) if value else None
        if spec.type is FieldType.CHECKBOX:
            stored = 1 if value == "yes" else None
        if not self._save(stored, step):
            # Somebody else chose meanwhile, and that is said; the choice is asked for again.
            self._choose(offered(self._context, self.slug) or [])

    def _left_chooser(self) -> None:
        if self._chooser is not None and not self._chooser.isVisible():
            self._chooser = None
            self._hide_bar()
            self.left.emit()

    def _close_chooser(self) -> None:
        chooser, self._chooser = self._chooser, None
        if chooser is not None:
            chooser.leave()
            self._hide_bar()

    def leave(self) -> None:
        """Keeps the old value; of a long text the draft."""
        self.keep_draft()
        self._close_chooser()
        self._end()
        self.left.emit()

    def abandon(self) -> None:
        """Somebody else is shown in its place: saves what was typed; what cannot be saved is said with what stood there."""
        if not self.active:
            return
        typed = self._editor.typed if self._editor is not None else ""
        self.keep_draft()
        if not self.give(None):
            self.failed.emit(not_saved(self.slug, self._name, self.bar.sentence, typed))
            self._close_chooser()
            self._end()

    def lie_in(self, host: QWidget) -> None:
        """The next editor lies in this."""
        self._host = host

    def _discard(self) -> None:
        self._draft.forget(self.prospect, self.slug)
        self._end()
        self.left.emit()

    def _end(self) -> None:
        editor, self._editor = self._editor, None
        self._draft.rest()
        self._hide_bar()
        if editor is not None:
            self._ending = True
            editor.hide()
            editor.deleteLater()
            self._ending = False
        self.closed.emit()

    def _hide_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()

    def _focus_went(self) -> None:
        if self._editor is None or self._ending:
            return
        if self._is_long:
            self.keep_draft()
        self.give(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # In the list of choices Tab takes what is current and goes on.
        if self._chooser is not None and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return keys_to_go_on(self._take_and_go).press(event)
        return super().eventFilter(watched, event)

    def _take_and_go(self, step: int) -> None:
        choice = self._chooser.inside.current if self._chooser is not None else None
        if choice is not None:
            self._close_chooser()
            self._picked(choice.value, step)
