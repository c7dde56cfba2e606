"""The inbox's list and what it opens: groups, filters, places, narrow windows (docs/interface.md, "Alert inbox")."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.domain.rules.jumps import STAGE_SKIP
from journeydesk.services.changes import Change
from journeydesk.services.commands.alerts import acknowledge, mark_actioned, snooze
from journeydesk.services.commands.prospects import move
from journeydesk.storage.alerts.inbox import raise_alerts
from journeydesk.storage.engine import sql
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from journeydesk.ui.tabs.settings.tab import SettingsTab
from journeydesk.ui.targets import AlertTarget
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel
from tests.ui.alerts.conftest import AUTHOR, draft
from tests.ui.alerts.inbox import choose, current, lines, popup
from tests.workspaces import NOW

# The platform without a screen says so of each menu that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_the_inbox_is_grouped_by_priority_and_keeps_qts_rules(tab: AlertsTab) -> None:
    tester = QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert lines(tab) == ["Urgent 1", "reason 0", "High 3", "reason 1", "reason 2", "reason 4", "Normal 1", "reason 3"]
    tab.show_status("Expired")
    assert lines(tab) == []
    tester.deleteLater()


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


def elsewhere(tab: AlertsTab, prospect: RecordId, field: str, value: str) -> None:
    """Somebody else writes this value of a prospect, and no rule is asked."""
    with tab.context.database.write() as connection:
        sql.run(connection, f"UPDATE prospects SET {field} = ? WHERE lid = ?", (value, prospect))
    tab.context.publish(Change(frozenset({"prospects"}), frozenset({prospect}), "sync"))


def test_who_changed_is_shown_so_and_nothing_else_is_made_anew(tab: AlertsTab, raised: list[RecordId], qtbot: QtBot) -> None:
    rows = {alert.id: alert for alert in tab.model.alerts()}
    about, other = rows[raised[0]].prospect, rows[raised[2]].prospect
    assert about is not None and other is not None
    tab.list.show_alert(raised[0])
    facts = set(tab.pane.side.findChildren(ElidedLabel))
    with qtbot.assertNotEmitted(tab.model.modelReset):
        elsewhere(tab, other, "company", "Kern & Co")
        qtbot.waitUntil(lambda: "Kern & Co" in [alert.company for alert in tab.model.alerts()])
    assert set(tab.pane.side.findChildren(ElidedLabel)) == facts
    elsewhere(tab, about, "email", "ada@kern.example")
    qtbot.waitUntil(lambda: "ada@kern.example" in [fact.text() for fact in tab.pane.side.findChildren(ElidedLabel)])


def test_what_was_scrolled_to_stays_in_sight_when_something_changes(
    tab: AlertsTab, raised: list[RecordId], window: MainWindow, qtbot: QtBot
) -> None:
    prospect = next(alert.prospect for alert in tab.model.alerts() if alert.prospect is not None)
    with tab.context.database.write() as connection:
        raise_alerts(connection, [(prospect, draft(STAGE_SKIP, "Normal", f"many {n}", n)) for n in range(60)], AUTHOR)
    tab.reload()
    tab.list.show_alert(raised[0])
    bar = tab.list.verticalScrollBar()
    bar.setValue(900)
    elsewhere(tab, prospect, "company", "Kern & Co")
    qtbot.waitUntil(lambda: "Kern & Co" in [alert.company for alert in tab.model.alerts()])
    assert bar.value() == 900
    acknowledge(tab.context, raised[1])
    qtbot.waitUntil(lambda: raised[1] not in [alert.id for alert in tab.model.alerts()])
    assert (bar.value(), current(tab)) == (900, "reason 0")


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
