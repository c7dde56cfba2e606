"""The budget: never more than the limit in any second, the pause is everybody's, the month is shared out."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.sync.budget import Pace
from journeydesk.sync.quota import days_left, interval_minutes, quota_of, walk_allowed


@given(st.lists(st.floats(0, 3), min_size=1, max_size=60), st.integers(1, 8))
def test_no_second_ever_sees_more_than_the_limit(gaps: list[float], limit: int) -> None:
    now = [0.0]
    pace = Pace(limit, lambda: now[0], lambda seconds: None)
    sent = []
    for gap in gaps:
        now[0] += gap
        now[0] += pace.wait_seconds()
        sent.append(now[0])
    for first, later in zip(sent, sent[limit:], strict=False):
        assert later - first >= 1.0


def test_requests_in_a_row_go_at_nearly_the_full_pace() -> None:
    now = [0.0]
    pace = Pace(5, lambda: now[0], lambda seconds: None)
    for _ in range(500):
        now[0] += pace.wait_seconds()
    assert now[0] <= 500 / 5 * 1.05


def test_a_pause_is_kept_by_every_request_and_never_shorter_than_thirty_seconds() -> None:
    now = [0.0]
    pace = Pace(5, lambda: now[0], lambda seconds: None)
    pace.pause(3)
    assert pace.wait_seconds() == 30
    pace.pause(45)
    assert pace.wait_seconds() >= 45


def test_without_a_limit_of_our_own_nothing_waits_but_for_a_pause() -> None:
    pace = Pace(0, lambda: 0.0, lambda seconds: None)
    assert [pace.wait_seconds() for _ in range(100)] == [0.0] * 100
    pace.pause(1)
    assert pace.wait_seconds() == 30


@pytest.mark.parametrize(
    ("plan", "used", "idle", "minutes"),
    [
        ("Business", 10**9, 10, 5),
        ("Team", 0, 1, 5),
        ("Team", 0, 10, 8.64),
        ("Free", 0, 1, 86.4),
        ("Free", 800, 1, 345.6),
        ("Team", 80_000, 1, 20),
        ("Team", 95_000, 1, None),
        ("Free", 950, 1, None),
    ],
)
def test_the_interval_follows_the_plan(plan: str, used: int, idle: int, minutes: float | None) -> None:
    found = interval_minutes(5, quota_of(plan), used, idle)
    assert found == (None if minutes is None else pytest.approx(minutes))


def test_a_walk_that_is_only_a_precaution_takes_no_more_than_a_fiftieth_of_what_is_left() -> None:
    assert walk_allowed(20, 1000, 0)
    assert not walk_allowed(21, 1000, 0)
    assert not walk_allowed(1, 1000, 1000)
    assert walk_allowed(10**6, None, 10**9)


def test_days_left_are_told_only_where_the_calls_do_not_last_the_month() -> None:
    middle = datetime(2026, 5, 10, 0, 0, tzinfo=UTC)
    assert days_left(1000, 500, middle) == 9
    assert days_left(1000, 100, middle) is None
    assert days_left(None, 10**6, middle) is None
