"""Blocks that are drawn once for screen and paper."""

from abc import abstractmethod
from typing import Any, ClassVar

from journeydesk.domain.frozen_data import dataclass
from journeydesk.reports.blocks.block import Block
from journeydesk.reports.drawing import Drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn(Block):
    """`tall` is its height on paper, in the units of drawings."""

    kind: ClassVar[str] = "drawn"
    tall: ClassVar[float] = 215.0

    @property
    def height(self) -> float:
        """How high it is on paper; on screen it is at least that high."""
        return self.tall

    @abstractmethod
    def draw(self, width: float, height: float) -> Drawing:
        """The figures in this room; the words above them are not part of it."""

    def _page(self, width: float) -> dict[str, Any]:
        return {"drawing": self.draw(width, self.height).page()}
