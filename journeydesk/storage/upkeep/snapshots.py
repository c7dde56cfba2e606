"""Copies of the database: one a day, the last 14 kept, one before every upgrade; and putting one back."""

import os
import shutil
import stat
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journeydesk.domain.catalogue import TABLES
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database

KEPT = 14


@dataclass(frozen=True, slots=True)
class TableDifference:
    """What restoring would do to one table: living records now and in the copy."""

    table: str
    now: int
    then: int


def copy_database(database: Database, target: Path) -> Path:
    """A consistent copy under `target`, readable by its owner only, encrypted with the same key; whole or not at all.

    Raises WorldError where the disk refuses or the copy does not pass its check.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, stat.S_IRUSR | stat.S_IWUSR))
        with database.in_words(target):
            verdict = _fill(database, part)
        if verdict != "ok":
            raise WorldError(f"The copy of the database did not pass its check ({verdict}); none was kept.")
        _sync_to_disk(part)
        part.replace(target)
    except OSError as problem:
        raise WorldError(
            f"No copy could be written to {target}: {problem.strerror}. Free some space or choose another."
        ) from problem
    finally:
        for leftover in (part, *_companions(part)):
            leftover.unlink(missing_ok=True)
    return target


def _fill(database: Database, part: Path) -> str:
    copy = database.connect_copy(part)
    try:
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


def daily_snapshot(database: Database, today: date) -> Path | None:
    """Today's snapshot unless there is one already; the oldest beyond 14 are removed."""
    folder = database.folder / "backups"
    target = folder / f"daily-{today.isoformat()}.db"
    if target.exists():
        return None
    copy = copy_database(database, target)
    for old in sorted(folder.glob("daily-*.db"))[:-KEPT]:
        old.unlink()
    return copy


def restore_difference(database: Database, copy: Path) -> list[TableDifference]:
    """What restoring `copy` would change, table by table. Raises UserError for a file that is no copy of this database."""
    if not copy.is_file():
        raise UserError(f"There is no file {copy}. Choose a copy from the folder “backups”.")
    with database.read() as connection:
        shape = sql.scalar(connection, "PRAGMA user_version")
        now = {spec.slug: int(sql.scalar(connection, f"SELECT count(*) FROM {spec.slug} WHERE deleted = 0")) for spec in TABLES}
    try:
        other = database.connect_copy(copy)
    except (UserError, WorldError) as problem:
        raise UserError(
            f"{copy} is no copy of this database: it is damaged, encrypted with another key, or something else. Nothing was "
            "changed; choose a copy from the folder “backups”."
        ) from problem
    try:
        copy_shape = other.execute("PRAGMA user_version").fetchone()[0]
        if not 0 < copy_shape <= shape:
            raise UserError(f"{copy} has shape {copy_shape}; this Journeydesk can restore shapes 1 to {shape}.")
        then = {
            spec.slug: int(other.execute(f"SELECT count(*) FROM {spec.slug} WHERE deleted = 0").fetchone()[0])
            for spec in TABLES
        }
    finally:
        other.close()
    return [TableDifference(spec.name, now[spec.slug], then[spec.slug]) for spec in TABLES]


def restore(database: Database, copy: Path, aside: Path) -> None:
    """Puts `copy` in the place of the database, after today's state was copied to `aside`.

    The database must be opened again afterwards. Raises UserError for a file that is no copy, WorldError for the disk.
    """
    restore_difference(database, copy)
    copy_database(database, aside)
    database.close()
    put_back(copy, database.path)


def put_back(copy: Path, path: Path) -> None:
    """Replaces a closed database by `copy` in one step; a log of the replaced file must not outlive it."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    copy_file(copy, part)
    for companion in _companions(path):
        companion.unlink(missing_ok=True)
    part.replace(path)


def copy_file(source: Path, target: Path) -> None:
    """Copies a file that nobody writes, piece by piece, for its owner only; on disk when it returns. `target` must be new."""
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, stat.S_IRUSR | stat.S_IWUSR)
    with os.fdopen(handle, "wb") as written, source.open("rb") as read:
        shutil.copyfileobj(read, written)
        written.flush()
        os.fsync(written.fileno())
