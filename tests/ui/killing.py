"""A window in a process of its own that is worked and killed hard, and what is left of its workspace."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journeydesk.storage.engine.database import Database
from journeydesk.storage.opening import open_database
from journeydesk.ui.main_window import MainWindow
from tests.workspaces import KEY

_OPENED = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from journeydesk.app import build
from journeydesk.services.rows.prospects import ListView
from tests.workspaces import KEY, NOWHERE

running = build(Path(sys.argv[1]), NOWHERE, KEY, "light")
window = running.window
window.show()
tab = window.tab("Prospects")
tab.show_view(ListView())
QTest.qWaitForWindowActive(window)
tab.table.setFocus()
"""

Killing = Callable[[str, str], Database]


@pytest.fixture
def killed(window: MainWindow) -> Iterator[Killing]:
    """Works the workspace's `window`, whose `tab` is the list with the keyboard, by a script; kills it hard once the script printed a
    word, and opens what is left."""
    opened: list[Database] = []

    def kill(script: str, word: str) -> Database:
        folder: Path = window.context.database.folder
        window.context.database.close()
        words = [sys.executable, "-c", f"{_OPENED}\n{script}\nQTest.qWait(60000)", str(folder)]
        process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        with process.stdout as said:
            for line in said:
                if line.strip() == word:
                    os.kill(process.pid, signal.SIGKILL)
                    break
        process.wait()
        opened.append(open_database(folder, KEY))
        return opened[-1]

    yield kill
    for database in opened:
        database.close()
