"""A line that is saved as it is left: once for each text, never for the text that stands there anyway."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from journeydesk.domain.frozen_data import dataclass
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap, is_undo
from journeydesk.ui.restyling import restyle

_GIVES_WAY = 200
"""A wider field gives way to this width, in px, where its page has no room for it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in a field and does not count yet: being typed, or refused with a `sentence`. `saved` is what counts."""

    saved: str
    text: str
    asked: str
    given: str | None
    sentence: str
    cursor: int
    is_modified: bool


class InPlaceEdit(QLineEdit):
    """Enter, or leaving the field, emits `given` with what was typed; Escape brings back what stood there and emits `restored`.

    Why a text is refused is announced to screen readers once; `announced` carries it.
    """

    given = Signal(str)
    announced = Signal(str)
    restored = Signal()

    def __init__(self, name: str, width: int = 0, *, right: bool = False) -> None:
        super().__init__()
        self._keys = KeyMap(Scope.FIELDS, {Action.LEAVE: self._restore})
        self.setAccessibleName(name)
        self._wide = width if width > _GIVES_WAY else 0
        if self._wide:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        elif width:
            self.setFixedWidth(width)
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._shown = ""
        self._asked = ""
        self._given: str | None = None
        self.editingFinished.connect(self._finish)

    def sizeHint(self) -> QSize:
        return QSize(self._wide, super().sizeHint().height()) if self._wide else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(_GIVES_WAY, super().minimumSizeHint().height()) if self._wide else super().minimumSizeHint()

    def show_text(self, text: str) -> None:
        """What stands there now; what somebody is typing stays, and what was refused as long as the same value counts."""
        refused = bool(self.property("wrong")) and text == self._shown
        self._shown = text
        if not refused and not self._is_typed_in:
            self.put(text)

    @property
    def _is_typed_in(self) -> bool:
        return self.hasFocus() and self.isModified()

    def put(self, text: str) -> None:
        """Shows a text whatever was typed, and takes the red frame away."""
        self.setText(text)
        self._asked = text
        self.mark_wrong("")

    def mark_wrong(self, sentence: str) -> None:
        """A red frame, and the sentence for a screen reader; an empty one takes both away."""
        if sentence and self._given is not None and self.text() == self._shown:
            # A refresh came between the answer and what was given, and showed the old value.
            self.setText(self._given)
            self._asked = self._given
        if sentence and sentence != self.accessibleDescription():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
            self.announced.emit(sentence)
        self.setAccessibleDescription(sentence)
        restyle(self, "wrong", bool(sentence))

    def draft(self) -> Draft:
        """What a field that is made anew in the place of this one goes on with."""
        sentence = self.accessibleDescription() if self.property("wrong") else ""
        is_typed = self._is_typed_in
        return Draft(self._shown, self.text(), self._asked, self._given, sentence, self.cursorPosition(), is_typed)

    def take_up(self, draft: Draft) -> None:
        """Goes on with a draft, as long as the same value counts."""
        if draft.saved != self._shown:
            return
        self._given = draft.given
        if draft.sentence or draft.is_modified:
            self.setText(draft.text)
            self._asked = draft.asked
            self.mark_wrong(draft.sentence)
            self.setCursorPosition(draft.cursor)
            self.setModified(draft.is_modified)

    @property
    def is_changed(self) -> bool:
        """Whether something else stands there than what counts, refused or not yet given."""
        return self.text() != self._shown or bool(self.property("wrong"))

    def _finish(self) -> None:
        text = self.text()
        if text == self._asked:
            return
        self.setModified(False)
        self._asked = text
        self._given = None
        if text == self._shown:
            self.mark_wrong("")
            self.restored.emit()
        else:
            self._given = text
            self.given.emit(text)

    def _restore(self) -> bool:
        changed = self.is_changed
        if changed:
            self._given = None
            self.put(self._shown)
            self.restored.emit()
        return changed

    def event(self, event: QEvent) -> bool:
        # What was saved is undone by the window; only letters that do not count yet are the field's own to take back.
        shortcut = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if shortcut and not self.isModified() and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
