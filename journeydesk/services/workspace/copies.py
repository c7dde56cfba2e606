"""Copies of the workspace: one a day, one where a person wants it, and putting one back."""

from collections.abc import Sequence
from pathlib import Path

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.storage.engine.files import refuse_ours
from journeydesk.storage.upkeep import restoring, snapshots


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: where the state before it is kept, and each table whose count changed, as (name, before, now)."""

    aside: Path
    tables: tuple[tuple[str, int, int], ...]

    def words(self, copy: Path) -> str:
        """What a person is told of a restore of this copy."""
        changed = [
            tr("{table}: {before} records before, {now} now.", table=table, before=figure(before), now=figure(now))
            for table, before, now in self.tables
        ]
        kept = tr("Restored {name}. What stood before is kept as {aside}.", name=copy.name, aside=self.aside.name)
        return "\n".join([kept, *changed])


def has_daily_copy(context: Context) -> bool:
    """Whether today's copy was made."""
    return snapshots.daily_path(context.database, context.today()).exists()


def take_daily_copy(context: Context) -> None:
    """Today's copy, unless there is one; the oldest go. Raises WorldError."""
    snapshots.daily_snapshot(context.database, context.today())


def back_up(context: Context, target: Path) -> Path:
    """Copies the database to a file, encrypted with the same key. Raises WorldError, UserError for one of our own files."""
    if target.resolve().parent != (context.database.folder / "backups").resolve():
        refuse_ours(target, context.database.folder)
    return snapshots.copy_database(context.database, target)


def restore(context: Context, copy: Path, keys: Sequence[bytes | None] = ()) -> Restored:
    """Puts the records of a copy in the place of today's; those are copied aside, so that they can be restored in turn.

    `keys` may open the copy where the workspace's own does not. Raises WorkspaceInUse where a window or another command has the
    workspace open, UserError for a file that is no copy of it, WorldError for the disk.
    """
    done = restoring.restore(context.database, copy, keys, f"before-restore-{context.clock():%Y%m%dT%H%M%S}")
    return Restored(
        done.aside, tuple((table.table, table.before, table.now) for table in done.differences if table.before != table.now)
    )
