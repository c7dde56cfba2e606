"""Whose score somebody set by hand."""

from sqlalchemy import Connection

from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine.driver_sql import rows


def scored_by_hand(connection: Connection) -> list[RecordId]:
    """The living prospects whose score somebody set."""
    found = rows(connection, "SELECT lid FROM prospects WHERE deleted = 0 AND score_by_hand = 1 ORDER BY lid")
    return [RecordId(row[0]) for row in found]
