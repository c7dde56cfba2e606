"""The side of the funnel and of the journey map, with real keys and mouse: it tells of exactly those whom the figure counts."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journeydesk.reports.blocks.flows import Flows
from journeydesk.reports.blocks.moves import Flow
from journeydesk.reports.blocks.stages import Stages
from journeydesk.reports.catalogue import find
from journeydesk.services.commands.prospects import create_prospect, edit, log_interaction, move
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import prospect_ids
from journeydesk.ui.bridge import Bridge
from journeydesk.ui.tabs.reports.charts.chart import Chart
from journeydesk.ui.tabs.reports.side_lines import PersonLine, ReasonLine
from journeydesk.ui.tabs.reports.tab import ReportsTab
from journeydesk.ui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing)")


@pytest.fixture
def moved(context: tuple[Context, Bridge]) -> Context:
    """Sixteen at the first stage, four of them of the sandbox; four go on by hand, three of the others left, one of these after a call."""
    opened, _ = context
    made = [create_prospect(opened, {"company": f"Company {number}", "owner": "Tomasz Wilk"}) for number in range(12)]
    for prospect in made:
        move(opened, prospect, "Engagement", "Discovery")
    for prospect in made[:4]:
        move(opened, prospect, "Engagement", "Exploration", "Asked for a demo")
    for prospect in made[4:7]:
        edit(opened, prospect, {"status": "Rejected"})
    log_interaction(opened, made[4], "Call", "They chose another", outcome="Not interested")
    return opened


@pytest.fixture
def show(moved: Context, theme: Theme, qtbot: QtBot) -> Callable[[str], ReportsTab]:
    def shown(name: str) -> ReportsTab:
        tab = ReportsTab(moved, theme, reports=(find("funnel"), find("map")))
        qtbot.addWidget(tab)
        tab.resize(1370, 820)
        tab.show()
        tab.show_report(name)
        tab.show_this_period()
        qtbot.waitUntil(lambda: tab.ready, timeout=20_000)
        return tab

    return shown


def told(tab: ReportsTab, qtbot: QtBot) -> list[str]:
    qtbot.waitUntil(lambda: not tab.siding.busy, timeout=20_000)
    QApplication.processEvents()
    return [words.text() for words in tab.side.findChildren(QLabel) if words.text() and not words.isHidden()]


def chart_of(tab: ReportsTab, kind: type) -> Chart[Stages]:
    return next(chart for chart in tab.page.charts if isinstance(chart.block, kind))


def test_a_stage_that_is_chosen_is_told_of_with_reasons_and_names(
    show: Callable[[str], ReportsTab], moved: Context, qtbot: QtBot
) -> None:
    tab = show("funnel")
    assert tab.side.isHidden()
    chart = chart_of(tab, Stages)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert tab.side.isVisible()
    words = told(tab, qtbot)
    assert "Did not go on" in words
    assert "75% of the 16 who reached Discovery" in words
    assert "9 still in Discovery" in words
    assert "Why the 3 left" in words
    assert any(each.endswith("of the 12 have no logged call") for each in words)
    reasons = [line.accessibleName() for line in tab.side.findChildren(ReasonLine)]
    assert reasons == ["No reason given: 2", "Not interested: 1"]
    lines = tab.side.findChildren(PersonLine)
    assert {f"Company {number}" for number in range(7, 12)} < {line.text() for line in lines}
    assert len(lines) == 9
    with qtbot.waitSignal(tab.list_requested) as asked:
        qtbot.mouseClick(tab.side.open, Qt.MouseButton.LeftButton)
    assert asked.args is not None
    assert len(prospect_ids(moved, asked.args[0])) == 12
    with qtbot.waitSignal(tab.list_requested) as asked:
        qtbot.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    assert asked.args is not None
    assert len(prospect_ids(moved, asked.args[0])) == 1


def test_escape_closes_the_side_and_another_report_too(show: Callable[[str], ReportsTab], qtbot: QtBot) -> None:
    tab = show("funnel")
    chart = chart_of(tab, Stages)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.spots[0].rect.center().toPoint())
    assert tab.side.isVisible()
    assert "close the side" in [words for _, words in tab.hints()]
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert tab.side.isHidden()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert tab.side.isVisible()
    tab.show_report("map")
    assert tab.side.isHidden()


def test_the_side_follows_the_figures(show: Callable[[str], ReportsTab], moved: Context, qtbot: QtBot) -> None:
    tab = show("funnel")
    chart = chart_of(tab, Stages)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert "75% of the 16 who reached Discovery" in told(tab, qtbot)
    move(moved, create_prospect(moved, {"company": "One more"}), "Engagement", "Discovery")
    tab.reload()
    qtbot.waitUntil(lambda: tab.ready, timeout=20_000)
    assert "76% of the 17 who reached Discovery" in told(tab, qtbot)


def test_a_flow_tells_how_many_a_person_moved(show: Callable[[str], ReportsTab], qtbot: QtBot) -> None:
    tab = show("map")
    chart = chart_of(tab, Flows)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    words = told(tab, qtbot)
    assert "Discovery to Exploration" in words
    assert "moves, 25% of the 16 who reached it" in words
    assert words[words.index("By a rule") + 1] == "0"
    assert words[words.index("By a person") + 1] == "4"
    lines = tab.side.findChildren(PersonLine)
    assert len(lines) == 4
    assert all("Asked for a demo" in line.accessibleName() for line in lines)


def test_left_and_right_go_from_stage_to_stage(show: Callable[[str], ReportsTab], qtbot: QtBot) -> None:
    tab = show("map")
    chart = chart_of(tab, Flows)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert "Did not go on" in told(tab, qtbot)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert "100% of the 4 who reached Exploration" not in told(tab, qtbot)
    flow = next(spot for spot in chart.spots if isinstance(spot.about, Flow))
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=flow.rect.center().toPoint())
    assert "Discovery to Exploration" in told(tab, qtbot)
