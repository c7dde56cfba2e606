"""What use says beside four weeks before, and which texts a stage calls for."""

from datetime import date, timedelta

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.domain.planning.assets import Asset, MadeAsset, lines, recommended_for
from journeydesk.domain.planning.usage import UsageOfDay, beside, finding, last_whole, weeks_of

TODAY = date(2026, 5, 19)
MONDAY = date(2026, 5, 11)


def use(now: int, before: int) -> list[UsageOfDay]:
    return [UsageOfDay(MONDAY, now, 0.01, 9), UsageOfDay(MONDAY - timedelta(weeks=4), before, 0.0, 3)]


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (412, 205, "Usage doubled in four weeks"),
        (150, 100, "Usage rose by 50% in four weeks"),
        (60, 100, "Usage fell by 40% in four weeks"),
        (101, 100, "Use is steady over four weeks"),
        (10, 0, "Use began in the last four weeks"),
        (0, 0, "No use yet"),
    ],
)
def test_use_is_judged_by_whole_weeks(now: int, before: int, words: str) -> None:
    assert finding(weeks_of(use(now, before), TODAY)) == words


def test_the_running_week_is_shown_but_not_judged() -> None:
    weeks = weeks_of([*use(100, 100), UsageOfDay(TODAY, 5, 0.0, 1)], TODAY)
    assert (weeks[-1].calls, weeks[-1].whole) == (5, False)
    assert weeks[last_whole(weeks)].calls == 100
    assert beside(weeks) == "100 calls in week 20, 100 in week 16"


def test_days_before_the_span_are_left_out() -> None:
    weeks = weeks_of([UsageOfDay(TODAY - timedelta(weeks=30), 1000, 0, 1)], TODAY)
    assert len(weeks) == 12
    assert sum(week.calls for week in weeks) == 0


def test_a_stage_lists_what_it_calls_for_first() -> None:
    made = (
        MadeAsset(RecordId(1), Asset.PROFILE, "old", date(2026, 1, 1), "Claude"),
        MadeAsset(RecordId(2), Asset.PROFILE, "new", date(2026, 5, 1), "Manual"),
    )
    shown = lines(made, 6)
    assert [(line.asset, line.recommended) for line in shown] == [
        (Asset.BUSINESS_CASE, True),
        (Asset.CALCULATOR, True),
        (Asset.PROFILE, False),
    ]
    assert shown[0].is_missing and not shown[2].is_missing
    assert shown[2].made == made[1]


def test_figures_of_a_text_are_old_after_ninety_days() -> None:
    made = MadeAsset(RecordId(1), Asset.PROFILE, "text", date(2026, 5, 19), "Claude")
    [line, *_] = lines((made,), 5)
    assert not line.is_old(date(2026, 8, 17))
    assert line.is_old(date(2026, 8, 18))


def test_stages_beyond_the_last_are_like_the_last() -> None:
    assert recommended_for(9) == recommended_for(6)
    assert recommended_for(0) == ()
