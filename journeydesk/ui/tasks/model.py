"""Lines of what is to be done, under headings where there are groups."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from journeydesk.domain.frozen_data import dataclass
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.ui.models.headed_rows import HeadedRows

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
HEAD_ROLE = Qt.ItemDataRole.UserRole + 2
TICK_ROLE = Qt.ItemDataRole.UserRole + 3

HEAD, ROW = 30, 46
"""How high a heading and a line are."""


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: its words, how many lines stand below it, and whether they are late."""

    words: str
    count: int
    late: bool = False


class AgendaModel(HeadedRows):
    """Rows are headings and lines; headings cannot be chosen. `ticked` are names of lines."""

    def __init__(self, words: Callable[[AgendaLine], str], parent: QObject | None = None) -> None:
        super().__init__(HEAD, ROW, parent)
        self._words = words
        self.ticked: set[str] = set()

    def is_heading(self, row: Head | AgendaLine) -> bool:
        return isinstance(row, Head)

    def identity(self, row: Head | AgendaLine) -> str:
        return row.words if isinstance(row, Head) else row.name

    def show_groups(self, groups: Sequence[tuple[Head | None, Sequence[AgendaLine]]]) -> None:
        """Shows these; empty groups are left out."""
        rows: list[Head | AgendaLine] = []
        for head, lines in groups:
            if lines:
                rows += [*([head] if head else []), *lines]
        self.ticked &= {row.name for row in rows if isinstance(row, AgendaLine)}
        self.show_rows(rows)

    def told(self, row: Head | AgendaLine, role: int) -> Any:
        if isinstance(row, Head):
            if role == HEAD_ROLE:
                return row
            spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return f"{row.words}, {row.count}" if spoken else None
        if role == LINE_ROLE:
            return row
        if role == TICK_ROLE:
            return row.name in self.ticked
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ("ticked, " if row.name in self.ticked else "") + self._words(row)
        return None

    def line(self, row: int) -> AgendaLine | None:
        """The line at this row; None for a heading or no row."""
        line = self._rows[row] if 0 <= row < len(self._rows) else None
        return line if isinstance(line, AgendaLine) else None

    def lines(self) -> list[AgendaLine]:
        """Every line."""
        return [row for row in self._rows if isinstance(row, AgendaLine)]

    def row_of(self, name: str) -> int | None:
        """Where a line stands."""
        return next((place for place, row in enumerate(self._rows) if isinstance(row, AgendaLine) and row.name == name), None)

    def tick(self, name: str, on: bool | None = None) -> None:
        """Ticks or unticks a line; without `on` it is turned round."""
        ticked = name not in self.ticked if on is None else on
        (self.ticked.add if ticked else self.ticked.discard)(name)
        row = self.row_of(name)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row), [TICK_ROLE])

    def tick_all(self) -> None:
        """Ticks every line."""
        self._tick_only({line.name for line in self.lines()})

    def clear_ticks(self) -> None:
        """Nothing is ticked."""
        self._tick_only(set())

    def _tick_only(self, names: set[str]) -> None:
        if names != self.ticked:
            self.ticked = names
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [TICK_ROLE])
