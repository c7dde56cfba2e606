"""What a chart is asked for beside the prospects behind it: what a measure is made of, its goals, and what a block offers to do."""

from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.reports.blocks.block import Offer
from journeydesk.reports.blocks.cards import Card
from journeydesk.reports.satisfaction.detractors import PLAN_CALLS
from journeydesk.services.commands.tasks import plan_calls
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.goal_sheet import GoalSheet
from journeydesk.ui.dialogs.parts_sheet import PartsSheet
from journeydesk.ui.tabs.reports.charts.board import GOAL, PARTS
from journeydesk.ui.tabs.reports.page import ReportPage
from journeydesk.ui.theme import Theme


class Asked(Protocol):
    """The tab that was asked: over its window sheets open, its signals carry what comes of them."""

    context: Context
    theme: Theme
    page: ReportPage
    said: Any
    failed: Any

    def window(self) -> QWidget: ...


def answer(tab: Asked, what: str, about: object) -> None:
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
    elif isinstance(about, Offer) and what == PLAN_CALLS:
        try:
            words = plan_calls(
                tab.context, [RecordId(prospect) for prospect in about.prospects], tr("Call about the low score")
            )
        except JourneydeskError as problem:
            tab.failed.emit(str(problem))
        else:
            tab.said.emit(words, True)
