"""A process of our own beside this one, for what this one is not to load or not to wait for.

It is this program once more, started with a word that says what it is to do. It is asked by lines of JSON through its standard input,
answers each with marshalled plain values, and ends with who asks, whatever it waits for then.
"""

import json
import marshal
import os
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from queue import SimpleQueue
from typing import Any

from journeydesk.config import own_program


class ChildProcess:
    """The process, which ends with this object at the latest. Not thread-safe. Raises OSError where no process can be started."""

    def __init__(self, word: str) -> None:
        self._process = subprocess.Popen([*own_program(), word], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.end = weakref.finalize(self, _end, self._process)
        """Ends it, whatever it is at; it must keep nothing."""

    @property
    def id(self) -> int:
        """What the system knows it by."""
        return self._process.pid

    def say(self, question: Any) -> None:
        """Asks, and waits for nothing; `hear` gives the answer."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(question).encode() + b"\n")
            self._process.stdin.flush()
        except OSError:
            # It ended: who waits for an answer hears it.
            pass

    def hear(self) -> Any:
        """What it answers to the first question that was not answered yet; None where it ended."""
        assert self._process.stdout is not None
        try:
            return marshal.load(self._process.stdout)  # noqa: S302 - our own child's
        except (OSError, EOFError, ValueError, TypeError):
            return None

    def ask(self, question: Any) -> Any:
        """What it answers; None where it ended."""
        self.say(question)
        return self.hear()


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.communicate()


def questions() -> Iterator[Any]:
    """What this process, the child, is asked; each is to be answered before the next is taken."""
    # Ctrl+C in a terminal reaches it too, but when it ends is for who asks to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    lines: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(lines,), daemon=True).start()
    while True:
        yield json.loads(lines.get())


def _listen(lines: "SimpleQueue[bytes]") -> None:
    """Hands on what is asked, and ends the process with who asks: it may be waiting for a service or a person."""
    for line in sys.stdin.buffer:
        lines.put(line)
    os._exit(0)


def answer(plain: Any) -> None:
    """Answers the question that was taken last; of numbers, texts, None, and lists, tuples and dictionaries of these, no subclasses."""
    marshal.dump(plain, sys.stdout.buffer)
    sys.stdout.buffer.flush()
