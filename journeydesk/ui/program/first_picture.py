"""When a window that was just shown stands painted: what can wait until then keeps nobody from seeing it."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_STILL_MS = 60
"""The window has not been painted for so long: longer than from one picture of it to the next."""

_AT_MOST_MS = 3_000


class FirstPicture(QObject):
    """Emits `stands` once: when the window was painted and nothing in it is painted again, or after three seconds of painting."""

    stands = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._still = self._timer(_STILL_MS)
        self._at_most = self._timer(_AT_MOST_MS)
        self._at_most.start()
        window.installEventFilter(self)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._end)
        return timer

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.UpdateRequest, QEvent.Type.Paint):
            self._still.start()
        return False

    def _end(self) -> None:
        self.stop()
        self.stands.emit()

    def stop(self) -> None:
        """Emits nothing from now on."""
        self._window.removeEventFilter(self)
        self._still.stop()
        self._at_most.stop()
