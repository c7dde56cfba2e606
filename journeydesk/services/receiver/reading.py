"""What other programs may read, as plain values for JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId, application_id_of
from journeydesk.domain.time import later, start_of
from journeydesk.domain.words import noted
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.board import columns
from journeydesk.services.queries.standing import StageSpan, journey_history
from journeydesk.services.rows.common import EntryPointView
from journeydesk.storage.facts.events import events_of, find_customer
from journeydesk.storage.receiver.inbox import entry_state, inbox_figures, newest_beginning
from journeydesk.storage.receiver.reading import application_state, customers_after, stages_of, usage_since
from journeydesk.storage.records.records import find_by_key, get

MOST_CUSTOMERS = 500
USAGE_DAYS = 90
_LATE_MINUTES = 10
_TOUCHES = 20
_MINOR = 100


def known_customer(context: Context, name: str) -> RecordId | None:
    """The prospect with this Application ID, Stripe customer or e-mail, or the one that a sender calls so."""
    with context.database.read() as connection:
        found = find_customer(connection, name, None)
        return found or find_by_key(connection, "prospects", application_id_of(name))


def journey_data(context: Context, after: int, limit: int) -> dict[str, Any]:
    """The journeys with how many stand in each stage, and a page of customers with where each stands; `next` is null at the end."""
    journeys = [
        {
            "name": journey.name,
            "stages": [
                {"number": column.mark.number, "name": column.mark.name, "count": column.count}
                for column in columns(context, journey.name)
            ],
        }
        for journey in context.settings.journeys
    ]
    with context.database.read() as connection:
        page = customers_after(connection, after, limit)
        stages = stages_of(connection, [place.lid for place in page])
    customers = [
        {
            "customer_id": place.key,
            "stages": {name: _stage(context, name, number) for name, number in stages[place.lid].items()},
            "points": place.points or 0,
            "customer_status": place.customer_status,
            "entry_point": _json(place.entry_point),
        }
        for place in page
    ]
    return {"journeys": journeys, "customers": customers, "next": page[-1].lid if len(page) == limit else None}


def _stage(context: Context, journey: str, number: int) -> dict[str, Any]:
    found = context.settings.journey(journey)
    names = {int(stage.number): stage.name for stage in found.stages} if found is not None else {}
    return {"number": number, "name": names.get(number)}


def _json(text: str | None) -> Any:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return None


def customer_journey(context: Context, prospect: RecordId) -> dict[str, Any]:
    """Where one customer stands, how they came there, and what they did last."""
    history = journey_history(context, prospect)
    with context.database.read() as connection:
        row = get(connection, "prospects", prospect) or {}
        log = sorted(events_of(connection, [prospect]).get(prospect, ()), key=lambda event: event.occurred_at, reverse=True)
    return {
        "customer_id": row.get("key"),
        "points": row.get("journey_points") or 0,
        "customer_status": row.get("customer_status"),
        "journeys": {name: [_stay(stay) for stay in stays] for name, stays in history.stays.items()},
        "entry_point": _entry(history.entries[-1] if history.entries else None),
        "first_touch": _entry(history.first),
        "last_touch": _entry(history.last),
        "touchpoints": [
            {"at": event.occurred_at, "event": event.type, "stage": event.stage, "cta": event.cta} for event in log[:_TOUCHES]
        ],
    }


def _stay(stay: StageSpan) -> dict[str, Any]:
    left = stay.left_at.isoformat() if stay.left_at else None
    return {
        "number": stay.number,
        "stage": stay.name,
        "since": stay.entered_at.isoformat(),
        "until": left,
        "reason": stay.reason,
    }


def _entry(entry: EntryPointView | None) -> dict[str, Any] | None:
    if entry is None:
        return None
    return {"cta": entry.cta, "page": entry.page, "utm": entry.utm, "at": entry.at.isoformat() if entry.at else None}


def application(context: Context, name: str) -> dict[str, Any] | None:
    """How an application fares; one that came and is not in the list yet is `Received`. None for one that nobody knows."""
    prospect = known_customer(context, name)
    with context.database.read() as connection:
        state = application_state(connection, prospect) if prospect is not None else None
        entry = newest_beginning(connection, f"application:{name}:") if state is None else None
        waiting = entry_state(connection, entry) if entry is not None else None
    if state is not None:
        values = asdict(state)
        return {"application_id": values.pop("key"), **values}
    if waiting is None:
        return None
    received, _, problem = waiting
    return {"application_id": name, "status": "Refused" if problem else "Received", "applied_on": received, "problem": problem}


def usage(context: Context, prospect: RecordId, days: int) -> dict[str, Any]:
    """What a customer used in the last days, with the sums. The error rate of all is weighted by calls."""
    since = (context.today() - timedelta(days=days - 1)).isoformat()
    with context.database.read() as connection:
        rows = usage_since(connection, prospect, since, USAGE_DAYS)
    calls = sum(row.api_calls or 0 for row in rows)
    errors = sum((row.error_rate or 0.0) * (row.api_calls or 0) for row in rows)
    return {
        "days": [{**asdict(row), "cost": None if row.cost is None else row.cost / _MINOR} for row in rows],
        "totals": {
            "api_calls": calls,
            "sign_operations": sum(row.sign_operations or 0 for row in rows),
            "verify_operations": sum(row.verify_operations or 0 for row in rows),
            "error_rate": errors / calls if calls else None,
            "cost": sum(row.cost or 0 for row in rows) / _MINOR,
        },
        "currency": context.settings.currency,
        "since": since,
    }


def health(context: Context) -> Mapping[str, Any]:
    """Whether what comes is folded in time, and how much came today."""
    with context.database.read() as connection:
        figures = inbox_figures(connection, start_of(context.today(), context.settings.time_zone))
    late = figures.oldest is not None and figures.oldest < later(context.now(), minutes=-_LATE_MINUTES)
    return {
        "status": "late" if late else "ok",
        "waiting": figures.waiting,
        "waiting_since": figures.oldest,
        "refused": figures.refused,
        "events_today": figures.since,
        "last_event": figures.last,
    }


def require_customer(context: Context, name: str) -> RecordId:
    """`known_customer`. Raises UserError where nobody is known by that name."""
    prospect = known_customer(context, name)
    if prospect is None:
        raise UserError(noted("No customer is known by this id."))
    return prospect
