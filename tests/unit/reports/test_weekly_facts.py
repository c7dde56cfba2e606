"""A week beside the weeks before it, and the pace of a month."""

from datetime import date

import pytest

from journeydesk.domain.periods import parse_period
from journeydesk.reports.money.expectation import Expectation
from journeydesk.reports.weekly.facts import Pace, compared
from journeydesk.reports.weekly.pace_block import pace_title
from journeydesk.storage.reports.weekly_read import pace_days

MAY = parse_period("2026-05")


def test_a_week_is_compared_with_the_one_before_and_the_median() -> None:
    week = compared([9, 8, 8, 10, 7])
    assert (week.now, week.before, week.median) == (9, 8, 8)
    alone = compared([9])
    assert (alone.before, alone.median) == (None, None)


@pytest.mark.parametrize(
    ("running", "days", "target", "title"),
    [
        (99_000, 17, 160_000, "May is ahead of pace: 62% of the target with 55% of the month gone"),
        (50_000, 17, 160_000, "May is behind pace: 31% of the target with 55% of the month gone"),
        (170_000, 31, 160_000, "May reached its target: 106% of it"),
        (90_000, 31, 160_000, "May missed its target: 56% of it"),
        (90_000, 17, 0, "New MRR of May"),
    ],
)
def test_the_pace_of_a_month_is_said(running: int, days: int, target: float, title: str) -> None:
    so_far = tuple(MAY.days()[:days])
    assert pace_title(Pace(MAY, so_far, (0,) * (days - 1) + (running,), Expectation(1, 2, 3), target)) == title


@pytest.mark.parametrize(
    ("week", "today", "first", "last"),
    [
        ("2026-W20", "2026-05-19", "2026-05-01", "2026-05-17"),
        ("2026-W21", "2026-05-19", "2026-05-01", "2026-05-19"),
        ("2026-W27", "2026-07-10", "2026-07-01", "2026-07-05"),
        ("2026-W27", "2026-06-30", "2026-06-01", "2026-06-30"),
    ],
)
def test_the_pace_runs_to_the_weeks_end_or_today(week: str, today: str, first: str, last: str) -> None:
    days = pace_days(parse_period(week), date.fromisoformat(today))
    assert (days[0].isoformat(), days[-1].isoformat()) == (first, last)
