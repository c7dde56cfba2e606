"""The question that a move back, or to an end, asks: why?"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.tabs.kanban.over_board import OverBoard
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import plain_label


class ReasonPopup(OverBoard):
    """One line over the board. `given` carries the reason; `refused` says that the card stays."""

    given = Signal(str)
    refused = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, tr("Reason for the move"), 320)
        self._keys = KeyMap(Scope.FIELDS, {Action.LEAVE: self._refuse})
        self._title = plain_label()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setFont(theme.font(0, 600))
        self._field = QLineEdit()
        self._field.setPlaceholderText(tr("Why? Goes into the history"))
        self._field.setAccessibleName(tr("Reason"))
        self._move = KeyButton(theme, tr("Move card"), key=Action.TAKE.cap, kind="primary")
        self._keep = KeyButton(theme, tr("Keep it here"), key=Action.LEAVE.cap)
        self._move.setEnabled(False)
        self._move.setToolTip(tr("Write a word about why"))
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

    def ask(self, title: str, where: QPoint) -> None:
        """Asks near this point of the parent."""
        self._title.setText(title)
        self._field.clear()
        self.show_near(where)
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
