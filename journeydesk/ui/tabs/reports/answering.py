"""What a chart is asked for beside the prospects behind it: what a measure is made of, its goals, and what a block offers to do."""

from typing import TYPE_CHECKING

from journeydesk.reports.blocks.board import Card
from journeydesk.ui.dialogs.goal_sheet import GoalSheet
from journeydesk.ui.dialogs.parts_sheet import PartsSheet
from journeydesk.ui.tabs.reports.charts.board import GOAL, PARTS

if TYPE_CHECKING:
    from journeydesk.ui.tabs.reports.tab import ReportsTab


def answer(tab: "ReportsTab", what: str, about: object) -> None:
    """Opens what was asked for over the window."""
    if isinstance(about, Card) and what == PARTS:
        parts = PartsSheet(tab.theme, tab.window(), about)
        parts.behind_requested.connect(tab.page.behind_requested)
        parts.goal_requested.connect(lambda: answer(tab, GOAL, about))
        parts.open()
    elif isinstance(about, Card) and what == GOAL:
        goal = GoalSheet(tab.context, tab.theme, tab.window(), about)
        goal.saved.connect(lambda words: tab.said.emit(words, True))
        goal.open()
