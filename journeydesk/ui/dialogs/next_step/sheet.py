"""The gate over the window, after a log that leaves an open prospect without a next step."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.next_step.line import NextStepLine
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.key_map import is_key_of
from journeydesk.ui.theme import Theme


class NextStepSheet(Sheet):
    """It closes with its answer only: the log is saved already, and one key is enough. `answered` as the line's."""

    answered = Signal(str, bool)

    def __init__(self, context: Context, theme: Theme, window: QWidget, prospect: RecordId, name: str, outcome: str) -> None:
        super().__init__(theme, window, 560)
        self.sheet.setAccessibleName(tr("Next step"))
        self.line = NextStepLine(context, theme)
        self.line.ask(prospect, name, outcome)
        inside = QVBoxLayout()
        inside.setContentsMargins(18, 14, 18, 14)
        inside.addWidget(self.line)
        self.layout_.addLayout(inside)
        self.line.answered.connect(self._answered)
        self.accepted.connect(self.line.answer)

    def take_focus(self) -> None:
        """The line has the keyboard."""
        self.line.field.setFocus()

    def _answered(self, words: str, step: bool) -> None:
        self.done()
        self.answered.emit(words, step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Escape is no answer.
        if is_key_of(Action.CLOSE, event):
            self.line.insist()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        # A press beside it is none either.
        self.line.insist()
