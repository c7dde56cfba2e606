"""What sync costs: calls against the fewest possible, time against the limit's, and what the window feels of it.

The stand-in runs in a process of its own and keeps Airtable's limit of 5 requests a second where time is measured.
"""

import json
import math
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from journeydesk.config import Connections
from journeydesk.domain.ids import RecordId, new_key
from journeydesk.domain.time import moment_text
from journeydesk.domain.values import Stored
from journeydesk.remote.airtable.limits import LIMITS
from journeydesk.remote.airtable.remote import AirtableRemote
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync.meta import set_meta
from journeydesk.storage.sync.remote_ids import all_remote_ids
from journeydesk.storage.sync.table_maps import table_maps
from journeydesk.sync.budget import Pace
from journeydesk.sync.engine import SyncOutcome, run_pass
from journeydesk.sync.setup import set_up
from tests.benchmarks.table import Figure, percentile
from tests.benchmarks.workspaces import Workspaces

PER_SECOND = 5
_PROSPECTS = 12_480
_MANY = 100_000
_FEED_READ = 50
"""How many batches one reading of the feed tells of (docs/services.md, "Airtable: webhooks")."""


@contextmanager
def stand_in(prospects: int, *, limited: bool) -> Iterator[dict[str, str]]:
    """The stand-ins in a process of their own, and where they are."""
    command = [sys.executable, "-m", "journeydesk.sandbox", "--json", "--with-parent", "--prospects", str(prospects)]
    process = subprocess.Popen(
        command + ([] if limited else ["--lift-limits"]), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.stdin.close()
        process.wait(30)


class Machine:
    """One workspace against one base."""

    def __init__(self, folder: Path, addresses: dict[str, str], *, limited: bool) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.database = open_database(folder, bytes(range(32)))
        self.control = addresses["control_url"]
        pace = Pace(PER_SECOND if limited else 0, time.monotonic, time.sleep)
        self.remote = AirtableRemote(addresses["airtable_url"], addresses["token"], addresses["base_id"], pace)
        set_up(self.database, self.remote, True, moment_text(datetime.now(UTC)))

    def sync(self) -> tuple[SyncOutcome, float]:
        """One pass and its seconds."""
        began = time.monotonic()
        outcome = run_pass(self.database, self.remote, clock=lambda: datetime.now(UTC), sleep=time.sleep)
        return outcome, time.monotonic() - began

    def known(self) -> list[RecordId]:
        """The prospects here."""
        with self.database.read() as connection:
            return [RecordId(row[0]) for row in sql.rows(connection, "SELECT lid FROM prospects ORDER BY lid")]

    def author(self) -> Author:
        """Somebody, now."""
        return Author("Amaia Etxarri", moment_text(datetime.now(UTC)))


def _figures(what: str, outcome: SyncOutcome, seconds: float, fewest: int) -> list[Figure]:
    least = fewest / PER_SECOND
    return [
        Figure(f"{what}: calls ÷ fewest", outcome.calls / fewest, "", 1.05, f"{outcome.calls} calls ÷ {fewest}"),
        Figure(f"{what}: time ÷ the limit's", seconds / least, "", 1.05, f"{seconds:.1f} s ÷ {least:.1f} s"),
    ]


def limit_figures() -> list[Figure]:
    """First pull, a thousand edits, five hundred logged calls and an idle pass, at the pace that Airtable allows."""
    with TemporaryDirectory() as folder, stand_in(_PROSPECTS, limited=True) as addresses:
        machine = Machine(Path(folder) / "w", addresses, limited=True)
        outcome, seconds = machine.sync()
        with machine.database.read() as connection:
            sizes = [len(all_remote_ids(connection, slug)) for slug in table_maps(connection)]
        fewest = sum(max(1, math.ceil(size / LIMITS.page)) for size in sizes) + 1
        found = _figures(f"first pull of {_PROSPECTS:,} prospects, {sum(sizes):,} records", outcome, seconds, fewest)
        prospects = machine.known()
        with machine.database.write() as connection:
            edits = {record: {"job_title": f"Buyer {record}"} for record in prospects[:1000]}
            records.update_many(connection, "prospects", edits, machine.author())
        found += _figures("push of 1,000 edits", *machine.sync(), 1 + 1000 // LIMITS.page + 1000 // LIMITS.batch)
        with machine.database.write() as connection:
            for number in range(500):
                values: dict[str, Stored] = {
                    "key": new_key(),
                    "prospect": prospects[number],
                    "type": "Call",
                    "summary": f"Call {number}",
                }
                records.insert(connection, "interactions", values, machine.author())
        # The feed first tells of the hundred batches before.
        reads = math.ceil(1000 / LIMITS.batch / _FEED_READ)
        found += _figures("push of 500 logged calls", *machine.sync(), reads + 500 // LIMITS.batch)
        outcome, seconds = machine.sync()
        found.append(Figure("idle pass", outcome.calls, "calls", 1, f"{seconds * 1000:.0f} ms"))
        machine.database.close()
        return found


def one_edit_figure() -> Figure:
    """One record edited by another person among a hundred thousand."""
    with TemporaryDirectory() as folder, stand_in(_MANY, limited=False) as addresses:
        machine = Machine(Path(folder) / "w", addresses, limited=False)
        machine.sync()
        with machine.database.read() as connection:
            table = table_maps(connection)["prospects"]
            remote = next(iter(all_remote_ids(connection, "prospects")))
        update = {"table": table.table_id, "update": [{"id": remote, "fields": {table.fields["phone"]: "news"}}]}
        httpx.post(f"{machine.control}/edits", json=update, timeout=60).raise_for_status()
        outcome, seconds = machine.sync()
        machine.database.close()
        note = f"{outcome.pulled} record pulled in {seconds * 1000:.0f} ms"
        return Figure(f"one remote edit among {_MANY:,}: calls ÷ fewest", outcome.calls / 2, "", 1.05, note)


def stall_figures(changed: int = 10_000) -> list[Figure]:
    """The window while so many records that another person changed come in: gaps between ticks of a 4 ms timer."""
    from journeydesk import config
    from journeydesk.app import build, make_application
    from journeydesk.remote.opening import RemoteAccess
    from journeydesk.running import start_background
    from journeydesk.services.sync.mapping.applying import apply_mapping, open_mapping
    from journeydesk.services.sync.session import SyncSession
    from journeydesk.services.workspace.opening import open_workspace
    from journeydesk.ui.program.garbage import Collector

    with TemporaryDirectory() as folder, stand_in(_PROSPECTS, limited=False) as addresses:
        home = Path(folder) / "w"
        access = RemoteAccess(addresses["airtable_url"], addresses["token"], addresses["base_id"])
        known = Connections(access.url, access.token, access.base, None, None, "Amaia Etxarri", None, 0.0)
        context, _ = open_workspace(home, bytes(range(32)), known)
        apply_mapping(context, access, open_mapping(context, access), create=True)
        with context.database.write() as connection:
            set_meta(connection, "calls_per_second", "0")
        SyncSession(context, known).run()
        with context.database.read() as connection:
            table = table_maps(connection)["prospects"]
            there = list(all_remote_ids(connection, "prospects"))[:changed]
        context.database.close()
        application = make_application()
        running = build(home, config.connections({"JOURNEYDESK_ACTOR": "Amaia Etxarri"}), bytes(range(32)), "light")
        running.window.show()
        for start in range(0, len(there), 50):
            update = [{"id": one, "fields": {table.fields["job_title"]: "Changed there"}} for one in there[start : start + 50]]
            httpx.post(f"{addresses['control_url']}/edits", json={"table": table.table_id, "update": update}, timeout=120)
        QTimer.singleShot(1500, application.quit)
        application.exec()
        collector = Collector(application)
        stop = start_background(running, known)
        gaps = _watch(application, running.context.database, len(there))
        stop()
        collector.stop()
        running.window.close()
        running.context.database.close()
    note = f"{len(gaps):,} ticks, median {percentile(gaps, 0.5):.1f} ms"
    return [
        Figure("longest stall of the window while 10,000 records sync", max(gaps), "ms", 50, note),
        Figure("the same, p99", percentile(gaps, 0.99), "ms", 16, note),
    ]


def _watch(application: QApplication, database: Database, wanted: int) -> list[float]:
    gaps: list[float] = []
    last = [time.perf_counter()]
    probe, look = QTimer(), QTimer()

    def tick() -> None:
        now = time.perf_counter()
        gaps.append((now - last[0]) * 1000)
        last[0] = now

    def done() -> None:
        tick()
        with database.read() as connection:
            found = sql.scalar(
                connection,
                "SELECT (SELECT count(*) FROM prospects WHERE job_title = 'Changed there') >= ? "
                "AND NOT EXISTS (SELECT 1 FROM meta WHERE key = 'running')",
                (wanted,),
            )
        if found:
            application.quit()
        last[0] = time.perf_counter()

    probe.timeout.connect(tick)
    probe.start(4)
    look.timeout.connect(done)
    look.start(1000)
    QTimer.singleShot(120_000, application.quit)
    application.exec()
    probe.stop()
    look.stop()
    return gaps


def sync_figures(_workspaces: Workspaces) -> list[Figure]:
    """All of them; some five minutes, most of it the first pull at the pace that Airtable allows."""
    return [*stall_figures(), *limit_figures(), one_edit_figure()]
