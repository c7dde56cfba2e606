"""When prospects began their journeys and how long they stayed, worked out over rows that a test wrote by hand."""

import json
from collections.abc import Iterable

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

_OF_THE_SAME = "b.prospect = stage_history.prospect AND b.journey = stage_history.journey"
_WRITE = (
    f"UPDATE stage_history SET began = (SELECT min(b.at) FROM stage_history b WHERE {_OF_THE_SAME} AND b.from_stage = 0), "
    "hours = (SELECT CAST(round((julianday(stage_history.at) - julianday(max(b.at))) * 24) AS INTEGER) "
    f"FROM stage_history b WHERE {_OF_THE_SAME} AND b.to_stage = stage_history.from_stage AND b.at <= stage_history.at "
    "AND b.id <> stage_history.id AND stage_history.from_stage > 0) WHERE prospect IN (SELECT value FROM json_each(?))"
)


def write_courses(connection: Connection, prospects: Iterable[int]) -> None:
    """Completes the moves of these prospects."""
    sql.run(connection, _WRITE, (json.dumps(list(prospects)),))
