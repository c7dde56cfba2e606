"""Prospects evaluated one after the other, few or a hundred thousand, beside a person who saves.

A few batches share a short transaction, which ends early where another thread waits to write or a key is pressed.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.evaluation.automation_conflicts import yield_to_others
from journeydesk.services.evaluation.hand_edits import adopt_hand_edits, begin_applications
from journeydesk.services.evaluation.one_evaluation import Evaluation, Found
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.stamping import stamped_at_the_end
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync.meta import change_number

Progress = Callable[[int, int], None]

_BATCH = 8
_BATCHES_AT_ONCE = 4
"""So many share a transaction where nobody waits: its end, with its pages encrypted and on disk, costs as much as they do."""

_BATCHES_AT_LEAST = 2
_LONGEST_SECONDS = 0.02
"""How long a transaction of many may last beside a window, so that a save hardly waits; but fewer than so many batches cost too much."""

_BATCH_ALONE = 100
_BATCHES_ALONE = 10
"""The same where no window is open, in which nobody saves: an index's page that many prospects change is written once."""

_MOST_IN_VAIN = 2
"""So often it is tried again where somebody else wrote meanwhile; then it is found within the transaction."""

_MANY = 400
_BETWEEN_MOVES = 1_600
"""The evaluation of many is written with more memory, its log moved into the file after so many, beside others' saves: sooner than
a commit would do it, for which they would wait."""

_BETWEEN_SYNCS = 50
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


class _Many:
    """Many: what there is to say of the next ones is found by a reader first, so that nobody waits for it, and then written. What
    somebody else's write may have changed meanwhile is found again."""

    def __init__(self, context: Context, evaluation: Evaluation, pull: Pull | None) -> None:
        self._context = context
        self._database = context.database
        self._evaluation = evaluation
        self._pull = pull
        self._own: set[int] = set()
        self._in_vain = 0
        self._seconds_each = 0.0
        self._is_alone = False

    def run(self, prospects: Sequence[RecordId], progress: Progress) -> None:
        """Evaluates all of them."""
        done = moved = synced = 0
        found: list[Found] = []
        number = 0
        while done < len(prospects):
            self._database.give_way()
            if not found:
                found, number = self._find(prospects, done)
            written = self._write(found, number)
            if not written:
                continue
            done += written
            progress(done, len(prospects))
            if done - moved >= _BETWEEN_MOVES:
                self._database.checkpoint()
                moved = synced = done
            elif done - synced >= _BETWEEN_SYNCS:
                self._database.sync_log()
                synced = done

    def _find(self, prospects: Sequence[RecordId], start: int) -> tuple[list[Found], int]:
        """What the next transactions are to write, with the change number of the database in which it was found."""
        self._is_alone = not self._database.has_window()
        size, many = (_BATCH_ALONE, _BATCHES_ALONE) if self._is_alone else (_BATCH, _BATCHES_AT_ONCE)
        end = min(start + size * many, len(prospects))
        with self._database.read() as connection:
            number = change_number(connection)
            return [
                self._evaluation.find(connection, prospects[first : min(first + size, end)])
                for first in range(start, end, size)
            ], number

    def _at_once(self) -> int:
        """How many batches share a transaction."""
        if self._is_alone or not self._seconds_each:
            return _BATCHES_ALONE
        return max(int(_LONGEST_SECONDS / self._seconds_each / _BATCH), _BATCHES_AT_LEAST)

    def _write(self, ready: list[Found], found_at: int) -> int:
        """Writes these, or the first of them where somebody waits, in a transaction, and takes them from the list; returns of how
        many prospects they were: of none where all has to be found again."""
        written = 0
        last = len(ready) - self._at_once()
        # What follows from the records can be found again, so only a few transactions together are brought to disk.
        with self._database.write(synced=False) as connection:
            began = time.perf_counter()
            number = change_number(connection)
            holds = all(other in self._own for other in range(found_at + 1, number + 1))
            if not holds and self._in_vain < _MOST_IN_VAIN:
                self._in_vain += 1
                ready.clear()
                return 0
            self._in_vain = 0
            with stamped_at_the_end(connection):
                while ready:
                    found = ready.pop(0)
                    self._settle(connection, found, holds)
                    written += len(found.prospects)
                    if len(ready) <= last or _is_wanted(self._context):
                        break
            self._own.add(number + 1)
        each = (time.perf_counter() - began) / written
        self._seconds_each = (3 * self._seconds_each + each) / 4 if self._seconds_each else each
        return written

    def _settle(self, connection: Connection, found: Found, holds: bool) -> None:
        pull = self._pull
        waits = not self._evaluation.waits_for_nobody(connection)
        if not holds or waits or (pull is not None and (pull.chosen or conflicts.count(connection))):
            _batch(self._context, self._evaluation, connection, found.prospects, pull)
            return
        if pull is not None and found.unexplained:
            adopt_hand_edits(self._context, connection, found.unexplained, pull.since)
            found = self._evaluation.find(connection, found.prospects)
        self._evaluation.settle(connection, found)
