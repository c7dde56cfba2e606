"""Copies of the database: one a day, the last 14 kept, and one before every upgrade."""

import contextlib
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from journeydesk.domain.errors import WorldError

if TYPE_CHECKING:
    from journeydesk.storage.database import Database

KEPT = 14


def copy_database(database: "Database", target: Path, key: bytes | None) -> Path:
    """A consistent copy under `target`, readable by its owner only, encrypted with the same key; whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    copy = driver.connect(str(part), isolation_level=None)
    try:
        if key is not None:
            copy.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        with database.read() as connection:
            source = connection.connection.driver_connection
            if source is None:
                raise WorldError("The database connection was lost while copying it. Try again.")
            source.backup(copy)
        verdict = copy.execute("PRAGMA quick_check").fetchone()[0]
    finally:
        copy.close()
    if verdict != "ok":
        part.unlink()
        raise WorldError(f"The copy of the database did not pass its check ({verdict}); none was kept.")
    with contextlib.closing(os.fdopen(os.open(part, os.O_RDONLY))) as handle:
        os.fsync(handle.fileno())
    part.replace(target)
    return target


def daily_snapshot(database: "Database", today: date, key: bytes | None) -> Path | None:
    """Today's snapshot unless there is one already; the oldest beyond 14 are removed."""
    folder = database.folder / "backups"
    target = folder / f"daily-{today.isoformat()}.db"
    if target.exists():
        return None
    made = copy_database(database, target, key)
    for old in sorted(folder.glob("daily-*.db"))[:-KEPT]:
        old.unlink()
    return made
