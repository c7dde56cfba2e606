"""Logging from the window: the form, then the question for the next step where an open prospect is left without one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from journeydesk.domain.ids import RecordId
from journeydesk.services.calls.drafts import open_drafts
from journeydesk.services.changes import Change
from journeydesk.services.queries.next_steps import lacks_next_step
from journeydesk.services.queries.prospects import prospect_rows
from journeydesk.ui.detail.composer import Composer
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.tab import Tab

if TYPE_CHECKING:
    from journeydesk.ui.main_window import MainWindow


class Logging(QObject):
    """One at a time."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def open(self, prospect: RecordId | None, kind: str = "", finishes: RecordId | None = None) -> None:
        """The form; with nobody given it looks for somebody first. `finishes` is the task that is done with the log."""
        # Imported when it is wanted, so that the start does not pay for it.
        from journeydesk.ui.dialogs.log_call.sheet import LogSheet

        window = self._window
        if any(sheet.isVisible() for sheet in window.findChildren(Sheet)):
            return
        composers = window.findChildren(Composer)
        for composer in composers:
            composer.keep_draft()
        sheet = LogSheet(window.context, window.theme, window, prospect, kind, finishes)
        sheet.logged.connect(self._logged)
        for composer in composers:
            sheet.closed.connect(composer.read_draft)
        # Who closes it without saving has begun a log; today's list shows it.
        sheet.closed.connect(lambda: window.context.publish(Change(frozenset({"drafts"}))))
        sheet.open()

    def tell(self) -> None:
        """Says at the start whose log was begun and not saved: the computer may have gone down over it."""
        begun = open_drafts(self._window.context)
        if begun:
            first = begun[0].company or begun[0].contact
            others = f" and {len(begun) - 1:,} more" if len(begun) > 1 else ""
            self._window.say(f"Begun and not logged yet: {first}{others}. {Action.TODAY.label} has it", False)

    def log(self, prospect: int, kind: str) -> None:
        """The form for somebody, over the place shown; a task that the place is at is done with the log."""
        tab = self._window.pages.currentWidget()
        self.open(RecordId(prospect), kind, tab.finishes if isinstance(tab, Tab) else None)

    def current(self) -> None:
        """L in a tab: for who is current there."""
        from journeydesk.ui.tabs.alerts.tab import AlertsTab

        tab = self._window.pages.currentWidget()
        if isinstance(tab, AlertsTab):
            tab.act("call")
        elif isinstance(tab, Tab):
            tab.log_call()

    def _logged(self, prospect: int, kind: str, outcome: str) -> None:
        self._window.say(f"{kind} logged", True)
        self.ask_next_step(prospect, outcome)

    def ask_next_step(self, prospect: int, outcome: str) -> None:
        """Asks where nothing is to come."""
        from journeydesk.ui.dialogs.next_step.sheet import NextStepSheet

        window = self._window
        record = RecordId(prospect)
        if not lacks_next_step(window.context, record, just_logged=True):
            return
        row = next(iter(prospect_rows(window.context, [record])), None)
        if row is None:
            return
        gate = NextStepSheet(window.context, window.theme, window, record, row.company or row.contact, outcome)
        gate.answered.connect(lambda words, _step: window.say(words, True))
        gate.open()
