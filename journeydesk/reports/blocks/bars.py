"""Bars that lie: a name, a bar and its value, perhaps with how many it stands for and its change."""

from typing import Any, ClassVar

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, tr
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.block import Block, Row, joined


@dataclass(frozen=True, slots=True)
class Bar:
    """`length` is a share or an amount, None where too few stand behind it; `words` its value as written."""

    name: str
    length: float | None
    words: str
    count: int | None = None
    change: int | None = None
    behind: Behind | None = None

    @property
    def change_words(self) -> str:
        """+6 pt, −3 pt, ±0 pt, or nothing."""
        if self.change is None:
            return ""
        return tr("±0 pt") if self.change == 0 else tr("{change} pt", change=f"{self.change:+d}").replace("-", "−")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars(Block):
    """In the order given. `names` and `measure` head name and value, `brief` the value on paper; where `counted` is given
    ("Leads") each bar has a count and a change `against` the period before, and on paper it is a table without bars:
    half a page has no room for them beside four columns."""

    kind: ClassVar[str] = "bars"
    names: str
    measure: str
    bars: tuple[Bar, ...]
    brief: str = ""
    counted: str = ""
    against: str = ""

    @property
    def longest(self) -> float:
        """The greatest length, at least a little."""
        return max((bar.length or 0.0 for bar in self.bars), default=0.0) or 1.0

    def _finding(self) -> str:
        known = [bar for bar in self.bars if bar.length is not None]
        if not known:
            return tr("No data.")
        first = max(known, key=lambda bar: bar.length or 0.0)
        return tr("{name} is first with {words}.", name=first.name, words=first.words)

    def _alternative(self) -> str:
        return f"{self.heading}: {joined([(bar.name, bar.words) for bar in self.bars]) or tr('no data')}."

    def table(self) -> list[tuple[str, ...]]:
        """Name, count where there is one, value, change."""
        if not self.counted:
            return [(self.names, self.measure), *((bar.name, bar.words) for bar in self.bars)]
        head: list[tuple[str, ...]] = [(self.names, self.counted, self.measure, self.against)]
        return head + [(bar.name, str(bar.count or 0), bar.words, bar.change_words) for bar in self.bars]

    def rows(self) -> list[Row]:
        """The exact length as value, the count as last."""
        part = self.part or self.names
        return [
            (
                part,
                bar.name,
                "" if bar.length is None else f"{bar.length:.4f}",
                "",
                "" if bar.change is None else str(bar.change),
                "" if bar.count is None else str(bar.count),
            )
            for bar in self.bars
        ]

    def _page(self, width: float) -> dict[str, Any]:
        bars = [
            {
                "name": bar.name,
                "share": (bar.length or 0.0) / self.longest,
                "words": bar.words,
                "count": figure(bar.count or 0),
                "change": bar.change_words or "–",
            }
            for bar in self.bars
        ]
        return {"names": self.names, "measure": self.brief or self.measure, "counted": self.counted, "bars": bars}
