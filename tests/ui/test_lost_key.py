"""The keyring lost the database's key: the window asks for it from paper before it gives up."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from journeydesk import credentials
from journeydesk.app import open_or_repair
from journeydesk.config import connections
from journeydesk.domain import recovery_key
from journeydesk.storage.opening import open_database
from journeydesk.ui.dialogs.repair_offer import KeyQuestion
from tests.fakes.open_keyring import OpenKeyring

# The platform of the tests has no windows whose size a manager could be told.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def lost(tmp_path: Path, vault: OpenKeyring) -> tuple[Path, bytes]:
    """A workspace whose key is only on paper."""
    folder = tmp_path / "workspace"
    key = credentials.database_key(folder, None)
    assert key is not None
    open_database(folder, key).close()
    vault.secrets.clear()
    return folder, key


def _answer(qtbot: QtBot, text: str, said: list[str]) -> None:
    """Types into the question and closes whatever message comes after it."""

    def act() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, KeyQuestion):
            said.append(shown.words.text())
            qtbot.keyClicks(shown.field, text)
            QTimer.singleShot(20, act)
            qtbot.keyClick(shown.field, Qt.Key.Key_Return if text else Qt.Key.Key_Escape)
        elif isinstance(shown, QMessageBox):
            said.append(shown.text())
            qtbot.keyClick(shown, Qt.Key.Key_Escape)
        elif len(said) < 2:
            QTimer.singleShot(20, act)

    QTimer.singleShot(20, act)


def test_the_key_from_paper_opens_the_window(qtbot: QtBot, lost: tuple[Path, bytes], vault: OpenKeyring) -> None:
    folder, key = lost
    said: list[str] = []
    _answer(qtbot, recovery_key.written(key), said)
    running = open_or_repair(folder, connections({}))
    said.append("open")
    assert running is not None
    qtbot.addWidget(running.window)
    assert "recovery key" in said[0]
    assert list(vault.secrets.values()) == [key.hex()]
    running.window.close()
    running.context.database.close()


@pytest.mark.parametrize(("typed", "words"), [(recovery_key.written(bytes(32)), "another workspace"), ("", "no key for it")])
def test_without_the_key_nothing_opens_and_why_is_said(
    qtbot: QtBot, lost: tuple[Path, bytes], vault: OpenKeyring, typed: str, words: str
) -> None:
    said: list[str] = []
    _answer(qtbot, typed, said)
    assert open_or_repair(lost[0], connections({})) is None
    assert words in said[-1]
    assert vault.secrets == {}
