"""The note of a log: while it is empty a digit picks the outcome, after that digits are text
(docs/interface.md, "Log a call")."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap, is_key_of
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.token_marker import TokenMarker

_NUMBER_GOES_ON = " .,:/%-+"
"""No note begins with one of these, so a digit before it was the note's first letter."""


class NoteField(QPlainTextEdit):
    """`digit_pressed` carries the digit; `digit_was_text` says that it was the note's first letter (`3 depots`) and stands there now;
    `cleared` that Backspace was pressed in the empty note. A space first makes every digit text."""

    digit_pressed = Signal(int)
    digit_was_text = Signal()
    cleared = Signal()
    saved = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picked = ""
        self._keys = KeyMap(
            Scope.LOG, {Action.SAVE_LOG: self.saved.emit, Action.ERASE: self._erase}, {Action.OUTCOME: self._pick}
        )
        self.digits = True
        self.marker = TokenMarker(context, theme, self.document())
        theme.changed.connect(self.marker.rehighlight)
        self.setAccessibleName(tr("Notes"))
        self.setPlaceholderText(tr("What was said? 15m sets duration, >fri sets follow-up"))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def event(self, event: QEvent) -> bool:
        # Ctrl+Z is the window's where nothing typed here can be taken back.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = self.document().isUndoAvailable() or not is_key_of(Action.UNDO, event)
            if not ours:
                event.ignore()
                return False
        return super().event(event)

    @property
    def _takes_digits(self) -> bool:
        return self.digits and not self.toPlainText()

    def _pick(self, number: int) -> bool:
        picks = self._takes_digits and not self._picked
        if picks:
            self._picked = str(number + 1)
            self.digit_pressed.emit(number + 1)
        return picks

    def _erase(self) -> bool:
        erases = self._takes_digits
        if erases:
            self._picked = ""
            self.cleared.emit()
        return erases

    def _go_on_with_number(self, text: str) -> bool:
        goes_on = bool(self._takes_digits and self._picked and text and text in _NUMBER_GOES_ON)
        if goes_on:
            self.insertPlainText(self._picked + text)
            self._picked = ""
            self.digit_was_text.emit()
        return goes_on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._go_on_with_number(event.text()) or self._keys.press(event):
            return
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        if event.text():
            self._picked = ""
        super().keyPressEvent(event)

    def show_text(self, text: str) -> None:
        """Shows a text and goes to its end."""
        self._picked = ""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
