"""The part that models of lines share: a row for each line, which paints itself by a role and is read out in words."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from journeydesk.ui.widgets.labels import tip

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class LinesModel(QAbstractListModel):
    """A list whose rows are `lines`, which a model replaces or extends between Qt's own signals. With `has_tips` a tooltip says the
    whole of a line that may be cut."""

    lines: Sequence[Any] = ()
    has_tips = False

    def show_lines(self, lines: Sequence[Any]) -> None:
        """Shows these lines instead."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    @abstractmethod
    def words(self, line: Any) -> str:
        """What a line says."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if self.has_tips and role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.words(line))
        return line if role == LINE_ROLE else self.words(line) if role in _WORDS else None
