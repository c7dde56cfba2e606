"""Beginning a session from a list, going on with one that waits, and coming back from it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import prospect_rows
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.places import FIRST
from journeydesk.ui.targets import SessionTarget
from journeydesk.ui.theme import Theme
from journeydesk.ui.window.tab_stack import TabStack
from journeydesk.ui.work import Background

if TYPE_CHECKING:
    from journeydesk.services.calls.session import CallSession
    from journeydesk.ui.logging import Logging


class Sessions(QObject):
    """One session at a time; it belongs to this computer. `said` carries a sentence and whether Undo belongs to it."""

    said = Signal(str, bool)

    def __init__(self, context: Context, theme: Theme, tabs: TabStack, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._theme = theme
        self._tabs = tabs
        self._window = window
        self._from = FIRST
        self._work = Background(self)

    def tell(self) -> None:
        """Says at the start that a session waits, unless somebody is in it already."""
        if self._tabs.place == SessionTarget.place:
            return
        # Imported when it is wanted, here as below, so that the start does not pay for it.
        from journeydesk.services.calls.session import open_session

        waiting = open_session(self._context)
        if waiting is not None:
            self.said.emit(tr("{words} {label} goes on", words=self._words(waiting), label=Action.CALL_SESSION.label), False)

    def start(self) -> None:
        """Shift+L: whom the place shows, one after another; where a session waits, which of the two."""
        from journeydesk.services.calls.session import MOST, open_session
        from journeydesk.ui.call_session.question import SessionQuestion

        window = self._window
        if self._tabs.place == SessionTarget.place or any(sheet.isVisible() for sheet in window.findChildren(Sheet)):
            return
        tab = self._tabs.current
        (prospects, count), name = tab.to_call(MOST), tab.list_name()
        waiting = open_session(self._context)
        if waiting is None:
            self._begin(name, prospects, count)
            return
        if not prospects:
            self._show()
            return
        new = tr("Anew begins with {name}: {most} to call.", name=name, most=figure(len(prospects)))
        question = SessionQuestion(self._theme, window, self._words(waiting), new)
        question.answered.connect(lambda go_on: self._show() if go_on else self._begin(name, prospects, count))
        question.open()

    def brief(self, logging: "Logging") -> None:
        """B: what is known of who is current, before a call."""
        from journeydesk.ui.call_session.brief_sheet import BriefSheet

        prospect = self._tabs.current.called
        if prospect is None or any(sheet.isVisible() for sheet in self._window.findChildren(Sheet)):
            return
        sheet = BriefSheet(self._context, self._theme, self._window, prospect)
        if not sheet.found:
            sheet.deleteLater()
            self.said.emit(tr("Nothing is known of them any more"), False)
            return
        sheet.log_requested.connect(lambda found: logging.log(found, "Call"))
        sheet.open()

    def _begin(self, name: str, prospects: Sequence[RecordId], count: Callable[[], int]) -> None:
        from journeydesk.services.calls.session import MOST, begin_session

        try:
            begin_session(self._context, name, prospects)
        except JourneydeskError as wrong:
            self.said.emit(str(wrong), False)
            return
        self._show()
        if len(prospects) == MOST:
            self._work.run("count", count, self._say_how_many, lambda _problem: None)

    def _say_how_many(self, count: int) -> None:
        from journeydesk.services.calls.session import MOST

        if count > MOST:
            words = tr("The first {most} of {count} are in this session", most=figure(MOST), count=figure(count))
            self.said.emit(words, False)

    def _show(self) -> None:
        self._from = self._tabs.place
        target = SessionTarget()
        self._tabs.tab(target.place).show_target(target)
        self._tabs.show_place(target.place)

    def leave(self) -> None:
        """Back to the list that it began with."""
        self._tabs.show_place(self._from)

    def _words(self, waiting: "CallSession") -> str:
        row = next(iter(prospect_rows(self._context, [waiting.prospect])), None) if waiting.prospect is not None else None
        at = tr(" at {company}", company=row.company or row.contact) if row is not None else ""
        return tr("{name}: paused{at}, {total} left.", name=waiting.name, at=at, total=figure(waiting.total - waiting.place))
