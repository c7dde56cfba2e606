"""The days of which the KPI board reads: the same of each week before, or of each month."""

from datetime import date

import pytest

from journeydesk.storage.reports.goals import POINTS, days_to


@pytest.mark.parametrize(
    ("day", "months", "first", "before"),
    [
        (date(2026, 5, 19), False, date(2026, 2, 24), date(2026, 5, 12)),
        (date(2026, 5, 19), True, date(2025, 5, 19), date(2026, 4, 19)),
        (date(2026, 3, 31), True, date(2025, 3, 31), date(2026, 2, 28)),
        (date(2024, 2, 29), True, date(2023, 2, 28), date(2024, 1, 29)),
    ],
)
def test_days_go_back_by_weeks_or_months(day: date, months: bool, first: date, before: date) -> None:
    days = days_to(day, months)
    assert (len(days), days[0], days[-2], days[-1]) == (POINTS, first, before, day)
    assert list(days) == sorted(set(days))
