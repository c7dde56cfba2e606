"""Stored moments, and the days of a zone."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.time import day_of, end_of, later, moment_of, moment_text, start_of

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = st.sampled_from([timezone(timedelta(hours=hours)) for hours in (-11, 0, 2, 14)])
MOMENTS = st.builds(lambda micro, zone: datetime.fromtimestamp(micro / 1e6, zone), st.integers(0, 4 * 10**15), ZONES)


@given(MOMENTS, MOMENTS)
def test_the_order_of_texts_is_the_order_of_time(first: datetime, second: datetime) -> None:
    texts = moment_text(first), moment_text(second)
    assert texts[0] <= texts[1] or first > second
    assert texts[0] >= texts[1] or first < second


@given(MOMENTS)
def test_a_moment_comes_back_to_the_millisecond(moment: datetime) -> None:
    cut = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    assert moment_of(moment_text(moment)) == cut
    assert moment_of(moment_text(moment)).tzinfo is UTC


def test_a_moment_is_written_in_utc_with_milliseconds() -> None:
    noon = datetime(2026, 5, 22, 14, 30, 5, 7_999, BERLIN)
    assert moment_text(noon) == "2026-05-22T12:30:05.007Z"


def test_a_text_without_offset_is_taken_as_utc() -> None:
    assert moment_of("2026-05-22T14:30:00") == datetime(2026, 5, 22, 14, 30, tzinfo=UTC)
    assert moment_of("2026-05-22T14:30:00+02:00") == datetime(2026, 5, 22, 12, 30, tzinfo=UTC)
    with pytest.raises(ValueError, match="soon"):
        moment_of("soon")


def test_later_counts_hours_whatever_clocks_do() -> None:
    at = "2026-03-28T12:00:00.000Z"
    assert later(at, days=1) == "2026-03-29T12:00:00.000Z"
    assert later(at, hours=2, minutes=3) == "2026-03-28T14:03:00.000Z"
    assert later(at, days=-1) == "2026-03-27T12:00:00.000Z"


def test_the_day_on_which_clocks_go_forward_has_23_hours() -> None:
    day = date(2026, 3, 29)
    assert start_of(day, BERLIN) == "2026-03-28T23:00:00.000Z"
    assert end_of(day, BERLIN) == "2026-03-29T22:00:00.000Z" == start_of(date(2026, 3, 30), BERLIN)


def test_a_moment_lies_on_the_day_of_its_zone() -> None:
    assert day_of("2026-05-22T22:30:00.000Z", BERLIN) == date(2026, 5, 23)
    assert day_of("2026-05-22T22:30:00.000Z", ZoneInfo("UTC")) == date(2026, 5, 22)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_day_begins_and_ends_on_itself(day: date) -> None:
    assert day_of(start_of(day, BERLIN), BERLIN) == day
    assert day_of(end_of(day, BERLIN), BERLIN) == day + timedelta(days=1)
