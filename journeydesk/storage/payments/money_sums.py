"""The team's money per currency, summed where it is kept."""

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


def sums_by_currency(connection: Connection) -> list[tuple[str, int, int]]:
    """Net paid and MRR of all living prospects in minor units, as (currency, net paid, MRR)."""
    rows = sql.rows(
        connection,
        "SELECT money_currency, coalesce(sum(net_paid_minor), 0), coalesce(sum(mrr_minor), 0) FROM prospects "
        "WHERE deleted = 0 AND money_currency IS NOT NULL GROUP BY money_currency ORDER BY money_currency",
    )
    return [(row[0], row[1], row[2]) for row in rows]


def by_hand_total(connection: Connection) -> int:
    """The LTV by hand of those of whom Stripe knows nothing, in minor units of the team's currency."""
    row = sql.first(connection, "SELECT coalesce(sum(ltv), 0) FROM prospects WHERE deleted = 0 AND net_paid_minor IS NULL")
    return int(row[0]) if row else 0
