"""Closing the window while something waits."""

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.window.farewell import GONE_WITHIN_MS, Farewell, farewell_words
from tests.ui.test_sync_details import fill, sent


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer whose desktop shows no notifications."""
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)


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


@pytest.mark.parametrize(
    ("passed", "left"), [(0, GONE_WITHIN_MS), (300, GONE_WITHIN_MS - 300), (GONE_WITHIN_MS, 0), (9_000, 0)]
)
def test_the_line_stays_for_what_is_left_of_the_end(window: MainWindow, qtbot: QtBot, passed: int, left: int) -> None:
    farewell = Farewell(window.theme, farewell_words(7), QRect(100, 50, 800, 500), lambda: passed)
    qtbot.addWidget(farewell)
    farewell.begin()
    assert farewell.isVisible()
    farewell.finish()
    assert farewell.left_ms() == left < 1_000
    qtbot.waitUntil(lambda: not farewell.isVisible())
