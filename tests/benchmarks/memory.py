"""Resident memory after a morning's work: every place was opened, all that runs by itself has begun, and a sync ran."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_text
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync.meta import set_meta
from tests.benchmarks.big_database import KEY
from tests.benchmarks.desk_session import EMPTY, Start, home_of, started
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
    with home_of(workspaces.run_folder("memory"), workspaces.run_folder("big")) as home, _teams() as syncing:
        starts = [Start(EMPTY), Start(home, ("tour",))] * _RUNS + syncing
        resident = [one[1] for one in started(starts)]
    empty, tours, synced = resident[: 2 * _RUNS : 2], resident[1 : 2 * _RUNS : 2], resident[2 * _RUNS :]
    return [
        memory_ratio("resident memory after every place ÷ the empty window's", tours, empty, 2.6),
        memory_ratio("the same after every place and a sync of a team of 12,480", synced, empty, 2.6),
    ]


@contextmanager
def _teams() -> Iterator[list[Start]]:
    """Starts on copies of one team's workspace, each with edits of its own to send, while the service that they are sent to runs."""
    with TemporaryDirectory() as folder, stand_in(_PROSPECTS, limited=False) as addresses:
        team = Path(folder) / "team"
        machine = Machine(team, addresses, limited=False)
        machine.sync()
        known = machine.known()
        machine.database.close()
        environment = {
            "JOURNEYDESK_AIRTABLE_URL": addresses["airtable_url"],
            "JOURNEYDESK_AIRTABLE_TOKEN": addresses["token"],
            "JOURNEYDESK_AIRTABLE_BASE": addresses["base_id"],
        }
        starts = []
        for run in range(_RUNS):
            home = Path(folder) / f"run-{run}"
            shutil.copytree(team, home / "workspace")
            _edit(home / "workspace", known[run * _EDITED : (run + 1) * _EDITED])
            starts.append(Start(str(home), ("tour", "sync"), environment=environment))
        yield starts


def _edit(folder: Path, prospects: list[RecordId]) -> None:
    database = open_database(folder, KEY)
    with database.write() as connection:
        edits = {record: {"job_title": f"Buyer {record}"} for record in prospects}
        records.update_many(connection, "prospects", edits, Author("Amaia Etxarri", moment_text(datetime.now(UTC))))
        set_meta(connection, "calls_per_second", "0")
    database.close()
