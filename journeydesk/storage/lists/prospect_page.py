"""What the detail panel shows of one prospect, and what the next-step gate asks of it."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class ProspectPage:
    """A prospect as stored: amounts by hand in hundredths, Stripe's in minor units of `money_currency`, `entry_point` JSON,
    `next_follow_up` an ISO date; `deleted` and `score_by_hand` 1 where so."""

    deleted: int
    job_title: str | None
    email: str | None
    phone: str | None
    website: str | None
    journey_points: int | None
    ltv: int | None
    net_paid_minor: int | None
    mrr_minor: int | None
    money_currency: str | None
    customer_status: str | None
    tier: str | None
    score: int | None
    score_by_hand: int | None
    entry_point: str | None
    next_follow_up: str | None


@dataclass(frozen=True, slots=True)
class OpenState:
    """What decides whether a prospect is open, and its follow-up (ISO date)."""

    status: str | None
    customer_status: str | None
    next_follow_up: str | None


def prospect_page(connection: Connection, prospect: RecordId) -> ProspectPage | None:
    """A prospect, a deleted one included; None where it is gone."""
    return sql.first_typed(
        connection,
        ProspectPage,
        "SELECT deleted, job_title, email, phone, website, journey_points, ltv, net_paid_minor, mrr_minor, money_currency, "
        "customer_status, tier, score, score_by_hand, entry_point, next_follow_up FROM prospects WHERE lid = ?",
        (prospect,),
    )


def open_state(connection: Connection, prospect: RecordId) -> OpenState | None:
    """A living prospect's; None where it is deleted or gone."""
    return sql.first_typed(
        connection,
        OpenState,
        "SELECT status, customer_status, next_follow_up FROM prospects WHERE lid = ? AND deleted = 0",
        (prospect,),
    )
