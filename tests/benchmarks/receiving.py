"""Events in: how many a second are on disk when they are answered, and what a save in the window pays for it."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from journeydesk.services.workspace.opening import window_place
from journeydesk.storage.engine.database import Database
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from tests.benchmarks.slow_disk import SYNC_MICROSECONDS, slow_disk
from tests.benchmarks.table import Figure, percentile, spread
from tests.benchmarks.workspaces import Workspaces
from tests.integration.receiver.process import running_receiver
from tests.workspaces import KEY

_SECONDS = 8.0
_BETWEEN_SECONDS = 0.02
_AUTHOR = Author("Amaia", "2026-05-19T09:00:00.000Z")


def receiving_figures(_workspaces: Workspaces) -> list[Figure]:
    """32 senders, one sender here and on a slower disk, and saves beside 32."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        database = open_database(folder / "workspace", KEY)
        place_of_window = window_place(folder / "workspace")
        place_of_window.take()
        with running_receiver(folder / "workspace") as receiver:
            _send(receiver.port, 1.0, 4)
            many = _send(receiver.port, _SECONDS, 32)
            disk = _syncs_a_second(folder)
            one = _send(receiver.port, _SECONDS / 2, 1)
            disk = (disk + _syncs_a_second(folder)) / 2
            beside = _beside(receiver.port, database)
        slowly = _on_a_slow_disk(folder)
        place_of_window.let_go()
        database.close()
    rate, alone = len(many["took"]) / many["seconds"], len(one["took"]) / one["seconds"]
    refused = f"{many['refused'] + one['refused']} refused"
    milliseconds = [seconds * 1000 for seconds in many["took"]]
    return [
        Figure("events a second from 32 senders", rate, "/s", 1_500, refused, at_least=True),
        Figure("their answers, p99", percentile(milliseconds, 0.99), "ms", 80, spread(milliseconds)),
        Figure("one sender, of the disk's syncs", alone / disk * 100, "%", 90, f"{alone:.0f} of {disk:.0f}/s", at_least=True),
        *slowly,
        Figure("a save beside 32 senders, p95", percentile(beside, 0.95), "ms", 15, spread(beside)),
        Figure("a save beside 32 senders, p99", percentile(beside, 0.99), "ms", 25, spread(beside)),
    ]


def _on_a_slow_disk(folder: Path) -> list[Figure]:
    """One sender where a sync takes 5 ms, on a workspace of its own; nothing without a C compiler."""
    surroundings = slow_disk(folder)
    if surroundings is None:
        print("One sender on a slow disk: left out, for there is no C compiler that builds the disk.", flush=True)
        return []
    syncs = "from pathlib import Path; from tests.benchmarks.receiving import _syncs_a_second as ask; print(ask(Path({!r})))"
    command = [sys.executable, "-c", syncs.format(str(folder))]
    root, workspace = Path(__file__).parents[2], folder / "slowly"
    open_database(workspace, KEY).close()
    disk = float(subprocess.check_output(command, env=surroundings, cwd=root, text=True))
    with running_receiver(workspace, surroundings) as receiver:
        _send(receiver.port, 0.5, 1)
        one = _send(receiver.port, _SECONDS / 2, 1)
        disk = (disk + float(subprocess.check_output(command, env=surroundings, cwd=root, text=True))) / 2
    alone = len(one["took"]) / one["seconds"]
    name = f"one sender, of a disk that syncs in {SYNC_MICROSECONDS // 1_000} ms"
    return [Figure(name, alone / disk * 100, "%", 90, f"{alone:.0f} of {disk:.0f}/s", at_least=True)]


def _start(port: int, seconds: float, connections: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.benchmarks.sender", str(port), str(seconds), str(connections)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


def _send(port: int, seconds: float, connections: int) -> dict[str, Any]:
    out, _ = _start(port, seconds, connections).communicate()
    facts: dict[str, Any] = json.loads(out)
    return facts


def _beside(port: int, database: Database) -> list[float]:
    database.hurry()
    samples: list[float] = []
    sending = _start(port, _SECONDS, 32)
    time.sleep(0.5)
    until = time.perf_counter() + _SECONDS - 1.0
    while time.perf_counter() < until:
        samples.append(_save(database, len(samples)))
        time.sleep(_BETWEEN_SECONDS)
    sending.communicate()
    return samples


def _save(database: Database, number: int) -> float:
    began = time.perf_counter()
    with database.write() as connection:
        records.insert(connection, "tasks", {"key": f"TSK-{began}-{number}", "title": "Call"}, _AUTHOR)
    return (time.perf_counter() - began) * 1000


def _syncs_a_second(folder: Path) -> float:
    """How often the disk takes 4 KiB for good in a second."""
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        began, count = time.perf_counter(), 0
        while time.perf_counter() - began < 1.0:
            file.write(b"\0" * 4_096)
            file.flush()
            os.fsync(file.fileno())
            count += 1
        return count / (time.perf_counter() - began)
