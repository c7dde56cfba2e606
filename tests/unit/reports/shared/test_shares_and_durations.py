"""Shares name their n, durations agree with Python's statistics, a ladder knows its losses, hours follow the team's clocks."""

from collections import Counter
from dataclasses import replace
from statistics import mean, median, quantiles
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.journeys.ladder import ladder, losing_stages, winning_stage
from journeydesk.domain.settings import Journey
from journeydesk.reports.shared.activity import by_hour
from journeydesk.reports.shared.durations import durations
from journeydesk.reports.shared.shares import Share
from journeydesk.sandbox.team.rules import default_rules
from journeydesk.storage.reports.activity import Slot


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=60))
def test_durations_agree_with_the_statistics_of_python(hours: list[int]) -> None:
    days = durations(Counter(hours).items())
    assert days.n == len(hours)
    assert days.median == pytest.approx(median(hours) / 24)
    assert days.mean == pytest.approx(mean(hours) / 24)
    if len(hours) < 4:
        assert (days.lower, days.upper) == (None, None)
    else:
        lower, _, upper = quantiles(hours, n=4)
        assert [days.lower, days.upper] == pytest.approx([lower / 24, upper / 24])


def test_no_durations_have_no_median() -> None:
    assert durations(()).median is None
    assert durations([(3, 0)]).n == 0


@pytest.mark.parametrize(
    ("part", "n", "words", "whole"),
    [
        (806, 1240, "65%", "65% of 1,240"),
        (5, 9, "5 of 9", "5 of 9"),
        (0, 0, "no data", "no data"),
        (0, 10, "0%", "0% of 10"),
        (10, 10, "100%", "100% of 10"),
    ],
)
def test_a_share_says_its_n_and_no_percentage_under_ten(part: int, n: int, words: str, whole: str) -> None:
    share = Share(part, n)
    assert (share.words, share.whole_words) == (words, whole)
    assert (share.value is None) is (n < 10)


def test_a_part_larger_than_its_whole_is_refused() -> None:
    with pytest.raises(ValueError, match="11 of 10"):
        Share(11, 10)


def journey(name: str) -> Journey:
    found = default_rules().journey(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "won", "lost", "rungs"),
    [
        ("Engagement", None, [], 6),
        ("Deal", "Closed Won", ["Closed Lost"], 8),
        ("Customer status", None, ["CHURNED", "LEAD_EXHAUSTED"], 3),
    ],
)
def test_a_ladder_leaves_out_the_ends_that_are_losses(name: str, won: str | None, lost: list[str], rungs: int) -> None:
    of = journey(name)
    winning = winning_stage(of)
    assert (None if winning is None else winning.name) == won
    assert [stage.name for stage in losing_stages(of)] == lost
    assert len(ladder(of)) == rungs


def test_of_renamed_ends_the_last_is_the_loss() -> None:
    deal = journey("Deal")
    renamed = tuple(replace(stage, name=f"Ende {stage.number}") if stage.is_end else stage for stage in deal.stages)
    assert [stage.name for stage in losing_stages(Journey("Deal", renamed))] == ["Ende 9"]


@pytest.mark.parametrize(
    ("zone", "begins", "day", "hour"),
    [
        ("Europe/Berlin", "2026-03-28T08:55", 5, 9),
        ("Europe/Berlin", "2026-03-29T08:55", 6, 10),
        ("Asia/Kathmandu", "2026-05-11T04:10", 0, 9),
        ("Asia/Kathmandu", "2026-05-11T04:15", 0, 10),
        ("Pacific/Auckland", "2026-05-10T22:00", 0, 10),
    ],
)
def test_a_call_is_at_the_hour_of_the_teams_clocks(zone: str, begins: str, day: int, hour: int) -> None:
    hours = by_hour([Slot(begins, 3, 2)], ZoneInfo(zone))
    assert hours.counts[hours.days.index(day)][hours.hours.index(hour)] == 3
    assert hours.reached[hours.hours.index(hour)] == Share(2, 3)
    assert sum(map(sum, hours.counts)) == 3


def test_both_hours_of_a_changed_clock_are_counted() -> None:
    hours = by_hour([Slot("2026-10-25T00:30", 1, 0), Slot("2026-10-25T01:30", 1, 1)], ZoneInfo("Europe/Berlin"))
    assert hours.counts[hours.days.index(6)][hours.hours.index(2)] == 2
