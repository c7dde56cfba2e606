"""The settings tab of the window, ended with the test."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from journeydesk import config
from journeydesk.services.context import Context
from journeydesk.services.receiver.running import is_receiving
from journeydesk.storage.engine import sql
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.receiving.desk import ReceiverDesk
from journeydesk.ui.receiving.opening import receiver_desk
from journeydesk.ui.tabs.settings.tab import SettingsTab

_SECONDS = 20_000


@dataclass
class Desk:
    """The tab, and what a hand does to it. `said` and `failed` are the messages so far."""

    tab: SettingsTab
    bot: QtBot
    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    @property
    def context(self) -> Context:
        """The workspace."""
        return self.tab.context

    def type_in(self, edit: QLineEdit, text: str) -> None:
        """Replaces what stands in a field, and presses Enter."""
        self.fill(edit, text)
        self.bot.keyClick(edit, Qt.Key.Key_Return)

    def fill(self, edit: QLineEdit, text: str) -> None:
        """Replaces what stands in a field."""
        edit.setFocus()
        edit.selectAll()
        self.bot.keyClick(edit, Qt.Key.Key_Delete)
        self.bot.keyClicks(edit, text)

    def press(self, widget: Any) -> None:
        """A click with the left button."""
        self.bot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def settle(self) -> None:
        """Waits until what was saved is followed by everybody."""
        self.bot.waitUntil(lambda: not self.tab.saving.busy)

    def until(self, done: Callable[[], bool]) -> None:
        """Waits for it."""
        self.bot.waitUntil(done)

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What stands in the database."""
        with self.context.database.read() as connection:
            return [tuple(row) for row in sql.rows(connection, query, values)]


@pytest.fixture
def desk(window: MainWindow, qtbot: QtBot) -> Iterator[Desk]:
    """The settings tab, shown."""
    window.show_place("Settings")
    tab = window.tab("Settings")
    assert isinstance(tab, SettingsTab)
    found = Desk(tab, qtbot)
    tab.said.connect(lambda words, _undoable: found.said.append(words))
    tab.failed.connect(found.failed.append)
    yield found
    tab.saving.stop()
    assert found.failed == []


@pytest.fixture
def receiving(window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[ReceiverDesk]:
    """The window's receiver, whose process has this workspace and secrets of its own."""
    folder = window.context.database.folder
    monkeypatch.setenv("JOURNEYDESK_HOME", str(folder.parent))
    monkeypatch.setenv("JOURNEYDESK_WEBHOOK_SECRETS", "secret")
    monkeypatch.setenv("JOURNEYDESK_READ_TOKEN", "token")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(str(Path(part)) for part in sys.path if part))
    (folder.parent / "key.hex").write_text((window.context.database.key or b"").hex())
    starter = folder.parent / "start.py"
    starter.write_text(
        "import pathlib, sys\n"
        "from journeydesk import credentials\n"
        "key = bytes.fromhex((pathlib.Path(__file__).parent / 'key.hex').read_text())\n"
        "credentials.database_key = lambda *_: key\n"
        "from journeydesk.__main__ import main\n"
        "raise SystemExit(main(sys.argv[1:]))\n"
    )
    monkeypatch.setattr(config, "own_program", lambda: [sys.executable, str(starter)])
    found = receiver_desk(window)
    yield found
    found.end()
    qtbot.waitUntil(lambda: not is_receiving(window.context), timeout=_SECONDS)
