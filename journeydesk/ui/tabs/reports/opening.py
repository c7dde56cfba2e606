"""What opens behind a figure: its prospects in their list, or first the calls, answers or payers where these are what it counts."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journeydesk.reports.behind import Behind, these
from journeydesk.services.context import Context
from journeydesk.services.reports.records import Counted, counted, question_of_records
from journeydesk.ui.tabs.reports.behind import list_behind
from journeydesk.ui.theme import Theme
from journeydesk.ui.work import Background


class Opened(Protocol):
    """The tab whose figure was clicked: over its window the sheet opens, its signals carry what comes of it."""

    context: Context
    theme: Theme
    failed: Any
    list_requested: Any
    prospect_requested: Any

    def window(self) -> QWidget: ...


class Opening(QObject):
    """Asks beside the window; `part` says whose figures are shown (a rep, a source)."""

    def __init__(self, tab: Opened, parent: QObject, part: Callable[[], tuple[str | None, str | None]]) -> None:
        super().__init__(parent)
        self._tab, self._part = tab, part
        self._work = Background(self)

    @property
    def busy(self) -> bool:
        """Whether it is still being asked for."""
        return self._work.busy("records")

    def open(self, behind: Behind) -> None:
        """Opens what a figure counts."""
        question = question_of_records(behind)
        if question is None:
            self._list(behind)
            return
        owner = None if behind.of_team else self._part()[0]
        self._work.run(
            "records",
            partial(counted, self._tab.context, question, owner),
            partial(self._show, behind),
            lambda problem: self._tab.failed.emit(str(problem)),
        )

    def _show(self, behind: Behind, found: Counted) -> None:
        # Not with the window: most figures open no such sheet.
        from journeydesk.ui.tabs.reports.records_sheet import RecordsSheet

        tab = self._tab
        sheet = RecordsSheet(tab.context, tab.theme, tab.window(), found)
        sheet.prospect_requested.connect(tab.prospect_requested)
        sheet.prospects_requested.connect(partial(self._list_counted, behind, found))
        sheet.open()

    def _list_counted(self, behind: Behind, found: Counted) -> None:
        owner, _ = self._part()
        if owner and found.kind == "call":
            # A rep calls prospects of others, too.
            prospects = tuple(dict.fromkeys(each.prospect for each in found.records if each.prospect is not None))
            behind = these(prospects, found.words, of_team=True)
        self._list(behind)

    def _list(self, behind: Behind) -> None:
        self._tab.list_requested.emit(list_behind(behind, *self._part()))
