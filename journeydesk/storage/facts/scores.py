"""What this machine knows of scores and risk: what the rules gave, whose score somebody set, who may leave."""

from collections.abc import Sequence

from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


def write_scoring(connection: Connection, scorings: Sequence[tuple[int, int, RecordId]]) -> None:
    """What the rules gave, and whether the score that stands is by hand (1 or 0): this machine's own knowledge, without history."""
    sql.run_many(connection, "UPDATE prospects SET score_by_rule = ?, score_by_hand = ? WHERE lid = ?", scorings)


def write_risk(connection: Connection, risks: Sequence[tuple[int, RecordId]]) -> None:
    """Who is at risk of leaving, 1 or 0: what the list shows and filters by."""
    sql.run_many(connection, "UPDATE prospects SET at_risk = ? WHERE lid = ?", risks)


def scored_by_hand(connection: Connection) -> list[RecordId]:
    """The living prospects whose score somebody set."""
    rows = sql.rows(connection, "SELECT lid FROM prospects WHERE deleted = 0 AND score_by_hand = 1 ORDER BY lid")
    return [RecordId(row[0]) for row in rows]
