"""The arithmetic of charges and refunds beside localstripe's, a Stripe emulator that we did not write.

localstripe also takes refunds beyond what is left of a charge, which Stripe refuses; that is not compared.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import stripe

from journeydesk.sandbox.server import Sandbox
from tests.integration.sandbox.conftest import Wire

CARD: Any = {"number": "4242424242424242", "exp_month": "12", "exp_year": "2040", "cvc": "123"}
STEPS = ([1000, 300, 700], [1000, 1000], [999, 1, 1, 997], [5000, 2500])


@pytest.fixture
def transport(monkeypatch: pytest.MonkeyPatch) -> Iterator[stripe.HTTPClient]:
    """The SDK's HTTP client without telemetry."""
    monkeypatch.setattr(stripe, "enable_telemetry", False)
    made = stripe.RequestsClient(timeout=10)
    yield made
    made.close()  # type: ignore[no-untyped-call]


def _after(client: stripe.StripeClient, charge_id: str, refunds: list[int]) -> list[tuple[int, bool]]:
    """What the charge says after each refund."""
    seen = []
    for amount in refunds:
        client.v1.refunds.create({"charge": charge_id, "amount": amount})
        charge = client.v1.charges.retrieve(charge_id)
        seen.append((charge["amount_refunded"], charge["refunded"]))
    return seen


@pytest.mark.parametrize("steps", STEPS, ids=str)
def test_refunds_add_up_as_localstripe_adds_them_up(
    steps: list[int], localstripe: str, sandbox: Sandbox, wire: Wire, transport: stripe.HTTPClient
) -> None:
    amount, *refunds = steps
    peer = stripe.StripeClient("sk_test_peer", base_addresses={"api": localstripe}, http_client=transport)
    customer = peer.v1.customers.create({"email": "peer@ostrelle.example"})
    token = peer.v1.tokens.create({"card": CARD})
    source = peer.v1.customers.payment_sources.create(customer["id"], {"source": token["id"]})
    charge = peer.v1.charges.create({"customer": customer["id"], "amount": amount, "currency": "eur", "source": source["id"]})
    key = wire.control("stripe", {"key": "sk_test_ours"})["key"]
    ours = stripe.StripeClient(key, base_addresses={"api": sandbox.stripe_url}, http_client=transport)
    price = ours.v1.prices.create(
        {"currency": "eur", "unit_amount": amount, "product": ours.v1.products.list({"limit": 1}).data[0]["id"]}
    )
    session = ours.v1.checkout.sessions.create(
        {"mode": "payment", "line_items": [{"price": price["id"], "quantity": 1}], "success_url": "https://x.example"}
    )
    paid = wire.control("stripe", {"complete": session["id"]})
    own = ours.v1.charges.list({"payment_intent": paid["payment_intent"]}).data[0]
    assert (own["amount"], own["amount_captured"], own["status"]) == (amount, charge["amount"], charge["status"])
    assert _after(ours, own["id"], refunds) == _after(peer, charge["id"], refunds)


def test_a_refund_beyond_what_is_left_is_refused(sandbox: Sandbox, wire: Wire, transport: stripe.HTTPClient) -> None:
    key = wire.control("stripe", {"key": "sk_test_ours"})["key"]
    client = stripe.StripeClient(key, base_addresses={"api": sandbox.stripe_url}, http_client=transport)
    charge = next(one for one in client.v1.charges.list({"limit": 50}).data if one["paid"] and not one["refunded"])
    left = charge["amount_captured"] - charge["amount_refunded"]
    with pytest.raises(stripe.InvalidRequestError, match="greater than unrefunded amount"):
        client.v1.refunds.create({"charge": charge["id"], "amount": left + 1})
