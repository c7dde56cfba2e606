"""Cyclic garbage is collected by the thread of the window only.

Python collects in whatever thread happens to allocate. A Qt object that falls in the sync thread ends the program, and a long
collection there stops the window as well (docs/architecture.md, "Threads"). So the automatic collection is off, and this timer
does it. What it and the last second let go of goes back to the system then: half a millisecond, for two megabytes in a window that rests.
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer

from journeydesk.services.workspace.memory import give_back

YOUNG_EVERY_MS = 1000
ALL_EVERY_SECONDS = 120.0


class Collector(QObject):
    """Collects what is young every second, everything every two minutes. What start-up made is left out: it stays anyway."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        gc.freeze()
        self._all_at = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(YOUNG_EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def _collect(self) -> None:
        now = time.monotonic()
        everything = now - self._all_at > ALL_EVERY_SECONDS
        gc.collect(2 if everything else 0)
        give_back()
        if everything:
            self._all_at = now

    def stop(self) -> None:
        """Collects what the window left, here, and gives collecting back to Python, where it did it, for what comes after."""
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        if self._was_on:
            gc.enable()
