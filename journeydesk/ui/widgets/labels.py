"""Words on screen: always plain text, for what they say may come from anywhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from journeydesk.ui.theme import Theme


def label(theme: Theme, text: str = "", *, step: int = 0, weight: int = 400, kind: str = "", wrap: bool = False) -> QLabel:
    """A label in the font `step` px from body; `kind` is secondary, caption, danger, warn or ok."""
    words = QLabel(text)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setFont(theme.font(step, weight))
    if kind:
        words.setProperty("kind", kind)
    if wrap:
        words.setWordWrap(True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return words


def selectable(words: QLabel) -> QLabel:
    """Lets its text be marked and copied."""
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.setCursor(Qt.CursorShape.IBeamCursor)
    return words


def rule() -> QFrame:
    """A line of 1 px that separates."""
    line = QFrame()
    line.setProperty("kind", "line")
    line.setFixedHeight(1)
    return line


class ElidedLabel(QLabel):
    """One line that is cut with an ellipsis where there is no room; the whole is in the tooltip."""

    def __init__(self, theme: Theme, text: str = "", *, step: int = 0, weight: int = 400, kind: str = "") -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(step, weight))
        if kind:
            self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Shows another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width()))
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
