"""What a setting is called before its control, and a word on it below."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label

NAME_WIDTH = 236


def named_row_words(theme: Theme, name: str, control: QWidget, caption: str | None, width: int = NAME_WIDTH) -> QWidget:
    """The name of a row, with its `caption` below it; None where the field stands among others that belong to something."""
    title = label(theme, name, weight=400 if caption is None else 500, kind="secondary" if caption is None else "", wrap=True)
    title.setBuddy(control)
    if not caption:
        title.setFixedWidth(width)
        return title
    held = QWidget()
    held.setFixedWidth(width)
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(title)
    column.addWidget(label(theme, caption, step=-1, kind="secondary", wrap=True))
    return held


def lay_named_row(host: QWidget, theme: Theme, name: str, control: QWidget, caption: str = "") -> None:
    """Lays out `host`, a setting that is chosen in a control of its own, like the fields of a page."""
    row = QHBoxLayout(host)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(10)
    row.addWidget(named_row_words(theme, name, control, caption))
    row.addWidget(control)
    row.addStretch(1)
