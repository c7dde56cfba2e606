"""Parts of many prospects, found one after the other ahead of their writing: by this thread, or by a process beside it."""

from collections import deque
from collections.abc import Sequence
from typing import Protocol

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.evaluation.one_evaluation import Evaluation, Found
from journeydesk.services.evaluation.plain import NOTHING, Plain
from journeydesk.storage.sync.meta import change_number


@dataclass(frozen=True, slots=True)
class Part:
    """What was found of a few prospects at a change number of the database: rows to write, and `rest`, what is to be settled; None where
    there is none."""

    prospects: Sequence[RecordId]
    number: int
    plain: Plain
    rest: Found | None

    @property
    def is_empty(self) -> bool:
        """Whether all stands already, and nobody is to be told."""
        return self.rest is None and self.plain.is_empty


class Finder(Protocol):
    """Finds parts in the order in which they are asked for."""

    def ask(self, prospects: Sequence[RecordId]) -> None:
        """Asks for a part."""

    def answer(self) -> Part:
        """The part that was asked for first and not answered yet."""

    def close(self) -> None:
        """Nothing more is asked."""


class FoundHere:
    """Finds each part when it is wanted."""

    def __init__(self, context: Context, evaluation: Evaluation, pulled: bool) -> None:
        self._context = context
        self._evaluation = evaluation
        self._pulled = pulled
        self._asked: deque[Sequence[RecordId]] = deque()

    def ask(self, prospects: Sequence[RecordId]) -> None:
        """Asks for a part."""
        self._asked.append(prospects)

    def answer(self) -> Part:
        """The part that was asked for first and not answered yet."""
        prospects = self._asked.popleft()
        with self._context.database.read() as connection:
            number = change_number(connection)
            plain, rest = self._evaluation.plain(connection, self._evaluation.find(connection, prospects), self._pulled)
        return Part(prospects, number, plain, rest if rest.prospects else None)

    def close(self) -> None:
        """Nothing more is asked."""
        self._asked.clear()


class FoundLater:
    """Leaves the finding to the transaction, where much of it depends on what that writes."""

    def __init__(self) -> None:
        self._asked: deque[Sequence[RecordId]] = deque()

    def ask(self, prospects: Sequence[RecordId]) -> None:
        """Asks for a part."""
        self._asked.append(prospects)

    def answer(self) -> Part:
        """The part that was asked for first and not answered yet."""
        return Part(self._asked.popleft(), 0, NOTHING, None)

    def close(self) -> None:
        """Nothing more is asked."""
        self._asked.clear()
