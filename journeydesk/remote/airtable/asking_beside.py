"""Asking Airtable from a process of its own, which ends when a pass does: its libraries are 24 MB that a window, which lives for days and
syncs for seconds, does not keep; and what is answered is parsed on another processor.

The child is told first the service's address, the token and how long an answer may take, then for each request its method, address
and options. It answers each with what came of it. It knows no database.
"""

from collections.abc import Mapping
from typing import Any

from journeydesk.child_process import ChildProcess, answer, questions
from journeydesk.remote.airtable.asking import Answer, AskedHere, Trouble

COMMAND = "ask-airtable"
"""The word by which the program is started as the child."""


class AskedBeside:
    """Has the child ask; from the moment on at which that ended by itself, asks from this thread. Not thread-safe."""

    def __init__(self, url: str, token: str, answer_within: float) -> None:
        self._session = (url, token, answer_within)
        self._child: ChildProcess | None = None
        self._here: AskedHere | None = None

    def ask(self, method: str, address: str, options: Mapping[str, Any]) -> Answer:
        if self._here is None and self._child is None:
            self._begin()
        if self._child is None:
            assert self._here is not None
            return self._here.ask(method, address, options)
        said = self._child.ask([method, address, dict(options)])
        if said is None:
            self.let_go()
            self._here = AskedHere(*self._session)
            # Whether the request was sent nobody knows, as where a connection breaks.
            return Answer(Trouble.UNREACHABLE)
        return Answer(*said)

    def _begin(self) -> None:
        """Starts the child, and waits until it can ask: so long nothing was sent, and this thread can do it as well."""
        try:
            self._child = ChildProcess(COMMAND)
        except OSError:
            # No process can be started now.
            self._here = AskedHere(*self._session)
            return
        if self._child.ask(list(self._session)) is None:
            self.let_go()
            self._here = AskedHere(*self._session)

    def let_go(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()
        if self._here is not None:
            self._here.let_go()


def main() -> int:
    """The child: answers until its standard input ends."""
    asker: AskedHere | None = None
    for question in questions():
        if asker is None:
            asker = AskedHere(*question)
            answer(tuple(Answer()))
        else:
            answer(tuple(asker.ask(*question)))
    return 0
