"""What every block is: a title, a finding, words for those who cannot see it, and its figures as rows."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from journeydesk.domain.frozen_data import dataclass
from journeydesk.reports.behind import Behind

Row = tuple[str, str, str, str, str, str]
"""Part, name, value, target, change, state: a line of the CSV that every report's file carries."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done about a block, as a button on it: the words, its icon, and for which prospects; one with `behind` opens
    these. The key `take` presses it wherever the focus is, unless something there takes the key itself."""

    name: str
    words: str
    icon: str
    prospects: tuple[int, ...] = ()
    behind: Behind | None = None
    by_key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(ABC):
    """A part of a report. Without a `title` its finding is the title.

    `note` stands beside the title, `paper_note` in its place on paper; `part` names the block in the CSV. `sentence` and
    `spoken` take the place of the finding and of the alternative text that the kind would make. `half` is its width.
    """

    kind: ClassVar[str]
    title: str = ""
    note: str = ""
    paper_note: str | None = None
    part: str = ""
    sentence: str = ""
    spoken: str = ""
    half: bool = True
    offer: Offer | None = None

    @property
    def finding(self) -> str:
        """What the block shows, in a sentence."""
        return self.sentence or self._finding()

    @property
    def heading(self) -> str:
        """What stands above it: its title, or what it found, without the full stop."""
        return self.title or self.finding.removesuffix(".")

    @property
    def subtitle(self) -> str:
        """The quiet words beside the heading."""
        return self.note

    @property
    def alternative(self) -> str:
        """Its figures in words, for those who cannot see it."""
        return self.spoken or self._alternative()

    @abstractmethod
    def _finding(self) -> str: ...

    @abstractmethod
    def _alternative(self) -> str: ...

    @abstractmethod
    def table(self) -> list[tuple[str, ...]]:
        """Its figures as a table, the first row its head: what a copy puts on the clipboard."""

    def all_of_them(self) -> "tuple[Block, ...]":
        """What stands on paper for it."""
        return (self,)

    @abstractmethod
    def rows(self) -> list[Row]:
        """Its lines of the CSV."""

    @abstractmethod
    def _page(self, width: float) -> dict[str, Any]:
        """What the page needs beyond the words of `page`; `width` in the units of drawings."""

    def page(self, width: float) -> dict[str, Any]:
        """The block as the page's library takes it: every word ready, numbers only for lengths."""
        subtitle = self.subtitle if self.paper_note is None else self.paper_note
        head = {"kind": self.kind, "title": self.heading, "note": subtitle, "finding": self.finding}
        return head | {"alt": self.alternative, "half": self.half} | self._page(width)


def joined(pairs: list[tuple[str, str]]) -> str:
    """Discovery 12, Exploration 8."""
    return ", ".join(f"{name} {value}" for name, value in pairs)
