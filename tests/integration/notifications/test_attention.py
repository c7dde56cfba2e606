"""The badge and the sleepers, by the window's own timers (docs/rules.md, "Notifications")."""

import time
from datetime import timedelta

import pytest

from journeydesk.services.changes import Change
from journeydesk.services.commands.alerts import snooze, snooze_until
from journeydesk.services.commands.prospects import create_prospect, log_interaction
from journeydesk.services.queries.alerts import alerts, snoozed_alerts
from journeydesk.storage.engine import sql
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from tests.integration.notifications.conftest import Office
from tests.integration.notifications.service import NotificationService
from tests.workspaces import NOW


@pytest.fixture
def running(office: Office, service: NotificationService) -> Office:
    """An office whose clock runs as clocks do."""
    began = time.monotonic()
    office.context.clock = lambda: NOW + timedelta(seconds=time.monotonic() - began)
    return office


def test_a_snooze_ends_by_itself_in_list_badge_and_notification(running: Office, service: NotificationService) -> None:
    alert = running.raise_alert(1)
    running.open()
    running.qtbot.waitUntil(lambda: service.asked == 1)
    running.window.show_place("Alerts")
    tab = running.window.tab("Alerts")
    assert isinstance(tab, AlertsTab)
    snooze(running.context, alert, running.context.clock() + timedelta(milliseconds=1200))
    running.qtbot.waitUntil(lambda: service.shown == {} and running.badge() == "Alerts")
    assert tab.model.rowCount() == 2
    assert tab.list.alert() is not None
    running.qtbot.waitUntil(lambda: running.badge() == "Alerts, 1 pending", timeout=5000)
    running.qtbot.waitUntil(lambda: "High, 1" in str(tab.model.data(tab.model.index(0))))
    assert snoozed_alerts(running.context) == []


def test_an_alert_that_runs_out_leaves_the_badge_by_itself(running: Office) -> None:
    alert = running.raise_alert(1)
    with running.context.database.write() as connection:
        soon = (
            (running.context.clock() + timedelta(milliseconds=1000)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        )
        sql.run(connection, "UPDATE alerts SET expires_at = ? WHERE lid = ?", (soon, alert))
    running.open()
    running.qtbot.waitUntil(lambda: running.badge() == "Alerts, 1 pending")
    running.qtbot.waitUntil(lambda: running.badge() == "Alerts", timeout=5000)


def test_a_snooze_until_they_reply_ends_with_the_logged_reply(office: Office) -> None:
    office.open()
    prospect = create_prospect(office.context, {"company": "Mbali Weaves"})
    alert = office.raise_alert(1)
    with office.context.database.write() as connection:
        sql.run(connection, "UPDATE alerts SET prospect = ? WHERE lid = ?", (prospect, alert))
    snooze_until(office.context, alert, "replies")
    office.qtbot.waitUntil(lambda: office.badge() == "Alerts")
    office.pass_time(minutes=5)
    log_interaction(office.context, prospect, "Call", "They called back", outcome="Reached")
    assert [one.id for one in alerts(office.context, "Pending")] == [alert]
    office.qtbot.waitUntil(lambda: office.badge() == "Alerts, 1 pending")


def test_looking_twice_at_once_loses_no_notification(office: Office, service: NotificationService) -> None:
    desk = office.open()
    for number in range(3):
        office.raise_alert(number, "Urgent")
        desk.attention.refresh(Change(frozenset({"alerts"})))
        desk.attention.look()
    office.qtbot.waitUntil(lambda: service.asked == 3)
