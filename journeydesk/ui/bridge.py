"""The one crossing from threads to Qt: a Change published anywhere arrives on the GUI thread."""

from PySide6.QtCore import QObject, Qt, Signal

from journeydesk.services.changes import Change


class Bridge(QObject):
    """`publish` may be called from any thread; `changed` is emitted on the thread that made the bridge."""

    changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._arrived.connect(self.changed, Qt.ConnectionType.QueuedConnection)

    def publish(self, change: Change) -> None:
        """Hands a change over."""
        self._arrived.emit(change)
