"""Where no service answers: the tray, or the badge alone, and nothing breaks (docs/rules.md, "Notifications")."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.alerts import acknowledge
from journeydesk.storage.engine import sql
from journeydesk.ui.notifications.outlet import Outlet
from journeydesk.ui.notifications.tray import TrayNotifier
from tests.integration.notifications.conftest import Office
from tests.integration.notifications.service import NotificationService

pytestmark = pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface", "This plugin does not support")


def outlet(office: Office) -> Outlet:
    found = office.desks[-1].notifier
    assert isinstance(found, Outlet)
    return found


def tray(office: Office) -> TrayNotifier:
    office.qtbot.waitUntil(lambda: bool(outlet(office).findChildren(TrayNotifier)))
    return outlet(office).findChildren(TrayNotifier)[0]


def untold(office: Office) -> list[RecordId]:
    with office.context.database.read() as connection:
        rows = sql.rows(connection, "SELECT lid FROM alerts WHERE told_at IS NULL")
        return [RecordId(row[0]) for row in rows]


@pytest.fixture
def no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nonexistent")


@pytest.mark.usefixtures("no_bus")
def test_without_bus_and_tray_nothing_breaks_and_the_badge_counts(office: Office) -> None:
    office.open()
    with office.qtbot.waitSignal(outlet(office).failed):
        alert = office.raise_alert(1, "Urgent")
    office.qtbot.waitUntil(lambda: office.badge() == "Alerts, 1 pending")
    assert untold(office) == []
    acknowledge(office.context, alert)
    office.qtbot.waitUntil(lambda: office.badge() == "Alerts")


@pytest.mark.usefixtures("no_bus")
def test_without_a_bus_the_tray_tells_and_a_press_opens_the_alert(office: Office) -> None:
    office.tray = True
    office.open()
    alert = office.raise_alert(1, "Urgent")
    found = tray(office)
    assert found.icon.isVisible()
    found.icon.messageClicked.emit()
    assert office.window.place == "Alerts"
    acknowledge(office.context, alert)
    office.qtbot.waitUntil(lambda: not found.icon.isVisible())


@pytest.mark.usefixtures("bus")
def test_on_a_bus_without_a_service_the_tray_tells(office: Office) -> None:
    office.tray = True
    office.open()
    office.raise_alert(1, "Urgent")
    assert tray(office).icon.isVisible()


def test_what_the_service_refuses_goes_to_the_tray(office: Office, service: NotificationService) -> None:
    office.tray = True
    service.broken = True
    office.open()
    office.raise_alert(1, "Urgent")
    assert isinstance(tray(office).icon, QSystemTrayIcon)
    assert service.asked == 1


def test_a_bus_that_goes_away_is_sought_again_with_the_next_alert(office: Office, service: NotificationService) -> None:
    office.open()
    office.raise_alert(1, "Urgent")
    office.qtbot.waitUntil(lambda: service.asked == 1)
    bus = outlet(office)._desktop._bus  # type: ignore[union-attr]
    bus._socket.shutdown(2)
    office.qtbot.waitUntil(lambda: outlet(office)._desktop is None)
    office.raise_alert(2, "Urgent")
    office.qtbot.waitUntil(lambda: service.asked == 2)


def test_no_part_of_d_bus_is_loaded_before_something_is_to_be_told() -> None:
    program = (
        "import sys; import journeydesk.ui.main_window, journeydesk.ui.notifications.desk; sys.exit('jeepney' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
