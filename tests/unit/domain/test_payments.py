"""Net paid by its definition, rule by rule; no money counted twice (docs/rules.md, "Net paid";
docs/services.md, "Stripe: MRR and net paid")."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.payments.net_paid import is_payment, kept_of, lost_in, net_paid, paid_off_stripe

Json = dict[str, Any]


def charge(amount: int = 1000, refunded: int = 0, currency: str = "eur", **more: Any) -> Json:
    base = {"status": "succeeded", "captured": True, "amount": amount, "amount_captured": amount}
    return base | {"amount_refunded": refunded, "currency": currency} | more


def invoice(paid: int, *payments: Json, due: int | None = None, **more: Any) -> Json:
    base = {"status": "paid", "amount_paid": paid, "amount_due": paid if due is None else due, "currency": "eur"}
    return base | {"payments": {"data": list(payments)}} | more


def paid_by(kind: str, amount: int, status: str = "paid") -> Json:
    return {"amount_paid": amount, "status": status, "payment": {"type": kind}}


def test_only_what_was_captured_counts_less_what_was_refunded() -> None:
    assert kept_of(charge(1000, 300)) == 700
    assert kept_of(charge(1000, amount_captured=600)) == 600
    assert kept_of(charge(1000, 1000)) == 0


@pytest.mark.parametrize("more", [{"status": "failed"}, {"status": "pending"}, {"captured": False}])
def test_what_brought_no_money_is_no_payment(more: Json) -> None:
    assert not is_payment(charge(**more))
    assert net_paid([charge(**more)], []) == {}


@pytest.mark.parametrize(
    "status",
    ["won", "needs_response", "under_review", "warning_needs_response", "warning_under_review", "warning_closed", "prevented"],
)
def test_only_a_lost_dispute_costs_anything(status: str) -> None:
    assert lost_in({"status": status, "amount": 400, "currency": "eur"}) == 0
    assert lost_in({"status": "lost", "amount": 400, "currency": "eur"}) == 400


def test_an_invoice_paid_through_stripe_counts_by_its_charge_alone() -> None:
    billed = invoice(1000, paid_by("payment_intent", 1000))
    assert paid_off_stripe(billed) == 0
    assert net_paid([charge(1000)], [], [billed]) == {"EUR": 1000}


def test_an_invoice_paid_elsewhere_counts_by_what_stripe_says() -> None:
    assert paid_off_stripe(invoice(1000, amount_paid_off_stripe=1000)) == 1000
    assert paid_off_stripe(invoice(1000, paid_by("payment_intent", 400), amount_paid_off_stripe=600)) == 600
    assert paid_off_stripe(invoice(0, status="open", amount_paid_off_stripe=250)) == 250


def test_otherwise_it_is_what_payments_through_stripe_leave() -> None:
    assert paid_off_stripe(invoice(1000)) == 1000
    assert paid_off_stripe(invoice(1000, paid_by("charge", 400), paid_by("payment_record", 600))) == 600
    assert paid_off_stripe(invoice(1000, paid_by("payment_intent", 1000, "canceled"))) == 1000


def test_a_balance_that_covered_an_invoice_is_no_new_money() -> None:
    assert paid_off_stripe(invoice(1000, due=0)) == 0


def test_an_unpaid_or_unknown_invoice_adds_nothing() -> None:
    assert paid_off_stripe(invoice(1000, status="open")) == 0
    unknown = invoice(1000)
    del unknown["payments"]
    assert paid_off_stripe(unknown) == 0


AMOUNT = st.integers(0, 10**9)
CHARGES = st.lists(
    st.tuples(AMOUNT, AMOUNT, st.sampled_from(["eur", "jpy", "kwd", "isk"])).map(
        lambda t: charge(max(t[0], t[1]), min(t[0], t[1]), t[2])
    )
)


@given(CHARGES, CHARGES)
def test_net_paid_of_all_is_the_sum_over_customers(one: list[Json], other: list[Json]) -> None:
    whole, first, second = net_paid([*one, *other], []), net_paid(one, []), net_paid(other, [])
    assert whole == {code: first.get(code, 0) + second.get(code, 0) for code in {*first, *second}}
    assert all(amount >= 0 for amount in whole.values())


@given(CHARGES)
def test_losing_every_charge_after_its_refund_leaves_nothing(charges: list[Json]) -> None:
    lost = [{"status": "lost", "amount": kept_of(one), "currency": one["currency"]} for one in charges]
    assert all(amount == 0 for amount in net_paid(charges, lost).values())


@pytest.mark.parametrize(
    ("paid", "credited", "refunds", "net"),
    [
        (1000, 1000, [], 0),
        (1000, 400, [], 600),
        (1000, 2000, [], 0),
        (1000, 0, [], 1000),
        # Half through Stripe and refunded there: that half is read off the charge, not twice.
        (500, 500, [500], 500),
        (500, 1000, [500], 0),
        (500, 300, [0], 200 + 500),
    ],
)
def test_a_credit_note_gives_back_what_was_paid_elsewhere(paid: int, credited: int, refunds: list[int], net: int) -> None:
    payments = [paid_by("payment_intent", 500) for _ in refunds]
    for payment in payments:
        payment["payment"]["payment_intent"] = "pi_1"
    charges = [charge(500, amount_refunded=back, payment_intent="pi_1") for back in refunds]
    billed = invoice(1000, *payments, amount_paid_off_stripe=paid, post_payment_credit_notes_amount=credited)
    assert net_paid(charges, [], [billed]).get("EUR", 0) == net
