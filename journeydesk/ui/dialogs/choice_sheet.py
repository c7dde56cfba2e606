"""Asks for one of several things, with its question above them: who takes over, which stage."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.choice_list import ROW, Choice, ChoiceList

_MOST_ROWS = 9


class ChoiceSheet(FramedSheet):
    """`chosen` carries the value. `free` is as in the list: words for what is typed and none of the choices."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        title: str,
        verb: str,
        choices: Sequence[Choice],
        value: str | None = None,
        free: str = "",
    ) -> None:
        super().__init__(theme, window, 440, title)
        self.inside = ChoiceList(theme, title, free=free)
        self.inside.list.setFixedHeight(min(len(choices), _MOST_ROWS) * ROW + 2)
        self.inside.offer(choices, value)
        self.inside.picked.connect(self._pick)
        self.inside.left.connect(self.done)
        self.accepted.connect(self.inside.take)
        take = KeyButton(theme, verb, key=Action.TAKE.cap, kind="primary", parent=self.sheet)
        take.clicked.connect(self.inside.take)
        self.body.addWidget(self.inside)
        self.offer(take)

    def take_focus(self) -> None:
        """Typing narrows the choices down at once."""
        self.inside.search.setFocus()

    def _pick(self, value: object) -> None:
        self.done()
        self.chosen.emit(value)
