"""A workspace that cannot be opened: the offer before the window, and what a look in the background says in it."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application, open_or_repair
from journeydesk.config import Connections
from journeydesk.running import Running
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.context import Context
from journeydesk.services.workspace.health import check_health, closed_well
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.upkeep.snapshots import daily_snapshot
from tests.workspaces import NOW, workspace

# The offscreen platform says so of every window of fixed size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

KNOWN = Connections(None, None, None, None, None, "Amaia Etxarri", "a passphrase", 0.0)


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A workspace with a copy, whose file was overwritten."""
    from journeydesk import credentials
    from journeydesk.services.workspace.opening import open_workspace

    folder = tmp_path / "w"
    context, _ = open_workspace(folder, credentials.database_key(folder, KNOWN.passphrase), KNOWN)
    create_prospect(context, {"company": "Mbali Skincare", "key": "BETA-1"})
    daily_snapshot(context.database, context.today())
    context.database.close()
    (folder / FILE_NAME).write_bytes(bytes(20_000))
    return folder


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[list[Running]]:
    """What was opened, closed in the end."""
    found: list[Running] = []
    yield found
    for running in found:
        running.context.database.close()


def _answer(*buttons: str) -> list[str]:
    """Presses these buttons of the message boxes that come, in turn; returns what the boxes said."""
    said: list[str] = []
    wanted = list(buttons)

    def press() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append(box.text())
            name = wanted.pop(0)
            next(one for one in box.buttons() if one.text().replace("&", "") == name).click()
        if wanted:
            QTimer.singleShot(20, press)

    QTimer.singleShot(20, press)
    return said


@pytest.mark.fault(38)
def test_a_damaged_workspace_is_mended_when_the_person_wishes(damaged: Path, opened: list[Running], qtbot: QtBot) -> None:
    make_application()
    said = _answer("Restore the newest copy", "OK")
    running = open_or_repair(damaged, KNOWN)
    assert running is not None
    qtbot.addWidget(running.window)
    opened.append(running)
    assert "cannot be opened" in said[0]
    assert "was restored" in said[1]
    with running.context.database.read() as connection:
        assert sql.scalars(connection, "SELECT company FROM prospects") == ["Mbali Skincare"]


@pytest.mark.fault(38)
def test_a_damaged_workspace_stays_where_repair_is_declined(damaged: Path, qtbot: QtBot) -> None:
    make_application()
    _answer("Close")
    assert open_or_repair(damaged, KNOWN) is None
    assert (damaged / FILE_NAME).read_bytes() == bytes(20_000)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """An empty workspace."""
    with workspace(tmp_path / "w") as found:
        yield found


@pytest.mark.fault(38)
def test_a_look_in_the_background_mends_the_search_in_silence(context: Context, tmp_path: Path) -> None:
    create_prospect(context, {"company": "Mbali Skincare"})
    with context.database.write() as connection:
        sql.run(connection, "DELETE FROM prospect_search")
    assert check_health(context, tmp_path) == []
    with context.database.read() as connection:
        assert sql.scalar(connection, "SELECT count(*) FROM prospect_search('mbali')") == 1


def test_the_full_check_runs_weekly_and_after_a_crash(context: Context, tmp_path: Path) -> None:
    def spoil_and_look() -> bool:
        with context.database.write() as connection:
            sql.run(connection, "DELETE FROM prospect_search")
        check_health(context, tmp_path)
        with context.database.read() as connection:
            return bool(sql.scalar(connection, "SELECT count(*) FROM prospect_search"))

    create_prospect(context, {"company": "Mbali Skincare"})
    assert spoil_and_look()
    # It runs still, as far as the workspace knows: its end was not noted.
    assert spoil_and_look()
    closed_well(context)
    assert not spoil_and_look()
    closed_well(context)
    context.clock = _later(timedelta(days=8))
    assert spoil_and_look()


def _later(time: timedelta) -> Callable[[], datetime]:
    return lambda: NOW + time


@pytest.mark.fault(39)
def test_a_folder_that_a_cloud_service_copies_is_told_once(tmp_path: Path) -> None:
    with workspace(tmp_path / "Dropbox" / "w") as context:
        said = check_health(context, tmp_path)
        assert ["cloud service" in sentence for sentence in said] == [True]
        assert check_health(context, tmp_path) == []


@pytest.mark.fault(46)
def test_a_workspace_from_another_computer_reads_the_base_anew(context: Context, tmp_path: Path) -> None:
    with context.database.write() as connection:
        set_meta(connection, "feed", '{"id": "ach1", "cursor": 7, "tells_schema": true}')
    assert check_health(context, tmp_path / "one computer") == []
    assert _notes(context) == []
    check_health(context, tmp_path / "another computer")
    check_health(context, tmp_path / "another computer")
    assert [note.kind for note in _notes(context)] == [sync_notes.MOVED]
    with context.database.read() as connection:
        assert get_meta(connection, "feed") is None


def _notes(context: Context) -> list[sync_notes.SyncNote]:
    with context.database.read() as connection:
        return sync_notes.open_notes(connection)
