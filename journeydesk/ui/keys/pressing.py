"""An action done by its keys, for what a menu offers and a widget's own map takes."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from journeydesk.ui.keys.actions import Action


def press_for(widget: QWidget, action: Action) -> None:
    """Presses the action's keys where the widget is, as a hand would."""
    keys = action.keys[0]
    combination = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs lack it
    text = keys if len(keys) == 1 and not keys.isalnum() else ""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, combination.key(), combination.keyboardModifiers(), text))
