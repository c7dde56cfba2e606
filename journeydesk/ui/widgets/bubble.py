"""A message that lies over its parent at the bottom left, light on dark in both themes."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from journeydesk.ui.theme import Theme


class Bubble(QWidget):
    """Hidden until `rise`; `left` and `bottom` are its distances in pixels from the parent's edges."""

    def __init__(self, theme: Theme, parent: QWidget, left: int, bottom: int) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left = left
        self._bottom = bottom
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def rise(self, words: str, milliseconds: int | None) -> None:
        """Shows it for so long; None until it is closed."""
        self.setAccessibleName(words)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.stop()
        if milliseconds is not None:
            self._timer.start(milliseconds)

    def color(self, text: QWidget, *buttons: QPushButton) -> None:
        """Gives its words and buttons the theme's ink."""
        ink = self._theme.hex("on-tip")
        text.setStyleSheet(f"color: {ink}")
        for button in buttons:
            button.setStyleSheet(f"color: {ink}; background: transparent; border: none; font-weight: 600; padding: 0 6px")

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.move(self._left, parent.height() - self.height() - self._bottom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Stays at the bottom left when the window is resized.
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("tip"))
        painter.drawRoundedRect(self.rect(), 6, 6)
        painter.end()
