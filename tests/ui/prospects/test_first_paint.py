"""What a person sees first is the list: the panel beside it is made afterwards, however slow the computer is."""

import time

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from journeydesk.app import make_application
from journeydesk.config import resources
from journeydesk.services.context import Context
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.detail.panel import DetailPanel
from journeydesk.ui.dialogs.palette import Palette
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.theme import Theme


def test_the_panel_is_made_after_the_list_is_painted(context: tuple[Context, Bridge], qtbot: QtBot) -> None:
    theme = Theme(resources() / "icons", "light")
    theme.apply(make_application())
    window = MainWindow(context[0], theme)
    qtbot.addWidget(window)
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    panels_at_first_paint: list[int] = []
    tab.table.painted.connect(lambda: panels_at_first_paint.append(len(window.findChildren(DetailPanel))))
    window.show()
    # So long no event is handled: every timer of the start has run out before the list could be painted.
    time.sleep(0.3)
    qtbot.waitUntil(lambda: bool(panels_at_first_paint) and bool(window.findChildren(DetailPanel)))
    assert panels_at_first_paint == [0]


def test_while_somebody_searches_no_panel_is_made(context: tuple[Context, Bridge], qtbot: QtBot) -> None:
    theme = Theme(resources() / "icons", "light")
    theme.apply(make_application())
    window = MainWindow(context[0], theme)
    qtbot.addWidget(window)
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    asked = QSignalSpy(tab._follow.timeout)
    window.show()
    window.open_palette()
    [palette] = window.findChildren(Palette)
    qtbot.waitUntil(lambda: asked.count() >= 2)
    assert window.findChildren(DetailPanel) == []
    palette.done()
    qtbot.waitUntil(lambda: bool(window.findChildren(DetailPanel)))
