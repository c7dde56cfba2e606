"""Sync and storage: how it stands, how often, by which plan; what is on this computer, its copies and its key."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from journeydesk.domain.errors import JourneydeskError
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

_CAPTION = "Everything is on this computer; sync brings it in step with the team."
_MINUTES = {1: "Every minute", 5: "Every 5 minutes", 15: "Every 15 minutes", 30: "Every 30 minutes", 60: "Every hour"}


class SyncPage(FormPage):
    """Each choice holds at once, for this computer."""

    said = Signal(str, bool)
    failed = Signal(str)

    def __init__(self, context: Context, theme: Theme, window: "Host") -> None:
        super().__init__(context, theme, "Sync and storage", _CAPTION)
        self._window = window
        self.heading("Sync")
        card = self.card()
        self._state = label(theme)
        now = self._button("Sync now", window.sync.request, "refresh")
        details = self._button("Details…", window.sync.show_details)
        card.row("State", "", self._state, now, details)
        self.offline = Switch(theme, "Work offline")
        self.offline.clicked.connect(window.deeds.work_offline)
        card.row("Work offline", "Nothing is sent or read until you switch it off", self.offline)
        self.every = ChoiceButton(theme, "How often", parent=self)
        self.every.offer([(_MINUTES[minutes], minutes) for minutes in CHOICES], 5)
        self.every.chosen.connect(lambda minutes: self._give(partial(set_sync_minutes, context, int(str(minutes)))))
        card.row("How often", "Less often near the end of the month’s calls", self.every)
        self.plan = ChoiceButton(theme, "Airtable plan", parent=self)
        self.plan.offer([(name, name) for name in PLAN_NAMES], PLAN_NAMES[0])
        self.plan.chosen.connect(lambda name: self._give(partial(set_plan, context, str(name))))
        self._calls = label(theme, kind="secondary")
        card.row("Airtable plan", "Says how many calls a month there are", self.plan, self._calls)
        self.heading("Storage")
        card = self.card()
        self._folder = ElidedLabel(theme)
        folder = context.database.folder
        card.row("Folder", "", self._folder, self._button("Open", lambda: open_file(folder), "external"), stretch=True)
        self._copies = label(theme)
        back_up = self._button("Back up now…", window.deeds.back_up, "db")
        restore = self._button("Restore…", window.deeds.restore, "history")
        card.row("Copies", "One a day, the newest 14 are kept", self._copies, back_up, restore)
        if context.database.encrypted:
            self._noted = label(theme)
            sheet = partial(RecoveryKeySheet, context, theme, window)
            key = self._button("Recovery key…", lambda: self._open_key(sheet()), "key")
            card.row("Recovery key", "Opens this workspace and its copies anywhere", self._noted, key)
        remove = self._button("Remove everything…", lambda: RemovalSheet(context, theme, window).open())
        remove.setProperty("kind", "danger")
        card.row("Remove everything", "Database, copies, logs and keys of this computer", remove)
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
        of = f" of {details.quota:,}" if details.quota else ""
        self._calls.setText(f"{details.calls_month:,}{of} calls this month")
        folder = context.database.folder
        size = sum(file.stat().st_size for file in folder.glob("journeydesk.db*")) / 1e6
        self._folder.show_text(f"{folder} · {size:,.0f} MB")
        count = len(list((folder / "backups").glob("*.db")))
        self._copies.setText(f"{count:,} {'copy' if count == 1 else 'copies'}")
        if context.database.encrypted:
            self._noted.setText("Written down" if is_noted(context) else "Not written down yet")
