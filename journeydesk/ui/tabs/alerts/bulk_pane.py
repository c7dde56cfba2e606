"""What stands beside the list while several alerts are selected: how many, what is at stake, and what can be done with all."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import figure, first_up, named, tr, tr_count, within
from journeydesk.services.rows.alerts import AlertRow
from journeydesk.services.rows.common import Amount
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.alerts.history_list import HistoryLine, HistoryList
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.words.figures import whole_amount

_LISTED = 12


class BulkPane(QWidget):
    """Each button acts on all that are selected, in one step that one undo takes back."""

    acknowledged = Signal()
    actioned = Signal()
    snoozed = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label(theme, step=5, weight=600)
        self._facts = label(theme, kind="secondary", wrap=True)
        self._list = HistoryList(theme, tr("Selected alerts"))
        self.acknowledge = KeyButton(
            theme, tr("Acknowledge all"), icon="check", key=Action.ALERT_ACKNOWLEDGE.cap, kind="primary"
        )
        self.done = KeyButton(theme, tr("Mark all actioned"), icon="ok-circle", key=Action.ALERT_ACTIONED.cap)
        self.snooze = KeyButton(theme, tr("Snooze all"), icon="moon", key=Action.ALERT_SNOOZE.cap)
        self.clear = KeyButton(theme, tr("Clear selection"), key=Action.ALERT_BACK.cap, kind="flat")
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for row in (self._first, self._second):
            row.setSpacing(8)
            row.addStretch(1)
        for button, signal in (
            (self.acknowledge, self.acknowledged),
            (self.done, self.actioned),
            (self.snooze, self.snoozed),
            (self.clear, self.cleared),
        ):
            button.clicked.connect(signal)
            self._first.insertWidget(self._first.count() - 1, button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 24)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._facts)
        layout.addSpacing(10)
        layout.addLayout(self._first)
        layout.addLayout(self._second)
        layout.addSpacing(14)
        layout.addWidget(self._list)
        layout.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        # May be narrow: the buttons take two rows then.
        return QSize(360, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        every = (self.acknowledge, self.done, self.snooze, self.clear)
        narrow = sum(button.sizeHint().width() + 8 for button in every) + 48 > self.width()
        row = self._second if narrow else self._first
        for button in (self.snooze, self.clear):
            if row.indexOf(button) < 0:
                row.insertWidget(row.count() - 1, button)

    def show_alerts(self, alerts: Sequence[AlertRow]) -> None:
        """Says what is selected and allows what can be done with any of it."""
        self._title.setText(tr("{count} alerts selected", count=len(alerts)))
        priorities = Counter(alert.priority for alert in alerts)
        parts = [
            ", ".join(f"{priorities[name]} {within(named(name))}" for name in ("Urgent", "High", "Normal") if priorities[name])
        ]
        prospects = len({alert.prospect for alert in alerts if alert.prospect is not None})
        parts.append(tr_count("{count} prospect", "{count} prospects", prospects))
        parts += [tr("{words} at stake", words=words) for words in _stakes(alerts)]
        self._facts.setText(" · ".join(parts))
        lines = [
            HistoryLine(
                alert.company or alert.contact, alert.reason, f"{named(alert.priority)} · {first_up(named(alert.rule))}"
            )
            for alert in alerts[:_LISTED]
        ]
        if len(alerts) > _LISTED:
            lines.append(HistoryLine(tr("and {count} more", count=figure(len(alerts) - _LISTED)), "", ""))
        self._list.show_lines(lines)
        states = {alert.status for alert in alerts}
        self.acknowledge.setEnabled("Pending" in states)
        self.done.setEnabled(bool(states & {"Pending", "Acknowledged"}))
        self.snooze.setEnabled("Pending" in states)
        self.setAccessibleName(f"{self._title.text()}: {self._facts.text()}")


def _stakes(alerts: Sequence[AlertRow]) -> list[str]:
    """The sums of what is at stake, each prospect once, no currencies and no months mixed with wholes."""
    once = {alert.prospect: alert for alert in alerts if alert.value is not None}
    sums: Counter[tuple[str, bool]] = Counter()
    for alert in once.values():
        if alert.value is not None:
            sums[alert.value.currency, alert.monthly] += alert.value.minor
    return [
        whole_amount(Amount(minor, code)) + (tr(" a month") if monthly else "")
        for (code, monthly), minor in sorted(sums.items())
    ]
