"""A new workspace: how to begin stands where the list will be, by keys and by mouse, and goes once somebody is there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.config import resources
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.dialogs.airtable.set_up import AirtableSetUp
from journeydesk.ui.dialogs.new_prospect import NewProspect
from journeydesk.ui.dialogs.restoring import RestoreCopySheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.first_steps import FirstSteps
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.theme import Theme
from tests.workspaces import KEY, NOW, NOWHERE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window on a workspace with nobody in it."""
    make_application()
    bridge = Bridge()
    context, _ = open_workspace(tmp_path / "workspace", KEY, NOWHERE, bridge.publish, lambda: NOW)
    theme = Theme(resources() / "icons", "light")
    theme.apply(make_application())
    window = MainWindow(context, theme)
    bridge.changed.connect(window.refresh)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    context.database.close()


def steps_of(window: MainWindow) -> FirstSteps:
    (steps,) = window.findChildren(FirstSteps)
    return steps


def press(window: MainWindow, qtbot: QtBot, words: str) -> None:
    button = next(button for button in steps_of(window).buttons if button.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_enter_connects_and_the_keys_are_named(empty: MainWindow, qtbot: QtBot) -> None:
    focus = empty.focusWidget()
    assert focus is steps_of(empty).buttons[0]
    assert "Enter connect Airtable" in empty.status.accessibleDescription()
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert empty.findChildren(AirtableSetUp)[-1].isVisible()


def test_arrows_go_from_one_way_to_the_next(empty: MainWindow, qtbot: QtBot) -> None:
    buttons = steps_of(empty).buttons
    for button in buttons[:-1]:
        qtbot.keyClick(button, Qt.Key.Key_Down)
    assert buttons[-1].hasFocus()
    qtbot.keyClick(buttons[-1], Qt.Key.Key_Up)
    qtbot.keyClick(buttons[-2], Qt.Key.Key_Up)
    qtbot.keyClick(buttons[-3], Qt.Key.Key_Return)
    assert empty.findChildren(NewProspect)[-1].isVisible()


def test_with_the_first_prospect_the_list_is_there(empty: MainWindow, qtbot: QtBot) -> None:
    tab = empty.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    steps = steps_of(empty)
    assert (steps.isVisible(), tab.table.isVisible(), tab.filters.isVisible()) == (True, False, False)
    create_prospect(empty.context, {"company": "Rope Works"})
    qtbot.waitUntil(tab.table.isVisible)
    assert (steps.isVisible(), tab.filters.isVisible()) == (False, True)
    qtbot.keyClick(empty, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(steps.isVisible)
    assert not tab.table.isVisible()


def test_a_copy_is_chosen_and_asked_about(
    empty: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(b"")
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_: (str(copy), ""))
    press(empty, qtbot, "Choose copy…")
    assert empty.findChildren(RestoreCopySheet)[-1].isVisible()


def test_samples_are_the_demonstration_in_a_program_of_its_own(
    empty: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Any] = []
    monkeypatch.setattr("subprocess.Popen", lambda words, **_: started.append(words))
    press(empty, qtbot, "Open samples")
    assert [words[-1] for words in started] == ["demo"]


def test_a_list_is_chosen_and_brought_in(
    empty: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "leads.csv"
    file.write_text("Company,Email\nRope Works,hello@rope.example\n")
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_: (str(file), ""))
    press(empty, qtbot, "Choose file…")
    assert empty.place == "Import"


def test_a_window_with_prospects_never_makes_it(window: MainWindow) -> None:
    assert window.findChildren(FirstSteps) == []
