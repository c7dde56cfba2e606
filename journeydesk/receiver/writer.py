"""Accepted means durable: one thread writes what was accepted, and only then is it answered.

What waits together is one transaction, at most `MOST_AT_ONCE`; where more wait the thread pauses between two of them, so that a
save in the window comes between (measured in docs/receiver.md, "Accepted means durable").
"""

import asyncio
import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from journeydesk.domain.errors import WorldError
from journeydesk.receiver.pace import Rush
from journeydesk.services.context import Context
from journeydesk.services.receiver.inbox import store
from journeydesk.storage.receiver.inbox import NewEntry

MOST_AT_ONCE = 32
PAUSE_SECONDS = 0.003
PATIENCE_SECONDS = 2.0
"""How long somebody waits while another program writes; then they are asked to send again."""

_MOST_WAITING = 5_000


class Busy(Exception):
    """What was sent could not be written in time; nothing of it was."""


@dataclass(slots=True)
class _Job:
    entries: Sequence[NewEntry]
    done: asyncio.Future[None]
    loop: asyncio.AbstractEventLoop
    until: float


class InboxWriter:
    """Takes entries from the event loop and writes them in its thread."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._jobs: deque[_Job] = deque()
        self._wake = threading.Condition()
        self._ended = False
        self._rush = Rush()
        self._written = threading.Event()
        self._thread = threading.Thread(target=self._run, name="inbox", daemon=True)
        self._thread.start()

    async def write(self, entries: Sequence[NewEntry]) -> None:
        """Returns when they are on disk. Raises Busy where some are not; those may be sent again with the others, for what is there
        stays once."""
        loop = asyncio.get_running_loop()
        until = time.monotonic() + PATIENCE_SECONDS
        parts = [entries[start : start + MOST_AT_ONCE] for start in range(0, len(entries), MOST_AT_ONCE)]
        jobs = [_Job(part, loop.create_future(), loop, until) for part in parts]
        with self._wake:
            if self._ended or len(self._jobs) >= _MOST_WAITING:
                raise Busy
            self._jobs.extend(jobs)
            self._wake.notify()
        self._rush.came()
        if len(jobs) == 1:
            # Most of what comes; to gather it would be one more turn of the loop.
            await jobs[0].done
            return
        problems = await asyncio.gather(*(job.done for job in jobs), return_exceptions=True)
        for problem in problems:
            if problem is not None:
                raise problem

    def is_busy(self) -> bool:
        """Whether much comes at this moment."""
        return self._rush.lasts()

    def wait_for_more(self, seconds: float) -> None:
        """Returns when something was written, or so many seconds later."""
        self._written.wait(seconds)
        self._written.clear()

    def stop(self) -> None:
        """Writes what waits, then ends."""
        with self._wake:
            self._ended = True
            self._wake.notify()
        self._written.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._jobs or self._ended)
                if not self._jobs:
                    return
                jobs = self._next()
                more = bool(self._jobs)
            self._write(jobs)
            self._rush.written(len(jobs), more)
            self._written.set()
            if more or len(jobs) > 1:
                time.sleep(PAUSE_SECONDS)

    def _next(self) -> list[_Job]:
        jobs = [self._jobs.popleft()]
        count = len(jobs[0].entries)
        while self._jobs and count + len(self._jobs[0].entries) <= MOST_AT_ONCE:
            jobs.append(self._jobs.popleft())
            count += len(jobs[-1].entries)
        return jobs

    def _write(self, jobs: Sequence[_Job]) -> None:
        until = min(job.until for job in jobs)
        try:
            store(self._context, [entry for job in jobs for entry in job.entries], max(0.0, until - time.monotonic()))
        except WorldError:
            self._answer(jobs, Busy())
        except BaseException as problem:  # noqa: BLE001 - whoever waits must be told, or waits for ever
            self._answer(jobs, problem)
        else:
            self._answer(jobs, None)

    def _answer(self, jobs: Sequence[_Job], problem: BaseException | None) -> None:
        """Wakes each loop once for all that it waits for."""
        for loop in {job.loop for job in jobs}:
            loop.call_soon_threadsafe(_resolve, [job.done for job in jobs if job.loop is loop], problem)


def _resolve(waiting: Sequence[asyncio.Future[None]], problem: BaseException | None) -> None:
    for done in waiting:
        if done.done():
            continue
        if problem is None:
            done.set_result(None)
        else:
            done.set_exception(problem)
