"""One window per workspace: a later start asks the first one to come to the front."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from journeydesk.ui.program.single_instance import InstanceServer, _name, raise_running

Start = Callable[[Path], InstanceServer]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Starts a server; all of them stop in the end."""
    servers: list[InstanceServer] = []

    def started(workspace: Path) -> InstanceServer:
        servers.append(InstanceServer(workspace))
        return servers[-1]

    yield started
    for server in servers:
        server.close()


def second_start(workspace: Path) -> "subprocess.Popen[str]":
    """How a second start of the program asks, in a process of its own: the first must be free to answer."""
    code = "import sys, pathlib; from journeydesk.ui.program.single_instance import raise_running; "
    code += "print(raise_running(pathlib.Path(sys.argv[1])))"
    return subprocess.Popen([sys.executable, "-c", code, str(workspace)], stdout=subprocess.PIPE, text=True)


def raised_by_another(workspace: Path, qtbot: QtBot) -> bool:
    process = second_start(workspace)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)
    return process.communicate()[0].strip() == "True"


def test_nobody_answers_where_no_window_is_open(tmp_path: Path, qtbot: QtBot) -> None:
    assert not raise_running(tmp_path)


def test_a_second_process_raises_the_first_window(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    server = start(tmp_path)
    with qtbot.waitSignal(server.raise_requested, timeout=10_000):
        process = second_start(tmp_path)
    answer, _ = process.communicate(timeout=10)
    assert answer.strip() == "True"


def test_each_later_start_is_heard(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    server = start(tmp_path)
    requests: list[int] = []
    server.raise_requested.connect(lambda: requests.append(1))
    for count in (1, 2, 3):
        assert raised_by_another(tmp_path, qtbot)
        qtbot.waitUntil(lambda expected=count: len(requests) == expected)  # type: ignore[misc]


def test_another_workspace_is_another_window(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    server = start(tmp_path / "one")
    requests: list[int] = []
    server.raise_requested.connect(lambda: requests.append(1))
    assert not raise_running(tmp_path / "two")
    assert raised_by_another(tmp_path / "one", qtbot)
    qtbot.waitUntil(lambda: requests == [1])


def test_one_workspace_by_two_paths_is_one(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    (tmp_path / "link").symlink_to(workspace)
    server = start(workspace)
    with qtbot.waitSignal(server.raise_requested):
        assert raised_by_another(tmp_path / "link", qtbot)


def test_a_closed_window_answers_no_more(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    start(tmp_path).close()
    assert not raise_running(tmp_path)


def test_after_a_kill_the_next_start_listens_again(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    code = (
        "import os, sys, pathlib; from PySide6.QtCore import QCoreApplication; "
        "from journeydesk.ui.program.single_instance import InstanceServer; application = QCoreApplication([]); "
        "server = InstanceServer(pathlib.Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, timeout=30)
    assert killed.returncode == -9
    server = start(tmp_path)
    with qtbot.waitSignal(server.raise_requested):
        assert raised_by_another(tmp_path, qtbot)


def handed_over(workspace: Path, what: str) -> "subprocess.Popen[str]":
    code = "import sys, pathlib; from journeydesk.ui.program.single_instance import raise_running; "
    code += "print(raise_running(pathlib.Path(sys.argv[1]), sys.argv[2]))"
    return subprocess.Popen([sys.executable, "-c", code, str(workspace), what], stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("what", ["journeydesk://prospect/BETA-7Q2K9M4X", "/home/zoë/файл 1.csv"])
def test_a_later_start_hands_over_its_link_or_file(tmp_path: Path, start: Start, qtbot: QtBot, what: str) -> None:
    server = start(tmp_path)
    opened: list[str] = []
    server.open_requested.connect(opened.append)
    with qtbot.waitSignals([server.raise_requested, server.open_requested], timeout=10_000):
        process = handed_over(tmp_path, what)
    assert process.communicate(timeout=10)[0].strip() == "True"
    assert opened == [what]


def test_what_is_no_request_opens_nothing(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    server = start(tmp_path)
    opened: list[str] = []
    server.open_requested.connect(opened.append)
    for said in (b"open half of a li", b"open " + b"x" * 20_000 + b"\n", b"nonsense\n"):
        socket = QLocalSocket()
        socket.connectToServer(_name(tmp_path))
        socket.write(said)
        socket.waitForBytesWritten(500)
        qtbot.wait(20)
        socket.disconnectFromServer()
        qtbot.wait(50)
    assert opened == []
