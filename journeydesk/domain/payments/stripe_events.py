"""The events that Stripe's objects stand for, each with an id derived from its object so that every machine makes the same.

First payment, and the first after a churn: `payment_succeeded`, which the team's table of moves takes to CUSTOMER. A churn is a
`stage_set` of the journey "Customer status" with its reason, for no journey moves back by itself (docs/rules.md, "The fold" and
docs/rules.md, "What payments say"). A failed payment and a dispute are both `payment_failed`; a dispute's metadata has
`dispute`, its id. A paid Checkout Session is `checkout_completed`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from journeydesk.domain.journeys.events import Event
from journeydesk.domain.payments.payment_history import Objects, Payment, Span, payments, spans
from journeydesk.domain.statuses import CHURNED, CUSTOMER
from journeydesk.domain.time import moment_text
from journeydesk.domain.words import noted

JOURNEY = "Customer status"
SOURCE = "Stripe"
PREFIX = "EVT-stripe-"
RECENT_SECONDS = 30 * 86_400
"""Failures and disputes older than this move and raise nothing any more (alerts look back 30 days), so they make no events."""


def stored_moment(seconds: int) -> str:
    """A Unix time as a stored moment."""
    return moment_text(datetime.fromtimestamp(seconds, UTC))


def events_of(objects: Objects, grace_days: int, now: int) -> list[Event]:
    """Every event of one prospect's Stripe objects; the same objects give the same events, whenever they are read."""
    events = list(status_events(payments(objects), spans(objects, grace_days * 86_400, now), now))
    events += _failures(objects, now)
    events += _disputes(objects, now)
    events += _checkouts(objects, now)
    return events


def status_events(paid: Iterable[Payment], alive: Iterable[Span], now: int) -> Iterator[Event]:
    """First payment, each churn, and each return.

    A customer churns when the last subscription that was alive ends: replacing one by another is no churn. A payment after that
    brings the customer back if its subscription is alive or it has none; the late payment of what an ended one still owed does
    not. A subscription whose unpaid invoice was voided is alive again without a payment.
    """
    living = list(alive)
    steps: list[tuple[int, int, str, Payment | Span]] = [(payment.at, 0, payment.id, payment) for payment in paid]
    steps += [(span.end, 1, span.ended_by, span) for span in living if span.end is not None and span.end <= now]
    steps += [(span.start, 2, span.began_by, span) for span in living if span.began_by.endswith("-voided")]
    customer: bool | None = None
    for at, rank, _, step in sorted(steps, key=lambda step: step[:3]):
        if isinstance(step, Payment):
            if customer is None or (customer is False and _revives(step, living)):
                customer = True
                yield _payment_event(step, now)
        elif rank == 1:
            if customer and not any(span.holds(at) for span in living):
                customer = False
                yield _stage_event(step.ended_by, at, CHURNED, f"{step.reason}: {step.subscription}", now)
        elif customer is False:
            customer = True
            yield _stage_event(
                step.began_by, at, CUSTOMER, noted("unpaid invoice voided: {subscription}", subscription=step.subscription), now
            )


def _revives(payment: Payment, living: Iterable[Span]) -> bool:
    if not payment.subscription:
        return True
    return any(span.subscription == payment.subscription and span.holds(payment.settled) for span in living)


def _payment_event(payment: Payment, now: int) -> Event:
    kind = "charge" if payment.id.startswith(("ch_", "py_")) else "invoice"
    metadata = {kind: payment.id, "value": payment.minor, "currency": payment.currency}
    return _event(payment.id, "payment_succeeded", None, payment.at, metadata, now)


def _stage_event(name: str, at: int, stage: str, reason: str, now: int) -> Event:
    return _event(name, "stage_set", stage, at, {"journey": JOURNEY, "reason": reason}, now)


def _event(name: str, kind: str, stage: str | None, at: int, metadata: Mapping[str, Any], now: int) -> Event:
    payload = json.dumps(metadata, sort_keys=True, ensure_ascii=False)
    return Event(PREFIX + name, kind, stage, None, stored_moment(at), stored_moment(now), SOURCE, payload)


def _failures(objects: Objects, now: int) -> Iterator[Event]:
    """One for each payment that was tried in vain, at its first failure; the retries that follow are the same trouble."""
    first: dict[str, Mapping[str, Any]] = {}
    for charge in sorted(objects.get("charge", ()), key=lambda charge: (int(charge["created"]), str(charge["id"]))):
        if charge.get("status") == "failed":
            first.setdefault(str(charge.get("payment_intent") or charge["id"]), charge)
    for name, charge in first.items():
        if int(charge["created"]) >= now - RECENT_SECONDS:
            metadata = {"charge": charge["id"], "value": charge["amount"], "currency": charge["currency"]}
            if charge.get("failure_message"):
                metadata["reason"] = charge["failure_message"]
            yield _event(f"{name}-failed", "payment_failed", None, int(charge["created"]), metadata, now)


def _disputes(objects: Objects, now: int) -> Iterator[Event]:
    for dispute in objects.get("dispute", ()):
        if int(dispute["created"]) >= now - RECENT_SECONDS:
            metadata = {"dispute": dispute["id"], "value": dispute["amount"], "currency": dispute["currency"]}
            metadata |= {"charge": dispute.get("charge"), "reason": dispute.get("reason")}
            yield _event(str(dispute["id"]), "payment_failed", None, int(dispute["created"]), metadata, now)


def _checkouts(objects: Objects, now: int) -> Iterator[Event]:
    for session in objects.get("checkout.session", ()):
        if is_paid(session):
            yield checkout_event(session, now)


def checkout_event(session: Mapping[str, Any], now: int) -> Event:
    """The event of a paid Checkout Session, the same whoever sees it first. A payment link names the tier that it grants."""
    metadata = {"session": session["id"], "value": session.get("amount_total"), "currency": session.get("currency")}
    carried = session.get("metadata")
    tier = carried.get("tier") if isinstance(carried, Mapping) else None
    if isinstance(tier, str) and tier:
        metadata["tier"] = tier[:80]
    return _event(str(session["id"]), "checkout_completed", None, int(session["created"]), metadata, now)


def is_paid(session: Mapping[str, Any]) -> bool:
    """Whether a Checkout Session counts: complete is not enough, for delayed methods are paid later. A subscription that costs nothing
    now, by a coupon or a trial, counts too (docs/services.md, "Stripe: requests")."""
    free = session.get("mode") == "subscription" and session.get("payment_status") == "no_payment_required"
    return session.get("status") == "complete" and (session.get("payment_status") == "paid" or free)
