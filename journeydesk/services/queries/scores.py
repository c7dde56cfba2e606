"""Whose score somebody set by hand (SPEC section 5)."""

from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.storage.team.hand_scores import scored_by_hand


def set_by_hand(context: Context) -> list[RecordId]:
    """The living prospects whose score stands by hand; the rules leave these alone."""
    with context.database.read() as connection:
        return scored_by_hand(connection)
