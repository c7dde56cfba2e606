"""Turns between programs: SQLite knows none, so a window that waits to write says so by a lock, and whoever writes one transaction
after the other lets it through."""

import time
from pathlib import Path
from types import TracebackType
from typing import Self

from journeydesk.storage.engine.file_lock import FileLock

LOCK_NAME = "hurry.lock"
AGAIN_SECONDS = 0.003
LET_THROUGH_SECONDS = 0.1
"""How long one is waited for that waits; it gives up after as long."""


class Hurry:
    """One write that may have to wait for another program. Only the window's is `urgent`, and seen by others."""

    def __init__(self, folder: Path, urgent: bool) -> None:
        self._lock = FileLock(folder / LOCK_NAME) if urgent else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _problem: BaseException | None, _trace: TracebackType | None) -> None:
        self.over()

    def over(self) -> None:
        """It writes, or gave up: nobody need wait for it."""
        if self._lock is not None:
            self._lock.let_go()

    def wait(self) -> None:
        """Until it may ask again; others see meanwhile that it waits."""
        if self._lock is not None:
            self._lock.take()
        time.sleep(AGAIN_SECONDS)


def let_window_through(folder: Path) -> None:
    """Waits while the window of another program waits to write, a tenth of a second at the most."""
    lock, until = FileLock(folder / LOCK_NAME), time.monotonic() + LET_THROUGH_SECONDS
    while lock.is_taken() and time.monotonic() < until:
        time.sleep(AGAIN_SECONDS)
