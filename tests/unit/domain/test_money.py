"""Amounts: exponents of every currency, exact sums, no mixing, conversion by a rate table (docs/rules.md, "Money";
docs/services.md, "Stripe: amounts")."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.config import default_settings
from journeydesk.domain import money
from journeydesk.domain.errors import Bug, SettingError
from journeydesk.domain.money import NO_DECIMALS, THREE_DECIMALS, Money, converted, exponent, of_hundredths, of_major, totals
from journeydesk.domain.settings import merged
from journeydesk.domain.settings.read import team_settings
from journeydesk.domain.territories import CURRENCY_OF

_CODES = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CLP CNY COP CRC "
    "CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR ISK JMD JOD JPY KES KGS "
    "KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR "
    "PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD STD SZL THB TJS TND TOP TRY TTD TWD TZS "
    "UAH UGX USD UYU UZS VND VUV WST XAF XCD XOF XPF YER ZAR ZMW"
)
STRIPE = _CODES.split()
CODES = st.sampled_from(STRIPE)
MINOR = st.integers(-(10**15), 10**15)
MONEY = st.builds(Money, MINOR, CODES)


@pytest.mark.parametrize("code", STRIPE)
def test_every_currency_has_its_own_number_of_decimals(code: str) -> None:
    decimals = 0 if code in NO_DECIMALS else 3 if code in THREE_DECIMALS else 2
    assert exponent(code) == exponent(code.lower()) == decimals
    assert of_major(Decimal(1), code).minor == 10**decimals


@pytest.mark.parametrize(
    ("code", "decimals"), [("JPY", 0), ("KWD", 3), ("EUR", 2), ("ISK", 2), ("UGX", 2), ("HUF", 2), ("TWD", 2)]
)
def test_the_special_ones_are_as_stripe_sends_them(code: str, decimals: int) -> None:
    assert exponent(code) == decimals


def test_no_currency_is_in_two_lists_and_all_are_stripes() -> None:
    assert not NO_DECIMALS & THREE_DECIMALS
    assert set(STRIPE) >= money.NO_DECIMALS | money.THREE_DECIMALS


def test_major_units_round_half_to_even_by_the_currencys_precision() -> None:
    assert of_major(Decimal("12.5"), "JPY").minor == 12
    assert of_major(Decimal("13.5"), "JPY").minor == 14
    assert of_major(Decimal("1.2345"), "KWD").minor == 1234
    assert Money(4180, "EUR").major == Decimal("41.80")


@given(MONEY)
def test_minor_to_major_and_back_is_the_same_amount(amount: Money) -> None:
    assert of_major(amount.major, amount.currency) == amount


@given(st.lists(MONEY), st.lists(MONEY))
def test_parts_sum_to_the_whole(some: list[Money], others: list[Money]) -> None:
    parts = [*totals(some).values(), *totals(others).values()]
    assert totals(parts) == totals([*some, *others])
    assert sum(money.minor for money in totals(some).values()) == sum(money.minor for money in some)


@given(st.lists(MONEY), st.randoms())
def test_the_order_of_a_sum_does_not_matter(amounts: list[Money], shuffler: Random) -> None:
    mixed = list(amounts)
    shuffler.shuffle(mixed)
    assert totals(mixed) == totals(amounts)


@given(MONEY, MONEY)
def test_no_sum_mixes_currencies(one: Money, other: Money) -> None:
    if one.currency == other.currency:
        assert (one + other).minor == one.minor + other.minor
    else:
        with pytest.raises(Bug, match="cannot be added"):
            one + other
    assert set(totals([one, other])) == {one.currency, other.currency}


@given(st.lists(MONEY, min_size=1), st.fractions(Fraction(1, 1000), 1000, max_denominator=1000))
def test_a_conversion_is_off_by_no_more_than_half_a_minor_unit(amounts: list[Money], rate: Fraction) -> None:
    table = {code: Decimal(rate.numerator) / Decimal(rate.denominator) for code in STRIPE}
    found = converted(amounts, table, "EUR")
    exact = sum(
        (Fraction(one.major) * (1 if one.currency == "EUR" else Fraction(table[one.currency])) for one in amounts), Fraction(0)
    )
    assert found is not None
    assert found.currency == "EUR"
    assert abs(found.minor - exact * 100) <= Fraction(1, 2)


def test_what_has_no_rate_is_not_converted() -> None:
    assert converted([Money(100, "EUR"), Money(100, "USD")], {}, "EUR") is None
    assert converted([Money(100, "EUR")], {}, "EUR") == Money(100, "EUR")
    assert converted([], {}, "EUR") == Money(0, "EUR")
    rates = {"JPY": Decimal("0.0061"), "KWD": Decimal("3")}
    assert converted([Money(15_800, "JPY"), Money(16_500, "KWD")], rates, "EUR") == Money(9638 + 4950, "EUR")


@pytest.mark.parametrize(
    ("override", "key"),
    [
        ({"rates": {"usd": 0.9}}, "payments.rates.usd"),
        ({"rates": {"USD": 0}}, "payments.rates.USD"),
        ({"rates": {"USD": "much"}}, "payments.rates.USD"),
        ({"grace_days": -1}, "payments.grace_days"),
    ],
)
def test_a_wrong_payment_setting_names_its_key(override: dict[str, object], key: str) -> None:
    with pytest.raises(SettingError) as wrong:
        team_settings(merged(default_settings(), {"payments": override}))
    assert wrong.value.key == key


def test_rates_and_grace_are_read_exactly() -> None:
    found = team_settings(merged(default_settings(), {"payments": {"rates": {"USD": 0.92}}})).payments
    assert (found.grace_days, found.rates["USD"]) == (14, Decimal("0.92"))


@pytest.mark.parametrize(("currency", "minor"), [("EUR", 12_550), ("JPY", 126), ("KWD", 125_500)])
def test_a_currency_field_keeps_hundredths_whatever_the_currency(currency: str, minor: int) -> None:
    assert of_hundredths(12_550, currency) == Money(minor, currency)


@pytest.mark.parametrize(("currency", "sign"), [("EUR", "€"), ("USD", "$"), ("PLN", "zł\u00a0"), ("KWD", "KWD\u00a0")])
def test_an_amount_begins_with_its_sign_or_its_code(currency: str, sign: str) -> None:
    assert money.sign(currency) == sign


def test_each_currency_is_paid_in_its_own_territory() -> None:
    expected = {
        "ES": "EUR",
        "BG": "EUR",
        "GB": "GBP",
        "JP": "JPY",
        "KW": "KWD",
        "CH": "CHF",
        "LI": "CHF",
        "SN": "XOF",
        "IN": "INR",
    }
    assert {place: CURRENCY_OF[place] for place in expected} == expected
    assert all(len(place) == 2 and len(code) == 3 and (place + code).isupper() for place, code in CURRENCY_OF.items())
    assert set(CURRENCY_OF.values()) >= NO_DECIMALS | THREE_DECIMALS


@pytest.mark.parametrize(
    ("minor", "currency", "words"),
    [
        (4_800_000, "EUR", "€48,000"),
        (4_750, "EUR", "€47.50"),
        (-1_200, "EUR", "−€12"),
        (31_600, "JPY", "¥31,600"),
        (1, "KWD", "KWD\u00a00.001"),
    ],
)
def test_decimals_are_written_only_where_there_are_some(minor: int, currency: str, words: str) -> None:
    assert money.in_few_words(Money(minor, currency)) == words
