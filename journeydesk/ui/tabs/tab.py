"""What every tab of the window is: a page that re-reads on a change, and tells the window what it wants by signals."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.rows.prospects import ListView
from journeydesk.ui.acted_on import ActedOn
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.bindings import Bindings
from journeydesk.ui.keys.hints import Hint
from journeydesk.ui.targets import Target
from journeydesk.ui.theme import Theme


class Tab(QWidget):
    """One place of the rail.

    `said` carries a sentence and whether Undo belongs to it; `failed` a sentence that stays until closed.
    `said_also` carries what follows from it, which is added to the sentence that stands there.
    `prospect_requested` opens a prospect, `log_requested` the log dialog for one, `list_requested` the prospect list with a view.
    `undo_requested` takes the last step back, which is the window's to do: what follows from it is not for its thread.
    `step_requested` asks for the next step after a touchpoint with this outcome was logged here.
    `target_requested` goes to what another place shows: a rule, a page of the settings, the reports.
    `session_requested` begins a call session with whom the tab shows; `finished_here` goes back to the place before.
    `conflict_requested` opens the review of conflicts at a prospect's field (empty for its first).
    `hints_changed` says that `hints` or `facts` differ from what the status bar shows.
    """

    said = Signal(str, bool)
    said_also = Signal(str)
    failed = Signal(str)
    prospect_requested = Signal(int)
    log_requested = Signal(int, str)
    session_requested = Signal()
    undo_requested = Signal()
    finished_here = Signal()
    step_requested = Signal(int, str)
    list_requested = Signal(ListView)
    target_requested = Signal(object)
    conflict_requested = Signal(int, str)
    hints_changed = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.theme = theme
        self.finishes: RecordId | None = None
        """The task that is done when what `log_requested` asks for is logged."""

    @abstractmethod
    def refresh(self, change: Change) -> None:
        """Reads again what this change may have touched."""

    def make_ready(self) -> None:
        """Makes what the first action here would wait for; called while nobody touches anything."""

    def hints(self) -> Sequence[Hint]:
        """The keys for the status bar."""
        return ()

    def facts(self) -> str:
        """The words at the right of the status bar."""
        return ""

    def show_target(self, target: Target) -> None:
        """Shows what is asked for; what is none of this tab's is left."""

    def bind_keys(self, bindings: Bindings) -> None:
        """Binds the keys that work without a map of the tab's own."""

    def widgets_with(self, _action: Action) -> Sequence[QWidget]:
        """Where the keys for a log or a call session work, which are the window's to run."""
        return ()

    @property
    def acted_on(self) -> ActedOn | None:
        """Whom the tab's actions are for."""
        return None

    @property
    def called(self) -> RecordId | None:
        """Who would be called: the one who is current."""
        whom = self.acted_on
        return whom.only if whom is not None else None

    def log_call(self) -> None:
        """L: logs a call with who is current."""

    def prospects_shown(self) -> Sequence[RecordId]:
        """Whom the tab shows, in order."""
        return []

    def to_call(self, most: int) -> tuple[Sequence[RecordId], Callable[[], int]]:
        """Whom a call session would be about, `most` of them, and what says, on any thread, how many there are."""
        shown = self.prospects_shown()
        return shown[:most], partial(len, shown)

    def list_name(self) -> str:
        """What that list is called."""
        return ""

    def take_focus(self) -> None:
        """Gives the keyboard to the tab's main part."""
        self.setFocus()

    def asks_again(self) -> bool:
        """What the key to sync does here in its place; whether there is anything."""
        return False
