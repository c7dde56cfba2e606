"""One window per workspace: a later start asks the first one to come to the front."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from journeydesk.services.workspace.later_starts import folder_of, take_or_raise
from journeydesk.services.workspace.opening import window_place
from journeydesk.ui.program import single_instance
from journeydesk.ui.program.single_instance import InstanceServer

Start = Callable[[Path], InstanceServer]

HANDED_OVER, HAS_THE_PLACE, NO_ANSWER = "False", "True", "None"


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Takes the place on a workspace and listens there; all of them stop in the end."""
    servers: list[InstanceServer] = []
    places = []

    def started(workspace: Path) -> InstanceServer:
        place = window_place(workspace)
        assert place.take()
        folder_of(workspace).mkdir(exist_ok=True)
        places.append(place)
        servers.append(InstanceServer(workspace))
        return servers[-1]

    yield started
    for server in servers:
        server.close()
    for place in places:
        place.let_go()


def later_start(workspace: Path, what: str = "", patience: float = 10) -> "subprocess.Popen[str]":
    """How a later start of the program asks, in a process of its own: the first must be free to answer."""
    code = (
        "import sys, pathlib; from journeydesk.services.workspace.opening import window_place; "
        "from journeydesk.services.workspace.later_starts import take_or_raise; folder = pathlib.Path(sys.argv[1]); "
        "print(take_or_raise(window_place(folder), folder, float(sys.argv[3]), sys.argv[2]))"
    )
    command = [sys.executable, "-c", code, str(workspace), what, str(patience)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def answered(process: "subprocess.Popen[str]", qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=15_000)
    return process.communicate()[0].strip()


def test_where_no_window_is_open_a_start_has_the_place(tmp_path: Path) -> None:
    place = window_place(tmp_path)
    assert take_or_raise(place, tmp_path) is True
    place.let_go()
    assert not (folder_of(tmp_path)).exists()


def test_a_second_process_raises_the_first_window(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    server = start(tmp_path)
    with qtbot.waitSignal(server.raise_requested, timeout=10_000):
        process = later_start(tmp_path)
    assert answered(process, qtbot) == HANDED_OVER
    assert list((folder_of(tmp_path)).iterdir()) == []


def test_each_later_start_is_heard(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    server = start(tmp_path)
    requests: list[int] = []
    server.raise_requested.connect(lambda: requests.append(1))
    for count in (1, 2, 3):
        assert answered(later_start(tmp_path), qtbot) == HANDED_OVER
        qtbot.waitUntil(lambda expected=count: len(requests) == expected)  # type: ignore[misc]


def test_starts_at_the_same_time_are_all_heard(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    server = start(tmp_path)
    opened: list[str] = []
    server.open_requested.connect(opened.append)
    processes = [later_start(tmp_path, f"/lists/{number}.csv") for number in range(4)]
    assert [answered(process, qtbot) for process in processes] == [HANDED_OVER] * 4
    qtbot.waitUntil(lambda: sorted(opened) == [f"/lists/{number}.csv" for number in range(4)])


def test_a_start_that_asked_before_the_window_listened_is_heard(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    place = window_place(tmp_path)
    assert place.take()
    process = later_start(tmp_path, "/lists/early.csv")
    qtbot.waitUntil(lambda: len(list(folder_of(tmp_path).glob("*.start"))) == 1, timeout=10_000)
    opened: list[str] = []
    server = InstanceServer(tmp_path)
    server.open_requested.connect(opened.append)
    assert answered(process, qtbot) == HANDED_OVER
    assert opened == ["/lists/early.csv"]
    server.close()
    place.let_go()


def test_another_workspace_is_another_window(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    server = start(tmp_path / "one")
    requests: list[int] = []
    server.raise_requested.connect(lambda: requests.append(1))
    assert answered(later_start(tmp_path / "two"), qtbot) == HAS_THE_PLACE
    assert requests == []


def test_one_workspace_by_two_paths_is_one(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    (tmp_path / "link").symlink_to(workspace)
    server = start(workspace)
    with qtbot.waitSignal(server.raise_requested, timeout=10_000):
        process = later_start(tmp_path / "link")
    assert answered(process, qtbot) == HANDED_OVER


def test_a_closed_window_answers_no_more(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    start(tmp_path).close()
    assert answered(later_start(tmp_path, patience=0.5), qtbot) == NO_ANSWER
    assert list((folder_of(tmp_path)).iterdir()) == []


def test_a_start_has_the_place_once_the_window_is_gone(tmp_path: Path, qtbot: QtBot) -> None:
    place = window_place(tmp_path)
    assert place.take()
    process = later_start(tmp_path)
    qtbot.waitUntil(lambda: len(list(folder_of(tmp_path).glob("*.start"))) == 1, timeout=10_000)
    place.let_go()
    assert answered(process, qtbot) == HAS_THE_PLACE
    assert list((folder_of(tmp_path)).iterdir()) == []


def test_after_a_kill_the_next_start_listens_again(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    code = (
        "import os, sys, pathlib; from PySide6.QtCore import QCoreApplication; "
        "from journeydesk.ui.program.single_instance import InstanceServer; application = QCoreApplication([]); "
        "server = InstanceServer(pathlib.Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, timeout=30)
    assert killed.returncode == -9
    server = start(tmp_path)
    with qtbot.waitSignal(server.raise_requested, timeout=10_000):
        process = later_start(tmp_path)
    assert answered(process, qtbot) == HANDED_OVER


@pytest.mark.parametrize(
    "what", ["journeydesk://prospect/BETA-7Q2K9M4X", "/home/zoë/файл 1.csv", os.fsdecode(b"/home/zo\xeb/list.csv")]
)
def test_a_later_start_hands_over_its_link_or_file(tmp_path: Path, start: Start, qtbot: QtBot, what: str) -> None:
    server = start(tmp_path)
    opened: list[str] = []
    server.open_requested.connect(opened.append)
    with qtbot.waitSignals([server.raise_requested, server.open_requested], timeout=10_000):
        process = later_start(tmp_path, what)
    assert answered(process, qtbot) == HANDED_OVER
    assert opened == [what]


def test_what_is_no_request_opens_nothing(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    server = start(tmp_path)
    heard: list[str] = []
    server.raise_requested.connect(lambda: heard.append("raised"))
    server.open_requested.connect(heard.append)
    folder = folder_of(tmp_path)
    (folder / ".half.start.0123456789ab.part").write_bytes(b"/lists/half of a na")
    (folder / "folder.start").mkdir()
    (folder / "notes.txt").write_text("nonsense", encoding="utf-8")
    qtbot.wait(100)
    assert heard == []
    (folder / "long.start").write_bytes(b"x" * 20_000)
    qtbot.waitUntil(lambda: heard == ["raised"])


def test_what_a_killed_start_asked_for_long_ago_is_forgotten(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    (folder_of(tmp_path)).mkdir()
    old = folder_of(tmp_path) / "old.start"
    old.write_bytes(b"/lists/old.csv")
    os.utime(old, (time.time() - 3_600,) * 2)
    heard: list[str] = []
    server = start(tmp_path)
    server.raise_requested.connect(lambda: heard.append("raised"))
    qtbot.waitUntil(lambda: not old.exists())
    qtbot.wait(50)
    assert heard == []


class NoWatchesLeft(QObject):
    """A watcher on a system whose watches are used up by others."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.directoryChanged = QTimer(self).timeout

    def addPath(self, _: str) -> bool:
        return False

    def directories(self) -> list[str]:
        return []

    def removePaths(self, _: list[str]) -> list[str]:
        return []


def test_a_window_looks_by_itself_without_a_watch(
    tmp_path: Path, start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "QFileSystemWatcher", NoWatchesLeft)
    server = start(tmp_path)
    with qtbot.waitSignal(server.raise_requested, timeout=10_000):
        process = later_start(tmp_path)
    assert answered(process, qtbot) == HANDED_OVER


def test_a_folder_that_takes_no_file_is_no_answer(tmp_path: Path) -> None:
    place, later = window_place(tmp_path), window_place(tmp_path)
    assert place.take()
    (folder_of(tmp_path)).write_text("a file where the folder should be", encoding="utf-8")
    assert take_or_raise(later, tmp_path, patience=0.1) is None
    place.let_go()
