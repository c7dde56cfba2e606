"""Turns at one thing: threads get it in the order in which they asked, and a thread that has it may ask again."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """A re-entrant lock that is fair. Python's own lets a busy thread take it again before one that waits has woken."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self.waiting: deque[threading.Event] = deque()
        self._holder: int | None = None
        self._depth = 0

    @contextmanager
    def mine(self) -> Iterator[None]:
        """Holds the turn for the block."""
        self._take()
        try:
            yield
        finally:
            self._pass_on()

    def _take(self) -> None:
        me = threading.get_ident()
        with self._guard:
            if self._holder == me:
                self._depth += 1
                return
            if self._holder is None:
                self._holder, self._depth = me, 1
                return
            turn = threading.Event()
            self.waiting.append(turn)
        turn.wait()
        # Whoever passed the turn on left it taken, so nobody could slip in between.
        self._holder, self._depth = me, 1

    def _pass_on(self) -> None:
        with self._guard:
            self._depth -= 1
            if self._depth:
                return
            if self.waiting:
                self._holder, self._depth = _NOBODY_YET, 1
                self.waiting.popleft().set()
            else:
                self._holder = None


_NOBODY_YET = -1
