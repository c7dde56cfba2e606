"""Ranges: median and middle half of a duration beside its limit, one line for each stage."""

from typing import Any, ClassVar

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, tr
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.block import Block, Row, joined


@dataclass(frozen=True, slots=True)
class Range:
    """Days in a stage: lower quartile, median, upper quartile, and the stage's limit; None where nobody has left it."""

    number: int
    name: str
    lower: float | None
    median: float | None
    upper: float | None
    limit: int | None
    sample: int
    behind: Behind | None = None

    @property
    def over_limit(self) -> bool:
        """Whether the slowest quarter stays longer than the limit."""
        return self.upper is not None and self.limit is not None and self.upper > self.limit

    @property
    def words(self) -> str:
        """The median as it is written beside the line."""
        return tr("no data") if self.median is None else tr("{median} d", median=figure(self.median))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranges(Block):
    """All lines are on one scale of days."""

    kind: ClassVar[str] = "ranges"
    ranges: tuple[Range, ...]

    @property
    def longest(self) -> float:
        """The greatest quartile or limit in days, 0 without any."""
        return max((max(each.upper or 0.0, float(each.limit or 0)) for each in self.ranges), default=0.0)

    def _slow(self) -> str:
        return ", ".join(each.name for each in self.ranges if each.over_limit)

    def _finding(self) -> str:
        slow = self._slow()
        return tr("The slowest quarter is over the limit in {slow}.", slow=slow) if slow else tr("No stage is over its limit.")

    def _alternative(self) -> str:
        medians = [
            (each.name, tr("no data") if each.median is None else tr("{median} days", median=figure(each.median)))
            for each in self.ranges
        ]
        slow = self._slow()
        return tr("Median days in stage: {joined}.", joined=joined(medians)) + (
            tr(" Over the limit: {slow}.", slow=slow) if slow else ""
        )

    def table(self) -> list[tuple[str, ...]]:
        """Stage, quartiles, limit, in days."""
        rows: list[tuple[str, ...]] = [
            (tr("Stage"), tr("Lower quartile (d)"), tr("Median (d)"), tr("Upper quartile (d)"), tr("Limit (d)"))
        ]
        for each in self.ranges:
            days = tuple("" if value is None else figure(value, 1) for value in (each.lower, each.median, each.upper))
            rows.append((each.name, *days, "" if each.limit is None else str(each.limit)))
        return rows

    def rows(self) -> list[Row]:
        """The median as value, the limit as target."""
        part = self.part or tr("Time in stage")
        return [
            (part, each.name, "" if each.median is None else f"{each.median:.2f}", str(each.limit or ""), "", "")
            for each in self.ranges
        ]

    def _page(self, width: float) -> dict[str, Any]:
        return {
            "ranges": [
                {
                    "number": each.number,
                    "name": each.name,
                    "lower": each.lower or 0.0,
                    "median": each.median or 0.0,
                    "upper": each.upper or 0.0,
                    "limit": each.limit or 0,
                    "sample": each.sample,
                    "over": each.over_limit,
                    "words": each.words,
                }
                for each in self.ranges
            ]
        }
