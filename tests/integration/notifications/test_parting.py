"""Closing with a queue: the desktop says that what waits is safe, and goes on saying it when the program is gone."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journeydesk import credentials
from journeydesk.remote.deadline import TOTAL_SECONDS
from journeydesk.sandbox.server import Sandbox
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.window.farewell import Farewell, farewell_words
from tests.integration.notifications.conftest import Office
from tests.integration.notifications.service import NotificationService
from tests.integration.processes.windows import SilentService, finished, start, wait_until

WORDS = "7 changes are saved here and will send next time"


@pytest.fixture
def seven_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connected workspace with a queue, as the pill knows it."""
    from journeydesk.ui.window.sync_desk import SyncDesk

    monkeypatch.setattr(SyncDesk, "unsent", property(lambda _desk: 7))


def closed(window: MainWindow) -> Farewell:
    assert window.close()
    assert not window.isVisible()
    assert window.farewell is not None
    return window.farewell


@pytest.mark.usefixtures("seven_waiting")
def test_where_there_is_a_service_it_shows_the_line(office: Office, service: NotificationService) -> None:
    farewell = closed(office.window)
    (shown,) = service.shown.values()
    assert (shown.app, shown.title, shown.text, shown.urgency) == ("Journeydesk", "Journeydesk is closed", WORDS, 0)
    assert shown.actions == {}
    assert not farewell.isVisible()


@pytest.mark.usefixtures("seven_waiting")
@pytest.mark.parametrize("trouble", ["refuses", "nobody", "no bus"])
def test_where_it_is_not_shown_the_window_says_it(
    office: Office,
    bus: str,
    new_service: Callable[[], NotificationService],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    trouble: str,
) -> None:
    if trouble == "refuses":
        new_service().broken = True
    elif trouble == "no bus":
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    farewell = closed(office.window)
    assert farewell.isVisible()
    assert farewell.accessibleName() == WORDS
    qtbot.waitUntil(lambda: not farewell.isVisible())


@pytest.mark.usefixtures("seven_waiting")
def test_a_bus_that_hangs_is_not_waited_for(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "silent"))
        silent.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/silent")
        farewell = closed(office.window)
        assert farewell.isVisible()
        qtbot.waitUntil(lambda: not farewell.isVisible())


@pytest.fixture
def silent() -> Iterator[SilentService]:
    service = SilentService()
    yield service
    service.close()


@pytest.fixture
def queue(tmp_path: Path, silent: SilentService) -> tuple[Path, dict[str, str]]:
    """A workspace with a task that waits, and the environment in which its base takes connections and is silent."""
    home = tmp_path / "home"
    credentials.go_unencrypted(home / "workspace")
    with Sandbox.start(prospects=3, lift_limits=True) as sandbox:
        addresses = sandbox.addresses.environment()
        environment = {name: value for name, value in addresses.items() if name.startswith("JOURNEYDESK_AIRTABLE")}
        assert finished(start(home, environment, "setup", "--create-missing")) == 0
    assert finished(start(home, None, "task", "add", "--title", "Send the offer", "--due", "3d")) == 0
    return home, environment | {"JOURNEYDESK_AIRTABLE_URL": silent.url}


@pytest.mark.fault(50)
def test_the_program_is_gone_while_the_desktop_still_says_it(
    queue: tuple[Path, dict[str, str]], silent: SilentService, bus: str, service: NotificationService
) -> None:
    home, environment = queue
    window = start(home, environment | {"DBUS_SESSION_BUS_ADDRESS": bus})
    try:
        wait_until(lambda: bool(silent.connections))
        window.terminate()
        assert window.wait(TOTAL_SECONDS / 2) == 0
        assert [shown.text for shown in service.shown.values()] == [farewell_words(1)]
        assert service.closed == []
    finally:
        window.kill()
        window.communicate()
    assert b"Send the offer" in (home / "workspace" / "journeydesk.db").read_bytes()


@pytest.mark.fault(50)
def test_without_a_desktop_that_says_it_the_program_ends_as_well(
    queue: tuple[Path, dict[str, str]], silent: SilentService
) -> None:
    home, environment = queue
    window = start(home, environment | {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"})
    try:
        wait_until(lambda: bool(silent.connections))
        window.terminate()
        assert window.wait(TOTAL_SECONDS / 2) == 0
    finally:
        window.kill()
        window.communicate()
