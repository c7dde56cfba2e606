"""The Kanban tab: bar, board with or without lanes, the moves of cards and what is asked before them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.settings import Stage
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.board import move_cards
from journeydesk.services.context import Context
from journeydesk.services.queries.lists import board
from journeydesk.services.queries.lists.board import OverLimits
from journeydesk.services.queries.lists.prospects import owners
from journeydesk.services.rows.board import BoardColumn, CardRow
from journeydesk.ui.acted_on import ActedOn, acted_on
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import Hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.tabs.kanban.acts import BoardActs
from journeydesk.ui.tabs.kanban.board_bar import BoardBar
from journeydesk.ui.tabs.kanban.board_view import BoardView
from journeydesk.ui.tabs.kanban.carrying import Carrying, Place
from journeydesk.ui.tabs.kanban.ghost import Ghost
from journeydesk.ui.tabs.kanban.key_words import board_hints
from journeydesk.ui.tabs.kanban.lanes_view import LanesView
from journeydesk.ui.tabs.kanban.lifted import Lifted, missing_of, room_in
from journeydesk.ui.tabs.kanban.move_rules import Move, asked_words, moved_words, needs_reason, planned, whom
from journeydesk.ui.tabs.kanban.needs import NeedsPopup
from journeydesk.ui.tabs.kanban.over_counting import OverCounting
from journeydesk.ui.tabs.kanban.reason import ReasonPopup
from journeydesk.ui.tabs.kanban.shown import Shown
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.cards import board_facts

_FORGETS_MS = 5_000
_READ_FOR = frozenset({"prospects", "positions", "events", "alerts", "settings", "money", "interactions"})


class KanbanTab(Tab):
    """The chosen journey as a board."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        journeys = board.journeys(context)
        self._shown = Shown(journeys[0])
        self._over: OverLimits | None = None
        self._stale = False
        self._unanswered: Move | None = None
        self._lifted = Lifted(context)
        self._counting = OverCounting(context, self)
        self._counting.counted.connect(self._counted)
        self._shown_move: tuple[frozenset[RecordId], int] | None = None
        """Whose card was moved here and is shown where it landed, and the database's change number then."""
        self.bar = BoardBar(theme, journeys)
        self._keys = KeyMap(Scope.KANBAN, {Action.LANES: self.bar.lanes.toggle, Action.CARD_CANCEL: self._cancel_drag})
        self.bar.journeys.choose(self._journey)
        self.board = BoardView(context, theme)
        self.lanes = LanesView(context, theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.board)
        self._stack.addWidget(self.lanes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.ghost = Ghost(theme, self)
        self.reason = ReasonPopup(theme, self)
        self.reason.given.connect(lambda reason: self._go_on(reason=reason))
        self.reason.refused.connect(self._give_up)
        self.needs = NeedsPopup(context, theme, self)
        self.needs.given.connect(lambda values: self._go_on(values=values))
        self.needs.refused.connect(self._give_up)
        self.carrying = self._carrier(self.board)
        self.lane_carrying = self._carrier(self.lanes)
        self.acts = BoardActs(context, theme, self)
        self._connect()
        self._show()

    def _carrier(self, part: BoardView | LanesView) -> Carrying:
        carrying = Carrying(self, self.ghost, part.places, self._lifted.drop_words)
        carrying.began.connect(lambda cards: self._lifted.lift(self._journey, cards))
        carrying.landed.connect(self._land)
        part.carry_with(carrying)
        part.opened.connect(self.prospect_requested)
        part.log_requested.connect(lambda prospect: self.log_requested.emit(prospect, "Call"))
        part.shifted.connect(self._shift)
        part.card_menu_requested.connect(lambda cards, source, where: self.card_menu(cards, source).popup(where))
        part.column_menu_requested.connect(lambda column, where: self.column_menu(column).popup(where))
        return carrying

    def _connect(self) -> None:
        self.bar.journey_chosen.connect(self.show_journey)
        self.bar.owner_chosen.connect(self.show_owner)
        self.bar.score_chosen.connect(self.show_score)
        self.bar.order_chosen.connect(self.show_order)
        self.bar.lanes_chosen.connect(self._on_lanes)
        self.acts.said.connect(self.said)
        self.acts.failed.connect(self.failed)
        self.acts.prospect_requested.connect(self.prospect_requested)
        self.acts.log_requested.connect(self.log_requested)
        self.acts.list_requested.connect(self.list_requested)
        self.acts.order_chosen.connect(self.show_order)
        self.acts.only_over_chosen.connect(self.show_only_over)
        self.acts.landed.connect(self._land)
        self.acts.moved.connect(self._move)
        self.acts.done_with.connect(lambda cards: self._part().focus_cards(cards))

    @property
    def has_lanes(self) -> bool:
        """Whether the lanes are shown."""
        return self.bar.lanes.isChecked()

    def _part(self) -> BoardView | LanesView:
        return self.lanes if self.has_lanes else self.board

    @property
    def _journey(self) -> str:
        return self._shown.journey

    def _show(self) -> None:
        self.bar.offer_owners(owners(self.context), self._shown.owner)
        self._stack.setCurrentWidget(self._part())
        self._part().show_journey(self._shown, self._over)
        self.hints_changed.emit()
        self._count()

    def _show_those(self, **changes: Any) -> None:
        before, self._shown = self._shown, replace(self._shown, **changes)
        after = self._shown
        if (before.journey, before.owner, before.min_score) != (after.journey, after.owner, after.min_score):
            self._over = None
        self._show()

    def _count(self) -> None:
        self._counting.count(self._shown)

    def _counted(self, over: OverLimits) -> None:
        self._over = over
        self._part().show_over(over)
        self.hints_changed.emit()

    def show_journey(self, journey: str) -> None:
        """Shows another journey."""
        self.bar.journeys.choose(journey)
        self._show_those(journey=journey)

    def show_owner(self, owner: str | None) -> None:
        """Shows one owner's cards; None shows everyone's, "" those without an owner."""
        self._show_those(owner=owner)

    def show_score(self, least: int | None) -> None:
        """Shows the cards from this score on; None shows all."""
        self._show_those(min_score=least)

    def show_order(self, order: str) -> None:
        """Sorts the cards of every column."""
        self.bar.order.choose(order)
        self._show_those(order=order)

    def show_only_over(self, only: bool) -> None:
        """Shows only the cards that are over the limit of their stage, or all again."""
        self._show_those(only_over=only)

    def _on_lanes(self, on: bool) -> None:
        self._show()
        if self.isVisible():
            self._part().take_focus()

    def widgets_with(self, action: Action) -> Sequence[QWidget]:
        """All of the tab for what is done with a whole prospect; its lists have the other keys themselves."""
        return (self,) if action in (Action.BRIEF, Action.PLANNING_REVIEW, Action.RUN_SCENARIO, Action.UPGRADE) else ()

    @property
    def acted_on(self) -> ActedOn | None:
        """The prospects of the selected cards, or of the one that has the keyboard."""
        cards = self._part().chosen_cards()
        several = [card.id for card in cards] if len(cards) > 1 else []
        return acted_on(self.context, several, cards[0].id if cards else None)

    def take_focus(self) -> None:
        """Gives the keyboard to the first card."""
        self._part().take_focus()

    def refresh(self, change: Change) -> None:
        """Reads the columns that the change touches."""
        if not change.kinds & _READ_FOR:
            return
        if not self.isVisible():
            self._stale = True
            return
        if change.origin == "user" and (change.prospects, self.context.database.change_number()) == self._shown_move:
            return
        if "settings" in change.kinds:
            # Stages may have come or gone.
            self._show()
            return
        if change.prospects is None:
            self.bar.offer_owners(owners(self.context), self._shown.owner)
        self._part().read_again(change.prospects)
        self.hints_changed.emit()
        self._count()

    def showEvent(self, event: QShowEvent) -> None:
        # Reads what changed while another tab was shown.
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        QTimer.singleShot(_FORGETS_MS, self, self._forget_pictures)

    def _forget_pictures(self) -> None:
        # Some megabytes, made again in the time of a frame.
        if not self.isVisible():
            self.theme.cards.clear()

    def hints(self) -> Sequence[Hint]:
        """The keys of the board."""
        return board_hints(self.has_lanes)

    def facts(self) -> str:
        """How much is on the board."""
        whole = self._shown.owner is None and self._shown.min_score is None
        shown = not self.has_lanes and whole
        columns = self.board.columns if shown else board.columns(self.context, self._journey)
        count, revenue, over = board.board_totals(self.context, columns)
        return board_facts(count, revenue, 0 if self.has_lanes else over, self._shown.only_over)

    def _cancel_drag(self) -> None:
        self.carrying.cancel()
        self.lane_carrying.cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    @property
    def stages(self) -> Sequence[Stage]:
        """The stages of the journey that is shown."""
        journey = self.context.settings.journey(self._journey)
        return journey.stages if journey is not None else ()

    def _shift(self, cards: Sequence[CardRow], source: Place, step: int) -> None:
        self._land(cards, source, Place(source.stage + step, source.owner))

    def _land(self, cards: Sequence[CardRow], source: Place, over: Place) -> None:
        """Asks what is to be asked before a move: what the stage needs, then why."""
        if self.context.settings.journey(self._journey) is not None:
            self._unanswered = planned(cards, self._part().selection.places_of(cards), source, over)
            self._ask_or_move()

    def _ask_or_move(self) -> None:
        move, journey = self._unanswered, self.context.settings.journey(self._journey)
        if move is None or journey is None:
            return
        stage, where = journey.stage(move.over.stage), self._place_on_screen(move.over)
        goes = move.over.stage != move.source.stage
        missing = missing_of(self.context, stage, move.cards) if goes and not move.fill else {}
        if missing:
            slugs = [slug for slug in stage.needs if any(slug in lacking for lacking in missing.values())]
            title = tr("{number} {short} needs more of {whom}", number=stage.number, short=stage.short, whom=whom(move.cards))
            self.needs.ask(title, slugs, len(missing) > 1, where)
        elif needs_reason(journey, move.source.stage, move.over.stage) and not move.reason:
            self.reason.ask(asked_words(move, stage), where)
        else:
            self._unanswered = None
            self._move(move)

    def _place_on_screen(self, place: Place) -> QPoint:
        parts = {known: part for known, part, _ in self._part().places()}
        part = parts.get(place)
        return part.mapTo(self, QPoint(8, 64)) if part is not None else QPoint(16, 64)

    def _go_on(self, reason: str = "", values: Mapping[str, Stored] | None = None) -> None:
        move = self._unanswered
        if move is None:
            return
        if values is not None:
            missing = missing_of(self.context, self.stages[move.over.stage - 1], move.cards)
            fill = {prospect: {slug: values[slug] for slug in slugs} for prospect, slugs in missing.items()}
            self._unanswered = replace(move, fill=fill)
        else:
            self._unanswered = replace(move, reason=reason)
        self._ask_or_move()

    def _give_up(self) -> None:
        move, self._unanswered = self._unanswered, None
        if move is not None:
            self._part().focus_cards(move.cards)

    def _move(self, move: Move) -> None:
        try:
            words = self._write(move)
        except JourneydeskError as problem:
            self.failed.emit(str(problem))
            self._part().focus_cards(move.cards)
            return
        self._part().focus_cards(move.cards)
        self.said.emit(words, True)
        self._announce(words)

    def _write(self, move: Move) -> str:
        source, over = move.source, move.over
        stage = over.stage if over.stage != source.stage else None
        owner = (over.owner or "") if over.owner != source.owner else None
        ids = [card.id for card in move.cards]
        named = str(stage) if stage is not None else None
        move_cards(self.context, ids, self._journey, named, owner, move.reason, move.fill, move.stay)
        moved = frozenset(ids)
        part = self._part()
        alone = stage is not None and owner is None and not move.several
        if alone and self._over is not None:
            # The change itself says who is over a limit no more; nothing is counted again.
            self._over = self._over.after_move(move.cards, source.stage)
            part.show_over(self._over)
        if alone and not move.fill and isinstance(part, BoardView):
            part.show_move(move.cards, source, over)
        else:
            part.read_again(moved)
        if not alone:
            self._count()
        self._shown_move = moved, self.context.database.change_number()
        return moved_words(move, self.stages, room_in(self.context, self._journey, stage) if stage is not None else None)

    def _announce(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{words}. {self.facts()}"))

    def card_menu(self, cards: Sequence[CardRow], source: Place) -> QMenu:
        """What can be done with these cards."""
        places = set(self._part().selection.places_of(cards).values()) or {source}
        stages, owners_ = {place.stage for place in places}, {place.owner for place in places}
        source = Place(source.stage if len(stages) == 1 else 0, source.owner if len(owners_) == 1 else None)
        return self.acts.card_menu(cards, source, self._journey)

    def column_menu(self, column: BoardColumn) -> QMenu:
        """What can be done with a column."""
        return self.acts.column_menu(column, self._shown)
