"""Memory that a window need not keep."""

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.heap import give_back


def let_pages_go(database: Database) -> None:
    """What the writer keeps decrypted goes back to the system: for whoever wrote much, and is done. The next save reads what it needs."""
    with database.alone() as connection:
        sql.run(connection, "PRAGMA shrink_memory")
    give_back()
