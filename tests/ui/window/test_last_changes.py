"""The list of changes in the window, by keys and mouse."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.prospects import edit
from journeydesk.services.queries.detail import prospect_detail
from journeydesk.storage.engine import sql
from journeydesk.ui.dialogs.changes.list import ChangeLines
from journeydesk.ui.dialogs.changes.sheet import LastChanges
from journeydesk.ui.main_window import MainWindow

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def edited(window: MainWindow) -> RecordId:
    """A prospect whose phone was changed three times, and then its title."""
    prospect = RecordId(1)
    for number in ("1", "2", "3"):
        edit(window.context, prospect, {"phone": number})
    edit(window.context, prospect, {"job_title": "Buyer"})
    return prospect


def opened(window: MainWindow, qtbot: QtBot) -> LastChanges:
    qtbot.keyClick(window.focus_in_place(), Qt.Key.Key_H, CTRL)
    return next(sheet for sheet in window.findChildren(LastChanges) if sheet.isVisible())


def phone(window: MainWindow, prospect: RecordId) -> str | None:
    found = prospect_detail(window.context, prospect)
    assert found is not None
    return found.phone


def wait(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.work.busy("undo"))


def test_enter_takes_back_what_the_button_says(window: MainWindow, edited: RecordId, qtbot: QtBot) -> None:
    sheet = opened(window, qtbot)
    assert sheet.button.text() == "Undo it"
    assert not sheet.alone.isEnabled()
    for _ in range(2):
        qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    assert sheet.button.text() == "Undo 3 changes"
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    wait(window, qtbot)
    assert phone(window, edited) == "1"
    assert not any(each.isVisible() for each in window.findChildren(LastChanges))
    assert "3 changes" in window.message._lead
    again = opened(window, qtbot)
    qtbot.keyClick(again.list, Qt.Key.Key_Up)
    qtbot.keyClick(again.list, Qt.Key.Key_Up)
    assert again.button.text() == "Do 2 again"
    qtbot.mouseClick(again.button, Qt.MouseButton.LeftButton)
    wait(window, qtbot)
    assert phone(window, edited) == "3"


def test_one_of_several_is_taken_back_alone(window: MainWindow, edited: RecordId, qtbot: QtBot) -> None:
    sheet = opened(window, qtbot)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return, ALT)
    wait(window, qtbot)
    assert phone(window, edited) == "2"
    assert "Took back" in window.message._lead


def test_escape_leaves_everything_and_gives_the_keyboard_back(window: MainWindow, edited: RecordId, qtbot: QtBot) -> None:
    before = window.focus_in_place()
    sheet = opened(window, qtbot)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert window.focusWidget() is before
    assert phone(window, edited) == "3"


def test_more_than_a_page_of_changes_is_read_as_it_is_scrolled(window: MainWindow, qtbot: QtBot) -> None:
    for number in range(205):
        edit(window.context, RecordId(1), {"phone": f"{number}"})
    lines = ChangeLines(window.context, window)
    assert lines.rowCount() == 200
    sheet = opened(window, qtbot)
    sheet.list.scrollToBottom()
    QCoreApplication.processEvents()
    qtbot.keyClick(sheet.list, Qt.Key.Key_End)
    sheet.list.scrollTo(sheet.list.currentIndex(), QAbstractItemView.ScrollHint.PositionAtBottom)
    qtbot.waitUntil(lambda: sheet.list.model().rowCount() > 205)


def test_it_is_said_where_nothing_was_changed(window: MainWindow, qtbot: QtBot) -> None:
    with window.context.database.write() as connection:
        sql.run(connection, "DELETE FROM undo_entry")
    sheet = opened(window, qtbot)
    assert (sheet.list.chosen, sheet.button.isVisible(), sheet.alone.isVisible()) == (None, False, False)
    assert "Nothing was changed yet." in [words.text() for words in sheet.findChildren(QLabel)]
    qtbot.keyClick(sheet.sheet, Qt.Key.Key_Escape)
    assert window.isVisible()
