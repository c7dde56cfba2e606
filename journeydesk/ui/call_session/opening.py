"""Beginning a session from a list, going on with one that waits, and coming back from it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.services.calls.session import MOST, CallSession, begin_session, open_session
from journeydesk.services.queries.prospects import prospect_rows
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.tab import Tab

if TYPE_CHECKING:
    from journeydesk.ui.main_window import MainWindow

PLACE = "Call session"


class Sessions(QObject):
    """One session at a time; it belongs to this computer."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._from = "Prospects"

    def tell(self) -> None:
        """Says at the start that a session waits."""
        waiting = open_session(self._window.context)
        if waiting is not None:
            self._window.say(f"{self._words(waiting)} {Action.CALL_SESSION.label} goes on", False)

    def start(self) -> None:
        """Shift+L: whom the place shows, one after another; where a session waits, which of the two."""
        from journeydesk.ui.call_session.question import SessionQuestion

        window = self._window
        if window.place == PLACE or any(sheet.isVisible() for sheet in window.findChildren(Sheet)):
            return
        tab = window.pages.currentWidget()
        prospects = tab.prospects_shown() if isinstance(tab, Tab) else []
        name = tab.list_name() if isinstance(tab, Tab) else ""
        waiting = open_session(window.context)
        if waiting is None:
            self._begin(name, prospects)
            return
        if not prospects:
            self._show()
            return
        new = f"Anew begins with {name}: {min(len(prospects), MOST):,} to call."
        question = SessionQuestion(window.theme, window, self._words(waiting), new)
        question.answered.connect(lambda go_on: self._show() if go_on else self._begin(name, prospects))
        question.open()

    def _begin(self, name: str, prospects: Sequence[RecordId]) -> None:
        try:
            begin_session(self._window.context, name, prospects)
        except JourneydeskError as wrong:
            self._window.say(str(wrong), False)
            return
        self._show()
        if len(prospects) > MOST:
            self._window.say(f"The first {MOST:,} of {len(prospects):,} are in this session", False)

    def _show(self) -> None:
        from journeydesk.ui.call_session.tab import SessionTab

        window = self._window
        self._from = window.place
        tab = window.tab(PLACE)
        if isinstance(tab, SessionTab):
            tab.go_on()
            window.show_place(PLACE)

    def leave(self) -> None:
        """Back to the list that it began with."""
        self._window.show_place(self._from)

    def _words(self, waiting: CallSession) -> str:
        row = (
            next(iter(prospect_rows(self._window.context, [waiting.prospect])), None) if waiting.prospect is not None else None
        )
        at = f" at {row.company or row.contact}" if row is not None else ""
        return f"{waiting.name}: paused{at}, {waiting.total - waiting.place:,} left."
