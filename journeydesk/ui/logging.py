"""Logging from the window: the form, then the question for the next step where an open prospect is left without one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import figure, named, tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import prospect_rows
from journeydesk.services.queries.names import name_of
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.window.tab_stack import TabStack

if TYPE_CHECKING:
    from journeydesk.services.calls.drafts import OpenDraft


class Logging(QObject):
    """One at a time. `said` carries a sentence and whether Undo belongs to it."""

    said = Signal(str, bool)

    def __init__(self, context: Context, theme: Theme, tabs: TabStack, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._theme = theme
        self._tabs = tabs
        self._window = window

    def open(self, prospect: RecordId | None, kind: str = "", finishes: RecordId | None = None) -> None:
        """The form; with nobody given it looks for somebody first. `finishes` is the task that is done with the log."""
        # Imported when it is wanted, here as below, so that the start does not pay for it.
        from journeydesk.services.calls.drafts import open_drafts
        from journeydesk.ui.detail.composer import Composer
        from journeydesk.ui.dialogs.log_call.sheet import LogSheet

        window = self._window
        if any(sheet.isVisible() for sheet in window.findChildren(Sheet)):
            return
        begun = open_drafts(self._context)
        composers = window.findChildren(Composer)
        for composer in composers:
            composer.keep_draft()
        sheet = LogSheet(self._context, self._theme, window, prospect, kind, finishes)
        sheet.logged.connect(self._logged)
        for composer in composers:
            sheet.closed.connect(composer.read_draft)
        sheet.closed.connect(lambda: self._tell_of_drafts(begun))
        sheet.open()

    def _tell_of_drafts(self, before: "Sequence[OpenDraft]") -> None:
        """Who closes the form without saving may have begun a log; today's list shows it."""
        from journeydesk.services.calls.drafts import open_drafts

        if open_drafts(self._context) != before:
            self._context.publish(Change(frozenset({"drafts"})))

    def tell(self) -> None:
        """Says at the start whose log was begun and not saved, and which prospect: the computer may have gone down over it."""
        from journeydesk.services.calls.drafts import open_drafts
        from journeydesk.services.fields.kept import begun_prospect

        begun = open_drafts(self._context)
        prospect = begun_prospect(self._context)
        if prospect is not None:
            about = f": {prospect}" if prospect else ""
            said = tr(
                "A new prospect was begun and not added yet{about}. {place} has it",
                about=about,
                place=Action.NEW_PROSPECT.label,
            )
            self.said.emit(said, False)
        if begun:
            first = begun[0].company or begun[0].contact
            name = tr("{name} and {count} more", name=first, count=figure(len(begun) - 1)) if len(begun) > 1 else first
            said = tr("Begun and not logged yet: {name}. {place} has it", name=name, place=Action.TODAY.label)
            self.said.emit(said, False)

    def log(self, prospect: int, kind: str) -> None:
        """The form for somebody, over the place shown; a task that the place is at is done with the log."""
        self.open(RecordId(prospect), kind, self._tabs.current.finishes)

    def current(self) -> None:
        """L in a tab: for who is current there."""
        self._tabs.current.log_call()

    def _logged(self, prospect: int, kind: str, outcome: str) -> None:
        name = name_of(self._context, RecordId(prospect))
        words = tr("{kind} logged with {name}", kind=named(kind), name=name) if name else tr("{kind} logged", kind=named(kind))
        self.said.emit(words, True)
        self.ask_next_step(prospect, outcome)

    def ask_next_step(self, prospect: int, outcome: str) -> None:
        """Asks where nothing is to come."""
        from journeydesk.services.queries.next_steps import lacks_next_step
        from journeydesk.ui.dialogs.next_step.sheet import NextStepSheet

        window = self._window
        record = RecordId(prospect)
        if not lacks_next_step(self._context, record, just_logged=True):
            return
        row = next(iter(prospect_rows(self._context, [record])), None)
        if row is None:
            return
        gate = NextStepSheet(self._context, self._theme, window, record, row.company or row.contact, outcome)
        gate.answered.connect(lambda words, _step: self.said.emit(words, True))
        gate.open()
