"""Opening a workspace's database, brought to today's shape."""

from pathlib import Path

from journeydesk.storage.engine.database import Database, connect
from journeydesk.storage.schema.head import is_current


def open_database(folder: Path, key: bytes | None = None, *, shared: bool = True) -> Database:
    """Opens or makes the database in `folder`, upgrading an older one. `key` is as for `connector`; `shared` is False for whoever
    has the workspace alone.

    Raises WorkspaceInUse, DatabaseUnreadable, DatabaseGone, DatabaseNewer, and WorldError where the folder cannot be used.
    """
    database = connect(folder, key, shared=shared)
    try:
        if not is_current(database):
            from journeydesk.storage.schema.upgrade import bring_up_to_date

            bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return database
