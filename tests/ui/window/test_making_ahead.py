"""Places are made while nobody presses anything, and a press stops that."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from pytestqt.qtbot import QtBot

from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.places import FIRST, TABS
from journeydesk.ui.window.making_ahead import MakingAhead, WhileIdle

LATER = [place for place in TABS if place != FIRST]


def _made(window: MainWindow) -> list[str]:
    return [place for place in LATER if window.pages.is_made(place)]


def test_every_place_is_made_while_nothing_is_pressed(window: MainWindow, qtbot: QtBot) -> None:
    ahead = MakingAhead(window.pages, quiet_ms=20)
    with qtbot.waitSignal(ahead.done, timeout=20_000):
        ahead.begin()
    assert _made(window) == LATER
    assert window.place == FIRST


def test_nothing_is_made_before_a_while_of_quiet(window: MainWindow, qtbot: QtBot) -> None:
    window.ahead.begin()
    qtbot.wait(200)
    assert _made(window) == []
    window.ahead.stop()


def test_where_nobody_touched_it_the_quiet_is_not_waited_for(window: MainWindow, qtbot: QtBot) -> None:
    ahead = MakingAhead(window.pages, quiet_ms=600_000)
    with qtbot.waitSignal(ahead.done, timeout=20_000):
        ahead.begin(0)
    assert _made(window) == LATER


@pytest.mark.parametrize("press", ["key", "mouse", "drag"])
def test_a_press_stops_the_making_for_a_while(window: MainWindow, qtbot: QtBot, press: str) -> None:
    ahead = MakingAhead(window.pages, quiet_ms=400)
    ahead.begin()
    for turn in range(4):
        qtbot.wait(200)
        if press == "key":
            qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
        elif press == "drag":
            qtbot.mouseMove(window.status, QPoint(20 * turn + 5, 5))
        else:
            qtbot.mouseClick(window.status, Qt.MouseButton.LeftButton)
    assert _made(window) == []
    with qtbot.waitSignal(ahead.done, timeout=20_000):
        pass
    assert _made(window) == LATER


def _noting(taken: list[int]) -> Iterator[None]:
    for number in range(2):
        taken.append(number)
        yield


def test_what_can_wait_no_longer_is_not_stopped(window: MainWindow, qtbot: QtBot) -> None:
    taken: list[int] = []
    idle = WhileIdle(_noting(taken), 0, window, at_most_ms=0)
    idle.begin()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    QCoreApplication.processEvents()
    assert taken == [0]
    idle.stop()


def test_what_a_key_asked_for_is_painted_first(window: MainWindow, qtbot: QtBot) -> None:
    taken: list[int] = []
    idle = WhileIdle(_noting(taken), 0, window)
    idle.begin()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    # The quiet is over, for answering the key took as long: what it asked for is painted now.
    QCoreApplication.processEvents()
    assert taken == []
    with qtbot.waitSignal(idle.done, timeout=20_000):
        pass
    assert taken == [0, 1]


def test_a_window_that_closes_makes_nothing_more(window: MainWindow, qtbot: QtBot) -> None:
    ahead = window.ahead = MakingAhead(window.pages, quiet_ms=20)
    ahead.begin()
    window.close()
    qtbot.wait(200)
    assert _made(window) == []


def test_a_place_that_was_opened_already_is_left(window: MainWindow, qtbot: QtBot) -> None:
    window.show_place("Kanban")
    board = window.tab("Kanban")
    ahead = MakingAhead(window.pages, quiet_ms=20)
    with qtbot.waitSignal(ahead.done, timeout=20_000):
        ahead.begin()
    assert window.tab("Kanban") is board
    assert window.place == "Kanban"
