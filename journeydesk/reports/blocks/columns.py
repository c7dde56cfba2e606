"""Bars that stand: an amount for each day, week or score, in order."""

from typing import Any, ClassVar, Literal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, short_figure, tr, within
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.block import Block, Row, joined

Tone = Literal["current", "before", "outlined"]
"""This period's, quiet beside it, or hollow (what is counted against the others)."""


@dataclass(frozen=True, slots=True)
class Stand:
    """One bar: the label below it, its amount, its name in the table and its figures in words."""

    label: str
    amount: int
    tone: Tone = "current"
    name: str = ""
    words: str = ""
    behind: Behind | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A bracket below the bars `first` to `last` (both included) with its words."""

    first: int
    last: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Block):
    """`names` and `measure` head the table; `target` is a dashed line across; `marked` writes each amount above its bar."""

    kind: ClassVar[str] = "columns"
    names: str
    measure: str
    bars: tuple[Stand, ...]
    target: float | None = None
    groups: tuple[Group, ...] = ()
    marked: bool = False
    current_words: str = "current"
    before_words: str = "before"

    @property
    def total(self) -> int:
        """The sum of all but the quiet bars."""
        return sum(bar.amount for bar in self.bars if bar.tone != "before")

    @property
    def most(self) -> float:
        """The greatest amount, the target included."""
        return max([float(bar.amount) for bar in self.bars] + [self.target or 0.0], default=0.0)

    @property
    def top(self) -> int:
        """Where the axis ends, on screen and on paper; a third and two thirds of it are whole as well."""
        return axis_top(self.most)

    def _finding(self) -> str:
        return f"{figure(self.total)} {within(self.measure)}." if self.bars else tr("No data.")

    def _alternative(self) -> str:
        return f"{self.heading}: {joined([(bar.label, figure(bar.amount)) for bar in self.bars]) or tr('no data')}."

    def table(self) -> list[tuple[str, ...]]:
        """Name and amount."""
        return [(self.names, self.measure), *((bar.name or bar.label, str(bar.amount)) for bar in self.bars)]

    def rows(self) -> list[Row]:
        """The target beside each amount; the last word says whether it is this period's."""
        part, target = self.part or self.names, "" if self.target is None else str(self.target)
        return [
            (part, bar.label, str(bar.amount), target, "", self.before_words if bar.tone == "before" else self.current_words)
            for bar in self.bars
        ]

    def _page(self, width: float) -> dict[str, Any]:
        bars = [{"label": bar.label, "amount": bar.amount, "tone": bar.tone} for bar in self.bars]
        groups = [{"first": group.first, "last": group.last, "words": group.words} for group in self.groups]
        target = {
            "target": self.target or 0.0,
            "target_words": "" if self.target is None else tr("target {target}", target=short_figure(self.target)),
        }
        return {"bars": bars, "groups": groups, "marked": self.marked, "top": self.top} | target


def axis_top(most: float) -> int:
    """The least of 3, 6, 9, 12, 15, 30, 60, 90, 120, 150, 300… that is not below `most`: it parts into three whole numbers."""
    size = 1
    while True:
        for step in (3, 6, 9, 12, 15):
            if step * size >= most:
                return step * size
        size *= 10
