"""Days in words become the days of today, and days of moments the team's own instants."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.errors import UserError
from journeydesk.domain.filters.bounds import Today, absolute
from journeydesk.domain.filters.filter import Filter, Value
from journeydesk.domain.filters.when import day_value, day_words, length_value, span_of

MONDAY = Today(date(2026, 11, 30), ZoneInfo("Europe/Madrid"))


@pytest.mark.parametrize(
    ("operator", "values", "becomes", "bounds"),
    [
        ("is", ("today",), "between", ("2026-11-30", "2026-11-30")),
        ("is", ("this month",), "between", ("2026-11-01", "2026-11-30")),
        ("is_not", ("last week",), "not_between", ("2026-11-23", "2026-11-29")),
        ("before", ("next Friday",), "before", ("2026-12-11",)),
        ("before", ("this month",), "before", ("2026-11-01",)),
        ("after", ("this month",), "after", ("2026-11-30",)),
        ("on_or_before", ("Friday",), "on_or_before", ("2026-12-04",)),
        ("on_or_after", ("this quarter",), "on_or_after", ("2026-10-01",)),
        ("between", ("yesterday", "next week"), "between", ("2026-11-29", "2026-12-13")),
        ("in_next", ("2 weeks",), "between", ("2026-11-30", "2026-12-14")),
        ("in_last", ("1 month",), "between", ("2026-10-30", "2026-11-30")),
        ("not_in_last", ("30 days",), "not_between", ("2026-10-31", "2026-11-30")),
        ("any_of", ("today", "2026-12-24"), "any_of", ("2026-11-30", "2026-12-24")),
        ("empty", (), "empty", ()),
    ],
)
def test_words_are_the_days_of_today(operator: str, values: tuple[Value, ...], becomes: str, bounds: tuple[Value, ...]) -> None:
    found = absolute(Filter("follow_up", operator, values), MONDAY)
    assert (found.operator, found.values) == (becomes, bounds)


@pytest.mark.parametrize(
    ("operator", "values", "becomes", "bounds"),
    [
        ("is", ("2026-05-19",), "between", ("2026-05-18T22:00:00.000Z", "2026-05-19T21:59:59.999Z")),
        ("before", ("2026-05-19",), "before", ("2026-05-18T22:00:00.000Z",)),
        ("after", ("2026-05-19",), "after", ("2026-05-19T21:59:59.999Z",)),
        ("on_or_after", ("2026-05-18T22:00:00.000Z",), "on_or_after", ("2026-05-18T22:00:00.000Z",)),
        ("not_in_last", ("2 weeks",), "not_between", ("2026-11-15T23:00:00.000Z", "2026-11-30T22:59:59.999Z")),
    ],
)
def test_days_of_moments_are_the_teams_own(
    operator: str, values: tuple[Value, ...], becomes: str, bounds: tuple[Value, ...]
) -> None:
    found = absolute(Filter("last_touch", operator, values), MONDAY)
    assert (found.operator, found.values) == (becomes, bounds)


@pytest.mark.parametrize(
    ("operator", "value"), [("before", "whenever"), ("in_next", "soon"), ("in_next", "999 years"), ("is", "")]
)
def test_what_is_no_day_says_how_to_write_one(operator: str, value: str) -> None:
    today = Today(date(9990, 1, 1), MONDAY.zone)
    with pytest.raises(UserError, match=r"Write it like"):
        absolute(Filter("follow_up", operator, (value,)), today)


def test_a_filter_on_anything_else_stays_as_it_is() -> None:
    for asked in (Filter("score", "between", (1, 2)), Filter("owner", "is", ("today",)), Filter("nowhere", "is", ("x",))):
        assert absolute(asked, MONDAY) == asked


@given(day=st.dates(date(1990, 1, 1), date(2090, 1, 1)), today=st.dates(date(2000, 3, 1), date(2080, 1, 1)), past=st.booleans())
def test_a_day_that_is_said_is_that_day(day: date, today: date, past: bool) -> None:
    assert day_value(day_words(day.isoformat(), today, past), today, past) == day.isoformat()


@given(today=st.dates(date(2000, 1, 1), date(2080, 1, 1)), words=st.text(max_size=20))
def test_any_words_are_a_day_or_none(today: date, words: str) -> None:
    found = day_value(words, today)
    if found is not None:
        first, last = span_of(found, today)
        assert first <= last
        assert day_value(day_words(found, today), today) == found
    length = length_value(words)
    assert length is None or length_value(length) == length
