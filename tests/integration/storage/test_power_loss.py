"""Row 35 of docs/sync.md, "Fault matrix": the power goes, and every write that was not synced may be lost or torn."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.upkeep import integrity
from tests.faults.disk import Plates, calls, on_that_disk, shim
from tests.integration.storage.conftest import AUTHOR, KEY

_VICTIM = """
import os, sys
from pathlib import Path
from journeydesk.storage.engine import sql
from journeydesk.storage.records import records
from journeydesk.storage.opening import open_database
from tests.integration.storage.conftest import AUTHOR, KEY
folder, count, beside = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "True"
database = open_database(folder, KEY)
with database.write(counted=False) as connection:
    sql.run(connection, "PRAGMA wal_autocheckpoint = 25")
told = os.open(folder / "told", os.O_CREAT | os.O_WRONLY)
for number in range(count):
    with database.write(beside=beside) as connection:
        values = {"key": f"I{number}", "prospect": 1, "type": "Call", "date": AUTHOR.at, "summary": "asked for references"}
        records.insert(connection, "interactions", values, AUTHOR)
    database.log_keeper.wait()
    os.write(told, b"x")
database.close()
"""


def _assert_losses_lose_nothing(
    fresh: Callable[[], Database], tmp_path: Path, saves: int, losses: int, beside: bool = False
) -> None:
    database = fresh()
    with database.write() as connection:
        records.insert(connection, "prospects", {"key": "BETA-1"}, AUTHOR)
    database.close()
    folder, log = database.folder, tmp_path / "calls"
    before = {folder / FILE_NAME: (folder / FILE_NAME).read_bytes()}
    subprocess.run(
        [sys.executable, "-c", _VICTIM, str(folder), str(saves), str(beside)],
        env=on_that_disk(shim(tmp_path), folder, log=log),
        check=True,
        timeout=300,
    )
    made = calls(log)
    told_at = [number for number, call in enumerate(made) if call.path.name == "told"]
    assert len(told_at) == saves
    random = Random(saves)
    moments = sorted(random.choices(range(len(made) + 1), k=losses))
    plates, taken = Plates(before), 0
    for moment in moments:
        for call in made[taken:moment]:
            if call.path.name != "told":
                plates.take(call)
        taken = moment
        acknowledged = sum(1 for at in told_at if at < moment)
        _assert_acknowledged_stands(tmp_path / "after", dict(plates.after_power_loss(random)), acknowledged)


def _assert_acknowledged_stands(folder: Path, files: dict[Path, bytes], acknowledged: int) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path, content in files.items():
        if not path.name.endswith("-shm"):
            (folder / path.name).write_bytes(content)
    again = open_database(folder, KEY)
    try:
        with again.read() as connection:
            keys = sql.scalars(connection, "SELECT key FROM interactions ORDER BY lid")
        # One save may be on disk whose acknowledgement was still on its way.
        assert keys[:acknowledged] == [f"I{number}" for number in range(acknowledged)]
        assert len(keys) - acknowledged in (0, 1)
        assert integrity.examine(again, thorough=True).problems == ()
    finally:
        again.close()


@pytest.mark.fault(35)
def test_what_was_acknowledged_is_there_when_the_power_comes_back(fresh: Callable[[], Database], tmp_path: Path) -> None:
    _assert_losses_lose_nothing(fresh, tmp_path, saves=60, losses=40)


@pytest.mark.fault(35)
def test_what_was_brought_to_disk_beside_is_there_as_well(fresh: Callable[[], Database], tmp_path: Path) -> None:
    _assert_losses_lose_nothing(fresh, tmp_path, saves=60, losses=40, beside=True)


@pytest.mark.soak
def test_a_thousand_losses_of_power_lose_nothing_acknowledged(fresh: Callable[[], Database], tmp_path: Path) -> None:
    _assert_losses_lose_nothing(fresh, tmp_path, saves=400, losses=1000)
