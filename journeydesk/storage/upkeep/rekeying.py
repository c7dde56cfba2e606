"""Encrypting a workspace's database with another key."""

from pathlib import Path
from secrets import token_hex

from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.driver import connector
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.engine.presence import alone_in
from journeydesk.storage.upkeep.snapshots import copy_database, put_back


def rekey(folder: Path, old: bytes, new: bytes) -> None:
    """Replaces the database by a copy that `new` opens; its copies keep the key that they were made with.

    Raises WorkspaceInUse where somebody has it open, WorldError for the disk; the database is then as it was.
    """
    path = folder / FILE_NAME
    part = folder / f".rekeyed-{token_hex(6)}.db"
    with alone_in(folder):
        database = Database(folder, connector(path, old), encrypted=True, shared=False, key=old)
        try:
            copy_database(database, part, new)
            database.close()
            with database.in_words():
                put_back(part, path)
        finally:
            database.close()
            part.unlink(missing_ok=True)
