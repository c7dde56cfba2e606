"""Copies of the workspace: one a day, one where a person wants it, and putting one back."""

from dataclasses import dataclass
from pathlib import Path

from journeydesk.services.context import Context
from journeydesk.storage.upkeep import snapshots


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: where the state before it is kept, and each table whose count changed, as (name, before, now)."""

    aside: Path
    tables: tuple[tuple[str, int, int], ...]


def take_daily_copy(context: Context) -> None:
    """Today's copy, unless there is one; the oldest go. Raises WorldError."""
    snapshots.daily_snapshot(context.database, context.today())


def back_up(context: Context, target: Path) -> Path:
    """Copies the database to a file, encrypted with the same key. Raises WorldError."""
    return snapshots.copy_database(context.database, target)


def restore(context: Context, copy: Path) -> Restored:
    """Puts a copy in the place of the database; what stood there is copied aside, so that it can be restored in turn.

    Raises UserError for a file that is no copy of it, WorldError for the disk.
    """
    differences = snapshots.restore_difference(context.database, copy)
    aside = context.database.folder / "backups" / f"before-restore-{context.clock():%Y%m%dT%H%M%S}.db"
    snapshots.restore(context.database, copy, aside)
    return Restored(aside, tuple((table.table, table.now, table.then) for table in differences if table.now != table.then))
