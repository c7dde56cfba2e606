"""When a window stands that was just shown."""

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeydesk.ui.program import first_picture
from journeydesk.ui.program.first_picture import FirstPicture


class Painted(QWidget):
    """Counts its pictures; is painted again until it was painted `wanted` times."""

    def __init__(self, wanted: int) -> None:
        super().__init__()
        self.times = 0
        self._wanted = wanted

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.times += 1
        if self.times < self._wanted:
            self.update()


def test_a_window_stands_once_it_is_painted_no_more(qtbot: QtBot) -> None:
    window = Painted(5)
    qtbot.addWidget(window)
    picture = FirstPicture(window)
    seen: list[int] = []
    picture.stands.connect(lambda: seen.append(window.times))
    window.show()
    qtbot.waitUntil(lambda: bool(seen))
    window.update()
    qtbot.waitUntil(lambda: window.times == 6)
    assert seen == [5]


def test_a_window_that_is_never_still_stands_after_a_while(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_picture, "_AT_MOST_MS", 100)
    window = Painted(1_000_000)
    qtbot.addWidget(window)
    picture = FirstPicture(window)
    with qtbot.waitSignal(picture.stands):
        window.show()


def test_who_stopped_hears_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_picture, "_AT_MOST_MS", 50)
    window = Painted(1)
    qtbot.addWidget(window)
    picture = FirstPicture(window)
    other = FirstPicture(window)
    seen: list[int] = []
    picture.stands.connect(lambda: seen.append(1))
    picture.stop()
    with qtbot.waitSignal(other.stands):
        window.show()
    assert seen == []
