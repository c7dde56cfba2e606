"""Copies of the database: one a day, the last 14 kept, one before every upgrade."""

import contextlib
import os
from datetime import date
from pathlib import Path

from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.words import tr
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.driver import IDLE_CACHE_KIB, connector
from journeydesk.storage.engine.file_lock import FileLock
from journeydesk.storage.engine.files import copy_file, make_empty, part_of, publish

KEPT = 14


def copy_database(database: Database, target: Path, key: bytes | None = None) -> Path:
    """A consistent copy under `target`, readable by its owner only, encrypted with the same key or that given; whole or not at all.

    Raises WorldError where the disk refuses or the copy does not pass its check, UserError where `target` exists: a copy is never
    written over.
    """
    if not target.name:
        raise UserError(tr("“{target}” is a folder. Name the file of the copy, such as {target}/copy.db.", target=target))
    part = part_of(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if target.is_symlink() or target.exists():
            raise _taken(target)
        make_empty(part)
        with database.in_words(target):
            verdict = _fill(database, part, key)
        if verdict != "ok":
            raise WorldError(tr("The copy of the database did not pass its check ({verdict}); none was kept.", verdict=verdict))
        _sync_to_disk(part)
        if not publish(part, target):
            raise _taken(target)
    except OSError as problem:
        raise WorldError(
            tr(
                "No copy could be written to {target}: {why}. Free some space or choose another.",
                target=target,
                why=problem.strerror,
            )
        ) from problem
    finally:
        for leftover in (part, *_companions(part)):
            with contextlib.suppress(NotADirectoryError, FileNotFoundError):
                leftover.unlink()
    return target


def _taken(target: Path) -> UserError:
    return UserError(
        tr("{target} is there already. Copies are never written over: choose another name. Nothing was copied.", target=target)
    )


def free_name(folder: Path, name: str, ending: str = ".db") -> Path:
    """`name` with its ending in `folder`, or with a number between them where that is taken."""
    numbers = ("", *(f"-{number}" for number in range(2, 10_000)))
    return next(path for path in (folder / f"{name}{number}{ending}" for number in numbers) if not path.exists())


def _fill(database: Database, part: Path, key: bytes | None) -> str:
    copy = database.connect_copy(part) if key is None else connector(part, key)()
    try:
        # It is gone through from end to end: what was read is not asked again.
        copy.execute(f"PRAGMA cache_size = -{IDLE_CACHE_KIB}")
        with database.read() as connection:
            sql.driver_connection(connection).backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        return str(copy.execute("PRAGMA quick_check").fetchone()[0])
    finally:
        copy.close()


def _sync_to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _companions(path: Path) -> list[Path]:
    return [path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal")]


def daily_path(database: Database, day: date) -> Path:
    """Where the snapshot of a day is kept."""
    return database.folder / "backups" / f"daily-{day.isoformat()}.db"


def daily_snapshot(database: Database, today: date) -> Path | None:
    """Today's snapshot unless there is one already, or another program makes it at this moment; the oldest beyond 14 are removed.

    A database that was never written to is not copied. Writers go on meanwhile.
    """
    target = daily_path(database, today)
    if target.exists() or not database.change_number():
        return None
    turn = FileLock(database.folder / "daily.lock")
    if not turn.take():
        return None
    try:
        if target.exists():
            return None
        # A program that ends does not wait for the copy that it makes, and the whole turn is ours: what lies there is nobody's.
        for leftover in target.parent.glob(".daily-*.part*"):
            leftover.unlink(missing_ok=True)
        copy = copy_database(database, target)
        for old in sorted(target.parent.glob("daily-*.db"))[:-KEPT]:
            old.unlink()
    finally:
        turn.let_go()
    return copy


def put_back(copy: Path, path: Path) -> None:
    """Replaces a closed database by `copy` in one step; a log of the replaced file must not outlive it."""
    part = part_of(path)
    try:
        copy_file(copy, part)
        for companion in _companions(path):
            companion.unlink(missing_ok=True)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
