"""A question before what is large or takes something away: what, with how many, whose; Enter does it, Esc leaves it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel, label


class ConfirmSheet(FramedSheet):
    """`confirmed` says that it is to be done. `names` are shown below the title, and how many more there are."""

    confirmed = Signal()

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        title: str,
        verb: str,
        words: str,
        names: Sequence[str] = (),
        more: int = 0,
        kind: str = "danger",
    ) -> None:
        super().__init__(theme, window, 440, title)
        self.sheet.setAccessibleName(f"{title} {words}")
        self._keys = KeyMap(Scope.FIELDS, {Action.TAKE: self._confirm})
        self.body.setSpacing(6)
        for name in names:
            self.body.addWidget(ElidedLabel(theme, name))
        if more:
            self.body.addWidget(label(theme, tr("and {more} more", more=figure(more)), kind="secondary"))
        self.body.addWidget(label(theme, words, step=-1, kind="secondary", wrap=True))
        self.yes = KeyButton(theme, verb, key=Action.TAKE.cap, kind=kind, parent=self.sheet)
        self.yes.clicked.connect(self._confirm)
        self.no = self.offer(self.yes)
        self.accepted.connect(self._confirm)

    def _confirm(self) -> None:
        self.done()
        self.confirmed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
