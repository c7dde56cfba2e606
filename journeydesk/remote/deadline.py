"""One end for a whole request: connecting, TLS, headers and body, whatever the network drips (docs/sync.md, rows 8 and 69).

A socket's own timeout begins anew with every byte, so a service that sends one a second would be waited for without end. A
deadline therefore shuts the socket down, whatever the request waits for at that moment.
"""

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self

TOTAL_SECONDS = 30.0
"""How long a request may take from its beginning to the end of its answer."""

_of_thread = threading.local()


class Deadline:
    """Around one request of this thread: after `seconds` (monotonic) its connection is shut down and `passed` is true."""

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        _of_thread.deadline = self
        self._timer.start()
        return self

    def __exit__(self, _kind: type[BaseException] | None, _problem: BaseException | None, _trace: TracebackType | None) -> None:
        _of_thread.deadline = None
        self._timer.cancel()
        with self._lock:
            for watched in self._sockets:
                watched.close()
            self._sockets.clear()

    def watch(self, connected: socket.socket) -> None:
        """Ends this socket too. A handle of our own: TLS takes the socket over, and the service may have us close it early."""
        with self._lock:
            self._sockets.append(socket.fromfd(connected.fileno(), connected.family, connected.type))
            if self.passed:
                _shut(self._sockets)

    def _end(self) -> None:
        with self._lock:
            self.passed = True
            _shut(self._sockets)


def _shut(sockets: list[socket.socket]) -> None:
    for watched in sockets:
        with contextlib.suppress(OSError):
            watched.shutdown(socket.SHUT_RDWR)


def watch(connected: socket.socket | None) -> None:
    """Has the deadline of this thread, where there is one, end this socket too."""
    deadline: Deadline | None = getattr(_of_thread, "deadline", None)
    if deadline is not None and connected is not None:
        deadline.watch(connected)
