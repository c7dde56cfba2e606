"""What a prospect wishes about mail is noted from the menu beside the prospect."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.undoing import undo
from journeydesk.services.mail.opens import agreed_to_opens, switch_opens
from journeydesk.services.mail.queueing import no_mail_list
from journeydesk.services.rows.prospects import ListView
from journeydesk.ui.detail.panel import DetailPanel
from journeydesk.ui.detail.panel_menu import panel_menu
from journeydesk.ui.dialogs.note_sheet import NoteSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab

ADDRESS = "a@quillon.example"


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> DetailPanel:
    """The panel of the first prospect, who has an address."""
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.show_view(ListView())
    record = RecordId(next(iter(tab.model.all_ids())))
    edit(window.context, record, {"email": ADDRESS})
    tab.open_prospect(record)
    qtbot.waitUntil(lambda: tab.detail.email == ADDRESS)
    return tab.detail


def entries(panel: DetailPanel) -> dict[str, QAction]:
    """The menu's entries by their words."""
    menu = panel_menu(panel, panel, panel._context, panel._theme, "BETA-1", "Quillon")
    return {action.text(): action for action in menu.actions()}


def test_no_more_mail_is_noted_and_taken_back(panel: DetailPanel, window: MainWindow) -> None:
    entries(panel)["Wants no more mail"].trigger()
    assert [each.address for each in no_mail_list(window.context)] == [ADDRESS]
    entries(panel)["May get mail again"].trigger()
    assert no_mail_list(window.context) == []


def test_no_more_mail_can_be_undone(panel: DetailPanel, window: MainWindow) -> None:
    entries(panel)["Wants no more mail"].trigger()
    undo(window.context)
    assert no_mail_list(window.context) == []


def test_opens_are_not_asked_for_while_nobody_counts_them(panel: DetailPanel) -> None:
    assert not any("opens" in words for words in entries(panel))


def test_who_agrees_to_opens_is_noted_with_how(panel: DetailPanel, window: MainWindow, qtbot: QtBot) -> None:
    switch_opens(window.context, True)
    entries(panel)["Agreed that opens are counted…"].trigger()
    sheet = next(sheet for sheet in window.findChildren(NoteSheet) if sheet.isVisible())
    qtbot.keyClick(sheet.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Say how they agreed" in sheet.wrong.text()
    assert agreed_to_opens(window.context) == []
    qtbot.keyClicks(sheet.note, "On the telephone, 12 May")
    qtbot.keyClick(sheet.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [(each.address, each.how) for each in agreed_to_opens(window.context)] == [(ADDRESS, "On the telephone, 12 May")]
    entries(panel)["Count no opens any more"].trigger()
    assert agreed_to_opens(window.context) == []


def test_without_an_address_there_is_no_wish(panel: DetailPanel, window: MainWindow, qtbot: QtBot) -> None:
    assert panel.prospect is not None
    edit(window.context, panel.prospect, {"email": None})
    qtbot.waitUntil(lambda: panel.email == "")
    assert "Wants no more mail" not in entries(panel)
