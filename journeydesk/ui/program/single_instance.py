"""One window per workspace: a second start hands over to the first and ends; a program that closes hands nothing over."""

import hashlib
import time
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_SECONDS = 10.0
"""How long a start waits for another that has just begun, or for a window that is closing."""

_ANSWER_WITHIN_MS = 500
_AGAIN_SECONDS = 0.03
_RAISE = b"raise\n"
_OPEN = b"open "
_RAISED = b"raised\n"
_MOST_BYTES = 8_192
"""The longest thing to open that is listened to: a path may be long, and no link is."""


def _name(workspace: Path) -> str:
    digest = hashlib.sha256(str(workspace.resolve()).encode()).hexdigest()[:16]
    return f"journeydesk-{digest}"


def raise_running(workspace: Path, what: str = "") -> bool:
    """Asks a window that already has this workspace open to come to the front, and to open `what` there (a link or a file); True when
    it said that it does."""
    socket = QLocalSocket()
    socket.connectToServer(_name(workspace))
    if not socket.waitForConnected(_ANSWER_WITHIN_MS):
        return False
    socket.write(_OPEN + what.encode() + b"\n" if what else _RAISE)
    socket.waitForBytesWritten(_ANSWER_WITHIN_MS)
    if not socket.bytesAvailable():
        socket.waitForReadyRead(_ANSWER_WITHIN_MS)
    answer = bytes(socket.readAll().data())
    socket.disconnectFromServer()
    return answer == _RAISED


class Place(Protocol):
    """The one place for a window on a workspace."""

    def take(self) -> bool:
        """Whether this program has it now."""
        ...


def take_or_raise(place: Place, workspace: Path, patience: float = PATIENCE_SECONDS, what: str = "") -> bool | None:
    """True where this program has the place now, False where another one's window came to the front and opens `what`, None where
    another has it and does not answer within `patience` seconds."""
    until = time.monotonic() + patience
    while not place.take():
        if raise_running(workspace, what):
            return False
        if time.monotonic() > until:
            return None
        time.sleep(_AGAIN_SECONDS)
    return True


class InstanceServer(QObject):
    """Listens for later starts of the same workspace; `raise_requested` is emitted for each, and each is answered. `open_requested`
    carries the link or file that one was started with."""

    raise_requested = Signal()
    open_requested = Signal(str)

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        # A socket left by a process that was killed would refuse every later start; who listens has the place (`take_or_raise`).
        if not self._server.listen(_name(workspace)):
            QLocalServer.removeServer(_name(workspace))
            self._server.listen(_name(workspace))

    def _on_connection(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(partial(self._on_end, connection))
        if not self._server.isListening():
            connection.abort()
            return
        connection.write(_RAISED)
        connection.flush()
        self.raise_requested.emit()

    def _on_end(self, connection: QLocalSocket) -> None:
        # The whole of it has come when the other end has closed.
        said = bytes(connection.read(_MOST_BYTES).data())
        connection.deleteLater()
        if said.startswith(_OPEN) and said.endswith(b"\n"):
            self.open_requested.emit(said[len(_OPEN) : -1].decode(errors="replace"))

    def close(self) -> None:
        """Stops listening and removes the socket; nobody is handed over to a window that goes."""
        self._server.close()
