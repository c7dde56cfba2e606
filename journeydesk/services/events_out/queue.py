"""From the log into the queue: each event of a chosen kind once for each target, in the transaction that notes how far was looked."""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from journeydesk.domain.webhooks.standard import type_of
from journeydesk.services.context import Context
from journeydesk.services.events_out.analytics import GA4, MIXPANEL, analytics_body
from journeydesk.services.events_out.targets import WEBHOOK, Target, all_targets
from journeydesk.storage.facts.events import newest_event
from journeydesk.storage.receiver import outgoing
from journeydesk.storage.receiver.outgoing import NewEvent

_AT_ONCE = 200
_PERSONAL = ("company", "contact_name", "email")

Body = Callable[[Target, NewEvent], Mapping[str, Any] | None]
"""What a kind of target is told of an event; None where it is not told of this one."""


def webhook_body(_target: Target, event: NewEvent) -> Mapping[str, Any]:
    """The body of a webhook: type, time and data (docs/receiver.md, "Events out")."""
    data = {
        "event_id": event.key,
        "customer_id": event.customer,
        "stage": event.stage,
        "metadata": _metadata(event),
        **{name: getattr(event, name) for name in (*_PERSONAL, "industry", "source", "score", "customer_status")},
    }
    return {"type": type_of(event.event), "timestamp": event.occurred_at, "data": data}


def _metadata(event: NewEvent) -> Any:
    try:
        return json.loads(event.payload) if event.payload else {}
    except ValueError:
        return {}


BODIES: dict[str, Body] = {WEBHOOK: webhook_body, GA4: analytics_body, MIXPANEL: analytics_body}


def queue_new(context: Context) -> int:
    """Puts what happened since into the queue; returns how many tellings were added at most."""
    added = 0
    for target in all_targets(context):
        if target.state != "on":
            continue
        with context.database.read() as connection:
            newest = newest_event(connection)
            events = outgoing.events_after(connection, target.seen, target.events, _AT_ONCE) if newest > target.seen else []
        if newest <= target.seen:
            continue
        bodies = [(event, BODIES[target.kind](target, event)) for event in events]
        rows = [
            (message_id(target.id, event.key), target.id, event.event, json.dumps(body, ensure_ascii=False), context.now())
            for event, body in bodies
            if body is not None
        ]
        with context.database.write(counted=False) as connection:
            outgoing.add_deliveries(connection, rows)
            outgoing.note_seen(connection, target.id, events[-1].lid if len(events) == _AT_ONCE else newest)
        added += len(rows)
    return added


def message_id(target: str, event: str) -> str:
    """The same for each attempt, and whoever computes it; no full stop is in it."""
    return "msg_" + hashlib.sha256(f"{target}:{event}".encode()).hexdigest()[:24]
