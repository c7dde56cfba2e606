"""The recovery key and removing everything, on the page Sync and storage."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.domain import recovery_key
from journeydesk.services.workspace.recovery import is_noted
from journeydesk.ui.dialogs.safety import REMOVAL, RecoveryKeySheet, RemovalSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.settings.tab import SettingsTab


def press(window: MainWindow, qtbot: QtBot, name: str) -> QWidget:
    window.show_place("Settings")
    tab = window.tab("Settings")
    assert isinstance(tab, SettingsTab)
    tab.show_page("Sync and storage")
    (button,) = [each for each in tab.findChildren(QPushButton) if each.text() == name]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    kind = RecoveryKeySheet if name == "Recovery key…" else RemovalSheet
    (sheet,) = window.findChildren(kind)
    return sheet


def test_the_recovery_key_is_noted_once_it_was_typed_back(window: MainWindow, qtbot: QtBot) -> None:
    sheet = press(window, qtbot, "Recovery key…")
    assert isinstance(sheet, RecoveryKeySheet)
    qtbot.keyClicks(sheet.field, recovery_key.written(bytes(32)))
    qtbot.mouseClick(sheet.ok, Qt.MouseButton.LeftButton)
    assert "another key" in sheet.wrong.text()
    assert not is_noted(window.context)
    sheet.field.clear()
    qtbot.keyClicks(sheet.field, sheet.key.text().lower())
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert is_noted(window.context)
    assert not sheet.isVisible()


@pytest.mark.parametrize("typed", ["", "remove", "yes"])
def test_without_the_words_nothing_is_removed(window: MainWindow, qtbot: QtBot, typed: str) -> None:
    sheet = press(window, qtbot, "Remove everything…")
    assert isinstance(sheet, RemovalSheet)
    qtbot.keyClicks(sheet.field, typed)
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(sheet.ok, Qt.MouseButton.LeftButton)
    assert window.isVisible()
    assert window.property(REMOVAL) is None
    qtbot.keyClick(sheet.field, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_with_the_words_the_window_closes_to_be_removed(window: MainWindow, qtbot: QtBot) -> None:
    sheet = press(window, qtbot, "Remove everything…")
    assert isinstance(sheet, RemovalSheet)
    qtbot.keyClicks(sheet.field, "remove everything")
    qtbot.mouseClick(sheet.ok, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert window.property(REMOVAL) is True
