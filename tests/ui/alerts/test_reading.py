"""Beside the inbox: what can be done with an alert in each state, why it is here, what happened to it; and many at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.attention import unread_count
from journeydesk.services.changes import Change
from journeydesk.services.commands.alerts import acknowledge, mark_actioned
from journeydesk.services.queries.alerts import alert_detail
from journeydesk.storage.engine import sql
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from tests.ui.alerts.inbox import state

# The platform without a screen says so of each menu that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def put(tab: AlertsTab, alert: RecordId, status: str) -> None:
    """Brings an alert into a state, and shows it."""
    if status == "Acknowledged":
        acknowledge(tab.context, [alert])
    elif status == "Actioned":
        mark_actioned(tab.context, [alert])
    elif status == "Expired":
        with tab.context.database.write() as connection:
            sql.run(connection, "UPDATE alerts SET status = 'Expired' WHERE lid = ?", (alert,))
    assert tab.open_alert(alert)


@pytest.mark.parametrize(
    ("status", "allowed"),
    [
        ("Pending", ["acknowledge", "actioned", "snooze", "call", "open"]),
        ("Acknowledged", ["actioned", "call", "open"]),
        ("Actioned", ["open"]),
        ("Expired", ["open"]),
    ],
)
def test_a_state_allows_what_can_still_be_done(tab: AlertsTab, raised: list[RecordId], status: str, allowed: list[str]) -> None:
    put(tab, raised[1], status)
    buttons = tab.pane.buttons
    every = ("acknowledge", "actioned", "snooze", "call", "open")
    assert [name for name in every if getattr(buttons, name).isEnabled()] == allowed
    if status in ("Actioned", "Expired"):
        assert buttons.snooze.toolTip() == f"This alert is {status.lower()}"
    assert buttons.actioned.toolTip() == ("Shift+E adds a note" if "actioned" in allowed else f"This alert is {status.lower()}")


def test_an_alert_of_the_team_has_nobody_to_call_or_open(tab: AlertsTab, raised: list[RecordId]) -> None:
    tab.list.show_alert(raised[4])
    assert not tab.pane.buttons.call.isEnabled()
    assert not tab.pane.buttons.open.isEnabled()
    assert not tab.pane.side.isVisible()
    tab.list.show_alert(raised[0])
    assert tab.pane.buttons.open.isEnabled()
    assert tab.pane.side.isVisible()


@pytest.mark.parametrize(("button", "status"), [("acknowledge", "Acknowledged"), ("actioned", "Actioned")])
def test_a_button_does_what_its_key_does(
    tab: AlertsTab, raised: list[RecordId], qtbot: QtBot, button: str, status: str
) -> None:
    tab.list.show_alert(raised[1])
    qtbot.mouseClick(getattr(tab.pane.buttons, button), LEFT)
    assert state(tab, raised[1]) == status
    current = tab.list.alert()
    assert current is not None
    assert current.id == raised[2]


def test_open_goes_to_the_prospect_of_the_alert(tab: AlertsTab, raised: list[RecordId], qtbot: QtBot) -> None:
    tab.list.show_alert(raised[1])
    alert = tab.list.alert()
    assert alert is not None
    with qtbot.waitSignal(tab.prospect_requested) as asked:
        qtbot.mouseClick(tab.pane.buttons.open, LEFT)
    assert asked.args == [alert.prospect]
    with qtbot.waitSignal(tab.prospect_requested):
        qtbot.keyClick(tab.list, Qt.Key.Key_O)
    with qtbot.waitSignal(tab.log_requested) as logged:
        qtbot.mouseClick(tab.pane.buttons.call, LEFT)
    assert logged.args == [alert.prospect, "Call"]


@pytest.mark.parametrize(
    ("values", "shown", "address"),
    [
        ({"phone": "+48 601 002 003"}, "call", "tel:+48601002003"),
        ({"email": "z@meble.example"}, "write", "mailto:z@meble.example"),
        ({"phone": "+48 601 002 003", "email": "z@meble.example"}, "call", "tel:+48601002003"),
    ],
)
def test_the_card_reaches_the_person_by_phone_else_by_mail(
    tab: AlertsTab,
    raised: list[RecordId],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    values: dict[str, str],
    shown: str,
    address: str,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    tab.list.show_alert(raised[1])
    alert = tab.list.alert()
    assert alert is not None
    assert alert.prospect is not None
    with tab.context.database.write() as connection:
        for field, value in values.items():
            sql.run(connection, f"UPDATE prospects SET {field} = ? WHERE lid = ?", (value, alert.prospect))
    tab.refresh(Change(frozenset({"prospects"}), frozenset({alert.prospect})))
    card = tab.pane.action
    button = {"call": card.call, "write": card.write}
    assert [name for name, part in button.items() if part.isVisible()] == [shown]
    qtbot.mouseClick(button[shown], LEFT)
    assert opened == [address]


def test_the_card_names_what_it_opens(tab: AlertsTab, raised: list[RecordId]) -> None:
    tab.list.show_alert(raised[0])
    card = tab.pane.action
    assert card.act.accessibleName().endswith("(Enter)")
    assert card.act.property("kind") == "primary"
    assert card.accessibleName()
    put(tab, raised[0], "Actioned")
    assert card.act.property("kind") == "default"


def test_the_evidence_is_heard_line_by_line(tab: AlertsTab, raised: list[RecordId]) -> None:
    tab.list.show_alert(raised[1])
    earned = tab.pane.earned
    assert earned.isVisible()
    assert earned.accessibleDescription().startswith("Fell from 1,082 calls to 286, , ")
    assert earned.height() == 30
    assert tab.pane._earned_title.text() == "What it saw"


def test_the_history_tells_each_step_newest_first(tab: AlertsTab, raised: list[RecordId]) -> None:
    tab.list.show_alert(raised[1])
    before = tab.pane.history.accessibleDescription()
    assert len(before.split("; ")) == 1
    acknowledge(tab.context, [raised[1]])
    mark_actioned(tab.context, [raised[1]], "Called, meeting is set")
    tab.open_alert(raised[1])
    steps = tab.pane.history.accessibleDescription().split("; ")
    assert len(steps) == 3
    assert steps[-1] == before
    assert tab.pane.history.height() == 3 * 39
    assert "Amaia Etxarri" in steps[0]
    assert tab.pane._note.text() == "Called, meeting is set"
    assert tab.pane._note.isVisible()


def test_without_a_note_there_is_no_heading_for_one(tab: AlertsTab, raised: list[RecordId]) -> None:
    tab.list.show_alert(raised[1])
    assert not tab.pane._note.isVisible()
    assert not tab.pane._note_title.isVisible()


def test_why_names_reason_and_rule(tab: AlertsTab, raised: list[RecordId], qtbot: QtBot) -> None:
    tab.list.show_alert(raised[1])
    words = tab.pane.why.accessibleDescription()
    assert words.startswith("reason 1. ")
    assert "What it saw: reason 1" in words
    qtbot.keyClick(tab.list, Qt.Key.Key_W)
    assert tab.pane.why.hasFocus()


def test_an_alert_is_read_after_it_was_looked_at(tab: AlertsTab, raised: list[RecordId], qtbot: QtBot) -> None:
    tab.list.show_alert(raised[2])
    unread = unread_count(tab.context)
    assert tab._reader.isActive()
    assert tab._reader.interval() == 2000
    tab._reader.start(5)
    qtbot.waitUntil(lambda: unread_count(tab.context) == unread - 1)
    detail = alert_detail(tab.context, raised[2])
    assert detail is not None
    assert not detail.row.unread
    assert tab.facts() == f"5 pending · {unread - 1} unread"


def test_an_alert_that_is_passed_by_stays_unread(tab: AlertsTab, raised: list[RecordId], qtbot: QtBot) -> None:
    tab._reader.setInterval(40)
    tab.list.show_alert(raised[2])
    tab.list.show_alert(raised[1])
    qtbot.waitUntil(lambda: not tab._reader.isActive())
    detail = alert_detail(tab.context, raised[2])
    assert detail is not None
    assert detail.row.unread


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("Acknowledged", "No acknowledged alerts."),
        ("Actioned", "Nothing has been actioned yet."),
        ("Expired", "Nothing has expired."),
    ],
)
def test_an_empty_list_says_why(tab: AlertsTab, qtbot: QtBot, status: str, words: str) -> None:
    qtbot.mouseClick(tab.states.tab(status), LEFT)
    assert tab.list.empty_text == words
    assert tab.list.alert() is None
    assert not tab.pane.isVisible()
    tab.filter_by("priority", "Urgent")
    assert tab.list.empty_text == "No alert matches the filter. Clear it to see all."
    empty = tab.list.viewport().grab().toImage()
    tab.list.empty_text = ""
    assert tab.list.viewport().grab().toImage() != empty


def test_each_state_counts_its_alerts(tab: AlertsTab, raised: list[RecordId]) -> None:
    put(tab, raised[1], "Acknowledged")
    put(tab, raised[2], "Actioned")
    names = [tab.states.tab(name).accessibleName() for name in ("Pending", "Acknowledged", "Actioned", "Expired")]
    assert names == ["Pending, 3", "Acknowledged, 1", "Actioned, 1", "Expired, 0"]
    assert tab.states.tab("Actioned").isChecked()


def test_arrows_go_through_the_states_and_stop(tab: AlertsTab, qtbot: QtBot) -> None:
    chosen: list[str] = []
    tab.states.chosen.connect(chosen.append)
    tab.states.tab("Pending").setFocus()
    keys = (Qt.Key.Key_Left, *(Qt.Key.Key_Right,) * 4, Qt.Key.Key_Left)
    for key in keys:
        qtbot.keyClick(tab.states, key)
    assert chosen == ["Acknowledged", "Actioned", "Expired", "Actioned"]


def select(tab: AlertsTab, qtbot: QtBot, count: int) -> None:
    """Takes this many alerts from the first on."""
    for _ in range(count - 1):
        qtbot.keyClick(tab.list, Qt.Key.Key_J, SHIFT)


@pytest.mark.parametrize(
    ("button", "left"), [("acknowledge", {"Pending": 2, "Acknowledged": 3}), ("done", {"Pending": 2, "Actioned": 3})]
)
def test_a_button_handles_all_that_are_selected(
    tab: AlertsTab, raised: list[RecordId], qtbot: QtBot, button: str, left: dict[str, int]
) -> None:
    select(tab, qtbot, 3)
    assert tab.bulk.isVisible()
    qtbot.mouseClick(getattr(tab.bulk, button), LEFT)
    for status, count in left.items():
        assert sum(state(tab, alert) == status for alert in raised) == count


def test_clear_selection_leaves_the_current_one(tab: AlertsTab, qtbot: QtBot) -> None:
    select(tab, qtbot, 3)
    qtbot.mouseClick(tab.bulk.clear, LEFT)
    assert [alert.reason for alert in tab.list.chosen()] == ["reason 2"]
    assert tab.pane.isVisible()
    assert tab.list.hasFocus()


def test_ctrl_a_selects_all_and_sums_what_is_at_stake(tab: AlertsTab, qtbot: QtBot) -> None:
    qtbot.keyClick(tab.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    words = tab.bulk.accessibleName()
    assert words.startswith("5 alerts selected: 1 urgent, 3 high, 1 normal · 4 prospects")
    assert "€258,000" in words.replace("\u202f", ",").replace("\u00a0", " ")


def test_what_nobody_can_do_any_more_is_not_offered_for_many(tab: AlertsTab, raised: list[RecordId], qtbot: QtBot) -> None:
    mark_actioned(tab.context, raised[:3])
    tab.show_status("Actioned")
    select(tab, qtbot, 3)
    assert [part.isEnabled() for part in (tab.bulk.acknowledge, tab.bulk.done, tab.bulk.snooze)] == [False, False, False]
    acknowledge(tab.context, raised[3:])
    tab.show_status("Acknowledged")
    select(tab, qtbot, 2)
    assert [part.isEnabled() for part in (tab.bulk.acknowledge, tab.bulk.done, tab.bulk.snooze)] == [False, True, False]


@pytest.mark.parametrize(
    ("status", "key", "words"),
    [
        ("Acknowledged", Qt.Key.Key_A, "This alert is acknowledged already"),
        ("Actioned", Qt.Key.Key_E, "This alert is actioned already"),
        ("Expired", Qt.Key.Key_S, "This alert is expired already"),
    ],
)
def test_a_key_that_can_do_nothing_says_why(
    tab: AlertsTab, raised: list[RecordId], window: MainWindow, qtbot: QtBot, status: str, key: Qt.Key, words: str
) -> None:
    put(tab, raised[1], status)
    qtbot.keyClick(tab.list, key)
    assert window.message.accessibleName() == words
    assert state(tab, raised[1]) == status


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        (Qt.Key.Key_End, "reason 3"),
        (Qt.Key.Key_Home, "reason 0"),
        (Qt.Key.Key_PageDown, "reason 3"),
        (Qt.Key.Key_PageUp, "reason 0"),
    ],
)
def test_home_end_and_pages_end_on_an_alert(
    tab: AlertsTab, raised: list[RecordId], qtbot: QtBot, key: Qt.Key, reason: str
) -> None:
    tab.list.show_alert(raised[2])
    qtbot.keyClick(tab.list, key)
    alert = tab.list.alert()
    assert alert is not None
    assert alert.reason == reason


def test_a_double_click_goes_to_the_prospect(tab: AlertsTab, raised: list[RecordId], qtbot: QtBot) -> None:
    row = tab.model.row_of(raised[2])
    assert row is not None
    place = tab.list.visualRect(tab.model.index(row)).center()
    qtbot.mouseClick(tab.list.viewport(), LEFT, pos=place)
    with qtbot.waitSignal(tab.prospect_requested):
        qtbot.mouseDClick(tab.list.viewport(), LEFT, pos=place)


def test_the_filter_of_nobody_and_of_a_rule_narrow_together(tab: AlertsTab, raised: list[RecordId]) -> None:
    tab.filter_by("priority", "High")
    alert = tab.model.alerts()[0]
    tab.filter_by("rule", alert.rule)
    assert [row.rule for row in tab.model.alerts()] == [alert.rule]
    assert tab.list_pane.filter_button.accessibleName() == "Filter and group (F), on"
    tab.filter_by("priority", None)
    tab.filter_by("rule", None)
    assert len(tab.model.alerts()) == 5
    assert tab.list_pane.filter_button.accessibleName() == "Filter and group (F)"


def test_the_words_of_the_pane_can_be_pressed_by_name(tab: AlertsTab, raised: list[RecordId]) -> None:
    tab.list.show_alert(raised[1])
    buttons = [part for part in tab.pane.findChildren(QPushButton) if part.isVisible()]
    assert len(buttons) > 6
    assert all(part.accessibleName() for part in buttons)
