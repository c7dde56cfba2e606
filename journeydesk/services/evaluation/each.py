"""Prospects evaluated one after the other, few or a hundred thousand, beside a person who saves.

A few batches share a short transaction, which ends early where another thread waits to write or a key is pressed.
"""

import time
from collections import Counter, deque
from collections.abc import Callable, Sequence
from contextlib import closing

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.evaluation import beside
from journeydesk.services.evaluation.automation_conflicts import yield_to_others
from journeydesk.services.evaluation.hand_edits import adopt_hand_edits, begin_applications
from journeydesk.services.evaluation.log import Log, put_all_in_order
from journeydesk.services.evaluation.one_evaluation import Evaluation
from journeydesk.services.evaluation.parts import Finder, FoundLater, Part
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.lists.ordering import TOGETHER
from journeydesk.storage.records.stamping import stamped_at_the_end
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync.meta import change_number

Progress = Callable[[int, int], None]

_BATCH = 8
_BATCHES_AT_ONCE = 4
"""So many share a transaction where nobody waits: its end, with its pages encrypted and on disk, costs as much as they do."""

_MANY = 400
_PART = 16
_PARTS_AT_LEAST = 1
_LONGEST_SECONDS = 0.02
_LONGEST_END_SECONDS = 0.01
"""Many are found in parts. How long a transaction of some may last beside a window, so that a save hardly waits; it ends between two parts
where one does, and then with its pages encrypted."""

_PART_ALONE = 100
_PARTS_ALONE = 10
"""The same where no window is open, in which nobody saves: an index's page that many prospects change is written once."""

_AHEAD = 4
"""So many parts more are found while a transaction is written."""

_MANY_BESIDE = 2_000
"""From so many on they are found by a process beside this one, which starts in half a second."""

_MOST_IN_VAIN = 2
"""So often it is tried again where somebody else wrote meanwhile; then it is found within the transaction."""

_BETWEEN_SYNCS = 48
"""After so many the log is brought to disk, some megabytes of it: outside of a transaction, and before a save has to do it."""


@dataclass(frozen=True, slots=True)
class Pull:
    """What is evaluated came by a pull that began at this stored moment; `chosen` where it is what the pull touched, not everybody."""

    since: str
    chosen: bool


def evaluate_each(
    context: Context, evaluation: Evaluation, prospects: Sequence[RecordId], pull: Pull | None, progress: Progress
) -> None:
    """Evaluates these prospects; `progress` is told how many of how many are done after each transaction."""
    if len(prospects) < _MANY:
        _evaluate_few(context, evaluation, prospects, pull, progress)
        return
    with context.database.writing_much():
        _Many(context, evaluation, pull).run(prospects, progress)


def _evaluate_few(
    context: Context, evaluation: Evaluation, prospects: Sequence[RecordId], pull: Pull | None, progress: Progress
) -> None:
    done = 0
    while done < len(prospects):
        context.database.give_way()
        with context.database.write() as connection:
            for _ in range(_BATCHES_AT_ONCE):
                batch = prospects[done : done + _BATCH]
                _batch(context, evaluation, connection, batch, pull)
                done += len(batch)
                if done >= len(prospects) or _is_wanted(context):
                    break
        progress(done, len(prospects))


def _batch(
    context: Context, evaluation: Evaluation, connection: Connection, batch: Sequence[RecordId], pull: Pull | None
) -> None:
    """One batch, read and written in the same transaction."""
    if pull is not None:
        yield_to_others(connection, batch, context.now())
        adopt_hand_edits(context, connection, batch, pull.since)
        if pull.chosen:
            begin_applications(context, connection, batch, pull.since)
    evaluation.batch(connection, batch)


def _is_wanted(context: Context) -> bool:
    return context.database.is_awaited() or context.database.is_busy_in_window()


class _Pace:
    """How many share a transaction beside a window: as many as a save can wait for, of what the last ones took."""

    def __init__(self) -> None:
        self._work = self._end = 0.0

    def took(self, prospects: int, work: float, end: float) -> None:
        """So many took so many seconds to write, and then to commit."""
        share = 1 / 4 if self._work else 1
        self._work += share * (work / prospects - self._work)
        self._end += share * (end / prospects - self._end)

    def size(self) -> int:
        """How many prospects a part has: half as many where the computer is slow or busy."""
        return _PART if self._most() >= _PART else max(_PART // 2, 1)

    def parts(self) -> int:
        """How many parts share a transaction."""
        return max(int(self._most() / _PART), _PARTS_AT_LEAST) if self._work else _PARTS_AT_LEAST

    def _most(self) -> float:
        if not self._work:
            return _PART
        return min(_LONGEST_SECONDS / (self._work + self._end), _LONGEST_END_SECONDS / (self._end + 1e-9))


class _Many:
    """Many: what there is to say of the next ones is found ahead, so that nobody waits for it, and then written. What somebody else's
    write may have changed meanwhile is found again."""

    def __init__(self, context: Context, evaluation: Evaluation, pull: Pull | None) -> None:
        self._context = context
        self._database = context.database
        self._evaluation = evaluation
        self._pull = pull
        self._pace = _Pace()
        self._is_alone = self._orders_later = False
        self._is_found_later = pull is not None and pull.chosen
        self._left: deque[RecordId] = deque()
        self._asked = 0
        self._ready: deque[Part] = deque()
        self._known_number = self._others_wrote = 0
        self._in_vain: Counter[RecordId] = Counter()

    def run(self, prospects: Sequence[RecordId], progress: Progress) -> None:
        """Evaluates all of them."""
        self._left.extend(prospects)
        self._orders_later = len(prospects) >= _MANY_BESIDE
        with Log(self._database) as log:
            with closing(self._finder(len(prospects))) as finder:
                self._run(finder, log, len(prospects), progress)
            put_all_in_order(self._database, log)

    def _finder(self, prospects: int) -> Finder:
        if self._is_found_later:
            return FoundLater()
        return beside.finder(self._context, self._evaluation, self._pull is not None, many=prospects >= _MANY_BESIDE)

    def _run(self, finder: Finder, log: Log, everybody: int, progress: Progress) -> None:
        done = kept = ordered = 0
        while done < everybody:
            self._database.give_way()
            self._find(finder)
            written = self._write()
            done += written
            if written:
                progress(done, everybody)
            if done - kept >= _BETWEEN_SYNCS:
                kept = done
                log.sync()
                if log.is_full():
                    # It can be begun anew where nobody reads in it.
                    self._receive(finder, self._asked)
                    log.move()
            if self._orders_later and done - ordered >= TOGETHER:
                ordered = done
                put_all_in_order(self._database, log)

    def _find(self, finder: Finder) -> None:
        """Has a transaction found and what comes after it, and waits for the transaction."""
        self._is_alone = not self._database.has_window()
        size, parts = (_PART_ALONE, _PARTS_ALONE) if self._is_alone else (self._pace.size(), self._pace.parts())
        while True:
            while self._left and len(self._ready) + self._asked < parts + _AHEAD:
                finder.ask([self._left.popleft() for _ in range(min(size, len(self._left)))])
                self._asked += 1
            if not self._asked or len(self._ready) >= parts:
                return
            self._receive(finder, 1)

    def _receive(self, finder: Finder, parts: int) -> None:
        for _ in range(parts):
            part = finder.answer()
            self._asked -= 1
            if not self._put_back(part):
                self._ready.append(part)

    def _put_back(self, part: Part) -> bool:
        """Leaves a part to be found again that was found before somebody else wrote, unless that was in vain a few times already;
        whether it did."""
        if self._holds(part) or self._in_vain[part.prospects[0]] >= _MOST_IN_VAIN:
            return False
        self._in_vain[part.prospects[0]] += 1
        self._left.extendleft(reversed(part.prospects))
        return True

    def _write(self) -> int:
        """Writes what is ready in a transaction, or the first of it where somebody waits; returns of how many prospects it was: of none
        where all of them are to be found again."""
        if self._stands():
            written = sum(len(part.prospects) for part in self._ready)
            self._ready.clear()
            return written
        written, began = 0, time.perf_counter()
        # What follows from the records can be found again, so only a few transactions together are brought to disk.
        with self._database.write(synced=False) as connection:
            number = change_number(connection)
            if number != self._known_number:
                self._known_number = self._others_wrote = number
            self._ready = deque(part for part in self._ready if not self._put_back(part))
            if not self._ready:
                return 0
            with stamped_at_the_end(connection):
                for _ in range(min(len(self._ready), _PARTS_ALONE if self._is_alone else self._pace.parts())):
                    part = self._ready.popleft()
                    self._settle(connection, part)
                    written += len(part.prospects)
                    if _is_wanted(self._context):
                        break
            worked = time.perf_counter()
        self._known_number = number + 1
        self._pace.took(written, worked - began, time.perf_counter() - worked)
        return written

    def _stands(self) -> bool:
        """Whether all that was found stands already, and nothing is asked of the writer's moment."""
        if self._pull is not None or not all(part.is_empty for part in self._ready):
            return False
        with self._database.read() as connection:
            return self._evaluation.waits_for_nobody(connection)

    def _holds(self, part: Part) -> bool:
        """Whether nobody else wrote since it was found; one that is found by who writes always does."""
        return part.number >= self._others_wrote or self._is_found_later

    def _settle(self, connection: Connection, part: Part) -> None:
        pull, rest = self._pull, part.rest
        waits = not self._evaluation.waits_for_nobody(connection)
        if not self._holds(part) or waits or self._is_found_later or (pull is not None and conflicts.count(connection)):
            _batch(self._context, self._evaluation, connection, part.prospects, pull)
            return
        self._evaluation.write(connection, part.plain, self._orders_later)
        if rest is None:
            return
        if pull is not None and rest.unexplained:
            adopt_hand_edits(self._context, connection, rest.unexplained, pull.since)
            rest = self._evaluation.find(connection, rest.prospects)
        self._evaluation.settle(connection, rest)
