"""Triage in the inbox by real keys on a real database (docs/interface.md, "Alert inbox")."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.alerts import acknowledge
from journeydesk.services.commands.undoing import undo
from journeydesk.services.queries.alerts import alert_counts, alert_detail, muted_rules, snoozed_alerts
from journeydesk.services.rows.alerts import AlertRow
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.alerts.line_sheet import LineSheet
from journeydesk.ui.tabs.alerts.snooze_menu import SnoozeMenu
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from journeydesk.ui.tabs.alerts.task_sheet import TaskSheet
from journeydesk.ui.tabs.alerts.view import InboxView
from tests.ui.alerts.inbox import choose, current, lines, popup, sheet, state
from tests.ui.line_menu import line_menu
from tests.workspaces import NOW

# The platform without a screen says so of each menu that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SHIFT = Qt.KeyboardModifier.ShiftModifier


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


def test_what_was_read_after_a_step_is_not_read_again(tab: AlertsTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    read, times = InboxView.read, list[int]()

    def counted(view: InboxView, known: Sequence[AlertRow] = ()) -> tuple[list[AlertRow], list[AlertRow]]:
        times.append(1)
        return read(view, known)

    monkeypatch.setattr(InboxView, "read", counted)
    arrived = tab.window().changed  # type: ignore[attr-defined]
    with qtbot.waitSignal(arrived):
        qtbot.keyClick(tab.list, Qt.Key.Key_A)
    assert times == [1]
    with qtbot.waitSignal(arrived):
        undo(tab.context)
    assert times == [1, 1]


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
    choose(popup(tab, qtbot), "Unmute “Big jump”")
    qtbot.waitUntil(lambda: "no longer muted for all" in window.message.accessibleName())
    assert len(muted_rules(tab.context)) == before
    qtbot.keyClick(tab.list, Qt.Key.Key_U)
    assert len(muted_rules(tab.context)) == before + 1


def test_m_mutes_the_rule_for_one_prospect(tab: AlertsTab, raised: list[RecordId], window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(tab.list, Qt.Key.Key_M)
    choose(popup(tab, qtbot), "for Quillon Freight")
    qtbot.waitUntil(lambda: "is muted for " in window.message.accessibleName())
    single = [(one.rule, one.name) for one in muted_rules(tab.context) if one.prospect is not None]
    assert single == [("big jump", "Quillon Freight")]
    tab.show_status("Expired")
    tab.list.show_alert(raised[0])
    assert "muted for Quillon Freight" in tab.pane.reasons._muted.text()


def test_the_menu_of_an_alert_does_what_its_keys_do(tab: AlertsTab, raised: list[RecordId], qtbot: QtBot) -> None:
    tab.list.setFocus()
    menu = line_menu(tab.list, tab.list.currentIndex(), qtbot)
    first = tab.list.alert()
    assert first is not None
    assert menu.actions()[0].text() == first.company
    next(entry for entry in menu.actions() if entry.text() == "Acknowledge the alert\tA").trigger()
    menu.close()
    qtbot.waitUntil(lambda: tab.model.row_of(first.id) is None)


def test_the_menu_of_several_alerts_is_about_all_of_them(tab: AlertsTab, raised: list[RecordId], qtbot: QtBot) -> None:
    tab.list.setFocus()
    qtbot.keyClick(tab.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    menu = line_menu(tab.list, tab.list.currentIndex(), qtbot)
    assert menu.actions()[0].text() == "5 selected"
    assert "Open the alert's prospect\tO" not in [entry.text() for entry in menu.actions()]
    menu.close()


def test_the_menu_of_an_alert_goes_with_it(tab: AlertsTab, raised: list[RecordId], qtbot: QtBot) -> None:
    tab.list.setFocus()
    menu = line_menu(tab.list, tab.list.currentIndex(), qtbot)
    acknowledging = next(entry for entry in menu.actions() if entry.text() == "Acknowledge the alert\tA")
    acknowledge(tab.context, raised[0])
    qtbot.waitUntil(lambda: current(tab) == "reason 1")
    acknowledging.trigger()
    assert state(tab, raised[1]) == "Pending"
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_what_is_asked_of_an_alert_is_done_to_that_one(
    tab: AlertsTab, raised: list[RecordId], window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(tab.list, Qt.Key.Key_S)
    menu = popup(tab, qtbot)
    tab.list.show_alert(raised[1])
    choose(menu, "1 hour")
    assert [row.id for row in snoozed_alerts(tab.context)] == [raised[0]]
    tab.list.show_alert(raised[1])
    qtbot.keyClick(tab.list, Qt.Key.Key_E, SHIFT)
    asked = sheet(window, LineSheet)
    assert isinstance(asked, LineSheet)
    assert asked.sheet.accessibleName() == f"Mark {tab.list.chosen()[0].company} actioned with a note"
    tab.list.show_alert(raised[2])
    qtbot.keyClicks(asked.field, "Called")
    qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    assert (state(tab, raised[1]), state(tab, raised[2])) == ("Actioned", "Pending")
