"""The board at work in pictures: several cards selected, what a stage needs, its limits and rules; nothing of it stays."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint

from journeydesk.services.commands.journeys import set_stage_rules
from journeydesk.services.commands.undoing import undo
from journeydesk.ui.dialogs.stage_rules import StageRulesSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.kanban.tab import KanbanTab

_NEEDS = ("Source", "Deal Probability", "Expected Close Date")
_CARDS = 60


def show_board_at_work(window: MainWindow) -> Iterator[str]:
    """One state of the board after another; the name belongs to what is shown when it is yielded."""
    tab = window.tab("Kanban")
    if not isinstance(tab, KanbanTab) or not tab.board.panes:
        return
    journey = window.context.settings.journeys[0]
    stage = journey.stages[2]
    set_stage_rules(window.context, journey.name, stage.name, stage.limit_days, _CARDS, _NEEDS)
    view = tab.board.panes[1].view
    view.focus_row(2)
    view.cards.choose(card.id for card in tab.board.panes[1].loaded[2:5])
    yield "kanban-selected"
    tab.needs.ask(f"{stage.number} {stage.short} needs more of 3 cards", tab.stages[2].needs, True, QPoint(520, 200))
    yield "kanban-needs"
    tab.needs.hide()
    sheet = StageRulesSheet(window.context, window.theme, window, journey, tab.stages[2])
    sheet.open()
    yield "dialog-stage-rules"
    sheet.done()
    view.choose_only_current()
    undo(window.context)
