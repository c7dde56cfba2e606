"""The one local database: one writer, many readers, encrypted where there is a key (docs/storage.md, "Connections")."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.driver import CACHE_KIB, LOG_PAGES, DiskTrouble, connector, in_words, was_moved
from journeydesk.storage.engine.file_lock import FileLock
from journeydesk.storage.engine.files import sync_file
from journeydesk.storage.engine.folder import FILE_NAME, LOG_NAME, identity_of, prepare_folder
from journeydesk.storage.engine.hurry import Hurry
from journeydesk.storage.engine.pool import ReaderPool, more_room
from journeydesk.storage.engine.presence import Presence, alone_in
from journeydesk.storage.engine.turns import Turns

if TYPE_CHECKING:
    from journeydesk.storage.engine.log_keeper import LogKeeper

WINDOW_LOCK = "window.lock"
LONG_STEP_LOCK = "long-step.lock"
PATIENCE_SECONDS = 5.0
"""How long a write waits for another program that is writing."""

HURRIED_SECONDS = 0.1
"""The same for the thread of the window (docs/sync.md, row 40)."""

_KEYS_FOLLOW_SECONDS = 0.12
_LONGEST_WAY_SECONDS = 0.3
_LOOK_SECONDS = 0.02

_MUCH_WRITTEN_CACHE_KIB = 48_000
_MUCH_READ_CACHE_KIB = 20_000
_MUCH_LOG_PAGES = 32_000

_COUNT_CHANGE = (
    "INSERT INTO meta (key, value) VALUES ('change_number', '1') "
    "ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)"
)


class Database:
    """A workspace's database. Safe to use from any thread: writes are one at a time, reads see the last commit."""

    def __init__(
        self, folder: Path, connect: Callable[..., Any], encrypted: bool, *, shared: bool = True, key: bytes | None = None
    ) -> None:
        """`shared` is False for whoever has the workspace alone (`exclusively`), or a database that nobody else knows."""
        self.folder = folder
        self.encrypted = encrypted
        self.key = key
        self._connect = connect
        self._presence = Presence(folder) if shared else None
        if self._presence is not None:
            self._presence.enter()
        self._writer: Connection | None = None
        self._readers = ReaderPool(lambda own: self._opened(reader=True, spare=not own), self.is_busy_in_window)
        self._turns = Turns()
        self._within: Connection | None = None
        self._identity = identity_of(folder / FILE_NAME)
        self._hurried: int | None = None
        self._writing_much = 0
        self._window_read_at = -_KEYS_FOLLOW_SECONDS
        self.patience = PATIENCE_SECONDS
        self.tell: Callable[[str], object] = lambda _sentence: None

    @property
    def path(self) -> Path:
        """The database file."""
        return self.folder / FILE_NAME

    @contextmanager
    def write(
        self, counted: bool = True, patience: float | None = None, synced: bool = True, beside: bool = False
    ) -> Iterator[Connection]:
        """One transaction that is on disk when the block ends, or undone whole when it raises.

        Within another `write` of the same thread it is part of that one. Threads get their turns in the order in which they
        asked, so that a save waits for no more than the transaction that is running. Only `counted` ones raise the change number.
        `patience` is how many seconds it waits for another program, where that is not as usual. One that is not `synced` may be
        undone by a loss of power until the next that is, or `sync_log`: for what can be derived again. One synced `beside` is safe from
        the program's end when the block ends, and from a loss of power milliseconds later (`log_keeper`).
        """
        if patience is None:
            patience = HURRIED_SECONDS if self._hurried == threading.get_ident() else self.patience
        until = time.monotonic() + patience
        with Hurry(self.folder, self._hurried == threading.get_ident()) as hurry:
            while True:
                with self._turns.mine(), ExitStack() as transaction:
                    if self._within is not None:
                        yield self._within
                        return
                    connection = self._begun(transaction, until, synced, beside)
                    if connection is not None:
                        hurry.over()
                        with self.in_words():
                            yield from self._work_in(connection, transaction, counted)
                        if beside:
                            self.log_keeper.ask()
                        return
                # Another program writes. The turn is given away meanwhile, so that who is in a hurry need not wait for who is not.
                hurry.wait()

    def _begun(self, transaction: ExitStack, until: float, synced: bool, beside: bool) -> Connection | None:
        """A begun write transaction; None where another program holds the file and there is time to ask again."""
        if identity_of(self.path) != self._identity:
            raise was_moved(self.path)
        with self.in_words():
            try:
                connection = self._own_writer()
                if beside:
                    from journeydesk.storage.engine.log_keeper import leave_to_keeper

                    leave_to_keeper(connection, transaction)
                elif not synced:
                    sql.run(connection, "PRAGMA synchronous = NORMAL")
                    transaction.callback(sql.run, connection, "PRAGMA synchronous = FULL")
                sql.run(connection, "BEGIN IMMEDIATE")
            except DiskTrouble as problem:
                if "locked" in str(problem) and time.monotonic() < until:
                    return None
                raise
        transaction.push(lambda failure, _, __: _end(connection, failed=failure is not None))
        return connection

    def _own_writer(self) -> Connection:
        if self._writer is None:
            self._writer = self._opened()
        return self._writer

    def _opened(self, *, reader: bool = False, spare: bool = False) -> Connection:
        if self._presence is not None and self._presence.enter():
            # Closed meanwhile: another program may have put a copy in the file's place since.
            self._identity = identity_of(self.path)
        return Connection(self._connect(reader=reader, spare=spare))

    def _work_in(self, connection: Connection, transaction: ExitStack, counted: bool) -> Iterator[Connection]:
        try:
            with transaction:
                self._within = connection
                driver_side = sql.driver_connection(connection)
                before = driver_side.total_changes
                yield connection
                if counted and driver_side.total_changes != before:
                    sql.run(connection, _COUNT_CHANGE)
        finally:
            self._within = None

    @contextmanager
    def in_words(self, path: Path | None = None) -> Iterator[None]:
        """What the disk says within the block, as WorldError with a sentence about that file; the database where none is given."""
        try:
            yield
        except DiskTrouble as problem:
            raise in_words(problem, path or self.path) from problem

    def is_awaited(self) -> bool:
        """Whether another thread waits to write: who writes much ends its transaction then."""
        return bool(self._turns.waiting)

    def hurry(self) -> None:
        """Writes of this thread wait a tenth of a second for other programs, not five: it is the one that paints the window."""
        self._hurried = threading.get_ident()

    def has_window(self) -> bool:
        """Whether somebody has this database open in a window, here or in another program, and is not to be kept waiting."""
        return self._hurried is not None or FileLock(self.folder / WINDOW_LOCK).is_taken()

    @contextmanager
    def long_step(self) -> Iterator[bool]:
        """Whether nobody else, in any program, is within this block; it stays so until it ends, or the program does. Much is
        written in it (`writing_much`)."""
        lock = FileLock(self.folder / LONG_STEP_LOCK)
        if not lock.take():
            yield False
            return
        try:
            with self.writing_much():
                yield True
        finally:
            lock.let_go()

    @contextmanager
    def writing_much(self) -> Iterator[None]:
        """The writer has more memory within, and moves its log into the file less often: a page that many rows change is written
        once, and a commit, for which others wait, does no more than its own."""
        self._set_writer(1)
        try:
            yield
        finally:
            self._set_writer(-1)

    def _set_writer(self, more: int) -> None:
        with self.alone() as connection:
            self._writing_much += more
            much = self._writing_much > 0
            sql.run(connection, f"PRAGMA cache_size = -{_MUCH_WRITTEN_CACHE_KIB if much else CACHE_KIB}")
            sql.run(connection, f"PRAGMA wal_autocheckpoint = {_MUCH_LOG_PAGES if much else LOG_PAGES}")
            if not much:
                sql.run(connection, "PRAGMA shrink_memory")
        if not much:
            from journeydesk.storage.engine.heap import give_back

            give_back()

    @contextmanager
    def read(self, much: bool = False) -> Iterator[Connection]:
        """A consistent view of the last commit; writing through it fails. `much`, not for the window's thread, keeps pages decrypted."""
        with self._reader() as connection, more_room(connection, _MUCH_READ_CACHE_KIB if much else None):
            sql.run(connection, "BEGIN")
            try:
                yield connection
            finally:
                _roll_back(connection)

    def _reader(self) -> AbstractContextManager[Connection]:
        in_the_window = self._hurried == threading.get_ident()
        if in_the_window:
            self._window_read_at = time.monotonic()
        return self._readers.one(own=in_the_window)

    def is_busy_in_window(self, within: float = _KEYS_FOLLOW_SECONDS) -> bool:
        """Whether the window's thread read `within` so many seconds: a key was pressed there, most likely, and more may follow. Never
        so for that thread itself."""
        if self._hurried == threading.get_ident():
            return False
        return time.monotonic() - self._window_read_at < within

    def give_way(self) -> None:
        """Waits while the window's thread is busy, a third of a second at the most: for whoever writes much, between its
        transactions. Python runs one thread at a time, so that work beside a key makes it slow."""
        until = time.monotonic() + _LONGEST_WAY_SECONDS
        while self.is_busy_in_window() and time.monotonic() < until:
            time.sleep(_LOOK_SECONDS)

    def change_number(self) -> int:
        """How many writes this database has seen, by any process: what was computed under one number holds until the next."""
        with self._reader() as connection:
            return int(sql.scalar(connection, "SELECT value FROM meta WHERE key = 'change_number'") or 0)

    def checkpoint(self, beyond: int = 0) -> None:
        """Moves the write-ahead log into the file as far as readers allow, beside whoever writes; a log of no more than `beyond`
        pages stays."""
        with self._reader() as connection:
            pages, moved = sql.log_of(connection)
            if not beyond or pages - moved > beyond:
                sql.run(connection, "PRAGMA wal_checkpoint(PASSIVE)")

    def log_pages(self) -> int:
        """How many pages are in the write-ahead log, moved into the file or not."""
        with self._reader() as connection:
            return sql.log_of(connection)[0]

    def sync_log(self) -> None:
        """Brings what was written without being `synced` to disk, beside whoever writes."""
        sync_file(self.folder / LOG_NAME)

    @cached_property
    def log_keeper(self) -> "LogKeeper":
        """Who syncs what was written `beside`; a disk that refuses it is told to `tell`, by another thread."""
        from journeydesk.storage.engine.log_keeper import LogKeeper

        return LogKeeper(self.folder, lambda: self.checkpoint(beyond=LOG_PAGES), lambda sentence: self.tell(sentence))

    def connect_copy(self, path: Path) -> Any:
        """A driver connection of its own to another file with this database's key: for snapshots and their checks."""
        return self._connect(path=path)

    def beside(self, folder: Path) -> "Database":
        """A new and empty database with this one's key in a folder that nobody else knows."""
        prepare_folder(folder)
        path = folder / FILE_NAME
        return Database(folder, connector(path, self.key), self.encrypted, shared=False, key=self.key)

    @contextmanager
    def exclusively(self) -> Iterator["Database"]:
        """Closes this database and yields another on the same file, which nobody else has open within the block: for replacing
        the file. Raises WorkspaceInUse where somebody has."""
        self.close()
        with alone_in(self.folder):
            only = Database(self.folder, self._connect, self.encrypted, shared=False, key=self.key)
            try:
                yield only
            finally:
                only.close()
                self._identity = identity_of(self.path)

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """The writer's connection outside of a transaction, with nobody else writing: for steps that begin their own."""
        with self._turns.mine():
            yield self._own_writer()

    @contextmanager
    def without_foreign_keys(self) -> Iterator[Connection]:
        """`alone`, with foreign keys off: rebuilding a table must not cascade into its children, and that can only be switched
        outside a transaction."""
        with self.alone() as connection:
            sql.run(connection, "PRAGMA foreign_keys = OFF")
            try:
                yield connection
            finally:
                sql.run(connection, "PRAGMA foreign_keys = ON")

    def close(self) -> None:
        """Closes every connection; the write-ahead log is folded in by the last one. The next use opens them again.

        A transaction that another thread is in is waited for: the driver does not survive a connection closed under it.
        """
        if "log_keeper" in self.__dict__:
            self.log_keeper.close()
        self._readers.close()
        with self._turns.mine():
            if self._writer is not None:
                sql.driver_connection(self._writer).close()
                self._writer = None
            if self._presence is not None:
                self._presence.leave()


def connect(folder: Path, key: bytes | None, *, shared: bool = True) -> Database:
    """The database in `folder` as it is, made empty where there is none. `key` is as for `connector`, `shared` as for `Database`.

    Raises DatabaseUnreadable, DatabaseGone, and WorldError where the folder cannot be used.
    """
    open_connection = connector(folder / FILE_NAME, key)
    prepare_folder(folder)
    return Database(folder, open_connection, key is not None, shared=shared, key=key)


def _end(connection: Connection, *, failed: bool) -> None:
    if failed:
        _roll_back(connection)
        return
    try:
        sql.run(connection, "COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


def _roll_back(connection: Connection) -> None:
    # An error of the disk may have ended the transaction already.
    if sql.driver_connection(connection).in_transaction:
        sql.run(connection, "ROLLBACK")
