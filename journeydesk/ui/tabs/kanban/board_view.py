"""The board without lanes: a journey's columns side by side, scrolling sideways where they do not fit."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.queries import board
from journeydesk.services.queries.board import Since
from journeydesk.services.rows.board import BoardColumn, CardRow
from journeydesk.ui.card_words import card_sentence
from journeydesk.ui.models.board_model import ColumnModel
from journeydesk.ui.tabs.kanban.carrying import Carrying, Place, Target
from journeydesk.ui.tabs.kanban.column_pane import LEAST_WIDTH, ColumnPane
from journeydesk.ui.theme import Theme

_GAP = 8
_SIDES = 12
_FEW = 20
"""Up to so many changed prospects only the columns that they touch are read again."""


class BoardView(QScrollArea):
    """Columns for one journey. `shifted` asks to move a card by so many stages."""

    opened = Signal(int)
    log_requested = Signal(int)
    shifted = Signal(object, object, int)

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__()
        self._context = context
        self._theme = theme
        self._journey = ""
        self._owner: str | None = None
        self._min_score: int | None = None
        self._panes: list[ColumnPane] = []
        self._carrying: Carrying | None = None
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

    def carry_with(self, carrying: Carrying) -> None:
        """Cards are carried by this from now on."""
        self._carrying = carrying
        carrying.side_bar = self.horizontalScrollBar()

    def places(self) -> list[tuple[Place, QWidget, Target]]:
        """Where a card can be put."""
        return [(Place(pane.stage), pane, pane) for pane in self._panes]

    def show_journey(self, journey: str, owner: str | None, min_score: int | None) -> None:
        """Shows this journey's columns, of one owner and from a score on where given."""
        self._owner, self._min_score = owner, min_score
        columns = board.columns(self._context, journey, owner, min_score)
        if journey != self._journey or len(columns) != len(self._panes):
            self._journey = journey
            self._build(columns)
        self._read_again(columns, None)

    def _build(self, columns: Sequence[BoardColumn]) -> None:
        inner = self._fill()
        self._panes = []
        journey = self._context.settings.journey(self._journey)
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
            return board.cards(self._context, self._journey, stage, offset, limit, self._owner, self._min_score)

        return load

    def _sentence(self, stage: str) -> Callable[[CardRow], str]:
        return lambda card: card_sentence(card, stage, self._context.today())

    def _connect(self, pane: ColumnPane) -> None:
        view = pane.view
        view.opened.connect(self.opened)
        view.log_requested.connect(self.log_requested)
        view.side.connect(partial(self._go_side, pane))
        view.shifted.connect(partial(self._shift, pane))
        view.lifted.connect(partial(self._lift, pane))
        view.lifted_by_key.connect(partial(self._lift_by_key, pane))
        view.dragged.connect(self._carry)
        view.dropped.connect(self._drop)
        view.cancelled.connect(self._cancel)

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
        card = pane.view.current()
        if card is not None and 1 <= pane.stage + step <= len(self._panes):
            self.shifted.emit(card, Place(pane.stage), step)

    def _lift(self, pane: ColumnPane, card: CardRow, grip: QPoint) -> None:
        if self._carrying is not None:
            self._carrying.lift(pane.view, Place(pane.stage), card, grip)

    def _lift_by_key(self, pane: ColumnPane, card: CardRow) -> None:
        if self._carrying is None:
            return
        if self._carrying.by_key:
            self._carrying.drop()
        else:
            self._carrying.lift_by_key(pane.view, Place(pane.stage), card)

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
        if not self._journey:
            return
        few = prospects if prospects is not None and len(prospects) <= _FEW else None
        since = Since(self.columns, few) if few is not None else None
        columns = board.columns(self._context, self._journey, self._owner, self._min_score, since)
        self._read_again(columns, few)

    def _read_again(self, columns: Sequence[BoardColumn], few: frozenset[RecordId] | None) -> None:
        for pane, column in zip(self._panes, columns, strict=True):
            before = pane.header.column
            pane.header.show_column(column)
            if few is not None and before == column and not self._holds(pane, few):
                continue
            pane.view.cards.refresh()

    @staticmethod
    def _holds(pane: ColumnPane, prospects: frozenset[RecordId]) -> bool:
        return any(pane.view.cards.row_of(prospect) is not None for prospect in prospects)

    def current_card(self) -> CardRow | None:
        """The card that has the keyboard."""
        return next((pane.view.current() for pane in self._panes if pane.view.hasFocus()), None)

    def focus_card(self, prospect: RecordId) -> bool:
        """Gives the keyboard to a prospect's card."""
        return any(pane.view.focus_card(prospect) for pane in self._panes)

    def take_focus(self) -> None:
        """Gives the keyboard to the first card of the board."""
        pane = next((pane for pane in self._panes if pane.view.cards.rowCount()), None)
        if pane is not None:
            pane.view.focus_row(0)
