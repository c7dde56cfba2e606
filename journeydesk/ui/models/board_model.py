"""One column of the board: its cards, fifty at a time, and where a dragged card would land."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from math import inf
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journeydesk.domain.folding import fold
from journeydesk.domain.ids import RecordId
from journeydesk.services.rows.board import CardRow
from journeydesk.ui.widgets.labels import tip

Index = QModelIndex | QPersistentModelIndex
PAGE = 50

CARD_ROLE = Qt.ItemDataRole.UserRole + 1
MOVING_ROLE = Qt.ItemDataRole.UserRole + 2
GAP_ROLE = Qt.ItemDataRole.UserRole + 3
CHOSEN_ROLE = Qt.ItemDataRole.UserRole + 4

_URGENCY = {"Urgent": "1", "High": "2", "Normal": "3", None: "9"}


def place_of(card: CardRow, order: str = "urgent") -> tuple[float | str, ...]:
    """Where a card stands in a column of this order (as `storage.lists.board.ORDERS`): by default alerts first, then the next follow-up,
    those without one last."""
    if order == "value":
        return (-card.revenue.minor if card.revenue is not None else inf, card.id)
    if order == "score":
        return (-card.score if card.score is not None else inf, card.id)
    if order == "days":
        return (card.entered, card.id)
    if order == "name":
        return (fold(card.company), card.id)
    return (_URGENCY[card.alert] + (card.follow_up.isoformat() if card.follow_up else "9"), card.id)


class ColumnModel(QAbstractListModel):
    """The cards of one stage. `load(offset, limit)` reads a page; `words(card)` is a card as a screen reader says it. Without
    `by_scrolling` there are no more cards than are asked for: Qt asks by itself for as many as it has room for."""

    def __init__(
        self,
        load: Callable[[int, int], Sequence[CardRow]],
        words: Callable[[CardRow], str],
        page: int = PAGE,
        parent: QObject | None = None,
        *,
        by_scrolling: bool = True,
    ) -> None:
        super().__init__(parent)
        self._by_scrolling = by_scrolling
        self._load = load
        self._words = words
        self._page = page
        self._cards: list[CardRow] = []
        self._exhausted = True
        self.order = "urgent"
        self._moving: frozenset[RecordId] = frozenset()
        self._chosen: frozenset[RecordId] = frozenset()
        self._gap: int | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == MOVING_ROLE:
            return card.id in self._moving
        if role == CHOSEN_ROLE:
            return card.id in self._chosen
        if role == GAP_ROLE:
            return index.row() == self._gap
        if role == Qt.ItemDataRole.DisplayRole:
            return card.company or card.contact
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ("selected, " if card.id in self._chosen else "") + self._words(card)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._words(card))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        # Cards can be chosen; dragging is the view's own.
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def canFetchMore(self, parent: Index) -> bool:
        return self._by_scrolling and not parent.isValid() and not self._exhausted

    def fetchMore(self, parent: Index) -> None:
        if parent.isValid() or self._exhausted:
            return
        known = {card.id for card in self._cards}
        cards = self._load(len(self._cards), self._page)
        self._exhausted = len(cards) < self._page
        # A card that moved up between two pages would come twice.
        fresh = [card for card in cards if card.id not in known]
        if fresh:
            first = len(self._cards)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._cards += fresh
            self.endInsertRows()

    def refresh(self) -> None:
        """Reads again what is loaded (at least one page) and tells the view only what differs, so that its place is kept."""
        count = max(self._page, len(self._cards))
        cards = list(self._load(0, count))
        self._exhausted = len(cards) < count
        self._replace(cards)

    def take_away(self, prospects: Collection[RecordId]) -> None:
        """These cards went elsewhere; nothing is read again."""
        self._chosen -= frozenset(prospects)
        for row in range(len(self._cards) - 1, -1, -1):
            if self._cards[row].id in prospects:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._cards[row]
                self.endRemoveRows()

    def put(self, cards: Sequence[CardRow]) -> None:
        """These cards came, each to where the order has it; one beyond what is loaded comes with its page."""
        self.take_away([card.id for card in cards])
        for card in cards:
            row = self._row_for(card)
            if row < len(self._cards) or self._exhausted:
                self.beginInsertRows(QModelIndex(), row, row)
                self._cards.insert(row, card)
                self.endInsertRows()

    def set_page(self, page: int) -> None:
        """Shows this many cards at a time from now on."""
        self._page = page
        self._exhausted = True
        cards = list(self._load(0, page))
        self._exhausted = len(cards) < page
        self._replace(cards)

    def _replace(self, cards: list[CardRow]) -> None:
        keep = {card.id for card in cards}
        # Who left the column is not selected in it any more.
        self._chosen &= keep
        for row in range(len(self._cards) - 1, -1, -1):
            if self._cards[row].id not in keep:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._cards[row]
                self.endRemoveRows()
        known = {card.id for card in self._cards}
        if [card.id for card in cards if card.id in known] != [card.id for card in self._cards]:
            self.beginResetModel()
            self._cards = cards
            self.endResetModel()
            return
        self._insert_missing(cards, known)
        for row, (before, after) in enumerate(zip(self._cards, cards, strict=True)):
            if before != after:
                self._cards[row] = after
                index = self.index(row)
                self.dataChanged.emit(index, index)

    def _insert_missing(self, cards: Sequence[CardRow], known: set[RecordId]) -> None:
        row = 0
        while row < len(cards):
            if cards[row].id in known:
                row += 1
                continue
            last = row
            while last + 1 < len(cards) and cards[last + 1].id not in known:
                last += 1
            self.beginInsertRows(QModelIndex(), row, last)
            self._cards[row:row] = cards[row : last + 1]
            self.endInsertRows()
            row = last + 1

    def card(self, row: int) -> CardRow | None:
        """The card at this row."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def row_of(self, prospect: RecordId) -> int | None:
        """Where a loaded prospect's card is."""
        return next((row for row, card in enumerate(self._cards) if card.id == prospect), None)

    def landing_row(self, card: CardRow) -> int:
        """The row before which a dropped card would stand: a column is sorted, so the place is known before the drop."""
        if self.order == "days":
            # Who comes now will have been here for the shortest time.
            return sum(other.id != card.id for other in self._cards)
        return self._row_for(card)

    def _row_for(self, card: CardRow) -> int:
        others = [place_of(other, self.order) for other in self._cards if other.id != card.id]
        return bisect_left(others, place_of(card, self.order))

    def set_moving(self, prospects: Iterable[RecordId]) -> None:
        """Marks the cards that are being dragged, whose slots are drawn dashed."""
        before, self._moving = self._moving, frozenset(prospects)
        self._tell(before ^ self._moving, MOVING_ROLE)

    @property
    def chosen(self) -> list[CardRow]:
        """The selected cards from top to bottom."""
        return [card for card in self._cards if card.id in self._chosen]

    def choose(self, prospects: Iterable[RecordId]) -> None:
        """Selects these cards and no others."""
        before, self._chosen = self._chosen, frozenset(prospects)
        self._tell(before ^ self._chosen, CHOSEN_ROLE)

    def _tell(self, prospects: Collection[RecordId], role: int) -> None:
        if prospects:
            for row, card in enumerate(self._cards):
                if card.id in prospects:
                    self.dataChanged.emit(self.index(row), self.index(row), [role])

    def looks(self, row: int) -> tuple[CardRow, bool, bool, bool]:
        """All that a painter asks of a row at once: the card, whether it is being dragged, whether it is selected, and whether a drop
        would come before it."""
        card = self._cards[row]
        return card, card.id in self._moving, card.id in self._chosen, row == self._gap

    def set_gap(self, row: int | None) -> None:
        """Opens the column before this row for a card that would land there; None closes it."""
        if row == self._gap:
            return
        before, self._gap = self._gap, row
        for changed in (before, row):
            if changed is not None and changed < len(self._cards):
                self.dataChanged.emit(self.index(changed), self.index(changed), [GAP_ROLE])
