"""What a person feels while the copy of the day is made beside the window."""

import shutil
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.storage.upkeep.snapshots import daily_snapshot
from tests.benchmarks.table import Figure, percentile, spread
from tests.benchmarks.workspaces import Workspaces
from tests.workspaces import KEY

_AUTHOR = Author("Amaia", "2026-05-19T09:00:00.000Z")
_ALONE_SECONDS = 3.0
_BETWEEN_SECONDS = 0.02


def copy_figures(workspaces: Workspaces) -> list[Figure]:
    """How long a save takes while the daily copy of the large workspace is made, beside the same without a copy."""
    folder = workspaces.run_folder("big")
    with TemporaryDirectory(dir=folder.parent) as place:
        shutil.copyfile(folder / FILE_NAME, Path(place, FILE_NAME))
        database = open_database(Path(place), KEY)
        _save(database, 0)
        until = time.perf_counter() + _ALONE_SECONDS
        alone = _saves(database, lambda: time.perf_counter() < until)
        copying = threading.Thread(target=daily_snapshot, args=(database, date(2026, 5, 19)))
        copying.start()
        beside = _saves(database, copying.is_alive)
        database.close()
    return [Figure("a save beside the daily copy, p95", percentile(beside, 0.95), "ms", 20, f"alone: {spread(alone)}")]


def _saves(database: Database, going_on: Callable[[], bool]) -> list[float]:
    samples: list[float] = []
    while going_on():
        samples.append(_save(database, len(samples)))
        time.sleep(_BETWEEN_SECONDS)
    return samples


def _save(database: Database, number: int) -> float:
    began = time.perf_counter()
    with database.write() as connection:
        records.insert(connection, "tasks", {"key": f"TSK-{began}-{number}", "title": "Call"}, _AUTHOR)
    return (time.perf_counter() - began) * 1000
