"""The message at the bottom left: what was done, with Undo; gone after six seconds, errors stay."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme

SHOWN_MS = 6000


class Message(QWidget):
    """Lies over its parent; one at a time, a new one replaces the old."""

    undo = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._undo = QPushButton("Undo", self)
        self._undo.setAccessibleName(f"Undo ({Action.UNDO.label})")
        self._undo.clicked.connect(self._on_undo)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 8, 4)
        layout.addWidget(self._text)
        layout.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        theme.changed.connect(self._color)
        self._color()
        parent.installEventFilter(self)
        self.hide()

    def _color(self) -> None:
        ink = self._theme.hex("on-tip")
        self._text.setStyleSheet(f"color: {ink}")
        self._undo.setStyleSheet(f"color: {ink}; background: transparent; border: none; font-weight: 600; padding: 0 6px")

    def say(self, text: str, *, undoable: bool = False, stays: bool = False) -> None:
        """Shows a sentence; with Undo where it can be taken back; until closed where it is an error."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._undo.setText("Undo" if undoable else "Close")
        self._undo.setVisible(undoable or stays)
        self._undo.setProperty("undo", undoable)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.stop()
        if not stays:
            self._timer.start(SHOWN_MS)

    def _on_undo(self) -> None:
        self.hide()
        if self._undo.property("undo"):
            self.undo.emit()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.move(88, parent.height() - self.height() - 38)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Stays at the bottom left when the window is resized.
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        # A dark rounded ground in both themes.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("tip"))
        painter.drawRoundedRect(self.rect(), 6, 6)
        painter.end()
