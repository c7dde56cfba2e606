"""A table: what cannot be said in a chart, and the rows behind the figures."""

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any, ClassVar, Literal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, tr
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.block import Block, Row

Look = Literal["plain", "quiet", "strong"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, whether it holds numbers (set right), its look, and its width in points on paper (0: the rest,
    -1: as wide as its words). `stages` are the numbers of the two that its head leads from and to: it is drawn as their marks. In a
    `paired` one a share stands beside the number that it is of."""

    head: str
    number: bool = False
    look: Look = "plain"
    width: int = 0
    stages: tuple[int, int] | None = None
    paired: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row: a cell a column; `total` sets it apart as the sum of those above. `pairs` are cells by their place as a share and the number
    that it is of, for columns with no room for both in words."""

    cells: tuple[str, ...]
    behind: Behind | None = None
    total: bool = False
    pairs: Mapping[int, tuple[str, str]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """Raises ValueError for a line with more or fewer cells than columns. `counted` says what a line is, in the plural.

    A `listing` holds the records behind the figures, in small print. `others` tell the same apart by something else: on screen one of
    them is shown, by its `choice`; on paper they follow.
    """

    kind: ClassVar[str] = "table"
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    counted: str = tr("lines")
    listing: bool = False
    half: bool = False
    choice: str = ""
    others: "tuple[Table, ...]" = ()

    def __post_init__(self) -> None:
        wrong = [line.cells for line in self.lines if len(line.cells) != len(self.columns)]
        if wrong:
            raise ValueError(f"{self.title}: {len(self.columns)} columns, but a line of {len(wrong[0])} cells")

    def _finding(self) -> str:
        count = sum(not line.total for line in self.lines)
        return f"{figure(count)} {self.counted}." if count else tr("No data.")

    def _alternative(self) -> str:
        return f"{self.heading}: {self.finding}"

    def table(self) -> list[tuple[str, ...]]:
        """Heads and cells."""
        return [tuple(column.head for column in self.columns), *(line.cells for line in self.lines)]

    def all_of_them(self) -> tuple[Block, ...]:
        """The table and its others."""
        return (replace(self, others=()), *self.others)

    def rows(self) -> list[Row]:
        """A line for each cell beside the first, its column's head as the last word; then those of the others."""
        return [*self._rows(), *(row for other in self.others for row in other.rows())]

    def _rows(self) -> list[Row]:
        part = self.part or self.heading
        heads = [column.head for column in self.columns[1:]]
        return [
            (part, line.cells[0], cell, "", "", head)
            for line in self.lines
            for head, cell in zip(heads, line.cells[1:], strict=True)
        ]

    def _page(self, width: float) -> dict[str, Any]:
        columns = [
            {
                "head": c.head,
                "number": c.number,
                "look": c.look,
                "width": c.width,
                "stages": c.stages and list(c.stages),
                "paired": c.paired,
            }
            for c in self.columns
        ]
        lines = [{"cells": _paired(line), "total": line.total} for line in self.lines]
        return {"columns": columns, "lines": lines, "listing": self.listing}


def _paired(line: Line) -> list[Any]:
    """The cells, those that are pairs as two words."""
    return [list(line.pairs[place]) if place in line.pairs else cell for place, cell in enumerate(line.cells)]
