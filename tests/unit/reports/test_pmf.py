"""What moved the fit score, and what to do about it: in whole points, as it is said."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from journeydesk.domain.settings.goals import Goal
from journeydesk.reports.pmf.figures import Insight, actions
from journeydesk.storage.reports.surveys import Fit

_INPUTS = cast(Any, SimpleNamespace(surveys={}))
_SCOPE = cast(Any, SimpleNamespace(words=SimpleNamespace(shown=lambda _table, _field, name: name)))


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (4.1, 4.12, ()),
        (4.1, 4.08, ()),
        (4.1, 4.2, (("Look for more like Referral:", "the score rose by 1 point."),)),
        (4.1, 4.5, (("Look for more like Referral:", "the score rose by 4 points."),)),
        (4.1, 4.0, (("Ask Referral what changed:", "the score fell by 1 point."),)),
        (4.1, 3.7, (("Ask Referral what changed:", "the score fell by 4 points."),)),
    ],
)
def test_only_a_score_that_moved_asks_for_something(before: float, now: float, said: tuple[tuple[str, str], ...]) -> None:
    moved = [Insight("source", "Referral", Fit(now, 10), Fit(before, 10))]
    assert actions(_SCOPE, _INPUTS, moved, 0.45, Goal(0.4, 0.45)) == said
