"""How much of the inbox is folded at once: none in a rush, a little in a long one, what fits beside a window."""

import pytest

from journeydesk.receiver.pace import MOST, MOST_IN_A_RUSH, RUSH_SECONDS, WITHIN_SECONDS, FoldingPace, Rush


class _Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_rush_is_waited_out_and_a_long_one_folded_slowly() -> None:
    clock = _Clock()
    pace = FoldingPace(clock)
    assert pace.wait(False) == 0
    assert pace.wait(True) > 0
    clock.now += RUSH_SECONDS
    assert pace.wait(True) == 0
    assert pace.measured(lambda most: most, True) == MOST_IN_A_RUSH
    assert pace.wait(True) > 0
    clock.now += 1
    assert pace.wait(True) == 0
    assert pace.wait(False) == 0


def test_without_a_window_much_is_folded_at_once() -> None:
    assert FoldingPace(_Clock()).measured(lambda most: most, False) == MOST


def test_beside_a_window_a_transaction_stays_short() -> None:
    clock = _Clock()
    pace = FoldingPace(clock)
    longest = 0.0

    def fold(most: int) -> int:
        nonlocal longest
        took = 0.003 + 0.001 * most
        longest = max(longest, took)
        clock.now += took
        return most

    counts = [pace.measured(fold, True) for _ in range(200)]
    assert longest < 1.3 * WITHIN_SECONDS
    assert sum(counts) / len(counts) > 4


def test_one_at_least_is_folded_however_slow_it_is() -> None:
    clock = _Clock()
    pace = FoldingPace(clock)

    def slow(most: int) -> int:
        clock.now += 1
        return most

    assert [pace.measured(slow, True) for _ in range(6)][-1] == 1


def test_many_at_once_are_a_rush_for_a_moment() -> None:
    clock = _Clock()
    rush = Rush(clock)
    rush.came()
    rush.written(1, more=False)
    assert not rush.lasts()
    clock.now += 1
    rush.written(4, more=False)
    assert rush.lasts()
    clock.now += 1
    assert not rush.lasts()
    rush.written(1, more=True)
    assert rush.lasts()


@pytest.mark.parametrize("disk", [0.0002, 0.005, 0.2])
def test_a_lone_sender_without_pauses_is_a_rush(disk: float) -> None:
    clock = _Clock()
    rush = Rush(clock)
    for number in range(5):
        rush.came()
        assert rush.lasts() == (number > 0)
        clock.now += disk
        rush.written(1, more=False)
        clock.now += 0.002


def test_a_sender_with_pauses_is_none() -> None:
    clock = _Clock()
    rush = Rush(clock)
    for _ in range(5):
        rush.came()
        rush.written(1, more=False)
        clock.now += 0.05
        assert not rush.lasts()
