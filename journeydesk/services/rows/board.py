"""The board: columns, lanes and cards."""

from datetime import date

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.services.rows.alerts import Priority
from journeydesk.services.rows.common import Amount, StageMark


@dataclass(frozen=True, slots=True)
class OverLimit:
    """How many cards are over the limit of their stage, and what they are worth."""

    count: int
    revenue: Amount


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A kanban column's header: counts and sums are for the whole column, not for the cards loaded. `limit_days` is how many
    working days a card may stay, `card_limit` how many may be there at once; `over` is None where the limit was not counted yet, or
    there is none."""

    mark: StageMark
    count: int
    revenue: Amount
    limit_days: int | None
    card_limit: int | None = None
    over: OverLimit | None = None

    @property
    def over_limit(self) -> int:
        """How many cards have been here for too long."""
        return self.over.count if self.over is not None else 0

    @property
    def too_many(self) -> bool:
        """Whether more cards are here than may be."""
        return self.card_limit is not None and self.count > self.card_limit


@dataclass(frozen=True, slots=True)
class CardRow:
    """One kanban card. `days` counts working days in the stage, since the day of the stored moment `entered`."""

    id: RecordId
    company: str
    contact: str
    revenue: Amount | None
    score: int | None
    days: int
    limit_days: int | None
    follow_up: date | None
    alert: Priority | None
    owner: str
    pending: bool = False
    conflict: bool = False
    entered: str = ""

    @property
    def over_limit(self) -> bool:
        """Whether the card has been in its stage for more working days than its limit."""
        return self.limit_days is not None and self.days > self.limit_days


@dataclass(frozen=True, slots=True)
class Lane:
    """A swimlane's header, and how many `cards` it has in each stage; `over_limit` is 0 until it is counted."""

    owner: str
    count: int
    revenue: Amount
    overdue: int
    cards: tuple[int, ...] = ()
    over_limit: int = 0
