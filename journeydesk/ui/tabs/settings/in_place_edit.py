"""A line that is saved as it is left: once for each text, never for the text that stands there anyway."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap


class InPlaceEdit(QLineEdit):
    """Enter, or leaving the field, emits `given` with what was typed; Escape brings back what stood there and emits `restored`."""

    given = Signal(str)
    restored = Signal()

    def __init__(self, name: str, width: int = 0, *, right: bool = False) -> None:
        super().__init__()
        self._keys = KeyMap(Scope.FIELDS, {Action.LEAVE: self._restore})
        self.setAccessibleName(name)
        if width:
            self.setFixedWidth(width)
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._shown = ""
        self._asked = ""
        self.editingFinished.connect(self._finish)

    def show_text(self, text: str) -> None:
        """What stands there now; what somebody is typing stays."""
        self._shown = text
        if not (self.hasFocus() and self.isModified()):
            self.put(text)

    def put(self, text: str) -> None:
        """Shows a text whatever was typed, and takes the red frame away."""
        self.setText(text)
        self._asked = text
        self.mark_wrong("")

    def mark_wrong(self, sentence: str) -> None:
        """A red frame, and the sentence for a screen reader; an empty one takes both away."""
        self.setAccessibleDescription(sentence)
        if bool(self.property("wrong")) != bool(sentence):
            self.setProperty("wrong", bool(sentence))
            self.style().unpolish(self)
            self.style().polish(self)

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
        if text == self._shown:
            self.mark_wrong("")
            self.restored.emit()
        else:
            self.given.emit(text)

    def _restore(self) -> bool:
        changed = self.is_changed
        if changed:
            self.put(self._shown)
            self.restored.emit()
        return changed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
