"""Airtable's formula language beside Python's own: arithmetic, comparison and joining of any values."""

import math
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.sandbox.test_formula_operators import value

_MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1))  # noqa: DTZ001 - the strategy takes naive bounds
_numbers = st.integers(0, 999).map(str) | st.decimals(0, 99, places=2, allow_nan=False).map(str)


def _expressions() -> st.SearchStrategy[str]:
    return st.recursive(
        _numbers,
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from("+-*"), inner).map("".join),
            inner.map(lambda text: f"({text})"),
            inner.map(lambda text: f"-{text}"),
        ),
        max_leaves=12,
    )


@given(_expressions())
def test_arithmetic_agrees_with_pythons(source: str) -> None:
    assert value(source.replace("--", "- -")) == pytest.approx(eval(source.replace("--", "- -"), {}), rel=1e-9, abs=1e-6)


@given(st.integers(-999, 999), st.integers(-999, 999))
def test_division_agrees_with_pythons(left: int, right: int) -> None:
    result = value(f"{left}/{right}")
    assert result == {"specialValue": "NaN"} if right == 0 else math.isclose(result, left / right)


@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from(["=", "!=", "<", ">", "<=", ">="]))
def test_texts_compare_as_python_compares_them(left: str, right: str, operator: str) -> None:
    oracle = {
        "=": left == right,
        "!=": left != right,
        "<": left < right,
        ">": left > right,
        "<=": left <= right,
        ">=": left >= right,
    }
    assert value(f"{_quoted(left)}{operator}{_quoted(right)}") is oracle[operator]


@given(st.lists(st.text(max_size=10), min_size=1, max_size=6))
def test_ampersands_join_texts_in_their_order(parts: list[str]) -> None:
    assert value("&".join(_quoted(part) for part in parts)) == "".join(parts)


@given(_MOMENTS, _MOMENTS)
def test_moments_compare_as_python_compares_them(left: datetime, right: datetime) -> None:
    source = f"DATETIME_PARSE('{left.isoformat()}')<DATETIME_PARSE('{right.replace(tzinfo=UTC).isoformat()}')"
    assert value(source) is (left < right)


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
