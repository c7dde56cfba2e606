"""Closing to the tray: only where it was chosen, explained once; without a tray the window closes."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.window import tray

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged")


@pytest.fixture
def explained(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A desktop with a tray, and what was told there."""
    told: list[str] = []
    monkeypatch.setattr(tray, "has_tray", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, _title, words, *_: told.append(words))
    yield told


def test_closing_quits_unless_the_tray_was_chosen(window: MainWindow, explained: list[str]) -> None:
    ended: list[int] = []
    window.on_close = lambda: ended.append(1)
    window.close()
    assert (ended, explained, window.isVisible()) == ([1], [], False)


def test_it_goes_on_in_the_tray_is_explained_once_and_comes_back(
    window: MainWindow, explained: list[str], qtbot: QtBot
) -> None:
    ended: list[int] = []
    window.on_close = lambda: ended.append(1)
    window.tray.choose(True)
    for _ in range(2):
        window.close()
        assert not window.isVisible()
        assert window.tray.icon is not None
        window.tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
        assert window.isVisible()
    assert ended == []
    assert explained == [tray.EXPLAINED]
    window.quit()
    assert ended == [1]
    assert window.tray.icon is not None
    assert not window.tray.icon.isVisible()


def test_its_menu_brings_back_logs_syncs_and_quits(window: MainWindow, explained: list[str]) -> None:
    window.tray.choose(True)
    window.close()
    assert window.tray.menu is not None
    entries = {entry.text(): entry for entry in window.tray.menu.actions() if entry.text()}
    assert list(entries) == ["Open Journeydesk", "Log a call…", "Sync now", "Quit"]
    entries["Open Journeydesk"].trigger()
    assert window.isVisible()
    window.close()
    entries["Quit"].trigger()
    assert window.is_quitting


def test_without_a_tray_the_window_closes_though_it_was_chosen(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tray, "has_tray", lambda: False)
    ended: list[int] = []
    window.on_close = lambda: ended.append(1)
    window.tray.choose(True)
    window.close()
    assert (ended, window.isVisible()) == ([1], False)


def test_the_end_of_the_session_closes_it_for_good(window: MainWindow, explained: list[str]) -> None:
    ended: list[int] = []
    window.on_close = lambda: ended.append(1)
    window.tray.choose(True)
    window.end_session()
    window.close()
    assert ended == [1]
