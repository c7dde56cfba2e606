"""Asks for a date in plain words and says it back while it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journeydesk.domain.due import Due
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.due_field import DueField


class DueSheet(FramedSheet):
    """`given` carries the Due that was understood; what is not understood is said and stays."""

    given = Signal(object)

    def __init__(self, context: Context, theme: Theme, window: QWidget, title: str, verb: str) -> None:
        super().__init__(theme, window, 480, title)
        self.field = DueField(context, theme, title, tr("fri, 3d, next week, 22 May"))
        take = KeyButton(theme, verb, key=Action.TAKE.cap, kind="primary", parent=self.sheet)
        take.clicked.connect(self.field.give)
        self.body.addWidget(self.field)
        self.offer(take)
        self.field.given.connect(self._given)
        self.field.refused.connect(self.refuse)
        self.accepted.connect(self.field.give)

    def take_focus(self) -> None:
        """The field."""
        self.field.field.setFocus()

    def _given(self, due: Due) -> None:
        self.done()
        self.given.emit(due)
