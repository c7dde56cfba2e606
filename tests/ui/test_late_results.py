"""Row 52 of docs/sync.md, "Fault matrix": what is on its way when a window goes, or when something newer was asked for, reaches
nobody."""

import gc
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from journeydesk.domain.errors import JourneydeskError, UserError
from journeydesk.ui.work import Background

pytestmark = pytest.mark.fault(52)


def _held(result: object) -> tuple[threading.Event, Callable[[], object]]:
    go = threading.Event()

    def work() -> object:
        assert go.wait(10)
        if isinstance(result, Exception):
            raise result
        return result

    return go, work


@pytest.mark.parametrize("result", ["rows", UserError("no such field"), ValueError("ours")])
def test_a_result_that_comes_after_its_screen_went_is_dropped(qtbot: QtBot, result: object) -> None:
    owner = QObject()
    background = Background(owner)
    told: list[object] = []
    go, work = _held(result)
    background.run("rows", work, told.append, told.append)
    pool = background._pool
    pool.setParent(None)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    go.set()
    assert pool.waitForDone(10_000)
    QCoreApplication.processEvents()
    assert told == []


def test_of_two_asked_for_only_the_newer_is_handed_over(qtbot: QtBot) -> None:
    owner = QObject()
    background = Background(owner)
    told: list[object] = []
    failed: list[JourneydeskError] = []
    first, slow = _held("old rows")
    second, quick = _held("new rows")
    background.run("rows", slow, told.append, failed.append)
    background.run("rows", quick, told.append, failed.append)
    second.set()
    qtbot.waitUntil(lambda: told == ["new rows"])
    first.set()
    background.wait()
    QCoreApplication.processEvents()
    assert (told, failed) == (["new rows"], [])
    assert not background.busy("rows")


@pytest.mark.parametrize("by", ["newer work", "being dropped"])
def test_work_learns_that_nobody_waits_for_it(qtbot: QtBot, by: str) -> None:
    owner = QObject()
    background = Background(owner)
    told: list[object] = []
    began, ended = threading.Event(), threading.Event()

    def work(stopped: Callable[[], bool]) -> str | None:
        began.set()
        while not stopped():
            pass
        ended.set()
        return None

    background.run_while_wanted("rows", work, told.append, told.append)
    assert began.wait(10)
    if by == "newer work":
        background.run_while_wanted("rows", lambda _: "new rows", told.append, told.append)
    else:
        background.drop("rows")
    background.wait()
    assert ended.is_set()
    QCoreApplication.processEvents()
    assert told == ["new rows"] * (by == "newer work")


class Screen(QObject):
    """Holds its work, which tells it of results."""

    def __init__(self) -> None:
        super().__init__()
        self.work = Background(self)

    def hear(self, _result: object) -> None:
        """Results and problems alike."""


def test_work_that_waits_is_done_though_nobody_holds_its_screen(qtbot: QtBot) -> None:
    # The collection of garbage cleared such a screen with what waited in its pool, and the pool ran that.
    done: list[str] = []
    go, held = _held("rows")
    screen = Screen()
    for kind in ("first", "second"):
        screen.work.run(kind, held, screen.hear, screen.hear)
    screen.work.run("third", lambda: done.append("third"), screen.hear, screen.hear)
    del screen
    threading.Timer(0.2, go.set).start()
    gc.collect()
    qtbot.waitUntil(lambda: done == ["third"])
    QCoreApplication.processEvents()


_ENDS_AT_WORK = """
import threading, time
from PySide6.QtWidgets import QApplication, QWidget
from journeydesk.ui.work import Background

application = QApplication([])
screen = QWidget()
background = Background(screen)
began = threading.Event()

def work():
    began.set()
    time.sleep(0.3)

background.run("rows", work, print, print)
began.wait(10)
"""


def test_a_program_that_ends_amid_work_ends_quietly() -> None:
    ended = subprocess.run([sys.executable, "-c", _ENDS_AT_WORK], capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_of_two_that_count_everybody_one_runs_at_a_time(qtbot: QtBot) -> None:
    owner, running, most, told = QObject(), [0], [0], list[object]()
    both = threading.Barrier(2)

    def count() -> int:
        running[0] += 1
        most[0] = max(most[0], running[0])
        with suppress(threading.BrokenBarrierError):
            # Would be passed at once, were the other running too.
            both.wait(0.2)
        running[0] -= 1
        return 7

    # Of two screens, each with threads of its own.
    for background in (Background(owner), Background(owner)):
        background.run_last("counts", count, told.append, told.append)
    qtbot.waitUntil(lambda: told == [7, 7])
    assert most == [1]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt sets such threads back itself")
def test_who_counts_everybody_stands_back_and_nobody_else(qtbot: QtBot) -> None:
    owner, told = QObject(), list[object]()
    background = Background(owner)

    def niceness() -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    usual = niceness()
    background.run_last("counts", niceness, told.append, told.append)
    background.wait()
    qtbot.waitUntil(lambda: told == [max(usual, 5)])
    background.run("rows", niceness, told.append, told.append)
    qtbot.waitUntil(lambda: told == [max(usual, 5), usual])
    assert niceness() == usual


_STARTED_BACK = """
import os, threading
from PySide6.QtCore import QCoreApplication, QObject
from journeydesk.ui.work import Background

application = QCoreApplication([])
owner = QObject()
background = Background(owner)
os.nice(12)
told = []
background.run_last("counts", lambda: os.getpriority(os.PRIO_PROCESS, threading.get_native_id()), told.append, told.append)
background.wait()
application.processEvents()
print(told)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt sets such threads back itself")
def test_a_program_that_was_started_back_counts_everybody_too() -> None:
    ended = subprocess.run([sys.executable, "-c", _STARTED_BACK], capture_output=True, text=True, timeout=60)
    assert (ended.stdout, ended.stderr) == (f"[{min(19, 12 + os.getpriority(os.PRIO_PROCESS, 0))}]\n", "")
