"""A card of short lines, one below the other: what was last checked, what was last sent."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.ui.widgets.labels import rule


def card_of_lines(lines: Sequence[QWidget]) -> QFrame:
    """The lines with a rule between them."""
    frame = QFrame()
    frame.setProperty("kind", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    for place, line in enumerate(lines):
        if place:
            column.addWidget(rule())
        column.addWidget(line)
    return frame


def short_line(height: int, *parts: QWidget, wide: QWidget) -> QWidget:
    """A line of these parts, `wide` of which takes the room that is left."""
    held = QWidget()
    held.setFixedHeight(height)
    row = QHBoxLayout(held)
    row.setContentsMargins(10, 0, 10, 0)
    row.setSpacing(10)
    for part in parts:
        row.addWidget(part, 1 if part is wide else 0)
    return held
