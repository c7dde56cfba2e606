"""The message after a file was written: its name, Open, Show in folder."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label

SHOWN_MS = 10_000
_BOTTOM = 12
_LEFT = 16


class FileMessage(QWidget):
    """Lies over its parent at the bottom left."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._path = Path()
        self._text = label(theme)
        self.open = QPushButton("Open")
        self.show_folder = QPushButton("Show in folder")
        self.open.clicked.connect(lambda: self._visit(self._path))
        self.show_folder.clicked.connect(lambda: self._visit(self._path.parent))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 8, 4)
        layout.addWidget(self._text)
        layout.addWidget(self.open)
        layout.addWidget(self.show_folder)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        theme.changed.connect(self._color)
        self._color()
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def _color(self) -> None:
        ink = self._theme.hex("on-tip")
        self._text.setStyleSheet(f"color: {ink}")
        for button in (self.open, self.show_folder):
            button.setStyleSheet(f"color: {ink}; background: transparent; border: none; font-weight: 600; padding: 0 6px")

    def say(self, words: str, path: Path) -> None:
        """Says that this file was written."""
        self._path = path
        self._text.setText(words)
        self.setAccessibleName(words)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _visit(self, path: Path) -> None:
        self.hide()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.move(_LEFT, parent.height() - self.height() - _BOTTOM)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Stays at the bottom left when the window is resized.
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        # A dark rounded ground in both themes.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("tip"))
        painter.drawRoundedRect(self.rect(), 6, 6)
        painter.end()
