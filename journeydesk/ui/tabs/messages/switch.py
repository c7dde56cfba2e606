"""Alerts, messages or proposals: the parts of the inbox, each with how many wait. Proposals are there once somebody may propose."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.tabs.alerts.status_tabs import CountedTab
from journeydesk.ui.theme import Theme

ALERTS, MESSAGES, PROPOSALS = "alerts", "messages", "proposals"


class InboxSwitch(QWidget):
    """`chosen` carries the part that was asked for; `within` is the one that this switch stands in."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, within: str) -> None:
        super().__init__()
        self.alerts, self.messages = CountedTab(theme, tr("Alerts")), CountedTab(theme, tr("Messages"))
        self.proposals = CountedTab(theme, tr("Proposals"))
        self._buttons = {ALERTS: self.alerts, MESSAGES: self.messages, PROPOSALS: self.proposals}
        self._within = within
        self._below = False
        group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 8, 10, 8)
        self._grid.setHorizontalSpacing(2)
        self._grid.setVerticalSpacing(2)
        for place, (name, button) in enumerate(self._buttons.items()):
            group.addButton(button)
            self._grid.addWidget(button, 0, place)
            button.setChecked(name == within)
            button.clicked.connect(partial(self._on_clicked, name))
        self._grid.setColumnStretch(len(self._buttons), 1)
        self.proposals.hide()

    def _on_clicked(self, name: str, _checked: bool = False) -> None:
        self.chosen.emit(name)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many wait of each; a part that is not named is not shown."""
        for name, button in self._buttons.items():
            button.show_count(counts.get(name, 0))
            button.setVisible(name in counts)
        self._lay()

    def restore(self) -> None:
        """Marks the part that this one stands in."""
        self._buttons[self._within].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        """Beside each other, and the last below where there is no room."""
        room = self.width() - 20
        whole = sum(button.sizeHint().width() + 2 for button in self._buttons.values() if not button.isHidden())
        below = not self.proposals.isHidden() and whole > room > 0
        if below != self._below:
            self._below = below
            # Below it has the width of both, so that it makes neither wider.
            place = (1, 0, 1, len(self._buttons)) if below else (0, len(self._buttons) - 1, 1, 1)
            self._grid.addWidget(self.proposals, *place, Qt.AlignmentFlag.AlignLeft)
