"""Keys that work without a widget's own map: each is a QAction with words and keys of the registry, which the palette lists."""

import logging
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.widgets.labels import tip

_log = logging.getLogger(__name__)


class Bindings(QObject):
    """One for the window; a tab that is used by itself may have one of its own."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[Action, QAction] = {}
        KEYBOARD.changed.connect(self._renew)

    def _renew(self) -> None:
        for action, bound in self._actions.items():
            _name(action, bound)

    def bind(self, action: Action, run: Callable[[], object], *widgets: QWidget) -> QAction:
        """Makes the action: for the whole window, or for these widgets and what is inside them.

        One that was bound already works in these widgets too, and runs what it ran.
        """
        if action in self._actions:
            return self._also(action, widgets)
        bound = self._actions[action] = QAction(action.words, self._window)
        _name(action, bound)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        # A key that is held a moment too long is one press: none of these goes on as an arrow does.
        bound.setAutoRepeat(False)
        bound.setShortcutContext(inside if widgets else Qt.ShortcutContext.WindowShortcut)
        for widget in widgets or (self._window,):
            widget.addAction(bound)

        def triggered() -> None:
            _log.debug("%s", action.name)
            run()

        bound.triggered.connect(triggered)
        return bound

    def _also(self, action: Action, widgets: Sequence[QWidget]) -> QAction:
        for widget in widgets:
            widget.addAction(self._actions[action])
        return self._actions[action]

    def all(self, wanted: Callable[[Action], bool]) -> Iterator[tuple[Action, QAction]]:
        """Of the actions that are wanted every one that can be run now, in the order in which they were bound: of the window, and of
        what is shown of it. What is not shown has nobody who could be seen to be acted on."""
        for action, bound in self._actions.items():
            if wanted(action) and bound.isEnabled() and self._is_shown(bound):
                yield action, bound

    def _is_shown(self, bound: QAction) -> bool:
        widgets = [part for part in bound.associatedObjects() if isinstance(part, QWidget)]
        return any(part is self._window or part.isVisible() for part in widgets)

    def find(self, action: Action) -> QAction | None:
        """What is bound to an action; None where nothing is yet."""
        return self._actions.get(action)


def _name(action: Action, bound: QAction) -> None:
    # A sign needs Shift on some keyboards and none on others.
    signs = [f"Shift+{keys}" for keys in action.keys if len(keys) == 1 and not keys.isalnum()]
    bound.setShortcuts([QKeySequence(keys) for keys in (*action.keys, *signs)])
    bound.setToolTip(tip(f"{action.words} ({action.label})"))


class HeldKeys(QObject):
    """A key that is held goes on only where it was pressed: an L that opens the log form writes no letters into its note. It watches a
    window of the system, whose keys come here before any widget's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed: tuple[int, QWidget | None] | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        now = event.key(), QApplication.focusWidget()
        if event.isAutoRepeat():
            return now != self._pressed
        self._pressed = now
        return False
