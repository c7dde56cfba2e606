"""The board with a lane for each owner: one grid per lane under one row of column heads."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.queries.lists import board
from journeydesk.services.queries.lists.board import OverLimits
from journeydesk.services.rows.board import BoardColumn, CardRow, Lane
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.models.board_model import ColumnModel
from journeydesk.ui.tabs.kanban.carrying import Carrying, Place, Target
from journeydesk.ui.tabs.kanban.column_header import ColumnHeader, paint_well
from journeydesk.ui.tabs.kanban.column_pane import LEAST_WIDTH
from journeydesk.ui.tabs.kanban.column_view import ColumnView
from journeydesk.ui.tabs.kanban.lane_row import Cell, LaneRow
from journeydesk.ui.tabs.kanban.selection import Selection
from journeydesk.ui.tabs.kanban.shown import Shown
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.floating_bar import FloatingBar
from journeydesk.ui.words.cards import card_sentence

_SIDES = 12
_GAP = 8


class _HeaderCell(QWidget):
    """A column's head on its own ground."""

    def __init__(self, theme: Theme, column: BoardColumn, full_name: str) -> None:
        super().__init__()
        self._theme = theme
        self.header = ColumnHeader(theme, column, full_name)
        self.setMinimumWidth(LEAST_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.header)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_well(painter, self._theme, self.rect(), self.header.column.mark.number, False, True)


class LanesView(QWidget):
    """Lanes for one journey. `shifted` asks to move cards by so many stages; the menus are asked for at a place on the screen."""

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
        self._heads: list[_HeaderCell] = []
        self._rows: list[LaneRow] = []
        self._carrying: Carrying | None = None
        self.selection = Selection(self._columns_by_place)
        self._strip = QScrollArea()
        self._strip.setFrameShape(QFrame.Shape.NoFrame)
        self._strip.setWidgetResizable(True)
        self._strip.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._strip.setFixedHeight(72)
        self._strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar = FloatingBar(self._scroll)
        self._scroll.horizontalScrollBar().valueChanged.connect(self._strip.horizontalScrollBar().setValue)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._strip)
        layout.addWidget(self._scroll, 1)

    @property
    def lanes(self) -> Sequence[LaneRow]:
        """The lanes in order."""
        return tuple(self._rows)

    def _columns_by_place(self) -> list[tuple[Place, ColumnModel]]:
        return [(Place(cell.stage, cell.owner), cell.view.cards) for row in self._rows for cell in row.cells]

    def carry_with(self, carrying: Carrying) -> None:
        """Cards are carried by this from now on."""
        self._carrying = carrying
        carrying.side_bar = self._scroll.horizontalScrollBar
        carrying.down_bar = self._scroll.verticalScrollBar

    def places(self) -> list[tuple[Place, QWidget, Target]]:
        """Where a card can be put."""
        return [(Place(cell.stage, cell.owner), cell, cell) for row in self._rows for cell in row.cells]

    def show_journey(self, shown: Shown, over: OverLimits | None) -> None:
        """Shows this journey's lanes with those of its cards."""
        changed = shown != self._shown
        self._shown, self._over = shown, over
        self._show(changed)

    def show_over(self, over: OverLimits) -> None:
        """Says in the heads who is over the limit of their stage."""
        self._over = over
        columns = board.with_limits([head.header.column for head in self._heads], over)
        for head, column in zip(self._heads, columns, strict=True):
            if column != head.header.column:
                head.header.show_column(column)
        for row in self._rows:
            row.header.show_lane(self._with_over(row.header.lane))

    def _with_over(self, lane: Lane) -> Lane:
        return lane if self._over is None else replace(lane, over_limit=self._over.of_owner(lane.owner).count)

    def read_again(self, prospects: frozenset[RecordId] | None) -> None:
        """Reads what may have changed."""
        if self._shown.journey:
            self._show(False)

    def _show(self, anew: bool) -> None:
        shown = self._shown
        columns = board.columns(self._context, shown.journey, shown.owner, shown.min_score)
        lanes = [
            self._with_over(lane)
            for lane in board.lanes(self._context, shown.journey, shown.min_score)
            if shown.owner in (None, lane.owner)
        ]
        if (
            anew
            or len(columns) != len(self._heads)
            or [row.header.lane.owner for row in self._rows] != [n.owner for n in lanes]
        ):
            self._build(columns, lanes)
        for head, column in zip(self._heads, board.with_limits(columns, self._over), strict=True):
            head.header.show_column(column)
        for row, lane in zip(self._rows, lanes, strict=True):
            row.read_again(lane)

    def _build(self, columns: Sequence[BoardColumn], lanes: Sequence[Lane]) -> None:
        least = len(columns) * (LEAST_WIDTH + _GAP) - _GAP + 2 * _SIDES
        self._heads = [_HeaderCell(self._theme, column, self._stage_name(column.mark.number)) for column in columns]
        strip = QWidget()
        strip.setMinimumWidth(least)
        heads = QHBoxLayout(strip)
        heads.setContentsMargins(_SIDES, 8, _SIDES, 8)
        heads.setSpacing(_GAP)
        for head in self._heads:
            head.header.menu_requested.connect(partial(self._ask_column_menu, head))
            heads.addWidget(head, 1)
        self._strip.setWidget(strip)
        inner = QWidget()
        inner.setMinimumWidth(least)
        stack = QVBoxLayout(inner)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        self._rows = []
        for lane in lanes:
            row = LaneRow(self._theme, lane, columns, self._load, self._words, self._context.today)
            for cell in row.cells:
                cell.view.cards.order = self._shown.order
                self._connect(row, cell)
            self._rows.append(row)
            stack.addWidget(row)
        stack.addStretch(1)
        self._scroll.setWidget(inner)

    def _ask_column_menu(self, head: _HeaderCell, where: QPoint) -> None:
        self.column_menu_requested.emit(head.header.column, where)

    def _stage_name(self, stage: int) -> str:
        journey = self._context.settings.journey(self._shown.journey)
        return journey.stage(stage).name if journey is not None else ""

    def _load(self, stage: int, owner: str, offset: int, limit: int) -> list[CardRow]:
        shown = self._shown
        return board.cards(
            self._context, shown.journey, stage, offset, limit, owner, shown.min_score, shown.order, shown.only_over
        )

    def _words(self, stage: int) -> Callable[[CardRow], str]:
        name = self._stage_name(stage)
        return lambda card: card_sentence(card, name, self._context.today())

    def _connect(self, row: LaneRow, cell: Cell) -> None:
        view = cell.view
        view.selection = self.selection
        view.opened.connect(self.opened)
        view.log_requested.connect(self.log_requested)
        view.side.connect(partial(self._go_side, row, cell))
        view.lane.connect(partial(self._go_lane, row, cell))
        view.left_end.connect(partial(self._go_lane, row, cell))
        view.shifted.connect(partial(self._shift, cell))
        view.lifted.connect(partial(self._lift, cell))
        view.lifted_by_key.connect(partial(self._lift_by_key, cell))
        view.dragged.connect(self._carry)
        view.dropped.connect(self._drop)
        view.cancelled.connect(self._cancel)
        view.menu_requested.connect(
            lambda where: self.card_menu_requested.emit(view.chosen(), Place(cell.stage, cell.owner), where)
        )

    def _go_side(self, row: LaneRow, cell: Cell, step: int) -> None:
        if self._carrying is not None and self._carrying.by_key:
            self._carry_by(step, 0)
            return
        place = row.cells.index(cell) + step
        if 0 <= place < len(row.cells):
            self._enter(row.cells[place], cell.view.currentIndex().row())

    def _go_lane(self, row: LaneRow, cell: Cell, step: int) -> None:
        if self._carrying is not None and self._carrying.by_key:
            self._carry_by(0, step)
            return
        open_rows = [other for other in self._rows if other.header.isChecked()]
        place = open_rows.index(row) + step if row in open_rows else -1
        if 0 <= place < len(open_rows):
            target = open_rows[place].cells[row.cells.index(cell)]
            self._enter(target, 0 if step > 0 else target.view.cards.rowCount() - 1)

    def _enter(self, cell: Cell, row: int) -> None:
        cell.view.focus_row(row)
        self._scroll.ensureWidgetVisible(cell, 0, 40)

    def _carry_by(self, side: int, down: int) -> None:
        carrying = self._carrying
        if carrying is None or carrying.over is None:
            return
        owners = [row.header.lane.owner for row in self._rows]
        lane = owners.index(carrying.over.owner or "") + down
        stage = carrying.over.stage + side
        if 0 <= lane < len(owners) and 1 <= stage <= len(self._heads):
            self._scroll.ensureWidgetVisible(self._rows[lane].cells[stage - 1], 0, 40)
            carrying.go_over(Place(stage, owners[lane]))

    def _shift(self, cell: Cell, step: int) -> None:
        cards = cell.view.chosen()
        if cards and 1 <= cell.stage + step <= len(self._heads):
            self.shifted.emit(cards, Place(cell.stage, cell.owner), step)

    def _lift(self, cell: Cell, cards: Sequence[CardRow], grip: QPoint) -> None:
        if self._carrying is not None:
            self._carrying.lift(cell.view, Place(cell.stage, cell.owner), cards, grip)

    def _lift_by_key(self, cell: Cell, cards: Sequence[CardRow]) -> None:
        if self._carrying is None:
            return
        if self._carrying.by_key:
            self._carrying.drop()
        else:
            self._carrying.lift_by_key(cell.view, Place(cell.stage, cell.owner), cards)

    def _carry(self, where: QPoint) -> None:
        if self._carrying is not None:
            self._carrying.carry(where)

    def _drop(self) -> None:
        if self._carrying is not None:
            self._carrying.drop()

    def _cancel(self) -> None:
        if self._carrying is not None:
            self._carrying.cancel()

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
        return [cell.view for row in self._rows for cell in row.cells]

    def take_focus(self) -> None:
        """Gives the keyboard to the first card."""
        cells = (cell for row in self._rows if row.header.isChecked() for cell in row.cells)
        cell = next((cell for cell in cells if cell.view.cards.rowCount()), None)
        if cell is not None:
            cell.view.focus_row(0)
