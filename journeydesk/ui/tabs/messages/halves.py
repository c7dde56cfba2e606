"""The parts of the inbox: alerts, messages that wait for a person, and what an agent proposes; the latter two are made when they are
first wanted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr_count
from journeydesk.services.changes import Change
from journeydesk.ui.keys.hints import Hint
from journeydesk.ui.tabs.messages.switch import ALERTS, MESSAGES, PROPOSALS, InboxSwitch
from journeydesk.ui.tabs.tab import Tab

if TYPE_CHECKING:
    from journeydesk.ui.tabs.messages.decision_view import DecisionView
    from journeydesk.ui.tabs.messages.view import MessagesView
    from journeydesk.ui.tabs.proposals.view import ProposalsView


class InboxHalves(QStackedWidget):
    """Stands in the tab of alerts and hands on what the others ask for."""

    def __init__(self, tab: Tab, alerts: QWidget) -> None:
        super().__init__()
        self._tab = tab
        self.alerts = alerts
        self._counts = {ALERTS: 0, MESSAGES: 0}
        self.messages: MessagesView | None = None
        self.proposals: ProposalsView | None = None
        self.switch = self._switch(ALERTS)
        self._switches = {ALERTS: self.switch}
        self.addWidget(alerts)
        # An agent proposes from a program of its own: what it left is seen when a person comes back to the window.
        QGuiApplication.instance().applicationStateChanged.connect(self._on_state)  # type: ignore[union-attr]
        self.read_count()
        self.read_proposals()

    def _switch(self, within: str) -> InboxSwitch:
        switch = InboxSwitch(self._tab.theme, within)
        switch.chosen.connect(self.show_part)
        return switch

    @property
    def shown(self) -> str:
        """The part that is shown."""
        current = self.currentWidget()
        return MESSAGES if current is self.messages else PROPOSALS if current is self.proposals else ALERTS

    @property
    def shows_messages(self) -> bool:
        """Whether the messages are shown."""
        return self.messages is not None and self.shown == MESSAGES

    def show_messages(self, messages: bool) -> None:
        """Goes to the messages, or to the alerts."""
        self.show_part(MESSAGES if messages else ALERTS)

    def show_part(self, name: str) -> None:
        """Goes to a part; the keyboard with it."""
        for switch in self._switches.values():
            switch.restore()
        view = self._part(name)
        if view is None:
            self.setCurrentIndex(0)
            self._tab.take_focus()
        else:
            self.setCurrentWidget(view)
            view.take_focus()
        self._tab.hints_changed.emit()

    def show_next(self) -> None:
        """Goes to the part after the one that is shown, round and round."""
        names = list(self._counts)
        self.show_part(names[(names.index(self.shown) + 1) % len(names)])

    def count_alerts(self, alerts: int) -> None:
        """How many alerts wait."""
        self._count(ALERTS, alerts)

    def count_messages(self, waiting: int) -> None:
        """How many messages wait."""
        self._count(MESSAGES, waiting)

    def count_proposals(self, waiting: int) -> None:
        """How many proposals wait."""
        self._count(PROPOSALS, waiting)

    def _count(self, name: str, count: int) -> None:
        self._counts[name] = count
        for switch in self._switches.values():
            switch.show_counts(self._counts)

    def _part(self, name: str) -> "DecisionView | None":
        """A part other than the alerts, made when it is first wanted."""
        if name == ALERTS:
            return None
        if name == MESSAGES and self.messages is None:
            self.messages = self._made_messages()
        if name == PROPOSALS and self.proposals is None:
            self.proposals = self._made_proposals()
        return self.messages if name == MESSAGES else self.proposals

    def _made_messages(self) -> "MessagesView":
        from journeydesk.ui.tabs.messages.view import MessagesView

        view = MessagesView(self._tab.context, self._tab.theme, self._new_switch(MESSAGES))
        view.counted.connect(self.count_messages)
        self._join(view)
        return view

    def _made_proposals(self) -> "ProposalsView":
        from journeydesk.ui.tabs.proposals.view import ProposalsView

        view = ProposalsView(self._tab.context, self._tab.theme, self._new_switch(PROPOSALS))
        view.counted.connect(self.count_proposals)
        self._join(view)
        return view

    def _new_switch(self, within: str) -> InboxSwitch:
        self._switches[within] = switch = self._switch(within)
        switch.show_counts(self._counts)
        return switch

    def _join(self, view: "DecisionView") -> None:
        tab = self._tab
        view.said.connect(tab.said)
        view.prospect_requested.connect(tab.prospect_requested)
        view.log_requested.connect(tab.log_requested)
        view.alerts_requested.connect(self.show_next)
        view.hints_changed.connect(tab.hints_changed)
        self.addWidget(view)

    def refresh(self, change: Change) -> None:
        """Reads what a change touches."""
        for view in (self.messages, self.proposals):
            if view is not None:
                view.refresh(change)
        if change.kinds & {"messages", "mail", "prospects"}:
            self.read_count()
        if change.kinds & {"proposals", "prospects", "positions", "settings"}:
            self.read_proposals()

    def read_count(self) -> None:
        """Counts the messages that wait."""
        from journeydesk.services.messages.showing import count_waiting

        self.count_messages(count_waiting(self._tab.context))

    def read_proposals(self) -> int:
        """Counts the proposals that wait, and returns how many; their part is there once an agent may propose, or did."""
        from journeydesk.services.agent.waiting import are_expected, count_waiting

        if PROPOSALS not in self._counts and not are_expected(self._tab.context):
            return 0
        count = count_waiting(self._tab.context)
        self.count_proposals(count)
        return count

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read_count()
        self.read_proposals()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            return
        drafted = self._counts[MESSAGES]
        self.read_count()
        if self.messages is not None and self._counts[MESSAGES] != drafted:
            self.messages.refresh(Change(frozenset({"messages"})))
        before = self._counts.get(PROPOSALS, 0)
        came = self.read_proposals() - before
        if self.proposals is not None and came:
            self.proposals.refresh(Change(frozenset({"proposals"})))
        if came > 0:
            words = tr_count(
                "{count} new proposal waits in Alerts, Proposals", "{count} new proposals wait in Alerts, Proposals", came
            )
            self._tab.said.emit(words, False)

    def take_focus(self) -> bool:
        """Gives the keyboard to the part that is shown, where it is not that of the alerts; whether it did."""
        view = self._part(self.shown)
        if view is None:
            return False
        view.take_focus()
        return True

    def facts(self) -> str:
        """What holds of the part that is shown."""
        view = self._part(self.shown)
        return view.facts() if view is not None else ""

    def prospects(self) -> list[RecordId] | None:
        """Whom the current message or proposal is for; None where the alerts are shown."""
        view = self._part(self.shown)
        if view is None:
            return None
        return [view.prospect] if view.prospect is not None else []

    def hints(self) -> Sequence[Hint]:
        """The keys of the part that is shown."""
        view = self._part(self.shown)
        return view.hints() if view is not None else ()
