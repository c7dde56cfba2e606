"""The Kanban tab: bar, board with or without lanes, and the moves of cards."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.services.changes import Change
from journeydesk.services.commands.many import assign
from journeydesk.services.commands.prospects import move
from journeydesk.services.context import Context
from journeydesk.services.queries import board
from journeydesk.services.queries.detail import prospect_detail
from journeydesk.services.queries.prospects import owners
from journeydesk.services.rows.board import CardRow
from journeydesk.ui.acted_on import ActedOn, acted_on
from journeydesk.ui.card_words import column_amount
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.tabs.kanban.board_bar import BoardBar
from journeydesk.ui.tabs.kanban.board_view import BoardView
from journeydesk.ui.tabs.kanban.carrying import Carrying, Place
from journeydesk.ui.tabs.kanban.ghost import Ghost
from journeydesk.ui.tabs.kanban.lanes_view import LanesView
from journeydesk.ui.tabs.kanban.move_rules import drop_words, needs_reason
from journeydesk.ui.tabs.kanban.reason import ReasonPopup
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.theme import Theme

_READ_FOR = frozenset({"prospects", "positions", "events", "alerts", "settings", "money", "interactions"})


class KanbanTab(Tab):
    """The chosen journey as a board."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        journeys = board.journeys(context)
        self._journey = journeys[0]
        self._owner: str | None = None
        self._min_score: int | None = None
        self._stale = False
        self._unanswered: tuple[CardRow, Place, Place] | None = None
        self._points: int | None = None
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
        self._ghost = Ghost(theme, self)
        self._reason = ReasonPopup(theme, self)
        self._reason.given.connect(self._go_on)
        self._reason.refused.connect(self._give_up)
        self.carrying = self._carrier(self.board)
        self.lane_carrying = self._carrier(self.lanes)
        self._connect()
        self._show()

    def _carrier(self, part: BoardView | LanesView) -> Carrying:
        carrying = Carrying(self, self._ghost, part.places, self._drop_words)
        carrying.began.connect(self._on_lift)
        carrying.landed.connect(self._land)
        part.carry_with(carrying)
        part.opened.connect(self.prospect_requested)
        part.log_requested.connect(lambda prospect: self.log_requested.emit(prospect, "Call"))
        part.shifted.connect(self._shift)
        return carrying

    def _connect(self) -> None:
        self.bar.journey_chosen.connect(self.show_journey)
        self.bar.owner_chosen.connect(self.show_owner)
        self.bar.score_chosen.connect(self.show_score)
        self.bar.lanes_chosen.connect(self._on_lanes)

    @property
    def has_lanes(self) -> bool:
        """Whether the lanes are shown."""
        return self.bar.lanes.isChecked()

    @property
    def ghost(self) -> Ghost:
        """What hangs under the pointer."""
        return self._ghost

    @property
    def reason(self) -> ReasonPopup:
        """The question why."""
        return self._reason

    def _part(self) -> BoardView | LanesView:
        return self.lanes if self.has_lanes else self.board

    def _show(self) -> None:
        self.bar.offer_owners(owners(self.context), self._owner)
        self._stack.setCurrentWidget(self._part())
        self._part().show_journey(self._journey, self._owner, self._min_score)
        self.hints_changed.emit()

    def show_journey(self, journey: str) -> None:
        """Shows another journey."""
        self._journey = journey
        self.bar.journeys.choose(journey)
        self._show()

    def show_owner(self, owner: str | None) -> None:
        """Shows one owner's cards; None shows everyone's, "" those without an owner."""
        self._owner = owner
        self._show()

    def show_score(self, least: int | None) -> None:
        """Shows the cards from this score on; None shows all."""
        self._min_score = least
        self._show()

    def _on_lanes(self, on: bool) -> None:
        self._show()
        if self.isVisible():
            self._part().take_focus()

    @property
    def acted_on(self) -> ActedOn | None:
        """The prospect of the card that has the keyboard."""
        card = self._part().current_card()
        return acted_on(self.context, (), card.id if card is not None else None)

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
        if change.prospects is None:
            self.bar.offer_owners(owners(self.context), self._owner)
        self._part().read_again(change.prospects)
        self.hints_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        # Reads what changed while another tab was shown.
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._show()

    def hints(self) -> Sequence[Hint]:
        """The keys of the board."""
        arrows: tuple[Hint, ...] = (
            hint("column", Action.CARD_LEFT, Action.CARD_RIGHT),
            hint("card", Action.CARD_UP, Action.CARD_DOWN),
        )
        if self.has_lanes:
            return (
                *arrows,
                hint("lane", Action.LANE_UP, Action.LANE_DOWN),
                hint("move stage", Action.STAGE_LEFT, Action.STAGE_RIGHT),
                hint("lanes on/off", Action.LANES),
            )
        return (
            *arrows,
            hint("move stage", Action.STAGE_LEFT, Action.STAGE_RIGHT),
            hint("open", Action.CARD_OPEN),
            hint("log", Action.LOG_CALL),
            hint("cancel drag", Action.CARD_CANCEL),
        )

    def facts(self) -> str:
        """How much is on the board."""
        whole = not self.has_lanes and self._owner is None and self._min_score is None
        columns = self.board.columns if whole else board.columns(self.context, self._journey)
        count, revenue, over = board.board_totals(self.context, columns)
        over_words = f" · {over:,} over the stage limit" if over and not self.has_lanes else ""
        return f"{count:,} open · {column_amount(revenue)} est. revenue{over_words}"

    def _cancel_drag(self) -> None:
        self.carrying.cancel()
        self.lane_carrying.cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def _on_lift(self, card: CardRow) -> None:
        detail = prospect_detail(self.context, card.id, self._journey)
        self._points = detail.points if detail is not None else None

    def _drop_words(self, card: CardRow, source: Place, over: Place) -> str:
        return drop_words(self.context.settings, self._journey, source, over, self._points)

    def _shift(self, card: CardRow, source: Place, step: int) -> None:
        self._land(card, source, Place(source.stage + step, source.owner))

    def _land(self, card: CardRow, source: Place, over: Place) -> None:
        journey = self.context.settings.journey(self._journey)
        if journey is None:
            return
        stage = journey.stage(over.stage)
        if needs_reason(journey, source.stage, over.stage):
            self._unanswered = (card, source, over)
            back = "Back to" if over.stage < source.stage else "End in"
            where = self._place_on_screen(over)
            self._reason.ask(f"{back} {over.stage} {stage.short}: {card.company or card.contact}", where)
            return
        self._move(card, source, over, "")

    def _place_on_screen(self, place: Place) -> QPoint:
        parts = {known: part for known, part, _ in self._part().places()}
        part = parts.get(place)
        return part.mapTo(self, QPoint(8, 64)) if part is not None else QPoint(16, 64)

    def _go_on(self, reason: str) -> None:
        question, self._unanswered = self._unanswered, None
        if question is not None:
            self._move(*question, reason)

    def _give_up(self) -> None:
        question, self._unanswered = self._unanswered, None
        if question is not None:
            self._part().focus_card(question[0].id)

    def _move(self, card: CardRow, source: Place, over: Place, reason: str) -> None:
        words = self._written(lambda: self._write(card, source, over, reason))
        if words:
            self._part().focus_card(card.id)
            self.said.emit(words, True)
            self._announce(words)

    def _written(self, write: Callable[[], str]) -> str:
        try:
            return write()
        except JourneydeskError as problem:
            self.failed.emit(str(problem))
            return ""

    def _write(self, card: CardRow, source: Place, over: Place, reason: str) -> str:
        name = card.company or card.contact
        parts = []
        if over.stage != source.stage:
            move(self.context, card.id, self._journey, str(over.stage), reason)
            journey = self.context.settings.journey(self._journey)
            stage = journey.stage(over.stage).short if journey is not None else str(over.stage)
            parts.append(f"moved to {over.stage} {stage}")
        if over.owner != source.owner:
            assign(self.context, [card.id], over.owner or None)
            parts.append(f"given to {over.owner or 'nobody'}")
        moved = frozenset({card.id})
        self.refresh(Change(frozenset({"positions"}), moved))
        self._shown_move = moved, self.context.database.change_number()
        return f"{name} {' and '.join(parts)}"

    def _announce(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{words}. {self.facts()}"))
