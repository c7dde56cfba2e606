"""Asks for one line: until when to snooze, or a note; what was understood, or what is wrong, stands below it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.foot import foot_of
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label


def nothing(_: str) -> str:
    """For a line that is taken as it stands."""
    return ""


class LineSheet(Sheet):
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
        super().__init__(theme, window, 460)
        self._understand = understand
        head = label(theme, title, step=2, weight=600)
        head.setContentsMargins(18, 14, 18, 8)
        self.layout_.addWidget(head)
        self.field = QLineEdit(self.sheet)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(title)
        self.words = label(theme, kind="secondary", wrap=True)
        self.words.setMinimumHeight(36)
        for widget, bottom in ((self.field, 4), (self.words, 0)):
            row = QHBoxLayout()
            row.setContentsMargins(18, 0, 18, bottom)
            row.addWidget(widget)
            self.layout_.addLayout(row)
        cancel = KeyButton(theme, tr("Cancel"), key=Action.CLOSE.cap, parent=self.sheet)
        cancel.clicked.connect(self.done)
        self.button = KeyButton(theme, button, key=Action.TAKE.cap, kind="primary", parent=self.sheet)
        self.button.clicked.connect(self.give)
        self.layout_.addLayout(foot_of(cancel, self.button))
        self.sheet.setAccessibleName(title)
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
        self.words.setProperty("kind", "danger" if wrong else "secondary")
        self.words.style().polish(self.words)
        return not wrong

    def give(self) -> None:
        """Hands the text over, unless it is wrong."""
        if self._say():
            text = self.field.text().strip()
            self.done()
            self.given.emit(text)
