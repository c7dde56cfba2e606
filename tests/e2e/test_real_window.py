"""The main path in a real window on a real X server, by a real keyboard: find, log, menu, guide, hand over, quit, come back."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from journeydesk import credentials
from journeydesk.config import Connections
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.engine import sql
from tests.e2e.conftest import Shell

_NEEDED = ("Xvfb", "xdotool")
pytestmark = pytest.mark.skipif(
    any(shutil.which(program) is None for program in _NEEDED) or not sys.platform.startswith("linux"),
    reason="a real window needs Xvfb and xdotool: apt-get install xvfb xdotool",
)
_PATIENCE = 30.0


@dataclass
class Screen:
    """An X server, the program on it, and a hand at its keyboard."""

    display: str
    shell: Shell
    program: "subprocess.Popen[str] | None" = None

    def do(self, *words: str) -> str:
        """What xdotool answers."""
        environment = self.shell.environment | {"DISPLAY": self.display}
        done = subprocess.run(["xdotool", *words], env=environment, capture_output=True, text=True, timeout=20, check=False)
        return done.stdout.strip()

    def start(self, *words: str) -> "subprocess.Popen[str]":
        """The program as a desktop starts it."""
        environment = {name: value for name, value in self.shell.environment.items() if name != "QT_QPA_PLATFORM"}
        environment |= {"DISPLAY": self.display, "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        line = [sys.executable, "-m", "journeydesk", *words]
        return subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def open(self) -> None:
        """Opens the window and gives it the keyboard: there is no window manager to do it."""
        self.program = self.start()
        self.until(lambda: bool(self.windows("– Journeydesk")))
        self.do("windowfocus", "--sync", self.windows("– Journeydesk")[0])

    def windows(self, name: str) -> list[str]:
        """The visible windows with these words in their title."""
        return self.do("search", "--onlyvisible", "--name", name).split()

    def count(self) -> int:
        """How many windows are visible, menus among them."""
        return len(self.do("search", "--onlyvisible", "--class", ".").split())

    def until(self, true: Callable[[], bool]) -> None:
        """Waits until something holds."""
        deadline = time.monotonic() + _PATIENCE
        while not true():
            assert time.monotonic() < deadline, self.titles()
            assert self.program is None or self.program.poll() is None, self.program.communicate()
            time.sleep(0.1)

    def titles(self) -> list[str]:
        """What is there, for a test that waits in vain."""
        return [self.do("getwindowname", window) for window in self.windows(".")]

    def press(self, *keys: str) -> None:
        """Keys one after the other, as fast as a hand. The X server hands them over in their order, so none waits for what the one
        before it does."""
        self.do("key", "--delay", "80", *keys)

    def write(self, words: str) -> None:
        """Types a text."""
        self.do("type", "--delay", "30", words)

    def quit(self) -> None:
        """Quits by its key."""
        assert self.program is not None
        self.press("ctrl+q")
        _, err = self.program.communicate(timeout=_PATIENCE)
        assert (self.program.returncode, "Traceback" in err) == (0, False), err


@pytest.fixture
def screen(locked: Shell) -> Iterator[Screen]:
    """A screen of 1600 × 1000 without a window manager."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        found = Screen(f":{told.readline().strip()}", locked)
    yield found
    if found.program is not None and found.program.poll() is None:
        found.program.kill()
        found.program.communicate()
    server.terminate()
    server.wait(10)


def logged(shell: Shell, words: str) -> list[tuple[str, str]]:
    """The logs with these words, as (kind, outcome)."""
    folder = Path(shell.environment["JOURNEYDESK_HOME"]) / "workspace"
    known = Connections(None, None, None, None, None, "Amaia Etxarri", shell.environment["JOURNEYDESK_PASSPHRASE"], 0.0)
    context, _ = open_workspace(folder, credentials.database_key(folder, known.passphrase), known)
    try:
        with context.database.read() as connection:
            rows = sql.rows(connection, "SELECT type, outcome FROM interactions WHERE summary LIKE ?", (f"{words}%",))
            return [(str(kind), str(outcome)) for kind, outcome in rows]
    finally:
        context.database.close()


def test_a_call_is_logged_and_all_is_found_by_the_keyboard_alone(screen: Screen) -> None:
    screen.open()
    screen.press("ctrl+1", "Down")
    screen.press("l")
    screen.press("1")
    screen.write("Asked about the tariff of the harbour")
    screen.press("ctrl+Return")
    # The line that asks for the next step: what it offers is taken.
    screen.press("Return")
    screen.press("F10")
    screen.until(lambda: screen.count() == 2)
    screen.press("Down", "Down", "Down", "Right")
    # Qt gives keys that come before the menu beside is on the screen to the one that it belongs to.
    screen.until(lambda: screen.count() == 3)
    screen.press("Down", "Return")
    screen.until(lambda: bool(screen.windows("^Kanban – Journeydesk$")))
    screen.press("F1")
    screen.until(lambda: bool(screen.windows("^Journeydesk help$")))
    screen.do("windowfocus", "--sync", screen.windows("^Journeydesk help$")[0])
    screen.press("Escape")
    screen.until(lambda: not screen.windows("^Journeydesk help$"))
    screen.do("windowfocus", "--sync", screen.windows("^Kanban – Journeydesk$")[0])
    second = screen.start("journeydesk://prospect/NOBODY-0000")
    assert "Traceback" not in second.communicate(timeout=_PATIENCE)[1]
    assert second.returncode == 0
    screen.do("windowfocus", "--sync", screen.windows("^Kanban – Journeydesk$")[0])
    screen.quit()
    assert logged(screen.shell, "Asked about the tariff of the harbour") == [("Call", "Reached")]
    screen.program = None
    screen.open()
    screen.until(lambda: bool(screen.windows("^Kanban – Journeydesk$")))
    screen.quit()
