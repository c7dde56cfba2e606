"""The palette over the real window: who, what and which note, by key."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeydesk.ui.dialogs.log_call.sheet import LogSheet
from journeydesk.ui.dialogs.new_prospect import NewProspect
from journeydesk.ui.dialogs.palette import Palette
from journeydesk.ui.dialogs.shortcut_list import ShortcutList
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> Palette:
    """Opened by its key."""
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    return window.findChildren(Palette)[-1]


def titles(palette: Palette) -> list[str]:
    return [line.title for line in palette.model.lines]


def test_enter_goes_to_the_prospect_that_was_typed(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    window.show_place("Alerts")
    palette.field.setFocus()
    qtbot.keyClicks(palette.field, "quill")
    assert titles(palette)[:2] == ["Prospects", "Quillon Freight"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    assert window.place == "Prospects"
    row = tab.model.place_of(tab.detail.prospect) if tab.detail.prospect is not None else None
    assert row == tab.table.currentIndex().row()


def test_a_sign_before_the_words_keeps_to_actions_or_people(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, ">s")
    assert titles(palette)[0] == "Actions"
    assert "Prospects" not in titles(palette)
    palette.field.clear()
    qtbot.keyClicks(palette.field, "@quill")
    assert titles(palette) == ["Prospects", "Quillon Freight"]


def test_an_action_shows_its_key_and_runs_on_enter(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, ">shortcuts")
    line = palette.model.lines[1]
    assert (line.title, line.key) == ("Keyboard shortcuts", "?")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert any(sheet.isVisible() for sheet in window.findChildren(ShortcutList))


def test_arrows_pass_over_headings_and_stop_at_the_ends(palette: Palette, qtbot: QtBot) -> None:
    first = palette.list.currentIndex().row()
    assert palette.model.lines[first].run is not None
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == first
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == first + 1


def test_ctrl_l_logs_with_who_is_chosen(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "@quill")
    qtbot.keyClick(palette.field, Qt.Key.Key_L, CONTROL)
    sheet = window.findChildren(LogSheet)[-1]
    assert sheet.isVisible()
    assert sheet.form.prospect is not None


def test_log_and_a_name_offers_the_log_first(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "log quill")
    assert titles(palette)[:2] == ["Best match", "Log call: Quillon Freight"]


def test_what_nobody_is_called_can_be_added(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "zzqx")
    assert titles(palette) == ["Nothing found", "New prospect “zzqx”"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert any(dialog.isVisible() for dialog in window.findChildren(NewProspect))
