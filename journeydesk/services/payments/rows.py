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


def stored_object(found: Mapping[str, Any]) -> StoredObject:
    """An object as the mirror keeps it."""
    amount = next((found[name] for name in _AMOUNTS if found.get(name) is not None), None)
    currency = found.get("currency")
    return StoredObject(
        kind=str(found["object"]),
        id=str(found["id"]),
        payer=payer_of(found),
        created=_created(found),
        amount_minor=None if amount is None else int(amount),
        currency=str(currency).upper() if currency else None,
        status="deleted" if found.get("deleted") else found.get("status"),
        data=json.dumps(found, ensure_ascii=False, default=str),
    )


def _created(found: Mapping[str, Any]) -> str | None:
    created = found.get("created")
    return None if created is None else stored_moment(int(created))


def payer_facts(found: Mapping[str, Any], walk: int | None) -> PayerFacts | None:
    """What an object says of its payer. A charge's e-mail is only looked at where there is no customer: a card may be somebody
    else's. A deleted customer has no e-mail any more."""
    payer = payer_of(found)
    if payer is None:
        return None
    if found.get("object") == "customer":
        email = email_of(found)
        final = email is not None or bool(found.get("deleted"))
        return PayerFacts(payer, email, reference_of(found), _created(found), final, walk)
    speaks = found.get("object") == "checkout.session" and found.get("status") == "complete"
    email = email_of(found) if speaks or not is_customer_id(payer) else None
    return PayerFacts(payer, email, reference_of(found), None if is_customer_id(payer) else _created(found))


def changed_by(event: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The (kind, id) of the objects to read again after an event, whatever API version rendered it
    (docs/services.md, "Stripe: requests").

    Beside the object itself: the charge of a refund or a dispute, whose sums change with it; the latest charge of a payment
    intent; the invoice of an invoice payment; what a discount is on.
    """
    thing = event["data"]["object"]
    kind = str(thing.get("object"))
    found = [(kind, thing.get("id"))] if kind in KINDS else []
    if kind in ("refund", "dispute"):
        found.append(("charge", thing.get("charge")))
    elif kind == "payment_intent":
        found.append(("charge", thing.get("latest_charge")))
    elif kind == "invoice_payment":
        found.append(("invoice", thing.get("invoice")))
    elif kind == "discount":
        found += [("customer", thing.get("customer")), ("subscription", thing.get("subscription"))]
    return [(name, identifier) for name, identifier in found if isinstance(identifier, str)]
