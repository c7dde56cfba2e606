"""Typst in a process of its own: its fonts and what it keeps of pages are as much memory as the rest of the window, and end with it.

The child reads requests, each a line of JSON, from standard input. It answers with a line that has the length of each page or what was
wrong, then the pages.
"""

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from threading import Lock, Timer
from typing import Any

from journeydesk.config import own_program
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr

COMMAND = "typeset"
"""The word by which the program is started as the child."""

KEPT_SECONDS = 60.0
"""How long the child waits for another report: the second is set five times as fast."""


_NICENESS = 5
"""How far the child stands back where the window wants the processor, too."""


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

    def make_ready(self) -> None:
        """Lets the child start and look for fonts, so that it need not when pages are asked for; who asks does not wait. What fails
        here is told to whoever asks for pages."""
        if not self._lock.acquire(blocking=False):
            return
        try:
            self._start()
            self._end_later()
        except OSError:
            self._let_go()
        finally:
            self._lock.release()

    def pages(self, request: dict[str, Any]) -> list[bytes]:
        """What `typst.compile` makes of these arguments. Raises Refused with its words, UserError where the child ended."""
        with self._lock:
            try:
                return self._ask(request)
            except (OSError, ValueError) as problem:
                self._let_go()
                raise UserError(tr("The report could not be set: the typesetter ended. Try again.")) from problem
            finally:
                self._end_later()

    def _end_later(self) -> None:
        if self._end is not None:
            self._end.cancel()
        self._end = Timer(self._kept_seconds, self.stop)
        self._end.daemon = True
        self._end.start()

    def _start(self) -> subprocess.Popen[bytes]:
        """The child, a new one where it is not there."""
        if self._child is None or self._child.poll() is not None:
            self._let_go()
            self._child = subprocess.Popen([*own_program(), COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._child

    def _ask(self, request: dict[str, Any]) -> list[bytes]:
        child = self._start()
        asking, answering = child.stdin, child.stdout
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

    if hasattr(os, "nice"):
        # A report's preview is set while other places are opened.
        os.nice(_NICENESS)
    # Looked for once, and before anything is asked.
    fonts = typst.Fonts()
    compilers: dict[str, typst.Compiler] = {}
    out = sys.stdout.buffer
    for line in sys.stdin.buffer:
        request = json.loads(line)
        template = request.pop("template")
        compiler = compilers.get(template) or compilers.setdefault(template, typst.Compiler(template, font_paths=fonts))
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


_CLOSE, _CLOSER, _CLOSEST, _WIDER, _WIDEST = 0.86, 0.72, 0.6, 1.14, 1.28
"""How close lines stand, where 1 is as they are drawn best: tried until no few lines have the last page to themselves."""

_FULL = 0.4
"""The share of the last page that has to be filled."""

_SMALLER = 0.93
"""At the closest the print is so much smaller, too."""


def _fitted(compiler: Any, request: dict[str, Any]) -> Any:
    """The pages at a fit that fills the last one; else with a later part of the page before it on the last, too, else at the fit that fills
    it most. A template without the mark `end` is set as it is.

    All pages are set anew for each fit, so most are not tried: how much two of them take says what others would.
    """
    inputs = request.pop("sys_inputs")
    tried: dict[float, tuple[float, Any]] = {}

    parts: list[tuple[str, int, float]] = []

    def taken(fit: float) -> float:
        """The pages that a fit takes, the last as far as it is filled."""
        compiled = compiler.compile(sys_inputs={**inputs, "fit": str(fit)}, **request)
        number, filled = _ended(compiler)
        tried[fit] = filled, compiled
        if fit == 1.0:
            parts.extend(_begun(compiler))
        return number - 1 + filled

    def full(fit: float) -> bool:
        return tried[fit][0] >= _FULL

    drawn = taken(1.0)
    if not full(1.0):
        closer = taken(_CLOSER)
        over, saved = int(drawn), (drawn - closer) / (1 - _CLOSER)
        if full(_CLOSER) and drawn - saved * (1 - _CLOSE) <= over:
            taken(_CLOSE)
        elif not full(_CLOSER) and (drawn - saved * (1 - _CLOSEST)) * _SMALLER <= over:
            taken(_CLOSEST)
        if not any(map(full, tried)):
            taken(_WIDER if drawn + saved * (_WIDER - 1) >= over + _FULL else _WIDEST)
        if not any(map(full, tried)) and _WIDEST not in tried:
            taken(_WIDEST)
    if not any(map(full, tried)) and (cut := _cut(parts, drawn)):
        compiled = compiler.compile(sys_inputs={**inputs, "fit": "1.0", "cut": cut}, **request)
        number, filled = _ended(compiler)
        if filled >= _FULL and number == int(drawn) + 1:
            return compiled
    best = max(tried, key=lambda fit: (full(fit), -abs(fit - 1) if full(fit) else tried[fit][0]))
    return tried[best][1]


def _begun(compiler: Any) -> list[tuple[str, int, float]]:
    """Where each part begins: its name, the page, and the share of the page above it."""
    found = json.loads(compiler.eval("query(<part>).map(part => part.value)"))
    return [(str(name), int(page), float(above)) for name, page, above in found]


def _cut(parts: Sequence[tuple[str, int, float]], drawn: float) -> str:
    """The part that has to begin the last page so that it is filled, and the page before it is, too; "" where none does both."""
    last, filled = int(drawn) + 1, drawn - int(drawn)
    able = [(above, name) for name, page, above in parts if page == last - 1 and above >= _FULL <= filled + 1 - above]
    return max(able)[1] if able else ""


def _ended(compiler: Any) -> tuple[int, float]:
    """On which page the mark stands, and the share of it that is above; a single page counts as full."""
    ends = json.loads(compiler.eval("query(<end>).map(end => end.value)"))
    if not ends or ends[-1][0] == 1:
        return 1, 1.0
    return int(ends[-1][0]), float(ends[-1][1])
