"""One swimlane: its head and a cell for each stage, two cards high until asked for more."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.services.rows.board import BoardColumn, CardRow, Lane
from journeydesk.ui.delegates.card_delegate import CARD, DROP_GAP, GAP, CardDelegate
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.models.board_model import ColumnModel
from journeydesk.ui.tabs.kanban.column_header import paint_well
from journeydesk.ui.tabs.kanban.column_pane import LEAST_WIDTH
from journeydesk.ui.tabs.kanban.column_view import ColumnView
from journeydesk.ui.tabs.kanban.drop_place import DropPlace
from journeydesk.ui.tabs.kanban.lane_header import LaneHeader
from journeydesk.ui.theme import Theme

CELL_CARDS = 2
MORE_CARDS = 10
_MORE_LINE = 21
_PAD = 6

_MORE_SHEET = """QPushButton { border: 1px solid transparent; background: transparent; text-align: left; padding: 0 3px;
min-height: 15px; font-weight: 400; color: COLOR; } QPushButton:hover { text-decoration: underline; }
QPushButton:focus { border: 2px solid palette(accent); padding: 0 2px; min-height: 13px; }"""

Load = Callable[[int, str, int, int], Sequence[CardRow]]
"""Reads cards by stage, owner, offset and limit."""


class Cell(DropPlace):
    """One stage of one owner."""

    grew = Signal()

    def __init__(
        self, theme: Theme, stage: int, view: ColumnView, count: int, owner: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = count
        self._shown = CELL_CARDS
        self.stage = stage
        self.owner = owner
        self.view = view
        self.setMinimumWidth(LEAST_WIDTH)
        view.empty_text = ""
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._more = QPushButton(self)
        self._more.setProperty("kind", "flat")
        self._more.setFont(theme.font(-1))
        theme.changed.connect(self._color)
        self._color()
        self._more.clicked.connect(self._show_more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, _PAD, 6, 4)
        layout.setSpacing(0)
        layout.addWidget(view, 1)
        layout.addWidget(self._more)
        self.show_count(count)

    def _color(self) -> None:
        self._more.setStyleSheet(_MORE_SHEET.replace("COLOR", self._theme.hex("text2")))

    def target_changed(self) -> None:
        """A cell grows by the card's place."""
        self.grew.emit()

    def show_count(self, count: int) -> None:
        """Says how many cards are not shown."""
        self._count = count
        hidden = count - self.view.cards.rowCount()
        self._more.setText(tr("+{hidden} more", hidden=figure(hidden)))
        self._more.setAccessibleName(
            tr("Show {more_cards} more of {hidden} cards", more_cards=min(hidden, MORE_CARDS), hidden=figure(hidden))
        )
        self._more.setVisible(hidden > 0)

    def _show_more(self) -> None:
        self._shown += MORE_CARDS
        self.view.cards.set_page(self._shown)
        self.show_count(self._count)
        self.grew.emit()

    def wanted_height(self) -> int:
        """High enough for what is shown, and at least for two cards and the line below."""
        rows = max(CELL_CARDS, self.view.cards.rowCount())
        return _PAD + rows * (CARD + GAP) + _MORE_LINE + (DROP_GAP if self._target else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_well(painter, self._theme, self.rect(), None, self._target, True)


class LaneRow(QWidget):
    """A lane's head and cells. `load` reads cards, `words` says a card of a stage for a screen reader."""

    def __init__(
        self,
        theme: Theme,
        lane: Lane,
        columns: Sequence[BoardColumn],
        load: Load,
        words: Callable[[int], Callable[[CardRow], str]],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.header = LaneHeader(theme, lane)
        self.cells: list[Cell] = []
        self._grid = QWidget()
        row = QHBoxLayout(self._grid)
        row.setContentsMargins(12, _PAD, 12, _PAD)
        row.setSpacing(8)
        for column in columns:
            stage = column.mark.number
            model = ColumnModel(partial(load, stage, lane.owner), words(stage), CELL_CARDS, by_scrolling=False)
            view = ColumnView(theme, model, CardDelegate(theme, today, self))
            model.setParent(view)
            view.setAccessibleName(f"{self.header.owner_words}, {column.mark.number} {column.mark.name}")
            cell = Cell(theme, stage, view, lane.cards[stage - 1], lane.owner)
            cell.grew.connect(self._fit)
            self.cells.append(cell)
            row.addWidget(cell, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._grid)
        self.header.toggled.connect(self._grid.setVisible)

    def read_again(self, lane: Lane) -> None:
        """Shows new totals and cards."""
        self.header.show_lane(lane)
        for cell, count in zip(self.cells, lane.cards, strict=True):
            cell.view.cards.refresh()
            cell.show_count(count)
        self._fit()

    def _fit(self) -> None:
        height = max((cell.wanted_height() for cell in self.cells), default=0)
        for cell in self.cells:
            cell.setFixedHeight(height)
