"""The budget: never more than the limit in any second, the pause is everybody's, the month is shared out."""

import threading
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.quota import days_left, interval_minutes, walk_allowed
from journeydesk.remote.opening import quota_of
from journeydesk.sync.budget import Pace


class Clock:
    """Seconds that pass only when it is told so."""

    def __init__(self) -> None:
        self.at = 0.0

    def now(self) -> float:
        """The time."""
        return self.at

    def turn_on(self, seconds: float) -> None:
        """Lets time pass."""
        self.at += seconds


@given(st.lists(st.tuples(st.floats(0, 3), st.floats(0, 2), st.floats(0, 2)), min_size=1, max_size=60), st.integers(1, 8))
def test_no_second_of_the_service_ever_sees_more_than_the_limit(requests: list[tuple[float, float, float]], limit: int) -> None:
    clock = Clock()
    pace = Pace(limit, clock.now, clock.turn_on)
    arrived = []
    for before, there, back in requests:
        clock.turn_on(before)
        with pace.turn():
            clock.turn_on(there)
            arrived.append(clock.at)
            clock.turn_on(back)
    for first, later in zip(arrived, arrived[limit:], strict=False):
        assert later - first >= 1.0


def test_requests_in_a_row_go_at_nearly_the_full_pace() -> None:
    clock = Clock()
    pace = Pace(5, clock.now, clock.turn_on)
    for _ in range(500):
        with pace.turn():
            clock.turn_on(0.01)
    assert clock.at <= 500 / 5 * 1.05


def test_a_request_under_way_keeps_its_place_until_it_is_answered() -> None:
    clock = Clock()
    pace = Pace(1, clock.now, clock.turn_on)
    with pace.turn():
        answered, asked = threading.Event(), threading.Event()

        def sleep(seconds: float) -> None:
            asked.set()
            answered.wait(10)
            clock.turn_on(seconds)

        pace.sleep = sleep
        other = threading.Thread(target=lambda: pace.turn().__enter__())
        other.start()
        assert asked.wait(10)
        clock.turn_on(4)
    answered.set()
    other.join(10)
    assert clock.at == pytest.approx(5.0, abs=0.1)


def test_a_pause_is_kept_by_every_request() -> None:
    clock = Clock()
    pace = Pace(5, clock.now, clock.turn_on)
    pace.pause(30)
    with pace.turn():
        assert clock.at == 30
    pace.pause(45)
    with pace.turn():
        assert clock.at == 75


def test_without_a_limit_of_our_own_nothing_waits_but_for_a_pause() -> None:
    clock = Clock()
    pace = Pace(0, clock.now, clock.turn_on)
    for _ in range(100):
        with pace.turn():
            assert clock.at == 0
    pace.pause(1)
    with pace.turn():
        assert clock.at == 1


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


def test_a_precaution_takes_a_fiftieth_of_what_is_left() -> None:
    assert walk_allowed(20, 1000, 0)
    assert not walk_allowed(21, 1000, 0)
    assert not walk_allowed(1, 1000, 1000)
    assert walk_allowed(10**6, None, 10**9)


def test_days_left_are_told_only_where_calls_do_not_last() -> None:
    middle = datetime(2026, 5, 10, 0, 0, tzinfo=UTC)
    assert days_left(1000, 500, middle) == 9
    assert days_left(1000, 100, middle) is None
    assert days_left(None, 10**6, middle) is None


def test_after_a_refusal_the_pace_is_halved_and_grows_back() -> None:
    clock = Clock()
    pace = Pace(4, clock.now, clock.turn_on)
    pace.pause(10)
    assert sent_within_a_second(pace, clock) == 2
    clock.at = 10 + 65
    assert sent_within_a_second(pace, clock) == 3
    clock.at = 10 + 600
    assert sent_within_a_second(pace, clock) == 4


def test_the_pace_is_never_below_one_a_second() -> None:
    clock = Clock()
    pace = Pace(2, clock.now, clock.turn_on)
    for _ in range(5):
        pace.pause(1)
    clock.at += 1
    assert sent_within_a_second(pace, clock) == 1


def test_a_shorter_pause_ends_no_longer_one() -> None:
    clock = Clock()
    pace = Pace(5, clock.now, clock.turn_on)
    pace.pause(30)
    pace.pause(2)
    with pace.turn():
        assert clock.at == pytest.approx(30)


def test_an_unknown_plan_counts_as_the_default_one() -> None:
    assert quota_of("Team") == 100_000
    assert quota_of("Nonsense") == quota_of("Team")
    assert quota_of("Business") is None


def test_a_slower_timer_begins_exactly_at_four_fifths() -> None:
    assert interval_minutes(5, 100_000, 79_999, 1) == 5
    assert interval_minutes(5, 100_000, 80_000, 1) == 20
    assert interval_minutes(5, 100_000, 94_999, 1) == 20
    assert interval_minutes(5, 100_000, 95_000, 1) is None


def test_a_walk_may_cost_exactly_a_fiftieth_of_the_rest() -> None:
    assert walk_allowed(10, 1000, 500)
    assert not walk_allowed(11, 1000, 500)
    assert walk_allowed(0, 1000, 1000)
    assert not walk_allowed(1, 1000, 2000)


def test_days_left_follow_the_pace_of_the_month_so_far() -> None:
    first = datetime(2026, 5, 1, 11, 0, tzinfo=UTC)
    assert days_left(100, 50, first) == 0
    assert days_left(1000, 50, first) == 9
    assert days_left(1000, 0, first) is None
    last = datetime(2026, 5, 30, 23, 0, tzinfo=UTC)
    assert days_left(3000, 2999, last) == 0
    assert days_left(4000, 2900, last) is None


def sent_within_a_second(pace: Pace, clock: Clock) -> int:
    sent, began = 0, None
    while True:
        with pace.turn():
            began = clock.at if began is None else began
            if clock.at - began >= 1.0:
                return sent
            sent += 1
