"""Changing journeys: the log keeps its meaning, the settings stay right (docs/rules.md, "Journeys")."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.errors import SettingError, UserError, ValueRefused
from journeydesk.domain.journeys import edit_stages as edits
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.rules.answers import NO_ANSWER_DAYS
from journeydesk.domain.rules.applications import UNANSWERED_HOURS
from journeydesk.domain.settings.overrides import differences, laid_over, settle
from journeydesk.domain.settings.read import team_settings
from tests.unit.domain.rules.building import DEFAULTS
from tests.unit.domain.test_fold import event, events, stage_in


def names(raw: dict[str, Any], journey: int = 0) -> list[str]:
    return [stage["name"] for stage in raw["journey"][journey]["stage"]]


def test_a_renamed_stage_is_still_found_by_what_the_log_calls_it() -> None:
    settings = team_settings(edits.rename_stage(DEFAULTS, "Engagement", "Planning", "Road map"))
    standing = fold(settings, [event(1, "stage_set", stage="Planning", journey="Engagement")])
    assert settings.journeys[0].stage(stage_in(standing)).name == "Road map"


def test_a_renamed_stage_is_still_found_by_its_old_short_name() -> None:
    settings = team_settings(edits.rename_stage(DEFAULTS, "Engagement", "Call to Discovery", "First call"))
    found = settings.journeys[0].find("Discovery")
    assert found is not None
    assert found.name == "First call"


@given(events)
def test_renaming_moves_nobody(log: list[Event]) -> None:
    settings = team_settings(edits.rename_stage(DEFAULTS, "Deal", "Beta Accepted", "Welcome"))
    before, after = fold(team_settings(DEFAULTS), log), fold(settings, log)
    assert {name: move.to_stage for name, move in before.positions.items()} == {
        name: move.to_stage for name, move in after.positions.items()
    }


def test_who_stood_in_a_removed_stage_stands_where_it_was_joined() -> None:
    raw = edits.remove_stage(DEFAULTS, "Deal", "Technical Review", "Qualified Lead")
    standing = fold(team_settings(raw), [event(1, "application_reviewed")])
    assert names(raw, 1)[standing.positions["Deal"].to_stage - 1] == "Qualified Lead"


def test_a_stage_that_was_joined_twice_is_still_found() -> None:
    raw = edits.remove_stage(DEFAULTS, "Deal", "Technical Review", "Qualified Lead")
    raw = edits.remove_stage(raw, "Deal", "Qualified Lead", "New Application")
    found = team_settings(raw).journey("Deal")
    assert found is not None
    stage = found.find("Technical Review")
    assert stage is not None
    assert stage.name == "New Application"


def test_a_new_stage_gets_points_between_its_neighbours() -> None:
    raw = edits.add_stage(DEFAULTS, "Engagement", "Trial", 3, limit_days=10)
    assert raw["points"]["thresholds"] == [0, 20, 40, 60, 120, 200, 300]
    assert raw["automation"]["planning_stages"] == [6, 7]
    assert names(raw)[2] == "Trial"


@pytest.mark.parametrize(("place", "thresholds"), [(1, [0, 10, 20, 60, 120, 200, 300]), (7, [0, 20, 60, 120, 200, 300, 400])])
def test_a_new_first_or_last_stage_has_points_too(place: int, thresholds: list[int]) -> None:
    assert edits.add_stage(DEFAULTS, "Engagement", "Trial", place)["points"]["thresholds"] == thresholds


def test_a_removed_stage_takes_its_points_and_review_along() -> None:
    raw = edits.remove_stage(DEFAULTS, "Engagement", "Construction", "Planning")
    assert raw["points"]["thresholds"] == [0, 20, 60, 120, 300]
    assert raw["automation"]["planning_stages"] == [4, 5]


def test_reordering_keeps_every_stage_and_the_points_of_the_places() -> None:
    order = ["Exploration", "Call to Discovery", "Commitment", "Planning", "Mastery", "Construction"]
    raw = edits.reorder_stages(DEFAULTS, "Engagement", order)
    assert names(raw) == order
    assert raw["points"]["thresholds"] == DEFAULTS["points"]["thresholds"]
    with pytest.raises(ValueRefused, match="each of"):
        edits.reorder_stages(DEFAULTS, "Engagement", [*order[:-1], "Planning"])


def test_a_renamed_journey_is_still_found_and_moved_by_its_events() -> None:
    settings = team_settings(edits.rename_journey(DEFAULTS, "Deal", "Sales"))
    journey = settings.journey("deal")
    assert journey is not None
    assert journey.name == "Sales"
    assert fold(settings, [event(1, "application_accepted")]).positions["Sales"].to_stage == 4


def test_a_new_journey_stands_beside_the_others() -> None:
    raw = edits.add_journey(DEFAULTS, "Partnership", ["Talks", "Signed"])
    raw["moves"]["referral_made"]["Partnership"] = "Talks"
    assert fold(team_settings(raw), [event(1, "referral_made")]).positions["Partnership"].to_stage == 1
    assert team_settings(edits.remove_journey(raw, "Partnership")).journey("Partnership") is None


def test_the_first_journey_stays() -> None:
    with pytest.raises(UserError, match="cannot be removed"):
        edits.remove_journey(DEFAULTS, "Engagement")


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "3", "planning"])
def test_a_name_must_be_new_and_a_name(name: str) -> None:
    with pytest.raises(ValueRefused, match="Stage:"):
        edits.add_stage(DEFAULTS, "Engagement", name, 1)


def test_the_shipped_settings_are_left_as_they_are() -> None:
    before = laid_over(DEFAULTS, {})
    edits.add_stage(DEFAULTS, "Engagement", "Trial", 1)
    edits.rename_journey(DEFAULTS, "Deal", "Sales")
    assert before == DEFAULTS


def test_what_differs_from_the_shipped_settings_is_all_that_is_kept() -> None:
    raw = edits.add_stage(DEFAULTS, "Engagement", "Trial", 3)
    overrides = differences(DEFAULTS, raw)
    assert set(overrides) == {"journey", "points.thresholds", "automation.planning_stages"}
    assert laid_over(DEFAULTS, overrides) == raw


@given(
    st.lists(
        st.one_of(
            st.tuples(
                st.just("add"), st.integers(1, 6), st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=8)
            ),
            st.tuples(st.just("remove"), st.integers(0, 7), st.integers(0, 7)),
            st.tuples(
                st.just("rename"), st.integers(0, 7), st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=8)
            ),
        ),
        max_size=8,
    )
)
def test_any_edits_leave_settings_that_can_be_read(steps: list[tuple[Any, ...]]) -> None:
    raw: dict[str, Any] = DEFAULTS
    for verb, first, second in steps:
        known = names(raw)
        try:
            if verb == "add":
                raw = edits.add_stage(raw, "Engagement", second, first)
            elif verb == "remove":
                raw = edits.remove_stage(raw, "Engagement", known[first % len(known)], known[second % len(known)])
            else:
                raw = edits.rename_stage(raw, "Engagement", known[first % len(known)], second)
        except UserError:
            continue
    settings = team_settings(raw)
    assert len(settings.thresholds) == len(settings.journeys[0].stages)
    assert settings == team_settings(laid_over(DEFAULTS, differences(DEFAULTS, raw)))


def test_a_wrong_value_costs_itself_and_nothing_else() -> None:
    settings, problems = settle(DEFAULTS, {"alerts.no_answer_days": 0, "alerts.unanswered_hours": 24, "team.currency": "gold"})
    assert settings.alerts[NO_ANSWER_DAYS] == 7
    assert settings.alerts[UNANSWERED_HOURS] == 24
    assert len(problems) == 2
    assert all("allowed is" in problem for problem in problems)


def test_a_wrong_journey_costs_itself() -> None:
    settings, problems = settle(DEFAULTS, {"journey": [], "team.name": "Ostrelle"})
    assert (settings.team_name, len(problems)) == ("Ostrelle", 1)


def test_an_override_replaces_its_value_whole() -> None:
    settings = team_settings(laid_over(DEFAULTS, {"points.cta": {"Only this": 7}}))
    assert dict(settings.cta_points) == {"Only this": 7}
    with pytest.raises(SettingError):
        team_settings(laid_over(DEFAULTS, {"points.cta": {"Only this": "much"}}))
