"""Who opens the window and presses keys at once, from the first painted rows on, at the pace of a hand: the palette's and a name, or
Today's."""

import threading
import time
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.waiting import wait_until

_FIRST_SECONDS, _BETWEEN_SECONDS = 0.15, 0.13
_OPENED_SECONDS = 0.5
_Key = tuple[Qt.Key, Qt.KeyboardModifier, str]
_A_NAME: Sequence[_Key] = (
    (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, "\x0b"),
    *((key, Qt.KeyboardModifier.NoModifier, chr(key).lower()) for key in (Qt.Key.Key_M, Qt.Key.Key_B, Qt.Key.Key_A)),
)
_TODAY: Sequence[_Key] = ((Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier, "5"),)
_KEY_IS_DUE = QEvent.Type(QEvent.registerEventType())


class _Hand(QObject):
    """Presses these keys when their time has come, whatever the program is at: what it waits until the loop takes one counts. Painted is
    what was asked for once a part of a widget of the class `painted` is."""

    def __init__(self, window: QWidget, keys: Sequence[_Key], first_seconds: float, painted: str) -> None:
        super().__init__()
        self._program = cast(QApplication, QApplication.instance())
        self._window = window
        self._keys = keys
        self._first_seconds = first_seconds
        self._in = painted
        self._due: list[float] = []
        self._typed = 0
        self.painted: list[float] = []
        self._program.installEventFilter(self)
        threading.Thread(target=self._type, daemon=True).start()

    def _type(self) -> None:
        first = time.perf_counter() + self._first_seconds
        for number in range(len(self._keys)):
            due = first + number * _BETWEEN_SECONDS
            time.sleep(max(0.0, due - time.perf_counter()))
            self._due.append(due)
            QCoreApplication.postEvent(self, QEvent(_KEY_IS_DUE))

    def event(self, event: QEvent) -> bool:
        if event.type() != _KEY_IS_DUE:
            return super().event(event)
        key, modifier, text = self._keys[self._typed]
        self._typed += 1
        # As the system does it: to the window, which knows who has the keyboard.
        handle = cast(QObject, self._window.windowHandle())
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._program.sendEvent(handle, QKeyEvent(kind, key, modifier, text))
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and len(self.painted) < self._typed and _is_in(watched, self._in):
            now = time.perf_counter()
            self.painted += [(now - due) * 1000 for due in self._due[len(self.painted) : self._typed]]
        return False


def _is_in(watched: QObject | None, name: str) -> bool:
    while watched is not None and type(watched).__name__ != name:
        watched = watched.parent()
    return watched is not None


def typed_early(window: QWidget) -> list[float]:
    """Milliseconds from each key to what it painted: the palette's first, then each letter's."""
    return _waited(_Hand(window, _A_NAME, _FIRST_SECONDS, "Palette"), len(_A_NAME))


def opened_early(window: QWidget) -> list[float]:
    """Milliseconds from the key of Today to its list."""
    return _waited(_Hand(window, _TODAY, _OPENED_SECONDS, "AgendaList"), 1)


def _waited(hand: _Hand, keys: int) -> list[float]:
    wait_until(lambda: len(hand.painted) == keys, 20)
    return hand.painted
