"""The pill in the window: what a screen reader hears of it."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
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


class _Heard(QObject):
    """Which events a widget was sent."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.kinds: list[QEvent.Type] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.kinds.append(event.type())
        return False


@pytest.mark.parametrize(("words", "again"), [("Not connected", False), ("Up to date", True)])
def test_only_other_words_are_laid_out_and_painted(qtbot: QtBot, window: MainWindow, words: str, again: bool) -> None:
    holder = QWidget(window)
    layout = QVBoxLayout(holder)
    pill = SyncPill(window.theme, holder)
    layout.addWidget(pill)
    pill.show_words(PillWords("Not connected", "quiet", "cloud-off"))
    holder.show()
    qtbot.wait(20)
    heard, painted = _Heard(holder), _Heard(pill)
    pill.show_words(PillWords(words, "quiet", "cloud-off"))
    qtbot.wait(20)
    assert (QEvent.Type.LayoutRequest in heard.kinds, QEvent.Type.Paint in painted.kinds) == (again, again)
    assert pill.text() == words


def test_between_two_announcements_are_ten_seconds() -> None:
    assert ANNOUNCE_MS == 10_000
