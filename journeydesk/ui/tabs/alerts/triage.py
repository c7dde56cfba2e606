"""What a person does with the alerts that are chosen: one step for all of them, told in a sentence, undone in one."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import first_up, named, tr, tr_count, within
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.commands import alerts as commands
from journeydesk.services.commands.mutes import mute, mute_for_all
from journeydesk.services.context import Context
from journeydesk.services.queries.alerts import muted_rules
from journeydesk.services.queries.names import name_of
from journeydesk.services.rows.alerts import AlertDetail, AlertRow
from journeydesk.ui.tabs.alerts import menus
from journeydesk.ui.tabs.alerts.line_sheet import LineSheet
from journeydesk.ui.tabs.alerts.snooze_menu import SnoozeMenu, snooze_choices
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.alerts import day_and_time
from journeydesk.ui.work import Background

Command = Callable[[Context, Sequence[RecordId]], int]


class Triage(QObject):
    """`done` carries what was done, `failed` what went wrong, `refused` why there was nothing to do."""

    done = Signal(str)
    failed = Signal(str)
    refused = Signal(str)

    def __init__(self, context: Context, theme: Theme, chosen: Callable[[], list[AlertRow]], screen: QWidget) -> None:
        super().__init__(screen)
        self._context = context
        self._theme = theme
        self._chosen = chosen
        self._screen = screen
        self._work = Background(self)

    def acknowledge(self) -> None:
        """Pending → acknowledged."""
        self._run(commands.acknowledge, "acknowledged", self._among("Pending"))

    def mark_actioned(self) -> None:
        """Done with them."""
        self._mark_actioned(self._among("Pending", "Acknowledged"))

    def _mark_actioned(self, alerts: Sequence[AlertRow], note: str = "") -> None:
        act: Command = partial(commands.mark_actioned, note=note) if note else commands.mark_actioned
        self._run(act, tr("marked as actioned"), alerts)

    def ask_note(self) -> None:
        """The same with a note. Whatever the list shows by then, it is for those that were asked about."""
        alerts = self._among("Pending", "Acknowledged")
        if alerts:
            title = tr("Mark {whom} actioned with a note", whom=_whom(alerts))
            sheet = LineSheet(self._theme, self._screen.window(), title, tr("What was done"), tr("Mark actioned"))
            sheet.given.connect(partial(self._mark_actioned, alerts))
            sheet.open()

    def snooze_menu(self, parent: QWidget) -> SnoozeMenu | None:
        """The choices for what is chosen; None where nothing of it can sleep."""
        alerts = self._among("Pending")
        if not alerts:
            return None
        settings = self._context.settings
        choices = snooze_choices(self._context.clock(), settings.time_zone, settings.calendar.days)
        ends = [alert.expires_at for alert in alerts if alert.expires_at is not None]
        menu = SnoozeMenu(
            choices,
            max(ends) if len(ends) == len(alerts) else None,
            events=all(alert.prospect is not None for alert in alerts),
            asleep=any(alert.snoozed_until is not None for alert in alerts),
            parent=parent,
        )
        asleep = [alert for alert in alerts if alert.snoozed_until is not None]
        menu.until.connect(partial(self._snooze, alerts))
        menu.event_chosen.connect(partial(self._snooze_until, alerts))
        menu.date_requested.connect(partial(self._ask_date, alerts))
        menu.woken.connect(lambda: self._run(commands.wake, tr("awake again"), asleep))
        return menu

    def _snooze(self, alerts: Sequence[AlertRow], until: datetime) -> None:
        words = day_and_time(until, self._context.settings.time_zone, self._context.today())
        self._run(
            lambda context, alerts: commands.snooze(context, alerts, until),
            tr("snoozed until {words}", words=words),
            alerts,
        )

    def _snooze_until(self, alerts: Sequence[AlertRow], event: str) -> None:
        self._run(
            lambda context, alerts: commands.snooze_until(context, alerts, event),
            tr("snoozed until it {event}", event=event),
            alerts,
        )

    def ask_date(self) -> None:
        """Asks for a date in plain words until which what is chosen sleeps."""
        self._ask_date(self._among("Pending"))

    def _ask_date(self, alerts: Sequence[AlertRow]) -> None:
        sheet = LineSheet(
            self._theme,
            self._screen.window(),
            tr("Snooze {whom} until", whom=_whom(alerts)),
            tr("fri 14:30, 3d, next month"),
            tr("Snooze"),
            partial(self._understand, alerts),
        )
        sheet.given.connect(lambda text: self._snooze(alerts, self._moment(text)) if text else None)
        sheet.open()

    def _moment(self, text: str) -> datetime:
        settings = self._context.settings
        return understand_due(self._context, text, tr("Snooze")).instant(settings.calendar.hour, settings.time_zone)

    def _understand(self, alerts: Sequence[AlertRow], text: str) -> str:
        moment = self._moment(text)
        words = tr("Until {day}", day=day_and_time(moment, self._context.settings.time_zone, self._context.today()))
        ends = [alert.expires_at for alert in alerts if alert.expires_at is not None]
        return tr("{words}; it expires before that", words=words) if ends and moment > max(ends) else words

    def mute_menu(self, parent: QWidget, detail: AlertDetail) -> QMenu:
        """For whom the rule of an alert is to be muted, or may speak again."""
        row = detail.row
        for_prospect, for_all = partial(self.mute, row.rule, row.prospect), partial(self.mute, row.rule, None)
        return menus.mute_menu(parent, row, detail.muted, for_prospect, for_all)

    def muted_menu(self, parent: QWidget) -> QMenu:
        """What is muted; a line chosen may speak again."""
        return menus.muted_menu(parent, muted_rules(self._context), lambda rule, who: self.mute(rule, who, False))

    def mute(self, rule: str, prospect: RecordId | None, muted: bool) -> None:
        """Mutes a rule for a prospect, or with None for all; or lets it speak again. Beside the window, for what the rule raised
        goes or comes back with it."""
        whom = tr("all") if prospect is None else name_of(self._context, prospect) or tr("this prospect")
        words = tr(
            "“{rule}” is {muted} for {whom}",
            rule=first_up(named(rule)),
            muted=tr("muted") if muted else tr("no longer muted"),
            whom=whom,
        )
        act = partial(mute_for_all, self._context, rule, muted)
        if prospect is not None:
            act = partial(mute, self._context, prospect, rule, muted)
        self._work.run("mute", act, lambda _: self.done.emit(words), lambda problem: self.failed.emit(str(problem)))

    def _among(self, *states: str) -> list[AlertRow]:
        """Those of the chosen that are in one of these states; says so where there are none."""
        chosen = self._chosen()
        alerts = [alert for alert in chosen if alert.status in states]
        if chosen and not alerts:
            self.refused.emit(
                tr("This alert is {status} already", status=within(named(chosen[0].status)))
                if len(chosen) == 1
                else tr("Nothing to do here")
            )
        return alerts

    def _run(self, command: Command, words: str, alerts: Sequence[AlertRow]) -> None:
        if not alerts:
            return
        try:
            count = command(self._context, [alert.id for alert in alerts])
        except JourneydeskError as problem:
            self.failed.emit(str(problem))
            return
        name = alerts[0].company or alerts[0].contact if count == 1 else tr("{count} alerts", count=count)
        self.done.emit(f"{name}: {words}")


def _whom(alerts: Sequence[AlertRow]) -> str:
    if len(alerts) != 1:
        return tr_count("{count} alert", "{count} alerts", len(alerts))
    return alerts[0].company or alerts[0].contact or within(tr("Whole team"))
