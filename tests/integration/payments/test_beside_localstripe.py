"""Our own reading and arithmetic beside localstripe's, a Stripe emulator that we did not write.

Its shapes are older and it has no disputes, prices or Checkout; customers, charges and refunds serve. Its balance transactions say
on their own what each charge and refund moved, and that is what net paid is held against.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import stripe

from journeydesk.remote.stripe.client import StripeReader
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.payments.mirror import update_payments
from journeydesk.services.queries.payments import money_of
from tests.workspaces import workspace

CARD: Any = {"number": "4242424242424242", "exp_month": "12", "exp_year": "2040", "cvc": "123"}
KINDS = ("customer", "charge", "refund")


@pytest.fixture
def peer(localstripe: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[stripe.StripeClient]:
    """Stripe's own library on localstripe."""
    monkeypatch.setattr(stripe, "enable_telemetry", False)
    transport = stripe.RequestsClient(timeout=10)
    yield stripe.StripeClient("sk_test_peer", base_addresses={"api": localstripe}, http_client=transport)
    transport.close()  # type: ignore[no-untyped-call]


def _pay(peer: stripe.StripeClient, rng: random.Random, email: str) -> str:
    customer = peer.v1.customers.create({"email": email})["id"]
    token = peer.v1.tokens.create({"card": CARD})
    source = peer.v1.customers.payment_sources.create(customer, {"source": token["id"]})["id"]
    for currency in rng.choices(["eur", "usd", "jpy"], k=rng.randrange(1, 5)):
        amount = rng.randrange(100, 90_000)
        charge = peer.v1.charges.create({"customer": customer, "amount": amount, "currency": currency, "source": source})
        left = amount
        for _ in range(rng.randrange(3)):
            back = rng.randrange(1, left + 1)
            peer.v1.refunds.create({"charge": charge["id"], "amount": back})
            left -= back
            if not left:
                break
    return str(customer)


def _moved(peer: stripe.StripeClient, customer: str) -> dict[str, int]:
    """What localstripe's books say of a customer: the balance transactions of its charges and their refunds."""
    sums: dict[str, int] = defaultdict(int)
    refunds = list(peer.v1.refunds.list({"limit": 100}).auto_paging_iter())
    for charge in peer.v1.charges.list({"customer": customer, "limit": 100}).auto_paging_iter():
        things: list[Any] = [charge, *(one for one in refunds if one["charge"] == charge["id"])]
        for thing in things:
            booked = peer.v1.balance_transactions.retrieve(str(thing["balance_transaction"]))
            sums[str(booked["currency"]).upper()] += int(booked["amount"])
    return dict(sums)


def test_net_paid_is_what_localstripes_books_say(peer: stripe.StripeClient, localstripe: str, tmp_path: Path) -> None:
    rng = random.Random(20_260_519)
    emails = [f"peer{number}@werk.example" for number in range(12)]
    customers = {email: _pay(peer, rng, email) for email in emails}
    with workspace(tmp_path / "w") as context:
        prospects = {email: create_prospect(context, {"company": email, "email": email}) for email in emails}
        with StripeReader(localstripe, "sk_test_peer", sleep=lambda _: None) as reader:
            outcome = update_payments(context, reader, KINDS)
        assert outcome.problems == ()
        for email, prospect in prospects.items():
            ours = {sums.net_paid.currency: sums.net_paid.minor for sums in money_of(context, prospect)}
            assert ours == _moved(peer, customers[email])
            assert ours
