"""The board with a lane for each owner: one grid per lane under one row of column heads."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.queries import board
from journeydesk.services.rows.board import BoardColumn, CardRow, Lane
from journeydesk.ui.card_words import card_sentence
from journeydesk.ui.tabs.kanban.carrying import Carrying, Place, Target
from journeydesk.ui.tabs.kanban.column_header import ColumnHeader, paint_well
from journeydesk.ui.tabs.kanban.column_pane import LEAST_WIDTH
from journeydesk.ui.tabs.kanban.lane_row import Cell, LaneRow
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.floating_bar import FloatingBar

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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_well(painter, self._theme, self.rect(), self.header.column.mark.number, False, True)
        painter.end()


class LanesView(QWidget):
    """Lanes for one journey. `shifted` asks to move a card by so many stages."""

    opened = Signal(int)
    log_requested = Signal(int)
    shifted = Signal(object, object, int)

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__()
        self._context = context
        self._theme = theme
        self._journey = ""
        self._min_score: int | None = None
        self._owner: str | None = None
        self._heads: list[_HeaderCell] = []
        self._rows: list[LaneRow] = []
        self._carrying: Carrying | None = None
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

    def carry_with(self, carrying: Carrying) -> None:
        """Cards are carried by this from now on."""
        self._carrying = carrying
        carrying.side_bar = self._scroll.horizontalScrollBar()
        carrying.down_bar = self._scroll.verticalScrollBar()

    def places(self) -> list[tuple[Place, QWidget, Target]]:
        """Where a card can be put."""
        return [(Place(cell.stage, cell.owner), cell, cell) for row in self._rows for cell in row.cells]

    def show_journey(self, journey: str, owner: str | None, min_score: int | None) -> None:
        """Shows this journey's lanes; only one owner's, and from a score on, where given."""
        changed = journey != self._journey or min_score != self._min_score or owner != self._owner
        self._journey, self._min_score, self._owner = journey, min_score, owner
        self._show(changed)

    def read_again(self, prospects: frozenset[RecordId] | None) -> None:
        """Reads what may have changed."""
        if self._journey:
            self._show(False)

    def _show(self, anew: bool) -> None:
        columns = board.columns(self._context, self._journey, self._owner, self._min_score)
        lanes = [lane for lane in board.lanes(self._context, self._journey) if self._owner in (None, lane.owner)]
        of_owner = {lane.owner: board.columns(self._context, self._journey, lane.owner, self._min_score) for lane in lanes}
        if (
            anew
            or len(columns) != len(self._heads)
            or [row.header.lane.owner for row in self._rows] != [n.owner for n in lanes]
        ):
            self._build(columns, lanes, of_owner)
        for head, column in zip(self._heads, columns, strict=True):
            head.header.show_column(column)
        for row, lane in zip(self._rows, lanes, strict=True):
            row.read_again(lane, of_owner[lane.owner])

    def _build(self, columns: Sequence[BoardColumn], lanes: Sequence[Lane], of_owner: dict[str, list[BoardColumn]]) -> None:
        least = len(columns) * (LEAST_WIDTH + _GAP) - _GAP + 2 * _SIDES
        self._heads = [_HeaderCell(self._theme, column, self._stage_name(column.mark.number)) for column in columns]
        strip = QWidget()
        strip.setMinimumWidth(least)
        heads = QHBoxLayout(strip)
        heads.setContentsMargins(_SIDES, 8, _SIDES, 8)
        heads.setSpacing(_GAP)
        for head in self._heads:
            heads.addWidget(head, 1)
        self._strip.setWidget(strip)
        inner = QWidget()
        inner.setMinimumWidth(least)
        stack = QVBoxLayout(inner)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        self._rows = []
        for lane in lanes:
            row = LaneRow(self._theme, lane, of_owner[lane.owner], self._load, self._words, self._context.today)
            for cell in row.cells:
                self._connect(row, cell)
            self._rows.append(row)
            stack.addWidget(row)
        stack.addStretch(1)
        self._scroll.setWidget(inner)

    def _stage_name(self, stage: int) -> str:
        journey = self._context.settings.journey(self._journey)
        return journey.stage(stage).name if journey is not None else ""

    def _load(self, stage: int, owner: str, offset: int, limit: int) -> list[CardRow]:
        return board.cards(self._context, self._journey, stage, offset, limit, owner, self._min_score)

    def _words(self, stage: int) -> Callable[[CardRow], str]:
        name = self._stage_name(stage)
        return lambda card: card_sentence(card, name, self._context.today())

    def _connect(self, row: LaneRow, cell: Cell) -> None:
        view = cell.view
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
        card = cell.view.current()
        if card is not None and 1 <= cell.stage + step <= len(self._heads):
            self.shifted.emit(card, Place(cell.stage, cell.owner), step)

    def _lift(self, cell: Cell, card: CardRow, grip: QPoint) -> None:
        if self._carrying is not None:
            self._carrying.lift(cell.view, Place(cell.stage, cell.owner), card, grip)

    def _lift_by_key(self, cell: Cell, card: CardRow) -> None:
        if self._carrying is None:
            return
        if self._carrying.by_key:
            self._carrying.drop()
        else:
            self._carrying.lift_by_key(cell.view, Place(cell.stage, cell.owner), card)

    def _carry(self, where: QPoint) -> None:
        if self._carrying is not None:
            self._carrying.carry(where)

    def _drop(self) -> None:
        if self._carrying is not None:
            self._carrying.drop()

    def _cancel(self) -> None:
        if self._carrying is not None:
            self._carrying.cancel()

    def current_card(self) -> CardRow | None:
        """The card that has the keyboard."""
        return next((cell.view.current() for row in self._rows for cell in row.cells if cell.view.hasFocus()), None)

    def focus_card(self, prospect: RecordId) -> bool:
        """Gives the keyboard to a prospect's card."""
        return any(cell.view.focus_card(prospect) for row in self._rows for cell in row.cells)

    def take_focus(self) -> None:
        """Gives the keyboard to the first card."""
        cells = (cell for row in self._rows if row.header.isChecked() for cell in row.cells)
        cell = next((cell for cell in cells if cell.view.cards.rowCount()), None)
        if cell is not None:
            cell.view.focus_row(0)
