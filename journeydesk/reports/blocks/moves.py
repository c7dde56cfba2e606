"""The moves between the stages of a journey, counted."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.reports.behind import Behind


@dataclass(frozen=True, slots=True)
class FlowStage:
    """How many reached a stage, how many of them are there now and how many left for good; `note` is its median stay."""

    number: int
    name: str
    reached: int
    still: int
    left: int
    note: str = ""
    behind: Behind | None = None


@dataclass(frozen=True, slots=True)
class Flow:
    """Moves from one stage to another, by their numbers: on, over a stage, or back."""

    source: int
    target: int
    moves: int
    behind: Behind | None = None
