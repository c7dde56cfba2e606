"""Asking Airtable from a process of its own, which ends when a pass does: its libraries are 24 MB that a window, which lives for days and
syncs for seconds, does not keep; and what is answered is parsed on another processor.

The child reads from standard input a line of JSON with the service's address and the token, then for each request a line with its
method, address and options. It answers each with what came of it, and ends with its input, whatever it waits for then. It knows no
database.
"""

import json
import marshal
import os
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Mapping
from queue import SimpleQueue
from typing import Any

from journeydesk.config import own_program
from journeydesk.remote.airtable.asking import Answer, AskedHere, Trouble

COMMAND = "ask-airtable"
"""The word by which the program is started as the child."""


class AskedBeside:
    """Has the child ask; from the moment on at which that ended by itself, asks from this thread. Not thread-safe."""

    def __init__(self, url: str, token: str, answer_within: float) -> None:
        self._session = (url, token, answer_within)
        self._child: _Child | None = None
        self._here: AskedHere | None = None

    def ask(self, method: str, address: str, options: Mapping[str, Any]) -> Answer:
        if self._here is None and self._child is None:
            self._begin()
        if self._child is None:
            assert self._here is not None
            return self._here.ask(method, address, options)
        answer = self._child.answer([method, address, dict(options)])
        if answer is None:
            self.let_go()
            self._here = AskedHere(*self._session)
            # Whether the request was sent nobody knows, as where a connection breaks.
            return Answer(Trouble.UNREACHABLE)
        return answer

    def _begin(self) -> None:
        """Starts the child, and waits until it can ask: so long nothing was sent, and this thread can do it as well."""
        try:
            self._child = _Child()
        except OSError:
            # No process can be started now.
            self._here = AskedHere(*self._session)
            return
        if self._child.answer(list(self._session)) is None:
            self.let_go()
            self._here = AskedHere(*self._session)

    def let_go(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()
        if self._here is not None:
            self._here.let_go()


class _Child:
    """The process, which ends with this at the latest."""

    def __init__(self) -> None:
        self._process = subprocess.Popen([*own_program(), COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.end = weakref.finalize(self, _end, self._process)

    def answer(self, words: list[Any]) -> Answer | None:
        """Says something to the child; its answer, None where it ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(words).encode() + b"\n")
            self._process.stdin.flush()
            return Answer(*marshal.load(self._process.stdout))  # noqa: S302 - our own child's
        except (OSError, EOFError, ValueError, TypeError):
            return None


def _end(child: "subprocess.Popen[bytes]") -> None:
    """Whatever it is at: it keeps nothing."""
    child.kill()
    child.communicate()


def main() -> int:
    """The child: answers until its standard input ends."""
    # Ctrl+C in a terminal reaches it too, but when it ends is for who asks to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    lines: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(lines,), daemon=True).start()
    asker = AskedHere(*json.loads(lines.get()))
    _tell(Answer())
    while True:
        _tell(asker.ask(*json.loads(lines.get())))


def _listen(lines: "SimpleQueue[bytes]") -> None:
    """Hands on what is asked, and ends the process with who asks: a service may let a request wait for half a minute."""
    for line in sys.stdin.buffer:
        lines.put(line)
    os._exit(0)


def _tell(answer: Answer) -> None:
    marshal.dump(tuple(answer), sys.stdout.buffer)
    sys.stdout.buffer.flush()
