"""What the menus of cards and columns do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from journeydesk.domain.due import Due
from journeydesk.domain.settings import Stage
from journeydesk.domain.words import tr
from journeydesk.services.commands.many import set_follow_up
from journeydesk.services.context import Context
from journeydesk.services.queries.detail import prospect_detail
from journeydesk.services.queries.lists.prospects import owners
from journeydesk.services.rows.board import BoardColumn, CardRow
from journeydesk.services.rows.prospects import Filter, ListView
from journeydesk.ui.tabs.kanban.carrying import Place
from journeydesk.ui.tabs.kanban.menus import card_menu, column_menu
from journeydesk.ui.tabs.kanban.move_rules import Move, whom
from journeydesk.ui.tabs.kanban.shown import Shown
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.days import day_words


class BoardActs(QObject):
    """`landed` asks for a move with what is to be asked before it, `moved` for one that asks nothing; `done_with` gives the keyboard
    back to the cards."""

    said = Signal(str, bool)
    failed = Signal(str)
    prospect_requested = Signal(int)
    log_requested = Signal(int, str)
    list_requested = Signal(object)
    order_chosen = Signal(str)
    only_over_chosen = Signal(bool)
    landed = Signal(object, object, object)
    moved = Signal(object)
    done_with = Signal(object)

    def __init__(self, context: Context, theme: Theme, place: QWidget) -> None:
        super().__init__(place)
        self._context = context
        self._theme = theme
        self._place = place
        self._journey = ""

    def card_menu(self, cards: Sequence[CardRow], source: Place, journey_name: str) -> QMenu:
        """What can be done with these cards."""
        self._journey = journey_name
        journey = self._context.settings.journey(journey_name)
        assert journey is not None
        acts: dict[str, Callable[..., object]] = {
            "open": lambda: self.prospect_requested.emit(cards[0].id),
            "log": lambda: self.log_requested.emit(cards[0].id, "Call"),
            "stage": lambda number: self.landed.emit(cards, source, Place(number, source.owner)),
            "owner": lambda owner: self._give(cards, source, owner),
            "follow_up": lambda: self._ask_follow_up(cards),
            "copy": lambda: self._copy_email(cards[0]),
        }
        return card_menu(self._theme, self._place, cards, source, journey, owners(self._context), acts)

    def _give(self, cards: Sequence[CardRow], source: Place, owner: str) -> None:
        """To another owner, with lanes or without."""
        self.moved.emit(Move(tuple(cards), Place(source.stage, None), Place(source.stage, owner)))

    def _ask_follow_up(self, cards: Sequence[CardRow]) -> None:
        from journeydesk.ui.dialogs.due_sheet import DueSheet

        sheet = DueSheet(
            self._context, self._theme, self._place.window(), tr("Follow-up of {whom}", whom=whom(cards)), tr("Set follow-up")
        )
        sheet.given.connect(lambda due: self._set_follow_up(cards, due))
        sheet.open()

    def _set_follow_up(self, cards: Sequence[CardRow], due: Due) -> None:
        set_follow_up(self._context, [card.id for card in cards], due.day)
        self.done_with.emit(cards)
        self.said.emit(tr("Follow-up of {whom}: {day}", whom=whom(cards), day=day_words(due.day, self._context.today())), True)

    def _copy_email(self, card: CardRow) -> None:
        detail = prospect_detail(self._context, card.id, self._journey)
        if detail is None or not detail.email:
            self.failed.emit(tr("{whom} has no e-mail address.", whom=whom([card])))
            return
        QGuiApplication.clipboard().setText(detail.email)
        self.said.emit(tr("Copied {email}", email=detail.email), False)

    def column_menu(self, column: BoardColumn, shown: Shown) -> QMenu:
        """What can be done with a column."""
        self._journey = shown.journey
        journey = self._context.settings.journey(shown.journey)
        assert journey is not None
        stage = journey.stages[column.mark.number - 1]
        acts: dict[str, Callable[..., object]] = {
            "order": self.order_chosen.emit,
            "only_over": self.only_over_chosen.emit,
            "list": lambda: self.list_requested.emit(ListView(filters=(Filter("stage", "is", (stage.number,)),))),
            "rules": lambda: self._ask_rules(stage),
        }
        # The list has a column for the stage of the first journey.
        with_list = shown.journey == self._context.settings.journeys[0].name
        return column_menu(self._theme, self._place, column, shown, with_list, acts)

    def _ask_rules(self, stage: Stage) -> None:
        from journeydesk.ui.dialogs.stage_rules import StageRulesSheet

        journey = self._context.settings.journey(self._journey)
        if journey is not None:
            sheet = StageRulesSheet(self._context, self._theme, self._place.window(), journey, stage)
            sheet.saved.connect(lambda words: self.said.emit(words, True))
            sheet.open()
