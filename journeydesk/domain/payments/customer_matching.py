"""Which prospect a Stripe customer is: by customer id, then by what a checkout or metadata says, then by e-mail
(docs/rules.md, "Who a payer is"). An e-mail that fits several prospects decides nothing: a person is asked."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId

How = Literal["id", "person", "reference", "email", "asked", "nobody", ""]
"""What decided: the prospect's own customer id, a person, a checkout's or metadata's reference, an e-mail that only one has.
`asked` waits for a person, `nobody` is a person's answer; empty where nothing fits."""

REFERENCE_NAMES = ("application_id", "client_reference_id", "airtable_record_id", "prospect")
"""The names under which metadata may carry a prospect's Application ID or Airtable record id
(docs/services.md, "Stripe: Checkout")."""

_CUSTOMER_ID = re.compile(r"cus_[A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one payer: prospects by each road, oldest first, and what was decided before."""

    by_id: Sequence[RecordId]
    by_reference: Sequence[RecordId]
    by_email: Sequence[RecordId]
    decided: How = ""
    decided_for: RecordId | None = None


def match(evidence: Evidence) -> tuple[RecordId | None, How]:
    """The prospect and what decided. Pure, so that every machine with the same data comes to the same."""
    if evidence.by_id:
        return evidence.by_id[0], "id"
    if evidence.decided == "nobody":
        return None, "nobody"
    if evidence.decided == "person" and evidence.decided_for is not None:
        return evidence.decided_for, "person"
    if evidence.by_reference:
        return evidence.by_reference[0], "reference"
    if len(evidence.by_email) == 1:
        return evidence.by_email[0], "email"
    return None, "asked" if evidence.by_email else ""


def is_customer_id(payer: str) -> bool:
    """Whether a payer is a customer of Stripe's, whose id a prospect can carry; a guest's payment has no customer."""
    return _CUSTOMER_ID.fullmatch(payer) is not None


def payer_of(stripe_object: Mapping[str, Any]) -> str | None:
    """Whose an object is: its customer's id; for a guest's payment, which has no customer, the payment intent's.
    None for a refund or a dispute, which only name their charge."""
    if stripe_object.get("object") == "customer":
        return str(stripe_object["id"])
    for name in ("customer", "payment_intent"):
        payer = stripe_object.get(name)
        if isinstance(payer, str) and stripe_object.get("object") not in ("refund", "dispute"):
            return payer
    return str(stripe_object["id"]) if stripe_object.get("object") == "charge" else None


def reference_of(stripe_object: Mapping[str, Any]) -> str | None:
    """The Application ID or Airtable record id that an object carries. A Checkout Session says it only once it is complete and
    nothing is left to pay, for an open link may have gone to anybody."""
    if stripe_object.get("object") == "checkout.session":
        settled = stripe_object.get("status") == "complete" and stripe_object.get("payment_status") in (
            "paid",
            "no_payment_required",
        )
        if not settled:
            return None
        if stripe_object.get("client_reference_id"):
            return str(stripe_object["client_reference_id"])
    metadata = stripe_object.get("metadata")
    if not isinstance(metadata, Mapping):
        return None
    return next((str(metadata[name]) for name in REFERENCE_NAMES if metadata.get(name)), None)


def folded_email(email: str) -> str:
    """An address as it is compared: without blanks around it, in small letters of every script, composed."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", email).strip().casefold())


def email_of(stripe_object: Mapping[str, Any]) -> str | None:
    """The e-mail that an object says its payer has."""
    for holder, name in (("", "email"), ("customer_details", "email"), ("billing_details", "email"), ("", "receipt_email")):
        place = stripe_object.get(holder) if holder else stripe_object
        email = place.get(name) if isinstance(place, Mapping) else None
        if isinstance(email, str) and email.strip():
            return email.strip()
    return None
