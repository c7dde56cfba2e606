"""The KPI board in the window: arrows, Enter, G, and what a wrong goal does, by real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from journeydesk.reports.catalogue import find
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.goal_sheet import GoalSheet
from journeydesk.ui.dialogs.parts_sheet import PartsSheet
from journeydesk.ui.tabs.reports.charts.board import BoardChart
from journeydesk.ui.tabs.reports.tab import ReportsTab
from journeydesk.ui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def tab(filled: Context, theme: Theme, qtbot: QtBot) -> ReportsTab:
    shown = ReportsTab(filled, theme, reports=(find("kpi"),))
    qtbot.addWidget(shown)
    shown.resize(1370, 820)
    shown.show()
    qtbot.waitExposed(shown)
    qtbot.waitUntil(lambda: shown.ready, timeout=20_000)
    return shown


@pytest.fixture
def board(tab: ReportsTab, qtbot: QtBot) -> BoardChart:
    [chart] = tab.page.charts
    assert isinstance(chart, BoardChart)
    chart.setFocus()
    qtbot.waitUntil(lambda: len(chart.spots) == 15)
    return chart


def walk(board: BoardChart, qtbot: QtBot, *keys: Qt.Key) -> str:
    for key in keys:
        qtbot.keyClick(board, key)
    return board.card.title if board.card is not None else ""


def test_arrows_walk_the_grid_and_stop_at_its_edges(board: BoardChart, qtbot: QtBot) -> None:
    down, up, right, left = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left
    assert walk(board, qtbot, down) == "Applications"
    assert walk(board, qtbot, right, down, down) == "Case studies"
    assert walk(board, qtbot, right, right, right) == "Lifetime value to cost"
    assert walk(board, qtbot, down, down, down, down) == "Customers that upgraded"
    assert walk(board, qtbot, left, left, left, up) == "Retention after 4 weeks"
    assert board.accessibleDescription().startswith("Retention after 4 weeks: no data, no data, must 80%")


def test_enter_shows_the_parts_and_leads_to_the_prospects(board: BoardChart, tab: ReportsTab, qtbot: QtBot) -> None:
    walk(board, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    [sheet] = tab.findChildren(PartsSheet)
    assert sheet.sheet.accessibleName() == "Applications"
    with qtbot.waitSignal(tab.list_requested) as asked:
        qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args is not None
    assert asked.args[0].filters[0].field == "report"


def test_g_changes_must_and_target_and_undo_takes_it_back(board: BoardChart, tab: ReportsTab, qtbot: QtBot) -> None:
    walk(board, qtbot, Qt.Key.Key_Down, Qt.Key.Key_G)
    [sheet] = tab.findChildren(GoalSheet)
    assert (sheet.must.text(), sheet.target.text()) == ("50", "100")
    sheet.must.selectAll()
    qtbot.keyClicks(sheet.must, "200")
    qtbot.keyClick(sheet.must, Qt.Key.Key_Return)
    assert sheet.wrong.isVisible()
    assert "at most the target" in sheet.wrong.text()
    assert tab.context.settings.goals["applications"].must == 50
    sheet.must.selectAll()
    qtbot.keyClicks(sheet.must, "60")
    with qtbot.waitSignal(tab.said) as said:
        qtbot.keyClick(sheet.must, Qt.Key.Key_Return)
    assert said.args == ["Changed the goals of Applications", True]
    assert tab.context.settings.goals["applications"].must == 60
    undo(tab.context)
    assert tab.context.settings.goals["applications"].must == 50


def test_twelve_months_in_the_place_of_twelve_weeks(board: BoardChart, tab: ReportsTab, qtbot: QtBot) -> None:
    assert board.block.heading == "Fifteen measures, twelve weeks"
    [months] = [each for each in tab.options.span.findChildren(QAbstractButton) if each.text() == "12 months"]
    qtbot.mouseClick(months, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.ready, timeout=20_000)
    [chart] = tab.page.charts
    assert chart.block.heading == "Fifteen measures, twelve months"
    card = chart.block.cards[0]
    assert len(card.course) == 13
    assert card.course[-1] == int(card.words)
    assert card.change == f"↑ +{card.words} vs a month ago"
