"""One line as the window closes with a queue: what waits is safe. It asks nothing, and holds the program up for no longer than its end
may take."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.words import tr, tr_count
from journeydesk.ui.mirror import is_mirrored
from journeydesk.ui.notifications.parting import Parting, has_bus
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label

GONE_WITHIN_MS = 700
"""After so long from the beginning of its end the program waits for nothing more."""

_ANSWERED_WITHIN_SECONDS = 0.2
_PAINTED_WITHIN_MS = 50


def farewell_words(waiting: int) -> str:
    """The line; empty where nothing waits."""
    if not waiting:
        return ""
    return tr_count(
        "{count} change is saved here and will send next time",
        "{count} changes are saved here and will send next time",
        waiting,
    )


class Farewell(QWidget):
    """The desktop's service shows the line where there is one, for it stays when the program is gone; else a small window does, where
    the window was, for what is left of `GONE_WITHIN_MS`. `elapsed` are the milliseconds since the end began."""

    def __init__(self, theme: Theme, words: str, over: QRect, elapsed: Callable[[], int] | None = None) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self._clock = QElapsedTimer()
        self._clock.start()
        self._elapsed = elapsed or self._clock.elapsed
        self._parting = Parting(tr("Journeydesk is closed"), words) if has_bus() else None
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
        self.setAccessibleName(words)
        text = label(theme, words)
        text.setStyleSheet(f"color: {theme.hex('on-tip')}")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.addWidget(text)
        self.adjustSize()
        left = over.right() - 88 - self.width() if is_mirrored() else over.left() + 88
        self.move(left, over.bottom() - self.height() - 38)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close)

    def begin(self) -> None:
        """The end begins: asks the desktop to show the line, or shows it here at once."""
        if self._parting is not None:
            self._parting.begin()
            return
        self._say()
        # It is to be read while the rest is put in order.
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, _PAINTED_WITHIN_MS)

    def finish(self) -> None:
        """All else is done: shows the line here where the desktop did not take it, and goes in time."""
        if self._parting is not None and self._parting.is_shown(_ANSWERED_WITHIN_SECONDS):
            return
        left = self.left_ms()
        if left and not self.isVisible():
            self._say()
        self._timer.start(left)

    def _say(self) -> None:
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def left_ms(self) -> int:
        """For how long the line may still be shown."""
        return max(0, GONE_WITHIN_MS - self._elapsed())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("tip"))
