"""What lies beneath the palette: painted once, and again only when it changed."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeydesk.services.changes import Change
from journeydesk.ui.dialogs.palette import Palette
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from tests.ui.paints import Paints


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> Palette:
    """Open over the list and painted."""
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    # The counts of the views and the panel come after the list.
    qtbot.waitUntil(lambda: tab.counted and tab.detail.prospect is not None)
    # And the chips of the views take the room that their counts need.
    QApplication.processEvents()
    window.open_palette()
    palette = window.findChildren(Palette)[-1]
    qtbot.waitUntil(palette.field.hasFocus)
    QApplication.processEvents()
    return palette


def _pixels(window: MainWindow) -> QImage:
    QApplication.processEvents()
    return window.grab().toImage()


def test_a_letter_does_not_paint_the_list_beneath(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    paints = Paints(window)
    tab.table.viewport().installEventFilter(paints)
    qtbot.keyClicks(palette.field, "mar")
    QApplication.processEvents()
    assert palette.field.text() == "mar"
    assert paints.count == 0


def test_beside_the_sheet_the_window_shows_as_through_glass(window: MainWindow, palette: Palette) -> None:
    kept = _pixels(window)
    palette.renew_beneath()
    through = window.grab().toImage()
    places = [(x, y) for x in range(4, 380, 7) for y in range(60, window.height(), 7)]
    assert len({kept.pixel(x, y) for x, y in places}) > 2
    assert all(kept.pixel(x, y) == through.pixel(x, y) for x, y in places)


def test_a_change_beneath_shows_while_the_palette_is_open(window: MainWindow, palette: Palette) -> None:
    before = _pixels(window)
    window.status.show_facts("something else is known now")
    assert _pixels(window) == before
    window.refresh(Change(frozenset({"prospects"})))
    window.status.show_facts("something else is known now")
    assert _pixels(window) != before


def test_another_theme_and_size_show_beneath_the_palette(window: MainWindow, palette: Palette) -> None:
    corner = _pixels(window).pixel(4, window.height() - 4)
    window.theme.choose("dark")
    assert _pixels(window).pixel(4, window.height() - 4) != corner
    window.resize(1200, 700)
    size = _pixels(window).size()
    assert size == window.size() * window.devicePixelRatio()


def test_one_that_is_not_shown_takes_no_picture_of_a_change(window: MainWindow, palette: Palette) -> None:
    palette.hide()
    window.refresh(Change(frozenset({"prospects"})))
    assert not palette._renewal.isActive()
