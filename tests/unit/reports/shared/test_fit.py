"""How well the product fits, in words: a point is one, points are several."""

import pytest

from journeydesk.domain.periods import parse_period
from journeydesk.domain.settings.goals import Goal
from journeydesk.reports.shared.fit import fit_curve
from journeydesk.storage.reports.surveys import Fit


@pytest.mark.parametrize(
    ("mean", "title"),
    [
        (0.45, "The fit score has reached its target of 45%"),
        (0.44, "The fit score is above its must and needs 1 point more"),
        (0.42, "The fit score is above its must and needs 3 points more"),
        (0.39, "The fit score is 1 point below its must"),
        (0.3, "The fit score is 10 points below its must"),
    ],
)
def test_the_title_says_how_much_is_missing(mean: float, title: str) -> None:
    week = parse_period("2026-W20")
    assert fit_curve([(week, Fit(mean * 20, 20))], Goal(0.4, 0.45)).title == title
