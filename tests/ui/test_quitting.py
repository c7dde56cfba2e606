"""Closing the window while something waits."""

from pytestqt.qtbot import QtBot

from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.window.farewell import farewell_words
from tests.ui.test_sync_details import fill, sent


def test_closing_with_a_queue_says_one_line_and_asks_nothing(window: MainWindow, qtbot: QtBot) -> None:
    sent(window.context)
    fill(window.context, 7)
    window.sync.show_pill()
    assert window.close()
    assert not window.isVisible()
    assert window.farewell is not None
    farewell = window.farewell
    assert farewell.isVisible()
    assert farewell.accessibleName() == "7 changes are saved here and will send next time"
    qtbot.waitUntil(lambda: not farewell.isVisible(), timeout=5_000)


def test_closing_with_nothing_to_send_says_nothing(window: MainWindow) -> None:
    sent(window.context)
    window.sync.show_pill()
    assert window.close()
    assert window.farewell is None


def test_one_change_is_one_change() -> None:
    assert farewell_words(1) == "1 change is saved here and will send next time"
    assert farewell_words(0) == ""
