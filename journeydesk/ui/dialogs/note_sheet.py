"""A note, or what a meeting was about, for several prospects at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel, label


class NoteSheet(Sheet):
    """`given` carries the text; an empty one is not taken."""

    given = Signal(str)

    def __init__(self, theme: Theme, window: QWidget, title: str, verb: str) -> None:
        super().__init__(theme, window, 520)
        self.sheet.setAccessibleName(title)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(title)
        self.note.setPlaceholderText(tr("What was said? Each of them gets this text"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(110)
        self.wrong = label(theme, tr("Write at least a word about what was said."), step=-1, kind="danger")
        self.wrong.hide()
        take = KeyButton(theme, verb, key=Action.ACCEPT.cap, kind="primary", parent=self.sheet)
        take.clicked.connect(self._give)
        cancel = KeyButton(theme, tr("Cancel"), key=Action.CLOSE.cap, parent=self.sheet)
        cancel.clicked.connect(self.done)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(take)
        column = QVBoxLayout()
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(ElidedLabel(theme, title, step=2, weight=600))
        column.addWidget(self.note)
        column.addWidget(self.wrong)
        column.addLayout(buttons)
        self.layout_.addLayout(column)
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
            self.wrong.show()
            self._place()
