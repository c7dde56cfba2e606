"""Moves and cards that are put in order by a process that is killed again and again: each of them stands in its order in the end."""

import signal
import subprocess
import sys
from pathlib import Path
from random import Random

from journeydesk.domain.journeys.fold import Move, Standing
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.lists.board import write_standings
from journeydesk.storage.lists.ordering import leave_for_later, put_in_order, unordered
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.storage.upkeep import integrity
from tests.workspaces import KEY

_AUTHOR = Author("Amaia Etxarri", "2026-05-20T08:00:00.000Z", "user")
_KILLS = 8
_VICTIM = """
import sys
from pathlib import Path
from journeydesk.storage.lists import ordering
from journeydesk.storage.opening import open_database
from tests.workspaces import KEY
ordering.TOGETHER = 20
ordering._ROWS_FIRST = ordering._ROWS_LEAST = ordering._ROWS_MOST = 3
for _ in ordering.put_in_order(open_database(Path(sys.argv[1]), KEY)):
    print("step", flush=True)
"""


def _standing(random: Random) -> Standing:
    moves = tuple(
        Move(
            journey, 0, random.randint(1, 4), f"2026-05-{random.randint(1, 19):02d}T08:00:00.000Z", "points", "website", "EVT-1"
        )
        for journey in ("Engagement", "Deal")
    )
    return Standing({move.journey: move for move in moves}, moves, 0, None, (), ())


def _prepare(database: Database, random: Random) -> None:
    with database.write() as connection:
        for number in range(90):
            record = records.insert(connection, "prospects", {"key": f"BETA-{number}", "estimated_revenue": number}, _AUTHOR)
            leave_for_later(connection, [record])
            write_standings(connection, [(record, _standing(random), {})], "Engagement")


def _killed_at(folder: Path, step: int) -> None:
    """Runs until so many steps were told."""
    process = subprocess.Popen(
        [sys.executable, "-c", _VICTIM, str(folder)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert process.stdout is not None
    for _ in range(step):
        assert process.stdout.readline() == b"step\n"
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)


def test_no_move_or_card_is_lost_to_a_kill(tmp_path: Path) -> None:
    random = Random(20261130)
    database = open_database(tmp_path, KEY)
    _prepare(database, random)
    left = [90]
    for _ in range(_KILLS):
        _killed_at(tmp_path, random.randint(1, 40))
        with database.write() as connection:
            left.append(unordered(connection))
            record = random.randint(1, 90)
            sql.run(
                connection, "UPDATE prospects SET owner = ?, estimated_revenue = 7 WHERE lid = ?", (f"Rep {record}", record)
            )
        assert not integrity.examine(database, thorough=True).problems
    assert left[-1] > 0
    for _ in put_in_order(database):
        pass
    assert not integrity.examine(database, thorough=True).problems
    with database.read() as connection:
        assert unordered(connection) == 0
        assert sql.scalar(connection, "SELECT count(*) FROM moves_by_time") == 180
        assert sql.scalar(connection, "SELECT sum(count) FROM board_count") == 180
    database.close()
