"""Whose score somebody set by hand."""

from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


def scored_by_hand(connection: Connection) -> list[RecordId]:
    """The living prospects whose score somebody set."""
    found = sql.rows(connection, "SELECT lid FROM prospects WHERE deleted = 0 AND score_by_hand = 1 ORDER BY lid")
    return [RecordId(row[0]) for row in found]
