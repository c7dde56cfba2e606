"""How the program ends: at the system's word in order, and at once whatever the network does."""

import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier


class EndSignals(QObject):
    """Closes in order where the system ends the session or somebody presses Ctrl+C: Qt's loop lets no Python handler run, so a
    socket wakes it."""

    def __init__(self, close: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._close = close
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._woken = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, self._heard) for number in (signal.SIGTERM, signal.SIGINT)}
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_wake)

    def _heard(self, _number: int, _frame: FrameType | None) -> None:
        """What the socket wakes for; that a handler is set is all it takes."""

    def _on_wake(self) -> None:
        self._read.recv(64)
        self._close()

    def stop(self) -> None:
        """Puts the former handlers back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._woken)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._read.close()
        self._write.close()


def leave(status: int) -> None:
    """Ends the process now: everything is on disk, and a request that still hangs in the network is not waited for."""
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(status)
