"""What Google Analytics and Mixpanel are told: the programme's events with a few dimensions, of customers who agreed, and nothing
that says who they are. Pure (docs/receiver.md, "Analytics")."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

from journeydesk.domain.time import moment_of
from journeydesk.services.events_out.targets import Target
from journeydesk.storage.receiver.outgoing import NewEvent

GA4, MIXPANEL = "ga4", "mixpanel"
CONVERSIONS = {
    "application_received": "beta_application_complete",
    "demo_requested": "demo_request",
    "documentation_viewed": "documentation_view",
    "api_key_created": "api_key_request",
    "beta_activated": "beta_activated",
    "first_api_call": "first_api_call",
    "checkout_completed": "checkout_completed",
}
"""Our events by the name that they have there. `beta_application_start` is a page or a button of the application form."""

START = "beta_application_start"
_MAY_START = ("page_viewed", "cta_clicked")
LISTENED = (*CONVERSIONS, *_MAY_START)
GOALS = {"completion": 0.15, "documentation": 0.05, "demo": 0.10}
"""What the programme aims for: applications completed of those begun, documentation to application, demo of applications."""

_LONGEST_VALUE = 100
_MOST_HOURS = 72
_TAKEN = 200
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)
"""What reading an answer raises that is not theirs."""


def conversion(event: NewEvent) -> str | None:
    """What an event is called there; None for one that is not told."""
    if event.event in CONVERSIONS:
        return CONVERSIONS[event.event]
    return START if event.event in _MAY_START and _metadata(event).get("form") else None


def analytics_body(target: Target, event: NewEvent) -> Mapping[str, Any] | None:
    """What is queued of an event; None where it is not told, or the customer did not agree (`metadata.consent`). With the target's option
    `consent` set to `elsewhere` the team says that whoever comes here did."""
    name = conversion(event)
    if name is None or not (_metadata(event).get("consent") is True or target.options.get("consent") == "elsewhere"):
        return None
    return {
        "name": name,
        "at": event.occurred_at,
        "customer": event.customer,
        "event": event.key,
        "params": _short(
            {"industry": event.industry, "company_size": event.volume, "source": event.source, "score": event.score}
        ),
        "user": _short(
            {
                "industry": event.industry,
                "company_size": event.volume,
                "source": event.source,
                "score": event.score,
                "tier": event.tier,
                "customer_status": event.customer_status,
                "journey_stage": event.journey_stage,
                "lifecycle_stage": event.lifecycle_stage,
            }
        ),
    }


def client_of(customer: str, secret: str) -> str:
    """Who it is, for them: the same for a customer each time, and nobody can tell who."""
    return hmac.new(secret.encode(), customer.encode(), hashlib.sha256).hexdigest()[:32]


def ga4_body(told: Mapping[str, Any], secret: str) -> dict[str, Any]:
    """A body of the Measurement Protocol. Advertising is denied whatever the customer agreed to."""
    return {
        "client_id": client_of(told["customer"], secret),
        "timestamp_micros": int(moment_of(told["at"]).timestamp() * 1_000_000),
        "consent": {"ad_user_data": "DENIED", "ad_personalization": "DENIED"},
        "user_properties": {name: {"value": value} for name, value in told["user"].items()},
        "events": [{"name": told["name"], "params": {**told["params"], "engagement_time_msec": 1}}],
    }


def mixpanel_event(told: Mapping[str, Any], secret: str) -> dict[str, Any]:
    """An event of the import: `$insert_id` makes sending it twice safe."""
    insert = hashlib.sha256(str(told["event"]).encode()).hexdigest()[:32]
    properties = {
        "time": int(moment_of(told["at"]).timestamp() * 1_000),
        "distinct_id": client_of(told["customer"], secret),
        "$insert_id": insert,
    }
    return {"event": told["name"], "properties": {**told["user"], **told["params"], **properties}}


def is_too_old(told: Mapping[str, Any], now: float) -> bool:
    """Whether Google would drop it without a word: it takes what happened within 72 hours."""
    return now - moment_of(told["at"]).timestamp() > _MOST_HOURS * 3_600


class NotTheirs(Exception):
    """What answered is not the service: a sign-in page of the network, most likely."""


def ga4_problem(answer: str) -> str | None:
    """What Google's check says is wrong with a body; None where nothing is. Raises NotTheirs for what is no answer of it."""
    try:
        messages = json.loads(answer)["validationMessages"]
        return f"{messages[0].get('fieldPath', '')}: {messages[0].get('description', '')}" if messages else None
    except _UNREADABLE as problem:
        raise NotTheirs from problem


def mixpanel_took(answer: str) -> bool:
    """Whether Mixpanel says that it took a batch: a 200 may come from anybody."""
    try:
        return bool(json.loads(answer).get("code") == _TAKEN)
    except _UNREADABLE:
        return False


def mixpanel_failures(answer: str) -> dict[int, str]:
    """By place in the batch, why an event was not taken; empty where the answer names none."""
    try:
        records = json.loads(answer).get("failed_records") or []
        return {int(each["index"]): f"{each.get('field', '')}: {each.get('message', '')}" for each in records}
    except _UNREADABLE:
        return {}


def _short(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value[:_LONGEST_VALUE] if isinstance(value, str) else value
        for name, value in values.items()
        if value not in (None, "")
    }


def _metadata(event: NewEvent) -> Mapping[str, Any]:
    try:
        values = json.loads(event.payload) if event.payload else {}
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}
