"""MRR by its definition, rule by rule (docs/rules.md, "MRR"; docs/services.md, "Stripe: MRR and net paid")."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.payments.discounts import Line, after_item_discounts, after_subscription_discounts
from journeydesk.domain.payments.subscriptions import (
    billed_quantity,
    counts,
    monthly_worth,
    mrr,
    period_amount,
    periods_a_month,
    tiered_amount,
)

Json = dict[str, Any]


def price(unit: int | str | None = 1200, interval: str = "month", count: int = 1, **more: Any) -> Json:
    recurring = {"interval": interval, "interval_count": count, "usage_type": more.pop("usage", "licensed")}
    amounts = {"unit_amount_decimal": unit, "unit_amount": None} if isinstance(unit, str) else {"unit_amount": unit}
    return (
        {"id": "price_1", "currency": "eur", "product": "prod_1", "billing_scheme": "per_unit", "recurring": recurring}
        | amounts
        | more
    )


def item(of: Json, quantity: int | None = 1, *coupons: Json) -> Json:
    return {"price": of, "quantity": quantity, "discounts": [discount(one) for one in coupons]}


def coupon(percent: float | None = None, off: int | None = None, duration: str = "forever", **more: Any) -> Json:
    return {"duration": duration, "percent_off": percent, "amount_off": off, "currency": "eur" if off else None} | more


def discount(of: Json) -> Json:
    return {"source": {"type": "coupon", "coupon": of}}


def subscription(*items: Json, coupons: tuple[Json, ...] = (), **more: Any) -> Json:
    base = {"id": "sub_1", "customer": "cus_1", "status": "active", "currency": "eur", "pause_collection": None}
    return base | {"items": {"data": list(items)}, "discounts": [discount(one) for one in coupons]} | more


def worth(*items: Json, coupons: tuple[Json, ...] = (), **more: Any) -> Fraction:
    return monthly_worth(subscription(*items, coupons=coupons, **more))


@pytest.mark.parametrize(
    ("interval", "count", "expected"),
    [
        ("month", 1, 1200),
        ("month", 3, 400),
        ("year", 1, 100),
        ("year", 2, 50),
        ("week", 1, 5200),
        ("week", 2, 2600),
        ("day", 1, 36500),
        ("day", 30, Fraction(36500, 30)),
    ],
)
def test_a_price_is_worth_its_month(interval: str, count: int, expected: Fraction) -> None:
    assert worth(item(price(1200, interval, count))) == expected
    assert periods_a_month({"interval": interval, "interval_count": count}) * 1200 == expected


@pytest.mark.parametrize(
    ("status", "counted"),
    [
        ("active", True),
        ("past_due", True),
        ("trialing", False),
        ("canceled", False),
        ("unpaid", False),
        ("paused", False),
        ("incomplete", False),
        ("incomplete_expired", False),
    ],
)
def test_only_active_and_past_due_subscriptions_count(status: str, counted: bool) -> None:
    assert counts({"status": status}) is counted
    assert mrr([subscription(item(price()), status=status)]) == ({"EUR": 1200} if counted else {})


def test_what_will_end_counts_and_what_is_paused_does_not() -> None:
    assert mrr([subscription(item(price()), cancel_at_period_end=True)]) == {"EUR": 1200}
    assert mrr([subscription(item(price()), pause_collection={"behavior": "void", "resumes_at": None})]) == {}


def test_quantities_multiply_and_none_is_one_but_zero_is_none() -> None:
    assert worth(item(price(), 3)) == 3600
    assert worth(item(price(), None)) == 1200
    assert worth(item(price(), 0)) == 0


def test_metered_single_and_free_prices_add_nothing() -> None:
    assert worth(item(price(usage="metered"), None), item(price(recurring=None)), item(price(0))) == 0


def test_fractions_of_a_minor_unit_are_kept_until_the_sum() -> None:
    assert worth(item(price("0.5"), 3)) == Fraction(3, 2)
    assert mrr([subscription(item(price("0.4"), 1)) for _ in range(5)]) == {"EUR": 2}
    assert period_amount(item(price("12.345678901234", unit_amount=12), 10), "eur") == Fraction(Decimal("123.45678901234"))


@pytest.mark.parametrize(("rounding", "expected"), [("up", 3), ("down", 2)])
def test_a_transformed_quantity_is_divided_and_rounded(rounding: str, expected: int) -> None:
    transform = {"divide_by": 10, "round": rounding}
    assert billed_quantity(25, transform) == expected
    assert billed_quantity(20, transform) == 2
    assert worth(item(price(500, transform_quantity=transform), 25)) == 500 * expected


TIERS: list[Json] = [
    {"up_to": 5, "unit_amount": 700, "flat_amount": 1000},
    {"up_to": 10, "unit_amount_decimal": "650.5", "flat_amount": None},
    {"up_to": None, "unit_amount": 600, "flat_amount_decimal": "50"},
]


@pytest.mark.parametrize(
    ("quantity", "volume", "graduated"),
    [
        (0, Fraction(1000), Fraction(1000)),
        (5, Fraction(4500), Fraction(4500)),
        (6, Fraction("3903"), Fraction("4500") + Fraction("650.5")),
        (10, Fraction("6505"), Fraction("4500") + 5 * Fraction("650.5")),
        (12, Fraction(7250), Fraction("4500") + 5 * Fraction("650.5") + 1200 + 50),
    ],
)
def test_tiers_bill_all_units_at_one_price_or_each_at_its_own(quantity: int, volume: Fraction, graduated: Fraction) -> None:
    assert tiered_amount(TIERS, "volume", quantity) == volume
    assert tiered_amount(TIERS, "graduated", quantity) == graduated
    tiered = price(None, billing_scheme="tiered", tiers_mode="volume", tiers=TIERS)
    assert worth(item(tiered, quantity)) == volume


@given(st.lists(st.tuples(st.integers(1, 50), st.integers(0, 1000)), min_size=1, max_size=5), st.integers(0, 300))
def test_graduated_tiers_are_the_sum_over_single_units(steps: list[tuple[int, int]], quantity: int) -> None:
    tiers: list[Json] = []
    top = 0
    for width, amount in steps:
        top += width
        tiers.append({"up_to": top, "unit_amount": amount})
    tiers[-1]["up_to"] = None

    def unit_price(number: int) -> int:
        return int(next(tier for tier in tiers if tier["up_to"] is None or number <= tier["up_to"])["unit_amount"])

    assert tiered_amount(tiers, "graduated", quantity) == sum(unit_price(number) for number in range(1, quantity + 1))
    assert tiered_amount(tiers, "volume", quantity) == unit_price(max(quantity, 1)) * quantity


@pytest.mark.parametrize("duration", ["once", "repeating"])
def test_a_discount_that_ends_leaves_mrr_as_it_is(duration: str) -> None:
    assert worth(item(price()), coupons=(coupon(50, duration=duration), coupon(off=500, duration=duration))) == 1200


def test_a_percent_discount_takes_its_share_at_either_level() -> None:
    assert worth(item(price()), item(price(800)), coupons=(coupon(25),)) == 1500
    assert worth(item(price(), 1, coupon(25)), item(price(800))) == 1700
    assert worth(item(price(), 1, coupon(33.33))) == 1200 * Fraction("0.6667")


def test_a_fixed_discount_comes_off_once_per_invoice_not_per_item() -> None:
    assert worth(item(price(), 2), item(price(800)), coupons=(coupon(off=500),)) == 2700
    assert worth(item(price(12_000, "year")), coupons=(coupon(off=1200),)) == 900
    assert worth(item(price(), 1, coupon(off=200)), item(price(800), 1, coupon(off=200))) == 1600


def test_no_discount_takes_more_than_there_is() -> None:
    assert worth(item(price()), coupons=(coupon(off=9999),)) == 0
    assert worth(item(price(), 1, coupon(off=9999)), item(price(800))) == 800
    assert worth(item(price()), coupons=(coupon(100), coupon(off=100))) == 0


def test_item_discounts_come_before_the_subscriptions() -> None:
    assert worth(item(price(), 1, coupon(off=200)), coupons=(coupon(50),)) == 500


def test_a_coupon_for_some_products_leaves_the_others() -> None:
    meant = coupon(50, applies_to={"products": ["prod_2"]})
    assert worth(item(price()), item(price(800, product="prod_2")), coupons=(meant,)) == 1600
    assert worth(item(price(), 1, meant)) == 1200


def test_a_fixed_coupon_counts_only_in_its_currencies() -> None:
    dollars = coupon(off=500, currency="usd")
    assert worth(item(price()), coupons=(dollars,)) == 1200
    assert worth(item(price()), coupons=(dollars | {"currency_options": {"eur": {"amount_off": 400}}},)) == 800


def test_a_foreign_price_counts_by_its_option() -> None:
    foreign = price(1200, currency_options={"usd": {"unit_amount": 1300, "unit_amount_decimal": "1300"}})
    assert mrr([subscription(item(foreign), currency="usd")]) == {"USD": 1300}
    assert mrr([subscription(item(price()), currency="usd")]) == {"USD": 0}


def test_a_customers_discount_holds_where_there_is_no_other() -> None:
    customers = {"cus_1": discount(coupon(50))}
    assert mrr([subscription(item(price()))], customers) == {"EUR": 600}
    assert mrr([subscription(item(price()), coupons=(coupon(10),))], customers) == {"EUR": 1080}


def test_an_item_whose_coupon_is_only_named_is_worth_its_price() -> None:
    named = item(price()) | {"discounts": ["di_1", {"source": {"coupon": "LAUNCH"}}]}
    assert worth(named) == 1200


def test_currencies_stand_apart_each_in_its_own_minor_units() -> None:
    yen = subscription(item(price(15_800, currency="jpy")), currency="jpy")
    dinar = subscription(item(price(16_500, currency="kwd")), currency="kwd")
    assert mrr([yen, dinar, subscription(item(price())), subscription(item(price()))]) == {
        "JPY": 15_800,
        "KWD": 16_500,
        "EUR": 2400,
    }


COUPONS = st.one_of(
    st.builds(lambda percent: coupon(percent=percent), st.integers(0, 100)),
    st.builds(lambda off: coupon(off=off), st.integers(1, 50_000)),
)
AMOUNTS = st.fractions(0, 100_000, max_denominator=100)


@given(
    st.lists(st.tuples(AMOUNTS, st.sampled_from([Fraction(1), Fraction(1, 12), Fraction(52, 12)])), max_size=4),
    st.lists(COUPONS, max_size=4),
)
def test_discounts_never_raise_an_amount_nor_take_it_below_nothing(
    amounts: list[tuple[Fraction, Fraction]], coupons: list[Json]
) -> None:
    lines = [Line(amount, periods, "prod_1") for amount, periods in amounts]
    discounts = [discount(one) for one in coupons]
    left = after_subscription_discounts(lines, discounts, "eur")
    assert all(0 <= after.monthly <= before.monthly for before, after in zip(lines, left, strict=True))
    for amount, _ in amounts:
        assert 0 <= after_item_discounts(amount, discounts, "prod_1", "eur") <= amount


@given(
    st.lists(st.tuples(st.integers(0, 100_000), st.sampled_from(["eur", "usd", "jpy", "kwd"])), max_size=12), st.integers(0, 12)
)
def test_the_mrr_of_all_is_the_sum_of_the_mrr_of_parts(given_prices: list[tuple[int, str]], cut: int) -> None:
    found = [subscription(item(price(amount, currency=code)), currency=code) for amount, code in given_prices]
    whole, first, second = mrr(found), mrr(found[:cut]), mrr(found[cut:])
    assert whole == {code: first.get(code, 0) + second.get(code, 0) for code in {*first, *second}}
