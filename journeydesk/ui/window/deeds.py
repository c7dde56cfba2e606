"""What the application menu does that no key of a screen does by itself."""

import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QTextEdit

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.pressing import press_for
from journeydesk.ui.targets import ImportTarget, PageTarget, PlanningTarget

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host

_ALL = {"Prospects": Action.ROW_TICK_ALL, "Alerts": Action.ALERT_TICK_ALL, "Today": Action.LINE_TICK_ALL}
_TEXT = (QLineEdit, QPlainTextEdit, QTextEdit)
_COPY = tr("Copy of the database (*.db)")


class Deeds(QObject):
    """One for the window; long work runs beside it."""

    def __init__(self, window: "Host") -> None:
        super().__init__(window)
        self._window = window

    def run(self, action: Action) -> None:
        """Does what the keys of an action do at the place shown."""
        bound = self._window.bindings.find(action)
        if bound is not None:
            bound.trigger()
            return
        press_for(self._window.focus_in_place(), action)

    def run_at(self, place: str, action: Action) -> None:
        """Goes to a place and does there what the keys of an action do."""
        self._window.show_place(place)
        self.run(action)

    def editing(self, what: str) -> Callable[[], object] | None:
        """To cut, copy or paste where a text is being written; None where none is."""
        focus = self._window.focusWidget()
        return getattr(focus, what) if isinstance(focus, _TEXT) else None

    def select_all(self) -> None:
        """All of the text being written, else all lines of the list."""
        focus = self._window.focusWidget()
        if isinstance(focus, _TEXT):
            focus.selectAll()
        elif self._window.place in _ALL:
            self.run(_ALL[self._window.place])

    def review_planning(self) -> None:
        """Opens the planning review of who is current."""
        whom = self._window.acted_on
        if whom is None or whom.only is None:
            self._window.say(tr("Choose one prospect: a planning review is of one."), False)
        else:
            self._window.show_target(PlanningTarget(whom.only))

    def run_scenario(self) -> None:
        """Opens Make's scenarios for who is current."""
        whom = self._window.acted_on
        if whom is None or whom.only is None:
            self._window.say(tr("Choose one prospect: a scenario is run for one."), False)
        else:
            self._open_scenarios(whom.only)

    def show_scenarios(self) -> None:
        """Opens Make's scenarios, for nobody."""
        self._open_scenarios(None)

    def _open_scenarios(self, prospect: RecordId | None) -> None:
        from journeydesk.ui.dialogs.scenarios.opening import open_scenarios

        open_scenarios(self._window, prospect)

    def upgrade(self) -> None:
        """The tiers side by side for who is current, and a payment link."""
        whom = self._window.acted_on
        if whom is None or whom.only is None:
            self._window.say(tr("Choose one prospect: an upgrade is offered to one."), False)
        else:
            self._window.offer_upgrade(whom.only)

    def check_onboarding(self) -> None:
        """The end-to-end check with a test customer."""
        from journeydesk.ui.dialogs.end_to_end_sheet import EndToEndSheet

        EndToEndSheet(self._window.context, self._window.theme, self._window).open()

    def show_page(self, page: str) -> None:
        """Goes to a page of the settings."""
        self._window.show_target(PageTarget(page))

    def show_last_changes(self) -> None:
        """What was done here, to be taken back."""
        from journeydesk.ui.dialogs.changes.sheet import LastChanges

        if not any(sheet.isVisible() for sheet in self._window.findChildren(LastChanges)):
            LastChanges(self._window).open()

    def choose_columns(self) -> None:
        """The columns of the list."""
        from journeydesk.ui.tabs.prospects.tab import ProspectsTab

        self._window.show_place("Prospects")
        tab = self._window.tab("Prospects")
        assert isinstance(tab, ProspectsTab)
        tab.choose_columns()

    def back_up(self) -> None:
        """Copies the database to a file that the person names."""
        name = f"journeydesk-{self._window.context.today():%Y-%m-%d}.db"
        start = str(Path.home() / name)
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Back up now"), start, _COPY)
        if chosen:
            self.back_up_to(Path(chosen))

    def back_up_to(self, file: Path) -> None:
        """Copies the database to a file, beside the window."""
        from journeydesk.services.workspace.copies import back_up

        window = self._window
        if window.work.busy("backup"):
            return
        window.say(tr("Copying the workspace to {name}", name=file.name), False)
        window.work.run(
            "backup",
            partial(back_up, window.context, file),
            lambda copy: window.say(tr("Copied to {copy}", copy=copy), False),
            self._fail,
        )

    def restore(self) -> None:
        """Asks for a copy, and then whether it is to take the place of what is here."""
        folder = self._window.context.database.folder / "backups"
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Restore a backup"), str(folder), _COPY)
        if chosen:
            self.restore_from(Path(chosen))

    def restore_from(self, copy: Path) -> None:
        """Asks whether a copy is to take the place of what is here."""
        from journeydesk.ui.dialogs.restoring import RestoreCopySheet

        RestoreCopySheet(self._window.context, self._window.theme, self._window, copy).open()

    def open_file(self, file: Path) -> None:
        """Opens a file that the program was handed or that was dropped: a copy of the database to be restored, any other to be brought
        in."""
        if file.suffix == ".db":
            self.restore_from(file)
        else:
            self._window.show_target(ImportTarget(file))

    def choose_import(self) -> None:
        """Asks for a file to bring in."""
        kinds = tr("Lists (*.csv *.tsv *.txt *.xlsx *.xlsm *.xlsb *.xls *.ods *.vcf);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Import a file"), str(Path.home()), kinds)
        if chosen:
            self.open_file(Path(chosen))

    @property
    def works_offline(self) -> bool:
        """Whether a person switched the network off."""
        from journeydesk.services.sync.working_offline import works_offline

        return works_offline(self._window.context)

    def work_offline(self) -> None:
        """Switches all sync off, and on again."""
        from journeydesk.services.sync.working_offline import work_offline

        on = not self.works_offline
        work_offline(self._window.context, on)
        self._window.sync.show_pill()
        if on:
            self._window.say(tr("You work offline. Everything is saved here and sent when you switch it off."), False)
        else:
            self._window.sync.request()

    def check_integrations(self) -> None:
        """Goes to the services and checks each that is on."""
        from journeydesk.ui.tabs.settings.tab import SettingsTab

        self.show_page("Integrations")
        tab = self._window.tab("Settings")
        assert isinstance(tab, SettingsTab)
        tab.integrations.check_all()

    def show_news(self) -> None:
        """What changed from version to version."""
        from journeydesk.ui.guide.window import show_guide

        show_guide(self._window, "news")

    def show_samples(self) -> None:
        """The demonstration in a window of its own: an invented team, in a folder that goes with it."""
        from journeydesk import config

        subprocess.Popen([*config.own_program(), "demo"], start_new_session=True, stdout=subprocess.DEVNULL)
        self._window.say(tr("The samples open in a window of their own in some seconds. Closing it removes them."), False)

    def open_logs(self) -> None:
        """Shows the folder of the logs in the desktop's own file manager, or says where it is."""
        from journeydesk.ui.outside import open_file

        folder = self._window.context.database.folder / "logs"
        if not open_file(folder):
            self._window.say(tr("The logs are in {folder}", folder=folder), False)

    def copy_details(self) -> None:
        """Puts what support asks for on the clipboard; no names, no secrets."""
        from journeydesk.services.workspace.support import details

        def copy(words: str) -> None:
            QGuiApplication.clipboard().setText(words)
            self._window.say(tr("Copied for support: version, system and checks, without names or keys"), False)

        self._window.work.run("details", partial(details, self._window.context), copy, self._fail)

    def _fail(self, problem: JourneydeskError) -> None:
        self._window.fail(str(problem))
