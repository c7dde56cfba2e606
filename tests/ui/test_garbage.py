"""Cyclic garbage falls in the window's thread, whichever thread made it."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from journeydesk.ui.program import garbage
from journeydesk.ui.program.garbage import Collector


class Knot:
    """Something that only the cyclic collection can free."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    owner = QObject()
    made = Collector(owner)
    yield made
    made.stop()


def _tie(fallen_in: list[str], count: int) -> None:
    for _ in range(count):
        weakref.finalize(Knot(), lambda: fallen_in.append(threading.current_thread().name)).atexit = False


def test_another_threads_garbage_is_collected_by_the_window(qtbot: QtBot, collector: Collector) -> None:
    fallen_in: list[str] = []
    worker = threading.Thread(target=_tie, args=(fallen_in, 3000), name="sync")
    worker.start()
    worker.join()
    assert fallen_in == []
    qtbot.waitUntil(lambda: len(fallen_in) == 3000, timeout=10_000)
    assert set(fallen_in) == {threading.current_thread().name}


def test_what_was_let_go_of_is_given_back_to_the_system(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    times = list[int]()
    monkeypatch.setattr(garbage, "give_back", lambda: times.append(gc.get_count()[0]))
    owner = QObject()
    collector = Collector(owner)
    qtbot.waitUntil(lambda: len(times) == 1, timeout=10_000)
    collector.stop()


@pytest.mark.parametrize("was_on", [True, False])
def test_stopping_collects_what_is_left_and_gives_collecting_back(qtbot: QtBot, was_on: bool) -> None:
    owner = QObject()
    if was_on:
        gc.enable()
    collector = Collector(owner)
    fallen_in: list[str] = []
    _tie(fallen_in, 10)
    collector.stop()
    assert len(fallen_in) == 10
    assert gc.isenabled() is was_on
    gc.disable()
    assert gc.get_freeze_count() == 0
