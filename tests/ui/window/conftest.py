"""The window in front, as shortcuts need it."""

import pytest
from pytestqt.qtbot import QtBot

from journeydesk.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def in_front(window: MainWindow, qtbot: QtBot) -> None:
    """Keys reach the window."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
