"""What every tab of the window is: a page that re-reads on a change, and tells the window what it wants by signals."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.rows.prospects import ListView
from journeydesk.ui.keys.hints import Hint
from journeydesk.ui.theme import Theme


class Tab(QWidget):
    """One place of the rail.

    `said` carries a sentence and whether Undo belongs to it; `failed` a sentence that stays until closed.
    `prospect_requested` opens a prospect, `log_requested` the log dialog for one, `list_requested` the prospect list with a view.
    `undo_requested` takes the last step back, which is the window's to do: what follows from it is not for its thread.
    `step_requested` asks for the next step after a touchpoint with this outcome was logged here.
    `place_requested` goes to another place of the rail, and there to what is named (a rule, a page), empty for the place itself.
    `session_requested` begins a call session with whom the tab shows; `finished_here` goes back to the place before.
    `conflict_requested` opens the review of conflicts at a prospect's field (empty for its first).
    `hints_changed` says that `hints` or `facts` differ from what the status bar shows.
    """

    said = Signal(str, bool)
    failed = Signal(str)
    prospect_requested = Signal(int)
    log_requested = Signal(int, str)
    session_requested = Signal()
    undo_requested = Signal()
    finished_here = Signal()
    step_requested = Signal(int, str)
    list_requested = Signal(ListView)
    place_requested = Signal(str, str)
    conflict_requested = Signal(int, str)
    hints_changed = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.theme = theme
        self.finishes: RecordId | None = None
        """The task that is done when what `log_requested` asks for is logged."""

    def refresh(self, change: Change) -> None:
        """Reads again what this change may have touched."""
        raise NotImplementedError

    def hints(self) -> Sequence[Hint]:
        """The keys for the status bar."""
        return ()

    def facts(self) -> str:
        """The words at the right of the status bar."""
        return ""

    def log_call(self) -> None:
        """L: logs a call with who is current."""

    def prospects_shown(self) -> list[RecordId]:
        """Whom the tab shows, in order: for a call session."""
        return []

    def list_name(self) -> str:
        """What that list is called."""
        return ""

    def take_focus(self) -> None:
        """Gives the keyboard to the tab's main part."""
        self.setFocus()
