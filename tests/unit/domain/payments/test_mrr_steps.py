"""Each change of a payer's MRR, read off subscriptions and invoices."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.payments.mrr_steps import MrrStep, mrr_steps
from journeydesk.domain.payments.subscriptions import mrr

DAY = 86_400
MONTH = 30 * DAY


def price(amount: int, interval: str = "month", count: int = 1) -> dict[str, Any]:
    recurring = {"interval": interval, "interval_count": count, "usage_type": "licensed"}
    return {"id": f"price_{amount}", "unit_amount": amount, "recurring": recurring}


def subscription(amount: int, *, start: int = 0, status: str = "active", currency: str = "eur", **more: Any) -> dict[str, Any]:
    items = {"data": [{"quantity": more.pop("quantity", 1), "price": more.pop("price", price(amount)), "discounts": []}]}
    fixed = {"id": "sub_1", "status": status, "created": start, "start_date": start, "currency": currency, "customer": "cus_1"}
    return fixed | {"items": items} | more


def invoice(at: int, subtotal: int, *, reason: str = "subscription_cycle", sub: str = "sub_1", **more: Any) -> dict[str, Any]:
    parent = {"subscription_details": {"subscription": sub}}
    return {
        "id": f"in_{at}",
        "created": at,
        "subtotal": subtotal,
        "billing_reason": reason,
        "parent": parent,
        "status": "paid",
    } | more


def line(amount: int, start: int, end: int, *, proration: bool = False, price_id: str = "price_1") -> dict[str, Any]:
    parent = {"subscription_item_details": {"proration": proration}}
    pricing = {"price_details": {"price": price_id}}
    return {"amount": amount, "period": {"start": start, "end": end}, "parent": parent, "pricing": pricing}


def steps(*subscriptions: dict[str, Any], invoices: tuple[dict[str, Any], ...] = (), **more: Any) -> list[tuple[int, int, int]]:
    found = mrr_steps({"subscription": subscriptions, "invoice": invoices, **more})
    return [(step.at, step.minor, step.change) for step in found]


def test_a_subscription_begins_with_its_start() -> None:
    assert mrr_steps({"subscription": [subscription(4_900, start=7)]}) == [MrrStep(7, "EUR", 4_900, 4_900)]


def test_a_trial_adds_nothing_until_it_is_over() -> None:
    assert steps(subscription(4_900, status="trialing", trial_end=9 * DAY)) == []
    assert steps(subscription(4_900, trial_end=9 * DAY)) == [(9 * DAY, 4_900, 4_900)]


def test_an_ended_one_is_taken_away_when_it_ended() -> None:
    assert steps(subscription(4_900, status="canceled", ended_at=MONTH)) == [(0, 4_900, 4_900), (MONTH, 0, -4_900)]


def test_one_that_ended_within_its_trial_never_was() -> None:
    assert steps(subscription(4_900, status="canceled", trial_end=2 * MONTH, ended_at=MONTH)) == []


def test_an_upgrade_stands_from_the_invoice_that_bills_it() -> None:
    billed = (invoice(0, 4_900, reason="subscription_create"), invoice(MONTH, 4_900), invoice(2 * MONTH, 9_900))
    assert steps(subscription(9_900), invoices=billed) == [(0, 4_900, 4_900), (2 * MONTH, 9_900, 5_000)]


def test_a_downgrade_is_less_and_a_discount_kept_counts_throughout() -> None:
    coupon = {"duration": "forever", "percent_off": 20}
    sold = subscription(4_900, discounts=[{"source": {"coupon": coupon}}])
    billed = (invoice(0, 9_900), invoice(MONTH, 4_900))
    assert steps(sold, invoices=billed) == [(0, 7_920, 7_920), (MONTH, 3_920, -4_000)]


def test_lines_say_more_than_a_subtotal() -> None:
    year = 365 * DAY
    lines = {"data": [line(49_000, MONTH, MONTH + year), line(-2_450, 0, MONTH, proration=True)]}
    billed = (invoice(0, 4_900, lines={"data": [line(4_900, 0, MONTH)]}), invoice(MONTH, 46_550, lines=lines))
    sold = subscription(49_000, price=price(49_000, "year"))
    assert steps(sold, invoices=billed) == [(0, 4_900, 4_900), (MONTH, 4_083, -817)]


def test_one_that_replaces_another_at_once_is_one_step() -> None:
    old = subscription(4_900, status="canceled", ended_at=MONTH)
    new = subscription(9_900, start=MONTH, id="sub_2")
    assert steps(old, new) == [(0, 4_900, 4_900), (MONTH, 9_900, 5_000)]


def test_currencies_never_mix() -> None:
    found = mrr_steps({"subscription": [subscription(4_900), subscription(15_800, id="sub_2", currency="jpy")]})
    assert [(step.currency, step.minor) for step in found] == [("EUR", 4_900), ("JPY", 15_800)]


def test_an_unpaid_one_counts_until_what_is_owed() -> None:
    billed = (invoice(0, 4_900), invoice(MONTH, 4_900, status="open"))
    assert steps(subscription(4_900, status="unpaid"), invoices=billed) == [(0, 4_900, 4_900), (MONTH, 0, -4_900)]


statuses = st.sampled_from(("active", "past_due", "trialing", "unpaid", "canceled", "incomplete"))
sold = st.builds(
    lambda n, amount, status, start, ended, quantity, currency, interval: subscription(
        amount,
        start=start,
        status=status,
        currency=currency,
        quantity=quantity,
        id=f"sub_{n}",
        price=price(amount, interval),
        ended_at=start + ended if status == "canceled" else None,
        trial_end=start + DAY if status == "trialing" else None,
    ),
    st.integers(1, 3),
    st.integers(1, 99_999),
    statuses,
    st.integers(0, 300).map(lambda day: day * DAY),
    st.integers(1, 300).map(lambda day: day * DAY),
    st.integers(1, 4),
    st.sampled_from(("eur", "jpy", "kwd")),
    st.sampled_from(("month", "year", "week", "day")),
)
billed = st.builds(
    lambda n, day, subtotal, status: invoice(day * DAY, subtotal, sub=f"sub_{n}", status=status),
    st.integers(1, 3),
    st.integers(0, 400),
    st.integers(0, 99_999),
    st.sampled_from(("paid", "open")),
)


@given(st.lists(sold, max_size=4, unique_by=lambda each: each["id"]), st.lists(billed, max_size=8))
def test_the_steps_add_up_to_the_mrr_of_today(subscriptions: list[dict[str, Any]], invoices: list[dict[str, Any]]) -> None:
    found = mrr_steps({"subscription": subscriptions, "invoice": invoices})
    now = {code: minor for code, minor in mrr(subscriptions).items() if minor}
    sums: dict[str, int] = {}
    for step in found:
        sums[step.currency] = sums.get(step.currency, 0) + step.change
        assert sums[step.currency] == step.minor >= 0
        assert step.change
    assert {code: minor for code, minor in sums.items() if minor} == now
    assert len({(step.currency, step.at) for step in found}) == len(found)
