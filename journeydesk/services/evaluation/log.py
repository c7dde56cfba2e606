"""The write-ahead log of an evaluation of many, brought to disk beside it.

What is written is derived from the records, so its commits are not synced. A thread of its own syncs them while more is found and written,
so that the next save need not; the log is moved into the file between two transactions, when it is large.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

from journeydesk.storage.engine.database import Database
from journeydesk.storage.lists.ordering import put_in_order, unordered

_MOST_PAGES = 16_000
"""Larger the log does not grow: some 60 MB. From 32,000 on (`Database.writing_much`) a commit would move all
of it, a tenth of a second or two for which the next save would wait."""


class Log:
    """The log of one evaluation. What its thread met is raised by the next call."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._pool = ThreadPoolExecutor(1, "evaluation-log")
        self._syncing: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _problem: BaseException | None, _trace: TracebackType | None) -> None:
        self._pool.shutdown()

    def sync(self) -> None:
        """Has what was written brought to disk, unless that is under way."""
        if self._syncing is None or self._syncing.done():
            self._wait()
            self._syncing = self._pool.submit(self._database.sync_log)

    def _wait(self) -> None:
        syncing, self._syncing = self._syncing, None
        if syncing is not None:
            syncing.result()

    def is_full(self) -> bool:
        """Whether it is to be begun anew."""
        return self._database.log_pages() > _MOST_PAGES

    def move(self) -> None:
        """Moves it into the file: the next transaction begins it anew, unless somebody reads in it."""
        self._wait()
        self._database.checkpoint()


def put_all_in_order(database: Database, log: Log) -> None:
    """Puts in order the moves and cards of all that were left for later."""
    for is_between in put_in_order(database):
        log.sync()
        if is_between and log.is_full():
            log.move()


def put_rest_in_order(database: Database) -> bool:
    """The same for those that an evaluation left that was ended before its time; whether there were any."""
    with database.read() as connection:
        if not unordered(connection):
            return False
    with database.writing_much(), Log(database) as log:
        put_all_in_order(database, log)
    return True
