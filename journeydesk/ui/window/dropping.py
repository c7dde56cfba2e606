"""A file that is dropped on the window: opened as one that the program was started with."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from journeydesk.config import is_file

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host


class FileDrops(QObject):
    """One for the window; cards and rows that are dragged within it are theirs to take."""

    def __init__(self, window: "Host") -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            file = _file_of(event.mimeData())
            if file is not None:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self._window.deeds.open_file(file)
                return True
        return False


def _file_of(carried: QMimeData) -> Path | None:
    """The one file of this computer that is carried; None for anything else."""
    files = [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and is_file(files[0]) else None
