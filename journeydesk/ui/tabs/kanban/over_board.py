"""A question over the board, near where the card would land."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget


class OverBoard(QFrame):
    """A card of its own over its parent, placed within it."""

    def __init__(self, parent: QWidget, name: str, width: int) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.setFixedWidth(width)
        self.hide()

    def show_near(self, where: QPoint) -> None:
        """Shows it at this point of the parent, or as near as there is room."""
        self.adjustSize()
        parent = self.parentWidget()
        room = parent.rect() if parent is not None else self.rect()
        x = max(8, min(where.x(), room.width() - self.width() - 8))
        y = max(8, min(where.y(), room.height() - self.height() - 8))
        self.move(x, y)
        self.show()
        self.raise_()
