"""Putting a damaged workspace right: the newest sound copy, with everything that was not sent yet written onto it again."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.time import moment_text
from journeydesk.domain.words import tr
from journeydesk.remote.opening import REMOTE_NAME
from journeydesk.services.sync.session import alone
from journeydesk.storage.engine.files import copy_file
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.engine.presence import alone_in
from journeydesk.storage.opening import open_database
from journeydesk.storage.records.records import Author
from journeydesk.storage.upkeep.integrity import damage_of, rebuild_derived
from journeydesk.storage.upkeep.restoring import newest_sound
from journeydesk.storage.upkeep.salvage import salvage, write_unsent
from journeydesk.storage.upkeep.snapshots import free_name, put_back


@dataclass(frozen=True, slots=True)
class Repair:
    """What was done: the copy that stands now (None where none was needed), where the damaged file is kept, and how many
    records that waited were written again or could not be read."""

    copy: Path | None
    aside: Path | None
    rewritten: int
    unreadable: int

    def words(self) -> str:
        """For a person."""
        if self.copy is None:
            return tr("The database is sound. The search indexes and the board's counts were made anew.")
        text = tr(
            "The copy {name} was restored. Changes that waited to be sent and were written again: {rewritten}.",
            name=self.copy.name,
            rewritten=self.rewritten,
        )
        if self.unreadable:
            text += tr(" Changes that could not be read any more: {unreadable}.", unreadable=self.unreadable)
        if self.aside is not None:
            text += tr(" The damaged file is kept as {aside}.", aside=self.aside)
        return tr("{text} The next sync brings what is newer in {remote_name}.", text=text, remote_name=REMOTE_NAME)


def is_empty(folder: Path) -> bool:
    """Whether there is no workspace to repair: no database, and no copy of one."""
    return not (folder / FILE_NAME).exists() and not _copies(folder)


def repair(folder: Path, key: bytes | None, now: datetime, actor: str) -> Repair:
    """Makes the workspace in `folder` sound again. Nothing is thrown away: a damaged file is kept beside it.

    Raises SyncBusy where another Journeydesk syncs it, WorkspaceInUse where one has it open, and UserError where no copy of it
    is sound: then nothing was changed.
    """
    path = folder / FILE_NAME
    with alone(folder), alone_in(folder):
        if path.exists() and not damage_of(path, key):
            with closing(open_database(folder, key, shared=False)) as database:
                rebuild_derived(database)
            return Repair(None, None, 0, 0)
        # Chosen before anything is touched: where there is no copy, the damaged file is all there is.
        with newest_sound(folder, key, _copies(folder)) as sound:
            if sound is None:
                raise UserError(
                    tr(
                        "{path} is damaged or locked with another key, and no copy in {folder} can be read with this "
                        "key. Nothing was changed. Enter the right key, or move the file away and set the workspace "
                        "up again: the first sync brings everything that was sent.",
                        path=path,
                        folder=folder / "backups",
                    )
                )
            copy, records = sound
            salvaged = salvage(path, key)
            aside = _keep_aside(path, now)
            put_back(records, path)
        with closing(open_database(folder, key, shared=False)) as database:
            with database.write() as connection:
                rewritten = write_unsent(connection, salvaged.unsent, Author(actor, moment_text(now), "restore"))
            rebuild_derived(database)
    return Repair(copy, aside, rewritten, salvaged.unreadable)


def _copies(folder: Path) -> list[Path]:
    return sorted((folder / "backups").glob("*.db"), key=lambda copy: copy.stat().st_mtime, reverse=True)


def _keep_aside(path: Path, now: datetime) -> Path | None:
    aside = free_name(path.parent / "backups", f"damaged-{now:%Y%m%dT%H%M%S}", ".database")
    for ending in ("", "-wal"):
        file = path.with_name(path.name + ending)
        if file.exists():
            copy_file(file, aside.with_name(aside.name + ending))
    return aside if path.exists() else None
