"""One line as the window closes with a queue: what waits is safe. It asks nothing and goes by itself."""

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label

SHOWN_MS = 2_500


def farewell_words(waiting: int) -> str:
    """The line; empty where nothing waits."""
    if not waiting:
        return ""
    return (
        f"{waiting:,} change{'' if waiting == 1 else 's'} {'is' if waiting == 1 else 'are'} saved here and will send next time"
    )


class Farewell(QWidget):
    """A small window of its own where the window was; it holds the program up only while it is read."""

    def __init__(self, theme: Theme, words: str, over: QRect) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
        self.setAccessibleName(words)
        text = label(theme, words)
        text.setStyleSheet(f"color: {theme.hex('on-tip')}")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.addWidget(text)
        self.adjustSize()
        self.move(over.left() + 88, over.bottom() - self.height() - 38)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close)

    def begin(self) -> None:
        """Shows the line for a moment."""
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))
        self._timer.start(SHOWN_MS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("tip"))
        painter.end()
