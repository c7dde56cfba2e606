"""What people type into fields: months, and numbers whose decimal mark is their own."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.written.dates import parse_month
from journeydesk.domain.written.numbers import typed_number

TODAY = date(2026, 5, 19)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2026-05", "2026-05-01"),
        ("2026/5", "2026-05-01"),
        ("5/2026", "2026-05-01"),
        ("05.2026", "2026-05-01"),
        ("May 2026", "2026-05-01"),
        ("nov. 25", "2025-11-01"),
        ("Mai 2026", "2026-05-01"),
        ("mayo de 2026", "2026-05-01"),
        ("März", "2026-03-01"),
        ("June", "2025-06-01"),
        (" May ", "2026-05-01"),
    ],
)
def test_a_month_is_read_as_people_write_it(text: str, first: str) -> None:
    assert parse_month(text, TODAY).isoformat() == first


@pytest.mark.parametrize("text", ["", "2026", "13/2026", "2026-00", "Aprilish", "May 1026", "next", "05-19", "22 May 2026"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a|has the year|has no"):
        parse_month(text, TODAY)


@given(st.decimals(0, 10**9, places=2, allow_nan=False), st.sampled_from(",."))
def test_a_number_in_groups_is_read_by_its_own_mark(number: Decimal, mark: str) -> None:
    shown = f"{number:,.2f}".translate({ord(","): "." if mark == "," else ",", ord("."): mark})
    assert typed_number(shown, mark) == number


@pytest.mark.parametrize(
    ("text", "mark", "number"), [("0,5", ".", "0.5"), ("0.5", ",", "0.5"), ("1,200", ".", "1200"), ("1,200", ",", "1.2")]
)
def test_a_mark_that_can_only_be_one_thing_is_that(text: str, mark: str, number: str) -> None:
    assert typed_number(text, mark) == Decimal(number)


@pytest.mark.parametrize("text", ["", "much", "1.2.3,4", "NaN", "12 %"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        typed_number(text)
