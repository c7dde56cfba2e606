"""A note, or what a meeting was about, for several prospects at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton


class NoteSheet(FramedSheet):
    """`given` carries the text; an empty one is not taken, and `needs` says so."""

    given = Signal(str)

    def __init__(self, theme: Theme, window: QWidget, title: str, verb: str) -> None:
        super().__init__(theme, window, 520, title)
        self.needs = tr("Write at least a word about what was said.")
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(title)
        self.note.setPlaceholderText(tr("What was said? Each of them gets this text"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(110)
        take = KeyButton(theme, verb, key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        take.clicked.connect(self._give)
        self.body.addWidget(self.note)
        self.offer(take)
        self.accepted.connect(self._give)

    def take_focus(self) -> None:
        """The text."""
        self.note.setFocus()

    def _give(self) -> None:
        text = self.note.toPlainText().strip()
        if text:
            self.done()
            self.given.emit(text)
        else:
            self.refuse(self.needs)
