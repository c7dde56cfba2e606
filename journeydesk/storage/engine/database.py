"""The one local database: one writer, many readers, encrypted where there is a key (SYNC section 3, "Connections")."""

import os
import stat
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from journeydesk.domain.errors import Bug, DatabaseGone, DatabaseUnreadable, UserError, WorldError
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.place import Place, place_of
from journeydesk.storage.engine.pool import ReaderPool
from journeydesk.storage.engine.turns import Turns

FILE_NAME = "journeydesk.db"
KEY_BYTES = 32
PATIENCE_SECONDS = 5.0
"""How long a write waits for another program that is writing."""

HURRIED_SECONDS = 0.1
"""The same for the thread of the window (SYNC row 40)."""

_SLICE_MS = 40
_LOG_BYTES = 64 * 1024 * 1024
_OLDEST_SAFE_SQLITE = (3, 51, 3)
_COUNT_CHANGE = (
    "INSERT INTO meta (key, value) VALUES ('change_number', '1') "
    "ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)"
)

_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("busy_timeout", "5000", 5000),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("temp_store", "MEMORY", 2),
)


class Database:
    """A workspace's database. Safe to use from any thread: writes are one at a time, reads see the last commit."""

    def __init__(self, folder: Path, connect: Callable[..., Any], encrypted: bool) -> None:
        self.folder = folder
        self.encrypted = encrypted
        self._connect = connect
        self._writer: Connection | None = None
        self._readers = ReaderPool(lambda: Connection(connect(reader=True)))
        self._turns = Turns()
        self._within: Connection | None = None
        self._identity = _identity(folder / FILE_NAME)
        self._hurried: int | None = None
        self.patience = PATIENCE_SECONDS

    @property
    def path(self) -> Path:
        """The database file."""
        return self.folder / FILE_NAME

    @contextmanager
    def write(self, counted: bool = True) -> Iterator[Connection]:
        """One transaction that is on disk when the block ends, or undone whole when it raises.

        Within another `write` of the same thread it is part of that one. Threads get their turns in the order in which they
        asked, so that a save waits for no more than the transaction that is running. Only `counted` ones raise the change number.
        """
        until = time.monotonic() + (HURRIED_SECONDS if self._hurried == threading.get_ident() else self.patience)
        while True:
            with self._turns.mine(), ExitStack() as transaction:
                if self._within is not None:
                    yield self._within
                    return
                connection = self._begun(transaction, until)
                if connection is not None:
                    with self.in_words():
                        yield from self._work_in(connection, transaction, counted)
                    return
            # Another program writes. The turn is given away meanwhile, so that who is in a hurry need not wait for who is not.
            time.sleep(0.01)

    def _begun(self, transaction: ExitStack, until: float) -> Connection | None:
        """A begun write transaction; None where another program holds the file and there is time to ask again."""
        if _identity(self.path) != self._identity:
            raise WorldError(
                f"{self.path} was moved, replaced or deleted while it was open; what is written now would be lost with it. "
                "Nothing was changed. Put it back, or close Journeydesk and restore a copy from the folder “backups”."
            )
        with self.in_words():
            try:
                connection = self._own_writer()
                sql.run(connection, "BEGIN IMMEDIATE")
            except driver.OperationalError as problem:
                if "locked" in str(problem) and time.monotonic() < until:
                    return None
                raise
        transaction.push(lambda failure, _, __: _end(connection, failed=failure is not None))
        return connection

    def _own_writer(self) -> Connection:
        if self._writer is None:
            self._writer = Connection(self._connect())
        return self._writer

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
        except driver.OperationalError as problem:
            raise _in_words(problem, path or self.path) from problem

    def hurry(self) -> None:
        """Writes of this thread wait a tenth of a second for other programs, not five: it is the one that paints the window."""
        self._hurried = threading.get_ident()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent view of the last commit; writing through it fails."""
        with self._readers.one() as connection:
            sql.run(connection, "BEGIN")
            try:
                yield connection
            finally:
                _roll_back(connection)

    def change_number(self) -> int:
        """How many writes this database has seen, by any process: what was computed under one number holds until the next."""
        with self._readers.one() as connection:
            return int(sql.scalar(connection, "SELECT value FROM meta WHERE key = 'change_number'") or 0)

    def checkpoint(self) -> None:
        """Moves the write-ahead log into the file as far as readers allow; for idle moments, since it syncs the disk."""
        with self.alone() as connection:
            sql.run(connection, "PRAGMA wal_checkpoint(PASSIVE)")

    def connect_copy(self, path: Path) -> Any:
        """A driver connection of its own to another file with this database's key: for snapshots and their checks."""
        return self._connect(path=path)

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
        self._readers.close()
        with self._turns.mine():
            if self._writer is not None:
                sql.driver_connection(self._writer).close()
                self._writer = None


def connect(folder: Path, key: bytes | None) -> Database:
    """The database in `folder` as it is, made empty where there is none. `key` is 32 bytes, or None for no encryption.

    Raises DatabaseUnreadable, DatabaseGone, and WorldError where the folder cannot be used.
    """
    if driver.sqlite_version_info < _OLDEST_SAFE_SQLITE:
        raise WorldError(
            f"The database library is SQLite {driver.sqlite_version}; versions before 3.51.3 can damage files. "
            "Install Journeydesk's own requirements again."
        )
    if key is not None and len(key) != KEY_BYTES:
        raise Bug(f"a database key has {KEY_BYTES} bytes, not {len(key)}")
    return Database(folder, _connector(_prepare(folder), key), key is not None)


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


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _prepare(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name in ("backups", "reports", "logs"):
            (folder / name).mkdir(exist_ok=True, mode=0o700)
        path = folder / FILE_NAME
        if path.is_symlink():
            raise UserError(f"{path} is a link. Journeydesk opens only a real file; move the database there.")
        if not path.exists():
            if any((folder / "backups").glob("*.db")):
                raise DatabaseGone(
                    f"The database is gone from {folder}, but copies of it stand in its folder “backups”. "
                    "Put it back, or restore the newest copy with: journeydesk doctor --mend"
                )
            if place_of(folder) is Place.NETWORK:
                raise WorldError(
                    f"{folder} lies on a network drive, where a database cannot be kept whole. Choose a folder of this computer "
                    "with JOURNEYDESK_HOME."
                )
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, stat.S_IRUSR | stat.S_IWUSR))
    except OSError as problem:
        raise WorldError(
            f"The folder {folder} cannot be used: {problem.strerror}. Choose another or mend its rights."
        ) from problem
    return path


def _connector(path: Path, key: bytes | None) -> Callable[..., Any]:
    def connect(*, reader: bool = False, path: Path = path) -> Any:
        # Never made here: an empty file in the place of one that was deleted would look like a workspace without prospects.
        where = f"{path.absolute().as_uri()}?mode=rw"
        try:
            connection = driver.connect(where, uri=True, isolation_level=None, check_same_thread=False, cached_statements=256)
        except driver.OperationalError as problem:
            raise WorldError(f"{path} cannot be opened: {problem}. It was moved or its rights were changed.") from problem
        try:
            # A wrong key is told as a sentence; the library's own lines on stderr would only repeat it.
            connection.execute("PRAGMA cipher_log_level = NONE")
            if key is not None:
                # The raw form skips key derivation: 0.3 ms instead of 120.
                connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except driver.OperationalError as problem:
            connection.close()
            raise WorldError(f"{path} cannot be read: {problem}. Check the disk and the rights of the file.") from problem
        except driver.DatabaseError as problem:
            connection.close()
            raise DatabaseUnreadable(
                f"{path} cannot be opened: it is encrypted with another key, or damaged. "
                "Enter the recovery key, or restore its newest copy with: journeydesk doctor --mend"
            ) from problem
        try:
            _set_pragmas(connection, reader)
        except driver.OperationalError as problem:
            connection.close()
            raise _in_words(problem, path) from problem
        return connection

    return connect


def look_into(path: Path, key: bytes | None) -> Any:
    """A driver connection that only reads, to a file that may be damaged; queries raise one of `damages()` where it is.

    Raises WorldError where the file cannot be opened at all.
    """
    try:
        connection = driver.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    except driver.Error as problem:
        raise WorldError(f"{path} cannot be opened: {problem}.") from problem
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def driver_module() -> Any:
    """The driver, for SQLAlchemy to run the steps of an upgrade with."""
    return driver


def damages() -> tuple[type[Exception], ...]:
    """What the driver raises for a file that is damaged, locked with another key, or no database."""
    return (driver.DatabaseError,)


def _set_pragmas(connection: Any, reader: bool) -> None:
    for name, value, expected in _PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}")
        found = connection.execute(f"PRAGMA {name}").fetchone()
        # An encrypted file answers nothing to mmap_size: it is never mapped.
        if (found[0] if found else 0) != expected:
            connection.close()
            raise WorldError(f"The database did not accept the setting {name} = {value}; its files may be on a network drive.")
    connection.execute("PRAGMA cache_size = -16000")
    connection.execute(f"PRAGMA journal_size_limit = {_LOG_BYTES}")
    if not reader:
        # `Database.write` asks again, in slices short enough for the thread of the window to wait for one of another thread.
        connection.execute(f"PRAGMA busy_timeout = {_SLICE_MS}")
    if reader:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("PRAGMA query_only = ON")


_REASONS = (
    ("locked", "Another program is writing to {path}. Nothing was changed; try again."),
    ("full", "The disk that holds {path} is full. Nothing was changed; free some space and try again."),
    ("readonly", "{path} cannot be written: the file or its folder is read-only. Nothing was changed; mend its rights."),
    ("I/O", "The disk that holds {path} reported a fault. Nothing was changed; check the disk, and restore a copy if need be."),
    ("unable to open", "{path} cannot be opened any more: it was moved or its rights were changed. Nothing was changed."),
)


def _in_words(problem: Exception, path: Path) -> Exception:
    """The world's failures as sentences; anything else is ours and stays what it is."""
    text = str(problem)
    return next((WorldError(sentence.format(path=path)) for sign, sentence in _REASONS if sign in text), problem)
