"""Stripe's lists: order, cursors, filters, expanding, and what is refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.sandbox.stripe import catalogue, shapes
from journeydesk.sandbox.stripe.forms import parse_body, parse_pairs
from tests.unit.sandbox.small_stripe import NOW_S, SECRET, SmallStripe, flat


def _fill(stripe: SmallStripe, count: int) -> list[str]:
    """That many customers beside the first two, one a second; ids newest first."""
    for number in range(count):
        stripe.store.put("customers", catalogue.customer(f"cus_{number:03d}", NOW_S + number, None, None, {}))
    return [f"cus_{number:03d}" for number in reversed(range(count))] + ["cus_Bolt", "cus_Acme"]


def test_a_list_is_newest_first_ten_at_a_time(stripe: SmallStripe) -> None:
    everyone = _fill(stripe, 12)
    page = stripe.send("GET", "customers")
    assert page.ids == everyone[:10]
    assert (page.json["object"], page.json["url"], page.json["has_more"]) == ("list", "/v1/customers", True)


def test_objects_of_the_same_second_come_last_created_first(stripe: SmallStripe) -> None:
    for name in ("a", "b", "c"):
        stripe.store.put("coupons", catalogue.coupon(name, NOW_S, "once", percent_off=10))
    assert stripe.send("GET", "coupons").ids == ["c", "b", "a"]


@pytest.mark.parametrize("limit", [1, 3, 7, 14, 100])
def test_both_cursors_walk_to_the_end_without_a_gap(stripe: SmallStripe, limit: int) -> None:
    everyone = _fill(stripe, 12)
    for cursor in ("starting_after", "ending_before"):
        seen: list[str] = []
        options: dict[str, Any] = {"limit": limit} if cursor == "starting_after" else {"limit": limit, cursor: everyone[-1]}
        while True:
            page = stripe.send("GET", "customers", options)
            seen = seen + page.ids if cursor == "starting_after" else page.ids + seen
            if not page.json["has_more"]:
                break
            options[cursor] = seen[-1] if cursor == "starting_after" else seen[0]
        assert seen == (everyone if cursor == "starting_after" else everyone[:-1])


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"limit": 0}, (400, None, "limit")),
        ({"limit": 101}, (400, None, "limit")),
        ({"limit": "many"}, (400, "parameter_invalid_integer", "limit")),
        ({"starting_after": "cus_Nobody"}, (400, "resource_missing", "starting_after")),
        ({"ending_before": "cus_Nobody"}, (400, "resource_missing", "ending_before")),
        ({"starting_after": "cus_Acme", "ending_before": "cus_Bolt"}, (400, None, "ending_before")),
        ({"colour": "red"}, (400, "parameter_unknown", "colour")),
        ({"created": {"around": 5}}, (400, "parameter_unknown", "created[around]")),
        ({"created": {"gt": "noon"}}, (400, "parameter_invalid_integer", "created[gt]")),
        ({"created": "noon"}, (400, "parameter_invalid_integer", "created")),
        ({"expand": "data"}, (400, None, "expand")),
        ({"expand": ["a.b.c.d.e"]}, (400, None, "expand")),
        ({"expand": ["data.shoes"]}, (400, None, "expand")),
    ],
)
def test_a_wrong_list_parameter_is_refused_by_name(stripe: SmallStripe, options: dict[str, Any], error: Any) -> None:
    answer = stripe.send("GET", "customers", options)
    assert answer.error == error
    assert answer.json["error"]["type"] == "invalid_request_error"


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ({"gt": NOW_S + 1}, [3, 2]),
        ({"gte": NOW_S + 1}, [3, 2, 1]),
        ({"lt": NOW_S + 1, "gte": NOW_S}, [0]),
        ({"lte": NOW_S + 1, "gt": NOW_S - 1}, [1, 0]),
        ({"gt": NOW_S, "lt": NOW_S + 3}, [2, 1]),
    ],
)
def test_lists_are_cut_by_time_of_creation(stripe: SmallStripe, bounds: dict[str, int], expected: list[int]) -> None:
    _fill(stripe, 4)
    assert stripe.send("GET", "customers", {"created": bounds}).ids == [f"cus_{number:03d}" for number in expected]


def test_a_single_moment_of_creation_may_be_asked_for(stripe: SmallStripe) -> None:
    _fill(stripe, 4)
    assert stripe.send("GET", "customers", {"created": NOW_S + 2}).ids == ["cus_002"]


@pytest.mark.parametrize(
    ("kind", "filters", "expected"),
    [
        ("customers", {"email": "acme@x.example"}, ["cus_Acme"]),
        ("customers", {"email": "nobody@x.example"}, []),
        ("products", {"active": True}, ["prod_Plan"]),
        ("products", {"active": False}, []),
        ("prices", {"currency": "jpy"}, ["price_Once"]),
        ("prices", {"type": "recurring"}, ["price_Month"]),
        ("prices", {"type": "one_time", "product": "prod_Plan"}, ["price_Once"]),
        ("charges", {"customer": "cus_Acme"}, ["ch_One"]),
        ("charges", {"payment_intent": "pi_ch_Two"}, ["ch_Two"]),
    ],
)
def test_filters_keep_what_they_name(stripe: SmallStripe, kind: str, filters: dict[str, Any], expected: list[str]) -> None:
    stripe.charge(100)
    stripe.charge(200, "ch_Two", "cus_Bolt")
    assert stripe.send("GET", kind, filters).ids == expected


def _subscribed(stripe: SmallStripe) -> dict[str, str]:
    """Subscriptions by their status."""
    by_status = {}
    buyer = stripe.store.objects["customers"]["cus_Acme"]
    for status in ("active", "past_due", "canceled", "incomplete_expired", "unpaid", "trialing"):
        started = stripe.service.actions.subscribe(buyer, [("price_Month", 1)], stripe.now_s)
        started["status"] = status
        by_status[status] = str(started["id"])
    return by_status


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (None, {"active", "past_due", "unpaid", "trialing"}),
        ("all", {"active", "past_due", "canceled", "incomplete_expired", "unpaid", "trialing"}),
        ("ended", {"canceled", "incomplete_expired", "unpaid"}),
        ("canceled", {"canceled"}),
        ("active", {"active"}),
    ],
)
def test_ended_subscriptions_are_listed_when_asked_for(stripe: SmallStripe, status: str | None, expected: set[str]) -> None:
    by_status = _subscribed(stripe)
    page = stripe.send("GET", "subscriptions", {} if status is None else {"status": status})
    assert set(page.ids) == {by_status[name] for name in expected}


def test_subscriptions_and_invoices_are_found_by_what_they_belong_to(stripe: SmallStripe) -> None:
    subscription = _subscribed(stripe)["active"]
    assert subscription in stripe.send("GET", "subscriptions", {"price": "price_Month"}).ids
    assert stripe.send("GET", "subscriptions", {"price": "price_Once"}).ids == []
    items = stripe.send("GET", "subscription_items", {"subscription": subscription})
    assert [item["subscription"] for item in items.json["data"]] == [subscription]
    invoices = stripe.send("GET", "invoices", {"subscription": subscription}).json["data"]
    assert [one["parent"]["subscription_details"]["subscription"] for one in invoices] == [subscription]
    assert stripe.send("GET", "invoices", {"subscription": "sub_None"}).ids == []


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"type": "customer.updated"}, ["customer.updated"]),
        ({"type": "customer.*"}, ["customer.deleted", "customer.updated", "customer.created"]),
        ({"types": ["customer.created", "customer.deleted"]}, ["customer.deleted", "customer.created"]),
        ({"type": "invoice.*"}, []),
    ],
)
def test_events_are_found_by_type(stripe: SmallStripe, filters: dict[str, Any], expected: list[str]) -> None:
    created = stripe.send("POST", "customers", {"name": "Cyan"}).json["id"]
    stripe.send("POST", f"customers/{created}", {"name": "Teal"})
    stripe.send("DELETE", f"customers/{created}")
    assert [event["type"] for event in stripe.send("GET", "events", filters).json["data"]] == expected


@pytest.mark.parametrize(
    "filters",
    [{"types": "customer.created"}, {"types": ["x"] * 21}, {"type": "a", "types": ["b"]}],
)
def test_a_wrong_choice_of_types_is_refused(stripe: SmallStripe, filters: dict[str, Any]) -> None:
    stripe.send("POST", "customers", {"name": "Cyan"})
    assert stripe.send("GET", "events", dict(reversed(filters.items()))).error == (400, None, "types")


@pytest.mark.parametrize(("age_s", "kept"), [(30 * 86_400, True), (30 * 86_400 + 1, False)])
def test_events_are_listed_for_thirty_days(stripe: SmallStripe, age_s: int, kept: bool) -> None:
    stripe.send("POST", "customers", {"name": "Cyan"})
    stripe.now_s += age_s
    assert bool(stripe.send("GET", "events").ids) is kept


def test_ids_are_replaced_by_their_objects_where_expanded(stripe: SmallStripe) -> None:
    stripe.charge(100)
    page = stripe.send("GET", "charges", {"expand": ["data.customer"]}).json["data"][0]
    single = stripe.send("GET", "charges/ch_One", {"expand": ["customer", "payment_intent"]}).json
    assert page["customer"]["email"] == single["customer"]["email"] == "acme@x.example"
    assert single["payment_intent"] == "pi_ch_One"
    assert stripe.send("GET", "charges/ch_One").json["customer"] == "cus_Acme"


def test_a_charge_shows_its_refunds_only_when_expanded(stripe: SmallStripe) -> None:
    stripe.charge(1000)
    for amount in (100, 200):
        stripe.now_s += 1
        stripe.send("POST", "refunds", {"charge": "ch_One", "amount": amount})
    shown = stripe.send("GET", "charges/ch_One", {"expand": ["refunds"]}).json["refunds"]
    assert "refunds" not in stripe.send("GET", "charges/ch_One").json
    assert [refund["amount"] for refund in shown["data"]] == [200, 100]


def test_an_invoice_shows_its_payments_only_when_expanded(stripe: SmallStripe) -> None:
    _subscribed(stripe)
    invoice = next(iter(stripe.store.objects["invoices"].values()))
    payment = shapes.invoice_payment("inpay_One", invoice, "pi_One")
    stripe.store.put("invoice_payments", payment)
    shown = stripe.send("GET", f"invoices/{invoice['id']}", {"expand": ["payments"]}).json
    assert [one["payment"]["payment_intent"] for one in shown["payments"]["data"]] == ["pi_One"]


def test_what_the_stand_in_keeps_for_itself_is_not_shown(stripe: SmallStripe) -> None:
    session = stripe.session().json
    assert not [name for name in session if name.startswith("_")]
    stripe.store.put("coupons", {**catalogue.coupon("c", NOW_S, "once"), "_applies_to": {"products": ["prod_Plan"]}})
    assert stripe.send("GET", "coupons/c", {"expand": ["applies_to"]}).json["applies_to"] == {"products": ["prod_Plan"]}


@pytest.mark.parametrize("path", ["discounts", "shoes", "customers/cus_Acme/shoes", "checkout", "", "customers/a/b/c"])
def test_an_unknown_address_is_a_404_with_its_path(stripe: SmallStripe, path: str) -> None:
    answer = stripe.send("GET", path)
    assert answer.error == (404, None, None)
    assert answer.message == f"Unrecognized request URL (GET: /v1/{path})."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"a=1&b[c]=2", {"a": "1", "b": {"c": "2"}}),
        (b"e[]=x&e[]=y", {"e": ["x", "y"]}),
        (b"e[1]=y&e[0]=x", {"e": ["x", "y"]}),
        (b"l[0][price]=p&l[0][quantity]=2&l[1][price]=q", {"l": [{"price": "p", "quantity": "2"}, {"price": "q"}]}),
        (b"e[10]=k&e[9]=j", {"e": ["j", "k"]}),
        (b"a=", {"a": ""}),
        (b"", {}),
    ],
)
def test_form_encoding_becomes_nested_values(text: bytes, expected: dict[str, Any]) -> None:
    assert parse_body(text) == expected


_names = st.text("abcdefgh", min_size=1, max_size=5)
_nested = st.recursive(
    st.text(max_size=8),
    lambda inner: st.dictionaries(_names, inner, min_size=1, max_size=3) | st.lists(inner, min_size=1, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(_names, _nested, max_size=4))
def test_what_is_encoded_is_read_back(value: dict[str, Any]) -> None:
    assert parse_pairs(flat(value)) == value


def test_a_value_cannot_be_both_text_and_object(stripe: SmallStripe) -> None:
    answer = stripe.send("POST", "customers", {"metadata": "x", "metadata[a]": "y"}, key=SECRET)
    assert answer.status == 400
