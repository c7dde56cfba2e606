"""The driver's side: opening a connection with its key and settings, and what the disk says in words."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from journeydesk.domain.errors import Bug, DatabaseUnreadable, WorldError
from journeydesk.domain.words import tr

KEY_BYTES = 32
SALT_BYTES = 16
_NOT_ENCRYPTED = b"SQLite format 3\0"
DiskTrouble: type[Exception] = driver.OperationalError
"""What the driver raises where the disk, its rights or another program are in the way; `in_words` says it."""

_SLICE_MS = 5
CACHE_KIB = 16_000
"""Pages that the writer keeps decrypted."""

WINDOW_CACHE_KIB = 3_000
"""The same for the window's own reader, which a commit of anybody makes forget them: more saves a key a third of a millisecond."""

SPARE_CACHE_KIB = 4_000
"""The same for readers of other threads: they walk far and seldom come back to a page."""

IDLE_CACHE_KIB = 150
"""The same while nobody reads with it."""

LOG_PAGES = 1_000
"""After so many pages in the write-ahead log a commit moves them into the file."""

_LOG_BYTES = 64 * 1024 * 1024
_OLDEST_SAFE_SQLITE = (3, 51, 3)

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


def connector(path: Path, key: bytes | None) -> Callable[..., Any]:
    """What opens driver connections to `path`, or to another file with the same key: `connect(*, reader=False, spare=False, path=path)`; a
    `spare` reader has little memory.

    `key` is None for no encryption, 32 bytes, or 48 where the last 16 are the salt that a new file begins with: a key that was
    derived from a passphrase can then be derived again from the file alone. `connect` raises DatabaseUnreadable for a wrong key
    or a damaged file, and WorldError.
    Raises WorldError where the library could damage files.
    """
    if driver.sqlite_version_info < _OLDEST_SAFE_SQLITE:
        raise WorldError(
            tr(
                "The database library is SQLite {sqlite_version}; versions before 3.51.3 can damage files. "
                "Install Journeydesk's own requirements again.",
                sqlite_version=driver.sqlite_version,
            )
        )
    if key is not None and len(key) not in (KEY_BYTES, KEY_BYTES + SALT_BYTES):
        raise Bug(f"a database key has {KEY_BYTES} bytes, not {len(key)}")

    def connect(*, reader: bool = False, spare: bool = False, path: Path = path) -> Any:
        # Never made here: an empty file in the place of one that was deleted would look like a workspace without prospects.
        where = f"{path.absolute().as_uri()}?mode=rw"
        try:
            connection = driver.connect(where, uri=True, isolation_level=None, check_same_thread=False, cached_statements=256)
        except driver.OperationalError as problem:
            raise WorldError(
                tr("{path} cannot be opened: {why}. It was moved or its rights were changed.", path=path, why=problem)
            ) from problem
        try:
            _unlock(connection, key, is_new=not path.stat().st_size)
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except (driver.OperationalError, OSError) as problem:
            # It may also go between its opening and this.
            connection.close()
            why = problem.strerror if isinstance(problem, OSError) else problem
            raise WorldError(
                tr("{path} cannot be read: {why}. Check the disk and the rights of the file.", path=path, why=why)
            ) from problem
        except driver.DatabaseError as problem:
            connection.close()
            raise DatabaseUnreadable(
                tr(
                    "{path} cannot be opened: it is encrypted with another key, or damaged. Enter the recovery key, "
                    "or restore its newest copy with: journeydesk doctor --mend",
                    path=path,
                )
            ) from problem
        try:
            cache_kib = SPARE_CACHE_KIB if spare else WINDOW_CACHE_KIB if reader else CACHE_KIB
            _set_pragmas(connection, reader, cache_kib)
        except driver.OperationalError as problem:
            connection.close()
            raise in_words(problem, path) from problem
        return connection

    return connect


def look_into(path: Path, key: bytes | None, *, unaltered: bool = False) -> Any:
    """A driver connection that only reads, to a file that may be damaged; queries raise one of `damages()` where it is.

    `unaltered` is for a file that nobody has open: not a byte and no file beside it is touched, and its log is not read.
    Raises WorldError where the file cannot be opened at all.
    """
    mode = "mode=ro&immutable=1" if unaltered else "mode=ro"
    try:
        connection = driver.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None)
    except driver.Error as problem:
        raise WorldError(tr("{path} cannot be opened: {why}.", path=path, why=problem)) from problem
    _unlock(connection, key)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "query_only = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def opens(path: Path, key: bytes | None) -> bool:
    """Whether the key opens the file. Raises WorldError where the file cannot be read at all."""
    connection = look_into(path, key)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.DatabaseError:
        return False
    finally:
        connection.close()
    return True


def salt_in(path: Path) -> bytes | None:
    """What an encrypted file begins with: the salt of its key where that was derived from a passphrase; None for a file that is
    not encrypted, or none of ours."""
    with path.open("rb") as file:
        start = file.read(SALT_BYTES)
    return None if start == _NOT_ENCRYPTED or len(start) < SALT_BYTES else start


def _unlock(connection: Any, key: bytes | None, *, is_new: bool = False) -> None:
    # A wrong key is told as a sentence; the library's own lines on stderr would only repeat it.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        # The raw form skips key derivation: 0.3 ms instead of 120.
        connection.execute(f"PRAGMA key = \"x'{(key if is_new else key[:KEY_BYTES]).hex()}'\"")


def driver_module() -> Any:
    """The driver, for SQLAlchemy to run the steps of an upgrade with."""
    return driver


def damages() -> tuple[type[Exception], ...]:
    """What the driver raises for a file that is damaged, locked with another key, or no database."""
    return (driver.DatabaseError,)


def _set_pragmas(connection: Any, reader: bool, cache_kib: int) -> None:
    for name, value, expected in _PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}")
        answer = connection.execute(f"PRAGMA {name}").fetchone()
        # An encrypted file answers nothing to mmap_size: it is never mapped.
        if (answer[0] if answer else 0) != expected:
            connection.close()
            raise WorldError(
                tr(
                    "The database did not accept the setting {name} = {value}; its files may be on a network drive.",
                    name=name,
                    value=value,
                )
            )
    connection.execute(f"PRAGMA cache_size = -{cache_kib}")
    connection.execute(f"PRAGMA journal_size_limit = {_LOG_BYTES}")
    if not reader:
        # `Database.write` asks again, in slices short enough for the thread of the window to wait for one of another thread.
        connection.execute(f"PRAGMA busy_timeout = {_SLICE_MS}")
    if reader:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("PRAGMA query_only = ON")


def _reasons(path: Path) -> Iterator[tuple[str, str]]:
    """What the driver's own words hold, and what a person is told."""
    yield "locked", tr("Another program is writing to {path}. Nothing was changed; try again.", path=path)
    yield "full", tr("The disk that holds {path} is full. Nothing was changed; free some space and try again.", path=path)
    yield (
        "readonly",
        tr("{path} cannot be written: the file or its folder is read-only. Nothing was changed; mend its rights.", path=path),
    )
    yield (
        "I/O",
        tr(
            "The disk that holds {path} reported a fault. Nothing was changed; check the disk, and restore a copy if need be.",
            path=path,
        ),
    )
    yield (
        "unable to open",
        tr("{path} cannot be opened any more: it was moved or its rights were changed. Nothing was changed.", path=path),
    )


def in_words(problem: Exception, path: Path) -> Exception:
    """The world's failures as sentences; anything else is ours and stays what it is."""
    text = str(problem)
    return next((WorldError(sentence) for sign, sentence in _reasons(path) if sign in text), problem)


def was_moved(path: Path) -> WorldError:
    """What is said before anything is written to a file that is no longer the one that was opened."""
    return WorldError(
        tr(
            "{path} was moved, replaced or deleted while it was open; what is written now would be lost with "
            "it. Nothing was changed. Put it back, or close Journeydesk and restore a copy from the folder "
            "“backups”.",
            path=path,
        )
    )
