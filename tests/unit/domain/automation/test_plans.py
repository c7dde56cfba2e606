"""What each automation plans: its cause, its words, its tasks, its fields (docs/rules.md, "Automations")."""

import hashlib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.automation.after_alerts import LISTENS, follow_up_text
from journeydesk.domain.automation.names import CHECK_IN, FOLLOW_UP, ONBOARDING, OWNER, PLANNING, TIER
from journeydesk.domain.automation.onboarding import accepted_at
from journeydesk.domain.automation.owner import assign, needs_owner, next_rep
from journeydesk.domain.automation.plan import Plan, TaskDraft, drafts, due, task_key
from journeydesk.domain.automation.registry import AUTOMATIONS, BY_NAME
from journeydesk.domain.rules.answers import NO_ANSWER
from journeydesk.domain.rules.applications import UNANSWERED_APPLICATION
from journeydesk.domain.rules.facts import ProspectFacts
from journeydesk.domain.rules.usage import USAGE_SPIKE
from journeydesk.domain.settings import Rep
from journeydesk.domain.settings.automation import PlannedTask
from tests.unit.domain.rules.building import SETTINGS, at, call, customer, happened, prospect, raised, settings, use
from tests.unit.domain.test_fold import event


def plans(rule: str, facts: ProspectFacts, *alerting: str) -> list[Plan]:
    alerts = [alert for name in alerting for alert in raised(name, facts)]
    return BY_NAME[rule].find(facts, alerts, SETTINGS)


def test_automations_run_in_an_order_that_gives_owners_first() -> None:
    assert [automation.name for automation in AUTOMATIONS] == [OWNER, TIER, ONBOARDING, PLANNING, CHECK_IN, FOLLOW_UP]
    assert {CHECK_IN: {USAGE_SPIKE}, FOLLOW_UP: {NO_ANSWER, UNANSWERED_APPLICATION}} == LISTENS


def test_the_key_of_a_task_is_made_of_rule_prospect_cause_and_place() -> None:
    digest = hashlib.sha256(b"onboarding tasks|BETA-1|accepted|2").hexdigest()
    assert task_key(ONBOARDING, "BETA-1", "accepted", 2) == f"TSK-{digest[:20]}"


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("cd"), st.sampled_from("ef"), st.integers(1, 3)), unique=True))
def test_no_two_tasks_share_a_key(parts: list[tuple[str, str, str, int]]) -> None:
    assert len({task_key(*part) for part in parts}) == len(parts)


def test_drafts_are_numbered_from_one_in_the_order_of_the_settings() -> None:
    planned = (PlannedTask("First", 1), PlannedTask("Second", 2))
    tasks = drafts(SETTINGS, "r", prospect(owner="Amaia"), "c", "2026-05-19T09:00:00.000Z", "Onboarding", planned)
    assert tasks == (
        TaskDraft(task_key("r", "BETA-1", "c", 1), "First", "Onboarding", "2026-05-20T07:00:00.000Z", "Amaia"),
        TaskDraft(task_key("r", "BETA-1", "c", 2), "Second", "Onboarding", "2026-05-21T07:00:00.000Z", "Amaia"),
    )


@pytest.mark.parametrize(
    ("moment", "days", "expected"),
    [
        ("2026-05-19T09:00:00.000Z", 0, "2026-05-19T07:00:00.000Z"),
        ("2026-05-19T22:30:00.000Z", 0, "2026-05-20T07:00:00.000Z"),
        ("2026-05-19T21:59:00.000Z", 1, "2026-05-20T07:00:00.000Z"),
        ("2026-05-22T09:00:00.000Z", 1, "2026-05-25T07:00:00.000Z"),
        ("2026-05-23T09:00:00.000Z", 0, "2026-05-25T07:00:00.000Z"),
        ("2026-01-05T09:00:00.000Z", 1, "2026-01-06T08:00:00.000Z"),
    ],
)
def test_a_task_is_due_at_nine_of_the_teams_day(moment: str, days: int, expected: str) -> None:
    assert due(SETTINGS, moment, days) == expected


def test_the_hour_of_tasks_is_the_teams() -> None:
    assert due(settings(calendar={"hour": 14}), "2026-05-19T09:00:00.000Z", 1) == "2026-05-20T12:00:00.000Z"


def test_onboarding_has_one_plan_with_the_tasks_of_the_settings() -> None:
    facts = prospect([event(1, "application_accepted")], company="Tarn")
    (plan,) = plans(ONBOARDING, facts)
    assert (plan.rule, plan.cause, plan.words) == (ONBOARDING, "accepted", "Tarn was accepted")
    assert [task.title for task in plan.tasks] == [task.title for task in SETTINGS.automation.onboarding]
    assert plan.fields == {}


@pytest.mark.parametrize(
    ("log", "facts", "expected"),
    [
        ((), {}, None),
        ((3,), {}, 3),
        ((5, 3), {}, 3),
        ((5,), {"accepted_at": "2026-05-01T10:00:00.000Z"}, 2),
        ((1,), {"accepted_at": "2026-05-01T10:00:00.000Z"}, 1),
    ],
)
def test_the_earliest_sign_of_acceptance_counts(log: tuple[int, ...], facts: dict[str, Any], expected: int | None) -> None:
    accepted = prospect([event(number, "application_accepted") for number in log], **facts)
    assert accepted_at(accepted, SETTINGS) == (event(expected, "login").occurred_at if expected else None)


def test_an_acceptance_is_known_by_its_event_alone() -> None:
    facts = prospect(occurrences=happened(("application_accepted", at(days=2)), ("application_accepted", at(days=1))))
    assert accepted_at(facts, SETTINGS) == at(days=2)


def test_only_the_stage_of_the_deal_says_accepted() -> None:
    elsewhere = prospect([event(1, "stage_set", stage="LEAD_QUALIFIED", journey="Customer status")])
    earlier = prospect([event(1, "stage_set", stage="Technical Review", journey="Deal")])
    assert [accepted_at(facts, SETTINGS) for facts in (elsewhere, earlier)] == [None, None]


def test_a_team_without_a_deal_accepts_by_status_alone() -> None:
    renamed = replace(SETTINGS, journeys=tuple(journey for journey in SETTINGS.journeys if journey.name != "Deal"))
    assert accepted_at(prospect(accepted_at=at()), renamed) == at()
    assert accepted_at(prospect([event(1, "application_accepted")]), renamed) is None


@pytest.mark.parametrize("status", [{"status": "Rejected"}, {"status": "Churned"}, {"customer_status": "CHURNED"}])
def test_nothing_is_planned_for_who_is_lost(status: dict[str, Any]) -> None:
    log = [event(1, "application_accepted"), event(2, "stage_set", stage="5", journey="Engagement")]
    facts = prospect(log, **status)
    assert [plans(rule, facts) for rule in (ONBOARDING, PLANNING)] == [[], []]


def test_a_planning_review_says_which_stage_was_reached_and_when() -> None:
    log = [event(n, "stage_set", stage=stage, journey="Engagement") for n, stage in enumerate(("6", "5", "6", "5"), 1)]
    assert [(plan.cause, plan.at, plan.words) for plan in plans(PLANNING, prospect(log, company="Tarn"))] == [
        ("stage 5", log[1].occurred_at, "Tarn reached Construction"),
        ("stage 6", log[0].occurred_at, "Tarn reached Mastery"),
    ]


def test_a_late_stage_of_another_journey_needs_no_planning() -> None:
    assert plans(PLANNING, prospect([event(1, "stage_set", stage="5", journey="Deal")])) == []


@pytest.mark.parametrize(
    ("payloads", "tier"),
    [
        (('{"tier": "Explorer"}', '{"tier": "ACCELERATOR"}'), "Accelerator"),
        (('{"tier": "Accelerator"}', '{"tier": "explorer"}'), "Explorer"),
        (("{}", '{"tier": "Gold"}'), "Accelerator"),
        (("{}", "not json"), "Accelerator"),
    ],
)
def test_the_last_checkout_decides_the_tier(payloads: tuple[str, str], tier: str) -> None:
    first, last = (
        happened(("checkout_completed", at(hours=hours)), checkout_completed=payload)["checkout_completed"][0]
        for hours, payload in zip((2, 1), payloads, strict=True)
    )
    (plan,) = plans(TIER, prospect(company="Tarn", occurrences={"checkout_completed": (first, last)}))
    assert (plan.cause, plan.at, plan.fields) == (last.id, last.at, {"tier": tier})
    assert plan.words == f"Tarn completed a checkout: {tier}"


def test_no_checkout_grants_no_tier() -> None:
    assert plans(TIER, prospect(occurrences=happened(("cart_abandoned", at())))) == []


@pytest.mark.parametrize(
    ("facts", "moment"),
    [({"scored_at": ""}, at(days=1)), ({"scored_at": at(hours=2)}, at(hours=2)), ({"scored_at": at(days=9)}, at(days=1))],
)
def test_an_owner_is_given_as_of_the_later_of_score_and_application(facts: dict[str, Any], moment: str) -> None:
    given = prospect(company="Tarn", score=44, assigned="Amaia", **facts)
    (plan,) = plans(OWNER, given)
    assert (plan.at, plan.cause, plan.fields) == (moment, f"application {at(days=1)}", {"owner": "Amaia"})
    assert plan.words == "Tarn with a score of 44 goes to Amaia"


def test_who_was_given_to_nobody_or_never_applied_gets_no_plan() -> None:
    assert plans(OWNER, prospect(score=44)) == []
    assert plans(OWNER, prospect(score=44, assigned="Amaia", applied_on=None)) == []


@pytest.mark.parametrize(("score", "needs"), [(None, False), (0, False), (40, False), (41, True), (50, True)])
@pytest.mark.parametrize(("status", "undecided"), [("New", True), ("Reviewing", True), ("", True), ("Accepted", False)])
def test_an_undecided_application_above_forty_needs_an_owner(
    score: int | None, needs: bool, status: str, undecided: bool
) -> None:
    assert needs_owner(prospect(score=score, status=status), SETTINGS) is (needs and undecided)
    assert not needs_owner(prospect(score=score, status=status, owner="Ida"), SETTINGS)
    assert not needs_owner(prospect(score=score, status=status, applied_on=None), SETTINGS)


@pytest.mark.parametrize(
    ("load", "rep"),
    [({}, "Amaia"), ({"Amaia": 1}, "Joonas"), ({"Amaia": 1, "Joonas": 1}, "Amaia"), ({"Amaia": 3, "Joonas": 2}, "Joonas")],
)
def test_the_next_rep_has_the_fewest_and_then_the_first_name(load: dict[str, int], rep: str) -> None:
    reps = (Rep("Joonas"), Rep("Amaia"), Rep("Aaron", active=False))
    assert next_rep(reps, load) == rep


def test_nobody_is_next_where_nobody_is_active() -> None:
    assert next_rep((), {}) is None
    assert next_rep((Rep("Aaron", active=False),), {"Aaron": 0}) is None


def test_the_earliest_application_then_the_first_key_comes_first() -> None:
    reps = (Rep("Amaia"), Rep("Joonas"))
    waiting = [
        prospect(key="B", applied_on=at(days=1)),
        prospect(key="A", applied_on=at(days=1)),
        prospect(key="Z", applied_on=at(days=5)),
        prospect(key="N", applied_on=None),
    ]
    assert assign(waiting, reps, {}) == {"N": "Amaia", "Z": "Joonas", "A": "Amaia", "B": "Joonas"}


def test_giving_out_prospects_leaves_the_callers_load_alone() -> None:
    load = {"Amaia": 1}
    assign([prospect()], (Rep("Amaia"),), load)
    assert load == {"Amaia": 1}


def test_a_spike_and_a_silence_each_make_the_task_of_their_own() -> None:
    spiking = customer(usage=use(*(100,) * 7, *(300,) * 7))
    (check_in,) = plans(CHECK_IN, spiking, USAGE_SPIKE)
    assert [(task.title, task.kind) for task in check_in.tasks] == [("Check in about the rise in calls", "Check-in")]
    silent = prospect(touches=(call(at(days=8), "No answer"),))
    (follow_up,) = plans(FOLLOW_UP, silent, NO_ANSWER)
    (alert,) = raised(NO_ANSWER, silent)
    assert [(task.title, task.kind) for task in follow_up.tasks] == [("Follow up", "Follow-up")]
    assert (follow_up.cause, follow_up.at, follow_up.words) == (alert.id, alert.raised_at, alert.headline)


def test_only_an_unanswered_application_is_followed_up() -> None:
    waiting = prospect(applied_on=at(days=3), score=50)
    assert len(plans(FOLLOW_UP, waiting, UNANSWERED_APPLICATION, "hot application")) == 1
    assert plans(CHECK_IN, waiting, UNANSWERED_APPLICATION, "hot application") == []


@pytest.mark.parametrize(("contact", "greeting"), [("Ida Holm", "Hello Ida,"), ("", "Hello,"), ("Ida", "Hello Ida,")])
@pytest.mark.parametrize(("company", "about"), [("Tarn", " for Tarn"), ("", "")])
def test_a_follow_up_speaks_of_what_was_sent(contact: str, greeting: str, company: str, about: str) -> None:
    applied = follow_up_text(contact, company, "Amaia", applied=True)
    written = follow_up_text(contact, company, "", applied=False)
    assert applied.startswith(f"{greeting}\n\nthank you again for your application{about}. I would")
    assert applied.endswith("\n\nKind regards\nAmaia")
    assert written.startswith(f"{greeting}\n\nI wrote to you last week{about} and would")
    assert written.endswith("\n\nKind regards")


def test_a_holiday_moves_a_planned_task() -> None:
    free = replace(SETTINGS.calendar, days=replace(SETTINGS.calendar.days, holidays=frozenset({date(2026, 5, 20)})))
    assert due(replace(SETTINGS, calendar=free), "2026-05-19T09:00:00.000Z", 1) == "2026-05-21T07:00:00.000Z"
