"""When sync runs and when it stops (rows 40, 48–51 of the fault matrix): clocks are given, nothing is waited for in vain."""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import httpx
import pytest

from journeydesk.background.awake import Awake
from journeydesk.background.backoff import MOST_SECONDS, Backoff
from journeydesk.background.schedule import Schedule
from journeydesk.background.worker import SyncWorker
from journeydesk.config import Connections
from journeydesk.credentials import go_unencrypted
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.services.queries.sync import sync_status
from journeydesk.services.sync.session import SyncBusy, SyncSession, alone, next_interval
from journeydesk.services.sync.working_offline import WorkingOffline, work_offline
from journeydesk.storage.opening import open_database
from journeydesk.storage.sync.api_calls import add_calls
from journeydesk.storage.sync.meta import set_meta
from journeydesk.sync.ports import QuotaReached, RemoteUnreachable, TokenRefused
from journeydesk.sync.recovery import StillSettling
from tests.integration.sync.base import based, control
from tests.workspaces import workspace


def test_row_48_a_computer_that_slept_is_noticed_once() -> None:
    wall, monotonic = [1000.0], [10.0]
    awake = Awake(lambda: wall[0], lambda: monotonic[0])
    assert not awake.jumped()
    wall[0] += 60
    monotonic[0] += 60
    assert not awake.jumped()
    wall[0] += 8 * 3600
    assert awake.jumped()
    assert not awake.jumped()


def test_row_48_eight_hours_of_missed_runs_are_one_pass_on_waking() -> None:
    begun, go_on = threading.Semaphore(0), threading.Semaphore(0)
    wall, monotonic = [1000.0], [10.0]
    awake, passes = Awake(lambda: wall[0], lambda: monotonic[0]), []

    def one_pass(stopping: Callable[[], bool], sleep: Callable[[float], None]) -> None:
        passes.append(wall[0])
        begun.release()
        go_on.acquire()

    worker = SyncWorker(one_pass)
    worker.start()
    wall[0] += 8 * 3600
    # What the timer, the clock's watch and the network's return ask for all at once.
    for _ in range(96):
        worker.request()
    if awake.jumped():
        worker.request()
    assert begun.acquire(timeout=10)
    for _ in range(3):
        go_on.release()
    assert not begun.acquire(timeout=0.3)
    assert worker.stop(10)
    assert passes == [1000.0 + 8 * 3600]


def test_row_48_a_request_that_slept_along_is_looked_up_not_sent(tmp_path: Path) -> None:
    with based(tmp_path / "w") as base:
        prospect = create_prospect(base.context, {"company": "Ostrava Glass"})
        base.fault("drop-after", method="PATCH")
        with pytest.raises(RemoteUnreachable):
            base.sync(settle=60)
        base.clock.sleep(8 * 3600)
        base.clock.slept.clear()
        outcome = base.sync(settle=60)
        assert (outcome.pending, base.clock.slept) == (0, [])
        assert len(base.there(base.field(prospect, "key"))) == 1


def test_row_47_a_clock_that_was_set_back_is_noticed() -> None:
    wall = [1000.0]
    awake = Awake(lambda: wall[0], lambda: 10.0)
    wall[0] -= 365 * 86_400
    assert awake.jumped()


def test_row_49_requests_while_a_pass_runs_are_one_more_pass_after_it() -> None:
    began, go_on = threading.Semaphore(0), threading.Semaphore(0)
    passes = []

    def one_pass(stopping: Callable[[], bool], sleep: Callable[[float], None]) -> None:
        passes.append(threading.get_ident())
        began.release()
        go_on.acquire()

    worker = SyncWorker(one_pass)
    worker.start()
    worker.request()
    assert began.acquire(timeout=10)
    for _ in range(5):
        worker.request()
    go_on.release()
    assert began.acquire(timeout=10)
    go_on.release()
    assert not began.acquire(timeout=0.3)
    assert worker.stop(10)
    assert len(passes) == 2
    assert len(set(passes)) == 1


def test_row_50_stopping_wakes_a_pass_that_waits_and_ends_its_thread() -> None:
    waiting = threading.Event()

    def one_pass(stopping: Callable[[], bool], sleep: Callable[[float], None]) -> None:
        waiting.set()
        sleep(3600)

    worker = SyncWorker(one_pass)
    worker.start()
    worker.request()
    assert waiting.wait(10)
    assert worker.stop(10)


def test_row_50_a_request_that_hangs_does_not_keep_the_program() -> None:
    hanging, forever = threading.Event(), threading.Event()

    def one_pass(stopping: Callable[[], bool], sleep: Callable[[float], None]) -> None:
        hanging.set()
        forever.wait()

    worker = SyncWorker(one_pass)
    worker.start()
    worker.request()
    assert hanging.wait(10)
    assert not worker.stop(0.05)
    syncing = [thread for thread in threading.enumerate() if thread.name == "sync" and thread.is_alive()]
    assert syncing
    assert all(thread.daemon for thread in syncing)
    forever.set()


def test_row_51_a_bug_in_one_pass_is_logged_and_ends_no_later_one(caplog: pytest.LogCaptureFixture) -> None:
    done = threading.Semaphore(0)
    passes = []

    def one_pass(stopping: Callable[[], bool], sleep: Callable[[float], None]) -> None:
        passes.append(1)
        if len(passes) == 1:
            raise ZeroDivisionError

    worker = SyncWorker(one_pass, after=done.release)
    with caplog.at_level(logging.ERROR, logger="journeydesk.background"):
        worker.start()
        worker.request()
        assert done.acquire(timeout=10)
        worker.request()
        assert done.acquire(timeout=10)
        assert worker.stop(10)
    assert any("sync failed" in record.getMessage() for record in caplog.records)
    caplog.clear()
    assert len(passes) == 2


def test_a_pass_that_found_no_network_is_tried_again_by_itself() -> None:
    done = threading.Event()
    passes: list[int] = []

    class AtOnce(Backoff):
        def after(self, problem: Exception) -> float | None:
            return 0.0 if len(passes) < 3 else None

    def one_pass(stopping: Callable[[], bool], sleep: Callable[[float], None]) -> None:
        passes.append(1)
        if len(passes) < 3:
            raise RemoteUnreachable("no network")
        done.set()

    worker = SyncWorker(one_pass, AtOnce())
    worker.start()
    worker.request()
    assert done.wait(10)
    assert worker.stop(10)


def test_tries_back_off_to_five_minutes_until_a_pass_goes_through() -> None:
    backoff = Backoff(Random(1))
    waits = [backoff.after(RemoteUnreachable("x")) or 0 for _ in range(12)]
    assert waits[0] <= 15
    assert max(waits) <= MOST_SECONDS
    assert min(waits[6:]) >= MOST_SECONDS / 2
    backoff.reset()
    assert (backoff.after(RemoteUnreachable("x")) or 0) <= 15
    assert backoff.after(TokenRefused("x")) is None
    assert backoff.after(StillSettling(40)) == 41


def test_row_40_two_programs_never_sync_one_workspace_at_once(tmp_path: Path) -> None:
    with based(tmp_path / "w") as base:
        known = Connections(base.box.airtable_url, base.box.token, base.box.base_id, None, None, "Amaia Etxarri", None, 0.0)
        met = []

        def meanwhile(_: object) -> None:
            try:
                SyncSession(base.context, known).run()
            except SyncBusy as busy:
                met.append(str(busy))

        base.walk_due()
        SyncSession(base.context, known).run(progress=meanwhile)
        assert met
        assert "Another Journeydesk" in met[0]
        SyncSession(base.context, known).run()


def test_row_40_a_command_beside_a_syncing_program_waits_its_turn(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "workspace"
    go_unencrypted(folder)
    environment = dict(os.environ) | {"JOURNEYDESK_HOME": str(tmp_path / "home"), "JOURNEYDESK_ACTOR": "Amaia Etxarri"}
    with Sandbox.start(prospects=3, lift_limits=True) as box:
        environment |= box.addresses.environment()
        with closing(open_database(folder)) as database, database.write() as connection:
            set_meta(connection, "calls_per_second", "0")

        def command(*words: str) -> subprocess.CompletedProcess[str]:
            line = [sys.executable, "-m", "journeydesk", *words]
            return subprocess.run(line, env=environment, capture_output=True, text=True, timeout=60, check=False)

        assert command("setup", "--create-missing").returncode == 0
        before = httpx.get(f"{box.control_url}/counters").json()["airtable"]
        with alone(folder):
            beside = command("sync")
        assert (beside.returncode, "Another Journeydesk is syncing" in beside.stderr) == (3, True)
        assert httpx.get(f"{box.control_url}/counters").json()["airtable"] == before
        assert command("sync").returncode == 0


@pytest.mark.fault(62)
def test_the_timer_follows_the_months_calls(tmp_path: Path) -> None:
    with workspace(tmp_path / "w") as context:
        with context.database.write() as connection:
            set_meta(connection, "airtable_plan", "Team")
        assert next_interval(context) == 5
        with context.database.write() as connection:
            add_calls(connection, "airtable", context.now()[:10], 85_000)
        assert (next_interval(context) or 0) > 15
        with context.database.write() as connection:
            add_calls(connection, "airtable", context.now()[:10], 11_000)
        assert next_interval(context) is None
        with context.database.write() as connection:
            set_meta(connection, "airtable_plan", "Business")
        assert next_interval(context) == 5


@pytest.mark.fault(62)
def test_after_a_limit_that_was_answered_the_timer_tries_hourly(tmp_path: Path) -> None:
    with based(tmp_path / "w") as base:
        known = Connections(base.box.airtable_url, base.box.token, base.box.base_id, None, None, "Amaia Etxarri", None, 0.0)
        assert next_interval(base.context) == 5
        control(base.box, "limits", {"calls_left": 0})
        base.walk_due()
        with pytest.raises(QuotaReached):
            SyncSession(base.context, known).run()
        assert next_interval(base.context) == 60
        control(base.box, "limits", {"calls_left": 1_000})
        SyncSession(base.context, known).run()
        assert next_interval(base.context) == 5


def test_who_works_offline_asks_no_service_anything(tmp_path: Path) -> None:
    with based(tmp_path / "w") as base:
        known = Connections(base.box.airtable_url, base.box.token, base.box.base_id, None, None, "Amaia Etxarri", None, 0.0)
        base.walk_due()
        work_offline(base.context, True)
        before = httpx.get(f"{base.box.control_url}/counters").json()["airtable"]
        with pytest.raises(WorkingOffline, match="You work offline"):
            SyncSession(base.context, known).run()
        assert httpx.get(f"{base.box.control_url}/counters").json()["airtable"] == before
        assert sync_status(base.context).works_offline
        work_offline(base.context, False)
        SyncSession(base.context, known).run()
        assert not sync_status(base.context).works_offline


def test_a_payment_nobody_can_read_stops_no_push(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def unreadable(*_: object, **__: object) -> None:
        raise KeyError("amount")

    with based(tmp_path / "w") as base:
        address = (base.box.airtable_url, base.box.token, base.box.base_id)
        known = Connections(*address, base.box.stripe_url, base.box.stripe_key, "Amaia Etxarri", None, 0.0)
        record, remote = base.one()
        edit(base.context, record, {"phone": "+44 20 7946 0132"})
        monkeypatch.setattr("journeydesk.services.payments.mirror.sync_payments", unreadable)
        outcome = SyncSession(base.context, known).run()
        assert base.seen(remote, "phone") == "+44 20 7946 0132"
        assert any("Stripe could not be read (KeyError)" in problem for problem in outcome.problems)
        caplog.clear()


def test_a_timer_that_rests_can_be_set_again() -> None:
    schedule = Schedule()
    schedule.every_minutes("sync", 5, lambda: None)
    schedule.start()
    try:
        schedule.set_minutes("sync", None)
        assert schedule._scheduler.get_job("sync").next_run_time is None
        schedule.set_minutes("sync", 20)
        assert schedule._scheduler.get_job("sync").next_run_time is not None
        assert schedule._scheduler.get_job("sync").trigger.interval.total_seconds() == 1200
    finally:
        schedule.stop()
