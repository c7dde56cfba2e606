"""Notifications with buttons over a real session bus (docs/rules.md, "Notifications"; docs/interface.md, "Alert inbox")."""

import os
import time
from collections.abc import Callable
from datetime import timedelta

import pytest

from journeydesk.services.commands.alerts import acknowledge, mark_actioned
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.notifying import set_quiet_hours
from journeydesk.services.queries.alerts import alert_detail, snoozed_alerts
from journeydesk.storage.engine import sql
from journeydesk.ui.notifications.notifier import Toast
from journeydesk.ui.notifications.outlet import Outlet
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from tests.integration.notifications.conftest import Office
from tests.integration.notifications.service import NotificationService, Shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


def only(office: Office, service: NotificationService) -> Shown:
    """The one notification on the screen, once it is there."""
    office.qtbot.waitUntil(lambda: len(service.shown) == 1)
    return next(iter(service.shown.values()))


def status(office: Office, alert: int) -> str:
    detail = alert_detail(office.context, alert)  # type: ignore[arg-type]
    return detail.row.status if detail else "gone"


def test_a_high_alert_is_shown_with_buttons_and_without_markup(office: Office, service: NotificationService) -> None:
    office.open()
    office.raise_alert(1)
    shown = only(office, service)
    assert (shown.app, shown.title) == ("Journeydesk", "Alert 1 of <Kern & Co>")
    assert shown.text == "High · churn risk · Plan a success call"
    assert shown.actions == {"default": "Open", "open": "Open", "acknowledge": "Acknowledge", "snooze": "Snooze 1 h"}
    assert shown.urgency == 1


def test_text_is_escaped_only_for_a_service_that_reads_markup(office: Office, service: NotificationService) -> None:
    office.open()
    for number in range(5):
        office.raise_alert(number, "Urgent")
    office.pass_time(seconds=1)
    office.qtbot.waitUntil(lambda: bool(service.shown))
    summaries = [one for one in service.shown.values() if "alerts" in one.title]
    assert all("&lt;Kern &amp; Co&gt;" in one.text and "<" not in one.text for one in summaries)


@pytest.mark.parametrize("button", ["default", "open"])
def test_a_press_opens_that_alert_in_the_raised_window(office: Office, service: NotificationService, button: str) -> None:
    office.open()
    first = office.raise_alert(1)
    shown = only(office, service)
    office.raise_alert(2, "Normal")
    office.window.showMinimized()
    service.press(shown.id, button, token="leave-to-rise")
    office.qtbot.waitUntil(lambda: office.window.place == "Alerts")
    tab = office.window.tab("Alerts")
    assert isinstance(tab, AlertsTab)
    alert = tab.list.alert()
    assert alert is not None
    assert alert.id == first
    assert not office.window.isMinimized()
    assert os.environ.pop("XDG_ACTIVATION_TOKEN") == "leave-to-rise"


def test_acknowledging_on_the_notification_can_be_undone(office: Office, service: NotificationService) -> None:
    office.open()
    alert = office.raise_alert(1)
    service.press(only(office, service).id, "acknowledge")
    office.qtbot.waitUntil(lambda: status(office, alert) == "Acknowledged")
    assert office.window.place == "Prospects"
    office.window.undoing.undo()
    assert status(office, alert) == "Pending"


def test_snoozing_on_the_notification_hides_it_for_an_hour(office: Office, service: NotificationService) -> None:
    office.open()
    office.raise_alert(1)
    service.press(only(office, service).id, "snooze")
    office.qtbot.waitUntil(lambda: len(snoozed_alerts(office.context)) == 1)
    assert snoozed_alerts(office.context)[0].snoozed_until == office.moment + timedelta(hours=1)
    office.qtbot.waitUntil(lambda: office.badge() == "Alerts")
    office.pass_time(hours=1)
    assert only(office, service).title.startswith("Alert 1")
    office.qtbot.waitUntil(lambda: office.badge() == "Alerts, 1 pending")


def test_a_notification_goes_when_its_alert_is_handled_elsewhere(office: Office, service: NotificationService) -> None:
    office.open()
    alert = office.raise_alert(1)
    shown = only(office, service)
    acknowledge(office.context, alert)
    office.qtbot.waitUntil(lambda: service.closed == [shown.id])
    assert service.shown == {}


def test_a_summary_stays_until_the_last_of_its_alerts_is_handled(office: Office, service: NotificationService) -> None:
    alerts = [office.raise_alert(number) for number in range(5)]
    office.open()
    shown = only(office, service)
    assert shown.title == "5 alerts"
    assert shown.actions == {"default": "Open", "open": "Open"}
    acknowledge(office.context, alerts[:4])
    office.qtbot.waitUntil(lambda: office.badge() == "Alerts, 1 pending")
    assert service.closed == []
    mark_actioned(office.context, alerts[4])
    office.qtbot.waitUntil(lambda: service.closed == [shown.id])


def test_pressing_a_notification_of_a_handled_alert_says_so(office: Office, service: NotificationService) -> None:
    desk = office.open()
    alert = office.raise_alert(1)
    only(office, service)
    with office.context.database.write() as connection:
        sql.run(connection, "UPDATE alerts SET status = 'Actioned'")
    desk.attention.pressed(1, "acknowledge", "")
    assert "cannot become acknowledged" in office.window.message.accessibleName()
    assert status(office, alert) == "Actioned"


def test_what_was_shown_is_remembered_across_a_restart(office: Office, service: NotificationService) -> None:
    desk = office.open()
    office.raise_alert(1)
    shown = only(office, service)
    desk.stop()
    office.qtbot.waitUntil(lambda: service.closed == [shown.id])
    office.open()
    office.raise_alert(2)
    office.pass_time(minutes=5)
    office.qtbot.waitUntil(lambda: [one.title[:7] for one in service.shown.values()] == ["Alert 2"])


def test_a_notification_that_is_just_coming_goes_with_the_window(office: Office, service: NotificationService) -> None:
    desk = office.open()
    outlet = desk.notifier
    assert isinstance(outlet, Outlet)
    first = office.raise_alert(1)
    shown = only(office, service)
    acknowledge(office.context, first)
    office.qtbot.waitUntil(lambda: service.closed == [shown.id])
    outlet.show_toast(Toast(77, "Coming", "soon", urgent=False, single=True))
    # The service shows it, which the window has not heard yet.
    while not service.shown:
        time.sleep(0.005)
    [coming] = service.shown.values()
    desk.stop()
    office.qtbot.waitUntil(lambda: service.closed == [shown.id, coming.id])


def test_normal_alerts_and_silent_rules_are_counted_and_not_told(office: Office, service: NotificationService) -> None:
    change_settings(office.context, {"alerts.silent": ["stage skip"]}, "Silenced a rule")
    office.open()
    office.raise_alert(1, "Normal")
    office.raise_alert(2, "Urgent", "stage skip")
    office.qtbot.waitUntil(lambda: office.badge() == "Alerts, 2 pending")
    office.raise_alert(3, "Urgent")
    assert only(office, service).title.startswith("Alert 3")


def test_quiet_hours_hold_all_but_urgent_ones_and_end_by_themselves(office: Office, service: NotificationService) -> None:
    local = office.moment.astimezone()
    set_quiet_hours(office.context, f"{local:%H:%M}-{local + timedelta(hours=2):%H:%M}")
    office.open()
    office.raise_alert(1)
    office.raise_alert(2, "Urgent")
    shown = only(office, service)
    assert (shown.title[:7], shown.urgency) == ("Alert 2", 2)
    service.dismiss(shown.id)
    office.pass_time(hours=2, minutes=1)
    assert only(office, service).title.startswith("Alert 1")


def test_within_a_minute_only_urgent_ones_break_in(office: Office, service: NotificationService) -> None:
    office.open()
    office.raise_alert(1)
    service.dismiss(only(office, service).id)
    office.raise_alert(2)
    office.raise_alert(3, "Urgent")
    service.dismiss(only(office, service).id)
    office.pass_time(minutes=1)
    assert only(office, service).title.startswith("Alert 2")
    assert service.asked == 3


def test_a_restarted_service_is_notified_of_what_comes_next(
    office: Office, new_service: Callable[[], NotificationService]
) -> None:
    office.open()
    first = new_service()
    alert = office.raise_alert(1)
    only(office, first)
    first.stop()
    second = new_service()
    acknowledge(office.context, alert)
    office.pass_time(minutes=2)
    office.raise_alert(2)
    assert only(office, second).title.startswith("Alert 2")
    assert second.closed == []


def test_a_restarted_service_is_never_asked_to_close_old_numbers(
    office: Office, new_service: Callable[[], NotificationService]
) -> None:
    # The number is known and the news of the restart is unread: no event is handled between stop and withdraw.
    desk = office.open()
    first = new_service()
    office.raise_alert(1)
    shown = only(office, first)
    outlet = desk.notifier
    assert isinstance(outlet, Outlet)
    office.qtbot.waitUntil(lambda: outlet._desktop is not None and outlet._desktop._ids == {1: shown.id})
    first.stop()
    second = new_service()
    desk.notifier.withdraw(1)
    office.raise_alert(2, "Urgent")
    only(office, second)
    assert second.closed == []
