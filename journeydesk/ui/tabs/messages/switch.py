"""Alerts, messages or proposals: the parts of the inbox, each with how many wait. Proposals are there once somebody may propose."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.tabs.alerts.status_tabs import CountedTab
from journeydesk.ui.theme import Theme

_EDGE, _BETWEEN = 10, 2

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
        group = QButtonGroup(self)
        self._row_of: dict[str, int] = {}
        self._rows = [QHBoxLayout() for _ in self._buttons]
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 8, _EDGE, 8)
        column.setSpacing(0)
        for row in self._rows:
            row.setSpacing(_BETWEEN)
            row.addStretch(1)
            column.addLayout(row)
        for name, button in self._buttons.items():
            group.addButton(button)
            button.setChecked(name == within)
            button.clicked.connect(partial(self._on_clicked, name))
        self.proposals.hide()
        self._lay()

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
        """Beside each other as far as there is room, the others below."""
        rows, row, taken = dict[str, int](), 0, 0
        for name, button in self._buttons.items():
            wide = button.sizeHint().width()
            if not button.isHidden():
                if taken and taken + wide > self.width() - 2 * _EDGE > 0:
                    row, taken = row + 1, 0
                taken += wide + _BETWEEN
            rows[name] = row
        if rows != self._row_of:
            self._row_of = rows
            for name, button in self._buttons.items():
                line = self._rows[rows[name]]
                line.insertWidget(line.count() - 1, button)
