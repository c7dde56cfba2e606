"""Who opens the window and types at once: the palette's key and a name, from the first painted rows on, at the pace of a hand."""

import threading
import time
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.waiting import wait_until

_FIRST_SECONDS, _BETWEEN_SECONDS = 0.15, 0.13
_KEYS = (
    (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, "\x0b"),
    *((key, Qt.KeyboardModifier.NoModifier, chr(key).lower()) for key in (Qt.Key.Key_M, Qt.Key.Key_B, Qt.Key.Key_A)),
)
_KEY_IS_DUE = QEvent.Type(QEvent.registerEventType())


class _Hand(QObject):
    """Types when its time has come, whatever the program is at: what it waits until the loop takes a key counts."""

    def __init__(self, program: QApplication, window: QWidget) -> None:
        super().__init__()
        self._program = program
        self._window = window
        self._due: list[float] = []
        self._typed = 0
        self.painted: list[float] = []
        program.installEventFilter(self)
        threading.Thread(target=self._type, daemon=True).start()

    def _type(self) -> None:
        first = time.perf_counter() + _FIRST_SECONDS
        for number in range(len(_KEYS)):
            due = first + number * _BETWEEN_SECONDS
            time.sleep(max(0.0, due - time.perf_counter()))
            self._due.append(due)
            QCoreApplication.postEvent(self, QEvent(_KEY_IS_DUE))

    def event(self, event: QEvent) -> bool:
        if event.type() != _KEY_IS_DUE:
            return super().event(event)
        key, modifier, text = _KEYS[self._typed]
        self._typed += 1
        # As the system does it: to the window, which knows who has the keyboard.
        handle = cast(QObject, self._window.windowHandle())
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._program.sendEvent(handle, QKeyEvent(kind, key, modifier, text))
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and len(self.painted) < self._typed and _is_in_palette(watched):
            now = time.perf_counter()
            self.painted += [(now - due) * 1000 for due in self._due[len(self.painted) : self._typed]]
        return False


def _is_in_palette(watched: QObject | None) -> bool:
    while watched is not None and type(watched).__name__ != "Palette":
        watched = watched.parent()
    return watched is not None


def typed_early(window: QWidget) -> list[float]:
    """Milliseconds from each key to what it painted: the palette's first, then each letter's."""
    hand = _Hand(cast(QApplication, QApplication.instance()), window)
    wait_until(lambda: len(hand.painted) == len(_KEYS), 20)
    return hand.painted
