"""A key that is held a moment too long: the keyboard repeats it, and what decides is decided once."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.messages.deciding import write_message
from journeydesk.services.messages.showing import message_lines
from journeydesk.services.queries.alerts import alert_counts
from journeydesk.ui.dialogs.log_call.note_field import NoteField
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.alerts.tab import AlertsTab
from journeydesk.ui.tabs.duplicates.tab import DuplicatesTab
from journeydesk.ui.tabs.prospects.tab import ProspectsTab

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def hold(target: QObject, key: Qt.Key, text: str = "", modifier: Qt.KeyboardModifier = NONE) -> None:
    """Four presses as a keyboard sends them of a key that is held."""
    for number in range(4):
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, modifier, text, number > 0))


def alerts(window: MainWindow) -> AlertsTab:
    window.show_place("Alerts")
    tab = window.tab("Alerts")
    assert isinstance(tab, AlertsTab)
    return tab


def test_an_alert_is_acknowledged_and_the_next_left_alone(window: MainWindow, raised: list[RecordId], qtbot: QtBot) -> None:
    tab = alerts(window)
    qtbot.waitUntil(lambda: tab.list.alert() is not None)
    hold(tab.list, Qt.Key.Key_A, "a")
    assert alert_counts(window.context)["Acknowledged"] == 1
    before = tab.list.currentIndex().row()
    hold(tab.list, Qt.Key.Key_J, "j")
    assert tab.list.currentIndex().row() > before + 1


def test_a_message_is_approved_and_the_next_left_alone(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    for prospect in tab.model.all_ids()[:3]:
        write_message(window.context, prospect, "Two references", ["Good morning."])
    inbox = alerts(window)
    inbox.list.setFocus()
    qtbot.keyClick(inbox.list, Qt.Key.Key_G)
    shown = inbox.halves.messages
    assert shown is not None
    qtbot.waitUntil(shown.list.hasFocus)
    hold(shown.list, Qt.Key.Key_Return, "\r", CONTROL)
    waiting, decided = message_lines(window.context)
    assert (len(waiting), len(decided)) == (2, 1)


def test_a_pair_is_merged_and_the_next_left_alone(window: MainWindow, qtbot: QtBot) -> None:
    for company in ("Halcyon Glass", "Ferncliff Tea", "Rookwood Paper"):
        for contact in ("Morven Strachan", "M. Strachan"):
            create_prospect(window.context, {"company": company, "contact_name": contact, "phone": "+44 20 7946 0132"})
    window.show_place("Duplicates")
    tab = window.tab("Duplicates")
    assert isinstance(tab, DuplicatesTab)
    qtbot.waitUntil(lambda: len(tab.model.lines) > 2)
    hold(tab.grid, Qt.Key.Key_M, "m")
    assert tab.chips["merged"].accessibleName() == "Merged, 1"


def test_a_key_that_opens_the_log_writes_nothing_into_its_note(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.table.setFocus()
    tab.table.go_to(0)
    system = window.windowHandle()
    QTest.keyPress(system, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), NoteField))
    note = QApplication.focusWidget()
    assert isinstance(note, NoteField)
    repeated = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_L, NONE, "l", True)
    QApplication.sendEvent(system, repeated)
    assert note.toPlainText() == ""
    QTest.keyRelease(system, Qt.Key.Key_L)
    hold(system, Qt.Key.Key_L, "l")
    assert note.toPlainText() == "llll"
