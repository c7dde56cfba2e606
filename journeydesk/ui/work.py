"""Long work beside the window: run on a pool thread, its result handed over on the GUI thread."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from threading import Lock, get_native_id
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QThread, QThreadPool, Signal
from shiboken6 import isValid

from journeydesk.domain.errors import Bug, JourneydeskError

T = TypeVar("T")


class _Job:
    """One piece of work, and whom its result is for. It is a plain object: a thread of the pool may hold it for a moment longer than the
    screen is there."""

    def __init__(
        self,
        screen: "Background",
        kind: str,
        work: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[..., None],
    ) -> None:
        self.kind = kind
        self._screen: Background | None = screen
        self._work: Callable[[], object] | None = work
        self._tell: tuple[Callable[..., None], Callable[..., None]] | None = (done, failed)
        self._result: object = None
        self._problem: JourneydeskError | None = None

    def run(self) -> None:
        """On a thread of the pool."""
        assert self._work is not None
        try:
            self._result = self._work()
        except JourneydeskError as problem:
            self._problem = problem
        except Exception as problem:  # noqa: BLE001 - told to the person as ours; a pool thread has nobody above it
            self._problem = Bug(f"{type(problem).__name__}: {problem}")

    def finish(self) -> None:
        """On the window's thread: what the work held is let go here, for it may be the last to hold a widget."""
        screen, tell, result, problem = self._screen, self._tell, self._result, self._problem
        self._screen = self._work = self._tell = self._result = self._problem = None
        if screen is None or tell is None or not isValid(screen) or not screen.is_last(self):
            return
        done, failed = tell
        if problem is None:
            done(result)
        else:
            failed(problem)


class _Counter(QObject):
    """Where pool threads hand in what is finished. There is one for the whole program, which never goes: an object of a screen goes with
    it, and a thread that is just telling it something ends the program."""

    _handed_in = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._finished: SimpleQueue[_Job] = SimpleQueue()
        self._handed_in.connect(self._finish_one, Qt.ConnectionType.QueuedConnection)

    def hand_in(self, job: _Job) -> None:
        """From any thread."""
        self._finished.put(job)
        # Once the program has ended nobody waits for it.
        with suppress(RuntimeError):
            self._handed_in.emit()

    def _finish_one(self) -> None:
        self._finished.get().finish()


_counters: list[_Counter] = []


def _counter() -> _Counter:
    """Made by the first screen, so on the window's thread."""
    if not _counters:
        _counters.append(_Counter())
    return _counters[0]


def _run(job: _Job, counter: _Counter) -> None:
    job.run()
    counter.hand_in(job)


_turn = Lock()
_NICENESS = 5
"""By Linux's own measure: a third of what another thread has where both want one processor. With less, what such a thread holds while it
is kept from going on (Python, a lock, the end of the window) would be waited for on a computer that is busy with something else."""


def _behind(work: Callable[[], T]) -> T:
    if sys.platform == "linux":
        # Qt sets no thread back there. Python's state of a thread of the pool goes with each piece of work, so it is said each time.
        thread = get_native_id()
        # A program that was started further back may not come forward.
        os.setpriority(os.PRIO_PROCESS, thread, max(_NICENESS, os.getpriority(os.PRIO_PROCESS, thread)))
    with _turn:
        return work()


class Background(QObject):
    """Runs work for one screen. Of work of the same `kind` only the result of the last one asked for is handed over."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._last_pool: QThreadPool | None = None
        self._counter = _counter()
        self._turns: dict[str, int] = {}
        self._running: dict[str, _Job] = {}

    def run(
        self, kind: str, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[JourneydeskError], None]
    ) -> None:
        """Starts the work; `done` or `failed` is called on this thread, unless newer work of its kind was asked for."""
        self._start(self._pool, kind, work, done, failed)

    def run_last(
        self, kind: str, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[JourneydeskError], None]
    ) -> None:
        """`run` for what counts everybody and is not waited for: one at a time in the program, by a thread that stands back where
        others want the processor. Two of these beside the window would leave no processor of two for its keys."""
        if self._last_pool is None:
            # Of its own: a thread of Linux that stands back once does so for good.
            self._last_pool = QThreadPool(self)
            self._last_pool.setMaxThreadCount(1)
            self._last_pool.setThreadPriority(QThread.Priority.LowestPriority)
        self._start(self._last_pool, kind, partial(_behind, work), done, failed)

    def _start(
        self,
        pool: QThreadPool,
        kind: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[JourneydeskError], None],
    ) -> None:
        self._turns[kind] = self._turns.get(kind, 0) + 1
        job = self._running[kind] = _Job(self, kind, work, done, failed)
        # Not as a QRunnable: the collection of garbage takes one that waits in the pool for a part of the screen, and clears it.
        pool.start(partial(_run, job, self._counter))

    def is_last(self, job: _Job) -> bool:
        """Whether this is the result that is waited for; then it no longer is."""
        return self._running.get(job.kind) is job and self._running.pop(job.kind) is job

    def run_while_wanted(
        self,
        kind: str,
        work: Callable[[Callable[[], bool]], T | None],
        done: Callable[[T], None],
        failed: Callable[[JourneydeskError], None],
    ) -> None:
        """`run` for work that asks now and then whether newer work of its kind was asked for, or it was dropped, and then ends with
        None: it would take time from what is waited for."""
        turn = self._turns.get(kind, 0) + 1

        def take(result: T | None) -> None:
            if result is not None:
                done(result)

        self.run(kind, lambda: work(lambda: self._turns[kind] != turn), take, failed)

    def drop(self, kind: str) -> None:
        """What runs of this kind is no longer waited for."""
        self._turns[kind] = self._turns.get(kind, 0) + 1
        self._running.pop(kind, None)

    def busy(self, kind: str) -> bool:
        """Whether a result of this kind is still to come."""
        return kind in self._running

    def wait(self) -> None:
        """Waits until nothing runs: before the window or its database goes."""
        self._pool.waitForDone()
        if self._last_pool is not None:
            self._last_pool.waitForDone()
