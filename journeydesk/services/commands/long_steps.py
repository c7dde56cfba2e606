"""Actions of many thousand changes: written in parts between which others write, one undo step, and whole or gone after a kill."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from journeydesk.domain.errors import NotNow
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.base import Action, refuse_computed
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.rechecks import write_recheck_at
from journeydesk.storage.records import long_steps
from journeydesk.storage.records.long_steps import Phase
from journeydesk.storage.records.lookup import prospects_of
from journeydesk.storage.records.records import FieldChange
from journeydesk.storage.records.search_index import merge_some

Progress = Callable[[int, int], None]
"""Told how many of how many are done. What it raises ends an action, which is then taken back."""

_BESIDE_WINDOW_SECONDS = 0.028
_ALONE_SECONDS = 2.0
_LOG_PAGES_BESIDE_WINDOW, _LOG_PAGES_ALONE = 4_000, 24_000
_MERGES_BETWEEN = 4
"""More than the search index needs for what a part writes, however large it is: it is not to fall behind."""

_FIRST_PART, _SMALLEST_PART, _LARGEST_PART = 40, 10, 25_000

_BUSY = tr(
    "A large change, of an import or of many prospects, is being written or taken back. Wait until it is done and try again."
)
_LABELS = {Phase.WRITING: tr("taken back"), Phase.UNDOING: tr("undone"), Phase.REDOING: tr("done again")}


class Pace:
    """How many rows a part takes, so that whoever writes meanwhile does not wait for long: 30 ms where somebody has a window open, two
    seconds where nobody has, for large parts cost less."""

    def __init__(self, context: Context) -> None:
        self._database = context.database
        self._began = 0.0
        self.rows = _FIRST_PART

    def begin(self) -> None:
        """A part begins."""
        self._began = time.monotonic()

    def end(self, rows: int) -> None:
        """A part of so many rows ended; the next is made smaller or larger, and another program gets its turn."""
        took = max(time.monotonic() - self._began, 0.001)
        beside_window = self._database.has_window()
        seconds = _BESIDE_WINDOW_SECONDS if beside_window else _ALONE_SECONDS
        self.rows = max(_SMALLEST_PART, min(int(rows * seconds / took), self.rows * 3, _LARGEST_PART))
        # Here, where nobody waits for it: a commit that did it would keep the next save waiting.
        self._database.checkpoint(beyond=_LOG_PAGES_BESIDE_WINDOW if beside_window else _LOG_PAGES_ALONE)
        if beside_window:
            self._merge()
            # Another program asks every few milliseconds; in a row of transactions without a gap it would never find the file free.
            time.sleep(0.01)
            self._database.give_way()

    def _merge(self) -> None:
        """Has the search index merge what it wrote. By itself it would do so at the end of every few parts, and for as long as one takes;
        here whoever waits comes in between."""
        for _ in range(_MERGES_BETWEEN):
            with self._database.write(counted=False, synced=False) as connection:
                if not merge_some(connection):
                    return


class LongAction:
    """An action at work, part by part."""

    def __init__(self, context: Context, label: str, source: str) -> None:
        self._context = context
        self._source = source
        self.pace = Pace(context)
        self.prospects: set[RecordId] = set()
        self._kinds: set[str] = set()
        author = context.author(source)
        with context.database.write() as connection:
            self._step = long_steps.begin(connection, label, author, context.database.has_window())

    @contextmanager
    def part(self, rows: int) -> Iterator[Action]:
        """One transaction of the action, for so many rows; the prospects that it touches are evaluated later."""
        self.pace.begin()
        with self._context.database.write() as connection, _stamped_once(connection):
            action = Action(connection, self._context.author(self._source))
            yield action
            refuse_computed(action)
            long_steps.add_parts(connection, self._step, action.changes)
            write_recheck_at(connection, dict.fromkeys(action.prospects, action.author.at))
        self.prospects |= action.prospects
        self._kinds |= action.kinds
        self.pace.end(rows)

    def complete(self) -> None:
        """Everything is written: the action can be undone."""
        with self._context.database.write() as connection:
            long_steps.complete(connection, self._step, self._context.author(self._source))
        self.publish()

    def publish(self) -> None:
        """Tells the screens."""
        if self._kinds:
            self._context.publish(Change(frozenset(self._kinds | {"sync"}), None, self._source))


@contextmanager
def start_long_action(context: Context, label: str, source: str) -> Iterator[LongAction]:
    """One action of the user's in parts. Where the block raises, what was written is taken back before the error goes on; after a kill
    `recover` does that. Raises NotNow while another such action is under way."""
    with context.database.long_step() as alone:
        if not alone:
            raise NotNow(_BUSY)
        _finish(context)
        action = LongAction(context, label, source)
        try:
            yield action
            action.complete()
        except BaseException:
            _finish(context)
            action.publish()
            raise


def turn(context: Context, step: int, phase: Phase, progress: Progress = lambda _done, _all: None) -> set[RecordId]:
    """Undoes a step, or does it again, part by part; returns the prospects that it touches, which are noted to be evaluated.

    A kill in the middle leaves it under way, and `recover` brings it to its end. Raises NotNow while another is under way.
    """
    with context.database.long_step() as alone:
        if not alone:
            raise NotNow(_BUSY)
        _finish(context)
        with context.database.write() as connection:
            long_steps.start_turning(connection, step, phase, context.database.has_window())
        return _finish(context, progress)


def recover(context: Context) -> str | None:
    """Brings what a killed program left half done to its end; a sentence that says so, None where there was nothing."""
    with context.database.read() as connection:
        step = long_steps.under_way(connection)
    if step is None:
        return None
    with context.database.long_step() as alone:
        if not alone:
            return None
        _finish(context)
    context.publish(Change(frozenset({"prospects", "interactions", "tasks", "events", "positions", "sync"})))
    return tr("“{label}” was interrupted and is now {labels}.", label=step.label, labels=_LABELS[step.phase])


def _finish(context: Context, progress: Progress = lambda _done, _all: None) -> set[RecordId]:
    """Turns what is left of the step that is under way, if one is."""
    with context.database.read() as connection:
        step = long_steps.under_way(connection)
    if step is None:
        return set()
    pace = Pace(context)
    prospects: set[RecordId] = set()
    done = 0
    while True:
        parts = max(1, pace.rows // long_steps.PART)
        pace.begin()
        with context.database.write() as connection, _stamped_once(connection):
            author = context.author("undo")
            changes = long_steps.turn_parts(connection, step, parts, author)
            if changes is None:
                long_steps.end_turning(connection, step, author)
                return prospects
            touched = touched_prospects(connection, changes)
            write_recheck_at(connection, dict.fromkeys(touched, author.at))
        prospects |= touched
        done = min(done + parts, step.parts_left)
        pace.end(parts * long_steps.PART)
        progress(done, step.parts_left)


def touched_prospects(connection: Connection, changes: list[FieldChange]) -> set[RecordId]:
    """The prospects that changes are about, themselves or by what belongs to them."""
    by_table = long_steps.records_of(changes)
    prospects = set(by_table.get("prospects", ()))
    for table in ("events", "interactions", "tasks"):
        prospects.update(prospects_of(connection, table, by_table.get(table, [])))
    return prospects


def _stamped_once(connection: Connection) -> AbstractContextManager[None]:
    # Imported where there are many rows: a start, which loads this module, has none.
    from journeydesk.storage.records.stamping import stamped_at_the_end

    return stamped_at_the_end(connection)
