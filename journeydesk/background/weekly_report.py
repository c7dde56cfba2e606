"""The weekly report at its time: what came of it is said, a trouble once and not every minute."""

from collections.abc import Callable

from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.reports.schedule import write_if_due


class WeeklyReport:
    """Looks whether it is due; `say` tells a person in a sentence."""

    def __init__(self, context: Context, say: Callable[[str], None]) -> None:
        self._context = context
        self._say = say
        self._trouble = ""

    def look(self) -> None:
        """Writes it where it is due. What cannot be written is tried again with the next look."""
        try:
            path = write_if_due(self._context)
        except UserError as problem:
            if self._trouble != str(problem):
                self._trouble = str(problem)
                self._say(self._trouble)
            return
        self._trouble = ""
        if path is not None:
            self._say(tr("The weekly report is written: {path}", path=path))
