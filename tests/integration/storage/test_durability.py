"""What was acknowledged is there after the process was killed, and a disk that refuses leaves nothing half done."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import islice

import pytest

from journeydesk.domain.errors import WorldError
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.upkeep import integrity
from tests.integration.storage.conftest import AUTHOR, KEY

_WRITER = """
import sys
from pathlib import Path
from journeydesk.storage.records import records
from journeydesk.storage.opening import open_database
from tests.integration.storage.conftest import AUTHOR, KEY
database = open_database(Path(sys.argv[1]), KEY)
number = 0
while True:
    with database.write() as connection:
        values = {"key": f"I{number}", "prospect": 1, "type": "Call", "date": AUTHOR.at, "summary": "asked for references"}
        records.insert(connection, "interactions", values, AUTHOR)
    print(number, flush=True)
    number += 1
"""


def test_nothing_acknowledged_is_lost_by_a_kill(fresh: Callable[[], Database]) -> None:
    database = fresh()
    with database.write() as connection:
        records.insert(connection, "prospects", {"key": "BETA-1"}, AUTHOR)
    database.close()
    writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(database.folder)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    with writer.stdout as said:
        acknowledged = [int(line) for line in islice(said, 25)]
        os.kill(writer.pid, signal.SIGKILL)
        acknowledged += [int(line) for line in said if line.endswith("\n")]
    writer.wait()
    again = open_database(database.folder, KEY)
    with again.read() as connection:
        stored = sql.scalar(connection, "SELECT count(*) FROM interactions")
    # The last one may have been written but not yet told.
    assert stored - len(acknowledged) in (0, 1)
    assert integrity.examine(again, thorough=True).problems == ()
    again.close()


def test_a_full_disk_refuses_with_a_sentence_and_keeps_what_was(database: Database) -> None:
    with database.write() as connection:
        record = records.insert(connection, "prospects", {"key": "BETA-1", "company": "Mbali"}, AUTHOR)
        pages = sql.scalar(connection, "PRAGMA page_count")
        sql.run(connection, f"PRAGMA max_page_count = {pages}")
    with pytest.raises(WorldError, match="is full"), database.write() as connection:
        records.update(connection, "prospects", record, {"company": "Tarn", "notes": "x" * 90_000}, AUTHOR)
    with database.read() as connection:
        row = records.get(connection, "prospects", record)
        assert row is not None
        assert row["company"] == "Mbali"
    with database.write() as connection:
        sql.run(connection, "PRAGMA max_page_count = 100000")
        assert records.update(connection, "prospects", record, {"company": "Tarn"}, AUTHOR)
    assert integrity.examine(database, thorough=True).problems == ()


def test_a_database_that_another_program_holds_is_told_as_a_sentence(fresh: Callable[[], Database]) -> None:
    database = fresh()
    other = open_database(database.folder, KEY)
    other.patience = 0
    with database.write(), pytest.raises(WorldError, match="Another program"), other.write():
        pass
    with other.write() as connection:
        records.insert(connection, "prospects", {"key": "BETA-1"}, AUTHOR)
    other.close()
    with database.read() as connection:
        assert sql.scalar(connection, "SELECT count(*) FROM prospects") == 1
