"""A prospect's score by the rules, with its reasons (SPEC section 5)."""

from journeydesk.domain.ids import RecordId
from journeydesk.domain.score import Score, score
from journeydesk.domain.values import moment_of
from journeydesk.services.context import Context
from journeydesk.storage.connection import Connection
from journeydesk.storage.rule_facts import prospect_rows


def score_of(context: Context, connection: Connection, record: RecordId) -> Score:
    """A prospect's score by the rules, with its reasons; the first answer is the first interaction that reached them."""
    row = prospect_rows(connection, [record])[record]
    answered = connection.exec_driver_sql(
        "SELECT min(date) FROM interactions WHERE prospect = ? AND NOT deleted AND (outcome IN ('Reached', 'Meeting booked') "
        "OR type IN ('Meeting', 'Demo'))",
        (record,),
    ).scalar()
    hours = None
    if answered and row["applied_on"]:
        hours = max(0.0, (moment_of(str(answered)) - moment_of(str(row["applied_on"]))).total_seconds() / 3600)
    return score(context.settings, row, hours)
