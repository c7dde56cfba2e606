"""Which currency a cell or a title says."""

from decimal import Decimal

import pytest

from journeydesk.domain.written.currencies import FileMoney, currency_said, currency_titled


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1,250.00", None),
        ("(1.250,00)", None),
        ("12'500", None),
        ("5e3", None),
        ("n. c.", None),
        ("€ 12.500", "EUR"),
        ("12 500 €", "EUR"),
        ("EUR 12.500", "EUR"),
        ("usd 5", "USD"),
        ("US$ 5", "USD"),
        ("C$5", "CAD"),
        ("£5", "GBP"),
        ("120 zł", "PLN"),
        ("Kč 120", "CZK"),
        ("-€5", "EUR"),
        ("Fr. 12", "CHF"),
        ("XYZ 5", None),
    ],
)
def test_a_cell_says_its_currency_by_code_or_sign(text: str, said: str | None) -> None:
    assert currency_said(text, "EUR") == said


@pytest.mark.parametrize(
    ("text", "meant", "said"),
    [("$5", "EUR", "USD"), ("$5", "CAD", "CAD"), ("kr 5", "NOK", "NOK"), ("5 kr", "EUR", "SEK"), ("¥5", "CNY", "CNY")],
)
def test_a_sign_that_several_share_is_the_one_that_is_meant(text: str, meant: str, said: str) -> None:
    assert currency_said(text, meant) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Budget (USD)", "USD"),
        ("Est. Revenue €", "EUR"),
        ("Budget in CHF", "CHF"),
        ("Estimated Revenue", None),
        ("All time", None),
        ("Top lei", None),
    ],
)
def test_a_title_says_it_in_capitals_or_by_a_sign(title: str, said: str | None) -> None:
    assert currency_titled(title) == said


def test_an_amount_is_converted_to_cents_the_teams_own_is_not() -> None:
    money = FileMoney("USD", "EUR", {"USD": Decimal("0.9137")})
    assert money.in_team("1000", Decimal(1000)) == Decimal("913.70")
    assert money.in_team("€ 10.005", Decimal("10.005")) == Decimal("10.005")
    with pytest.raises(KeyError, match="GBP"):
        money.in_team("£ 5", Decimal(5))
