"""The heat map: counts by two things at once, like hour and weekday."""

from typing import ClassVar

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, tr, within
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.block import Row
from journeydesk.reports.blocks.drawn import Drawn
from journeydesk.reports.drawing import Box, Drawing, Part, Words

_DIGIT, _STRONG_LETTER = 6.4, 8.0
"""How wide a figure of a cell is, and a strong one or a sign below."""

_LEFT = 52
_HEAD = 20
_FOOT = 20
_MOST_TALL = 34.0


@dataclass(frozen=True, slots=True)
class Strip:
    """A row of words below the cells, one a column; `strong` are the places of those that stand out."""

    name: str
    words: tuple[str, ...]
    strong: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap(Drawn):
    """`counts` is a row of whole numbers, none below zero, for each of `down`, one for each of `across`; anything else
    raises ValueError. `counted` names them; `behind` are the records of each cell, if they can be shown."""

    kind: ClassVar[str] = "heat map"
    across: tuple[str, ...]
    down: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    counted: str
    strips: tuple[Strip, ...] = ()
    behind: tuple[tuple[Behind | None, ...], ...] = ()

    def __post_init__(self) -> None:
        lengths = {len(row) for row in self.counts} | {len(strip.words) for strip in self.strips}
        if len(self.counts) != len(self.down) or lengths - {len(self.across)}:
            raise ValueError(f"{len(self.down)} × {len(self.across)} names, but other counts")
        if any(count < 0 for row in self.counts for count in row):
            raise ValueError("A count is below zero")

    @property
    def totals(self) -> tuple[int, ...]:
        """The sum of each column."""
        return tuple(sum(row[place] for row in self.counts) for place in range(len(self.across)))

    @property
    def total(self) -> int:
        """The sum of all cells."""
        return sum(self.totals)

    def _finding(self) -> str:
        if not self.total:
            return tr("No data.")
        count, row, column = max((count, -r, -c) for r, cells in enumerate(self.counts) for c, count in enumerate(cells))
        return tr(
            "Most {counted} are on {down} at {across}: {count} of {total}.",
            counted=within(self.counted),
            down=self.down[-row],
            across=self.across[-column],
            count=figure(count),
            total=figure(self.total),
        )

    def _alternative(self) -> str:
        rows = ", ".join(f"{name} {figure(sum(row))}" for name, row in zip(self.down, self.counts, strict=True))
        columns = ", ".join(f"{name} {figure(total)}" for name, total in zip(self.across, self.totals, strict=True))
        return tr(
            "{heading}: {total} {counted}. By row: {rows}. By column: {columns}.",
            heading=self.heading,
            total=figure(self.total),
            counted=within(self.counted),
            rows=rows,
            columns=columns,
        )

    def table(self) -> list[tuple[str, ...]]:
        """The cells with their names, the totals and the strips below."""
        cells = [(name, *map(str, row)) for name, row in zip(self.down, self.counts, strict=True)]
        strips = [(strip.name, *strip.words) for strip in self.strips]
        return [("", *self.across), *cells, (self.counted, *map(str, self.totals)), *strips]

    def rows(self) -> list[Row]:
        """A line a cell, its row and column as name."""
        part = self.part or self.heading
        return [
            (part, f"{name} {column}", str(count), "", "", "")
            for name, row in zip(self.down, self.counts, strict=True)
            for column, count in zip(self.across, row, strict=True)
        ]

    def draw(self, width: float, height: float) -> Drawing:
        """Cells as full of colour as they are of counts, the numbers in them, totals and strips below."""
        drawing = Drawing(width, height)
        most = max((count for row in self.counts for count in row), default=0) or 1
        pitch = (width - _LEFT) / max(1, len(self.across))
        feet = _FOOT * (1 + len(self.strips))
        tall = min(_MOST_TALL, (height - _HEAD - feet - 4) / max(1, len(self.down)))
        for column, name in enumerate(self.across):
            drawing.add(Words(_LEFT + pitch * (column + 0.5), 9, name, "center", -2, ink="text2"))
        for row, name in enumerate(self.down):
            top = _HEAD + tall * row
            drawing.add(Words(0, top + tall / 2, name, step=-2, ink="text2"))
            for column, count in enumerate(self.counts[row]):
                x, share = _LEFT + pitch * column, count / most
                drawing.add(Box(x + 1, top + 1, pitch - 2, tall - 2, "accent-fill", 0.06 + 0.94 * share, radius=2))
                ink = "on-accent" if share > 0.7 else "text"
                drawing.add(Words(x + pitch / 2, top + tall / 2, figure(count), "center", -2, ink=ink))
                behind = self.behind[row][column] if self.behind else None
                said = f"{name} {self.across[column]}: {figure(count)} {within(self.counted)}"
                drawing.parts.append(Part(x, top, pitch, tall, said, behind))
        self._draw_feet(drawing, _HEAD + tall * len(self.down) + 4, pitch)
        return drawing

    def _draw_feet(self, drawing: Drawing, top: float, pitch: float) -> None:
        totals = Strip(self.counted, tuple(_short(total, pitch) for total in self.totals), frozenset(range(len(self.across))))
        longest = max((len(words) for strip in (totals, *self.strips) for words in strip.words), default=0)
        step = -3 if longest * _STRONG_LETTER > pitch else -2
        for place, strip in enumerate((totals, *self.strips)):
            y = top + _FOOT * (place + 0.5)
            drawing.add(Words(0, y, strip.name, step=-2))
            for column, words in enumerate(strip.words):
                strong = column in strip.strong
                x = _LEFT + pitch * (column + 0.5)
                weight, ink = (600, "text") if strong else (400, "text2")
                drawing.add(Words(x, y, words, "center", step, weight, ink))


def _short(count: int, room: float) -> str:
    """A number as exactly as there is room for it."""
    thousands = count / 1000
    ways = (figure(count), f"{figure(thousands, 1)}k", f"{figure(thousands)}k") if count >= 1000 else (figure(count),)
    return next((words for words in ways if len(words) * _DIGIT <= room), ways[-1])
