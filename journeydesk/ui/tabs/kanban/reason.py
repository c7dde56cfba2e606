"""The question that a move back, or to an end, asks: why?"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.tabs.kanban.over_board import OverBoard
from journeydesk.ui.theme import Theme


class ReasonPopup(OverBoard):
    """One line over the board. `given` carries the reason."""

    given = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, tr("Reason for the move"), 320, tr("Move card"))
        self._field = QLineEdit()
        self._field.setPlaceholderText(tr("Why? Goes into the history"))
        self._field.setAccessibleName(tr("Reason"))
        self.go_on.setEnabled(False)
        self.go_on.setToolTip(tr("Write a word about why"))
        self._field.textChanged.connect(lambda text: self.go_on.setEnabled(bool(text.strip())))
        self._field.returnPressed.connect(self.give)
        self.column.addWidget(self._field)

    def ask(self, title: str, where: QPoint) -> None:
        """Asks near this point of the parent."""
        self.title.setText(title)
        self._field.clear()
        self.show_near(where)
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def give(self) -> None:
        """Where something is written."""
        reason = self._field.text().strip()
        if reason:
            self.hide()
            self.given.emit(reason)
