"""Sync and storage: how it stands, how often, by which plan; what is on this computer, its copies and its key."""

from functools import partial
from typing import TYPE_CHECKING

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import figure, tr
from journeydesk.services.commands.outbox import set_plan
from journeydesk.services.context import Context
from journeydesk.services.queries.outbox import PLAN_NAMES, sync_details
from journeydesk.services.queries.sync import sync_status
from journeydesk.services.sync.pace import CHOICES, set_sync_minutes, sync_minutes
from journeydesk.services.sync.pill import pill_words
from journeydesk.services.workspace.recovery import is_noted
from journeydesk.ui.dialogs.safety import RecoveryKeySheet, RemovalSheet
from journeydesk.ui.outside import open_file
from journeydesk.ui.tabs.settings.form import FormPage
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.choosing.choice_button import ChoiceButton
from journeydesk.ui.widgets.labels import ElidedLabel, label
from journeydesk.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host

_CAPTION = tr("Everything is on this computer; sync brings it in step with the team.")
_MINUTES = {
    1: tr("Every minute"),
    5: tr("Every 5 minutes"),
    15: tr("Every 15 minutes"),
    30: tr("Every 30 minutes"),
    60: tr("Every hour"),
}


class SyncPage(FormPage):
    """Each choice holds at once, for this computer."""

    def __init__(self, context: Context, theme: Theme, window: "Host") -> None:
        super().__init__(context, theme, "Sync and storage", _CAPTION)
        self._window = window
        self.heading(tr("Sync"))
        card = self.card()
        self._state = label(theme, wrap=True)
        now = self._button(tr("Sync now"), window.sync.request, "refresh")
        details = self._button(tr("Details…"), window.sync.show_details)
        card.row(tr("State"), "", self._state, now, details)
        self.offline = Switch(theme, tr("Work offline"))
        self.offline.clicked.connect(window.deeds.work_offline)
        card.row(tr("Work offline"), tr("Nothing is sent or read until you switch it off"), self.offline)
        self.every = ChoiceButton(theme, tr("How often"), parent=self)
        self.every.offer([(_MINUTES[minutes], minutes) for minutes in CHOICES], 5)
        self.every.chosen.connect(lambda minutes: self._give(partial(set_sync_minutes, context, int(str(minutes)))))
        card.row(tr("How often"), tr("Less often near the end of the month’s calls"), self.every)
        self.plan = ChoiceButton(theme, tr("Airtable plan"), parent=self)
        self.plan.offer([(name, name) for name in PLAN_NAMES], PLAN_NAMES[0])
        self.plan.chosen.connect(lambda name: self._give(partial(set_plan, context, str(name))))
        self._calls = label(theme, kind="secondary")
        card.row(tr("Airtable plan"), tr("Says how many calls a month there are"), self.plan, self._calls)
        self.heading(tr("Storage"))
        card = self.card()
        self._folder = ElidedLabel(theme)
        folder = context.database.folder
        card.row(tr("Folder"), "", self._folder, self._button(tr("Open"), lambda: open_file(folder), "external"), stretch=True)
        self._copies = label(theme)
        back_up = self._button(tr("Back up now…"), window.deeds.back_up, "db")
        restore = self._button(tr("Restore…"), window.deeds.restore, "history")
        card.row(tr("Copies"), tr("One a day, the newest 14 are kept"), self._copies, back_up, restore)
        if context.database.encrypted:
            self._noted = label(theme)
            sheet = partial(RecoveryKeySheet, context, theme, window)
            key = self._button(tr("Recovery key…"), lambda: self._open_key(sheet()), "key")
            card.row(tr("Recovery key"), tr("Opens this workspace and its copies anywhere"), self._noted, key)
        remove = self._button(tr("Remove everything…"), lambda: RemovalSheet(context, theme, window).open())
        remove.setProperty("kind", "danger")
        card.row(tr("Remove everything"), tr("Database, copies, logs and keys of this computer"), remove)
        self.read()

    def _button(self, words: str, run: object, icon: str = "") -> KeyButton:
        button = KeyButton(self.theme, words, icon=icon)
        button.clicked.connect(run)
        return button

    def _open_key(self, sheet: RecoveryKeySheet) -> None:
        sheet.closed.connect(self.read)
        sheet.open()

    def _give(self, command: object) -> None:
        assert callable(command)
        try:
            command()
        except JourneydeskError as problem:
            self.failed.emit(str(problem))
            self.read()

    def read(self) -> None:
        """Everything as it stands."""
        context = self.context
        status, details = sync_status(context), sync_details(context)
        self._state.setText(pill_words(status, context.clock().astimezone(context.settings.time_zone)))
        self.offline.setChecked(status.works_offline)
        self.every.choose(round(sync_minutes(context)))
        self.plan.choose(details.plan)
        of = tr(" of {quota}", quota=figure(details.quota)) if details.quota else ""
        self._calls.setText(tr("{calls_month}{of} calls this month", calls_month=figure(details.calls_month), of=of))
        folder = context.database.folder
        size = sum(file.stat().st_size for file in folder.glob("journeydesk.db*")) / 1e6
        self._folder.show_text(tr("{folder} · {size} MB", folder=folder, size=figure(size)))
        count = len(list((folder / "backups").glob("*.db")))
        self._copies.setText(f"{figure(count)} {(tr('copy') if count == 1 else tr('copies'))}")
        if context.database.encrypted:
            self._noted.setText(tr("Written down") if is_noted(context) else tr("Not written down yet"))
