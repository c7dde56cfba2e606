"""The pill in the window: what a screen reader hears of it."""

from pytestqt.qtbot import QtBot

from journeydesk.services.sync.pill import PillWords
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.window.pill import ANNOUNCE_MS, SyncPill


def test_of_a_flood_of_changes_only_the_newest_is_announced(window: MainWindow, qtbot: QtBot) -> None:
    pill = SyncPill(window.theme, window, announce_ms=150)
    heard: list[str] = []
    pill.announced.connect(heard.append)
    with qtbot.waitSignal(pill.announced, timeout=3000) as said:
        for number in range(1, 8):
            pill.show_words(PillWords(f"Syncing {number}/7", "busy", "refresh", number / 7))
            assert pill.accessibleName() == pill.text() == f"Syncing {number}/7"
    assert said.args == ["Syncing 7/7"]
    assert heard == ["Syncing 7/7"]


def test_between_two_announcements_are_ten_seconds() -> None:
    assert ANNOUNCE_MS == 10_000
