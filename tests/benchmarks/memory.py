"""Resident memory after a morning's work: every place was opened, and a sync ran."""

import json
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_text
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from tests.benchmarks.big_database import KEY
from tests.benchmarks.process import report_of
from tests.benchmarks.start import memory_ratio
from tests.benchmarks.sync import Machine, stand_in
from tests.benchmarks.table import Figure
from tests.benchmarks.workspaces import Workspaces

_RUNS = 3
_PROSPECTS = 12_480
_EDITED = 1_000


def memory_figures(workspaces: Workspaces) -> list[Figure]:
    """The large workspace after a tour of the places; that of a team of 12,480 after the same and a sync of 1,000 edits, with
    everybody evaluated the first time."""
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}
    empty = [report_of("tests.benchmarks.empty_window", environment)[1] for _ in range(_RUNS)]
    folder = str(workspaces.run_folder("big"))
    tours = [report_of("tests.benchmarks.start_window", environment, folder, KEY.hex(), "tour")[1] for _ in range(_RUNS)]
    synced = list(after_syncs(environment, _PROSPECTS, _EDITED))
    return [
        memory_ratio("resident memory after every place ÷ the empty window's", tours, empty, 2.6),
        memory_ratio("the same after every place and a sync of a team of 12,480", synced, empty, 2.6),
    ]


def after_syncs(environment: dict[str, str], prospects: int, edited: int) -> Iterator[int]:
    """Resident KiB of windows on copies of one team's workspace, each with edits of its own to send."""
    with TemporaryDirectory() as folder, stand_in(prospects, limited=False) as addresses:
        team = Path(folder) / "team"
        machine = Machine(team, addresses, limited=False)
        machine.sync()
        known = machine.known()
        machine.database.close()
        for run in range(_RUNS):
            copy = Path(folder) / f"run-{run}"
            shutil.copytree(team, copy)
            _edit(copy, known[run * edited : (run + 1) * edited])
            arguments = (str(copy), KEY.hex(), "tour", json.dumps(addresses))
            yield report_of("tests.benchmarks.start_window", environment, *arguments)[1]


def _edit(folder: Path, prospects: list[RecordId]) -> None:
    database = open_database(folder, KEY)
    with database.write() as connection:
        edits = {record: {"job_title": f"Buyer {record}"} for record in prospects}
        records.update_many(connection, "prospects", edits, Author("Amaia Etxarri", moment_text(datetime.now(UTC))))
    database.close()
