"""Cells of a file that somebody put right before it was brought in: laid over the file, whichever way it is read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import overload

from journeydesk.services.files.reading.rows import Row, Table

Fixes = Mapping[int, Mapping[str, str]]
"""What stands in a cell now, by the line of its row and the title of its column."""


class FixedRows(Sequence[Row]):
    """The rows of a table with their cells put right."""

    def __init__(self, table: Table, fixes: Fixes) -> None:
        self._rows = table.rows
        self._fixes = fixes
        self._places = {title: place for place, title in enumerate(table.header)}

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return map(self._fixed, self._rows)

    @overload
    def __getitem__(self, number: int) -> Row: ...

    @overload
    def __getitem__(self, number: slice) -> list[Row]: ...

    def __getitem__(self, number: int | slice) -> Row | list[Row]:
        if isinstance(number, slice):
            return [self._fixed(row) for row in self._rows[number]]
        return self._fixed(self._rows[number])

    def _fixed(self, row: Row) -> Row:
        fixed = self._fixes.get(row.line)
        if not fixed:
            return row
        cells = list(row.cells)
        for title, text in fixed.items():
            if title in self._places:
                cells[self._places[title]] = text
        # Somebody looked at the row: that it was ragged is no reason any more.
        return replace(row, cells=tuple(cells), problem="")
