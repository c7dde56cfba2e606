"""The board on screen: arrows go from measure to measure, Enter shows what one is made of, G edits its must and target."""

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen

from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.board import Board
from journeydesk.reports.blocks.cards import Card
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.tabs.reports.charts.drawing import DrawingChart
from journeydesk.ui.theme import Theme

PARTS, GOAL = "parts", "goal"
"""What is asked about a card: what it is made of, and its must and target."""


class BoardChart(DrawingChart):
    """`asked` carries what is asked, and the card."""

    def __init__(self, theme: Theme, block: Block) -> None:
        super().__init__(theme, block)  # type: ignore[arg-type]
        self._grid = KeyMap(
            Scope.FIELDS,
            {
                Action.DOWN: partial(self._go, 0, 1),
                Action.UP: partial(self._go, 0, -1),
                Action.RIGHT: partial(self._go, 1, 0),
                Action.LEFT: partial(self._go, -1, 0),
                Action.TAKE: partial(self._ask_about, PARTS),
            },
        )
        self._goals = KeyMap(Scope.REPORTS, {Action.EDIT_GOAL: partial(self._ask_about, GOAL)})

    @property
    def card(self) -> Card | None:
        """The measure that has the keyboard."""
        cards = self._board().cards
        return cards[self._current] if 0 <= self._current < len(cards) else None

    def _board(self) -> Board:
        assert isinstance(self.block, Board)
        return self.block

    def _go(self, across: int, down: int) -> bool:
        groups = self._board().groups
        if not groups or not self._spots:
            return False
        if self._current < 0:
            return self._step(1)
        starts = [sum(len(group.cards) for group in groups[:place]) for place in range(len(groups))]
        column = max(place for place, start in enumerate(starts) if start <= self._current)
        row = self._current - starts[column]
        column = max(0, min(column + across, len(groups) - 1))
        row = max(0, min(row + down, len(groups[column].cards) - 1))
        return self._step(starts[column] + row - self._current)

    def _ask_about(self, what: str) -> bool:
        card = self.card
        if card is None:
            return False
        self.asked.emit(what, card)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._as_table or (not self._grid.press(event) and not self._goals.press(event)):
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.spot_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._step(list(self._spots).index(spot) - self._current)
            self._ask_about(PARTS)

    def _paint_focus(self, painter: QPainter) -> None:
        if not 0 <= self._current < len(self._spots):
            super()._paint_focus(painter)
            return
        rect = self._spots[self._current].rect
        painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), self.theme.color("accent"))
        painter.setPen(QPen(self.theme.color("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
