"""Working days counted between two days, and counted back."""

from datetime import date, timedelta

import pytest

from journeydesk.domain.working_days import WorkingDays

# A Tuesday; the Monday of the week after is a holiday, and so is a Sunday, which is free anyway.
DAY = date(2026, 5, 19)
DAYS = WorkingDays(holidays=frozenset({date(2026, 5, 25), date(2026, 5, 31)}))


@pytest.mark.parametrize(
    ("until", "count"),
    [
        (date(2026, 5, 18), 0),
        (DAY, 0),
        (date(2026, 5, 20), 1),
        (date(2026, 5, 22), 3),
        (date(2026, 5, 24), 3),
        (date(2026, 5, 25), 3),
        (date(2026, 5, 26), 4),
        (date(2026, 6, 1), 8),
    ],
)
def test_free_days_between_two_days_are_not_counted(until: date, count: int) -> None:
    assert DAYS.between(DAY, until) == count


@pytest.mark.parametrize("weekend", [set(), {5, 6}, {4, 5}, {0, 1, 2, 3, 4, 6}])
def test_counting_forth_between_and_back_agree(weekend: set[int]) -> None:
    days = WorkingDays(frozenset(weekend), DAYS.holidays)
    for ago in range(30):
        start = DAY - timedelta(days=ago)
        for count in range(1, 15):
            there = days.add(start, count)
            assert days.between(start, there) == count
            assert days.between(start, there - timedelta(days=1)) == count - 1
            last = days.back(there, count)
            assert last >= start
            assert days.between(last, there) == count
            assert days.between(last + timedelta(days=1), there) == count - 1


def test_counting_back_ends_with_the_calendar() -> None:
    assert DAYS.back(date(1, 1, 3), 9) == date.min
