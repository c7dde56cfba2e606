"""Triage in the inbox by real keys on a real database (docs/interface.md, "Alert inbox")."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.alerts import acknowledge, mark_actioned, snooze
from journeydesk.services.commands.prospects import move
from journeydesk.services.queries.alerts import alert_counts, alert_detail, muted_rules, snoozed_alerts
from journeydesk.storage.engine import sql
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.models.alert_model import Group
from journeydesk.ui.tabs.alerts.line_sheet import LineSheet
from journeydesk.ui.tabs.alerts.snooze_menu import SnoozeMenu
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from journeydesk.ui.tabs.alerts.task_sheet import TaskSheet
from journeydesk.ui.tabs.settings.tab import SettingsTab
from journeydesk.ui.targets import AlertTarget
from journeydesk.ui.widgets.buttons import KeyButton
from tests.workspaces import NOW

# The platform without a screen says so of each menu that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SHIFT = Qt.KeyboardModifier.ShiftModifier


def lines(tab: AlertsTab) -> list[str]:
    """The list as it stands: headers with their count, alerts by their reason."""
    model = tab.model
    rows = [model.data(model.index(place), Qt.ItemDataRole.UserRole + 2) for place in range(model.rowCount())]
    found = []
    for place, group in enumerate(rows):
        alert = model.alert(place)
        found.append(f"{group.title} {group.count}" if isinstance(group, Group) else alert.reason if alert else "")
    return found


def state(tab: AlertsTab, alert: RecordId) -> str:
    detail = alert_detail(tab.context, alert)
    return detail.row.status if detail else "gone"


def current(tab: AlertsTab) -> str:
    alert = tab.list.alert()
    return alert.reason if alert else ""


def popup(tab: AlertsTab, qtbot: QtBot) -> QMenu:
    """The menu that is open."""
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in tab.findChildren(QMenu)))
    return next(menu for menu in tab.findChildren(QMenu) if menu.isVisible())


def sheet(window: MainWindow, kind: type[LineSheet] | type[TaskSheet]) -> LineSheet | TaskSheet:
    return next(found for found in window.findChildren(kind) if found.isVisible())


def test_the_inbox_is_grouped_by_priority_and_keeps_qts_rules(tab: AlertsTab) -> None:
    tester = QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert lines(tab) == ["Urgent 1", "reason 0", "High 3", "reason 1", "reason 2", "reason 4", "Normal 1", "reason 3"]
    tab.show_status("Expired")
    assert lines(tab) == []
    tester.deleteLater()


def test_a_acknowledges_and_goes_on_to_the_next_and_u_takes_it_back(
    tab: AlertsTab, raised: list[RecordId], window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(tab.list, Qt.Key.Key_A)
    assert state(tab, raised[0]) == "Acknowledged"
    assert current(tab) == "reason 1"
    assert "acknowledged" in window.message.accessibleName()
    qtbot.waitUntil(lambda: "Alerts, 4 pending" in window.rail.buttons["Alerts"].accessibleName())
    qtbot.keyClick(tab.list, Qt.Key.Key_U)
    assert state(tab, raised[0]) == "Pending"
    qtbot.waitUntil(lambda: "Alerts, 5 pending" in window.rail.buttons["Alerts"].accessibleName())


def test_e_marks_as_actioned_and_shift_e_asks_for_a_note(
    tab: AlertsTab, raised: list[RecordId], window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(tab.list, Qt.Key.Key_E)
    assert state(tab, raised[0]) == "Actioned"
    qtbot.keyClick(tab.list, Qt.Key.Key_E, SHIFT)
    asked = sheet(window, LineSheet)
    assert isinstance(asked, LineSheet)
    qtbot.keyClicks(asked.field, "Called, meeting is set")
    qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    detail = alert_detail(tab.context, raised[1])
    assert detail is not None
    assert (detail.row.status, detail.note) == ("Actioned", "Called, meeting is set")


def test_shift_extends_and_all_selected_are_handled_in_one_step(
    tab: AlertsTab, raised: list[RecordId], window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(tab.list, Qt.Key.Key_J, SHIFT)
    qtbot.keyClick(tab.list, Qt.Key.Key_Down, SHIFT)
    assert [alert.reason for alert in tab.list.chosen()] == ["reason 0", "reason 1", "reason 2"]
    assert "3 alerts selected" in tab.bulk.accessibleName()
    assert "1 urgent, 2 high · 3 prospects" in tab.bulk.accessibleName()
    qtbot.keyClick(tab.list, Qt.Key.Key_A)
    assert alert_counts(tab.context) == {"Pending": 2, "Acknowledged": 3, "Actioned": 0, "Expired": 0}
    qtbot.mouseClick(window.message._undo, Qt.MouseButton.LeftButton)
    assert alert_counts(tab.context)["Pending"] == 5


def test_going_back_with_shift_lets_go_again_and_escape_leaves_one(tab: AlertsTab, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K):
        qtbot.keyClick(tab.list, key, SHIFT)
    assert [alert.reason for alert in tab.list.chosen()] == ["reason 0", "reason 1"]
    qtbot.keyClick(tab.list, Qt.Key.Key_Escape)
    assert [alert.reason for alert in tab.list.chosen()] == ["reason 1"]


def test_a_click_with_ctrl_and_space_take_in_and_out(tab: AlertsTab, qtbot: QtBot) -> None:
    def at(row: int) -> QPoint:
        return tab.list.visualRect(tab.model.index(row)).center()

    qtbot.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at(4))
    assert [alert.reason for alert in tab.list.chosen()] == ["reason 0", "reason 2"]
    qtbot.keyClick(tab.list, Qt.Key.Key_Space)
    assert [alert.reason for alert in tab.list.chosen()] == ["reason 0"]
    qtbot.keyClick(tab.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(tab.list.chosen()) == 5


@pytest.mark.parametrize(
    ("words", "until"),
    [("&1 hour", NOW + timedelta(hours=1)), ("&Tomorrow 09:00", None), ("Next &week, Mon 25 May 09:00", None)],
)
def test_s_offers_an_hour_tomorrow_and_next_week(
    tab: AlertsTab, raised: list[RecordId], qtbot: QtBot, words: str, until: object
) -> None:
    qtbot.keyClick(tab.list, Qt.Key.Key_S)
    menu = popup(tab, qtbot)
    assert isinstance(menu, SnoozeMenu)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
    asleep = snoozed_alerts(tab.context)
    assert [alert.id for alert in asleep] == [raised[0]]
    assert until is None or asleep[0].snoozed_until == until
    assert lines(tab)[-2:] == ["Snoozed 1", "reason 0"]


def test_s_waits_for_an_event_and_wakes_by_hand(tab: AlertsTab, raised: list[RecordId], qtbot: QtBot) -> None:
    qtbot.keyClick(tab.list, Qt.Key.Key_S)
    qtbot.keyClick(popup(tab, qtbot), Qt.Key.Key_R)
    assert snoozed_alerts(tab.context)[0].snoozed_for == "replies"
    tab.list.show_alert(raised[0])
    qtbot.keyClick(tab.list, Qt.Key.Key_S)
    qtbot.keyClick(popup(tab, qtbot), Qt.Key.Key_N)
    assert snoozed_alerts(tab.context) == []


def test_a_date_in_plain_words_is_understood_as_it_is_typed(tab: AlertsTab, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(tab.list, Qt.Key.Key_S)
    qtbot.keyClick(popup(tab, qtbot), Qt.Key.Key_D)
    asked = sheet(window, LineSheet)
    assert isinstance(asked, LineSheet)
    qtbot.keyClicks(asked.field, "someday")
    assert "not a date that can be understood" in asked.words.text()
    qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    assert asked.isVisible()
    asked.field.clear()
    qtbot.keyClicks(asked.field, "fri 14:30")
    assert asked.words.text() == "Until 22 May 14:30"
    qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    assert len(snoozed_alerts(tab.context)) == 1


def test_an_alert_of_the_team_waits_for_no_prospect(tab: AlertsTab, raised: list[RecordId], qtbot: QtBot) -> None:
    tab.list.show_alert(raised[4])
    qtbot.keyClick(tab.list, Qt.Key.Key_S)
    waits = [action for action in popup(tab, qtbot).actions() if action.text().startswith("Until")]
    assert [action.isEnabled() for action in waits] == [False] * 3


def test_enter_opens_the_call_log_and_saving_actions_the_alert(
    tab: AlertsTab, raised: list[RecordId], window: MainWindow, qtbot: QtBot
) -> None:
    from journeydesk.services.commands.prospects import log_interaction

    alert = tab.list.alert()
    assert alert is not None
    assert alert.prospect is not None
    with qtbot.waitSignal(tab.log_requested) as asked:
        qtbot.keyClick(tab.list, Qt.Key.Key_Return)
    assert asked.args == [alert.prospect, "Call"]
    log_interaction(tab.context, alert.prospect, "Call", "Wants two references")
    qtbot.waitUntil(lambda: state(tab, raised[0]) == "Actioned")


def test_enter_opens_a_filled_task_and_adding_it_actions_the_alert(
    tab: AlertsTab, raised: list[RecordId], window: MainWindow, qtbot: QtBot
) -> None:
    tab.list.show_alert(raised[3])
    qtbot.keyClick(tab.list, Qt.Key.Key_Return)
    form = sheet(window, TaskSheet)
    assert isinstance(form, TaskSheet)
    assert form.title.text().startswith("Check in: ")
    assert form.kind.currentText() == "Check-in"
    assert form.words.text().startswith("Due tomorrow")
    qtbot.keyClicks(form.due, "fri 14:30")
    qtbot.keyClick(form.due, Qt.Key.Key_Return)
    detail = alert_detail(tab.context, raised[3])
    assert detail is not None
    assert (detail.row.status, detail.note) == ("Actioned", f"Task “{form.title.text()}”")


def test_w_shows_why_with_evidence_and_leads_to_the_settings(
    tab: AlertsTab, raised: list[RecordId], window: MainWindow, qtbot: QtBot
) -> None:
    tab.list.show_alert(raised[1])
    qtbot.keyClick(tab.list, Qt.Key.Key_W)
    assert tab.pane.why.hasFocus()
    assert "It goes when" in tab.pane.reasons.accessibleName()
    assert "1,082 calls" in tab.pane.earned.accessibleDescription()
    qtbot.mouseClick(tab.pane.reasons.settings, Qt.MouseButton.LeftButton)
    assert window.place == "Settings"
    settings = window.tab("Settings")
    assert isinstance(settings, SettingsTab)
    assert settings.stack.currentWidget() is settings.page("Alert rules")


def test_trouble_of_an_integration_leads_to_its_page(tab: AlertsTab, window: MainWindow, qtbot: QtBot) -> None:
    with tab.context.database.write() as connection:
        sql.run(connection, "UPDATE alerts SET rule = 'integration trouble' WHERE prospect IS NULL")
    tab.filter_by("owner", None)
    row = next(alert for alert in tab.model.alerts() if alert.prospect is None)
    tab.list.show_alert(row.id)
    qtbot.keyClick(tab.list, Qt.Key.Key_Return)
    settings = window.tab("Settings")
    assert isinstance(settings, SettingsTab)
    assert window.place == "Settings"
    assert settings.stack.currentWidget() is settings.page("Integrations")


def test_of_a_long_past_the_newest_is_shown_and_the_rest_is_said(tab: AlertsTab, raised: list[RecordId]) -> None:
    with tab.context.database.write() as connection:
        sql.run(
            connection,
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) "
            "INSERT INTO alerts (key, rule, priority, status, raised_at, created_at) "
            "SELECT 'OLD-' || i, 'churn risk', 'High', 'Actioned', '2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z' FROM n",
        )
    mark_actioned(tab.context, raised[3])
    tab.show_status("Actioned")
    assert tab.facts() == "The newest 1,000 of 1,201"
    assert raised[3] in [alert.id for alert in tab.model.alerts()]


def choose(menu: QMenu, part: str) -> None:
    next(action for action in menu.actions() if part in action.text()).trigger()
    menu.close()


def test_m_mutes_the_rule_for_all_which_is_seen_and_can_be_lifted(
    tab: AlertsTab, raised: list[RecordId], window: MainWindow, qtbot: QtBot
) -> None:
    before = len(muted_rules(tab.context))
    qtbot.keyClick(tab.list, Qt.Key.Key_M)
    choose(popup(tab, qtbot), "for all")
    qtbot.waitUntil(lambda: "is muted for all" in window.message.accessibleName())
    assert state(tab, raised[0]) == "Expired"
    assert f"{before + 1} rule" in tab.list_pane.muted.text()
    assert tab.list_pane.muted.isVisible()
    qtbot.mouseClick(tab.list_pane.muted, Qt.MouseButton.LeftButton)
    choose(popup(tab, qtbot), "Unmute “big jump”")
    qtbot.waitUntil(lambda: "no longer muted for all" in window.message.accessibleName())
    assert len(muted_rules(tab.context)) == before
    qtbot.keyClick(tab.list, Qt.Key.Key_U)
    assert len(muted_rules(tab.context)) == before + 1


def test_m_mutes_the_rule_for_one_prospect(tab: AlertsTab, raised: list[RecordId], window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(tab.list, Qt.Key.Key_M)
    choose(popup(tab, qtbot), "for Quillon Freight")
    qtbot.waitUntil(lambda: "is muted for this prospect" in window.message.accessibleName())
    single = [(one.rule, one.name) for one in muted_rules(tab.context) if one.prospect is not None]
    assert single == [("big jump", "Quillon Freight")]
    tab.show_status("Expired")
    tab.list.show_alert(raised[0])
    assert "muted for Quillon Freight" in tab.pane.reasons._muted.text()


@pytest.mark.parametrize(
    ("by", "first"), [("Rule", "Big jump 1"), ("Owner", "Amaia Etxarri 4"), ("Prospect", "Quillon Freight 1")]
)
def test_the_list_can_be_grouped_otherwise(tab: AlertsTab, by: str, first: str) -> None:
    tab.group_by(by)
    assert lines(tab)[0] == first
    assert current(tab) == "reason 0"


def test_a_filter_narrows_the_list_and_its_cross_takes_it_off(tab: AlertsTab, qtbot: QtBot) -> None:
    qtbot.keyClick(tab.list, Qt.Key.Key_F)
    choose(popup(tab, qtbot), "High")
    assert lines(tab) == ["High 3", "reason 1", "reason 2", "reason 4"]
    tab.filter_by("rule", "stage skip")
    assert lines(tab) == ["High 1", "reason 2"]
    tab.filter_by("priority", "Urgent")
    assert lines(tab) == []
    assert "Clear it" in tab.list.empty_text
    tab.list_pane.unfiltered.emit("priority")
    tab.list_pane.unfiltered.emit("rule")
    assert len(lines(tab)) == 8


def test_what_is_selected_stays_selected_when_something_else_changes(
    tab: AlertsTab, raised: list[RecordId], qtbot: QtBot
) -> None:
    tab.list.show_alert(raised[1])
    qtbot.keyClick(tab.list, Qt.Key.Key_J, SHIFT)
    acknowledge(tab.context, raised[0])
    qtbot.waitUntil(lambda: "Urgent 1" not in lines(tab))
    assert [alert.reason for alert in tab.list.chosen()] == ["reason 1", "reason 2"]
    assert "2 alerts selected" in tab.bulk.accessibleName()


def test_an_alert_is_opened_in_whatever_state_it_is(tab: AlertsTab, raised: list[RecordId], window: MainWindow) -> None:
    acknowledge(tab.context, raised[2])
    tab.filter_by("priority", "Urgent")
    window.show_place("Prospects")
    window.show_target(AlertTarget(raised[2]))
    assert window.place == "Alerts"
    assert current(tab) == "reason 2"
    snooze(tab.context, raised[1], NOW + timedelta(hours=2))
    window.show_target(AlertTarget(raised[1]))
    assert current(tab) == "reason 1"


def test_in_a_narrow_window_enter_reads_and_escape_goes_back(tab: AlertsTab, window: MainWindow, qtbot: QtBot) -> None:
    window.resize(960, 640)
    qtbot.waitUntil(lambda: not tab.pane.isVisible())
    qtbot.keyClick(tab.list, Qt.Key.Key_Return)
    assert tab.pane.isVisible()
    qtbot.keyClick(tab.pane, Qt.Key.Key_Escape)
    assert tab.list.isVisible()
    assert not tab.pane.isVisible()


def test_every_line_can_be_heard(tab: AlertsTab, says: Callable[[int], str]) -> None:
    assert says(1).startswith("Urgent, Quillon Freight, reason 0, ")
    assert "€48,000" in says(1)
    assert "expires in 6 d" in says(1)
    assert "unread" in says(1)


@pytest.fixture
def says(tab: AlertsTab) -> Callable[[int], str]:
    return lambda row: str(tab.model.data(tab.model.index(row), Qt.ItemDataRole.AccessibleTextRole))


@pytest.mark.parametrize("width", [980, 1040, 1120, 1280])
def test_no_button_is_cut_in_a_narrow_window(tab: AlertsTab, window: MainWindow, qtbot: QtBot, width: int) -> None:
    window.resize(width, 640)
    qtbot.waitUntil(lambda: window.width() == width)
    qtbot.waitUntil(lambda: fits(tab.pane.buttons))
    qtbot.keyClick(tab.list, Qt.Key.Key_J, SHIFT)
    qtbot.waitUntil(lambda: tab.bulk.isVisible() and fits(tab.bulk))


def fits(part: QWidget) -> bool:
    buttons = [button for button in part.findChildren(KeyButton) if button.isVisible()]
    inside = all(part.rect().contains(button.geometry()) for button in buttons)
    return bool(buttons) and inside and all(button.width() >= button.sizeHint().width() for button in buttons)


def test_an_alert_that_is_no_jump_says_where_the_prospect_stood(tab: AlertsTab, raised: list[RecordId]) -> None:
    alert = next(one for one in tab.model.alerts() if one.id == raised[1])
    assert alert.prospect is not None
    move(tab.context, alert.prospect, "Engagement", "Exploration")
    with tab.context.database.write() as connection:
        sql.run(connection, "UPDATE stage_history SET at = '2026-05-01T00:00:00.000Z'")
    tab.list.show_alert(raised[1])
    assert "Stood at: 2 Exploration" in tab.pane.why.accessibleDescription()
