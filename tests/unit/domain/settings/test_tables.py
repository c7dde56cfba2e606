"""The tables of the shared settings: what each takes, and which key a wrong value costs
(docs/rules.md, "Settings of the team")."""

import itertools
from copy import deepcopy
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.errors import SettingError
from journeydesk.domain.rules.registry import NUMBERS, RULE_NAMES
from journeydesk.domain.settings import Rep, merged
from journeydesk.domain.settings.journeys import Journey, Stage, read_journeys, read_moves, read_thresholds
from journeydesk.domain.settings.overrides import differences, laid_over, settle
from journeydesk.domain.settings.read import team_settings
from journeydesk.domain.settings.reader import Reader
from tests.unit.domain.rules.building import DEFAULTS, SETTINGS


def settled(key: str, value: object) -> Any:
    """The settings with one value set by its key."""
    return team_settings(laid_over(DEFAULTS, {key: value}))


WRONG: list[tuple[str, object, str]] = [
    ("team.name", "", "team.name"),
    ("team.currency", "euro", "team.currency"),
    ("team.currency", "eur", "team.currency"),
    ("team.currency", "EU", "team.currency"),
    ("team.currency", "E1R", "team.currency"),
    ("team.currency", "XXQ", "team.currency"),
    ("team.time_zone", "Berlin/Europe", "team.time_zone"),
    ("team.time_zone", "/etc/passwd", "team.time_zone"),
    ("team.reps", "Amaia", "team.reps"),
    ("team.reps", [5], "team.reps 1"),
    ("team.reps", ["Amaia", ""], "team.reps 2"),
    ("team.reps", [{"email": "a@b.example"}], "team.reps 1.name"),
    ("team.reps", [{"name": "Amaia", "email": "nowhere"}], "team.reps 1.email"),
    ("team.reps", [{"name": "Amaia", "email": "a b@c.example"}], "team.reps 1.email"),
    ("team.reps", [{"name": "Amaia", "email": 5}], "team.reps 1.email"),
    ("team.reps", [{"name": "Amaia", "active": "no"}], "team.reps 1.active"),
    ("team.reps", ["Amaia", "Tomasz", "AMAIA"], "team.reps 3.name"),
    ("points.default_award", 0, "points.default_award"),
    ("points.default_award", 51, "points.default_award"),
    ("points.largest_award", 1001, "points.largest_award"),
    ("points.cta", {"Form": 51}, "points.cta.Form"),
    ("points.thresholds", [], "points.thresholds"),
    ("points.thresholds", [1, 2], "points.thresholds"),
    ("points.thresholds", [0, 20, 20], "points.thresholds"),
    ("points.thresholds", [0, 30, 20], "points.thresholds"),
    ("points.thresholds", [0, -1], "points.thresholds"),
    ("points.thresholds", [0, 1.5], "points.thresholds"),
    ("points.thresholds", [0, True], "points.thresholds"),
    ("points.thresholds", "0", "points.thresholds"),
    ("events.share", "some", "events.share"),
    ("score.qualified_above", 51, "score.qualified_above"),
    ("score.industry", {"News": 51}, "score.industry.News"),
    ("alerts.on", ["sorcery"], "alerts.on"),
    ("alerts.silent", ["sorcery"], "alerts.silent"),
    ("alerts.expire_after_days", 0, "alerts.expire_after_days"),
    ("alerts.group_above", 101, "alerts.group_above"),
    ("alerts.catch_up_hours", 169, "alerts.catch_up_hours"),
    ("automation.not_older_than_days", 366, "automation.not_older_than_days"),
    ("automation.planning_stages", [0], "automation.planning_stages"),
    ("automation.planning_stages", [True], "automation.planning_stages"),
    ("automation.check_in", {"title": "", "days": 1}, "automation.check_in.title"),
    ("automation.follow_up", {"title": "Call", "days": 366}, "automation.follow_up.days"),
    (
        "calendar.weekend",
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        "calendar.weekend",
    ),
    ("calendar.holidays", ["25.12.2026"], "calendar.holidays"),
    ("calendar.hour", 24, "calendar.hour"),
    ("calendar.outcomes", [], "calendar.outcomes"),
    ("calendar.outcomes", ["Reached", "Reached"], "calendar.outcomes"),
    ("calendar.outcomes", ["Shrugged"], "calendar.outcomes"),
    ("calendar.next_steps", {"Reached": {"title": "Ask", "days": 366}}, "calendar.next_steps.Reached.days"),
    ("payments.grace_days", 366, "payments.grace_days"),
    ("payments.rates", {"usd": 1}, "payments.rates.usd"),
    ("payments.rates", {"USDT": 1}, "payments.rates.USDT"),
    ("payments.rates", {"USD": 0}, "payments.rates.USD"),
    ("payments.rates", {"USD": -1}, "payments.rates.USD"),
    ("payments.rates", {"USD": 1_000_001}, "payments.rates.USD"),
    ("targets.conversion", -0.1, "targets.conversion"),
    ("targets.conversion", True, "targets.conversion"),
    ("targets.conversion", "0.2", "targets.conversion"),
    ("moves.login", {"Lifecycle": "Attic"}, "moves.login.Lifecycle"),
    ("moves.login", {"Attic": "Retention"}, "moves.login.Attic"),
]

RIGHT: list[tuple[str, object]] = [
    ("team.currency", "JPY"),
    ("team.time_zone", "Pacific/Auckland"),
    ("points.default_award", 50),
    ("points.largest_award", 1000),
    ("points.cta", {"Form": 50, "Page": 0}),
    ("score.hot_above", 0),
    ("alerts.on", []),
    ("alerts.silent", ["no answer"]),
    ("alerts.expire_after_days", 365),
    ("automation.planning_stages", []),
    ("calendar.weekend", ["Friday", "Saturday"]),
    ("calendar.hour", 0),
    ("calendar.outcomes", ["Reached"]),
    ("payments.grace_days", 0),
    ("payments.rates", {"USD": 1_000_000}),
    ("targets.conversion", 0),
    ("moves.login", {}),
]


@pytest.mark.parametrize(("key", "value", "blamed"), WRONG)
def test_a_wrong_value_is_blamed_on_its_own_key(key: str, value: object, blamed: str) -> None:
    with pytest.raises(SettingError) as refusal:
        settled(key, value)
    assert refusal.value.key == blamed


@pytest.mark.parametrize(("key", "value", "blamed"), WRONG)
def test_a_wrong_value_costs_itself_and_keeps_its_neighbour(key: str, value: object, blamed: str) -> None:
    overrides = {key: value, "score.assign_above": 33}
    settings, problems = settle(DEFAULTS, overrides)
    assert settings == team_settings(laid_over(DEFAULTS, {"score.assign_above": 33}))
    assert len(problems) == 1
    assert f"The setting {blamed} is" in problems[0]


@pytest.mark.parametrize(("key", "value"), RIGHT)
def test_a_value_at_the_edge_of_what_is_allowed_is_taken(key: str, value: object) -> None:
    settings, problems = settle(DEFAULTS, {key: value})
    assert problems == []
    assert settings != SETTINGS


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS.keys())
def test_every_number_of_a_rule_is_kept_within_its_range(number: Any) -> None:
    for value in (number.least, min(number.most, 1e9)):
        setting = type(number.least)(value)
        assert settled(number.key, setting) is not None
    with pytest.raises(SettingError) as refusal:
        settled(number.key, number.least - 1)
    assert refusal.value.key == number.key


def test_two_wrong_values_cost_both_and_no_third() -> None:
    settings, problems = settle(DEFAULTS, {"calendar.hour": 99, "payments.grace_days": -1, "score.hot_above": 44})
    assert (len(problems), settings.score.hot_above, settings.calendar.hour) == (2, 44, SETTINGS.calendar.hour)


def test_the_shipped_settings_turn_every_rule_on() -> None:
    assert SETTINGS.alerts.on == RULE_NAMES
    assert SETTINGS.alerts.silent == frozenset()


def test_reps_are_names_or_tables_with_more() -> None:
    reps = settled("team.reps", ["Amaia", {"name": "Tomasz", "email": "t@w.example", "active": False}, {"name": "Ida"}]).reps
    assert reps == (Rep("Amaia"), Rep("Tomasz", "t@w.example", False), Rep("Ida", "", True))


def test_sharing_all_events_is_a_choice_of_two() -> None:
    assert [settled("events.share", choice).share_all_events for choice in ("all", "daily sums")] == [True, False]


def test_the_calendar_knows_its_free_days_by_name_and_date() -> None:
    days = team_settings(merged(DEFAULTS, {"calendar": {"weekend": ["Friday"], "holidays": ["2026-12-25"]}})).calendar.days
    assert (days.weekend, days.holidays) == (frozenset({4}), frozenset({date(2026, 12, 25)}))


def test_a_rate_is_the_decimal_that_was_written() -> None:
    assert settled("payments.rates", {"USD": 0.1}).payments.rates == {"USD": Decimal("0.1")}


def test_steps_of_the_score_stand_with_the_best_first() -> None:
    assert SETTINGS.score.use_case_characters == ((280, 5), (80, 3))
    assert SETTINGS.score.answered_within_hours == ((24, 5), (72, 3))


STAGES = [
    {"name": "One", "short": "1st"},
    {"name": "Two", "limit_days": 5},
    {"name": "Three", "end": True, "formerly": ["Old"]},
]


def test_a_journey_is_read_stage_by_stage() -> None:
    journey = read_journeys([{"name": "Deal", "stage": STAGES, "formerly": ["Sale"]}])[0]
    assert (journey.name, journey.formerly) == ("Deal", ("Sale",))
    assert [(stage.number, stage.name, stage.short, stage.limit_days, stage.is_end) for stage in journey.stages] == [
        (1, "One", "1st", None, False),
        (2, "Two", "Two", 5, False),
        (3, "Three", "Three", None, True),
    ]


def test_a_stage_has_a_limit_of_cards_and_needs_fields_by_their_names() -> None:
    stages = [{"name": "One", "card_limit": 60, "needs": ["estimated revenue", "Source", "Source"]}, {"name": "Two"}]
    one, two = read_journeys([{"name": "Deal", "stage": stages}])[0].stages
    assert (one.card_limit, one.needs) == (60, ("estimated_revenue", "source"))
    assert (two.card_limit, two.needs) == (None, ())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("one", 1),
        (" ONE ", 1),
        ("1ST", 1),
        ("2", 2),
        ("old", 3),
        ("three", 3),
        ("4", None),
        ("", None),
        ("Sale", None),
    ],
)
def test_a_stage_is_found_by_number_name_short_or_old_name(text: str, number: int | None) -> None:
    stage = read_journeys([{"name": "Deal", "stage": STAGES}])[0].find(text)
    assert (stage.number if stage else None) == number


def test_a_name_of_today_comes_before_one_of_the_past() -> None:
    stages = [{"name": "New", "formerly": ["Two"]}, {"name": "Two"}]
    found = read_journeys([{"name": "Deal", "stage": stages}])[0].find("two")
    assert isinstance(found, Stage)
    assert found.number == 2


@pytest.mark.parametrize(
    ("tables", "key"),
    [
        ([], "journey"),
        ({}, "journey"),
        ([{"name": "A", "stage": []}], "journey 1.stage"),
        ([{"name": "A", "stage": STAGES}, {"name": "B"}], "journey 2.stage"),
        ([{"name": "", "stage": STAGES}], "journey 1.name"),
        ([{"name": "A", "stage": [{"name": "x"}, {"name": ""}]}], "journey 1.stage 2.name"),
        ([{"name": "A", "stage": [{"name": "x"}, {"name": "X"}]}], "journey 1.stage"),
        ([{"name": "A", "stage": [{"name": "x", "limit_days": 0}]}], "journey 1.stage 1.limit_days"),
        ([{"name": "A", "stage": [{"name": "x", "limit_days": 3651}]}], "journey 1.stage 1.limit_days"),
        ([{"name": "A", "stage": [{"name": "x", "card_limit": 0}]}], "journey 1.stage 1.card_limit"),
        ([{"name": "A", "stage": [{"name": "x", "card_limit": "60"}]}], "journey 1.stage 1.card_limit"),
        ([{"name": "A", "stage": [{"name": "x", "needs": "Email"}]}], "journey 1.stage 1.needs"),
        ([{"name": "A", "stage": [{"name": "x", "needs": ["Email", "LTV"]}]}], "journey 1.stage 1.needs"),
        ([{"name": "A", "stage": STAGES}, {"name": "a", "stage": STAGES}], "journey"),
    ],
)
def test_journeys_that_cannot_be_name_the_place(tables: object, key: str) -> None:
    with pytest.raises(SettingError) as refusal:
        read_journeys(tables)
    assert refusal.value.key == key


def test_moves_name_stages_by_any_of_their_names() -> None:
    journeys = read_journeys([{"name": "Deal", "stage": STAGES}])
    moves = read_moves(Reader({"login": {"Deal": "1st"}, "sale": {"Deal": "Old"}, "none": {}}, "moves"), journeys)
    assert dict(moves) == {"login": (("Deal", 1),), "sale": (("Deal", 3),), "none": ()}


@given(st.lists(st.integers(0, 9), max_size=5))
def test_thresholds_begin_with_nothing_and_rise(points: list[int]) -> None:
    rises = bool(points) and points[0] == 0 and all(a < b for a, b in itertools.pairwise(points))
    if rises:
        assert read_thresholds(points) == tuple(points)
    else:
        with pytest.raises(SettingError):
            read_thresholds(points)


def test_a_journey_is_found_by_name_before_its_old_names() -> None:
    deal, sale = Journey("Deal", (), ("Sale",)), Journey("Sale", (), ())
    settings = replace(SETTINGS, journeys=(deal, sale))
    assert settings.journey("SALE") is sale
    settings = replace(SETTINGS, journeys=(deal,))
    assert settings.journey("sale") is deal
    assert settings.journey("Rental") is None


VALUES = st.dictionaries(st.sampled_from("abc"), st.dictionaries(st.sampled_from("xyz"), st.integers(0, 3)), max_size=3)


@given(VALUES, VALUES)
def test_the_differences_laid_over_the_defaults_give_the_changed(defaults: dict[str, Any], changes: dict[str, Any]) -> None:
    changed = merged(defaults, changes)
    overrides = differences(defaults, changed)
    assert laid_over(defaults, overrides) == changed
    assert differences(defaults, defaults) == {}


@given(VALUES, VALUES)
def test_laying_over_leaves_both_as_they_were(defaults: dict[str, Any], overrides: dict[str, Any]) -> None:
    before = deepcopy((defaults, overrides))
    laid = laid_over(
        defaults, {f"{table}.{name}": value for table, values in overrides.items() for name, value in values.items()}
    )
    laid.setdefault("a", {})["x"] = 99
    assert (defaults, overrides) == before
