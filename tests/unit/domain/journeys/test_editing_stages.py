"""Adding, renaming, ordering, removing: what each edit writes and what it refuses (docs/rules.md, "Journeys")."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.journeys import edit_moves as moves
from journeydesk.domain.journeys import edit_stages as edits
from journeydesk.domain.settings.read import team_settings
from tests.unit.domain.rules.building import DEFAULTS

Edit = Callable[[dict[str, Any]], dict[str, Any]]


def small(*thresholds: int, planning: tuple[int, ...] = (2, 3)) -> dict[str, Any]:
    """A first journey of three stages and a second of two."""
    return {
        "journey": [
            {"name": "Main", "stage": [{"name": "One"}, {"name": "Two", "short": "2nd"}, {"name": "Three"}]},
            {"name": "Side", "stage": [{"name": "Left"}, {"name": "Right"}]},
        ],
        "points": {"thresholds": list(thresholds or (0, 20, 60))},
        "automation": {"planning_stages": list(planning)},
        "moves": {"login": {"Main": "Two", "Side": "Left"}, "sale": {"Side": "Right"}},
    }


def stages(raw: dict[str, Any], journey: int = 0) -> list[str]:
    return [stage["name"] for stage in raw["journey"][journey]["stage"]]


def planning(raw: dict[str, Any]) -> list[str]:
    return [stages(raw)[number - 1] for number in raw["automation"]["planning_stages"]]


EDITS: list[Edit] = [
    lambda raw: edits.add_journey(raw, "Third", ["A"]),
    lambda raw: edits.rename_journey(raw, "Side", "Aside"),
    lambda raw: edits.remove_journey(raw, "Side"),
    lambda raw: edits.add_stage(raw, "Main", "New", 2),
    lambda raw: edits.rename_stage(raw, "Main", "Two", "Second"),
    lambda raw: edits.reorder_stages(raw, "Main", ["Three", "One", "Two"]),
    lambda raw: edits.remove_stage(raw, "Main", "Two", "One"),
    lambda raw: moves.set_limit(raw, "Main", "Two", 5),
    lambda raw: moves.set_end(raw, "Main", "Three", True),
    lambda raw: moves.set_threshold(raw, 2, 30),
    lambda raw: moves.reorder_journeys(raw, ["Main", "Side"]),
    lambda raw: moves.set_move(raw, "login", "Side", None),
]


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_leaves_what_it_was_given_as_it_was(edit: Edit) -> None:
    raw = small()
    edit(raw)["journey"][0]["stage"].clear()
    assert raw == small()


REFUSED: list[tuple[Edit, str]] = [
    (lambda raw: edits.add_journey(raw, "  ", ["A"]), "1 to 60 characters"),
    (lambda raw: edits.add_journey(raw, "x" * 61, ["A"]), "1 to 60 characters"),
    (lambda raw: edits.add_journey(raw, "12", ["A"]), "is a number"),
    (lambda raw: edits.add_journey(raw, "SIDE", ["A"]), "there is one called “SIDE” already"),
    (lambda raw: edits.add_journey(raw, "Third", []), "at least one stage"),
    (lambda raw: edits.add_journey(raw, "Third", ["A", "a"]), "there is one called “a” already"),
    (lambda raw: edits.rename_journey(raw, "Side", "main"), "there is one called"),
    (lambda raw: edits.rename_journey(raw, "Nowhere", "X"), "There is no journey “Nowhere”. The journeys are Main, Side."),
    (lambda raw: edits.remove_journey(raw, "main"), "cannot be removed"),
    (lambda raw: edits.add_stage(raw, "Main", "two", 1), "there is one called"),
    (lambda raw: edits.add_stage(raw, "Main", "New", 0), "Give 1 to 4"),
    (lambda raw: edits.add_stage(raw, "Main", "New", 5), "Give 1 to 4"),
    (lambda raw: edits.rename_stage(raw, "Main", "Two", "THREE"), "there is one called"),
    (lambda raw: edits.rename_stage(raw, "Main", "Four", "X"), "has no stage “Four”. Its stages are One, Two, Three."),
    (lambda raw: edits.reorder_stages(raw, "Main", ["One", "Two"]), "give each of One, Two, Three once"),
    (lambda raw: edits.reorder_stages(raw, "Main", ["One", "Two", "Two"]), "give each of"),
    (lambda raw: edits.remove_stage(raw, "Main", "Two", "two"), "cannot be joined into itself"),
    (lambda raw: moves.set_limit(raw, "Main", "Two", 0), "Give 1 to 3650"),
    (lambda raw: moves.set_limit(raw, "Main", "Two", 3651), "Give 1 to 3650"),
    (lambda raw: moves.set_threshold(raw, 1, 1), "The first stage begins with 0"),
    (lambda raw: moves.set_threshold(raw, 2, 0), "Give 1 to 59, between its neighbours"),
    (lambda raw: moves.set_threshold(raw, 2, 60), "Give 1 to 59"),
    (lambda raw: moves.set_threshold(raw, 3, 20), "Give 21 to 1,000,000"),
    (lambda raw: moves.set_threshold(raw, 3, 1_000_001), "Give 21 to 1,000,000"),
    (lambda raw: moves.reorder_journeys(raw, ["Side", "Main"]), "Main stays the first one"),
    (lambda raw: moves.reorder_journeys(raw, ["Main"]), "give each of Main, Side once"),
    (lambda raw: moves.set_move(raw, "stage_set", "Main", "One"), "moves nothing by the table"),
    (lambda raw: moves.set_move(raw, "sneezed", "Main", "One"), "moves nothing by the table"),
    (lambda raw: moves.set_move(raw, "login", "Main", "Nowhere"), "has no stage"),
]


@pytest.mark.parametrize(("edit", "words"), REFUSED)
def test_an_edit_that_cannot_be_is_refused_in_words(edit: Edit, words: str) -> None:
    with pytest.raises(UserError) as refusal:
        edit(small())
    assert words in str(refusal.value)


@pytest.mark.parametrize(
    ("edit", "field"),
    [(REFUSED[0][0], "Journey"), (REFUSED[10][0], "Place"), (REFUSED[17][0], "Days"), (REFUSED[19][0], "Points")],
)
def test_a_refused_value_names_its_field(edit: Edit, field: str) -> None:
    with pytest.raises(ValueRefused) as refusal:
        edit(small())
    assert refusal.value.field == field


def test_a_name_of_sixty_characters_fits() -> None:
    assert stages(edits.add_stage(small(), "Side", "x" * 60, 1), 1)[0] == "x" * 60


def test_a_new_journey_stands_last_with_its_trimmed_stages() -> None:
    assert edits.add_journey(small(), " Third ", [" A ", "B"])["journey"][2] == {
        "name": "Third",
        "stage": [{"name": "A"}, {"name": "B"}],
    }


def test_a_renamed_journey_keeps_its_moves_and_its_old_names() -> None:
    raw = edits.rename_journey(edits.rename_journey(small(), "Side", " Aside "), "aside", "Beside")
    assert (raw["journey"][1]["name"], raw["journey"][1]["formerly"]) == ("Beside", ["Side", "Aside"])
    assert raw["moves"] == {"login": {"Main": "Two", "Beside": "Left"}, "sale": {"Beside": "Right"}}


def test_a_journey_may_take_its_old_name_again() -> None:
    raw = edits.rename_journey(edits.rename_journey(small(), "Side", "Aside"), "Aside", "Side")
    assert raw["journey"][1]["formerly"] == ["Aside"]


def test_a_name_in_other_letters_is_no_name_of_another() -> None:
    assert edits.rename_journey(small(), "Side", "SIDE")["journey"][1]["name"] == "SIDE"
    assert stages(edits.rename_stage(small(), "Main", "Two", "TWO")) == ["One", "TWO", "Three"]


def test_a_removed_journey_takes_what_moves_it_along() -> None:
    raw = edits.remove_journey(small(), "side")
    assert [journey["name"] for journey in raw["journey"]] == ["Main"]
    assert raw["moves"] == {"login": {"Main": "Two"}, "sale": {}}


@pytest.mark.parametrize(
    ("place", "thresholds", "names", "reviewed"),
    [
        (1, [0, 10, 20, 60], ["New", "One", "Two", "Three"], [3, 4]),
        (2, [0, 10, 20, 60], ["One", "New", "Two", "Three"], [3, 4]),
        (3, [0, 20, 40, 60], ["One", "Two", "New", "Three"], [2, 4]),
        (4, [0, 20, 60, 100], ["One", "Two", "Three", "New"], [2, 3]),
    ],
)
def test_a_new_stage_gets_points_between_its_neighbours(
    place: int, thresholds: list[int], names: list[str], reviewed: list[int]
) -> None:
    raw = edits.add_stage(small(), "Main", " New ", place, limit_days=9)
    assert stages(raw) == names
    assert raw["points"]["thresholds"] == thresholds
    assert raw["automation"]["planning_stages"] == reviewed
    assert raw["journey"][0]["stage"][place - 1] == {"name": "New", "limit_days": 9}


@pytest.mark.parametrize(("place", "thresholds"), [(1, [0, 10]), (2, [0, 20])])
def test_a_second_stage_begins_twenty_points_on(place: int, thresholds: list[int]) -> None:
    raw = small(0)
    raw["journey"][0]["stage"] = [{"name": "One"}]
    assert edits.add_stage(raw, "Main", "New", place)["points"]["thresholds"] == thresholds


@pytest.mark.parametrize("thresholds", [(0, 1, 60), (0, 1, 2)])
def test_without_room_for_points_no_stage_is_added(thresholds: tuple[int, ...]) -> None:
    with pytest.raises(UserError, match="no room for a stage between 0 and 1 points"):
        edits.add_stage(small(*thresholds), "Main", "New", 2)
    assert edits.add_stage(small(0, 2, 3), "Main", "New", 2)["points"]["thresholds"] == [0, 1, 2, 3]


def test_a_stage_of_another_journey_has_no_points() -> None:
    raw = edits.add_stage(small(), "Side", "Middle", 2)
    assert (stages(raw, 1), raw["points"], raw["automation"]) == (
        ["Left", "Middle", "Right"],
        small()["points"],
        small()["automation"],
    )
    assert raw["journey"][1]["stage"][1] == {"name": "Middle"}


def test_a_renamed_stage_remembers_name_and_short_name() -> None:
    raw = edits.rename_stage(small(), "Main", "two", " Second ")
    assert raw["journey"][0]["stage"][1] == {"name": "Second", "formerly": ["Two", "2nd"]}
    assert raw["moves"]["login"] == {"Main": "Second", "Side": "Left"}


@pytest.mark.parametrize(
    ("gone", "into", "thresholds", "reviewed"),
    [
        ("One", "Two", [0, 60], ["Two", "Three"]),
        ("Two", "One", [0, 60], ["One", "Three"]),
        ("Two", "Three", [0, 60], ["Three"]),
        ("Three", "Two", [0, 20], ["Two"]),
    ],
)
def test_a_removed_stage_joins_its_points_moves_and_reviews(
    gone: str, into: str, thresholds: list[int], reviewed: list[str]
) -> None:
    raw = edits.remove_stage(small(), "Main", gone, into)
    assert gone not in stages(raw)
    assert raw["points"]["thresholds"] == thresholds
    assert planning(raw) == reviewed
    assert raw["moves"]["login"]["Main"] == (into if gone == "Two" else "Two")
    target = next(stage for stage in raw["journey"][0]["stage"] if stage["name"] == into)
    assert target["formerly"] == [gone, *(["2nd"] if gone == "Two" else [])]


def test_a_stage_hands_on_the_names_that_were_joined_into_it() -> None:
    raw = edits.remove_stage(edits.remove_stage(small(), "Main", "Two", "One"), "Main", "One", "Three")
    assert raw["journey"][0]["stage"] == [{"name": "Three", "formerly": ["One", "Two", "2nd"]}]
    assert (raw["points"]["thresholds"], raw["automation"]["planning_stages"]) == ([0], [1])


def test_a_stage_beyond_the_thresholds_goes_without_points() -> None:
    raw = small(0, 20)
    assert edits.remove_stage(raw, "Main", "Three", "Two")["points"]["thresholds"] == [0, 20]


@given(st.permutations(["One", "Two", "Three"]), st.sets(st.integers(1, 3)))
def test_a_new_order_reviews_the_same_stages(order: list[str], numbers: set[int]) -> None:
    raw = small(planning=tuple(sorted(numbers)))
    ordered = edits.reorder_stages(raw, "Main", order)
    assert stages(ordered) == order
    assert set(planning(ordered)) == set(planning(raw))
    assert ordered["points"] == raw["points"]


def test_the_other_journeys_order_changes_no_review() -> None:
    assert edits.reorder_stages(small(), "Side", ["right", "LEFT"])["automation"] == small()["automation"]


def test_a_limit_and_an_end_are_set_and_taken_away() -> None:
    limited = moves.set_limit(small(), "Main", "Two", 3650)
    assert limited["journey"][0]["stage"][1]["limit_days"] == 3650
    assert moves.set_limit(limited, "Main", "Two", None) == small()
    ended = moves.set_end(small(), "Main", "Three", True)
    assert ended["journey"][0]["stage"][2] == {"name": "Three", "end": True}
    assert moves.set_end(ended, "Main", "Three", False) == small()
    assert moves.set_limit(small(), "Main", "Two", 1)["journey"][0]["stage"][1]["limit_days"] == 1


@pytest.mark.parametrize(("place", "points"), [(1, 0), (2, 1), (2, 59), (3, 21), (3, 1_000_000)])
def test_a_threshold_lies_between_its_neighbours(place: int, points: int) -> None:
    assert moves.set_threshold(small(), place, points)["points"]["thresholds"][place - 1] == points


def test_the_journeys_after_the_first_may_change_places() -> None:
    raw = edits.add_journey(small(), "Third", ["A"])
    ordered = moves.reorder_journeys(raw, ["main", "third", "side"])
    assert [journey["name"] for journey in ordered["journey"]] == ["Main", "Third", "Side"]


def test_a_move_is_set_changed_and_taken_away() -> None:
    added = moves.set_move(small(), "page_viewed", "main", "three")
    assert added["moves"]["page_viewed"] == {"Main": "Three"}
    changed = moves.set_move(added, "page_viewed", "Main", "One")
    assert changed["moves"]["page_viewed"] == {"Main": "One"}
    assert moves.set_move(changed, "page_viewed", "Main", None)["moves"]["page_viewed"] == {}


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=6))
def test_any_chain_of_edits_gives_settings_that_can_be_read(choices: list[int]) -> None:
    raw = deepcopy(dict(DEFAULTS))
    for number, choice in enumerate(choices):
        names = stages(raw)
        stage, other = names[choice % len(names)], names[(choice + 1) % len(names)]
        kind = choice % 4
        if kind == 0:
            raw = edits.rename_stage(raw, "Engagement", stage, f"Renamed {number}")
        elif kind == 1 and len(names) > 2:
            raw = edits.remove_stage(raw, "Engagement", stage, other)
        elif kind == 2:
            raw = edits.reorder_stages(raw, "Engagement", names[1:] + names[:1])
        elif len(raw["points"]["thresholds"]) >= len(names):
            raw = edits.add_stage(raw, "Engagement", f"Added {number}", len(names) + 1)
    settings = team_settings(raw)
    assert len(settings.thresholds) == len(settings.journeys[0].stages)
    assert all(number <= len(settings.journeys[0].stages) for number in settings.automation.planning_stages)


def test_a_stage_gets_its_rules_and_loses_them() -> None:
    ruled = edits.set_stage_rules(small(), "Main", "two", 5, 60, ["Source"])
    assert ruled["journey"][0]["stage"][1] == {
        "name": "Two",
        "short": "2nd",
        "limit_days": 5,
        "card_limit": 60,
        "needs": ["Source"],
    }
    assert edits.set_stage_rules(ruled, "Main", "Two", None, None, []) == small()
    with pytest.raises(UserError, match="no stage “Four”"):
        edits.set_stage_rules(small(), "Main", "Four", 5, None, [])
