"""The demonstration as a person starts it: a window that fills while it syncs, and nothing left when it ends."""

import signal
from pathlib import Path

import pytest

from journeydesk import config
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.records.lookup import count_living
from tests.integration.processes.windows import ENOUGH_SECONDS, start, wait_until


def _prospects(folder: Path) -> int:
    context, _ = open_workspace(folder, None, config.connections({}))
    try:
        with context.database.read() as connection:
            return count_living(connection, "prospects")
    finally:
        context.database.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_demo_fills_its_window_and_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    # Off screen, written so that it counts as a display.
    display = {"QT_QPA_PLATFORM": "offscreen:", "DISPLAY": ":9", "TMPDIR": str(tmp_path)}
    demo = start(tmp_path / "home", display, "demo", "--prospects", "150")
    try:
        assert demo.stdout is not None
        said = ""
        while "The window opens" not in said:
            line = demo.stdout.readline()
            assert line, said
            said += line
        assert "Synced" not in said
        (home,) = tmp_path.glob("journeydesk-demo-*")
        wait_until(lambda: _prospects(home / "workspace") == 150)
        demo.send_signal(number)
        assert demo.wait(ENOUGH_SECONDS) == 0
        assert list(tmp_path.glob("journeydesk-demo-*")) == []
    finally:
        demo.kill()
        demo.communicate()
