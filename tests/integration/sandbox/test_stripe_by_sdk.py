"""The Stripe stand-in as Stripe's own library sees it."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
import stripe

from journeydesk.sandbox.server import Sandbox
from tests.integration.sandbox.conftest import Wire

CLASSES: dict[str, Any] = {
    "customers": stripe.Customer,
    "products": stripe.Product,
    "prices": stripe.Price,
    "coupons": stripe.Coupon,
    "subscriptions": stripe.Subscription,
    "invoices": stripe.Invoice,
    "invoice_payments": stripe.InvoicePayment,
    "payment_intents": stripe.PaymentIntent,
    "charges": stripe.Charge,
    "refunds": stripe.Refund,
    "disputes": stripe.Dispute,
    "events": stripe.Event,
}
KINDS = tuple(CLASSES)


def client_for(sandbox: Sandbox, key: str, http: stripe.HTTPClient) -> stripe.StripeClient:
    """The SDK's client pointed at the sandbox."""
    return stripe.StripeClient(key, base_addresses={"api": sandbox.stripe_url}, max_network_retries=0, http_client=http)


@pytest.fixture
def transport(monkeypatch: pytest.MonkeyPatch) -> Iterator[stripe.HTTPClient]:
    """An HTTP client of the SDK's that does not tell Stripe about itself, closed afterwards."""
    monkeypatch.setattr(stripe, "enable_telemetry", False)
    made = stripe.RequestsClient(timeout=5)
    yield made
    made.close()  # type: ignore[no-untyped-call]


@pytest.fixture
def client(sandbox: Sandbox, transport: stripe.HTTPClient) -> stripe.StripeClient:
    """With the restricted key that the sandbox gives."""
    return client_for(sandbox, sandbox.stripe_key, transport)


@pytest.fixture
def full(sandbox: Sandbox, transport: stripe.HTTPClient, wire: Wire) -> stripe.StripeClient:
    """With a secret key, which may write."""
    return client_for(sandbox, wire.control("stripe", {"key": "sk_test_full"})["key"], transport)


@pytest.fixture
def links(sandbox: Sandbox, transport: stripe.HTTPClient) -> stripe.StripeClient:
    """With the restricted key that makes payment links."""
    return client_for(sandbox, sandbox.checkout_key, transport)


def listed(client: stripe.StripeClient, kind: str, **params: Any) -> list[Any]:
    """Every object of a kind, through all pages."""
    return list(getattr(client.v1, kind).list({"limit": 40, **params}).auto_paging_iter())


@pytest.mark.parametrize("kind", KINDS)
def test_every_list_is_newest_first_and_walks_to_its_end(client: stripe.StripeClient, kind: str) -> None:
    found = listed(client, kind)
    created = [one["created"] for one in found]
    assert found
    assert created == sorted(created, reverse=True)
    assert len({one["id"] for one in found}) == len(found)


@pytest.mark.parametrize("kind", KINDS)
def test_objects_have_no_property_that_the_library_does_not_know(client: stripe.StripeClient, kind: str) -> None:
    known = set(CLASSES[kind].__annotations__) | {"items"}
    for one in listed(client, kind):
        assert set(one.to_dict()) - known == set()


def test_ending_before_walks_from_old_to_new(client: stripe.StripeClient) -> None:
    newest_first = listed(client, "events")
    start = newest_first[30]["id"]
    caught_up = list(client.v1.events.list({"limit": 7, "ending_before": start}).auto_paging_iter())
    assert [one["id"] for one in caught_up] == [one["id"] for one in reversed(newest_first[:30])]


def test_lists_can_be_cut_by_time(client: stripe.StripeClient) -> None:
    charges = listed(client, "charges")
    middle = charges[len(charges) // 2]["created"]
    later = listed(client, "charges", created={"gt": middle})
    assert {one["id"] for one in later} == {one["id"] for one in charges if one["created"] > middle}


def test_canceled_subscriptions_are_listed_only_when_asked_for(client: stripe.StripeClient) -> None:
    usual = {one["status"] for one in listed(client, "subscriptions")}
    everything = {one["status"] for one in listed(client, "subscriptions", status="all")}
    ended = {one["status"] for one in listed(client, "subscriptions", status="ended")}
    assert usual == {"active", "past_due", "trialing"}
    assert everything == usual | {"canceled"}
    assert ended == {"canceled"}


def test_periods_stand_on_items_and_coupons_under_discounts(client: stripe.StripeClient) -> None:
    found = listed(client, "subscriptions", expand=["data.discounts.source.coupon"])
    discounted = [one.to_dict() for one in found if one["discounts"]]
    assert discounted
    assert all("current_period_end" not in one for one in discounted)
    assert all(one["items"]["data"][0]["current_period_end"] > one["created"] for one in discounted)
    assert all(one["discounts"][0]["source"]["coupon"]["duration"] for one in discounted)


def test_an_invoice_names_its_subscription_and_payment(client: stripe.StripeClient) -> None:
    invoice = next(one for one in listed(client, "invoices", expand=["data.payments"]) if one["parent"])
    shown = invoice.to_dict()
    subscription = shown["parent"]["subscription_details"]["subscription"]
    intent = shown["payments"]["data"][0]["payment"]["payment_intent"]
    charge = client.v1.charges.list({"payment_intent": intent}).data[0]
    assert client.v1.subscriptions.retrieve(subscription)["customer"] == shown["customer"]
    assert charge["amount"] == shown["total"]


def test_refunds_add_up_to_what_a_charge_says_was_refunded(client: stripe.StripeClient) -> None:
    refunds = listed(client, "refunds")
    for charge_id in {one["charge"] for one in refunds}:
        total = sum(one["amount"] for one in refunds if one["charge"] == charge_id)
        assert client.v1.charges.retrieve(charge_id)["amount_refunded"] == total


def test_the_team_has_a_lost_dispute_yen_and_dinars(client: stripe.StripeClient) -> None:
    assert "lost" in {one["status"] for one in listed(client, "disputes")}
    charges = listed(client, "charges")
    assert {"eur", "jpy", "kwd"} <= {one["currency"] for one in charges}
    assert all(one["amount"] % 10 == 0 for one in charges if one["currency"] == "kwd")


def test_events_can_be_asked_for_by_type_and_only_for_thirty_days(client: stripe.StripeClient, wire: Wire) -> None:
    wanted = ["invoice.paid", "customer.subscription.created"]
    assert {one["type"] for one in listed(client, "events", types=wanted)} == set(wanted)
    assert {one["type"] for one in listed(client, "events", type="invoice.*")} >= {"invoice.paid"}
    wire.control("clock", {"advance_s": 31 * 86_400})
    assert listed(client, "events") == []


def test_an_update_leaves_an_event_with_the_values_before(full: stripe.StripeClient) -> None:
    customer = full.v1.customers.create({"email": "before@ostrelle.example", "metadata": {"a": "1"}})
    full.v1.customers.update(customer["id"], {"email": "after@ostrelle.example"})
    event = full.v1.events.list({"type": "customer.updated", "limit": 1}).data[0].to_dict()
    assert event["data"]["object"]["email"] == "after@ostrelle.example"
    assert event["data"]["previous_attributes"] == {"email": "before@ostrelle.example"}


def test_a_deleted_customer_is_not_listed_and_retrieving_it_says_so(full: stripe.StripeClient) -> None:
    customer = full.v1.customers.create({"email": "gone@ostrelle.example"})
    full.v1.customers.delete(customer["id"])
    assert full.v1.customers.list({"email": "gone@ostrelle.example"}).data == []
    assert full.v1.customers.retrieve(customer["id"]).to_dict()["deleted"] is True


def test_a_checkout_session_is_made_once_for_one_idempotency_key(links: stripe.StripeClient) -> None:
    price = links.v1.prices.list({"limit": 1}).data[0]["id"]
    params: Any = {
        "mode": "subscription",
        "line_items": [{"price": price, "quantity": 2}],
        "success_url": "https://ostrelle.example/thanks",
        "client_reference_id": "BETA-IDEMPOT1",
    }
    other: Any = {**params, "mode": "payment"}
    first = links.v1.checkout.sessions.create(params, {"idempotency_key": "upgrade-1"})
    again = links.v1.checkout.sessions.create(params, {"idempotency_key": "upgrade-1"})
    assert first["id"] == again["id"]
    assert links.v1.checkout.sessions.retrieve(first["id"])["client_reference_id"] == "BETA-IDEMPOT1"
    with pytest.raises(stripe.IdempotencyError):
        links.v1.checkout.sessions.create(other, {"idempotency_key": "upgrade-1"})


def test_a_paid_session_leaves_customer_subscription_and_events(
    client: stripe.StripeClient, links: stripe.StripeClient, wire: Wire
) -> None:
    price = next(one for one in listed(client, "prices") if one["recurring"])
    session = links.v1.checkout.sessions.create(
        {
            "mode": "subscription",
            "line_items": [{"price": price["id"], "quantity": 1}],
            "success_url": "https://ostrelle.example/thanks",
            "customer_email": "payer@ostrelle.example",
        }
    )
    assert session["payment_status"] == "unpaid"
    wire.control("stripe", {"complete": session["id"]})
    paid = client.v1.checkout.sessions.retrieve(session["id"], {"expand": ["subscription", "customer"]}).to_dict()
    types = [one["type"] for one in client.v1.events.list({"limit": 10}).data]
    assert (paid["status"], paid["payment_status"]) == ("complete", "paid")
    assert paid["subscription"]["status"] == "active"
    assert paid["customer"]["email"] == "payer@ostrelle.example"
    assert {"checkout.session.completed", "customer.subscription.created", "invoice.paid"} <= set(types)


def test_a_session_is_closed_or_paid_slowly_as_stripe_does_it(links: stripe.StripeClient, wire: Wire) -> None:
    params: Any = {
        "mode": "subscription",
        "line_items": [{"price": "price_OstrelleAccelerator", "quantity": 1}],
        "success_url": "https://ostrelle.example/thanks",
        "after_expiration": {"recovery": {"enabled": True}},
    }
    closed = links.v1.checkout.sessions.create(params)
    assert (closed["amount_total"], closed["after_expiration"]["recovery"]["url"]) == (128_000, None)
    ended = links.v1.checkout.sessions.expire(closed["id"])
    assert (ended["status"], ended["url"]) == ("expired", None)
    assert ended["after_expiration"]["recovery"]["url"].startswith("https://")
    with pytest.raises(stripe.InvalidRequestError, match="can be expired"):
        links.v1.checkout.sessions.expire(closed["id"])
    slow = links.v1.checkout.sessions.create(params)
    wire.control("stripe", {"complete": slow["id"], "email": "slow@ostrelle.example", "slow": True})
    assert links.v1.checkout.sessions.retrieve(slow["id"])["payment_status"] == "unpaid"
    wire.control("stripe", {"settle": slow["id"]})
    assert links.v1.checkout.sessions.retrieve(slow["id"])["payment_status"] == "paid"
    with pytest.raises(stripe.PermissionError, match="rak_customer_read"):
        links.v1.customers.list()


def test_wrong_keys_missing_rights_and_unknown_things_are_told_apart(
    sandbox: Sandbox, client: stripe.StripeClient, transport: stripe.HTTPClient, wire: Wire
) -> None:
    narrow = wire.control("stripe", {"key": "rk_test_narrow", "permissions": {"customers": "read"}})["key"]
    with pytest.raises(stripe.AuthenticationError, match="Invalid API Key"):
        client_for(sandbox, "sk_test_wrong", transport).v1.customers.list()
    with pytest.raises(stripe.PermissionError, match="rak_charge_read") as refused:
        client_for(sandbox, narrow, transport).v1.charges.list()
    with pytest.raises(stripe.InvalidRequestError) as missing:
        client.v1.customers.retrieve("cus_missing")
    with pytest.raises(stripe.InvalidRequestError) as unknown:
        listed(client, "customers", nonsense="x")
    assert str(refused.value.request_id).startswith("req_")
    assert (missing.value.code, missing.value.param, missing.value.http_status) == ("resource_missing", "id", 404)
    assert (unknown.value.code, unknown.value.param, unknown.value.http_status) == ("parameter_unknown", "nonsense", 400)


def test_the_library_retries_a_dead_connection_with_the_same_key(
    sandbox: Sandbox, transport: stripe.HTTPClient, wire: Wire
) -> None:
    key = wire.control("stripe", {"key": "sk_test_retry"})["key"]
    client = stripe.StripeClient(key, base_addresses={"api": sandbox.stripe_url}, max_network_retries=1, http_client=transport)
    wire.control("faults", {"kind": "drop-after", "method": "POST", "path": "customers"})
    email = f"once-{time.time_ns()}@ostrelle.example"
    made = client.v1.customers.create({"email": email})
    assert [one["id"] for one in client.v1.customers.list({"email": email}).data] == [made["id"]]
