"""A setting that is chosen in a control of its own: what it is called before it, and a word on it below."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.ui.tabs.settings.field import NAME_WIDTH
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label


def lay_named_row(host: QWidget, theme: Theme, name: str, control: QWidget, below: str = "") -> None:
    """Lays out `host` like the other fields of a page."""
    words = QVBoxLayout()
    words.setSpacing(1)
    for text, step in ((name, 0), (below, -1)):
        if text:
            part = label(theme, text, step=step, kind="secondary", wrap=True)
            part.setFixedWidth(NAME_WIDTH)
            words.addWidget(part)
            if text is name:
                part.setBuddy(control)
    row = QHBoxLayout(host)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(10)
    row.addLayout(words)
    row.addWidget(control)
    row.addStretch(1)
