"""Alerts or messages: the two halves of the inbox, each with how many wait."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.tabs.alerts.status_tabs import CountedTab
from journeydesk.ui.theme import Theme


class InboxSwitch(QWidget):
    """`chosen` carries whether messages were asked for."""

    chosen = Signal(bool)

    def __init__(self, theme: Theme, *, messages: bool) -> None:
        super().__init__()
        self.alerts, self.messages = CountedTab(theme, tr("Alerts")), CountedTab(theme, tr("Messages"))
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(2)
        for button, is_messages in ((self.alerts, False), (self.messages, True)):
            group.addButton(button)
            button.setChecked(is_messages is messages)
            button.clicked.connect(lambda _checked=False, which=is_messages: self.chosen.emit(which))
            row.addWidget(button)
        row.addStretch(1)
        self._shows_messages = messages

    def show_counts(self, alerts: int, messages: int) -> None:
        """How many wait of each."""
        self.alerts.show_count(alerts)
        self.messages.show_count(messages)

    def restore(self) -> None:
        """Marks the half that this one stands in."""
        (self.messages if self._shows_messages else self.alerts).setChecked(True)
