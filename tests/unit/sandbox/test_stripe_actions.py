"""What clients may change at the Stripe stand-in: customers, prices, refunds, sessions, their sums and their events."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.sandbox.small_stripe import NOW_S, SmallStripe


def test_a_new_customer_shows_what_was_said_and_leaves_an_event(stripe: SmallStripe) -> None:
    body = {"name": "Cyan", "email": "c@x.example", "phone": "+1", "description": "d", "metadata": {"key": "BETA-1"}}
    customer = stripe.send("POST", "customers", body, idempotency_key="once").json
    assert {name: customer[name] for name in body} == body
    assert (customer["id"][:4], customer["created"], customer["object"]) == ("cus_", NOW_S, "customer")
    (event,) = stripe.events("customer.created")
    assert event["data"] == {"object": customer}
    assert event["request"] == {"id": None, "idempotency_key": "once"}
    assert stripe.send("GET", f"customers/{customer['id']}").json == customer


def test_an_update_reports_only_the_values_it_changed(stripe: SmallStripe) -> None:
    stripe.send("POST", "customers/cus_Acme", {"name": "Acme", "phone": "+1"})
    (event,) = stripe.events("customer.updated")
    assert event["data"]["previous_attributes"] == {"phone": None}
    assert event["data"]["object"]["phone"] == "+1"


def test_an_event_keeps_the_object_as_it_was(stripe: SmallStripe) -> None:
    stripe.send("POST", "customers/cus_Acme", {"phone": "+1"})
    stripe.send("POST", "customers/cus_Acme", {"phone": "+2"})
    assert [event["data"]["object"]["phone"] for event in stripe.events("customer.updated")] == ["+1", "+2"]


def test_a_deleted_customer_ends_its_subscriptions(stripe: SmallStripe) -> None:
    buyer = stripe.store.objects["customers"]["cus_Acme"]
    subscription = stripe.service.actions.subscribe(buyer, [("price_Month", 1)], NOW_S)
    done = stripe.send("DELETE", "customers/cus_Acme").json
    assert done == {"id": "cus_Acme", "object": "customer", "deleted": True}
    assert subscription["status"] == "canceled"
    assert stripe.send("GET", "customers/cus_Acme").json == done
    assert stripe.send("GET", "customers").ids == ["cus_Bolt"]
    kinds = [event["type"] for event in stripe.events()]
    assert kinds[-2:] == ["customer.subscription.deleted", "customer.deleted"]


def test_a_canceled_subscription_says_when_it_ended(stripe: SmallStripe) -> None:
    buyer = stripe.store.objects["customers"]["cus_Acme"]
    subscription = stripe.service.actions.subscribe(buyer, [("price_Month", 1)], NOW_S)["id"]
    stripe.now_s += 60
    ended = stripe.send("DELETE", f"subscriptions/{subscription}").json
    assert (ended["status"], ended["canceled_at"], ended["ended_at"]) == ("canceled", NOW_S + 60, NOW_S + 60)


@pytest.mark.parametrize(("given", "kept"), [("true", True), ("false", False)])
def test_a_subscription_can_be_told_to_end_with_its_period(stripe: SmallStripe, given: str, kept: bool) -> None:
    buyer = stripe.store.objects["customers"]["cus_Acme"]
    subscription = stripe.service.actions.subscribe(buyer, [("price_Month", 1)], NOW_S)["id"]
    path = f"subscriptions/{subscription}"
    assert stripe.send("POST", path, {"cancel_at_period_end": given}).json["cancel_at_period_end"] is kept
    for wrong in ("yes", {"a": "b"}):
        assert stripe.send("POST", path, {"cancel_at_period_end": wrong}).error == (400, None, "cancel_at_period_end")


@pytest.mark.parametrize(
    ("interval", "count", "days"), [("day", 1, 1), ("week", 2, 14), ("month", 1, 30), ("month", 3, 90), ("year", 1, 365)]
)
def test_a_subscription_lasts_its_prices_interval(stripe: SmallStripe, interval: str, count: int, days: int) -> None:
    body = {"currency": "EUR", "unit_amount": 500, "product": "prod_Plan"}
    price = stripe.send("POST", "prices", {**body, "recurring": {"interval": interval, "interval_count": count}}).json
    assert (price["currency"], price["type"], price["unit_amount_decimal"]) == ("eur", "recurring", "500")
    buyer = stripe.store.objects["customers"]["cus_Acme"]
    item = stripe.service.actions.subscribe(buyer, [(price["id"], 1)], NOW_S)["items"]["data"][0]
    assert (item["current_period_start"], item["current_period_end"]) == (NOW_S, NOW_S + days * 86_400)


def test_a_price_without_an_interval_is_paid_once(stripe: SmallStripe) -> None:
    price = stripe.send("POST", "prices", {"currency": "jpy", "unit_amount": 0, "product": "prod_Plan"}).json
    assert (price["type"], price["recurring"], price["unit_amount"]) == ("one_time", None, 0)
    assert stripe.send("POST", "products", {"name": "Extra"}).json["name"] == "Extra"
    assert [event["type"] for event in stripe.events()] == ["price.created", "product.created"]


@pytest.mark.parametrize(
    ("path", "body", "error"),
    [
        ("customers", {"shoe": 44}, (400, "parameter_unknown", "shoe")),
        ("customers/cus_Acme", {"shoe": 44}, (400, "parameter_unknown", "shoe")),
        ("customers/cus_None", {"name": "x"}, (404, "resource_missing", "id")),
        ("products", {}, (400, "parameter_missing", "name")),
        ("products", {"name": "x", "shoe": 44}, (400, "parameter_unknown", "shoe")),
        ("prices", {"currency": "eur", "unit_amount": 1}, (400, "parameter_missing", "product")),
        ("prices", {"currency": "eur", "unit_amount": 1, "product": "prod_None"}, (400, "resource_missing", "product")),
        ("prices", {"unit_amount": 1, "product": "prod_Plan"}, (400, "parameter_missing", "currency")),
        ("prices", {"currency": "eur", "product": "prod_Plan"}, (400, "parameter_missing", "unit_amount")),
        ("prices", {"currency": "eur", "unit_amount": -1, "product": "prod_Plan"}, (400, None, "unit_amount")),
        ("prices", {"currency": "eur", "unit_amount": 100_000_000, "product": "prod_Plan"}, (400, None, "unit_amount")),
        (
            "prices",
            {"currency": "eur", "unit_amount": 1, "product": "prod_Plan", "recurring": {"interval": "moon"}},
            (400, None, "recurring[interval]"),
        ),
        (
            "prices",
            {
                "currency": "eur",
                "unit_amount": 1,
                "product": "prod_Plan",
                "recurring": {"interval": "day", "interval_count": 0},
            },
            (400, None, "recurring[interval_count]"),
        ),
        ("refunds", {}, (400, "parameter_missing", "charge")),
        ("refunds", {"charge": "ch_None"}, (400, "resource_missing", "charge")),
        ("refunds", {"charge": "ch_One", "amount": 0}, (400, None, "amount")),
        ("refunds", {"charge": "ch_One", "amount": "all"}, (400, "parameter_invalid_integer", "amount")),
        ("refunds", {"charge": "ch_One", "amount": 1001}, (400, "charge_already_refunded", "amount")),
        ("checkout/sessions", {}, (400, "parameter_missing", "mode")),
        ("checkout/sessions", {"mode": "gift", "success_url": "x"}, (400, None, "mode")),
        ("checkout/sessions", {"mode": "payment"}, (400, "parameter_missing", "success_url")),
        ("checkout/sessions", {"mode": "payment", "success_url": "x"}, (400, "parameter_missing", "line_items")),
        ("checkout/sessions", {"mode": "setup", "success_url": "x", "shoe": 4}, (400, "parameter_unknown", "shoe")),
        (
            "checkout/sessions",
            {"mode": "setup", "success_url": "x", "customer": "cus_None"},
            (400, "resource_missing", "customer"),
        ),
        (
            "checkout/sessions",
            {"mode": "setup", "success_url": "x", "customer": {"id": "y"}},
            (400, "resource_missing", "customer"),
        ),
        (
            "checkout/sessions",
            {"mode": "setup", "success_url": "x", "customer": "cus_Acme", "customer_email": "a@x.example"},
            (400, None, "customer"),
        ),
        (
            "checkout/sessions",
            {"mode": "payment", "success_url": "x", "line_items": [{"price": "price_None"}]},
            (400, "resource_missing", "line_items[0][price]"),
        ),
        (
            "checkout/sessions",
            {"mode": "payment", "success_url": "x", "line_items": [{"price": "price_Once"}, "x"]},
            (400, "resource_missing", "line_items[1][price]"),
        ),
        (
            "checkout/sessions",
            {"mode": "payment", "success_url": "x", "line_items": [{"price": "price_Once", "quantity": 0}]},
            (400, None, "quantity"),
        ),
        ("charges", {"amount": 5}, (404, None, None)),
        ("invoices/in_None", {}, (404, "resource_missing", "id")),
    ],
)
def test_a_wrong_write_is_refused_and_leaves_nothing(stripe: SmallStripe, path: str, body: dict[str, Any], error: Any) -> None:
    stripe.charge(1000)
    assert stripe.send("POST", path, body).error == error
    assert stripe.events() == []


def test_refusals_carry_their_words_and_where_to_read_more(stripe: SmallStripe) -> None:
    stripe.charge(1000)
    refused = stripe.send("POST", "refunds", {"charge": "ch_One", "amount": 1001})
    assert refused.message == "Refund amount (1001) is greater than unrefunded amount on charge (1000)"
    assert refused.json["error"]["doc_url"] == "https://stripe.com/docs/error-codes/charge-already-refunded"
    assert stripe.send("GET", "charges/ch_None").message == "No such charge: 'ch_None'"
    assert stripe.send("POST", "products").message == "Missing required param: name."


@given(st.integers(1, 10_000), st.data())
def test_refunds_add_up_to_the_charge_and_never_beyond(amount: int, data: st.DataObject) -> None:
    stripe = SmallStripe()
    stripe.charge(amount)
    left = amount
    while left:
        part = data.draw(st.integers(1, left))
        assert stripe.send("POST", "refunds", {"charge": "ch_One", "amount": left + 1}).status == 400
        assert stripe.send("POST", "refunds", {"charge": "ch_One", "amount": part}).json["status"] == "succeeded"
        left -= part
        charge = stripe.send("GET", "charges/ch_One").json
        assert (charge["amount_refunded"], charge["refunded"]) == (amount - left, left == 0)
    assert sum(one["amount"] for one in stripe.store.objects["refunds"].values()) == amount


def test_a_refund_without_an_amount_gives_back_what_is_left(stripe: SmallStripe) -> None:
    stripe.charge(1000)
    stripe.send("POST", "refunds", {"charge": "ch_One", "amount": 300})
    refund = stripe.send("POST", "refunds", {"charge": "ch_One", "reason": "duplicate"}).json
    assert (refund["amount"], refund["reason"], refund["currency"], refund["payment_intent"]) == (
        700,
        "duplicate",
        "eur",
        "pi_ch_One",
    )
    assert [event["type"] for event in stripe.events()] == ["refund.created", "charge.refunded"] * 2


def test_a_session_is_open_for_a_day_and_knows_its_total(stripe: SmallStripe) -> None:
    lines = [{"price": "price_Month", "quantity": 3}, {"price": "price_Month"}]
    session = stripe.session(line_items=lines, client_reference_id="BETA-1", customer="cus_Acme", metadata={"a": "b"}).json
    assert (session["status"], session["payment_status"], session["mode"]) == ("open", "unpaid", "subscription")
    assert (session["amount_total"], session["amount_subtotal"], session["currency"]) == (19_600, 19_600, "eur")
    assert (session["client_reference_id"], session["customer"], session["metadata"]) == ("BETA-1", "cus_Acme", {"a": "b"})
    assert session["expires_at"] == NOW_S + 86_400
    assert session["url"].endswith(session["id"])


@pytest.mark.parametrize(("after_s", "status"), [(1799, 400), (1800, 200), (86_400, 200), (86_401, 400)])
def test_a_session_may_expire_between_half_an_hour_and_a_day(stripe: SmallStripe, after_s: int, status: int) -> None:
    assert stripe.session(expires_at=NOW_S + after_s).status == status


def test_an_expired_session_has_no_address_and_cannot_be_paid(stripe: SmallStripe) -> None:
    session = stripe.session().json["id"]
    expired = stripe.send("POST", f"checkout/sessions/{session}/expire").json
    assert (expired["status"], expired["url"]) == ("expired", None)
    assert len(stripe.events("checkout.session.expired")) == 1
    with pytest.raises(Exception, match="This Checkout Session is expired"):
        stripe.service.actions.complete(session)
    assert stripe.send("POST", f"checkout/sessions/{session}/pay").status == 404


def test_a_paid_subscription_session_leaves_all_that_follows(stripe: SmallStripe) -> None:
    session = stripe.session(customer_email="new@x.example", line_items=[{"price": "price_Month", "quantity": 2}]).json["id"]
    paid = stripe.service.actions.complete(session)
    customer = stripe.store.objects["customers"][paid["customer"]]
    subscription = stripe.store.objects["subscriptions"][paid["subscription"]]
    invoice = stripe.store.objects["invoices"][paid["invoice"]]
    (charge,) = stripe.store.objects["charges"].values()
    assert (paid["status"], paid["payment_status"], paid["url"]) == ("complete", "paid", None)
    assert customer["email"] == paid["customer_details"]["email"] == "new@x.example"
    assert (subscription["status"], subscription["latest_invoice"]) == ("active", invoice["id"])
    assert (invoice["total"], invoice["amount_paid"], invoice["amount_remaining"]) == (9800, 9800, 0)
    assert (charge["amount"], charge["customer"]) == (9800, customer["id"])
    assert [event["type"] for event in stripe.events()] == [
        "customer.created",
        "payment_intent.succeeded",
        "charge.succeeded",
        "customer.subscription.created",
        "invoice.paid",
        "checkout.session.completed",
    ]


def test_a_paid_single_session_names_its_payment(stripe: SmallStripe) -> None:
    line = [{"price": "price_Once", "quantity": 4}]
    session = stripe.session(mode="payment", customer="cus_Bolt", line_items=line).json["id"]
    paid = stripe.service.actions.complete(session)
    intent = stripe.store.objects["payment_intents"][paid["payment_intent"]]
    assert (intent["amount"], intent["currency"], intent["customer"]) == (1200, "jpy", "cus_Bolt")
    assert (paid["subscription"], stripe.store.objects["subscriptions"]) == (None, {})
    with pytest.raises(Exception, match="This Checkout Session is complete"):
        stripe.service.actions.complete(session)
    with pytest.raises(Exception, match="No such session"):
        stripe.service.actions.complete("cs_test_None")
