"""How Stripe's objects are kept, whom they speak of, and what an event says is to be read again."""

import json
from typing import Any

import pytest

from journeydesk.services.payments.rows import changed_by, payer_facts, stored_object
from journeydesk.storage.payments.stripe_payers import PayerFacts

AT = 1_779_181_500
MOMENT = "2026-05-19T09:05:00.000Z"


def test_an_object_is_kept_with_all_it_says() -> None:
    thing = {
        "object": "charge",
        "id": "ch_1",
        "customer": "cus_1",
        "created": AT,
        "amount": 500,
        "currency": "eur",
        "status": "failed",
    }
    kept = stored_object(thing)
    assert (kept.kind, kept.id, kept.payer, kept.created) == ("charge", "ch_1", "cus_1", MOMENT)
    assert (kept.amount_minor, kept.currency, kept.status) == (500, "EUR", "failed")
    assert json.loads(kept.data) == thing


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ({"amount": 0, "amount_paid": 5}, 0),
        ({"amount_paid": 5, "amount_total": 6}, 5),
        ({"amount": None, "amount_total": 6}, 6),
        ({}, None),
    ],
)
def test_the_first_amount_that_is_said_is_kept(amounts: dict[str, Any], expected: int | None) -> None:
    assert stored_object({"object": "invoice", "id": "in_1"} | amounts).amount_minor == expected


def test_a_deleted_customer_is_kept_as_deleted() -> None:
    kept = stored_object({"object": "customer", "id": "cus_1", "deleted": True})
    assert (kept.status, kept.payer, kept.created, kept.currency) == ("deleted", "cus_1", None, None)


def customer(**more: Any) -> dict[str, Any]:
    return {"object": "customer", "id": "cus_1", "created": AT} | more


@pytest.mark.parametrize(
    ("thing", "facts"),
    [
        (customer(email="a@x"), PayerFacts("cus_1", "a@x", None, MOMENT, True, 7)),
        (customer(), PayerFacts("cus_1", None, None, MOMENT, False, 7)),
        (customer(deleted=True), PayerFacts("cus_1", None, None, MOMENT, True, 7)),
        (customer(metadata={"prospect": "B-1"}), PayerFacts("cus_1", None, "B-1", MOMENT, False, 7)),
        ({"object": "refund", "id": "re_1", "charge": "ch_1"}, None),
        ({"object": "charge", "id": "ch_1", "customer": "cus_1", "receipt_email": "a@x", "created": AT}, PayerFacts("cus_1")),
        (
            {"object": "charge", "id": "ch_1", "payment_intent": "pi_1", "receipt_email": "a@x", "created": AT},
            PayerFacts("pi_1", "a@x", None, MOMENT),
        ),
        (
            {
                "object": "checkout.session",
                "id": "cs_1",
                "customer": "cus_1",
                "status": "complete",
                "customer_details": {"email": "a@x"},
            },
            PayerFacts("cus_1", "a@x"),
        ),
        (
            {
                "object": "checkout.session",
                "id": "cs_1",
                "customer": "cus_1",
                "status": "open",
                "customer_details": {"email": "a@x"},
            },
            PayerFacts("cus_1"),
        ),
    ],
    ids=range(9),
)
def test_an_object_says_of_its_payer_what_it_may(thing: dict[str, Any], facts: PayerFacts | None) -> None:
    assert payer_facts(thing, 7) == facts


@pytest.mark.parametrize(
    ("thing", "named"),
    [
        ({"object": "charge", "id": "ch_1"}, [("charge", "ch_1")]),
        ({"object": "refund", "id": "re_1", "charge": "ch_1"}, [("refund", "re_1"), ("charge", "ch_1")]),
        ({"object": "dispute", "id": "dp_1", "charge": None}, [("dispute", "dp_1")]),
        ({"object": "payment_intent", "id": "pi_1", "latest_charge": "ch_1"}, [("charge", "ch_1")]),
        ({"object": "invoice_payment", "id": "inpay_1", "invoice": "in_1"}, [("invoice", "in_1")]),
        ({"object": "discount", "id": "di_1", "customer": "cus_1", "subscription": None}, [("customer", "cus_1")]),
        ({"object": "discount", "id": "di_1", "customer": None, "subscription": "sub_1"}, [("subscription", "sub_1")]),
        ({"object": "product", "id": "prod_1"}, []),
        ({"object": "charge", "id": None}, []),
        ({}, []),
    ],
    ids=range(10),
)
def test_an_event_names_what_is_to_be_read_again(thing: dict[str, Any], named: list[tuple[str, str]]) -> None:
    assert changed_by({"data": {"object": thing}}) == named
