"""From one workspace to another by the menu."""

import os
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeydesk import config
from journeydesk.services.workspace import workspaces
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.alerts.line_sheet import LineSheet
from journeydesk.ui.window.menu.entries import entries
from journeydesk.ui.window.menu.entry import Entry
from journeydesk.ui.window.switching import SWITCH, begin_other


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The window's own workspace is the main one of this home."""
    monkeypatch.setenv("JOURNEYDESK_HOME", str(tmp_path))
    monkeypatch.setenv(config.WORKSPACE_VARIABLE, "")
    return tmp_path


def offered(window: MainWindow) -> list[Entry]:
    part = next(line for line in entries(window, "File") if line is not None and line.words == "Switch workspace")
    return [line for line in part.below if line is not None]


def test_the_menu_has_each_with_this_one_ticked(window: MainWindow) -> None:
    workspaces.add(config.paths(), "Tea house")
    assert [(line.words, line.ticked) for line in offered(window)] == [
        ("Main workspace", True),
        ("Tea house", False),
        ("New workspace…", None),
    ]


def test_this_one_stays_and_another_closes_the_window(window: MainWindow) -> None:
    workspaces.add(config.paths(), "Tea house")
    here, there, _ = offered(window)
    assert here.run is not None and there.run is not None
    here.run()
    assert window.isVisible()
    there.run()
    assert (window.isVisible(), window.property(SWITCH)) == (False, "Tea house")


def test_a_new_one_is_made_and_a_wrong_name_stays_to_be_mended(window: MainWindow, qtbot: QtBot) -> None:
    new = offered(window)[-1]
    assert new.run is not None
    new.run()
    sheet = next(each for each in window.findChildren(LineSheet) if each.isVisible())
    qtbot.keyClicks(sheet.field, "main")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert "already" in sheet.words.text()
    sheet.field.clear()
    qtbot.keyClicks(sheet.field, "Tea house")
    assert "a base of its own" in sheet.words.text()
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert window.property(SWITCH) == "Tea house"
    assert workspaces.names(config.paths()) == ["main", "Tea house"]


def test_the_other_window_is_started_for_that_workspace(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda words, **how: started.append((words, how["env"])))
    begin_other("Tea house")
    ((words, environment),) = started
    assert words[-1] == "open"
    assert environment == {**os.environ, config.WORKSPACE_VARIABLE: "Tea house"}
