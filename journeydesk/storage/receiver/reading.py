"""What others may read: where customers stand, how an application fares, how much is used."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class CustomerPlace:
    """Where a customer stands: record, Application ID, points, status and lifecycle as they are published."""

    lid: int
    key: str
    points: int | None
    customer_status: str | None
    lifecycle_stage: str | None
    entry_point: str | None


@dataclass(frozen=True, slots=True)
class ApplicationState:
    """How an application fares."""

    key: str
    status: str | None
    applied_on: str | None
    customer_status: str | None
    onboarding_step: str | None


@dataclass(frozen=True, slots=True)
class UsageDay:
    """What a customer used on a day; `error_rate` as a fraction, `cost` in minor units."""

    date: str
    api_calls: int | None
    sign_operations: int | None
    verify_operations: int | None
    error_rate: float | None
    active_users: int | None
    storage_used: int | None
    cost: int | None


def customers_after(connection: Connection, after: int, limit: int) -> list[CustomerPlace]:
    """Living prospects in the order of their records, after one of them."""
    return sql.typed(
        connection,
        CustomerPlace,
        "SELECT lid, key, journey_points, customer_status, lifecycle_stage, entry_point FROM prospects "
        "WHERE deleted = 0 AND lid > ? ORDER BY lid LIMIT ?",
        (after, limit),
    )


def stages_of(connection: Connection, lids: list[int]) -> dict[int, dict[str, int]]:
    """The stage of each of these prospects in each journey."""
    stages: dict[int, dict[str, int]] = {lid: {} for lid in lids}
    marks = ", ".join("?" * len(lids))
    for lid, journey, stage in sql.rows(
        connection, f"SELECT prospect, journey, stage FROM position WHERE prospect IN ({marks})", lids
    ):
        stages[lid][journey] = stage
    return stages


def application_state(connection: Connection, lid: int) -> ApplicationState | None:
    """How a prospect's application fares."""
    return sql.first_typed(
        connection,
        ApplicationState,
        "SELECT key, status, applied_on, customer_status, onboarding_step FROM prospects WHERE lid = ? AND deleted = 0",
        (lid,),
    )


def usage_since(connection: Connection, lid: int, since: str, limit: int) -> list[UsageDay]:
    """A customer's days since a day, the newest first."""
    return sql.typed(
        connection,
        UsageDay,
        "SELECT date, api_calls, sign_operations, verify_operations, error_rate, active_users, storage_used, cost FROM usage "
        "WHERE prospect = ? AND deleted = 0 AND date >= ? ORDER BY date DESC LIMIT ?",
        (lid, since, limit),
    )
