"""Asks for one line: until when to snooze, or a note; what was understood, or what is wrong, stands below it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journeydesk.domain.errors import UserError
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.restyling import restyle
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label


def nothing(_: str) -> str:
    """For a line that is taken as it stands."""
    return ""


class LineSheet(FramedSheet):
    """`understand` says in words what a text means, or raises UserError. Enter gives the text."""

    given = Signal(str)

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        title: str,
        hint: str,
        button: str,
        understand: Callable[[str], str] = nothing,
    ) -> None:
        super().__init__(theme, window, 460, title)
        self._understand = understand
        self.field = QLineEdit(self.sheet)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(title)
        self.words = label(theme, kind="secondary", wrap=True)
        self.words.setMinimumHeight(36)
        self.body.setSpacing(6)
        self.body.addWidget(self.field)
        self.body.addWidget(self.words)
        self.button = KeyButton(theme, button, key=Action.TAKE.cap, kind="primary", parent=self.sheet)
        self.button.clicked.connect(self.give)
        self.offer(self.button)
        self.field.textChanged.connect(self._say)
        self.field.returnPressed.connect(self.give)
        self.accepted.connect(self.give)

    def take_focus(self) -> None:
        """The line has the keyboard."""
        self.field.setFocus()

    def _say(self) -> bool:
        text = self.field.text().strip()
        try:
            words, wrong = (self._understand(text) if text else ""), False
        except UserError as problem:
            words, wrong = str(problem), True
        self.words.setText(words)
        restyle(self.words, "kind", "danger" if wrong else "secondary")
        return not wrong

    def give(self) -> None:
        """Hands the text over, unless it is wrong."""
        if self._say():
            text = self.field.text().strip()
            self.done()
            self.given.emit(text)
