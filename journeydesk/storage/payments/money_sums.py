"""The team's money per currency, summed where it is kept."""

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


def sums_by_currency(connection: Connection) -> list[tuple[str, int, int]]:
    """Net paid and MRR of all living prospects in minor units, as (currency, net paid, MRR); with what stands beside a prospect's own
    figures for want of a rate."""
    rows = sql.rows(
        connection,
        "SELECT currency, coalesce(sum(net), 0), coalesce(sum(mrr), 0) FROM ("
        "SELECT money_currency AS currency, net_paid_minor AS net, mrr_minor AS mrr FROM prospects "
        "WHERE deleted = 0 AND money_currency IS NOT NULL "
        "UNION ALL SELECT a.currency, a.net_paid_minor, a.mrr_minor FROM money_apart a "
        "JOIN prospects p ON p.lid = a.prospect AND p.deleted = 0) GROUP BY currency ORDER BY currency",
    )
    return [(row[0], row[1], row[2]) for row in rows]


def by_hand_total(connection: Connection) -> int:
    """The LTV by hand of those of whom Stripe knows nothing, in minor units of the team's currency."""
    row = sql.first(connection, "SELECT coalesce(sum(ltv), 0) FROM prospects WHERE deleted = 0 AND net_paid_minor IS NULL")
    return int(row[0]) if row else 0
