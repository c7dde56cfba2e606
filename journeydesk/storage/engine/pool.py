"""Connections that only read: kept open, the one used last first, for its pages are decrypted already; the window's for itself.

What is computed beside the window of what was read waits while the window answers a key (`sql.look_up`): Python runs one thread at a
time, and one that computes keeps a key waiting each time that it is painted a word.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.driver import IDLE_CACHE_KIB, SPARE_CACHE_KIB
from journeydesk.storage.engine.sql import driver_connection

KEPT_OPEN = 4

_ANSWERED_SECONDS = 0.012
"""So long after the window's thread read for a key it is painting what it found."""

_MOMENT_SECONDS = 0.002
_IN_ALL_SECONDS = 1.0
"""No read waits longer than this, however fast somebody types."""


@contextmanager
def more_room(connection: Connection, kib: int | None) -> Iterator[None]:
    """Within the block so much of what a reader of another thread than the window's read stays decrypted; None changes nothing."""
    if kib is not None:
        _keep_decrypted(connection, kib)
    try:
        yield
    finally:
        if kib is not None:
            _keep_decrypted(connection, SPARE_CACHE_KIB)


def _keep_decrypted(connection: Connection, kib: int) -> None:
    sql.run(connection, f"PRAGMA cache_size = -{kib}")


class ReaderPool:
    """As many readers as are asked for at once; no more than four stay open between uses, and one of the window's."""

    def __init__(
        self, connect: Callable[[bool], Connection], has_just_read: Callable[[float], bool] = lambda _seconds: False
    ) -> None:
        """`connect` opens one: the window's own, which may remember more, or another. `has_just_read` says whether another thread is
        the window's and read within so many seconds."""
        self._connect = connect
        self._has_just_read = has_just_read
        self._idle: list[Connection] = []
        self._own: Connection | None = None
        self._guard = threading.Lock()
        self._generation = 0

    @contextmanager
    def one(self, own: bool = False) -> Iterator[Connection]:
        """A connection that nobody else has meanwhile. `own` is the window's: what it read last is not driven out by the long
        walks of other threads."""
        connection: Connection | None = None
        with self._guard:
            generation = self._generation
            if own:
                connection, self._own = self._own, None
            elif self._idle:
                connection = self._idle.pop()
        if connection is None:
            connection = self._connect(own)
        elif not own:
            _keep_decrypted(connection, SPARE_CACHE_KIB)
        try:
            with nullcontext() if own else sql.looking_up(connection, self._keys_first()):
                yield connection
        finally:
            self._take_back(connection, generation, own)

    def _keys_first(self) -> Callable[[], None]:
        """Waits while the window answers a key; some time in all."""
        left = _IN_ALL_SECONDS

        def look() -> None:
            nonlocal left
            while left > 0 and self._has_just_read(_ANSWERED_SECONDS):
                time.sleep(_MOMENT_SECONDS)
                left -= _MOMENT_SECONDS

        return look

    def _take_back(self, connection: Connection, generation: int, own: bool) -> None:
        with self._guard:
            can_stay = generation == self._generation
            if can_stay and own and self._own is None:
                self._own = connection
                return
            stays = can_stay and not own and len(self._idle) < KEPT_OPEN
            if stays:
                # The next commit makes what it read worthless, which would lie in memory until somebody reads with it again.
                _keep_decrypted(connection, IDLE_CACHE_KIB)
                self._idle.append(connection)
            window_rests = self._own is not None
        if not stays:
            driver_connection(connection).close()
        if not own and window_rests and not self._has_just_read(_ANSWERED_SECONDS):
            # What it let go of lies among what the window made meanwhile: unasked, none of it goes back to the system.
            from journeydesk.storage.engine.heap import give_back

            give_back()

    def close(self) -> None:
        """Closes those that nobody has; one that is still being read with is closed when it comes back."""
        with self._guard:
            idle = [*self._idle, *([self._own] if self._own is not None else [])]
            self._idle, self._own = [], None
            self._generation += 1
        for connection in idle:
            driver_connection(connection).close()
