"""The registry of actions: every one is a QAction with its words and keys; menus, palette and tooltips come from here."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from journeydesk.ui.shortcuts import Shortcuts


class Actions(QObject):
    """One per window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[Shortcuts, QAction] = {}

    def bind(self, shortcut: Shortcuts, run: Callable[[], object], widget: QWidget | None = None) -> QAction:
        """Makes the action: for the whole window, or for a widget and what is inside it."""
        action = self._actions.get(shortcut)
        if action is None:
            action = self._actions[shortcut] = QAction(shortcut.value.words, self._window)
            action.setShortcut(QKeySequence(shortcut.value.keys))
            action.setToolTip(f"{shortcut.value.words} ({shortcut.value.keys})")
            inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut if widget is None else inside)
            (widget or self._window).addAction(action)
        action.triggered.connect(lambda _checked=False: run())
        return action

    def also(self, shortcut: Shortcuts, widget: QWidget) -> None:
        """Lets the action's keys work in another widget too."""
        action = self._actions.get(shortcut)
        if action is not None:
            widget.addAction(action)

    def get(self, shortcut: Shortcuts) -> QAction | None:
        """The action, where a screen has bound it."""
        return self._actions.get(shortcut)

    def all(self) -> list[QAction]:
        """Every action that can be run now."""
        return [action for action in self._actions.values() if action.isEnabled()]
