"""The board without lanes: a journey's columns side by side, scrolling sideways where they do not fit."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.queries.lists import board
from journeydesk.services.queries.lists.board import OverLimits
from journeydesk.services.rows.board import BoardColumn, CardRow
from journeydesk.ui.models.board_model import ColumnModel
from journeydesk.ui.tabs.kanban.carrying import Carrying, Place, Target
from journeydesk.ui.tabs.kanban.column_pane import LEAST_WIDTH, ColumnPane
from journeydesk.ui.tabs.kanban.column_view import ColumnView
from journeydesk.ui.tabs.kanban.selection import Selection
from journeydesk.ui.tabs.kanban.shown import Shown
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.cards import card_sentence

_GAP = 8
_SIDES = 12
_FEW = 20
"""Up to so many changed prospects only the columns that they touch are read again."""


class BoardView(QScrollArea):
    """Columns for one journey. `shifted` asks to move cards by so many stages; the menus are asked for at a place on the screen."""

    opened = Signal(int)
    card_menu_requested = Signal(object, object, QPoint)
    column_menu_requested = Signal(object, QPoint)
    log_requested = Signal(int)
    shifted = Signal(object, object, int)

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__()
        self._context = context
        self._theme = theme
        self._shown = Shown("")
        self._over: OverLimits | None = None
        self._panes: list[ColumnPane] = []
        self._carrying: Carrying | None = None
        self.selection = Selection(self._columns_by_place)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fill()

    def _fill(self) -> QWidget:
        inner = QWidget()
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(_SIDES, 11, _SIDES, 0)
        self._row.setSpacing(_GAP)
        self.setWidget(inner)
        # What is opaque is painted first and by itself, and what lies on it once more with the window.
        for ground in (self.viewport(), inner):
            ground.setAutoFillBackground(False)
        return inner

    @property
    def panes(self) -> Sequence[ColumnPane]:
        """The columns in order."""
        return tuple(self._panes)

    @property
    def columns(self) -> Sequence[BoardColumn]:
        """What the columns' heads say."""
        return [pane.header.column for pane in self._panes]

    def _columns_by_place(self) -> list[tuple[Place, ColumnModel]]:
        return [(Place(pane.stage), pane.view.cards) for pane in self._panes]

    def carry_with(self, carrying: Carrying) -> None:
        """Cards are carried by this from now on."""
        self._carrying = carrying
        carrying.side_bar = self.horizontalScrollBar

    def places(self) -> list[tuple[Place, QWidget, Target]]:
        """Where a card can be put."""
        return [(Place(pane.stage), pane, pane) for pane in self._panes]

    def show_journey(self, shown: Shown, over: OverLimits | None) -> None:
        """Shows this journey's columns with those of its cards."""
        columns = board.columns(self._context, shown.journey, shown.owner, shown.min_score)
        anew = shown.journey != self._shown.journey or len(columns) != len(self._panes)
        self._shown, self._over = shown, over
        if anew:
            self._build(columns)
        for pane in self._panes:
            pane.view.cards.order = shown.order
        self._read_again(columns, None)

    def show_over(self, over: OverLimits) -> None:
        """Says in the heads who is over the limit of their stage."""
        self._over = over
        for pane, column in zip(self._panes, board.with_limits(self.columns, over), strict=True):
            if column != pane.header.column:
                pane.header.show_column(column)

    def _build(self, columns: Sequence[BoardColumn]) -> None:
        inner = self._fill()
        self._panes = []
        journey = self._context.settings.journey(self._shown.journey)
        for column in columns:
            name = journey.stage(column.mark.number).name if journey is not None else column.mark.name
            model = ColumnModel(self._loader(column.mark.number), self._sentence(name))
            pane = ColumnPane(self._theme, column, name, model, self._context.today)
            self._connect(pane)
            self._panes.append(pane)
            self._row.addWidget(pane, 1)
        inner.setMinimumWidth(len(columns) * (LEAST_WIDTH + _GAP) - _GAP + 2 * _SIDES)

    def _loader(self, stage: int) -> Callable[[int, int], list[CardRow]]:
        def load(offset: int, limit: int) -> list[CardRow]:
            shown = self._shown
            return board.cards(
                self._context, shown.journey, stage, offset, limit, shown.owner, shown.min_score, shown.order, shown.only_over
            )

        return load

    def _sentence(self, stage: str) -> Callable[[CardRow], str]:
        return lambda card: card_sentence(card, stage, self._context.today())

    def _connect(self, pane: ColumnPane) -> None:
        view = pane.view
        view.selection = self.selection
        view.opened.connect(self.opened)
        view.log_requested.connect(self.log_requested)
        view.side.connect(partial(self._go_side, pane))
        view.shifted.connect(partial(self._shift, pane))
        view.lifted.connect(partial(self._lift, pane))
        view.lifted_by_key.connect(partial(self._lift_by_key, pane))
        view.dragged.connect(self._carry)
        view.dropped.connect(self._drop)
        view.cancelled.connect(self._cancel)
        view.menu_requested.connect(lambda where: self.card_menu_requested.emit(view.chosen(), Place(pane.stage), where))
        pane.header.menu_requested.connect(lambda where: self.column_menu_requested.emit(pane.header.column, where))

    def _go_side(self, pane: ColumnPane, step: int) -> None:
        if self._carrying is not None and self._carrying.by_key:
            over = self._carrying.over
            stage = (over.stage if over is not None else pane.stage) + step
            if 1 <= stage <= len(self._panes):
                self._carrying.go_over(Place(stage))
                self.ensureWidgetVisible(self._panes[stage - 1], 0, 0)
            return
        place = self._panes.index(pane) + step
        if 0 <= place < len(self._panes):
            top = pane.view.visualRect(pane.view.currentIndex()).top()
            target = self._panes[place].view
            under = target.indexAt(QPoint(20, max(4, top + 4)))
            target.focus_row(under.row() if under.isValid() else target.cards.rowCount() - 1)
            self.ensureWidgetVisible(self._panes[place], 0, 0)

    def _shift(self, pane: ColumnPane, step: int) -> None:
        cards = pane.view.chosen()
        if cards and 1 <= pane.stage + step <= len(self._panes):
            self.shifted.emit(cards, Place(pane.stage), step)

    def _lift(self, pane: ColumnPane, cards: Sequence[CardRow], grip: QPoint) -> None:
        if self._carrying is not None:
            self._carrying.lift(pane.view, Place(pane.stage), cards, grip)

    def _lift_by_key(self, pane: ColumnPane, cards: Sequence[CardRow]) -> None:
        if self._carrying is None:
            return
        if self._carrying.by_key:
            self._carrying.drop()
        else:
            self._carrying.lift_by_key(pane.view, Place(pane.stage), cards)

    def _carry(self, where: QPoint) -> None:
        if self._carrying is not None:
            self._carrying.carry(where)

    def _drop(self) -> None:
        if self._carrying is not None:
            self._carrying.drop()

    def _cancel(self) -> None:
        if self._carrying is not None:
            self._carrying.cancel()

    def read_again(self, prospects: frozenset[RecordId] | None) -> None:
        """Reads what may have changed: only the columns of these prospects where they are few."""
        if not self._shown.journey:
            return
        few = prospects if prospects is not None and len(prospects) <= _FEW else None
        columns = board.columns(self._context, self._shown.journey, self._shown.owner, self._shown.min_score)
        self._read_again(columns, few)

    def show_move(self, cards: Sequence[CardRow], source: Place, over: Place) -> None:
        """Shows cards where they were put: only they are read, for of all others it is known where they stand."""
        shown = self._shown
        ids = [card.id for card in cards]
        columns = board.with_limits(board.columns(self._context, shown.journey, shown.owner, shown.min_score), self._over)
        for pane, column in zip(self._panes, columns, strict=True):
            if column != pane.header.column:
                pane.header.show_column(column)
        self._panes[source.stage - 1].view.cards.take_away(ids)
        came = board.cards_of(self._context, shown.journey, over.stage, ids)
        # Who has just come to a stage is over no limit there.
        self._panes[over.stage - 1].view.cards.put(came if not shown.only_over else [])

    def _read_again(self, columns: Sequence[BoardColumn], few: frozenset[RecordId] | None) -> None:
        for pane, column in zip(self._panes, board.with_limits(columns, self._over), strict=True):
            before = pane.header.column
            pane.header.show_column(column)
            if few is not None and before == column and not self._holds(pane, few):
                continue
            pane.view.cards.refresh()

    @staticmethod
    def _holds(pane: ColumnPane, prospects: frozenset[RecordId]) -> bool:
        return any(pane.view.cards.row_of(prospect) is not None for prospect in prospects)

    def chosen_cards(self) -> list[CardRow]:
        """The selected cards, or the one that has the keyboard."""
        return next((view.chosen() for view in self._views() if view.hasFocus()), [])

    def focus_card(self, prospect: RecordId) -> bool:
        """Gives the keyboard to a prospect's card."""
        return any(view.focus_card(prospect) for view in self._views())

    def focus_cards(self, cards: Sequence[CardRow]) -> None:
        """Gives the keyboard to the first of these cards; several stay selected."""
        if not cards or not self.focus_card(cards[0].id):
            return
        view = next(view for view in self._views() if view.cards.row_of(cards[0].id) is not None)
        view.cards.choose([card.id for card in cards] if len(cards) > 1 else [])

    def _views(self) -> list[ColumnView]:
        return [pane.view for pane in self._panes]

    def take_focus(self) -> None:
        """Gives the keyboard to the first card of the board."""
        pane = next((pane for pane in self._panes if pane.view.cards.rowCount()), None)
        if pane is not None:
            pane.view.focus_row(0)
