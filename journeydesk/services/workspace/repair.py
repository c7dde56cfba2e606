"""Putting a damaged workspace right: the newest sound copy, with everything that was not sent yet written onto it again."""

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.time import moment_text
from journeydesk.services.sync.session import alone
from journeydesk.storage.engine.database import FILE_NAME, damages, look_into
from journeydesk.storage.opening import open_database
from journeydesk.storage.records.records import Author
from journeydesk.storage.upkeep import integrity
from journeydesk.storage.upkeep.salvage import Salvaged, unsent_of, write_unsent
from journeydesk.storage.upkeep.snapshots import copy_file, put_back


@dataclass(frozen=True, slots=True)
class Mended:
    """What was done: the copy that stands now (None where none was needed), where the damaged file is kept, and how many
    records that waited were written again or could not be read."""

    copy: Path | None
    aside: Path | None
    rewritten: int
    unreadable: int

    def words(self) -> str:
        """For a person."""
        if self.copy is None:
            return "The database is sound. The search indexes and the board's counts were made anew."
        text = (
            f"The copy {self.copy.name} was restored. Changes that waited to be sent and were written again: {self.rewritten}."
        )
        if self.unreadable:
            text += f" Changes that could not be read any more: {self.unreadable}."
        if self.aside is not None:
            text += f" The damaged file is kept as {self.aside}."
        return f"{text} The next sync brings what is newer in Airtable."


def nothing_there(folder: Path) -> bool:
    """Whether there is no workspace to mend: no database, and no copy of one."""
    return not (folder / FILE_NAME).exists() and not _copies(folder)


def mend(folder: Path, key: bytes | None, now: datetime, actor: str) -> Mended:
    """Makes the workspace in `folder` sound again. Nothing is thrown away: a damaged file is kept beside it.

    Raises SyncBusy where another Journeydesk syncs it, and UserError where no copy of it is sound: then nothing was changed.
    """
    path = folder / FILE_NAME
    with alone(folder):
        if path.exists() and not _damage(path, key):
            with closing(open_database(folder, key)) as database:
                integrity.mend(database)
            return Mended(None, None, 0, 0)
        # Chosen before anything is touched: where there is no copy, the damaged file is all there is.
        copy = next((found for found in _copies(folder) if not _damage(found, key)), None)
        if copy is None:
            raise UserError(
                f"{path} is damaged or locked with another key, and no copy in {folder / 'backups'} can be read with this key. "
                "Nothing was changed. Enter the right key, or move the file away and set the workspace up again: "
                "the first sync brings everything that was sent."
            )
        salvaged = _salvage(path, key)
        aside = _keep_aside(path, now)
        put_back(copy, path)
        with closing(open_database(folder, key)) as database:
            with database.write() as connection:
                rewritten = write_unsent(connection, salvaged.unsent, Author(actor, moment_text(now), "restore"))
            integrity.mend(database)
    return Mended(copy, aside, rewritten, salvaged.unreadable)


def _copies(folder: Path) -> list[Path]:
    return sorted((folder / "backups").glob("*.db"), key=lambda copy: copy.stat().st_mtime, reverse=True)


def _damage(path: Path, key: bytes | None) -> str:
    """What is wrong with a database file; empty where nothing is."""
    faults: tuple[type[Exception], ...] = (WorldError, *damages())
    try:
        with closing(look_into(path, key)) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
    except faults as problem:
        return str(problem) or "unreadable"
    return "" if found == "ok" and version else str(found)


def _salvage(path: Path, key: bytes | None) -> Salvaged:
    if not path.exists():
        return Salvaged((), 0)
    try:
        connection: Any = look_into(path, key)
    except WorldError:
        return Salvaged((), 0)
    with closing(connection):
        return unsent_of(connection, damages())


def _keep_aside(path: Path, now: datetime) -> Path | None:
    name = f"damaged-{now:%Y%m%dT%H%M%S}.database"
    for ending in ("", "-wal"):
        file = path.with_name(path.name + ending)
        if file.exists():
            copy_file(file, path.parent / "backups" / (name + ending))
    return path.parent / "backups" / name if path.exists() else None
