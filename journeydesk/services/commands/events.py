"""Taking events in: checked, matched to a prospect, added once, folded."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import Key, RecordId, application_id, application_id_of
from journeydesk.domain.journeys.events import IncomingEvent, is_email, parse_event
from journeydesk.domain.journeys.sharing import is_shared
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import evaluate_within
from journeydesk.services.evaluation.unmatched_events import waiting_event
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.events import add_event, drop_unmatched, find_customer, put_unmatched, unmatched
from journeydesk.storage.records import records
from journeydesk.storage.records.lookup import is_key_taken
from journeydesk.storage.records.records import Author


@dataclass(frozen=True, slots=True)
class EventReport:
    """What became of the events taken in: added, known already, or kept aside; these sum to what was given. `new_prospects` were
    made for customers nobody knew."""

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
        for mapping, one in zip(mappings, incoming, strict=True):
            if records.find_by_key(connection, "events", one.event.id) is not None:
                repeated += 1
                continue
            prospect = find_customer(connection, one.customer, one.email) or _made_before(connection, one.customer)
            if prospect is None and (one.name or _email(one)):
                prospect = records.insert(connection, "prospects", _new_prospect(connection, one), author)
                touched.add(prospect)
                made += 1
            if prospect is None:
                waiting.append((one.event.id, json.dumps(mapping, ensure_ascii=False), author.at))
                continue
            shared = is_shared(context.settings, one.event.type)
            if add_event(connection, prospect, one.event, author, int(shared)) is not None:
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


def _email(one: IncomingEvent) -> str | None:
    return one.email or (one.customer if is_email(one.customer) else None)


def _made_before(connection: Connection, customer: str) -> RecordId | None:
    """The prospect that an earlier event of this customer made."""
    return records.find_by_key(connection, "prospects", application_id_of(customer))


def _new_prospect(connection: Connection, one: IncomingEvent) -> dict[str, str | int | float | None]:
    stripe = one.customer if one.customer.startswith("cus_") else None
    return {
        "key": _key(connection, one.customer),
        "contact_name": one.name,
        "email": _email(one),
        "stripe_customer": stripe,
        "status": "New",
        "applied_on": one.event.occurred_at,
    }


def _key(connection: Connection, customer: str) -> Key:
    # One that looks like ours is kept; others are derived, so that every machine makes the same prospect, and once.
    wanted = Key(customer) if customer.startswith("BETA-") else application_id_of(customer)
    return application_id() if is_key_taken(connection, "prospects", wanted) else wanted


def assign_unmatched(context: Context, event: str, prospect: RecordId) -> None:
    """Gives an event that waits for its customer to a prospect. Raises UserError where none waits under this id."""
    with context.database.write() as connection:
        one = _waiting(connection, event)
        shared = is_shared(context.settings, one.event.type)
        add_event(connection, prospect, one.event, context.author(), int(shared))
        drop_unmatched(connection, [event])
        evaluate_within(context, connection, [prospect])
    kinds = frozenset({"events", "prospects", "positions", "alerts", "sync"})
    context.publish(Change(kinds, frozenset({prospect}), "user"))


def drop_unmatched_event(context: Context, event: str) -> None:
    """Forgets an event that waits for its customer. Raises UserError where none waits under this id."""
    with context.database.write() as connection:
        _waiting(connection, event)
        drop_unmatched(connection, [event])


def _waiting(connection: Connection, event: str) -> IncomingEvent:
    found = next((waiting_event(payload, at) for identifier, payload, at in unmatched(connection) if identifier == event), None)
    if found is None:
        raise UserError(f"No event “{event}” waits for its customer. List them with: journeydesk unmatched")
    return found
