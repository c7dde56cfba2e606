"""Who is told of events, in the window: added, switched off, removed, and what could not be delivered sent again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.services.events_out.card import EVENTS_OUT
from journeydesk.services.events_out.targets import all_targets
from journeydesk.storage.engine import sql
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.receiving.opening import tell_others_of_events
from journeydesk.ui.receiving.targets_sheet import TargetsSheet
from journeydesk.ui.widgets.switch import Switch
from tests.fakes.open_keyring import OpenKeyring


@pytest.fixture
def sheet(window: MainWindow, vault: OpenKeyring) -> TargetsSheet:
    """The sheet of addresses, on a computer with a keyring."""
    tell_others_of_events(window, EVENTS_OUT)
    found = window.findChild(TargetsSheet)
    assert found is not None
    return found


def press(part: QWidget, text: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(each.text() == text and each.isVisibleTo(part) for each in part.findChildren(QPushButton)))
    button = next(each for each in part.findChildren(QPushButton) if each.text() == text and each.isVisibleTo(part))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_address_is_added_switched_off_and_removed(sheet: TargetsSheet, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(sheet.first, "https://example.com/hook")
    press(sheet, "Add", qtbot)
    (target,) = all_targets(window.context)
    assert (target.url, target.state, target.events) == (
        "https://example.com/hook",
        "on",
        ("application_received", "beta_activated"),
    )
    row = sheet.findChild(QWidget, f"target {target.id}")
    assert row is not None
    switch = row.findChild(Switch)
    assert switch is not None
    qtbot.waitUntil(switch.isVisible)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert all_targets(window.context)[0].state == "off"
    press(sheet, "Remove", qtbot)
    assert all_targets(window.context) == []


def test_a_wrong_address_is_said_in_place(sheet: TargetsSheet, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(sheet.first, "http://example.com/hook")
    press(sheet, "Add", qtbot)
    assert "Use https" in sheet.wrong.text()
    assert all_targets(window.context) == []


def test_what_was_not_delivered_is_sent_again(sheet: TargetsSheet, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(sheet.first, "https://example.com/hook")
    press(sheet, "Add", qtbot)
    (target,) = all_targets(window.context)
    with window.context.database.write() as connection:
        sql.run(
            connection,
            "INSERT INTO delivery (id, target, event, body, made_at, due_at, state, answer) VALUES "
            "('msg_1', ?, 'application_received', '{}', '2026', '2026', 'dead', '500 broken')",
            (target.id,),
        )
    sheet.read()
    qtbot.waitUntil(lambda: any("1 event was not delivered" in each.text() for each in sheet.findChildren(QLabel)))
    press(sheet, "Send again", qtbot)
    with window.context.database.read() as connection:
        assert sql.scalar(connection, "SELECT state FROM delivery") == "waiting"
