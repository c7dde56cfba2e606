"""What a measure is made of: its parts with their numbers, its goals, and the way to its prospects."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.reports.blocks.cards import Card
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label, selectable


class PartsSheet(FramedSheet):
    """Ctrl+Enter shows the prospects; `goal_requested` asks for must and target."""

    behind_requested = Signal(object)
    goal_requested = Signal()

    def __init__(self, theme: Theme, window: QWidget, card: Card) -> None:
        super().__init__(theme, window, 480, card.title, icon="chart")
        self._card = card
        of = f" · {card.of}" if card.of else ""
        self.body.addWidget(label(theme, f"{card.words}{of}", step=4, weight=600))
        self.body.addWidget(label(theme, f"{card.state} · {card.goal_words}", kind="secondary"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, (name, words) in enumerate(card.parts):
            grid.addWidget(label(theme, name, kind="secondary", wrap=True), row, 0)
            grid.addWidget(selectable(label(theme, words, weight=600)), row, 1)
        self.body.addLayout(grid)
        edit = KeyButton(theme, tr("Edit must and target"), icon="pencil", key=Action.EDIT_GOAL.cap, parent=self.sheet)
        edit.clicked.connect(self._edit)
        self.prospects = KeyButton(
            theme, tr("Show the prospects"), icon="users", key=Action.ACCEPT.cap, kind="primary", parent=self.sheet
        )
        self.prospects.clicked.connect(self._show)
        self.prospects.setVisible(card.behind is not None)
        self.edit = edit
        self.foot.addWidget(edit)
        self.foot.addStretch(1)
        self.foot.addWidget(self.prospects)
        self.accepted.connect(self._show)

    def take_focus(self) -> None:
        """What most want next."""
        (self.prospects if self._card.behind is not None else self.edit).setFocus()

    def _show(self) -> None:
        if self._card.behind is not None:
            self.done()
            self.behind_requested.emit(self._card.behind)

    def _edit(self) -> None:
        self.done()
        self.goal_requested.emit()
