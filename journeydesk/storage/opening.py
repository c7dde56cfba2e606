"""Opening a workspace's database, brought to today's shape."""

from pathlib import Path

from journeydesk.storage.engine.database import Database, connect
from journeydesk.storage.schema.upgrade import bring_up_to_date


def open_database(folder: Path, key: bytes | None = None) -> Database:
    """Opens or makes the database in `folder`, upgrading an older one. `key` is 32 bytes, or None for no encryption.

    Raises DatabaseUnreadable, DatabaseGone, DatabaseNewer, and WorldError where the folder cannot be used.
    """
    database = connect(folder, key)
    try:
        bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return database
