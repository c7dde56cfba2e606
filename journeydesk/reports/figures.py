"""A report's figures: the same for the screen and for the page."""

from dataclasses import dataclass
from typing import Literal

State = Literal["On target", "Close", "Below", "No data"]


@dataclass(frozen=True, slots=True)
class Tile:
    """One measure: value as written, its unit behind it, target, change against the period before, and its state."""

    label: str
    value: str
    unit: str
    target: str
    delta: str
    state: State
    finding: str = ""


@dataclass(frozen=True, slots=True)
class FunnelStage:
    """How many reached a stage, and how many of those go on to the next (None for the last, or too few)."""

    number: int
    name: str
    count: int
    go_on: float | None
    drop_off: int
    largest_loss: bool = False


@dataclass(frozen=True, slots=True)
class StayBox:
    """Days in a stage: lower quartile, median, upper quartile, and the stage's limit; None where nobody has left it."""

    number: int
    name: str
    lower: float | None
    median: float | None
    upper: float | None
    limit: int | None
    sample: int

    @property
    def over_limit(self) -> bool:
        """Whether the slowest quarter stays longer than the limit."""
        return self.upper is not None and self.limit is not None and self.upper > self.limit


@dataclass(frozen=True, slots=True)
class EntryRow:
    """How prospects of one entry point convert: the share that reached stage 2 (None under 10), and its change in points."""

    name: str
    leads: int
    rate: float | None
    delta: int | None


@dataclass(frozen=True, slots=True)
class DayBar:
    """Applications of one day; `current` for the report's own period."""

    label: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """One rep's week."""

    name: str
    received: int
    accepted: int
    calls: int
    reached: int


@dataclass(frozen=True, slots=True)
class ProspectLine:
    """A line of the appendix: a prospect behind the figures."""

    key: str
    company: str
    contact: str
    source: str
    score: str
    status: str


@dataclass(frozen=True, slots=True)
class Report:
    """The weekly acquisition report, complete."""

    name: str
    title: str
    period: str
    span: str
    before: str
    team: str
    lead: str
    tiles: tuple[Tile, ...]
    table: tuple[Tile, ...]
    funnel: tuple[FunnelStage, ...]
    stays: tuple[StayBox, ...]
    entries: tuple[EntryRow, ...]
    days: tuple[DayBar, ...]
    day_target: float
    attention: tuple[tuple[str, str], ...]
    owners: tuple[OwnerRow, ...]
    prospects: tuple[ProspectLine, ...]
    method: tuple[str, ...]
    as_of: str
    stamp: int
    local_changes: int

    @property
    def file_name(self) -> str:
        """How its file is called."""
        return f"{self.name.capitalize()}_{self.period}.pdf"
