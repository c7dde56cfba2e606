"""Taking events in: checked, matched to a prospect, added once, folded."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import Key, RecordId, application_id, application_id_of
from journeydesk.domain.journeys.events import STAGED, IncomingEvent, is_email, parse_event
from journeydesk.domain.journeys.sharing import is_shared
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.evaluation.unmatched_events import waiting_event
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.services.onboarding.evidence import is_of_test_customer, note_test_event
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.events import add_event, drop_unmatched, find_customer, put_unmatched, unmatched
from journeydesk.storage.records import records
from journeydesk.storage.records.lookup import is_key_taken
from journeydesk.storage.records.records import Author

TOUCHED_KINDS = frozenset({"events", "prospects", "positions", "alerts", "sync"})
"""What an event may change."""


@dataclass(frozen=True, slots=True)
class EventReport:
    """What became of the events taken in: added, known already, or kept aside. These sum to what was given, but for events of test
    customers, which are evidence of their check alone. `new_prospects` were made for customers nobody knew."""

    added: int
    repeated: int
    unmatched: int
    new_prospects: int


def take_events(context: Context, mappings: Sequence[Mapping[str, Any]], source: str = "events") -> EventReport:
    """Takes events in, all or none: the first wrong one raises UserError naming its place and field."""
    incoming: list[IncomingEvent] = []
    for place, mapping in enumerate(mappings, 1):
        try:
            incoming.append(check_event(context, mapping, context.clock(), source))
        except UserError as error:
            raise UserError(
                tr("Event {place} of {count}: {error} Nothing was taken in.", place=place, count=len(mappings), error=error)
            ) from error
    with context.database.write() as connection:
        report, touched = add_events(context, connection, list(zip(mappings, incoming, strict=True)), source)
        evaluate_within(context, connection, sorted(touched))
    if touched:
        context.publish(Change(TOUCHED_KINDS, frozenset(touched), "receiver"))
    return report


def check_event(context: Context, mapping: Mapping[str, Any], arrived: datetime, source: str) -> IncomingEvent:
    """An event as it is taken in. Raises ValueRefused for a wrong field, or for a stage that its journey does not have."""
    arrival = parse_event(mapping, arrived, source)
    _check_stage(context, arrival)
    return arrival


def add_events(
    context: Context, connection: Connection, arrivals: Sequence[tuple[Mapping[str, Any], IncomingEvent]], source: str
) -> tuple[EventReport, set[RecordId]]:
    """Adds events to the log within a transaction; what became of them, and the prospects to be evaluated."""
    added = repeated = new_prospects = 0
    waiting: list[tuple[str, str, str]] = []
    touched: set[RecordId] = set()
    author = Author(source, context.now(), "receiver")
    for mapping, arrival in arrivals:
        if is_of_test_customer(arrival):
            note_test_event(connection, arrival)
            continue
        if records.find_by_key(connection, "events", arrival.event.id) is not None:
            repeated += 1
            continue
        prospect = find_customer(connection, arrival.customer, arrival.email) or _earlier_prospect(connection, arrival.customer)
        if prospect is None and (arrival.name or _email(arrival)):
            prospect = records.insert(connection, "prospects", _new_prospect(connection, arrival), author)
            touched.add(prospect)
            new_prospects += 1
        if prospect is None:
            waiting.append((arrival.event.id, json.dumps(mapping, ensure_ascii=False), arrival.event.arrived_at))
            continue
        shared = is_shared(context.settings, arrival.event.type)
        if add_event(connection, prospect, arrival.event, author, int(shared)) is not None:
            added += 1
            touched.add(prospect)
    if waiting:
        put_unmatched(connection, waiting)
    return EventReport(added, repeated, len(waiting), new_prospects), touched


def _check_stage(context: Context, arrival: IncomingEvent) -> None:
    """Raises ValueRefused for a stage that its journey does not have."""
    event = arrival.event
    if event.stage is None or event.type not in STAGED:
        return
    journeys = context.settings.journeys
    named = str(event.metadata().get("journey") or journeys[0].name)
    journey = context.settings.journey(named)
    if journey is None:
        names = ", ".join(j.name for j in journeys)
        raise ValueRefused(
            "metadata", tr("metadata: there is no journey “{named}”. The journeys are {names}.", named=named[:80], names=names)
        )
    if journey.find(event.stage) is None:
        stages = ", ".join(f"{stage.number} {stage.name}" for stage in journey.stages)
        raise ValueRefused(
            "stage",
            tr(
                "stage: “{stage}” is not a stage of {name}. Use one of {stages}.",
                stage=event.stage[:80],
                name=journey.name,
                stages=stages,
            ),
        )


def _email(arrival: IncomingEvent) -> str | None:
    return arrival.email or (arrival.customer if is_email(arrival.customer) else None)


def _earlier_prospect(connection: Connection, customer: str) -> RecordId | None:
    """The prospect that an earlier event of this customer made."""
    return records.find_by_key(connection, "prospects", application_id_of(customer))


def _new_prospect(connection: Connection, arrival: IncomingEvent) -> dict[str, str | int | float | None]:
    stripe = arrival.customer if arrival.customer.startswith("cus_") else None
    return {
        "key": _key(connection, arrival.customer),
        "contact_name": arrival.name,
        "email": _email(arrival),
        "stripe_customer": stripe,
        "status": "New",
        "applied_on": arrival.event.occurred_at,
    }


def _key(connection: Connection, customer: str) -> Key:
    # One that looks like ours is kept; others are derived, so that every machine makes the same prospect, and once.
    key = Key(customer) if customer.startswith("BETA-") else application_id_of(customer)
    return application_id() if is_key_taken(connection, "prospects", key) else key


def assign_unmatched(context: Context, event: str, prospect: RecordId) -> None:
    """Gives an event that waits for its customer to a prospect. Raises UserError where none waits under this id."""
    with context.database.write() as connection:
        arrival = _waiting(connection, event)
        shared = is_shared(context.settings, arrival.event.type)
        add_event(connection, prospect, arrival.event, context.author(), int(shared))
        drop_unmatched(connection, [event])
        evaluate_within(context, connection, [prospect])
    context.publish(Change(TOUCHED_KINDS, frozenset({prospect}), "user"))


def make_prospect_of(context: Context, event: str) -> RecordId:
    """Makes a prospect of the customer of an event that waits, with all that waits of them. Raises UserError where none waits under
    this id."""
    with context.database.write() as connection:
        arrival = _waiting(connection, event)
        prospect = records.insert(connection, "prospects", _new_prospect(connection, arrival), context.author())
        of_customer = [
            identifier
            for identifier, payload, at in unmatched(connection)
            if (other := waiting_event(payload, at)) is not None and other.customer.casefold() == arrival.customer.casefold()
        ]
        for identifier in of_customer:
            each = _waiting(connection, identifier)
            add_event(connection, prospect, each.event, context.author(), int(is_shared(context.settings, each.event.type)))
        drop_unmatched(connection, of_customer)
        evaluate_within(context, connection, [prospect])
    context.publish(Change(TOUCHED_KINDS, frozenset({prospect}), "user"))
    return prospect


def drop_unmatched_event(context: Context, event: str) -> None:
    """Forgets an event that waits for its customer. Raises UserError where none waits under this id."""
    with context.database.write() as connection:
        _waiting(connection, event)
        drop_unmatched(connection, [event])


def _waiting(connection: Connection, event: str) -> IncomingEvent:
    arrival = next(
        (waiting_event(payload, at) for identifier, payload, at in unmatched(connection) if identifier == event), None
    )
    if arrival is None:
        raise UserError(tr("No event “{event}” waits for its customer. List them with: journeydesk unmatched", event=event))
    return arrival
