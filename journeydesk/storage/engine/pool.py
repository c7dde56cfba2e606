"""Connections that only read: kept open, the one used last first, for its pages are decrypted already."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.sql import driver_connection

KEPT_OPEN = 4


class ReaderPool:
    """As many readers as are asked for at once; no more than four stay open between uses."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect
        self._idle: list[Connection] = []
        self._guard = threading.Lock()
        self._generation = 0

    @contextmanager
    def one(self) -> Iterator[Connection]:
        """A connection that nobody else has meanwhile."""
        with self._guard:
            connection = self._idle.pop() if self._idle else None
            generation = self._generation
        if connection is None:
            connection = self._connect()
        try:
            yield connection
        finally:
            self._take_back(connection, generation)

    def _take_back(self, connection: Connection, generation: int) -> None:
        with self._guard:
            if generation == self._generation and len(self._idle) < KEPT_OPEN:
                self._idle.append(connection)
                return
        driver_connection(connection).close()

    def close(self) -> None:
        """Closes those that nobody has; one that is still being read with is closed when it comes back."""
        with self._guard:
            idle, self._idle = self._idle, []
            self._generation += 1
        for connection in idle:
            driver_connection(connection).close()
