"""One column of the board: its cards, fifty at a time, and where a dragged card would land."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journeydesk.domain.ids import RecordId
from journeydesk.services.rows.board import CardRow
from journeydesk.ui.widgets.labels import tip

Index = QModelIndex | QPersistentModelIndex
PAGE = 50

CARD_ROLE = Qt.ItemDataRole.UserRole + 1
MOVING_ROLE = Qt.ItemDataRole.UserRole + 2
GAP_ROLE = Qt.ItemDataRole.UserRole + 3

_URGENCY = {"Urgent": "1", "High": "2", "Normal": "3", None: "9"}


def place_of(card: CardRow) -> tuple[str, int]:
    """The order of a column: alerts first, then the next follow-up, those without one last (as `storage.board.cards`)."""
    return _URGENCY[card.alert] + (card.follow_up.isoformat() if card.follow_up else "9"), card.id


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
        self._moving: RecordId | None = None
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
            return card.id == self._moving
        if role == GAP_ROLE:
            return index.row() == self._gap
        if role == Qt.ItemDataRole.DisplayRole:
            return card.company or card.contact
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(card)
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

    def set_page(self, page: int) -> None:
        """Shows this many cards at a time from now on."""
        self._page = page
        self._exhausted = True
        cards = list(self._load(0, page))
        self._exhausted = len(cards) < page
        self._replace(cards)

    def _replace(self, cards: list[CardRow]) -> None:
        keep = {card.id for card in cards}
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
        others = [place_of(other) for other in self._cards if other.id != card.id]
        return bisect_left(others, place_of(card))

    def set_moving(self, prospect: RecordId | None) -> None:
        """Marks the card that is being dragged, whose slot is drawn dashed."""
        for moved in {self._moving, prospect} - {None}:
            row = self.row_of(moved) if moved is not None else None
            if row is not None:
                self._moving = prospect
                self.dataChanged.emit(self.index(row), self.index(row), [MOVING_ROLE])
        self._moving = prospect

    def set_gap(self, row: int | None) -> None:
        """Opens the column before this row for a card that would land there; None closes it."""
        if row == self._gap:
            return
        before, self._gap = self._gap, row
        for changed in (before, row):
            if changed is not None and changed < len(self._cards):
                self.dataChanged.emit(self.index(changed), self.index(changed), [GAP_ROLE])
