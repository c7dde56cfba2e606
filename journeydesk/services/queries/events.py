"""What waits to be matched to a prospect."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.services.context import Context
from journeydesk.services.evaluation.unmatched_events import waiting_event
from journeydesk.storage.facts.events import unmatched


@dataclass(frozen=True, slots=True)
class UnmatchedEvent:
    """An event whose customer nobody knows; times are stored moments."""

    id: str
    customer: str
    kind: str
    occurred_at: str
    arrived_at: str


def unmatched_events(context: Context) -> list[UnmatchedEvent]:
    """Those that wait, oldest first. They are taken in by themselves when a prospect comes that they name."""
    with context.database.read() as connection:
        waiting = [
            (identifier, waiting_event(payload, arrived), arrived) for identifier, payload, arrived in unmatched(connection)
        ]
    return [
        UnmatchedEvent(identifier, arrival.customer, arrival.event.type, arrival.event.occurred_at, arrived)
        for identifier, arrival, arrived in waiting
        if arrival is not None
    ]
