"""The daily health in the window: the one thing to do is a button and a key."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeydesk.reports.catalogue import find
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import prospect_ids
from journeydesk.ui.tabs.reports.tab import ReportsTab
from journeydesk.ui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def tab(filled: Context, theme: Theme, qtbot: QtBot) -> Iterator[ReportsTab]:
    shown = ReportsTab(filled, theme, reports=(find("health"), find("gated")))
    qtbot.addWidget(shown)
    shown.resize(1370, 820)
    shown.show()
    qtbot.waitExposed(shown)
    shown.show_this_period()
    qtbot.waitUntil(lambda: shown.ready, timeout=20_000)
    yield shown


@pytest.mark.parametrize("by_mouse", [True, False])
def test_the_one_thing_opens_whom_it_is_about(tab: ReportsTab, by_mouse: bool, qtbot: QtBot) -> None:
    button = tab.page.charts[0].offer
    assert button is not None
    with qtbot.waitSignal(tab.list_requested) as asked:
        if by_mouse:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            tab.take_focus()
            qtbot.keyClick(tab.head.stepper.back, Qt.Key.Key_Return)
    assert asked.args is not None
    count = int("".join(letter for letter in button.text() if letter.isdigit()) or 0)
    assert not count or len(prospect_ids(tab.context, asked.args[0])) == count


def test_what_is_empty_takes_no_more_room_than_it_needs(tab: ReportsTab, qtbot: QtBot) -> None:
    tab.show_report("gated")
    qtbot.waitUntil(lambda: tab.ready, timeout=20_000)
    qtbot.waitUntil(lambda: [chart.height() for chart in tab.page.charts] == [110, 110])
    assert tab.page.lead.y() < 20
