"""A list within something that has keys of its own."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from journeydesk.ui.keys.key_map import KeyMap, turns_page


class KeyedList(QListView):
    """Its own keys are those of `_keys`, and a page on or back is Qt's. Any other is of the dialog or the place that it stands in; Qt would
    look through all lines for one that begins with the letter."""

    _keys: KeyMap

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._keys.press(event):
            return
        if turns_page(event):
            super().keyPressEvent(event)
        else:
            event.ignore()
