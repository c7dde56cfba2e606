"""The field that finds an action by a word, or by pressing its keys."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

from journeydesk.domain.words import tr
from journeydesk.ui.keys.caps import in_words
from journeydesk.ui.keys.keyboard import is_combination, pressed_keys
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.find_field import FindField

_WORDS = tr("Find a command, or press its keys")


class KeySearch(FindField):
    """Letters are typed; a combination with Ctrl or Alt, and a function key, is looked for as keys."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _WORDS)
        self.setClearButtonEnabled(True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_combination(event):
            # Before the window does what the keys are for.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_combination(event):
            self.setText(in_words(pressed_keys(event)))
            return
        super().keyPressEvent(event)
