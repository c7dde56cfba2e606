"""Properties that payments arithmetic keeps whatever the amounts: nothing below nothing, parts make up the whole, order says nothing."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.payments.customer_matching import Evidence, email_of, is_customer_id, match, payer_of, reference_of
from journeydesk.domain.payments.discounts import (
    Line,
    after_item_discounts,
    after_subscription_discounts,
    amount_off,
    forever_coupon,
    is_for,
    kept_share,
)
from journeydesk.domain.payments.exchange_rates import parse_currency, parse_rate
from journeydesk.domain.payments.lifetime_value import LARGEST_LTV_MINOR, new_ltv, parse_ltv
from journeydesk.domain.payments.subscriptions import billed_quantity, decimal_amount, periods_a_month, tiered_amount

AMOUNT = st.integers(0, 10**9).map(Fraction)
PERCENT = st.integers(0, 100)


def discount(**coupon: Any) -> dict[str, Any]:
    return {"source": {"coupon": {"duration": "forever"} | coupon}}


@pytest.mark.parametrize(
    "found",
    [None, "di_1", 7, [], {}, {"source": None}, {"source": "x"}, {"source": {"coupon": "co_1"}}, {"source": {"coupon": {}}}],
)
def test_what_is_no_lasting_coupon_takes_nothing_off(found: object) -> None:
    assert forever_coupon(found) is None
    assert after_item_discounts(Fraction(1000), [found], "prod_1", "eur") == 1000


@pytest.mark.parametrize(
    ("percent", "share"), [(None, 1), (0, 1), (25, Fraction(3, 4)), ("12.5", Fraction(7, 8)), (100, 0), (150, 0)]
)
def test_a_percent_leaves_its_share(percent: object, share: Fraction) -> None:
    assert kept_share({"percent_off": percent}) == share


@pytest.mark.parametrize(
    ("coupon", "off"),
    [
        ({"amount_off": 500, "currency": "eur"}, 500),
        ({"amount_off": 500, "currency": "usd"}, 0),
        ({"amount_off": 500, "currency": "usd", "currency_options": {"eur": {"amount_off": 400}}}, 400),
        ({"currency_options": {"eur": {}}}, 0),
        ({"currency_options": None}, 0),
        ({}, 0),
    ],
)
def test_a_fixed_coupon_takes_off_what_it_says_for_a_currency(coupon: dict[str, Any], off: int) -> None:
    assert amount_off(coupon, "eur") == off


@pytest.mark.parametrize(
    ("applies", "product", "expected"),
    [
        (None, "a", True),
        ({}, "a", True),
        ({"products": []}, "a", True),
        ({"products": ["a"]}, "a", True),
        ({"products": ["a"]}, "b", False),
    ],
)
def test_a_coupon_is_for_all_unless_it_names_products(applies: object, product: str, expected: bool) -> None:
    assert is_for({"applies_to": applies}, product) is expected


@given(
    AMOUNT,
    st.lists(
        st.one_of(PERCENT.map(lambda p: discount(percent_off=p)), PERCENT.map(lambda a: discount(amount_off=a, currency="eur")))
    ),
)
def test_discounts_keep_an_item_between_nothing_and_itself(amount: Fraction, discounts: list[Any]) -> None:
    assert 0 <= after_item_discounts(amount, discounts, "prod_1", "eur") <= amount


@given(AMOUNT, st.lists(PERCENT))
def test_percents_come_off_in_any_order(amount: Fraction, percents: list[int]) -> None:
    there = [discount(percent_off=percent) for percent in percents]
    assert after_item_discounts(amount, there, "p", "eur") == after_item_discounts(amount, there[::-1], "p", "eur")


LINES = st.lists(
    st.tuples(AMOUNT, st.sampled_from([Fraction(1), Fraction(1, 12), Fraction(52, 12)]), st.sampled_from("ab")), max_size=5
)


@given(LINES, st.integers(0, 10**9))
def test_a_fixed_amount_comes_off_once_over_all_lines(rows: list[tuple[Fraction, Fraction, str]], off: int) -> None:
    lines = [Line(*row) for row in rows]
    left = after_subscription_discounts(lines, [discount(amount_off=off, currency="eur")], "eur")
    before, after = (sum((line.monthly for line in some), Fraction(0)) for some in (lines, left))
    most = max((line.periods for line in lines), default=Fraction(0))
    assert after == (max(Fraction(0), before - off * most) if before else 0)
    assert [(line.periods, line.product) for line in left] == [(line.periods, line.product) for line in lines]


@given(LINES, PERCENT)
def test_a_coupon_for_a_product_leaves_the_other_lines(rows: list[tuple[Fraction, Fraction, str]], percent: int) -> None:
    lines = [Line(*row) for row in rows]
    coupon = discount(percent_off=percent, applies_to={"products": ["a"]})
    left = after_subscription_discounts(lines, [coupon], "eur")
    for line, kept in zip(lines, left, strict=True):
        assert kept.monthly == (line.monthly * (100 - percent) / 100 if line.product == "a" else line.monthly)


@pytest.mark.parametrize(
    ("interval", "count", "periods"),
    [
        ("month", None, 1),
        ("month", 3, Fraction(1, 3)),
        ("year", 1, Fraction(1, 12)),
        ("week", 2, Fraction(26, 12)),
        ("day", 1, Fraction(365, 12)),
    ],
)
def test_periods_are_counted_by_the_month(interval: str, count: int | None, periods: Fraction) -> None:
    assert periods_a_month({"interval": interval, "interval_count": count}) == periods


@given(st.integers(0, 10**6), st.integers(1, 1000))
def test_a_quantity_rounds_up_or_down_to_whole_packs(quantity: int, divisor: int) -> None:
    up, down = (billed_quantity(quantity, {"divide_by": divisor, "round": how}) for how in ("up", "down"))
    assert down * divisor <= quantity <= up * divisor
    assert up - down == (1 if quantity % divisor else 0)


@pytest.mark.parametrize(
    ("holder", "amount"),
    [
        ({"unit_amount": 5}, 5),
        ({"unit_amount": 5, "unit_amount_decimal": "0.25"}, Fraction(1, 4)),
        ({"unit_amount": None, "unit_amount_decimal": "0"}, 0),
        ({}, None),
    ],
)
def test_the_exact_amount_goes_before_the_whole_one(holder: dict[str, Any], amount: Fraction | None) -> None:
    assert decimal_amount(holder, "unit_amount") == amount


@given(
    st.integers(0, 500),
    st.lists(st.integers(1, 100), min_size=1, max_size=4),
    st.lists(st.integers(0, 1000), min_size=5, max_size=5),
)
def test_more_units_never_cost_less_by_graduated_tiers(quantity: int, widths: list[int], prices: list[int]) -> None:
    tops = [sum(widths[: place + 1]) for place in range(len(widths))]
    tiers = [{"up_to": top, "unit_amount": price} for top, price in zip([*tops, None], prices, strict=False)]
    cost, one_more = (tiered_amount(tiers, "graduated", units) for units in (quantity, quantity + 1))
    unit = next(tier["unit_amount"] for tier in tiers if tier["up_to"] is None or quantity + 1 <= tier["up_to"])
    assert one_more - cost == unit


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("0", 0),
        ("0.00", 0),
        ("1", 100),
        ("+1.5", 150),
        (".5", 50),
        ("12.340", 1234),
        (" 10000 ", LARGEST_LTV_MINOR),
        ("10000.00", LARGEST_LTV_MINOR),
    ],
)
def test_an_ltv_is_read_in_cents(text: str, cents: int) -> None:
    assert parse_ltv(text) == cents


@pytest.mark.parametrize("text", ["", ".", "-1", "1.005", "10000.01", "1e3", "1,50", "9999999999", "NaN", "١", "1 000"])
def test_an_ltv_out_of_range_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused, match=r"0\.00 to 10,000\.00"):
        parse_ltv(text)


@pytest.mark.parametrize(
    ("status", "before", "after"), [("CUSTOMER", 500, 700), ("CUSTOMER", None, 200), ("PROSPECT", 500, 200), (None, None, 200)]
)
def test_an_ltv_adds_up_for_a_customer_only(status: str | None, before: int | None, after: int) -> None:
    assert new_ltv(status, before, 200) == after


@pytest.mark.parametrize("text", ["", "EU", "EURO", "E1R", "ÉUR", "E R", "XXQ", "USB"])
def test_what_is_no_currency_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused):
        parse_currency(text)


@given(st.decimals("0.00000001", "1000000", places=8))
def test_every_rate_in_range_is_read_as_it_stands(rate: Decimal) -> None:
    assert parse_rate(f"{rate:f}") == rate
    assert parse_rate(f" {rate:f} ".replace(".", ",")) == rate


IDS = st.lists(st.integers(1, 5).map(RecordId), max_size=3)


@given(IDS, IDS, IDS)
def test_a_stronger_road_decides_whatever_the_weaker_say(by_id: Any, by_reference: Any, by_email: Any) -> None:
    prospect, how = match(Evidence(by_id, by_reference, by_email))
    if by_id:
        assert (prospect, how) == (by_id[0], "id")
    elif by_reference:
        assert (prospect, how) == (by_reference[0], "reference")
    else:
        assert (prospect, how) == ((by_email[0], "email") if len(by_email) == 1 else (None, "asked" if by_email else ""))


@given(IDS, IDS, IDS)
def test_a_persons_nobody_stands_below_the_id_alone(by_id: Any, by_reference: Any, by_email: Any) -> None:
    expected = (by_id[0], "id") if by_id else (None, "nobody")
    assert match(Evidence(by_id, by_reference, by_email, "nobody")) == expected


@pytest.mark.parametrize(
    ("payer", "expected"), [("cus_1aZ", True), ("cus_", False), ("pi_1", False), ("xcus_1", False), ("cus_1 ", False)]
)
def test_a_customer_is_told_from_a_guest(payer: str, expected: bool) -> None:
    assert is_customer_id(payer) is expected


@pytest.mark.parametrize(
    "thing",
    [
        {"object": "charge", "id": "ch_1", "customer": {"id": "cus_1"}},
        {"object": "charge", "id": "ch_1", "customer": 7, "payment_intent": None},
    ],
)
def test_a_customer_that_is_no_text_is_no_payer(thing: dict[str, Any]) -> None:
    assert payer_of(thing) == "ch_1"


@pytest.mark.parametrize(
    "thing",
    [
        {},
        {"metadata": None},
        {"metadata": "x"},
        {"metadata": {"prospect": ""}},
        {"object": "checkout.session", "client_reference_id": "B"},
    ],
)
def test_where_nothing_is_said_there_is_no_reference(thing: dict[str, Any]) -> None:
    assert reference_of(thing) is None


@pytest.mark.parametrize(
    "thing", [{}, {"email": None}, {"email": " "}, {"email": 7}, {"customer_details": "x"}, {"billing_details": None}]
)
def test_where_nothing_is_said_there_is_no_email(thing: dict[str, Any]) -> None:
    assert email_of(thing) is None
