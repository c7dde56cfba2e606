"""Keys are found, changed, swapped and given back; everything that shows or takes them follows at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journeydesk.services.workspace.preferences import Preferences
from journeydesk.ui.dialogs.log_call.sheet import LogSheet
from journeydesk.ui.dialogs.shortcut_list import ShortcutList
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.keyboard import KEYBOARD, clashes
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.shortcuts.capture import Capture
from journeydesk.ui.shortcuts.groups import groups, in_columns, listed
from journeydesk.ui.tabs.prospects.tab import ProspectsTab

LEFT = Qt.MouseButton.LeftButton
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> ShortcutList:
    """The list, opened by its key over the prospects."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_Question, SHIFT)
    return window.findChildren(ShortcutList)[-1]


def capture(opened: ShortcutList, qtbot: QtBot, action: Action) -> Capture:
    qtbot.mouseClick(opened.board.row_of(action), LEFT)
    assert opened.board.capture is not None
    qtbot.waitUntil(opened.board.capture.hasFocus)
    return opened.board.capture


def test_every_action_is_listed_once_below_its_place(opened: ShortcutList) -> None:
    assert [row.action for row in opened.board.rows] == [action for _, actions in groups() for action in actions]
    assert {row.action for row in opened.board.rows} == {a for a in Action if a.scope is not Scope.FIELDS}
    headings = [part.text() for part in opened.board.findChildren(QLabel)]
    assert [words for words in headings if words in [where for where, _ in groups()]] == [where for where, _ in groups()]
    for row in opened.board.rows:
        assert row.accessibleName().startswith(f"{row.action.words}: {row.action.label}")


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_the_columns_are_of_about_one_height(columns: int) -> None:
    parts = in_columns(groups(), columns)
    heights = [sum(len(actions) + 1 for _, actions in part) for part in parts]
    assert [group for part in parts for group in part] == groups()
    assert max(heights) - min(heights) <= max(len(actions) + 1 for _, actions in groups())


def test_a_command_is_found_by_a_word_and_by_its_keys(opened: ShortcutList, qtbot: QtBot) -> None:
    assert opened.board.search.hasFocus()
    qtbot.keyClicks(opened.board.search, "snooze")
    assert [row.action for row in opened.board.rows] == [Action.ALERT_SNOOZE]
    opened.board.search.clear()
    qtbot.keyClick(opened.board.search, Qt.Key.Key_K, CONTROL)
    assert opened.board.search.text() == "Ctrl+K"
    assert [row.action for row in opened.board.rows] == [Action.PALETTE]
    opened.board.search.clear()
    qtbot.keyClick(opened.board.search, Qt.Key.Key_F5)
    assert [row.action for row in opened.board.rows] == [Action.SYNC]
    opened.board.search.clear()
    qtbot.keyClick(opened.board.search, Qt.Key.Key_Comma, CONTROL)
    assert [row.action for row in opened.board.rows] == [Action.SETTINGS]
    opened.board.search.setText("nothing of the kind")
    assert opened.board.rows == []


def test_other_keys_work_at_once_and_everything_shows_them(opened: ShortcutList, window: MainWindow, qtbot: QtBot) -> None:
    taking = capture(opened, qtbot, Action.LOG_CALL)
    qtbot.keyClick(taking, Qt.Key.Key_Q)
    assert taking.words == ""
    qtbot.keyClick(taking, Qt.Key.Key_Return)
    row = opened.board.row_of(Action.LOG_CALL)
    assert (row.caps, row.hasFocus()) == (["Q"], True)
    assert "was L" in row.accessibleName()
    opened.done()
    assert "Q log" in window.status.accessibleDescription()
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_L)
    assert window.findChildren(LogSheet) == []
    qtbot.keyClick(tab.table, Qt.Key.Key_Q)
    assert window.findChildren(LogSheet)[-1].isVisible()


def test_a_button_shows_the_key_that_holds_now(window: MainWindow) -> None:
    assert window.top.new_prospect.accessibleName() == "New prospect (Ctrl+N)"
    KEYBOARD.change(Action.NEW_PROSPECT, "Ctrl+Shift+N")
    assert window.top.new_prospect.accessibleName() == "New prospect (Ctrl+Shift+N)"
    KEYBOARD.change(Action.PALETTE, "Ctrl+J")
    assert window.top.search.accessibleName().endswith("(Ctrl+J)")
    KEYBOARD.change(Action.MENU, "F9")
    assert (window.top.menu.accessibleName(), window.top.menu.toolTip()) == ("Menu (F9)", "Menu (F9)")


def test_keys_taken_in_the_same_place_are_swapped(opened: ShortcutList, qtbot: QtBot) -> None:
    taking = capture(opened, qtbot, Action.FOLLOW_UP)
    qtbot.keyClick(taking, Qt.Key.Key_S)
    assert taking.words == "S is “Set stage” here. Swap, and it gets the old keys."
    assert taking.keep.text() == "Swap"
    qtbot.keyClick(taking, Qt.Key.Key_Return)
    assert (Action.FOLLOW_UP.keys, Action.STAGE.keys) == (("S",), ("D",))


def test_keys_taken_elsewhere_are_told_and_both_keep_working(opened: ShortcutList, qtbot: QtBot) -> None:
    taking = capture(opened, qtbot, Action.FOLLOW_UP)
    qtbot.keyClick(taking, Qt.Key.Key_W)
    assert taking.words == "W is “Why the alert fired” in Alerts; both keep working."
    qtbot.mouseClick(taking.keep, LEFT)
    assert (Action.FOLLOW_UP.keys, Action.ALERT_WHY.keys) == (("W",), ("W",))


def test_keys_of_the_whole_window_clash_with_those_of_every_place() -> None:
    found = clashes(Action.SYNC, "L")
    assert [clash.action for clash in found if clash.here] == [Action.LOG_CALL]


def test_the_windows_own_keys_are_taken_and_not_done(opened: ShortcutList, window: MainWindow, qtbot: QtBot) -> None:
    taking = capture(opened, qtbot, Action.SYNC)
    qtbot.keyClick(taking, Qt.Key.Key_2, CONTROL)
    assert taking.keys == "Ctrl+2"
    assert window.place == "Prospects"


def test_escape_leaves_the_keys_as_they_were(opened: ShortcutList, qtbot: QtBot) -> None:
    taking = capture(opened, qtbot, Action.FOLLOW_UP)
    qtbot.keyClick(taking, Qt.Key.Key_V)
    qtbot.keyClick(taking, Qt.Key.Key_Escape)
    assert not Action.FOLLOW_UP.is_changed
    assert opened.isVisible()
    assert opened.board.row_of(Action.FOLLOW_UP).isVisible()


def test_one_goes_back_and_all_go_back(opened: ShortcutList, qtbot: QtBot) -> None:
    KEYBOARD.change(Action.FOLLOW_UP, "V")
    KEYBOARD.change(Action.SYNC, "F6")
    assert opened.board.changed == 2
    taking = capture(opened, qtbot, Action.FOLLOW_UP)
    qtbot.mouseClick(taking.back, LEFT)
    assert (Action.FOLLOW_UP.keys, Action.SYNC.keys) == (("D",), ("F6",))
    qtbot.mouseClick(opened.reset, LEFT)
    assert not any(action.is_changed for action in Action)
    assert not opened.reset.isEnabled()


def test_a_row_of_digits_moves_as_a_row(opened: ShortcutList, qtbot: QtBot) -> None:
    taking = capture(opened, qtbot, Action.OUTCOME)
    qtbot.keyClick(taking, Qt.Key.Key_Q)
    assert "row of digits" in taking.words
    qtbot.keyClick(taking, Qt.Key.Key_3, CONTROL | ALT)
    qtbot.mouseClick(taking.keep, LEFT)
    assert Action.OUTCOME.keys == tuple(f"Ctrl+Alt+{number}" for number in range(1, 10))
    assert Action.OUTCOME.label == "Ctrl+Alt+1 … 6"


@pytest.mark.parametrize(
    ("action", "key", "modifiers", "words"),
    [
        (Action.SAVE_LOG, Qt.Key.Key_2, ALT, "Alt+2 is “Call, meeting, e-mail, demo, note” here."),
        (Action.OUTCOME, Qt.Key.Key_1, CONTROL, "Ctrl+1 is “Show prospects” and 4 more here."),
    ],
)
def test_a_row_of_digits_gives_no_single_key_away(
    opened: ShortcutList, qtbot: QtBot, action: Action, key: Qt.Key, modifiers: Qt.KeyboardModifier, words: str
) -> None:
    taking = capture(opened, qtbot, action)
    qtbot.keyClick(taking, key, modifiers)
    assert taking.words == f"{words} A row of digits stays whole: press others."
    assert not taking.keep.isEnabled()
    qtbot.keyClick(taking, Qt.Key.Key_Return)
    assert not any(each.is_changed for each in Action)
    assert opened.board.capture is taking


def test_who_had_the_keys_as_its_second_gets_the_old_ones_for_them() -> None:
    KEYBOARD.swap(Action.CHANGE_SEND, "Down", [Action.CHANGE_NEXT])
    assert (Action.CHANGE_SEND.keys, Action.CHANGE_NEXT.keys) == (("Down",), ("J", "S"))


def test_arrows_go_from_line_to_line_and_back_to_the_search(opened: ShortcutList, qtbot: QtBot) -> None:
    rows = opened.board.rows
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    assert opened.board.capture is not None
    qtbot.keyClick(opened.board.capture, Qt.Key.Key_Escape)
    qtbot.keyClick(opened.board.row_of(rows[1].action), Qt.Key.Key_Up)
    qtbot.keyClick(opened.board.row_of(rows[0].action), Qt.Key.Key_Up)
    assert opened.board.search.hasFocus()


def test_changed_keys_are_kept_and_nonsense_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "window.json"
    KEYBOARD.change(Action.SYNC, "F6")
    Preferences(file).keep({"keys": KEYBOARD.kept()})
    KEYBOARD.reset()
    KEYBOARD.take_up(Preferences(file).table("keys"))
    assert Action.SYNC.keys == ("F6",)
    KEYBOARD.take_up({"SYNC": ["no such key"], "GONE": ["F6"], "UNDO": "Ctrl+Z", "REDO": []})
    assert not any(action.is_changed for action in Action)


def test_every_key_that_ships_is_one_that_qt_knows() -> None:
    for action in listed():
        for keys in action.shipped_keys:
            assert len(keys) == 1 or QKeySequence(keys).count() == 1
