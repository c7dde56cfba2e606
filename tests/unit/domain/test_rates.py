"""Several currencies beside each other, and together by the rate table (docs/rules.md, "Money")."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.money import Money
from journeydesk.domain.payments.exchange_rates import parse_currency, parse_rate, summed

RATES = {"USD": Decimal("0.92"), "JPY": Decimal("0.0061"), "KWD": Decimal("3.01")}


def test_sums_stand_per_currency_and_together_by_the_rates() -> None:
    found = summed([Money(1000, "USD"), Money(500, "EUR"), Money(1000, "JPY"), Money(1000, "USD")], RATES, "EUR")
    assert found.per_currency == (Money(500, "EUR"), Money(1000, "JPY"), Money(2000, "USD"))
    # 5.00 + 1000 × 0.0061 + 20.00 × 0.92
    assert found.together == Money(2950, "EUR")
    assert found.missing == ()


def test_a_currency_without_a_rate_is_named_and_nothing_is_mixed() -> None:
    found = summed([Money(1000, "USD"), Money(500, "CHF")], RATES, "EUR")
    assert (found.together, found.missing) == (None, ("CHF",))
    assert found.known == summed([amount for amount in found.per_currency if amount.currency != "CHF"], RATES, "EUR").together
    assert found.per_currency == (Money(500, "CHF"), Money(1000, "USD"))


def test_no_money_is_nothing_in_the_teams_currency() -> None:
    assert summed([], RATES, "EUR").together == Money(0, "EUR")


@given(st.lists(st.tuples(st.integers(-(10**9), 10**9), st.sampled_from(["EUR", "USD", "JPY", "KWD"])), max_size=30))
def test_the_order_changes_no_sum_and_rounding_happens_once(amounts: list[tuple[int, str]]) -> None:
    money = [Money(minor, code) for minor, code in amounts]
    forth, back = summed(money, RATES, "EUR"), summed(money[::-1], RATES, "EUR")
    assert forth == back
    assert forth.together is not None
    exact = sum((one.major * RATES.get(one.currency, Decimal(1)) for one in money), Decimal(0))
    assert abs(forth.together.major - exact) <= Decimal("0.005")


@pytest.mark.parametrize(
    ("text", "mark", "rate"),
    [
        ("0.92", ".", "0.92"),
        (" 0,92 ", ".", "0.92"),
        ("0.92", ",", "0.92"),
        ("1000000", ".", "1000000"),
        ("1,250", ".", "1250"),
        ("1,250", ",", "1.25"),
        ("1.250", ",", "1250"),
    ],
)
def test_a_rate_is_a_number_above_nothing(text: str, mark: str, rate: str) -> None:
    assert parse_rate(text, mark) == Decimal(rate)


@pytest.mark.parametrize("text", ["", "0", "-1", "NaN", "Infinity", "1e7", "0.000000001", "much"])
def test_a_wrong_rate_is_refused_with_its_field(text: str) -> None:
    with pytest.raises(ValueRefused, match="Rate:"):
        parse_rate(text)


def test_a_currency_is_its_code() -> None:
    assert parse_currency(" usd ") == "USD"
    for text in ("US", "dollar", "ＵＳＤ", "12$"):
        with pytest.raises(ValueRefused, match="Currency:"):
            parse_currency(text)
