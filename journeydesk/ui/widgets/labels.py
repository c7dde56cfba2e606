"""Words on screen: always plain text, for what they say may come from anywhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from journeydesk.ui.theme import Theme


def label(theme: Theme, text: str = "", *, step: int = 0, weight: int = 400, kind: str = "", wrap: bool = False) -> QLabel:
    """A label in the font `step` px from body; `kind` is secondary, caption, danger, warn or ok."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(theme.font(step, weight))
    if kind:
        made.setProperty("kind", kind)
    if wrap:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return made


def selectable(made: QLabel) -> QLabel:
    """Lets its text be marked and copied."""
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setCursor(Qt.CursorShape.IBeamCursor)
    return made


def rule() -> QFrame:
    """A line of 1 px that separates."""
    made = QFrame()
    made.setProperty("kind", "line")
    made.setFixedHeight(1)
    return made
