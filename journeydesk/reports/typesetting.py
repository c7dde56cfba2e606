"""Typst in a process of its own: its fonts and what it keeps of pages are as much memory as the rest of the window, and end with it.

The child reads requests, each a line of JSON, from standard input. It answers with a line that has the length of each page or what was
wrong, then the pages.
"""

import atexit
import json
import subprocess
import sys
from threading import Lock, Timer
from typing import Any

from journeydesk.config import own_program
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr

COMMAND = "typeset"
"""The word by which the program is started as the child."""

KEPT_SECONDS = 60.0
"""How long the child waits for another report: the second is set five times as fast."""


class Refused(Exception):
    """The typesetter's own words on what it cannot set."""


class Typesetter:
    """Starts the child at the first request and ends it after `kept_seconds` without one. Any thread may ask; one is served at a time."""

    def __init__(self, kept_seconds: float = KEPT_SECONDS) -> None:
        self._kept_seconds = kept_seconds
        self._lock = Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._end: Timer | None = None

    @property
    def runs(self) -> bool:
        """Whether the child is there."""
        return self._child is not None

    def pages(self, request: dict[str, Any]) -> list[bytes]:
        """What `typst.compile` makes of these arguments. Raises Refused with its words, UserError where the child ended."""
        with self._lock:
            if self._end is not None:
                self._end.cancel()
            try:
                return self._ask(request)
            except (OSError, ValueError) as problem:
                self._let_go()
                raise UserError(tr("The report could not be set: the typesetter ended. Try again.")) from problem
            finally:
                self._end = Timer(self._kept_seconds, self.stop)
                self._end.daemon = True
                self._end.start()

    def _ask(self, request: dict[str, Any]) -> list[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._let_go()
            self._child = subprocess.Popen([*own_program(), COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        asking, answering = self._child.stdin, self._child.stdout
        assert asking is not None and answering is not None
        asking.write(json.dumps(request).encode() + b"\n")
        asking.flush()
        answer = json.loads(answering.readline())
        if "refused" in answer:
            raise Refused(answer["refused"])
        pages = [answering.read(length) for length in answer["pages"]]
        if [len(page) for page in pages] != answer["pages"]:
            raise ValueError("the answer ended within a page")
        return pages

    def stop(self) -> None:
        """Ends the child; the next request starts another."""
        with self._lock:
            self._let_go()

    def _let_go(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.communicate()


typesetter = Typesetter()
"""The one of this process."""

atexit.register(typesetter.stop)


def main() -> int:
    """The child: answers until its standard input ends."""
    import typst

    compilers: dict[str, typst.Compiler] = {}
    out = sys.stdout.buffer
    for line in sys.stdin.buffer:
        request = json.loads(line)
        template = request.pop("template")
        compiler = compilers.get(template) or compilers.setdefault(template, typst.Compiler(template))
        try:
            compiled = _fitted(compiler, request)
        except typst.TypstError as problem:
            out.write(json.dumps({"refused": str(problem)}).encode() + b"\n")
        else:
            pages = list(compiled) if isinstance(compiled, list) else [compiled]
            out.write(json.dumps({"pages": [len(page) for page in pages]}).encode() + b"\n")
            out.writelines(pages)
        out.flush()
    return 0


_FITS = (1.0, 0.86, 0.72, 0.6, 1.14, 1.28)
"""How close lines stand, in the order in which it is tried until no few lines have the last page to themselves."""

_FULL = 0.4
"""The share of the last page that has to be filled."""


def _fitted(compiler: Any, request: dict[str, Any]) -> Any:
    """The pages at the first of the fits that fills the last one, else at the one that fills it most. A template without the mark `end`
    is set as it is."""
    inputs = request.pop("sys_inputs")
    best: tuple[float, Any] | None = None
    for fit in _FITS:
        compiled = compiler.compile(sys_inputs={**inputs, "fit": str(fit)}, **request)
        filled = _last_page_filled(compiler)
        if best is None or filled > best[0]:
            best = filled, compiled
        if filled >= _FULL:
            break
    assert best is not None
    return best[1]


def _last_page_filled(compiler: Any) -> float:
    """The share of the last page above the mark; a single page counts as full."""
    ends = json.loads(compiler.eval("query(<end>).map(end => end.value)"))
    return 1.0 if not ends or ends[-1][0] == 1 else float(ends[-1][1])
