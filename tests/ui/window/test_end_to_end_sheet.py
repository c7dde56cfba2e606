"""The end-to-end check by hand: run, what came of it, closed while it runs."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from journeydesk.services.onboarding.end_to_end import last_check
from journeydesk.ui.dialogs.end_to_end_sheet import EndToEndSheet
from journeydesk.ui.main_window import MainWindow


def opened(window: MainWindow) -> EndToEndSheet:
    window.deeds.check_onboarding()
    return next(sheet for sheet in window.findChildren(EndToEndSheet) if sheet.isVisible())


def test_the_integrations_lead_to_it(window: MainWindow) -> None:
    window.deeds.show_page("Integrations")
    button = window.findChild(QPushButton, "check end to end")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert any(sheet.isVisible() for sheet in window.findChildren(EndToEndSheet))


def words(sheet: EndToEndSheet) -> str:
    return "\n".join(part.text() for part in sheet.findChildren(QLabel) if part.isVisible())


def test_a_run_says_what_works_and_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    sheet = opened(window)
    assert "has not run on this computer yet" in words(sheet)
    qtbot.mouseClick(sheet.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not sheet.work.busy("check") and sheet.check.isEnabled(), timeout=20_000)
    qtbot.waitUntil(lambda: "→ Switch Events in on under Integrations" in words(sheet))
    assert "0 of 7 steps work; 7 are not connected" in words(sheet)
    sheet.done()
    again = opened(window)
    qtbot.waitUntil(lambda: "0 of 7 steps work" in words(again))
    assert "with the test customer TEST-" in words(again)


def test_closing_while_it_runs_keeps_what_is_known(window: MainWindow, qtbot: QtBot) -> None:
    sheet = opened(window)
    qtbot.keyClick(sheet.check, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    work = sheet.work
    sheet.done()
    work.wait()
    qtbot.waitUntil(lambda: last_check(window.context) is not None)
