"""Values in their three forms, and periods in time zones."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.catalogue import INTERACTIONS, PROSPECTS
from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.periods import MONTHS, add_months, month_of, parse_period, short_month, week_of
from journeydesk.domain.values import Wire, canonical, from_wire, parse_text, to_wire

REVENUE = PROSPECTS.by_slug["estimated_revenue"]


@given(st.integers(-(10**12), 10**12))
def test_money_goes_to_the_wire_and_back_to_the_cent(minor: int) -> None:
    assert from_wire(REVENUE, to_wire(REVENUE, minor, lambda *_: None), lambda *_: None) == minor


@given(st.text())
def test_the_canonical_form_is_final(text: str) -> None:
    once = canonical(PROSPECTS.by_slug["notes"], text)
    assert canonical(PROSPECTS.by_slug["notes"], once) == once


@pytest.mark.parametrize("empty", [None, "", [], False])
def test_missing_null_and_empty_are_one(empty: Wire) -> None:
    assert all(canonical(field, empty) is None for field in PROSPECTS.fields)


def test_a_link_to_a_record_without_a_remote_id_must_wait() -> None:
    with pytest.raises(LookupError):
        to_wire(INTERACTIONS.by_slug["prospect"], 5, lambda *_: None)


@pytest.mark.parametrize(
    ("slug", "text", "words"),
    [
        ("next_follow_up", "someday", "is not a date"),
        ("status", "Great", "is not a choice"),
        ("score", "3.5", "not a whole number"),
        ("estimated_revenue", "1.999", "more than two decimals"),
        ("company", "a\0b", "cannot be stored"),
    ],
)
def test_a_wrong_value_is_refused_with_its_field(slug: str, text: str, words: str) -> None:
    field = PROSPECTS.by_slug[slug]
    with pytest.raises(ValueRefused, match=words) as wrong:
        parse_text(field, text)
    assert wrong.value.field == field.name


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_each_day_is_in_its_period_and_periods_follow_each_other(day: date) -> None:
    for period in (week_of(day), month_of(day)):
        assert period.first <= day <= period.last
        assert period.previous().following() == period
        assert parse_period(period.name) == period


@pytest.mark.parametrize(("name", "hours"), [("2026-W13", 167), ("2026-W43", 169), ("2026-W20", 168)])
def test_a_week_in_which_clocks_change_is_an_hour_shorter_or_longer(name: str, hours: int) -> None:
    begins, ends = parse_period(name).bounds(ZoneInfo("Europe/Berlin"))
    assert (ends - begins).total_seconds() == hours * 3600


@pytest.mark.parametrize("text", ["2026-W54", "2026-13", "last week", "2026"])
def test_what_is_no_period_is_refused_with_the_way_to_write_one(text: str) -> None:
    with pytest.raises(UserError, match="2026-W46"):
        parse_period(text)


def test_a_period_lists_its_days_and_knows_its_neighbours() -> None:
    week, february = parse_period("2026-W53"), parse_period("2028-02")
    assert week.days() == [date(2026, 12, 28 + n) for n in range(4)] + [date(2027, 1, n) for n in (1, 2, 3)]
    assert (week.following().name, week.previous().name) == ("2027-W01", "2026-W52")
    assert (week.is_week, week.number) == (True, 53)
    assert len(february.days()) == 29
    assert (february.following().name, february.previous().name) == ("2028-03", "2028-01")
    assert (february.is_week, february.number) == (False, 2)


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 11, 15), 14, date(2028, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 5, 20), 0, date(2026, 5, 20)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_one(day: date, count: int, then: date) -> None:
    assert add_months(day, count) == then


def test_months_are_named_in_order() -> None:
    assert [MONTHS[0], MONTHS[8], MONTHS[11]] == ["January", "September", "December"]
    assert [short_month(date(2026, month, 1)) for month in (1, 5, 9, 12)] == ["Jan", "May", "Sep", "Dec"]
