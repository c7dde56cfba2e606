"""Taking events in: checked, matched to a prospect, added once, folded."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeydesk.domain.errors import UserError
from journeydesk.domain.events import IncomingEvent, parse_event
from journeydesk.domain.ids import RecordId, application_id
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.evaluation import evaluate_within
from journeydesk.storage import records
from journeydesk.storage.events import add_event, find_customer, put_unmatched
from journeydesk.storage.records import Author


@dataclass(frozen=True, slots=True)
class EventReport:
    """What became of the events taken in; the four sum to what was given."""

    added: int
    repeated: int
    unmatched: int
    new_prospects: int


def take_events(context: Context, mappings: Sequence[Mapping[str, Any]], source: str = "events") -> EventReport:
    """Takes events in, all or none: the first wrong one raises UserError naming its place and field."""
    incoming: list[IncomingEvent] = []
    for place, mapping in enumerate(mappings, 1):
        try:
            incoming.append(parse_event(mapping, context.clock(), source))
        except UserError as wrong:
            raise UserError(f"Event {place} of {len(mappings)}: {wrong} Nothing was taken in.") from wrong
    added = repeated = made = 0
    waiting: list[tuple[str, str, str]] = []
    touched: set[RecordId] = set()
    author = Author(source, context.now(), "receiver")
    with context.database.write() as connection:
        for one in incoming:
            prospect = find_customer(connection, one.customer, one.email)
            if prospect is None and (one.name or one.email):
                prospect = records.insert(connection, "prospects", _new_prospect(one), author)
                made += 1
            if prospect is None:
                payload = json.dumps(mappings[incoming.index(one)], ensure_ascii=False)
                waiting.append((one.event.id, payload, author.at))
            elif add_event(connection, prospect, one.event, author) is None:
                repeated += 1
            else:
                added += 1
                touched.add(prospect)
        if waiting:
            put_unmatched(connection, waiting)
        evaluate_within(context, connection, sorted(touched))
    if touched:
        context.publish(
            Change(frozenset({"events", "prospects", "positions", "alerts", "sync"}), frozenset(touched), "receiver")
        )
    return EventReport(added, repeated, len(waiting), made)


def _new_prospect(one: IncomingEvent) -> dict[str, str | int | float | None]:
    # A customer id that looks like one of ours is kept as the key, so that every machine makes the same prospect.
    key = one.customer if one.customer.startswith("BETA-") else application_id()
    stripe = one.customer if one.customer.startswith("cus_") else None
    return {
        "key": key,
        "contact_name": one.name,
        "email": one.email,
        "stripe_customer": stripe,
        "status": "New",
        "applied_on": one.event.occurred_at,
    }
