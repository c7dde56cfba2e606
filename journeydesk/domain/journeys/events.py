"""Events: what happened to a prospect, when, by whom. The log of them decides every position (docs/rules.md, "The fold")."""

import json
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from journeydesk.domain.checks import LONGEST_EMAIL, UNSTORABLE
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.values import parse_moment
from journeydesk.domain.words import figure, noted
from journeydesk.domain.written.dates import FIRST_YEAR, LAST_YEAR

EVENT_TYPES: frozenset[str] = frozenset(
    {
        "stage_entered",
        "stage_completed",
        "purchase_made",
        "email_opened",
        "link_clicked",
        "form_submitted",
        "page_viewed",
        "cart_abandoned",
        "review_left",
        "referral_made",
        "cta_clicked",
        "inquiry_submitted",
        "gate_viewed",
        "gate_submitted",
        "upgrade_intent",
        "checkout_completed",
        "assessment_started",
        "assessment_completed",
        "payment_succeeded",
        "payment_failed",
        "scenario_started",
        "scenario_succeeded",
        "scenario_failed",
        "content_generated",
        "content_failed",
        "record_stored",
        "access_granted",
        "login",
        "application_received",
        "application_reviewed",
        "application_accepted",
        "application_rejected",
        "beta_activated",
        "demo_requested",
        "documentation_viewed",
        "api_key_created",
        "first_api_call",
        "support_ticket",
        "email_sent",
        "email_replied",
        "stage_set",
    }
)
"""Every event type of docs/rules.md, "Event types"."""

MOST_AHEAD = timedelta(minutes=5)
"""How far ahead of its arrival an event may be; one that is further counts as of its arrival."""

STAGED = frozenset({"cta_clicked", "stage_entered", "stage_completed", "stage_set"})
"""The types whose `stage` is one of a journey: of Engagement, or of the one that the metadata name."""

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_LONGEST_NAME = 500
_LONGEST_METADATA = 100_000


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a prospect's log. Times are stored moments; `payload` is the metadata as JSON, read only where needed."""

    id: str
    type: str
    stage: str | None
    cta: str | None
    occurred_at: str
    arrived_at: str
    source: str
    payload: str | None

    def metadata(self) -> Mapping[str, Any]:
        """The metadata; empty where the payload is empty or no JSON object."""
        if not self.payload:
            return {}
        try:
            values = json.loads(self.payload)
        except ValueError:
            return {}
        return values if isinstance(values, dict) else {}

    def fields(self) -> dict[str, str | None]:
        """The fields of its record in the base, without whose it is."""
        return {
            "key": self.id,
            "event": self.type,
            "stage": self.stage,
            "cta": self.cta,
            "occurred_at": self.occurred_at,
            "source": self.source,
            "payload": self.payload,
        }


@dataclass(frozen=True, slots=True)
class IncomingEvent:
    """An event as taken in, checked, before the prospect is known."""

    event: Event
    customer: str
    name: str | None
    email: str | None


def derived_id(customer: str, kind: str, stage: str, occurred_at: str, metadata: Mapping[str, Any]) -> str:
    """An id made from the content, so that a repeat of the same event is a repeat."""
    # Here, as in `domain.ids`: no start needs it.
    import hashlib

    content = json.dumps([customer, kind, stage, occurred_at, metadata], sort_keys=True, ensure_ascii=False)
    return "EVT-" + hashlib.sha256(content.encode()).hexdigest()[:24]


def parse_event(mapping: Mapping[str, Any], arrived: datetime, source: str) -> IncomingEvent:
    """Checks an event in the form of docs/rules.md, "An event". Raises ValueRefused naming the field and what is allowed.

    One from the future is given its arrival as its time, so that every machine that it is shared with counts it alike; what it
    claimed stays in its metadata.
    """
    if not isinstance(mapping, Mapping):
        raise ValueRefused("event", noted("An event must be a JSON object with customer_id, event and timestamp."))
    customer = _required_text(mapping, "customer_id")
    kind = _required_text(mapping, "event")
    if kind not in EVENT_TYPES:
        raise ValueRefused(
            "event",
            noted(
                "event: “{kind}” is not an event type. Use one of {allowed}.",
                kind=kind[:80],
                allowed=", ".join(sorted(EVENT_TYPES)),
            ),
        )
    occurred = moment_text(event_time(_required_text(mapping, "timestamp")))
    metadata = mapping.get("metadata") or {}
    if not isinstance(metadata, Mapping):
        raise ValueRefused("metadata", noted("metadata: must be a JSON object."))
    size = len(json.dumps(metadata, ensure_ascii=False))
    if size > _LONGEST_METADATA:
        raise ValueRefused(
            "metadata",
            noted(
                "metadata: {size} characters are too many; at most {most} fit.",
                size=figure(size),
                most=figure(_LONGEST_METADATA),
            ),
        )
    email = mapping.get("customer_email")
    if email is not None and not (isinstance(email, str) and is_email(email)):
        raise ValueRefused(
            "customer_email", noted("customer_email: “{email}” is not an e-mail address.", email=str(email)[:80])
        )
    stage = "" if mapping.get("stage") is None else _bounded("stage", str(mapping["stage"]))
    name = _bounded("customer_name", str(mapping.get("customer_name") or ""))
    given = _bounded("event_id", str(mapping.get("event_id") or ""))
    event_id = given or derived_id(customer, kind, stage, occurred, metadata)
    if moment_of(occurred) > arrived + MOST_AHEAD:
        metadata = {**metadata, "claimed_at": occurred}
        occurred = moment_text(arrived)
    cta = metadata.get("cta")
    event = Event(
        id=event_id,
        type=kind,
        stage=stage or None,
        cta=str(cta) if cta else None,
        occurred_at=occurred,
        arrived_at=moment_text(arrived),
        source=source,
        payload=json.dumps(metadata, ensure_ascii=False, sort_keys=True) if metadata else None,
    )
    return IncomingEvent(event, customer, name or None, email)


def event_time(text: str) -> datetime:
    """When something happened, as others write it. Raises ValueRefused for what is no time, or in a year that no calendar here shows."""
    moment = parse_moment("timestamp", text)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueRefused(
            "timestamp",
            noted(
                "timestamp: “{words}” is out of range; years from {first_year} to {last_year} are taken.",
                words=text[:80],
                first_year=FIRST_YEAR,
                last_year=LAST_YEAR,
            ),
        )
    return moment


def is_email(text: str) -> bool:
    """Whether it has the form of an e-mail address."""
    return len(text) <= LONGEST_EMAIL and _EMAIL.fullmatch(text) is not None


def _required_text(mapping: Mapping[str, Any], field: str) -> str:
    text = mapping.get(field)
    if not isinstance(text, str) or not text.strip():
        raise ValueRefused(
            field, noted("{field}: is missing. An event needs customer_id, event and timestamp as text.", field=field)
        )
    return _bounded(field, text.strip())


def _bounded(field: str, text: str) -> str:
    if len(text) > _LONGEST_NAME:
        raise ValueRefused(
            field,
            noted(
                "{field}: {count} characters are too many; at most {most} fit.",
                field=field,
                count=figure(len(text)),
                most=_LONGEST_NAME,
            ),
        )
    if UNSTORABLE.search(text):
        raise ValueRefused(field, noted("{field}: holds a character that cannot be stored.", field=field))
    return text
