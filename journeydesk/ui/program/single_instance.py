"""Listening for later starts of the same workspace (`journeydesk/services/workspace/later_starts.py`)."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from journeydesk.services.workspace.later_starts import folder_of, heard

_LOOKS_MS = 1_000
"""How often a window looks by itself where the system does not tell of new files."""


class InstanceServer(QObject):
    """Answers each later start: `raise_requested` is emitted for it, and `open_requested` with the link or file that it brings."""

    raise_requested = Signal()
    # A text of Qt has no place for the name of a file that is none.
    open_requested = Signal(object)

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace: Path = workspace
        self._closed: bool = False
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_MS)
        self._watcher.directoryChanged.connect(self._look)
        self._timer.timeout.connect(self._look)
        # A system has only so many watches, and others use them too.
        if not self._watcher.addPath(str(folder_of(workspace))):
            self._timer.start()
        # What was asked before the folder was watched; nobody listens to this object yet.
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if self._closed:
            return
        # All are answered before any is opened: a sheet may come up, and stay.
        for what in heard(self._workspace):
            self.raise_requested.emit()
            if what:
                self.open_requested.emit(what)

    def close(self) -> None:
        """Stops listening; nobody is handed over to a window that goes."""
        self._closed = True
        self._timer.stop()
        self._watcher.removePaths(self._watcher.directories())
