"""Another look by the style sheet, for a widget that is there already."""

from PySide6.QtWidgets import QWidget


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Gives a widget a property that the style sheet asks for, such as its `kind`; nothing is done where it has it."""
    before = widget.property(name)
    if before == value or not (before or value):
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
