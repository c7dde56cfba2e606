"""What lies beneath a sheet that opens: it is on the screen, so it is not painted again."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeydesk.storage.engine import sql
from journeydesk.ui.dialogs.log_call.note_field import NoteField
from journeydesk.ui.dialogs.log_call.sheet import LogSheet
from journeydesk.ui.dialogs.shortcut_list import ShortcutList
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.window.arrivals import open_in
from tests.ui.paints import Paints


@pytest.fixture
def tab(window: MainWindow, qtbot: QtBot) -> ProspectsTab:
    """The list with the keyboard, and all of it painted."""
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.table.setFocus()
    qtbot.waitUntil(lambda: tab.counted and tab.detail.prospect is not None)
    _settle()
    return tab


@pytest.fixture
def paints(tab: ProspectsTab) -> Paints:
    """Those of the list's lines from now on."""
    paints = Paints(tab)
    tab.table.viewport().installEventFilter(paints)
    return paints


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _on_screen(window: MainWindow) -> QImage:
    _settle()
    pixels = window.backingStore().paintDevice()
    assert isinstance(pixels, QImage)
    return pixels.copy()


def test_opening_and_closing_the_log_paints_the_list_once(
    window: MainWindow, tab: ProspectsTab, paints: Paints, qtbot: QtBot
) -> None:
    qtbot.keyClick(tab.table, Qt.Key.Key_L)
    _settle()
    sheet = window.findChildren(LogSheet)[-1]
    assert sheet.isVisible()
    assert paints.count == 0
    sheet.done()
    _settle()
    assert not window.findChildren(LogSheet)
    assert paints.count == 1


def test_the_screen_is_as_if_everything_had_been_painted(window: MainWindow, tab: ProspectsTab) -> None:
    window.show_shortcuts()
    opened = _on_screen(window)
    window.findChildren(ShortcutList)[-1].update()
    assert _on_screen(window) == opened


def test_beneath_it_nothing_seems_to_have_the_keyboard(window: MainWindow, tab: ProspectsTab) -> None:
    tab.detail.composer.note.setFocus()
    window.show_shortcuts()
    opened = _on_screen(window)
    window.findChildren(ShortcutList)[-1].update()
    assert _on_screen(window) == opened


def test_what_changes_beneath_it_shows(window: MainWindow, tab: ProspectsTab) -> None:
    window.show_shortcuts()
    before = _on_screen(window)
    window.status.show_facts("something else is known now")
    assert _on_screen(window) != before


def test_what_was_read_is_no_draft_to_keep(window: MainWindow, tab: ProspectsTab, qtbot: QtBot) -> None:
    composer = tab.detail.composer
    qtbot.keyClicks(composer.note, "spoke 15m")
    composer.keep_draft()
    composer.read_draft()
    _settle()
    assert composer.note.toPlainText() == "spoke 15m"
    assert not composer._saving.isActive()
    qtbot.keyClicks(composer.note, ".")
    assert composer._saving.isActive()


def test_a_link_that_comes_while_a_log_is_written_leaves_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.table.setFocus()
    tab.table.go_to(0)
    qtbot.keyClick(tab.table, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), NoteField))
    note = QApplication.focusWidget()
    assert isinstance(note, NoteField)
    other = tab.model.all_ids()[2]
    with window.context.database.read() as connection:
        key = sql.scalar(connection, "SELECT key FROM prospects WHERE lid = ?", (other,))
    open_in(window, f"journeydesk://prospect/{key}")
    assert tab.acted_on is not None
    assert tab.acted_on.only == other
    assert note.hasFocus()
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert not note.hasFocus()
