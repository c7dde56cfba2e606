"""Typed values out of a settings file: which fit, and what is said of one that does not."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.errors import SettingError
from journeydesk.domain.settings.numbers import Number, decimal, read_number, share, value_of, whole
from journeydesk.domain.settings.reader import Reader

Read = Callable[[Reader], Any]

GOOD: list[tuple[str, Read, object, object]] = [
    ("text", lambda r: r.text("x"), "News", "News"),
    ("yes", lambda r: r.yes("x", False), True, True),
    ("no", lambda r: r.yes("x", True), False, False),
    ("the least", lambda r: r.whole("x", 1, 5), 1, 1),
    ("the most", lambda r: r.whole("x", 1, 5), 5, 5),
    ("the least number", lambda r: r.number("x", 0.5, 2), 0.5, 0.5),
    ("the most number", lambda r: r.number("x", 0.5, 2), 2, 2.0),
    ("texts", lambda r: r.texts("x"), ["a", "b"], ("a", "b")),
    ("no texts", lambda r: r.texts("x"), [], ()),
    ("choices", lambda r: r.choices("x", frozenset("abc")), ["b", "a"], frozenset("ab")),
    ("steps", lambda r: r.steps("x"), {"80": 3, "280": 50}, ((80, 3), (280, 50))),
    ("points", lambda r: r.table("x").points(9), {"a": 0, "b": 9}, {"a": 0, "b": 9}),
    ("tables", lambda r: [t.text("a") for t in r.tables("x")], [{"a": "1"}, {"a": "2"}], ["1", "2"]),
]

BAD: list[tuple[Read, object, str, str]] = [
    (lambda r: r.text("x"), "", "t.x", "a text"),
    (lambda r: r.text("x"), 5, "t.x", "a text"),
    (lambda r: r.text("x"), None, "t.x", "a text"),
    (lambda r: r.yes("x", True), 1, "t.x", "true or false"),
    (lambda r: r.yes("x", True), "yes", "t.x", "true or false"),
    (lambda r: r.whole("x", 1, 5), 0, "t.x", "a whole number from 1 to 5"),
    (lambda r: r.whole("x", 1, 5), 6, "t.x", "a whole number from 1 to 5"),
    (lambda r: r.whole("x", 0, 5), 1.0, "t.x", "a whole number from 0 to 5"),
    (lambda r: r.whole("x", 0, 5), True, "t.x", "a whole number from 0 to 5"),
    (lambda r: r.whole("x", 0, 5), "3", "t.x", "a whole number from 0 to 5"),
    (lambda r: r.number("x", 0.5, 2), 0.49, "t.x", "a number from 0.5 to 2"),
    (lambda r: r.number("x", 0.5, 2), 2.01, "t.x", "a number from 0.5 to 2"),
    (lambda r: r.number("x", 0, 2), False, "t.x", "a number from 0 to 2"),
    (lambda r: r.number("x", 0, 2), "1", "t.x", "a number from 0 to 2"),
    (lambda r: r.number("x", 0, 2), float("nan"), "t.x", "a number from 0 to 2"),
    (lambda r: r.texts("x"), "a", "t.x", "a list of texts"),
    (lambda r: r.texts("x"), ["a", 1], "t.x", "a list of texts"),
    (lambda r: r.choices("x", frozenset("ba")), ["a", "z", "y"], "t.x", "any of a, b"),
    (lambda r: r.table("x"), [], "t.x", "a table"),
    (lambda r: r.table("x").text("y"), {"y": 3}, "t.x.y", "a text"),
    (lambda r: r.tables("x"), {"a": 1}, "t.x", "a list of tables"),
    (lambda r: r.tables("x"), [{"a": 1}, 2], "t.x", "a list of tables"),
    (lambda r: [t.text("a") for t in r.tables("x")], [{"a": "1"}, {"a": 2}], "t.x 2.a", "a text"),
    (lambda r: r.steps("x"), {"a": 3}, "t.x", "whole numbers with their points"),
    (lambda r: r.steps("x"), {"80": 51}, "t.x.80", "a whole number from 0 to 50"),
    (lambda r: r.table("x").points(9), {"a": 10}, "t.x.a", "a whole number from 0 to 9"),
    (lambda r: r.table("x").points(9), {"a": -1}, "t.x.a", "a whole number from 0 to 9"),
]


@pytest.mark.parametrize(("read", "value", "result"), [row[1:] for row in GOOD], ids=[row[0] for row in GOOD])
def test_a_value_that_fits_is_read_in_its_own_type(read: Read, value: object, result: object) -> None:
    answer = read(Reader({"x": value}, "t"))
    assert answer == result
    assert type(answer) is type(result) or isinstance(result, dict)


@pytest.mark.parametrize(("read", "value", "key", "allowed"), BAD)
def test_a_value_that_does_not_fit_names_its_key_and_what_does(read: Read, value: object, key: str, allowed: str) -> None:
    with pytest.raises(SettingError) as refusal:
        read(Reader({"x": value}, "t"))
    assert (refusal.value.key, refusal.value.allowed) == (key, allowed)


@pytest.mark.parametrize("read", [row[0] for row in BAD if row[1] not in (True, False) and "true" not in row[3]])
def test_a_value_that_is_not_there_is_refused_alike(read: Read) -> None:
    with pytest.raises(SettingError) as refusal:
        read(Reader({}, "t"))
    assert (refusal.value.key, refusal.value.value) == ("t.x", None)


@given(st.integers(-50, 50), st.integers(-50, 50), st.integers(-100, 100))
def test_a_whole_number_is_taken_exactly_within_its_range(least: int, most: int, value: int) -> None:
    reader = Reader({"x": value})
    if value in range(least, most + 1):
        assert reader.whole("x", least, most) == value
        assert reader.number("x", least, most) == value
    else:
        with pytest.raises(SettingError) as refusal:
            reader.whole("x", least, most)
        assert refusal.value.span == (least, most)


def test_the_sentence_names_key_value_and_remedy() -> None:
    with pytest.raises(SettingError) as refusal:
        Reader({"days": 0}, "alerts").whole("days", 1, 9)
    assert str(refusal.value) == (
        "The setting alerts.days is 0; allowed is a whole number from 1 to 9. The default is used until it is corrected."
    )


def test_a_switch_that_is_not_given_has_its_default() -> None:
    assert [Reader({}).yes("x", default) for default in (True, False)] == [True, False]


def test_the_key_of_the_outermost_table_has_no_prefix() -> None:
    assert (Reader({}).key("team"), Reader({}, "team").key("name")) == ("team", "team.name")


def test_a_reader_says_what_its_table_has() -> None:
    reader = Reader({"a": 1, "b": None})
    assert reader.items() == [("a", 1), ("b", None)]
    assert [reader.has(name) for name in "abc"] == [True, True, False]


NUMBERS: list[tuple[Number[Any], str, str]] = [
    (whole("alerts.days", 1, 9, "For", "days"), "whole", "days"),
    (decimal("alerts.times", 1, 9, "Times"), "decimal", ""),
    (share("alerts.part", 0, 1, "Below"), "share", "%"),
]


@pytest.mark.parametrize(("number", "kind", "unit"), NUMBERS, ids=lambda part: part if isinstance(part, str) else part.key)
def test_a_number_knows_its_table_kind_and_unit(number: Number[Any], kind: str, unit: str) -> None:
    assert (number.table, number.kind, number.unit) == ("alerts", kind, unit)


@pytest.mark.parametrize("number", [row[0] for row in NUMBERS], ids=lambda number: number.key)
def test_a_number_is_read_from_least_to_most_and_no_further(number: Number[Any]) -> None:
    name = number.key.partition(".")[2]
    for value in (number.least, number.most):
        assert read_number(Reader({name: value}, "alerts"), number) == value
    for value in (number.least - 1, number.most + 1):
        with pytest.raises(SettingError):
            read_number(Reader({name: value}, "alerts"), number)


def test_only_a_whole_number_refuses_a_fraction() -> None:
    days, times, part = (row[0] for row in NUMBERS)
    assert read_number(Reader({"times": 2.5}), times) == 2.5
    assert read_number(Reader({"part": 0.25}), part) == 0.25
    with pytest.raises(SettingError):
        read_number(Reader({"days": 2.5}), days)


def test_a_value_comes_in_the_type_of_its_number() -> None:
    days, times, _ = (row[0] for row in NUMBERS)
    values = {"alerts.days": 3.0, "alerts.times": 2}
    assert (value_of(values, days), type(value_of(values, days))) == (3, int)
    assert (value_of(values, times), type(value_of(values, times))) == (2.0, float)
