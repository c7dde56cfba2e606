"""The part that models of lines under headings share: a heading cannot be chosen, and what stays where it is is not shown anew."""

from abc import abstractmethod
from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class HeadedRows(QAbstractListModel):
    """A list whose rows are headings and lines, in the order shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Any] = ()

    @abstractmethod
    def is_heading(self, row: Any) -> bool:
        """Whether this one of the rows is a heading."""

    @abstractmethod
    def identity(self, row: Any) -> Hashable:
        """What tells a row from all others, whatever else it shows."""

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Shows these. Where the same stand in the same order only those that differ are told of, so that what is chosen stays and
        nothing is laid out anew."""
        before = self._rows
        if len(rows) == len(before) and all(map(self._are_one, rows, before)):
            self._rows = rows
            for place, (old, new) in enumerate(zip(before, rows, strict=True)):
                if old is not new and old != new:
                    self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _are_one(self, new: Any, old: Any) -> bool:
        return new is old or self.identity(new) == self.identity(old)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.is_heading(self._rows[index.row()]):
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def neighbour(self, row: int, step: int) -> int | None:
        """The nearest line from `row` on in this direction (1 or -1), headings left out; None at the end."""
        place = row + step
        while 0 <= place < len(self._rows):
            if not self.is_heading(self._rows[place]):
                return place
            place += step
        return None
