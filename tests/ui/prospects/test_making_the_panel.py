"""The panel beside the list is made piece by piece while nobody touches anything, and is there whole for whoever asks for it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeydesk.services.commands.prospects import edit
from journeydesk.ui.detail.pane import DetailPane
from journeydesk.ui.detail.panel import DetailPanel
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab


@pytest.fixture
def tab(window: MainWindow) -> ProspectsTab:
    """The list at its first line, whose panel nobody has asked for."""
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.table.go_to(0)
    tab._follow.stop()
    assert tab.current is not None
    return tab


def _chain(panel: DetailPanel) -> list[str]:
    """What Tab goes through, from the panel on."""
    found, widget = [], panel.nextInFocusChain()
    while widget is not None and panel.isAncestorOf(widget):
        found.append(type(widget).__name__)
        widget = widget.nextInFocusChain()
    return found


def test_a_panel_made_while_idle_shows_who_is_current(tab: ProspectsTab, qtbot: QtBot) -> None:
    tab._follow.start(0)
    qtbot.waitUntil(lambda: tab._pane.is_made)
    assert tab.detail.prospect == tab.current
    assert tab.detail.isVisible()


def test_made_in_pieces_it_is_the_panel_made_at_once(tab: ProspectsTab, qtbot: QtBot) -> None:
    slowly, at_once = tab._pane, DetailPane(tab.context, tab.theme, tab)
    at_once.setGeometry(slowly.geometry())
    at_once.show()
    for _ in slowly._pieces(lambda: tab.current):
        pass
    at_once.panel.show_prospect(tab.current)
    qtbot.waitUntil(lambda: slowly.panel.size() == at_once.panel.size() == slowly.size())
    assert _chain(slowly.panel) == _chain(at_once.panel)
    qtbot.waitUntil(lambda: slowly.panel.grab().toImage() == at_once.panel.grab().toImage())


@pytest.mark.parametrize("pieces", [0, 5, 19, 20, 21, 22, 26])
def test_whoever_asks_for_it_meanwhile_has_it_whole(tab: ProspectsTab, pieces: int) -> None:
    making = tab._pane._pieces(lambda: tab.current)
    for _ in range(pieces):
        next(making)
    assert not tab._pane.is_made
    record = tab.current
    assert record is not None
    tab.open_prospect(record)
    assert tab.detail.prospect == record
    assert tab.detail.isVisible()
    assert len(tab.findChildren(DetailPanel)) == 1


def test_asked_for_while_it_is_made_it_shows_who_is_current(tab: ProspectsTab, qtbot: QtBot) -> None:
    tab._follow.start(0)
    with qtbot.waitSignal(tab._follow.timeout):
        pass
    assert not tab._pane.is_made
    assert tab.detail.prospect == tab.current


def test_a_change_while_it_is_made_is_in_it(tab: ProspectsTab) -> None:
    record = tab.current
    assert record is not None
    making = tab._pane._pieces(lambda: tab.current)
    for _ in range(23):
        next(making)
    edit(tab.context, record, {"company": "Ortega Glass"})
    for _ in making:
        pass
    assert tab.detail._company == "Ortega Glass"


def test_who_is_current_at_its_end_is_shown(tab: ProspectsTab) -> None:
    making = tab._pane._pieces(lambda: tab.current)
    for _ in range(23):
        next(making)
    tab.table.go_to(2)
    for _ in making:
        pass
    assert tab.detail.prospect == tab.model.id_at(2)


def test_keys_put_the_making_off(tab: ProspectsTab, qtbot: QtBot) -> None:
    tab._follow.start(0)
    with qtbot.waitSignal(tab._follow.timeout):
        pass
    for _ in range(40):
        qtbot.keyClick(tab.table, Qt.Key.Key_Shift)
        qtbot.wait(5)
    assert not tab._pane.is_made
    qtbot.waitUntil(lambda: tab._pane.is_made)
