"""A question over the board, near where the card would land."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.key_map import is_key_of
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label


class OverBoard(QFrame):
    """A card of its own over its parent, placed within it: `title`, `column` to fill, and the buttons `go_on`, which is called `verb`,
    and `keep`. `refused` says that the cards stay."""

    refused = Signal()

    def __init__(self, theme: Theme, parent: QWidget, name: str, width: int, verb: str) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self._narrowest = width
        self.setFixedWidth(width)
        self.title = label(theme, weight=600, wrap=True)
        self.go_on = KeyButton(theme, verb, key=Action.TAKE.cap, kind="primary")
        self.keep = KeyButton(theme, tr("Keep it here"), key=Action.LEAVE.cap)
        self.go_on.clicked.connect(self.give)
        self.keep.clicked.connect(self._refuse)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.go_on)
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addLayout(self.column)
        layout.addLayout(buttons)
        self.hide()

    def give(self) -> None:
        """Hands over what was answered, where it is an answer."""

    def _refuse(self) -> None:
        self.hide()
        self.refused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key_of(Action.LEAVE, event):
            self._refuse()
        else:
            super().keyPressEvent(event)

    def show_near(self, where: QPoint) -> None:
        """Shows it at this point of the parent, or as near as there is room."""
        # Longer words, as other languages have them, make it wider.
        self.setFixedWidth(max(self._narrowest, self.minimumSizeHint().width()))
        self.adjustSize()
        parent = self.parentWidget()
        room = parent.rect() if parent is not None else self.rect()
        x = max(8, min(where.x(), room.width() - self.width() - 8))
        y = max(8, min(where.y(), room.height() - self.height() - 8))
        self.move(x, y)
        self.show()
        self.raise_()
