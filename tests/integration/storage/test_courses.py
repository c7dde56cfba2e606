"""What stands with each move is found among the prospect's own moves, however many there are in the journey."""

import json
from pathlib import Path

from journeydesk.storage.engine import sql
from journeydesk.storage.lists import courses
from tests.workspaces import workspace


def test_a_new_workspace_looks_through_the_moves_of_one_prospect(tmp_path: Path) -> None:
    with workspace(tmp_path / "w") as context, context.database.read() as connection:
        plan = [row[3] for row in sql.rows(connection, f"EXPLAIN QUERY PLAN {courses._WRITE}", (json.dumps([1]),))]
    looked = [step for step in plan if step.startswith(("SEARCH b", "SCAN b"))]
    assert len(looked) == 2
    assert all("(prospect=?" in step for step in looked)
