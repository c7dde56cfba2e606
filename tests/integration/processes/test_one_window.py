"""Two starts at once end as one window; a closing window hands nothing over and ends at once, whatever the network does."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk import credentials
from journeydesk.remote.deadline import TOTAL_SECONDS
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.workspace.later_starts import take_or_raise
from journeydesk.services.workspace.opening import window_place
from tests.integration.processes import overlapping
from tests.integration.processes.windows import SilentService, finished, start, wait_until


@pytest.fixture
def home(tmp_path: Path) -> Path:
    credentials.go_unencrypted(tmp_path / "home" / "workspace")
    return tmp_path / "home"


@pytest.fixture
def service() -> Iterator[SilentService]:
    silent = SilentService()
    yield silent
    silent.close()


@pytest.fixture
def connected(home: Path, service: SilentService) -> dict[str, str]:
    """The environment of a workspace whose base answered at set-up and is silent now."""
    with Sandbox.start(prospects=3, lift_limits=True) as sandbox:
        environment = {
            name: value for name, value in sandbox.addresses.environment().items() if name.startswith("JOURNEYDESK_AIRTABLE")
        }
        assert finished(start(home, environment, "setup", "--create-missing")) == 0
    return environment | {"JOURNEYDESK_AIRTABLE_URL": service.url}


def _ends(processes: "list[subprocess.Popen[str]]") -> None:
    for process in processes:
        process.kill()
        process.communicate()


@pytest.mark.fault(40)
def test_windows_started_within_milliseconds_end_as_one(home: Path) -> None:
    starts = [start(home) for _ in range(3)]
    try:
        wait_until(lambda: sum(process.poll() is None for process in starts) == 1)
        assert [process.returncode for process in starts if process.poll() is not None] == [0, 0]
        (window,) = [process for process in starts if process.poll() is None]
        assert finished(start(home)) == 0
        assert window.poll() is None
        window.terminate()
        assert window.wait(10) == 0
    finally:
        _ends(starts)


@pytest.mark.fault(50)
def test_quitting_waits_for_no_answer_that_hangs(home: Path, service: SilentService, connected: dict[str, str]) -> None:
    window = start(home, connected)
    try:
        wait_until(lambda: bool(service.connections))
        window.terminate()
        # Less than a request may take (docs/sync.md, row 8); how long it does take is measured in `make bench`.
        assert window.wait(TOTAL_SECONDS / 2) == 0
    finally:
        _ends([window])


@pytest.mark.fault(71)
def test_a_start_beside_a_closing_window_gets_its_own(home: Path, service: SilentService, connected: dict[str, str]) -> None:
    first = start(home, connected, module=overlapping.__name__)
    second = None
    try:
        wait_until(lambda: bool(service.connections))
        before = len(service.connections)
        first.terminate()
        second = start(home, connected, module=overlapping.__name__)
        wait_until((home / overlapping.REFUSED).exists)
        (home / overlapping.LET_GO).touch()
        assert first.wait(10) == 0
        wait_until(lambda: len(service.connections) > before)
        assert second.poll() is None
        second.terminate()
        assert second.wait(10) == 0
        assert "Traceback" not in second.communicate()[1]
    finally:
        _ends([process for process in (first, second) if process is not None])


@pytest.mark.fault(45)
def test_a_restore_beside_an_open_window_is_refused(home: Path, tmp_path: Path) -> None:
    assert finished(start(home, None, "backup", str(tmp_path / "copy.db"))) == 0
    window = start(home)
    try:
        wait_until(lambda: _has_begun(home))
        restore = start(home, None, "restore", str(tmp_path / "copy.db"))
        assert "has this workspace open" in restore.communicate(timeout=30)[1]
        assert restore.returncode == 3
        assert window.poll() is None
    finally:
        _ends([window])
    assert finished(start(home, None, "restore", str(tmp_path / "copy.db"))) == 0


def _has_begun(home: Path) -> bool:
    log = home / "workspace" / "journeydesk.db-wal"
    return (home / "workspace" / "window.lock").exists() and log.exists()


def test_a_window_that_does_not_answer_is_not_doubled(home: Path) -> None:
    folder = home / "workspace"
    first, second = window_place(folder), window_place(folder)
    assert take_or_raise(first, folder) is True
    assert take_or_raise(second, folder, patience=0.1) is None
    first.let_go()
    assert take_or_raise(second, folder, patience=0.1) is True
    assert (folder / "window.lock").stat().st_mode & 0o777 == 0o600
    second.let_go()


def _fill(home: Path, folder: Path) -> None:
    rows = folder / "list.csv"
    rows.write_text("Application ID,Company\nBETA-1,Quillon\n", encoding="utf-8")
    assert finished(start(home, None, "import", str(rows), "--table", "Beta Applications")) == 0


def test_a_command_makes_the_copy_of_the_day(home: Path, tmp_path: Path) -> None:
    _fill(home, tmp_path)
    backups = home / "workspace" / "backups"
    (copy,) = backups.glob("daily-*.db")
    made = copy.stat().st_mtime_ns
    assert finished(start(home, None, "export", "--table", "tasks", "--format", "csv")) == 0
    assert [each.stat().st_mtime_ns for each in backups.glob("daily-*.db")] == [made]


def test_a_window_makes_the_copy_of_the_day_at_its_start(home: Path, tmp_path: Path) -> None:
    _fill(home, tmp_path)
    backups = home / "workspace" / "backups"
    for copy in backups.glob("daily-*.db"):
        copy.rename(backups / "daily-2026-01-01.db")
    window = start(home)
    try:
        wait_until(lambda: len(list(backups.glob("daily-*.db"))) == 2, 15)
        window.terminate()
        assert window.wait(10) == 0
    finally:
        _ends([window])
