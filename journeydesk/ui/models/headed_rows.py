"""The part that models of lines under headings share: a heading cannot be chosen, and what stays where it is is not shown anew."""

from abc import abstractmethod
from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

Index = QModelIndex | QPersistentModelIndex
_WIDTH = 200


class HeadedRows(QAbstractListModel):
    """A list whose rows are headings and lines, in the order shown, each kind of one height."""

    def __init__(self, heading: int, line: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heading, self._line = QSize(_WIDTH, heading), QSize(_WIDTH, line)
        self._rows: Sequence[Any] = ()

    @abstractmethod
    def is_heading(self, row: Any) -> bool:
        """Whether this one of the rows is a heading."""

    @abstractmethod
    def identity(self, row: Any) -> Hashable:
        """What tells a row from all others, whatever else it shows."""

    @abstractmethod
    def told(self, row: Any, role: int) -> Any:
        """What one of the rows has of this role."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.SizeHintRole:
            # Told here: each row is asked whenever the list is laid out, and a delegate would ask back.
            return self._heading if self.is_heading(row) else self._line
        return self.told(row, role)

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
