"""The two halves of the inbox: alerts, and messages that wait for a person; the latter are made when they are first wanted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.changes import Change
from journeydesk.ui.keys.hints import Hint
from journeydesk.ui.tabs.messages.switch import InboxSwitch
from journeydesk.ui.tabs.tab import Tab

if TYPE_CHECKING:
    from journeydesk.ui.tabs.messages.view import MessagesView


class InboxHalves(QStackedWidget):
    """Stands in the tab of alerts and hands on what the messages ask for."""

    def __init__(self, tab: Tab, alerts: QWidget) -> None:
        super().__init__()
        self._tab = tab
        self.alerts = alerts
        self._alerts = 0
        self._waiting = 0
        self.messages: MessagesView | None = None
        self.switch = InboxSwitch(tab.theme, messages=False)
        self.switch.chosen.connect(self.show_messages)
        self.addWidget(alerts)
        self.read_count()

    @property
    def shows_messages(self) -> bool:
        """Whether the messages are shown."""
        return self.currentIndex() == 1

    def show_messages(self, messages: bool) -> None:
        """Goes to a half; the keyboard with it."""
        self.switch.restore()
        if messages:
            view = self._made()
            self.setCurrentWidget(view)
            view.take_focus()
        else:
            self.setCurrentIndex(0)
            self._tab.take_focus()
        self._tab.hints_changed.emit()

    def count_alerts(self, alerts: int) -> None:
        """How many alerts wait."""
        self._alerts = alerts
        self._count()

    def count_messages(self, waiting: int) -> None:
        """How many messages wait."""
        self._waiting = waiting
        self._count()

    def _count(self) -> None:
        self.switch.show_counts(self._alerts, self._waiting)
        if self.messages is not None:
            self._other.show_counts(self._alerts, self._waiting)

    def _made(self) -> "MessagesView":
        if self.messages is None:
            from journeydesk.ui.tabs.messages.view import MessagesView

            tab = self._tab
            self._other = InboxSwitch(tab.theme, messages=True)
            self._other.chosen.connect(self._switched)
            self.messages = view = MessagesView(tab.context, tab.theme, self._other)
            view.said.connect(tab.said)
            view.prospect_requested.connect(tab.prospect_requested)
            view.log_requested.connect(tab.log_requested)
            view.counted.connect(self.count_messages)
            view.hints_changed.connect(tab.hints_changed)
            view.alerts_requested.connect(lambda: self.show_messages(False))
            self.addWidget(view)
            self._count()
        return self.messages

    def _switched(self, messages: bool) -> None:
        self._other.restore()
        self.show_messages(messages)

    def refresh(self, change: Change) -> None:
        """Reads what a change touches."""
        if self.messages is not None:
            self.messages.refresh(change)
        if change.kinds & {"messages", "mail", "prospects"}:
            self.read_count()

    def read_count(self) -> None:
        """Counts the messages that wait."""
        from journeydesk.services.messages.showing import count_waiting

        self.count_messages(count_waiting(self._tab.context))

    def take_focus(self) -> bool:
        """Gives the keyboard to the messages where they are shown; whether it did."""
        if self.messages is None or not self.shows_messages:
            return False
        self.messages.take_focus()
        return True

    def facts(self) -> str:
        """What holds of messages where they are shown."""
        return self.messages.facts() if self.messages is not None and self.shows_messages else ""

    def prospects(self) -> list[RecordId] | None:
        """Whom the current message is for; None where the alerts are shown."""
        if self.messages is None or not self.shows_messages:
            return None
        return [self.messages.prospect] if self.messages.prospect is not None else []

    def hints(self) -> Sequence[Hint]:
        """The keys of messages where they are shown."""
        return self.messages.hints() if self.messages is not None and self.shows_messages else ()
