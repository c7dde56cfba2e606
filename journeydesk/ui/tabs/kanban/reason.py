"""The question that a move back, or to an end, asks: why?"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import plain_label


class ReasonPopup(QFrame):
    """One line over the board. `given` carries the reason; `refused` says that the card stays."""

    given = Signal(str)
    refused = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._keys = KeyMap(Scope.FIELDS, {Action.LEAVE: self._refuse})
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Reason for the move")
        self._title = plain_label()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setFont(theme.font(0, 600))
        self._field = QLineEdit()
        self._field.setPlaceholderText("Why? Goes into the history")
        self._field.setAccessibleName("Reason")
        self._move = KeyButton(theme, "Move card", key=Action.TAKE.cap, kind="primary")
        self._keep = KeyButton(theme, "Keep it here", key=Action.LEAVE.cap)
        self._move.setEnabled(False)
        self._move.setToolTip("Write a word about why")
        self._field.textChanged.connect(lambda text: self._move.setEnabled(bool(text.strip())))
        self._field.returnPressed.connect(self._give)
        self._move.clicked.connect(self._give)
        self._keep.clicked.connect(self._refuse)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._keep)
        buttons.addWidget(self._move)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._field)
        layout.addLayout(buttons)
        self.setFixedWidth(320)
        self.hide()

    def ask(self, title: str, where: QPoint) -> None:
        """Asks near this point of the parent."""
        self._title.setText(title)
        self._field.clear()
        self.adjustSize()
        parent = self.parentWidget()
        room = parent.rect() if parent is not None else self.rect()
        x = max(8, min(where.x(), room.width() - self.width() - 8))
        y = max(8, min(where.y(), room.height() - self.height() - 8))
        self.move(x, y)
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _give(self) -> None:
        reason = self._field.text().strip()
        if reason:
            self.hide()
            self.given.emit(reason)

    def _refuse(self) -> None:
        self.hide()
        self.refused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
