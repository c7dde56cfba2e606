"""What happens by itself, as pure rules (docs/rules.md, "Automations")."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.automation.after_alerts import follow_up_text
from journeydesk.domain.automation.names import AUTOMATION_NAMES, CHECK_IN, FOLLOW_UP, ONBOARDING, OWNER, PLANNING, TIER
from journeydesk.domain.automation.owner import assign, needs_owner
from journeydesk.domain.automation.plan import Plan, due
from journeydesk.domain.automation.registry import BY_NAME
from journeydesk.domain.automation.replay import replay
from journeydesk.domain.errors import SettingError
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.rules.answers import NO_ANSWER
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.rules.usage import USAGE_SPIKE
from journeydesk.domain.settings import Rep
from journeydesk.domain.working_days import WorkingDays
from tests.unit.domain.rules.building import SETTINGS, at, call, customer, happened, prospect, raised, settings, use
from tests.unit.domain.test_fold import event


def plans(rule: str, facts: ProspectFacts, *alerting: str) -> list[Plan]:
    alerts = [alert for name in alerting for alert in raised(name, facts)]
    return BY_NAME[rule].find(facts, alerts, SETTINGS)


def test_every_automation_is_found_by_its_name_and_is_on() -> None:
    assert set(BY_NAME) == AUTOMATION_NAMES == SETTINGS.automation.on


def test_an_accepted_application_gets_its_owners_onboarding_list() -> None:
    facts = prospect([event(1, "application_accepted")], owner="Tomasz Wilk")
    found = plans(ONBOARDING, facts)[0]
    assert [task.kind for task in found.tasks] == ["Onboarding"] * 5
    assert {task.owner for task in found.tasks} == {"Tomasz Wilk"}


def test_accepted_by_hand_counts_as_accepted() -> None:
    by_hand = prospect([event(1, "stage_set", stage="Beta Accepted", journey="Deal")])
    by_status = prospect(accepted_at=at(hours=1), status="Accepted")
    assert plans(ONBOARDING, by_hand)
    assert plans(ONBOARDING, by_status)
    assert not plans(ONBOARDING, prospect([event(1, "application_received")]))


def test_two_machines_and_a_late_event_make_the_same_tasks() -> None:
    one = prospect([event(5, "application_accepted")])
    late = prospect([event(5, "application_accepted"), event(2, "application_accepted")])
    assert [task.key for task in plans(ONBOARDING, one)[0].tasks] == [task.key for task in plans(ONBOARDING, late)[0].tasks]


def test_who_was_turned_down_again_is_not_onboarded() -> None:
    assert plans(ONBOARDING, prospect([event(1, "application_accepted")], status="Rejected")) == []


def test_a_usage_spike_makes_a_check_in() -> None:
    facts = customer(usage=use(*(100,) * 7, *(300,) * 7))
    assert [task.kind for plan in plans(CHECK_IN, facts, USAGE_SPIKE) for task in plan.tasks] == ["Check-in"]
    assert plans(CHECK_IN, facts) == []


def test_no_response_makes_a_follow_up_each_time_and_a_week_apart() -> None:
    first = prospect(touches=(call(at(days=8), "No answer"),))
    again = prospect(touches=(call(at(days=8), "No answer"), call(at(days=7), "No answer")))
    keys = {task.key for facts in (first, again) for plan in plans(FOLLOW_UP, facts, NO_ANSWER) for task in plan.tasks}
    assert len(keys) == 2


@pytest.mark.parametrize(("contact", "greeting"), [("Priya Raghunath", "Hello Priya,"), ("", "Hello,")])
@pytest.mark.parametrize("applied", [True, False])
def test_the_drafted_text_greets_and_signs(contact: str, greeting: str, applied: bool) -> None:
    text = follow_up_text(contact, "Acme", "Amaia Etxarri", applied)
    assert text.startswith(greeting)
    assert text.endswith("Kind regards\nAmaia Etxarri")
    assert "Acme" in text


@pytest.mark.parametrize(
    ("payload", "tier"), [('{"tier": "explorer"}', "Explorer"), ("{}", "Accelerator"), ("[]", "Accelerator")]
)
def test_a_completed_checkout_grants_its_tier(payload: str, tier: str) -> None:
    facts = prospect(occurrences=happened(("checkout_completed", at(hours=1)), checkout_completed=payload))
    assert [plan.fields for plan in plans(TIER, facts)] == [{"tier": tier}]


def test_each_late_stage_calls_for_one_planning_review() -> None:
    log = [event(n, "stage_set", stage=stage, journey="Engagement") for n, stage in enumerate(("5", "4", "5", "6"), 1)]
    found = plans(PLANNING, prospect(log))
    assert [plan.cause for plan in found] == ["stage 5", "stage 6"]
    assert {task.kind for plan in found for task in plan.tasks} == {"Roadmap"}


REPS = (Rep("Amaia"), Rep("Joonas"), Rep("Priya", active=False))


def test_the_active_rep_with_the_fewest_open_prospects_gets_the_next() -> None:
    waiting = [prospect(key=f"BETA-{n}", score=41, applied_on=at(days=n)) for n in (1, 2, 3)]
    assert assign(waiting, REPS, {"Amaia": 2, "Joonas": 1}) == {"BETA-3": "Joonas", "BETA-2": "Amaia", "BETA-1": "Joonas"}


@given(st.lists(st.integers(0, 9), min_size=2, max_size=2), st.integers(0, 30))
def test_who_has_fewer_is_never_left_behind(load: list[int], count: int) -> None:
    waiting = [prospect(key=f"BETA-{n}", score=50) for n in range(count)]
    given = assign(waiting, REPS, {"Amaia": load[0], "Joonas": load[1]})
    totals = [load[0] + list(given.values()).count("Amaia"), load[1] + list(given.values()).count("Joonas")]
    assert len(given) == count
    assert abs(totals[0] - totals[1]) <= max(1, abs(load[0] - load[1]) - count)


@pytest.mark.parametrize(
    ("facts", "needs"),
    [
        ({"score": 41}, True),
        ({"score": 40}, False),
        ({"score": 50, "owner": "Amaia"}, False),
        ({"score": 50, "status": "Active"}, False),
    ],
)
def test_only_undecided_applications_above_the_limit_need_an_owner(facts: dict[str, object], needs: bool) -> None:
    assert needs_owner(replace(prospect(), **facts), SETTINGS) is needs  # type: ignore[arg-type]


def test_nobody_active_means_nobody_is_given_anything() -> None:
    assert assign([prospect(score=50)], (Rep("Priya", active=False),), {}) == {}
    assert plans(OWNER, prospect(score=50)) == []


def test_a_task_is_due_on_a_working_day_at_the_teams_hour() -> None:
    # Friday evening in Berlin; the next working day is Monday.
    assert due(SETTINGS, "2026-05-15T20:00:00.000Z", 1) == "2026-05-18T07:00:00.000Z"
    monday_off = settings(calendar={"holidays": ["2026-05-18"]})
    assert due(monday_off, "2026-05-15T20:00:00.000Z", 1) == "2026-05-19T07:00:00.000Z"


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(0, 40))
def test_working_days_added_are_working_days_between(day: date, count: int) -> None:
    calendar = WorkingDays(holidays=frozenset({date(2026, 12, 25)}))
    found = calendar.add(day, count)
    assert calendar.works(found)
    between = [date.fromordinal(n) for n in range(day.toordinal() + 1, found.toordinal() + 1)]
    if count:
        assert sum(calendar.works(one) for one in between) == count


@pytest.mark.parametrize(
    ("table", "override", "key"),
    [
        ("automation", {"on": ["sorcery"]}, "automation.on"),
        ("automation", {"tier": "Gold"}, "automation.tier"),
        ("automation", {"planning_stages": ["five"]}, "automation.planning_stages"),
        ("automation", {"onboarding": [{"title": "", "days": 1}]}, "automation.onboarding 1.title"),
        ("calendar", {"weekend": ["Caturday"]}, "calendar.weekend"),
        ("calendar", {"holidays": ["soon"]}, "calendar.holidays"),
        ("calendar", {"next_steps": {"Shrugged": {"title": "Ask", "days": 1}}}, "calendar.next_steps.Shrugged"),
    ],
)
def test_a_wrong_setting_names_its_key(table: str, override: dict[str, object], key: str) -> None:
    with pytest.raises(SettingError) as wrong:
        settings(**{table: override})
    assert wrong.value.key == key


def _replayed(rule: str, facts: ProspectFacts, log: list[Event], since: str, until: str) -> list[str]:
    return [plan.cause for plan in replay(SETTINGS, rule, facts, log, since, until, {})]


def test_a_replay_finds_a_message_that_was_answered_too_late() -> None:
    facts = prospect(touches=(call(at(days=30), "No answer"),), occurrences=happened(("email_replied", at(days=20))))
    late = _replayed(FOLLOW_UP, facts, [], at(days=40), at())
    in_time = replace(facts, occurrences=happened(("email_replied", at(days=25))))
    assert len(late) == 1
    assert _replayed(FOLLOW_UP, in_time, [], at(days=40), at()) == []


def test_a_replay_keeps_to_its_span() -> None:
    log = [event(1, "application_accepted"), event(200, "stage_set", stage="5", journey="Engagement")]
    facts = replace(
        prospect(), standing=fold(SETTINGS, log), occurrences=happened(("application_accepted", log[0].occurred_at))
    )
    assert _replayed(ONBOARDING, facts, log, "2026-05-01T00:00:00.000Z", "2026-05-02T00:00:00.000Z") == ["accepted"]
    assert _replayed(PLANNING, facts, log, "2026-05-01T00:00:00.000Z", "2026-05-02T00:00:00.000Z") == []
    assert _replayed(PLANNING, facts, log, "2026-05-02T00:00:00.000Z", at(days=-9)) == ["stage 5"]
