"""The window, as its places and parts see it: what they may ask of it, answered by the parts that know.

`ui/main_window.py` puts all parts together. A part that asks for others imports this page, so that none imports what it is a part of;
what such a part offers itself is said here as a Protocol.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.workspace.preferences import Preferences
from journeydesk.ui.acted_on import ActedOn
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.bindings import Bindings
from journeydesk.ui.logging import Logging
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.targets import PlanningTarget, ProspectTarget, Target
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.hints import StatusBar
from journeydesk.ui.widgets.message import Message
from journeydesk.ui.window.rail import Rail
from journeydesk.ui.window.sync_desk import SyncDesk
from journeydesk.ui.window.tab_stack import TabStack
from journeydesk.ui.window.tray import TrayPresence
from journeydesk.ui.window.undoing import Undoing
from journeydesk.ui.work import Background


class DeedsAsked(Protocol):
    """What is done from menus and pages (`ui/window/deeds.py`)."""

    def run(self, action: Action) -> None: ...
    def run_at(self, place: str, action: Action) -> None: ...
    def editing(self, what: str) -> Callable[[], object] | None: ...
    def select_all(self) -> None: ...
    def show_page(self, page: str) -> None: ...
    def choose_columns(self) -> None: ...
    def show_last_changes(self) -> None: ...
    def back_up(self) -> None: ...
    def restore(self) -> None: ...
    def open_file(self, file: Path) -> None: ...
    @property
    def works_offline(self) -> bool: ...
    def work_offline(self) -> None: ...
    def check_integrations(self) -> None: ...
    def check_onboarding(self) -> None: ...
    def show_scenarios(self) -> None: ...
    def upgrade(self) -> None: ...
    def show_news(self) -> None: ...
    def choose_import(self) -> None: ...
    def show_samples(self) -> None: ...
    def open_logs(self) -> None: ...
    def copy_details(self) -> None: ...


class LooksAsked(Protocol):
    """How the window looks on this computer (`ui/window/looks.py`)."""

    preferences: Preferences

    @property
    def text_size(self) -> int: ...
    @property
    def compact(self) -> bool: ...
    @property
    def detail_beside(self) -> bool: ...
    def choose_theme(self, choice: str) -> None: ...

    def choose_contrast(self, choice: str) -> None: ...

    def choose_motion(self, choice: str) -> None: ...
    def choose_text_size(self, size: int) -> None: ...
    @property
    def language(self) -> str: ...
    def choose_language(self, code: str, name: str) -> None: ...
    def change_density(self) -> None: ...
    def change_detail(self) -> None: ...


@runtime_checkable
class Guest(Protocol):
    """A place that asks for what is the window's alone."""

    def meet(self, window: "Host") -> None:
        """Is told the window that it is a place of."""


class Host(QWidget):
    """`changed` carries each change to whoever is not a part of the window."""

    changed = Signal(object)
    context: Context
    theme: Theme
    work: Background
    bindings: Bindings
    rail: Rail
    pages: TabStack
    status: StatusBar
    message: Message
    sync: SyncDesk
    undoing: Undoing
    logging: Logging
    deeds: DeedsAsked
    looks: LooksAsked
    tray: TrayPresence
    is_quitting = False
    """Whether it closes for good, whatever a person chose for the tray."""
    hints_later: QTimer
    _writes = False

    @property
    def place(self) -> str:
        """The place shown."""
        return self.pages.place

    @property
    def acted_on(self) -> ActedOn | None:
        """Whom the actions of the place shown are for."""
        return self.pages.current.acted_on

    def tab(self, place: str) -> Tab:
        """A place's tab, made when it is first asked for."""
        return self.pages.tab(place)

    def focus_in_place(self) -> QWidget:
        """Who has the keyboard within the place shown; it is given to the place where something else has it."""
        shown, focus = self.pages.current, self.focusWidget()
        if focus is None or not (focus is shown or shown.isAncestorOf(focus)):
            shown.take_focus()
        return self.focusWidget() or shown

    def show_place(self, place: str) -> None:
        """Goes to a place."""
        self.pages.show_place(place)

    def show_target(self, target: Target) -> None:
        """Goes to what is asked for: a prospect, a list, an alert, a rule, a page. What needs a higher tier than the prospect has is
        offered instead."""
        if not (isinstance(target, PlanningTarget) and self.offered_instead(target.prospect, "planning_review")):
            self.pages.show_target(target)

    def offered_instead(self, prospect: RecordId, *things: str) -> bool:
        """Whether one of these things needs a higher tier than the prospect has; then that is offered."""
        needs = self.context.settings.upgrades.needs
        if not any(thing in needs for thing in things):
            return False
        from journeydesk.services.upgrades.offering import needed_for

        locked = next((thing for thing in things if needed_for(self.context, prospect, thing)), None)
        if locked is None:
            return False
        self.offer_upgrade(prospect, locked)
        return True

    def offer_upgrade(self, prospect: RecordId, thing: str = "") -> QWidget | None:
        """The tiers side by side with a payment link, once; `thing` is what is locked. None where the prospect is gone."""
        from journeydesk import config
        from journeydesk.services.upgrades.offering import upgrade_offer
        from journeydesk.ui.dialogs.upgrade.sheet import UpgradeSheet

        if any(sheet.isVisible() for sheet in self.findChildren(UpgradeSheet)):
            return None
        offer = upgrade_offer(self.context, config.connections(), prospect, thing)
        if offer is None:
            return None
        sheet = UpgradeSheet(self.context, self.theme, self, offer, thing)
        sheet.said.connect(self.say)
        self.changed.connect(sheet.refresh)
        sheet.open()
        return sheet

    def show_prospect(self, prospect: int) -> None:
        """Goes to a prospect."""
        self.show_target(ProspectTarget(RecordId(prospect)))

    def new_prospect(self) -> None:
        """Adds a prospect by hand."""
        from journeydesk.ui.dialogs.new_prospect import NewProspect

        if any(sheet.isVisible() for sheet in self.findChildren(NewProspect)):
            return
        dialog = NewProspect(self.context, self.theme, self, self.looks.preferences)
        dialog.created.connect(self.show_prospect)
        dialog.said.connect(self.say)
        dialog.open()

    def ask_for_hints(self) -> None:
        """Shows the keys of the place once what goes on has ended, however many parts ask: their words and facts cost a
        millisecond each time."""
        self.hints_later.start()

    def show_writing(self, writes: bool) -> None:
        """Whether the keyboard is in a log that is being written: then the keys are those of the log."""
        if writes != self._writes:
            self._writes = writes
            self.ask_for_hints()

    def show_hints(self) -> None:
        """The keys of the place shown."""
        self.hints_later.stop()
        tab = self.pages.current
        if self._writes:
            from journeydesk.ui.detail.composer import HINTS

            self.status.show_hints(HINTS)
        else:
            self.status.show_hints(tab.hints())
        self.status.show_facts(tab.facts() or self.sync.facts())

    def say(self, words: str, undoable: bool) -> None:
        """A message at the bottom left."""
        self.message.say(words, undoable=undoable)

    def fail(self, words: str) -> None:
        """A message that stays until it is closed."""
        self.message.say(words, stays=True)

    def quit(self) -> None:
        """Closes the window for good, also where closing would leave it in the tray."""
        self.is_quitting = True
        self.close()
