"""A window that is killed hard while somebody edits: what was saved is there, and so is what was only typed."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.lists.typed import typed_at
from journeydesk.storage.opening import open_database
from journeydesk.ui.main_window import MainWindow
from tests.workspaces import KEY

_EDITOR = """
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
tab.table.go_to(0)
QTest.keyClick(tab.table, Qt.Key.Key_F2)
editor = tab.editing.edit.editor
QTest.keyClicks(editor, "Quillon Rail")
QTest.keyClick(editor, Qt.Key.Key_Return)
print("saved", flush=True)
QTest.qWait(100)
tab.detail.show_fields()
notes = tab.detail.fields.notes
notes.take_focus()
QTest.keyClicks(notes.text, "Half a thou")
QTest.qWait(1000)
QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
QTest.keyClicks(window.focusWidget(), "Skerrivane")
QTest.qWait(1000)
print("typed", flush=True)
QTest.qWait(60000)
"""


@pytest.fixture
def killed_after(window: MainWindow) -> Iterator[Callable[[str], Database]]:
    """Edits in a window of its own, kills it hard after what it says, and opens what is left."""
    opened: list[Database] = []

    def kill(word: str) -> Database:
        folder: Path = window.context.database.folder
        window.context.database.close()
        process = subprocess.Popen([sys.executable, "-c", _EDITOR, str(folder)], stdout=subprocess.PIPE, text=True)
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


def test_a_kill_right_after_a_field_was_saved_loses_nothing(killed_after: Callable[[str], Database]) -> None:
    with killed_after("saved").read() as connection:
        assert sql.scalar(connection, "SELECT count(*) FROM prospects WHERE company = 'Quillon Rail'") == 1


def test_notes_and_a_new_prospect_are_there_after_a_kill(
    killed_after: Callable[[str], Database],
) -> None:
    with killed_after("typed").read() as connection:
        edited = sql.scalar(connection, "SELECT lid FROM prospects WHERE company = 'Quillon Rail'")
        assert "Half a thou" in str(typed_at(connection, f"field {edited} notes"))
        assert '"company": "Skerrivane"' in str(typed_at(connection, "new prospect"))
