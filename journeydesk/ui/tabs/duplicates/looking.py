"""Looking for pairs beside the window, as long as they are waited for."""

from collections.abc import Callable

from journeydesk.services.context import Context
from journeydesk.services.duplicates.candidates import Candidate
from journeydesk.services.duplicates.finding import find_duplicates


class _Unwanted(Exception):
    """A newer look was asked for."""


def find_while_wanted(context: Context, is_stopped: Callable[[], bool]) -> list[Candidate] | None:
    """The pairs; None once `is_stopped` says so: of a large workspace a look takes seconds, and a second beside it twice as many."""

    def progress(_done: int, _count: int) -> None:
        if is_stopped():
            raise _Unwanted

    try:
        return find_duplicates(context, progress=progress)
    except _Unwanted:
        return None
