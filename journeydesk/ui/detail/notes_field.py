"""A prospect's notes as a text field: what is typed is a draft within a second, and saved by Ctrl+Enter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.merge import join_both
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.fields.reading import value_of
from journeydesk.services.fields.typed import understand
from journeydesk.services.fields.writing import ChangedMeanwhile, edit_field
from journeydesk.ui.editing.editors import EditorKeys
from journeydesk.ui.editing.long_draft import LongDraft
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label

_LOW, _HIGH = 58, 132


class NotesField(QWidget):
    """`saved` carries the sentence of what was written, `left` says that the keyboard goes back."""

    saved = Signal(str)
    left = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self.prospect: RecordId | None = None
        self._seen: str = ""
        self._elsewhere = False
        self._draft = LongDraft(context, self)
        self._draft.due.connect(self._keep)
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(tr("Notes"))
        self.text.setPlaceholderText(tr("What should everybody know about them?"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._typed)
        EditorKeys(
            self.text,
            KeyMap(
                Scope.EDITING,
                {Action.EDIT_SAVE_TEXT: self.save, Action.EDIT_KEEP: self._leave, Action.EDIT_DISCARD: self.discard},
            ),
            self.keep_draft,
        )
        self.state = label(theme, step=-2, kind="caption")
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.save_button = KeyButton(theme, tr("Save notes"), key=Action.EDIT_SAVE_TEXT.cap, kind="primary", parent=self)
        self.save_button.clicked.connect(self.save)
        self.discard_button = KeyButton(theme, tr("Discard"), kind="flat", parent=self)
        self.discard_button.clicked.connect(self.discard)
        self.both_button = KeyButton(theme, tr("Keep both texts"), parent=self)
        self.both_button.clicked.connect(self._keep_both)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(theme, tr("Notes"), step=-1, weight=600))
        head.addStretch(1)
        head.addWidget(self.state)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self.discard_button, self.both_button, self.save_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 6)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.wrong)
        column.addLayout(foot)
        self._show_state()

    @property
    def is_changed(self) -> bool:
        """Whether something stands there that is not saved."""
        return self.prospect is not None and self.text.toPlainText() != self._seen

    def show_prospect(self, prospect: RecordId | None, notes: Stored) -> None:
        """The notes of a prospect; what is typed here stays, and a draft that was kept comes back."""
        if prospect == self.prospect:
            self._renew(str(notes or ""))
            return
        self.keep_draft()
        self.prospect = prospect
        self._seen = str(notes or "")
        begun = self._draft.begun(prospect, "notes") if prospect is not None else {}
        shown = self._seen
        if begun:
            self._seen, shown = str(begun.get("seen") or ""), str(begun.get("text") or "")
        self._put(shown)
        self.wrong.setText("")
        self._show_state()

    def _renew(self, notes: str) -> None:
        if notes == self._seen:
            return
        if self.is_changed:
            self._elsewhere = True
            self._show_state()
            return
        self._seen = notes
        self._put(notes)
        self._show_state()

    def _put(self, text: str) -> None:
        self.text.blockSignals(True)
        self.text.setPlainText(text)
        self.text.blockSignals(False)

    def _typed(self) -> None:
        self._draft.typed()
        self.wrong.setText("")
        self._show_state()

    def keep_draft(self) -> None:
        """Keeps what is typed, on disk when this returns."""
        if self._draft.waits:
            self._keep()

    def _keep(self) -> None:
        if self.prospect is None:
            self._draft.rest()
            return
        self._draft.keep(self.text.toPlainText(), self._seen or None)
        self._show_state()

    def _show_state(self) -> None:
        changed = self.is_changed
        self._elsewhere = self._elsewhere and changed
        words = tr("draft, kept on this computer") if changed else ""
        self.state.setText(tr("changed elsewhere meanwhile") if self._elsewhere else words)
        asks = bool(self.wrong.text())
        self.wrong.setVisible(asks)
        self.both_button.setVisible(asks and changed)
        self.save_button.setVisible(changed)
        self.discard_button.setVisible(changed)
        self.text.setFixedHeight(_HIGH if changed or self.text.hasFocus() or self.text.toPlainText() else _LOW)

    def save(self) -> None:
        """Writes the notes as one step; what others wrote at other lines meanwhile is joined, else it is said."""
        if self.prospect is None or not self.is_changed:
            return
        text = self.text.toPlainText()
        try:
            value = understand(self._context, "notes", text)
            words = edit_field(self._context, self.prospect, "notes", value, self._seen or None)
        except ChangedMeanwhile as other:
            self.wrong.setText(
                tr("{who} changed the notes while you were writing. Save again to put yours in their place.", who=other.who)
            )
            self._seen = str(other.now or "")
            self._show_state()
            return
        except JourneydeskError as wrong:
            self.wrong.setText(str(wrong))
            self._show_state()
            return
        self._show_stored()
        self.saved.emit(words)

    def _keep_both(self) -> None:
        self.text.setPlainText(join_both(self.text.toPlainText(), self._seen))
        self.save()

    def discard(self) -> None:
        """What is stored stands there again."""
        if self.prospect is not None:
            self._show_stored()

    def _show_stored(self) -> None:
        assert self.prospect is not None
        self._draft.forget(self.prospect, "notes")
        self._seen = str(value_of(self._context, self.prospect, "notes") or "")
        self._put(self._seen)
        self.wrong.setText("")
        self._show_state()

    def _leave(self) -> None:
        self.keep_draft()
        self.left.emit()

    def take_focus(self) -> None:
        """The text has the keyboard."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        # The window may be closing.
        super().hideEvent(event)
        self.keep_draft()
