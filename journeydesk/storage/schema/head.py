"""The shape of the database that this program works with. A start reads no more of the schema than this."""

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database

HEAD = 33
"""The number of the last step in `migrations/`; also kept in `PRAGMA user_version`, so that a start need not load Alembic."""


def is_current(database: Database) -> bool:
    """Whether it is of this shape and not empty."""
    with database.read() as connection:
        shape = int(sql.scalar(connection, "PRAGMA user_version"))
        return shape == HEAD and int(sql.scalar(connection, "SELECT count(*) FROM sqlite_master")) > 0
