"""How Stripe's objects are kept, whom they speak of, and what an event says was changed."""

import json
from collections.abc import Mapping
from typing import Any

from journeydesk.domain.payments.customer_matching import email_of, is_customer_id, payer_of, reference_of
from journeydesk.domain.payments.stripe_events import stored_moment
from journeydesk.remote.stripe.client import KINDS
from journeydesk.storage.payments.stripe_mirror import StoredObject
from journeydesk.storage.payments.stripe_payers import PayerFacts

_AMOUNTS = ("amount", "amount_paid", "amount_total")


def stored_object(thing: Mapping[str, Any]) -> StoredObject:
    """An object as the mirror keeps it."""
    amount = next((thing[name] for name in _AMOUNTS if thing.get(name) is not None), None)
    currency = thing.get("currency")
    return StoredObject(
        kind=str(thing["object"]),
        id=str(thing["id"]),
        payer=payer_of(thing),
        created=_created(thing),
        amount_minor=None if amount is None else int(amount),
        currency=str(currency).upper() if currency else None,
        status="deleted" if thing.get("deleted") else thing.get("status"),
        data=json.dumps(thing, ensure_ascii=False, default=str),
    )


def _created(thing: Mapping[str, Any]) -> str | None:
    created = thing.get("created")
    return None if created is None else stored_moment(int(created))


def payer_facts(thing: Mapping[str, Any], walk: int | None) -> PayerFacts | None:
    """What an object says of its payer. A charge's e-mail is only looked at where there is no customer: a card may be somebody
    else's. A deleted customer has no e-mail any more."""
    payer = payer_of(thing)
    if payer is None:
        return None
    if thing.get("object") == "customer":
        email = email_of(thing)
        final = email is not None or bool(thing.get("deleted"))
        return PayerFacts(payer, email, reference_of(thing), _created(thing), final, walk)
    speaks = thing.get("object") == "checkout.session" and thing.get("status") == "complete"
    email = email_of(thing) if speaks or not is_customer_id(payer) else None
    return PayerFacts(payer, email, reference_of(thing), None if is_customer_id(payer) else _created(thing))


def failed_session(event: Mapping[str, Any]) -> str | None:
    """The Checkout Session whose slow payment failed, where that is what an event says: the session itself stays complete and unpaid."""
    thing = event["data"]["object"]
    if event.get("type") != "checkout.session.async_payment_failed" or thing.get("object") != "checkout.session":
        return None
    identifier = thing.get("id")
    return identifier if isinstance(identifier, str) else None


def changed_by(event: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The (kind, id) of the objects to read again after an event, whatever API version rendered it
    (docs/services.md, "Stripe: requests").

    Beside the object itself: the charge of a refund or a dispute, whose sums change with it; the latest charge of a payment
    intent; the invoice of an invoice payment or a credit note; what a discount is on.
    """
    thing = event["data"]["object"]
    kind = str(thing.get("object"))
    named = [(kind, thing.get("id"))] if kind in KINDS else []
    if kind in ("refund", "dispute"):
        named.append(("charge", thing.get("charge")))
    elif kind == "payment_intent":
        named.append(("charge", thing.get("latest_charge")))
    elif kind in ("invoice_payment", "credit_note"):
        named.append(("invoice", thing.get("invoice")))
    elif kind == "discount":
        named += [("customer", thing.get("customer")), ("subscription", thing.get("subscription"))]
    return [(name, identifier) for name, identifier in named if isinstance(identifier, str)]
