"""What Shift+L asks where a session waits: go on with it, or begin a new one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label


class SessionQuestion(FramedSheet):
    """`answered` carries whether the one that waits goes on."""

    answered = Signal(bool)

    def __init__(self, theme: Theme, window: QWidget, waiting: str, new: str) -> None:
        super().__init__(theme, window, 460, tr("A call session waits"))
        self._keys = KeyMap(
            Scope.SESSION_QUESTION,
            {Action.SESSION_GO_ON: partial(self._answer, True), Action.SESSION_ANEW: partial(self._answer, False)},
        )
        self.sheet.setAccessibleName(tr("Call session"))
        self.go_on = KeyButton(theme, tr("Go on with it"), key=Action.SESSION_GO_ON.cap, kind="primary", parent=self.sheet)
        self.begin = KeyButton(theme, tr("Begin anew"), key=Action.SESSION_ANEW.cap, parent=self.sheet)
        self.go_on.clicked.connect(lambda: self._answer(True))
        self.begin.clicked.connect(lambda: self._answer(False))
        self.body.setSpacing(8)
        self.body.addWidget(label(theme, waiting, wrap=True))
        self.body.addWidget(label(theme, new, step=-1, kind="secondary", wrap=True))
        self.offer(self.begin, self.go_on)

    def take_focus(self) -> None:
        """Enter goes on."""
        self.go_on.setFocus()

    def _answer(self, go_on: bool) -> None:
        self.done()
        self.answered.emit(go_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
