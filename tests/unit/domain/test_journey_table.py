"""Limits, ends, thresholds, the order of journeys, and which event moves what (docs/rules.md, "Journeys")."""

import pytest

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.journeys import edit_moves as table
from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.settings.read import team_settings
from tests.unit.domain.rules.building import DEFAULTS
from tests.unit.domain.test_fold import event


def test_a_limit_is_set_and_taken_away() -> None:
    raw = table.set_limit(DEFAULTS, "Deal", "Closed Won", 12)
    assert team_settings(raw).journeys[1].stages[7].limit_days == 12
    assert team_settings(table.set_limit(raw, "Deal", "Closed Won", None)).journeys[1].stages[7].limit_days is None


@pytest.mark.parametrize("days", [0, -1, 3651])
def test_a_limit_out_of_range_is_refused(days: int) -> None:
    with pytest.raises(ValueRefused, match="1 to 3650"):
        table.set_limit(DEFAULTS, "Deal", "Closed Won", days)


def test_a_stage_ends_its_journey_or_does_not() -> None:
    raw = table.set_end(table.set_end(DEFAULTS, "Deal", "Closed Won", False), "Lifecycle", "Advocacy", True)
    assert [stage.name for stage in team_settings(raw).journeys[1].stages if stage.is_end] == ["Closed Lost"]
    assert team_settings(raw).journeys[2].stages[4].is_end


def test_a_threshold_lies_between_its_neighbours() -> None:
    assert table.set_threshold(DEFAULTS, 3, 21)["points"]["thresholds"] == [0, 20, 21, 120, 200, 300]
    assert table.set_threshold(DEFAULTS, 6, 5_000)["points"]["thresholds"][-1] == 5_000
    for place, points in ((3, 20), (3, 120), (6, 200), (1, 1), (2, 0)):
        with pytest.raises(ValueRefused, match="Points:"):
            table.set_threshold(DEFAULTS, place, points)


def test_journeys_are_reordered_behind_the_first() -> None:
    names = [one["name"] for one in DEFAULTS["journey"]]
    order = [names[0], *reversed(names[1:])]
    assert [one.name for one in team_settings(table.reorder_journeys(DEFAULTS, order)).journeys] == order
    with pytest.raises(UserError, match="stays the first"):
        table.reorder_journeys(DEFAULTS, list(reversed(names)))
    with pytest.raises(ValueRefused, match="each of"):
        table.reorder_journeys(DEFAULTS, names[:-1])


def test_an_event_moves_to_its_stage_and_to_none_without() -> None:
    raw = table.set_move(DEFAULTS, "support_ticket", "Deal", "Technical Review")
    assert fold(team_settings(raw), [event(1, "support_ticket")]).positions["Deal"].to_stage == 3
    assert (
        "Deal"
        not in fold(team_settings(table.set_move(raw, "support_ticket", "Deal", None)), [event(1, "support_ticket")]).positions
    )


def test_an_event_that_carries_its_stage_is_not_in_the_table() -> None:
    with pytest.raises(ValueRefused, match="moves nothing"):
        table.set_move(DEFAULTS, "stage_set", "Deal", "Technical Review")
