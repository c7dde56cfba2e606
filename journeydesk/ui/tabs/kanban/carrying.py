"""Carrying cards to another place, by pointer or by key: what would happen, and when it ends."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QScrollBar, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.rows.board import CardRow
from journeydesk.ui.tabs.kanban.column_view import ColumnView
from journeydesk.ui.tabs.kanban.ghost import Ghost
from journeydesk.ui.tabs.kanban.selection import Place as Place
from journeydesk.ui.tabs.kanban.selection import goes, source_of

EDGE = 32
_SCROLL_EVERY_MS = 30
_SCROLL_STEP = 18


class Target(Protocol):
    """A part of the board that can take a card."""

    target: bool

    @property
    def view(self) -> ColumnView:
        """The list that shows where the card would land."""
        ...


class Carrying(QObject):
    """Cards on their way, of which the first is shown; they may come from several places. `places` are the board's parts by place; `says`
    gives the words for a drop there.

    `landed` carries the cards that are not there yet, where they came from as if it were one place, and where they were put; a drop
    where all of them were is no drop.
    """

    landed = Signal(object, object, object)
    began = Signal(object)
    ended = Signal()

    def __init__(
        self,
        board: QWidget,
        ghost: Ghost,
        places: Callable[[], Sequence[tuple[Place, QWidget, Target]]],
        says: Callable[[Sequence[CardRow], Place, Place], str],
    ) -> None:
        super().__init__(board)
        self._board = board
        self._ghost = ghost
        self._places = places
        self._says = says
        self._cards: tuple[CardRow, ...] = ()
        self._source = Place(0)
        self._sources: dict[RecordId, Place] = {}
        self._source_view: ColumnView | None = None
        self._over: Place | None = None
        self._where = QPoint()
        self._by_key = False
        self._scroll = QTimer(self)
        self._scroll.setInterval(_SCROLL_EVERY_MS)
        self._scroll.timeout.connect(self._scroll_edges)
        # Asked for each time: what Python holds of a part that Qt made can be cut off from it while the part lives.
        self.side_bar: Callable[[], QScrollBar] | None = None
        self.down_bar: Callable[[], QScrollBar] | None = None

    @property
    def card(self) -> CardRow | None:
        """The card that is shown as carried."""
        return self._cards[0] if self._cards else None

    @property
    def cards(self) -> tuple[CardRow, ...]:
        """All that are carried."""
        return self._cards

    @property
    def over(self) -> Place | None:
        """Where it would land now."""
        return self._over

    def lift(self, view: ColumnView, source: Place, cards: Sequence[CardRow], grip: QPoint) -> None:
        """Takes the cards up with the pointer."""
        self._begin(view, source, cards)
        width = view.viewport().width()
        self._ghost.lift(view.painter_of_cards.lifted(cards[0], width, view.devicePixelRatioF(), len(cards)), grip)
        self._scroll.start()

    def lift_by_key(self, view: ColumnView, source: Place, cards: Sequence[CardRow]) -> None:
        """Takes the cards up with the keyboard; arrows choose the place, Space drops, Escape puts them back."""
        self._begin(view, source, cards)
        self._by_key = True
        view.holding = True
        self._ghost.lift(QPixmap(), QPoint())
        self.go_over(source)

    def _begin(self, view: ColumnView, source: Place, cards: Sequence[CardRow]) -> None:
        self._cards, self._source, self._source_view = tuple(cards), source, view
        self._by_key = False
        self._sources = dict.fromkeys((card.id for card in cards), source) | view.selection.places_of(cards)
        view.selection.mark_moving(self._sources)
        self.began.emit(self._cards)

    @property
    def by_key(self) -> bool:
        """Whether the keyboard carries."""
        return self._by_key and bool(self._cards)

    def carry(self, where: QPoint) -> None:
        """Follows the pointer, given in global coordinates."""
        self._where = where
        if not self._cards:
            return
        place = next((place for place, part, _ in self._places() if _holds(part, where)), None)
        self._show(place)
        self._ghost.carry(self._board.mapFromGlobal(where), self._words())

    def go_over(self, place: Place) -> None:
        """Chooses a place by key."""
        self._show(place)
        parts = {p: part for p, part, _ in self._places()}
        part = parts.get(place)
        if part is not None:
            self._ghost.carry(part.mapTo(self._board, QPoint(12, 44)), self._words())

    def _words(self) -> str:
        if not self._cards or self._over is None:
            return ""
        cards = self._going(self._over)
        return self._says(cards, self._from(cards, self._over), self._over) if cards else ""

    def _going(self, over: Place | None) -> tuple[CardRow, ...]:
        """The cards that are somewhere else."""
        return tuple(card for card in self._cards if over is None or goes(self._sources[card.id], over))

    def _from(self, cards: Sequence[CardRow], over: Place) -> Place:
        return source_of([self._sources[card.id] for card in cards], over)

    def _show(self, place: Place | None) -> None:
        self._over = place
        for other, _, part in self._places():
            here = other == place and bool(self._going(place))
            part.target = here
            part.view.show_drop(self.card if here else None)

    def drop(self) -> None:
        """Puts the cards down where they are."""
        over = self._over
        cards = self._going(over) if over is not None else ()
        source = self._from(cards, over) if cards and over is not None else self._source
        self.cancel()
        if cards:
            self.landed.emit(cards, source, over)

    def cancel(self) -> None:
        """Puts the cards back where they came from."""
        if not self._cards:
            return
        self._show(None)
        if self._source_view is not None:
            self._source_view.selection.mark_moving(())
            self._source_view.put_down()
        self._cards = ()
        self._over = None
        self._by_key = False
        self._scroll.stop()
        self._ghost.put_down()
        self.ended.emit()

    def _scroll_edges(self) -> None:
        if not self._cards:
            return
        side = self.side_bar() if self.side_bar is not None else None
        moved = _scroll_near(side, self._board.mapFromGlobal(self._where).x(), self._board.width())
        over = next((part for place, _, part in self._places() if place == self._over), None)
        down = self.down_bar or (over.view.verticalScrollBar if over is not None else None)
        bar = down() if down is not None else None
        height = over.view.viewport().height() if over is not None and self.down_bar is None else self._board.height()
        base = over.view.viewport() if over is not None and self.down_bar is None else self._board
        moved = _scroll_near(bar, base.mapFromGlobal(self._where).y(), height) or moved
        if moved:
            self.carry(self._where)


def _holds(part: QWidget, where: QPoint) -> bool:
    return part.isVisible() and part.rect().contains(part.mapFromGlobal(where))


def _scroll_near(bar: QScrollBar | None, at: int, length: int) -> bool:
    """Scrolls where the pointer is within 32 px of an edge; True when it moved."""
    if bar is None:
        return False
    step = -_SCROLL_STEP if at < EDGE else _SCROLL_STEP if at > length - EDGE else 0
    before = bar.value()
    if step:
        bar.setValue(before + step)
    return bar.value() != before
