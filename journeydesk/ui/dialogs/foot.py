"""The last line of a sheet: its buttons at the right."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton


def foot_of(*buttons: QPushButton) -> QHBoxLayout:
    """The buttons beside each other, the one that does it last."""
    foot = QHBoxLayout()
    foot.setContentsMargins(18, 8, 18, 14)
    foot.setSpacing(8)
    foot.addStretch(1)
    for button in buttons:
        foot.addWidget(button)
    return foot
