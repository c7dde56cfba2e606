"""What a figure counts where that is not prospects, in the window: by real keys and the mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from journeydesk.reports.catalogue import find
from journeydesk.services.commands.prospects import create_prospect, log_interaction
from journeydesk.services.context import Context
from journeydesk.ui.tabs.reports.records_sheet import RecordsSheet
from journeydesk.ui.tabs.reports.tab import ReportsTab
from journeydesk.ui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(filled: Context, theme: Theme, qtbot: QtBot) -> ReportsTab:
    """The weekly report of this week, in which three calls were logged with two prospects."""
    other = create_prospect(filled, {"company": "Zwickel & Söhne", "owner": "Tomasz Wilk"})
    log_interaction(filled, other, "Call", "Second call")
    shown = ReportsTab(filled, theme, reports=(find("weekly"),))
    qtbot.addWidget(shown)
    shown.resize(1370, 820)
    shown.show()
    qtbot.waitExposed(shown)
    qtbot.waitUntil(lambda: shown.ready, timeout=20_000)
    qtbot.mouseClick(shown.head.this_period, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown.ready, timeout=20_000)
    return shown


def opened(tab: ReportsTab, qtbot: QtBot, label: str = "Calls logged") -> RecordsSheet:
    button = next(each for each in tab.page.tiles if each.tile is not None and each.tile.label == label)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(tab.findChildren(RecordsSheet)))
    [sheet] = tab.findChildren(RecordsSheet)
    return sheet


def test_calls_logged_opens_each_call(tab: ReportsTab, qtbot: QtBot) -> None:
    sheet = opened(tab, qtbot)
    assert sheet.heading.text() == "Called in week 21: 3 calls"
    assert len(sheet.list.records) == 3
    assert sheet.list.lines.whose(sheet.list.records[0]) == "Zwickel & Söhne"
    assert sorted(sheet.list.lines.what(each) for each in sheet.list.records) == ["Reached", "Reached", "no outcome"]
    assert sheet.prospects.text() == "Show 3 prospects"


def test_enter_opens_one_prospect_and_ctrl_enter_lists_all(tab: ReportsTab, qtbot: QtBot) -> None:
    sheet = opened(tab, qtbot)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(tab.prospect_requested) as asked:
        qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    assert asked.args == [sheet.list.records[1].prospect]
    qtbot.waitUntil(lambda: not sheet.isVisible())
    sheet.deleteLater()
    QGuiApplication.sendPostedEvents(sheet, QEvent.Type.DeferredDelete)
    again = opened(tab, qtbot)
    with qtbot.waitSignal(tab.list_requested) as listed:
        qtbot.keyClick(again, Qt.Key.Key_Return, CONTROL)
    assert listed.args is not None
    assert [each.field for each in listed.args[0].filters] == ["report"]


def test_the_lines_are_copied_for_a_spreadsheet(tab: ReportsTab, qtbot: QtBot) -> None:
    sheet = opened(tab, qtbot)
    qtbot.keyClick(sheet, Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 3
    assert all(line.count("\t") == 3 for line in lines)


def test_a_double_click_opens_and_esc_closes(tab: ReportsTab, qtbot: QtBot) -> None:
    sheet = opened(tab, qtbot)
    with qtbot.waitSignal(tab.prospect_requested):
        qtbot.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 10))
        qtbot.mouseDClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 10))
    assert not sheet.isVisible()


def test_the_calls_of_one_rep_list_whom_that_rep_called(tab: ReportsTab, qtbot: QtBot) -> None:
    tab.show_owner("Amaia Etxarri")
    qtbot.waitUntil(lambda: tab.ready, timeout=20_000)
    sheet = opened(tab, qtbot)
    called = {each.prospect for each in sheet.list.records}
    with qtbot.waitSignal(tab.list_requested) as listed:
        qtbot.keyClick(sheet, Qt.Key.Key_Return, CONTROL)
    assert listed.args is not None
    [only] = listed.args[0].filters
    assert all(str(prospect) in only.values[0] for prospect in called)
