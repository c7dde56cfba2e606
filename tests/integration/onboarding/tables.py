"""What a workspace counts: every synced table, and every report's figures."""

from typing import Any

from journeydesk.domain.catalogue import TABLES
from journeydesk.reports.catalogue import catalogue
from journeydesk.reports.document import figures_csv
from journeydesk.services.context import Context
from journeydesk.services.queries.reports import compute
from journeydesk.storage.engine import sql


def contents(context: Context) -> dict[str, Any]:
    """The living records of each table, and each report of its current period as CSV."""
    with context.database.read() as connection:
        counts: dict[str, Any] = {
            spec.slug: sql.scalar(connection, f"SELECT count(*) FROM {spec.slug} WHERE deleted = 0") for spec in TABLES
        }
        counts["board"] = sql.rows(connection, "SELECT journey, stage, sum(count) FROM board_count GROUP BY 1, 2 ORDER BY 1, 2")
    for spec in catalogue():
        counts[spec.name] = figures_csv(compute(context, spec, spec.cadence.period_of(context.today()).name))
    return counts
