"""The Alerts tab: inbox, reading pane, and one-key triage."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.services.changes import Change
from journeydesk.services.commands.alerts import acknowledge, mark_actioned, mark_read, snooze
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.queries.alerts import alert_counts, alert_detail, alerts, unread_count
from journeydesk.services.rows import AlertRow
from journeydesk.ui.alert_words import alert_sentence, day_and_time
from journeydesk.ui.delegates.alert_delegate import AlertDelegate
from journeydesk.ui.models.alert_model import AlertModel
from journeydesk.ui.tabs.alerts.inbox_list import InboxList
from journeydesk.ui.tabs.alerts.reading_pane import ReadingPane
from journeydesk.ui.tabs.alerts.snooze_menu import SnoozeMenu
from journeydesk.ui.tabs.alerts.status_tabs import StatusTabs
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton
from journeydesk.ui.widgets.hints import Hint
from journeydesk.ui.widgets.labels import label

LIST_WIDTH = 424
_READ_AFTER_MS = 2000
_NARROW = 1100
_TWO_STEPS = 900
_READ_FOR = frozenset({"alerts", "prospects", "interactions", "positions", "settings"})
_EMPTY = {
    "Pending": "Nothing pending. New alerts come by themselves.",
    "Acknowledged": "No acknowledged alerts.",
    "Actioned": "Nothing has been actioned yet.",
    "Expired": "Nothing has expired.",
}


class _ListPane(QWidget):
    """The left side: white, with a line at its right edge."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and the lines."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("base"))
        painter.fillRect(0, 43, self.width(), 1, self._theme.color("line"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.color("line2"))
        painter.end()


class AlertsTab(Tab):
    """Keys work while the list or the reading pane has the keyboard."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        zone = context.settings.time_zone
        self._status = "Pending"
        self._filter: dict[str, str | None] = {"rule": None, "priority": None, "owner": None}
        self._call_for: tuple[RecordId, RecordId] | None = None
        self._shown: RecordId | None = None
        self._stale = False
        self.model = AlertModel(lambda alert: alert_sentence(alert, context.clock(), zone), self)
        self.list = InboxList(theme, self.model, AlertDelegate(theme, context.clock, zone, self))
        self.states = StatusTabs(theme)
        self.filter_button = IconButton(theme, "filter", "Filter by priority, owner or rule")
        self.pane = ReadingPane(context, theme)
        self._reader = QTimer(self)
        self._reader.setSingleShot(True)
        self._reader.setInterval(_READ_AFTER_MS)
        self._reader.timeout.connect(self._mark_read)
        self._lay_out()
        self._connect()
        self.reload()
        self.list.show_nearest(0)

    def _lay_out(self) -> None:
        self._left = _ListPane(self.theme)
        head = QHBoxLayout()
        head.setContentsMargins(10, 8, 3, 8)
        head.setSpacing(0)
        head.addWidget(self.states)
        head.addStretch(1)
        head.addWidget(self.filter_button)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 1, 0)
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(self.list, 1)
        self._right = QStackedWidget()
        nothing = QWidget()
        nothing.setProperty("kind", "base")
        nothing.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._nothing = label(self.theme, "Choose an alert to read it", kind="secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(nothing).addWidget(self._nothing)
        self._right.addWidget(nothing)
        self._right.addWidget(self.pane)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._left)
        layout.addWidget(self._right, 1)
        self._left.setFixedWidth(LIST_WIDTH)

    def _connect(self) -> None:
        self.states.chosen.connect(self.show_status)
        self.list.current_changed.connect(self._on_current)
        self.list.doubleClicked.connect(lambda _: self.open_prospect())
        self.filter_button.clicked.connect(self._open_filter)
        pane = self.pane
        pane.acknowledged.connect(self.acknowledge)
        pane.actioned.connect(self.mark_actioned)
        pane.snoozed.connect(self.open_snooze)
        pane.call_logged.connect(self.log_call)
        pane.opened.connect(self.open_prospect)

    def reload(self) -> None:
        """Reads the list again."""
        chosen = self._filter
        found = alerts(self.context, self._status, chosen["rule"], chosen["priority"], chosen["owner"])
        self.model.set_alerts(found)
        narrowed = any(chosen.values())
        self.list.empty_text = "No alert matches the filter. Clear it to see all." if narrowed else _EMPTY[self._status]
        self.states.show_counts(alert_counts(self.context))
        self.hints_changed.emit()

    def refresh(self, change: Change) -> None:
        """Reads again what the change touches; the current alert stays current while it is in the list."""
        if not change.kinds & _READ_FOR:
            return
        self._finish_call(change)
        if self.isVisible():
            self._read_again()
        else:
            self._stale = True

    def _read_again(self) -> None:
        row, shown = self.list.currentIndex().row(), self._shown
        self.reload()
        if shown is None or not self.list.show_alert(shown):
            self.list.show_nearest(max(0, row))
        elif (detail := alert_detail(self.context, shown)) is not None:
            self.pane.show_alert(detail)

    def show_status(self, status: str) -> None:
        """Shows the alerts of one state."""
        self._status = status
        self.states.choose(status)
        self._shown = None
        self.reload()
        self.list.show_nearest(0)

    def show_alert(self, alert: RecordId) -> bool:
        """Goes to one alert of the state shown."""
        return self.list.show_alert(alert)

    def take_focus(self) -> None:
        """Gives the keyboard to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what changed while another tab was shown."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._read_again()

    def hints(self) -> Sequence[Hint]:
        """The keys of triage."""
        return (
            (("J", "K"), "next, previous"),
            (("A",), "acknowledge"),
            (("E",), "actioned"),
            (("S",), "snooze"),
            (("C",), "call logged"),
            (("U",), "undo"),
        )

    def facts(self) -> str:
        """How many wait, and how many nobody has opened."""
        return f"{alert_counts(self.context)['Pending']:,} pending · {unread_count(self.context):,} unread"

    def _on_current(self, alert: AlertRow | None) -> None:
        self._reader.stop()
        self._call_for = None
        self._shown = alert.id if alert is not None else None
        detail = alert_detail(self.context, alert.id) if alert is not None else None
        self._right.setCurrentIndex(0 if detail is None else 1)
        if detail is None:
            return
        self.pane.show_alert(detail)
        if detail.row.unread:
            self._reader.start()

    def _mark_read(self) -> None:
        if self._shown is not None and self.isVisible():
            mark_read(self.context, self._shown)
            self._read_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each step of triage."""
        keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_J: lambda: self.list.step(1),
            Qt.Key.Key_K: lambda: self.list.step(-1),
            Qt.Key.Key_A: self.acknowledge,
            Qt.Key.Key_E: self.mark_actioned,
            Qt.Key.Key_S: self.open_snooze,
            Qt.Key.Key_C: self.log_call,
            Qt.Key.Key_U: self.undo,
            Qt.Key.Key_W: self.pane.show_why,
            Qt.Key.Key_Return: self.open_prospect,
            Qt.Key.Key_Enter: self.open_prospect,
            Qt.Key.Key_Escape: self.back_to_list,
        }
        run = keys.get(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if run is not None and plain:
            run()
            return
        super().keyPressEvent(event)

    def _triage(self, act: Callable[[Context, RecordId], object], words: str) -> None:
        alert = self.list.alert()
        if alert is None:
            return
        row = self.list.currentIndex().row()
        try:
            act(self.context, alert.id)
        except JourneydeskError as problem:
            self.failed.emit(str(problem))
            return
        self._shown = None
        self.reload()
        self.list.show_nearest(row)
        self.said.emit(f"{alert.company or alert.contact}: {words}", True)

    def acknowledge(self) -> None:
        """Pending → acknowledged, and on to the next."""
        if self._is("Pending"):
            self._triage(acknowledge, "acknowledged")

    def mark_actioned(self) -> None:
        """Done with it, and on to the next."""
        if self._is("Pending", "Acknowledged"):
            self._triage(mark_actioned, "marked as actioned")

    def _is(self, *states: str) -> bool:
        alert = self.list.alert()
        if alert is not None and alert.status not in states:
            self.said.emit(f"This alert is {alert.status.lower()} already", False)
        return alert is not None and alert.status in states

    def open_snooze(self) -> None:
        """Asks until when."""
        menu = self.snooze_menu()
        if menu is not None:
            button = self.pane.buttons.snooze
            menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def snooze_menu(self) -> SnoozeMenu | None:
        """The choices for the current alert; None where it cannot sleep."""
        alert = self.list.alert()
        if alert is None or not self._is("Pending"):
            return None
        zone = self.context.settings.time_zone
        menu = SnoozeMenu(self.context.clock(), zone, alert.expires_at, self._snooze_until, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _snooze_until(self, until: datetime) -> None:
        words = f"snoozed until {day_and_time(until, self.context.settings.time_zone, self.context.today())}"
        self._triage(lambda context, alert: snooze(context, alert, until), words)

    def log_call(self) -> None:
        """Opens the log for this prospect; the alert is actioned when the call is saved."""
        alert = self.list.alert()
        if alert is None or alert.prospect is None or not self._is("Pending", "Acknowledged"):
            return
        self._call_for = (alert.id, alert.prospect)
        self.log_wanted.emit(alert.prospect, "Call")

    def _finish_call(self, change: Change) -> None:
        if self._call_for is None or "interactions" not in change.kinds:
            return
        alert, prospect = self._call_for
        if change.prospects is not None and prospect in change.prospects:
            self._call_for = None
            mark_actioned(self.context, alert)

    def undo(self) -> None:
        """Takes the last step back."""
        label_of_step = undo(self.context)
        self._read_again()
        self.said.emit(f"Undone: {label_of_step}" if label_of_step else "Nothing to undo", False)

    def open_prospect(self) -> None:
        """Goes to the prospect of the current alert."""
        alert = self.list.alert()
        if self._two_steps() and not self._right.isVisible():
            self._show_step(True)
        elif alert is not None and alert.prospect is not None:
            self.prospect_wanted.emit(alert.prospect)

    def _open_filter(self) -> None:
        menu = self.filter_menu()
        menu.popup(self.filter_button.mapToGlobal(QPoint(0, self.filter_button.height() + 2)))

    def filter_menu(self) -> QMenu:
        """Priorities, owners and rules of the alerts in this state."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = alerts(self.context, self._status)
        kinds: tuple[tuple[str, str, list[str]], ...] = (
            ("priority", "Any priority", ["Urgent", "High", "Normal"]),
            ("owner", "Any owner", sorted({alert.owner for alert in found if alert.owner})),
            ("rule", "Any rule", sorted({alert.rule for alert in found})),
        )
        for kind, anyone, values in kinds:
            choices: list[tuple[str, str | None]] = [(anyone, None), *((value, value) for value in values)]
            for words, value in choices:
                action = menu.addAction(words.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(self._filter[kind] == value)
                action.triggered.connect(lambda _checked=False, k=kind, v=value: self.filter_by(k, v))
            menu.addSeparator()
        return menu

    def filter_by(self, kind: str, value: str | None) -> None:
        """Shows only alerts of this `priority`, `owner` or `rule`; None shows all."""
        self._filter[kind] = value
        chosen = [v for v in self._filter.values() if v]
        self.filter_button.setToolTip(f"Filter: {', '.join(chosen)}" if chosen else "Filter by priority, owner or rule")
        self.filter_button.setAccessibleName(self.filter_button.toolTip())
        self._read_again()

    def _two_steps(self) -> bool:
        return self.width() < _TWO_STEPS

    def _show_step(self, reading: bool) -> None:
        two = self._two_steps()
        self._left.setVisible(not two or not reading)
        self._right.setVisible(not two or reading)
        if two and reading:
            self.pane.setFocus()

    def back_to_list(self) -> None:
        """In a narrow window from the pane to the list."""
        self._show_step(False)
        self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows put the context under the history, narrower ones show list and pane one after the other."""
        super().resizeEvent(event)
        self.pane.set_narrow(self.width() < _NARROW)
        self._left.setMinimumWidth(0)
        self._left.setMaximumWidth(16_777_215 if self._two_steps() else LIST_WIDTH)
        if not self._two_steps():
            self._left.setFixedWidth(LIST_WIDTH)
        self._show_step(self._right.isVisible() and not self._left.isVisible())
