"""Buckets: what fits, what has to wait and how long, and that it never pays to come with many names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.webhooks.links import sealed, unsealed
from journeydesk.domain.webhooks.rates import Buckets, Rate


def test_a_burst_is_taken_and_the_next_waits() -> None:
    buckets = Buckets(Rate(burst=3, per_second=0.5))
    assert [buckets.take("a", 0.0) for _ in range(4)] == [0, 0, 0, 2]
    assert buckets.take("b", 0.0) == 0
    assert buckets.wait("a", 0.0) == 2
    assert buckets.wait("a", 2.0) == 0
    assert buckets.take("a", 2.0) == 0
    assert buckets.take("a", 2.0) == 2


def test_a_batch_larger_than_what_is_left_is_owed() -> None:
    buckets = Buckets(Rate(burst=100, per_second=100))
    assert buckets.take("key", 0.0, 200) == 0
    assert buckets.take("key", 0.0) == 2
    assert buckets.take("key", 1.02) == 0


@given(st.lists(st.tuples(st.floats(0, 2), st.integers(1, 3)), min_size=1, max_size=60))
def test_no_pace_gets_more_than_burst_and_rate(steps: list[tuple[float, int]]) -> None:
    buckets = Buckets(Rate(burst=5, per_second=2))
    now, taken = 0.0, 0
    for pause, count in steps:
        now += pause
        taken += count if buckets.take("a", now, count) == 0 else 0
    # Of the last batch all but one may be owed.
    assert taken <= 5 + 2 * now + 2 + 1e-6


def test_a_clock_that_goes_back_gives_nothing() -> None:
    buckets = Buckets(Rate(burst=1, per_second=1))
    assert buckets.take("a", 100.0) == 0
    assert buckets.take("a", 50.0) == 1


def test_names_without_end_do_not_fill_the_memory() -> None:
    buckets = Buckets(Rate(burst=1, per_second=1), most=10)
    for number in range(1_000):
        buckets.take(str(number), 0.0)
    assert len(buckets._levels) == 10


def test_only_our_seal_opens_a_link() -> None:
    token = sealed("click", "17", "key")
    assert unsealed("click", token, "key") == "17"
    assert unsealed("unsubscribe", token, "key") is None
    assert unsealed("click", token, "another key") is None
    assert unsealed("click", f"18{token[2:]}", "key") is None


@pytest.mark.parametrize("token", ["", ".", "17", "17.", ".abc", "17.é", "17.zz"])
def test_half_a_link_opens_nothing(token: str) -> None:
    assert unsealed("click", token, "key") is None


def test_a_link_is_short_enough_for_every_mail_program() -> None:
    assert len(sealed("click", "9999999999", "key")) <= 32
