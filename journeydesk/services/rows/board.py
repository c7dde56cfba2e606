"""The board: columns, lanes and cards."""

from dataclasses import dataclass
from datetime import date

from journeydesk.domain.ids import RecordId
from journeydesk.services.rows.alerts import Priority
from journeydesk.services.rows.common import Amount, StageMark


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A kanban column's header: counts and sums are for the whole column, not for the cards loaded."""

    mark: StageMark
    count: int
    revenue: Amount
    over_limit: int
    limit_days: int | None


@dataclass(frozen=True, slots=True)
class CardRow:
    """One kanban card. `days` counts days in stage."""

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

    @property
    def over_limit(self) -> bool:
        """Whether the card has been in its stage for longer than the stage's limit."""
        return self.limit_days is not None and self.days > self.limit_days


@dataclass(frozen=True, slots=True)
class Lane:
    """A swimlane's header."""

    owner: str
    count: int
    revenue: Amount
    overdue: int
    over_limit: int
