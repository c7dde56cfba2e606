"""One window per workspace: a second start hands over to the first and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_WITHIN_MS = 500
_RAISE = b"raise\n"


def _name(workspace: Path) -> str:
    digest = hashlib.sha256(str(workspace.resolve()).encode()).hexdigest()[:16]
    return f"journeydesk-{digest}"


def raise_running(workspace: Path) -> bool:
    """Asks a window that already has this workspace open to come to the front; True when one answered."""
    socket = QLocalSocket()
    socket.connectToServer(_name(workspace))
    if not socket.waitForConnected(_ANSWER_WITHIN_MS):
        return False
    socket.write(_RAISE)
    socket.waitForBytesWritten(_ANSWER_WITHIN_MS)
    socket.disconnectFromServer()
    return True


class InstanceServer(QObject):
    """Listens for later starts of the same workspace; `raise_requested` is emitted for each."""

    raise_requested = Signal()

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        # A socket left by a process that was killed would refuse every later start.
        if not self._server.listen(_name(workspace)) and not raise_running(workspace):
            QLocalServer.removeServer(_name(workspace))
            self._server.listen(_name(workspace))

    def _on_connection(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        self.raise_requested.emit()

    def close(self) -> None:
        """Stops listening and removes the socket."""
        self._server.close()
