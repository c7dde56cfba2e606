"""The one local database: one writer, many readers, encrypted where there is a key (SYNC section 3, "Connections")."""

import os
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from journeydesk.domain.errors import UserError, WorldError

FILE_NAME = "journeydesk.db"
_OLDEST_SAFE_SQLITE = (3, 51, 3)

_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("busy_timeout", "5000", 5000),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
)


class DatabaseUnreadable(UserError):
    """The file is there but cannot be read with this key, or is no database."""


class DatabaseNewer(UserError):
    """The file was written by a newer Journeydesk."""


class Database:
    """A workspace's database. Safe to use from any thread: writes are one at a time, reads see the last commit."""

    def __init__(self, folder: Path, writer: Engine, reader: Engine) -> None:
        self.folder = folder
        self._writer = writer
        self._reader = reader
        self._lock = threading.RLock()
        self._within: Connection | None = None

    @classmethod
    def open(cls, folder: Path, key: bytes | None = None) -> "Database":
        """Opens or makes the database in `folder`, upgrading an older one. `key` is 32 bytes, or None for no encryption.

        Raises DatabaseUnreadable, DatabaseNewer, and WorldError where the folder cannot be used.
        """
        if driver.sqlite_version_info < _OLDEST_SAFE_SQLITE:
            raise WorldError(
                f"The database library is SQLite {driver.sqlite_version}; versions before 3.51.3 can damage files. "
                "Install Journeydesk's own requirements again."
            )
        path = _prepare(folder)
        connect = _connector(path, key)
        writer = create_engine("sqlite://", module=driver, creator=connect, poolclass=StaticPool)
        reader = create_engine(
            "sqlite://",
            module=driver,
            creator=lambda: connect(reader=True),
            poolclass=QueuePool,
            pool_size=4,
            max_overflow=8,
        )
        _begin_with(writer, "BEGIN IMMEDIATE")
        _begin_with(reader, "BEGIN")
        database = cls(folder, writer, reader)
        from journeydesk.storage.upgrade import bring_up_to_date

        try:
            bring_up_to_date(database, path, key)
        except BaseException:
            database.close()
            raise
        return database

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction that is on disk when the block ends, or undone whole when it raises."""
        with self._lock:
            if self._within is not None:
                yield self._within
                return
            with self._writer.connect() as connection, connection.begin():
                self._within = connection
                try:
                    yield connection
                finally:
                    self._within = None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent view of the last commit; writing through it fails."""
        with self._reader.connect() as connection:
            yield connection

    def close(self) -> None:
        """Closes every connection; the write-ahead log is folded in by the last one."""
        self._reader.dispose()
        self._writer.dispose()


def _prepare(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name in ("backups", "reports", "logs"):
            (folder / name).mkdir(exist_ok=True, mode=0o700)
        path = folder / FILE_NAME
        if path.is_symlink():
            raise UserError(f"{path} is a link. Journeydesk opens only a real file; move the database there.")
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, stat.S_IRUSR | stat.S_IWUSR))
    except OSError as problem:
        raise WorldError(
            f"The folder {folder} cannot be used: {problem.strerror}. Choose another or mend its rights."
        ) from problem
    return path


def _connector(path: Path, key: bytes | None) -> Callable[..., Any]:
    def connect(reader: bool = False) -> Any:
        connection = driver.connect(str(path), isolation_level=None, check_same_thread=False, cached_statements=256)
        try:
            # A wrong key is told as a sentence; the library's own lines on stderr would only repeat it.
            connection.execute("PRAGMA cipher_log_level = NONE")
            if key is not None:
                # The raw form skips key derivation: 0.3 ms instead of 120.
                connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except driver.DatabaseError as problem:
            connection.close()
            raise DatabaseUnreadable(
                f"{path} cannot be opened: it is encrypted with another key, or damaged. "
                "Enter the recovery key, or restore a copy from the folder “backups” beside it."
            ) from problem
        _set_pragmas(connection, reader)
        return connection

    return connect


def _set_pragmas(connection: Any, reader: bool) -> None:
    for name, value, expected in _PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}")
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != expected:
            connection.close()
            raise WorldError(f"The database did not accept the setting {name} = {value}; its files may be on a network drive.")
    connection.execute("PRAGMA cache_size = -16000")
    if reader:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("PRAGMA query_only = ON")


def _begin_with(engine: Engine, statement: str) -> None:
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)

    event.listen(engine, "begin", begin)
