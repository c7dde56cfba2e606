"""Many rows in one transaction: what reports read is stamped once for all of them."""

from collections.abc import Iterator
from contextlib import contextmanager

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.schema.stamps import ALL_ANEW, HOLD, RELEASE


@contextmanager
def stamped_at_the_end(connection: Connection) -> Iterator[None]:
    """Within, no row is stamped by itself; at the end of the block, in the same transaction, everything is. For thousands of rows: it
    has every report read anew."""
    sql.run(connection, HOLD)
    try:
        yield
    finally:
        for statement in (RELEASE, *ALL_ANEW):
            sql.run(connection, statement)
