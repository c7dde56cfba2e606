"""Everybody held against everybody else in a process of its own: of a large workspace that takes hundreds of megabytes, of which a part
would never be given back, and seconds in which Python runs one thread at a time, and the window's is one of them.

The child is told page after page who there is, then what is looked for, and answers with the pairs. It knows no database.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from journeydesk.child_process import ChildProcess, answer, questions
from journeydesk.domain.ids import RecordId
from journeydesk.services.duplicates.candidates import Candidate, Likeness, Said, Side

COMMAND = "find-duplicates"
"""The word by which the program is started as the child."""


class Ended(Exception):
    """The child ended by itself, or none could be started: what it was told is lost."""


class EverybodyBeside:
    """As `Everybody`, in the child. Raises Ended; `close` is to be called in any case."""

    def __init__(self) -> None:
        try:
            self._child = ChildProcess(COMMAND)
        except OSError as problem:
            raise Ended from problem
        self._is_owed = False

    def add(self, rows: Iterable[Sequence[Any]]) -> None:
        """Returns when those added before were taken: the next are read meanwhile."""
        self._settle()
        self._child.say(list(rows))
        self._is_owed = True

    def found(self, least: float, said: Mapping[Said, str]) -> Iterator[list[Candidate]]:
        self._settle()
        self._child.say({"least": least, "said": [[*keys, words] for keys, words in said.items()]})
        while (part := self._hear()) is not True:
            yield [_candidate(*plain) for plain in part]

    def _settle(self) -> None:
        if self._is_owed:
            self._is_owed = False
            self._hear()

    def _hear(self) -> Any:
        heard = self._child.hear()
        if heard is None:
            raise Ended
        return heard

    def close(self) -> None:
        """Ends the child, whatever it is at: it keeps nothing."""
        self._child.end()


def _candidate(left: Sequence[Any], right: Sequence[Any], likeness: Sequence[Any], said: str) -> Candidate:
    return Candidate(_side(*left), _side(*right), Likeness(*likeness), said)


def _side(record: int, *names: str) -> Side:
    return Side(RecordId(record), *names)


def _plain(found: Candidate) -> tuple[Any, ...]:
    sides = [(int(side.record), side.key, side.company, side.contact) for side in (found.left, found.right)]
    likeness = found.likeness
    return (*sides, (likeness.score, likeness.reasons, likeness.against), found.said)


def main() -> int:
    """The child: takes pages of rows until it is told what is looked for, then answers with that."""
    from journeydesk.services.duplicates.everybody import Everybody

    # Nothing that it makes refers to itself, and it ends soon.
    gc.disable()
    everybody = Everybody()
    for question in questions():
        if isinstance(question, dict):
            said = {(one, other): words for one, other, words in question["said"]}
            for part in everybody.found(question["least"], said):
                answer([_plain(found) for found in part])
        else:
            everybody.add(question)
        answer(True)
    return 0
