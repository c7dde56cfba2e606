"""Who is there twice: every likely pair of a workspace."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from journeydesk.services.context import Context
from journeydesk.services.duplicates.beside import Ended, EverybodyBeside
from journeydesk.services.duplicates.candidates import COMPARED, LIKELY, Candidate, Said
from journeydesk.storage.records.lookup import count_living
from journeydesk.storage.records.matching import living_pages
from journeydesk.storage.team import pair_decisions

MANY = 2_000
"""From so many prospects on a process of its own is worth its start."""

_PAGE = 2_000

Progress = Callable[[int, int], None]


class _Everybody(Protocol):
    """Who is compared, wherever that is done (`everybody`)."""

    def add(self, rows: Iterable[Sequence[Any]]) -> None: ...

    def found(self, least: float, said: Mapping[Said, str]) -> Iterator[list[Candidate]]: ...


def find_duplicates(context: Context, least: float = LIKELY, progress: Progress = lambda _done, _all: None) -> list[Candidate]:
    """Every pair that is at least so likely, the surest first, and every pair of which somebody said something, whatever its score.

    For a thread beside the window. `progress` is told how many of how many prospects were read, and again while they are compared;
    what it raises ends the work.
    """
    found = None
    if _are_many(context):
        with contextlib.suppress(Ended), contextlib.closing(EverybodyBeside()) as beside:
            found = _found(context, beside, least, progress)
    if found is None:
        from journeydesk.services.duplicates.everybody import Everybody

        found = _found(context, Everybody(), least, progress)
    found.sort(key=lambda candidate: (-candidate.likeness.score, candidate.left.record, candidate.right.record))
    return found


def _are_many(context: Context) -> bool:
    with context.database.read() as connection:
        return count_living(connection, "prospects") >= MANY and (os.cpu_count() or 1) > 1


def _found(context: Context, everybody: _Everybody, least: float, progress: Progress) -> list[Candidate]:
    with context.database.read() as connection:
        count, done = count_living(connection, "prospects"), 0
        said = pair_decisions.decisions(connection)
        for page in living_pages(connection, COMPARED, _PAGE):
            progress(done, count)
            everybody.add(page)
            done += len(page)
    found = []
    for part in everybody.found(least, said):
        progress(count, count)
        found += part
    return found
