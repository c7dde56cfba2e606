"""Asks for a date in plain words and says it back while it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.due import Due
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.due_field import DueField
from journeydesk.ui.widgets.labels import label


class DueSheet(Sheet):
    """`given` carries the Due that was understood; what is not understood is said and stays."""

    given = Signal(object)

    def __init__(self, context: Context, theme: Theme, window: QWidget, title: str, verb: str) -> None:
        super().__init__(theme, window, 480)
        self.sheet.setAccessibleName(title)
        self.field = DueField(context, theme, title, tr("fri, 3d, next week, 22 May"))
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.hide()
        take = KeyButton(theme, verb, key=Action.TAKE.cap, kind="primary", parent=self.sheet)
        take.clicked.connect(self.field.give)
        cancel = KeyButton(theme, tr("Cancel"), key=Action.CLOSE.cap, parent=self.sheet)
        cancel.clicked.connect(self.done)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(take)
        inside = QVBoxLayout()
        inside.setContentsMargins(18, 14, 18, 14)
        inside.setSpacing(10)
        inside.addWidget(label(theme, title, step=2, weight=600))
        inside.addWidget(self.field)
        inside.addWidget(self.wrong)
        inside.addLayout(buttons)
        self.layout_.addLayout(inside)
        self.field.given.connect(self._given)
        self.field.refused.connect(self._refused)
        self.accepted.connect(self.field.give)

    def take_focus(self) -> None:
        """The field."""
        self.field.field.setFocus()

    def _given(self, due: Due) -> None:
        self.done()
        self.given.emit(due)

    def _refused(self, words: str) -> None:
        self.wrong.setText(words)
        self.wrong.show()
        self._place()
