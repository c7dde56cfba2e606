"""The one crossing from threads to Qt: a Change published anywhere arrives on the GUI thread."""

from PySide6.QtCore import QObject, Qt, Signal

from journeydesk.services.changes import Change


class Bridge(QObject):
    """`publish` may be called from any thread; `changed` is emitted on the thread that made the bridge."""

    changed = Signal(object)
    said = Signal(str)
    _arrived = Signal(object)
    _told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._arrived.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self.said, Qt.ConnectionType.QueuedConnection)

    def publish(self, change: Change) -> None:
        """Hands a change over."""
        self._arrived.emit(change)

    def say(self, sentence: str) -> None:
        """Hands over a sentence that a person must read; `said` is emitted like `changed`."""
        self._told.emit(sentence)
