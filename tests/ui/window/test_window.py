"""The window put together: places by key, targets, title, badge, undo and the status bar."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.prospects import edit
from journeydesk.services.rows.prospects import ListView
from journeydesk.ui.dialogs.airtable.set_up import AirtableSetUp
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.tabs.settings.tab import SettingsTab
from journeydesk.ui.targets import PageTarget, ViewTarget

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Qt.Key.Key_1, "Prospects"),
        (Qt.Key.Key_2, "Kanban"),
        (Qt.Key.Key_3, "Alerts"),
        (Qt.Key.Key_4, "Reports"),
        (Qt.Key.Key_5, "Today"),
        (Qt.Key.Key_Comma, "Settings"),
    ],
)
def test_a_key_goes_to_each_place_and_names_the_window(window: MainWindow, qtbot: QtBot, key: Qt.Key, place: str) -> None:
    qtbot.keyClick(window, key, CONTROL)
    assert window.place == place
    assert window.windowTitle() == f"{place} – Journeydesk"
    assert window.rail.buttons[place].isChecked()


def test_a_target_shows_its_part_of_another_place(window: MainWindow) -> None:
    window.show_target(PageTarget("About"))
    settings = window.tab("Settings")
    assert isinstance(settings, SettingsTab)
    assert (window.place, settings.list.currentItem().text()) == ("Settings", "About")
    view = ListView(search="Quillon")
    window.show_target(ViewTarget(view))
    prospects = window.tab("Prospects")
    assert isinstance(prospects, ProspectsTab)
    assert (window.place, prospects.model.view) == ("Prospects", view)


def test_undo_and_redo_by_key_say_which_step(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    edit(window.context, RecordId(tab.model.all_ids()[0]), {"industry": "Rope"})
    with qtbot.waitSignal(window.undoing.said) as undone:
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert str(undone.args[0]).startswith("Undone: ")
    with qtbot.waitSignal(window.undoing.said) as redone:
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert str(redone.args[0]).startswith("Done again: ")


def test_the_set_up_names_the_window_until_it_is_closed(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_A, CONTROL | SHIFT)
    assert window.windowTitle() == "Set up – Journeydesk"
    qtbot.keyClick(window, Qt.Key.Key_A, CONTROL | SHIFT)
    dialogs = window.findChildren(AirtableSetUp)
    assert len(dialogs) == 1
    dialogs[0].done()
    assert window.windowTitle() == "Prospects – Journeydesk"


def test_without_a_conflict_the_review_says_so(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.sync.said) as said:
        qtbot.keyClick(window, Qt.Key.Key_R, CONTROL)
    assert said.args == ["There is no conflict to review", False]
