"""The Alerts tab: inbox, reading pane, and one-key triage of one alert or many."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.alerts import mark_read
from journeydesk.services.context import Context
from journeydesk.services.queries.alerts import alert_detail, filter_choices, muted_rules, status_of
from journeydesk.services.rows.alerts import AlertDetail, AlertRow
from journeydesk.ui.acted_on import ActedOn, acted_on
from journeydesk.ui.delegates.alert_delegate import AlertDelegate
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import Hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.models.alert_model import AlertModel
from journeydesk.ui.tabs.alerts import menus
from journeydesk.ui.tabs.alerts.acting import Acting
from journeydesk.ui.tabs.alerts.hints import HINTS
from journeydesk.ui.tabs.alerts.inbox_list import InboxList
from journeydesk.ui.tabs.alerts.list_pane import LIST_WIDTH, ListPane
from journeydesk.ui.tabs.alerts.right_side import RightSide
from journeydesk.ui.tabs.alerts.steps import Steps
from journeydesk.ui.tabs.alerts.triage import Triage
from journeydesk.ui.tabs.alerts.view import InboxView, left_by
from journeydesk.ui.tabs.messages.halves import InboxHalves
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.targets import AlertTarget, RuleTarget, Target
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.alerts import alert_sentence

_READ_AFTER_MS = 2000
_READ_FOR = frozenset({"alerts", "prospects", "interactions", "positions", "settings"})


class AlertsTab(Tab):
    """Keys work while the list or the reading pane has the keyboard."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        zone = context.settings.time_zone
        self._view = InboxView(context)
        self._shown: RecordId | None = None
        self._detail: AlertDetail | None = None
        self._reading = False
        self._stale = False
        self.model = AlertModel(lambda alert: alert_sentence(alert, context.clock(), zone), self)
        self.list = InboxList(theme, self.model, AlertDelegate(theme, context.clock, zone, self))
        self.list_pane = ListPane(theme, self.list)
        self.states = self.list_pane.states
        self._right = RightSide(context, theme)
        self.pane, self.bulk = self._right.pane, self._right.bulk
        self._steps = Steps(self.list_pane, self._right)
        self.triage = Triage(context, theme, self.list.chosen, self)
        self.acting = Acting(context, theme, self)
        self._reader = QTimer(self)
        self._reader.setSingleShot(True)
        self._reader.setInterval(_READ_AFTER_MS)
        self._reader.timeout.connect(self._mark_read)
        self._keys = KeyMap(
            Scope.ALERTS,
            {
                Action.ALERT_ACKNOWLEDGE: self.triage.acknowledge,
                Action.ALERT_ACTIONED: self.triage.mark_actioned,
                Action.ALERT_NOTE: self.triage.ask_note,
                Action.ALERT_SNOOZE: self.open_snooze,
                Action.ALERT_CALL: self.log_call,
                Action.ALERT_UNDO: self.undo_requested.emit,
                Action.ALERT_WHY: self.show_why,
                Action.ALERT_MUTE: self.open_mute,
                Action.ALERT_FILTER: self.open_filter,
                Action.ALERT_OPEN: self.open_prospect,
                Action.ALERT_NEXT: partial(self.list.step, 1),
                Action.ALERT_PREVIOUS: partial(self.list.step, -1),
                Action.ALERT_ACT: self.act,
                Action.ALERT_BACK: self.back,
                Action.ALERT_MESSAGES: lambda: self.halves.show_next(),
            },
        )
        self._lay_out()
        self._connect()
        self.reload()
        self.list.show_nearest(0)

    def _lay_out(self) -> None:
        alerts = QWidget()
        layout = QHBoxLayout(alerts)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list_pane)
        layout.addWidget(self._right, 1)
        self.list_pane.setFixedWidth(LIST_WIDTH)
        self.halves = InboxHalves(self, alerts)
        self.list_pane.stand_below(self.halves.switch)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.halves)

    def _connect(self) -> None:
        self.states.chosen.connect(self.show_status)
        self.list.current_changed.connect(self._on_current)
        self.list.chosen_changed.connect(self._on_chosen)
        self.list.doubleClicked.connect(lambda _: self.open_prospect())
        self.list_pane.filter_requested.connect(self.open_filter)
        self.list_pane.muted_requested.connect(self.open_muted)
        self.list_pane.unfiltered.connect(lambda kind: self.filter_by(kind, None))
        triage, pane, bulk = self.triage, self.pane, self.bulk
        for shown in (pane, bulk):
            shown.acknowledged.connect(triage.acknowledge)
            shown.actioned.connect(triage.mark_actioned)
        pane.snoozed.connect(lambda: self.open_snooze())
        bulk.snoozed.connect(lambda: self.open_snooze())
        bulk.cleared.connect(self._choose_one)
        pane.call_logged.connect(lambda: self.act("call"))
        pane.opened.connect(self.open_prospect)
        pane.acted.connect(lambda: self.act())
        pane.rule_requested.connect(self.show_rule_settings)
        pane.mute_requested.connect(lambda: self.open_mute())
        triage.done.connect(self._on_done)
        triage.failed.connect(self.failed)
        triage.refused.connect(lambda words: self.said.emit(words, False))
        self.acting.said.connect(self.said)

    def reload(self, known: Sequence[AlertRow] = ()) -> None:
        """Reads the list again; `known` is as for `InboxView.read`."""
        view = self._view
        self.model.set_alerts(*view.read(known), view.grouping)
        self.list.empty_text = view.empty_words()
        self.states.show_counts(view.counts)
        self.halves.count_alerts(view.counts["Pending"])
        self.list_pane.show_muted(len(muted_rules(self.context)))
        self.hints_changed.emit()

    def refresh(self, change: Change) -> None:
        """Reads again what the change touches; what is current and selected stays so."""
        self.halves.refresh(change)
        if not change.kinds & _READ_FOR:
            return
        self.acting.heard(change)
        if not self.isVisible():
            self._stale = True
        elif not self._view.has_read(change):
            self._read_again(left_by(change, self.model.alerts()))

    def _read_again(self, known: Sequence[AlertRow] = ()) -> None:
        held = self.list.held(self._shown)
        self._reading = True
        self.reload(known)
        self.list.hold(held)
        self._reading = False
        current = self.list.alert()
        self._shown = current.id if current is not None else None
        self._show_right()

    def show_status(self, status: str) -> None:
        """Shows the alerts of one state."""
        self._view.status = status
        self.states.choose(status)
        self._shown = None
        self.reload()
        self.list.show_nearest(0)

    def show_alert(self, alert: RecordId) -> bool:
        """Goes to one alert of the state shown."""
        return self.list.show_alert(alert)

    def open_alert(self, alert: RecordId) -> bool:
        """Goes to an alert whatever its state and the filter; False where it is gone."""
        status = status_of(self.context, alert)
        if status is None:
            self.said.emit(tr("That alert is no longer there"), False)
            return False
        self._view.unfilter()
        self.list_pane.show_filter(self._view.filter)
        self.show_status(status)
        listed = self.list.show_alert(alert)
        if self._steps.one_at_a_time:
            self._steps.show(True)
        return listed

    def show_target(self, target: Target) -> None:
        """Goes to an alert."""
        if isinstance(target, AlertTarget):
            self.open_alert(target.alert)

    def widgets_with(self, action: Action) -> Sequence[QWidget]:
        """The half of the alerts: messages have keys of their own, and U takes back here."""
        return () if action is Action.UPGRADE else (self.halves.alerts,)

    def take_focus(self) -> None:
        """Gives the keyboard to the list."""
        if not self.halves.take_focus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        # Reads what changed while another tab was shown.
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._read_again()

    def hints(self) -> Sequence[Hint]:
        """The keys of triage, or of messages."""
        return self.halves.hints() or HINTS

    def facts(self) -> str:
        """How many wait, and how many nobody has opened; of a long past, how much of it is shown."""
        return self.halves.facts() or self._view.facts(len(self.model.alerts()))

    def _on_current(self, alert: AlertRow | None) -> None:
        if self._reading:
            return
        self.acting.forget()
        self._shown = alert.id if alert is not None else None
        self._show_right()

    def _on_chosen(self) -> None:
        # Of a single one `_on_current` is told.
        if not self._reading and (self._right.counts or len(self.list.chosen()) > 1):
            self._show_right()

    def _show_right(self) -> None:
        """What stands beside the list: several alerts, one, or nothing."""
        chosen = self.list.chosen()
        alert = self._shown if len(chosen) < 2 else None
        detail = alert_detail(self.context, alert) if alert is not None else None
        another = detail is None or self._detail is None or self._detail.row.id != detail.row.id
        self._detail = detail
        self._right.show_chosen(chosen, detail)
        if another:
            self._reader.stop()
        if detail is not None and detail.row.unread and not self._reader.isActive():
            self._reader.start()

    def _mark_read(self) -> None:
        if self._shown is not None and self.isVisible():
            mark_read(self.context, self._shown)
            self._read_again(self.model.alerts())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def _on_done(self, words: str) -> None:
        row = min((self.model.row_of(alert.id) or 0 for alert in self.list.chosen()), default=0)
        self._shown = None
        self._reading = True
        self.reload(self.model.alerts())
        self._reading = False
        self.list.show_nearest(row)
        self.said.emit(words, True)

    def open_snooze(self) -> None:
        """Asks until when."""
        menu = self.triage.snooze_menu(self)
        if menu is not None:
            self._open_at(menu, self._right.snooze_button)

    def open_mute(self) -> None:
        """Asks for whom the rule is to be muted, or may speak again."""
        if self._detail is not None:
            self._open_at(self.triage.mute_menu(self, self._detail), self.pane.reasons.mute)

    def open_muted(self) -> None:
        """Lists what is muted; a line chosen may speak again."""
        self._open_at(self.triage.muted_menu(self), self.list_pane.muted)

    def open_filter(self) -> None:
        """What is shown, and how it is grouped."""
        owners, rules = filter_choices(self.context)
        view = self._view
        menu = menus.filter_menu(self, view.filter, view.grouping, owners, rules, self.filter_by, self.group_by)
        self._open_at(menu, self.list_pane.filter_button)

    def _open_at(self, menu: QMenu, button: QWidget) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list_pane.open_below(menu, button)

    def filter_by(self, kind: str, value: str | None) -> None:
        """Shows only alerts of this `priority`, `owner` or `rule`; None shows all, an owner of "" those of nobody."""
        self._view.filter[kind] = value
        self.list_pane.show_filter(self._view.filter)
        self._read_again(self.model.alerts())

    def group_by(self, name: str) -> None:
        """Groups the list by priority, rule, owner or prospect."""
        self._view.grouping = name
        self._read_again(self.model.alerts())

    def act(self, form: str = "") -> None:
        """Does what the alert recommends: opens the form for it, filled; `form` names another one."""
        if self._steps.one_at_a_time and not self._right.isVisible():
            self._steps.show(True)
        elif self._detail is not None and len(self.list.chosen()) == 1:
            self.acting.act(self._detail, form or self._detail.act)

    @property
    def acted_on(self) -> ActedOn | None:
        """The prospects of the alerts that are selected, or of the current one."""
        prospects = self.halves.prospects()
        if prospects is None:
            prospects = [alert.prospect for alert in self.list.chosen() if alert.prospect is not None]
        return acted_on(self.context, list(dict.fromkeys(prospects)), None)

    def log_call(self) -> None:
        """The log form for the prospect of the current alert."""
        self.act("call")

    def show_why(self) -> None:
        """Brings the reasons into view and gives them the keyboard."""
        if self._right.reads:
            self._steps.show(True)
            self.pane.show_why()

    def show_rule_settings(self) -> None:
        """Goes to the settings of the alert's rule."""
        if self._detail is not None:
            self.target_requested.emit(RuleTarget(self._detail.row.rule))

    def open_prospect(self) -> None:
        """Goes to the prospect of the current alert."""
        alert = self.list.alert()
        if alert is not None and alert.prospect is not None:
            self.prospect_requested.emit(alert.prospect)

    def _choose_one(self) -> None:
        self.list.show_row(self.list.currentIndex().row())
        self.take_focus()

    def back(self) -> None:
        """From several alerts to one; in a narrow window from the pane to the list."""
        if len(self.list.chosen()) > 1:
            self._choose_one()
            return
        self._steps.show(False)
        self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._steps.fit(self.width())
