"""A real session bus of the test's own, and a window over a real workspace whose clock the test turns."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.config import resources
from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_text
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.notifications.desk import NotificationDesk
from journeydesk.ui.notifications.outlet import Outlet
from journeydesk.ui.theme import Theme
from tests.integration.notifications.service import NotificationService
from tests.workspaces import KEY, NOW, NOWHERE


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a bus that nobody else is on."""
    process = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1", f"--address=unix:path={tmp_path}/bus"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield address
    process.terminate()
    process.wait(10)
    process.stdout.close()


@pytest.fixture
def new_service(bus: str) -> Iterator[Callable[[], NotificationService]]:
    """Starts a notification service on that bus at each call; one that still runs leaves it in the end."""
    made: list[NotificationService] = []

    def start() -> NotificationService:
        made.append(NotificationService(bus))
        return made[-1]

    yield start
    for one in made:
        one.stop()


@pytest.fixture
def service(new_service: Callable[[], NotificationService]) -> NotificationService:
    """A notification service on that bus."""
    return new_service()


@dataclass
class Office:
    """A window, its notifications, and the alerts of a day."""

    context: Context
    window: MainWindow
    qtbot: QtBot
    moment: datetime = NOW
    tray: bool = False
    desks: list[NotificationDesk] = field(default_factory=list)

    def raise_alert(self, number: int, priority: str = "High", rule: str = "churn risk") -> RecordId:
        """An alert as a rule raises it; the screens are told."""
        values: records.Row = {
            "key": f"ALR-{number}",
            "rule": rule,
            "priority": priority,
            "status": "Pending",
            "raised_at": moment_text(self.moment),
            "expires_at": moment_text(self.moment + timedelta(days=7)),
            "headline": f"Alert {number} of <Kern & Co>",
        }
        with self.context.database.write() as connection:
            alert = records.insert(connection, "alerts", values, Author("rule", moment_text(self.moment), "rule"))
        self.context.publish(Change(frozenset({"alerts"}), None, "sync"))
        return alert

    def open(self) -> NotificationDesk:
        """Starts telling, as the application does after its first paint."""
        outlet = Outlet(self.window.work, self.window.theme.icon("logo", "accent"), self.window, lambda: self.tray)
        desk = NotificationDesk(self.context, self.window, outlet)
        self.desks.append(desk)
        return desk

    def pass_time(self, **span: float) -> None:
        """Turns the clock on, and looks as the timer would."""
        self.moment += timedelta(**span)
        self.desks[-1].attention.look()

    def badge(self) -> str:
        """What the rail says of the alerts."""
        return self.window.rail.buttons["Alerts"].accessibleName()


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot) -> Iterator[Office]:
    """A window with nothing in it."""
    application = make_application()
    bridge = Bridge()
    clock: list[Callable[[], datetime]] = [lambda: NOW]
    context, _ = open_workspace(tmp_path / "workspace", KEY, NOWHERE, bridge.publish, lambda: clock[0]())
    theme = Theme(resources() / "icons", "light")
    theme.apply(application)
    window = MainWindow(context, theme)
    bridge.changed.connect(window.refresh)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    found = Office(context, window, qtbot)
    clock[0] = lambda: found.moment
    yield found
    for desk in found.desks:
        desk.stop()
    window.work.wait()
    context.database.close()
