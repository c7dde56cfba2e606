"""Numbers as files write them, and what a column of them decides."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.written.numbers import DecimalMark, decide_mark, parse_number, whole_percents


@pytest.mark.parametrize(
    ("text", "mark", "number", "percent"),
    [
        ("12.500", ".", "12.5", False),
        ("12.500", ",", "12500", False),
        ("1.250,00", ",", "1250", False),
        ("€1,250.00", ".", "1250", False),
        ("€ 1.250,00", ",", "1250", False),
        ("1 250 €", ",", "1250", False),
        ("12'500.50", ".", "12500.5", False),
        ("EUR 5", ".", "5", False),
        ("US$ 5", ".", "5", False),
        ("(5)", ".", "-5", False),
        ("-€5", ".", "-5", False),
        ("5-", ".", "-5", False),
        ("−4.000,00", ",", "-4000", False),
        ("50 %", ".", "50", True),
        ("12,5%", ",", "12.5", True),
        ("4.93012E+11", ".", "493012000000", False),
        (".5", ".", "0.5", False),
    ],
)
def test_a_number_is_read_as_it_is_written(text: str, mark: str, number: str, percent: bool) -> None:
    assert parse_number(text, mark) == (Decimal(number), percent)


@pytest.mark.parametrize(
    "text", ["", "abc", "n. c.", "1,2,3", "1.2.3", "--5", "(-5)", "1 2", "nan", "Infinity", "$", "=1+1", "1+1", "5 5 %"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_number(text)


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["12.500", "1.250,00"], DecimalMark(",")),
        (["€1,250.00", "€990.50"], DecimalMark(".")),
        (["1.234.567"], DecimalMark(",")),
        (["12.5"], DecimalMark(".")),
        (["0,500"], DecimalMark(",")),
        (["12.500"], DecimalMark(open=True)),
        (["1,5", "1.5"], DecimalMark(open=True)),
        (["100", "5", ""], DecimalMark()),
    ],
)
def test_a_column_decides_its_decimal_mark(cells: list[str], mark: DecimalMark) -> None:
    assert decide_mark(cells) == mark


@given(
    number=st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False),
    mark=st.sampled_from(".,"),
    sign=st.sampled_from(["", "€ ", "$", " CHF", " kr"]),
)
def test_a_grouped_amount_is_read_back(number: Decimal, mark: str, sign: str) -> None:
    written = f"{number:,.2f}"
    if mark == ",":
        written = written.translate(str.maketrans(",.", ".,"))
    written = sign + written if not sign.startswith(" ") else written + sign
    assert parse_number(written, mark)[0] == number
    assert decide_mark([written]).mark == mark


@pytest.mark.parametrize(
    ("cells", "whole"), [(["50", "0.5"], True), (["0.5", "1", ""], False), (["50%", "0.2"], False), (["x", "-20"], True)]
)
def test_percents_without_a_sign_say_together_what_they_are(cells: list[str], whole: bool) -> None:
    assert whole_percents(cells) is whole
