"""The list that opens below a chooser: what fits first, with its kind and a sample; typing narrows it down."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from journeydesk.ui.mirror import is_mirrored
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.choice_list import ROW, Choice, ChoiceList

_MOST_ROWS = 10


class Chooser(QFrame):
    """Lies over its window until something is picked, Escape is pressed or the keyboard goes elsewhere. `free` is as in the list."""

    picked = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget, name: str, free: str = "") -> None:
        super().__init__(window)
        self._over = window
        self._before: QWidget | None = window.window().focusWidget()
        self.setProperty("kind", "card")
        self.setAutoFillBackground(True)
        self.inside = ChoiceList(theme, name, self, free)
        self.search, self.choices, self.list = self.inside.search, self.inside.choices, self.inside.list
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.inside)
        self.setFocusProxy(self.search)
        self.inside.picked.connect(self._pick)
        self.inside.left.connect(self.leave)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)

    def open_at(self, place: QRect, choices: Sequence[Choice], value: str | None) -> None:
        """Opens below this place of the window, above it where there is no room, with one of the choices current."""
        self.resize(min(max(place.width(), 300), self._over.width() - 16), min(len(choices), _MOST_ROWS) * ROW + 34)
        self.go_to(place)
        self.inside.offer(choices, value)
        self.show()
        self.raise_()
        self.search.setFocus()

    def go_to(self, place: QRect) -> None:
        """Lies below this place of the window, above it where there is no room."""
        window, below = self._over, place.bottom() + 3
        top = below if below + self.height() <= window.height() else max(4, place.top() - self.height() - 3)
        self.move(
            max(8, min(place.right() + 1 - self.width() if is_mirrored() else place.left(), window.width() - self.width() - 8)),
            top,
        )

    def leave(self) -> None:
        """Closes without a choice; the keyboard goes back to where it was."""
        if not self.isVisible():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self.closed.emit()
        self.deleteLater()

    def _pick(self, value: object) -> None:
        self.leave()
        self.picked.emit(value)

    def _focus_went(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is not self.search and self.isVisible():
            self._before = None
            self.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the list does not take must not reach the set-up behind it.
        event.accept()
