"""Dates and times as files write them, and what a column of them decides."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.written.dates import DayOrder, decide_order, parse_day, parse_instant

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "order", "instant"),
    [
        ("5/22/2026 2:30pm", "mdy", "2026-05-22T12:30:00"),
        ("1/1/2026 12:05 a.m.", "mdy", "2025-12-31T23:05:00"),
        ("22.05.26", "dmy", "2026-05-21T22:00:00"),
        ("22.05.69", "dmy", "2069-05-21T22:00:00"),
        ("46164", "dmy", "2026-05-21T22:00:00"),
        ("46164.5", "dmy", "2026-05-22T10:00:00"),
        ("2026-03-29T02:30", "dmy", "2026-03-29T01:30:00"),
        ("2026-05-22 14:30:15.123456+02:00", "dmy", "2026-05-22T12:30:15.123456"),
        ("20260522T143015Z", "dmy", "2026-05-22T14:30:15"),
        ("05 Mar 2026", "dmy", "2026-03-04T23:00:00"),
        ("March 5, 2026", "dmy", "2026-03-04T23:00:00"),
        ("1. März 2026", "dmy", "2026-02-28T23:00:00"),
        ("2009-07-14 22:14:45+0800", "dmy", "2009-07-14T14:14:45"),
        ("07/14/2009 14:14:45+0200", "mdy", "2009-07-14T12:14:45"),
    ],
)
def test_an_instant_is_read_as_it_is_written(text: str, order: str, instant: str) -> None:
    assert parse_instant(text, BERLIN, order) == datetime.fromisoformat(instant).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "order", "reason"),
    [
        ("2026-05-22Tgarbage", "dmy", "garbage"),
        ("0022-05-22", "dmy", "year 22"),
        ("9999-12-31T23:59:59-14:00", "dmy", "year 9999"),
        ("20261301", "dmy", "no month 13"),
        ("31.11.2026", "dmy", "no day 31"),
        ("00.12.2026", "dmy", "no day 0"),
        ("22/5/2026", "mdy", "no month 22"),
        ("5/22/2026", "dmy", "no month 22"),
        ("2026-05-22 24:00", "dmy", "time of day"),
        ("2026-05-22 13:00pm", "dmy", "no hour 13"),
        ("2009-07-14T14:14:45 EST", "dmy", "EST"),
        ("2026-05-22T14:00+19:00", "dmy", "offset"),
        ("5 Foo 2026", "dmy", "Foo"),
        ("12345", "dmy", "not a date"),
        ("soon", "dmy", "not a date"),
        ("", "dmy", "not a date"),
    ],
)
def test_what_is_no_instant_is_refused_with_its_reason(text: str, order: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_instant(text, BERLIN, order)


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["05/06/2026", "22/5/2026"], DayOrder("dmy")),
        (["05/06/2026", "5/22/2026"], DayOrder("mdy")),
        (["05/06/2026"], DayOrder(open=True)),
        (["05/05/2026"], DayOrder()),
        (["05.06.2026"], DayOrder()),
        (["22/5/2026", "5/22/2026"], DayOrder(open=True)),
        (["2026-05-06", ""], DayOrder()),
    ],
)
def test_a_column_decides_the_order_of_day_and_month(cells: list[str], order: DayOrder) -> None:
    assert decide_order(cells) == order


@given(
    days=st.lists(st.dates(date(1970, 1, 1), date(2069, 12, 31)), min_size=1, max_size=30),
    sign=st.sampled_from("/.-"),
    order=st.sampled_from(["dmy", "mdy"]),
    short=st.booleans(),
)
def test_a_column_of_days_is_read_back(days: list[date], sign: str, order: str, short: bool) -> None:
    form = sign.join(("%d", "%m") if order == "dmy" else ("%m", "%d")) + sign + ("%y" if short else "%Y")
    cells = [day.strftime(form) for day in days]
    if any(day.day > 12 for day in days):
        assert decide_order(cells) == DayOrder(order)
    assert [parse_day(cell, order) for cell in cells] == days
