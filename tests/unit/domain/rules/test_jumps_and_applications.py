"""Stage skip, big jump, hot application, auto-assigned, Fortune 500, unanswered application (docs/rules.md, "Alert rules")."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.rules.applications import AUTO_ASSIGNED, FORTUNE_500, HOT_APPLICATION, UNANSWERED_APPLICATION
from journeydesk.domain.rules.jumps import BIG_JUMP, STAGE_SKIP
from tests.unit.domain.rules.building import SETTINGS, at, call, happened, prospect, raised, settings, verdict
from tests.unit.domain.test_fold import event, events

SKIP = [event(1, "application_received"), event(2, "cta_clicked", stage="3", points=5)]


@pytest.mark.parametrize(("stage", "rule", "other"), [("3", STAGE_SKIP, BIG_JUMP), ("5", BIG_JUMP, STAGE_SKIP)])
def test_a_click_ahead_fires_the_rule_of_its_gap_and_only_that(stage: str, rule: str, other: str) -> None:
    facts = prospect([event(1, "cta_clicked", stage=stage, points=5)])
    assert len(raised(rule, facts)) == 1
    assert raised(other, facts) == []


def test_a_click_on_the_next_stage_fires_nothing() -> None:
    assert raised(STAGE_SKIP, prospect([event(1, "cta_clicked", stage="2", points=5)])) == []


def test_the_same_jump_is_one_alert_however_often_its_event_arrives() -> None:
    once, again = raised(STAGE_SKIP, prospect(SKIP)), raised(STAGE_SKIP, prospect([*SKIP, SKIP[1]]))
    assert [alert.id for alert in once] == [alert.id for alert in again]


def test_a_late_event_that_explains_the_click_clears_the_skip() -> None:
    moved = event(9, "stage_set", stage="3", at=None, journey="Engagement")
    late = type(moved)(moved.id, moved.type, moved.stage, None, SKIP[0].occurred_at, moved.arrived_at, "test", moved.payload)
    assert raised(STAGE_SKIP, prospect([*SKIP, late])) == []


@given(events)
def test_every_jump_of_a_log_is_a_skip_or_a_big_jump_and_never_both(log: list[object]) -> None:
    facts = prospect(log)  # type: ignore[arg-type]
    skips, jumps = raised(STAGE_SKIP, facts), raised(BIG_JUMP, facts)
    assert len(skips) + len(jumps) == len(facts.standing.jumps)
    assert not {alert.event for alert in skips} & {alert.event for alert in jumps}


@pytest.mark.parametrize(("score", "fires"), [(45, False), (46, True), (None, False)])
def test_an_application_is_hot_above_forty_five(score: int | None, fires: bool) -> None:
    assert bool(raised(HOT_APPLICATION, prospect(score=score))) is fires


def test_a_hot_application_clears_when_it_is_decided() -> None:
    assert raised(HOT_APPLICATION, prospect(score=50, status="Accepted")) == []


def test_a_second_application_of_the_same_prospect_is_another_cause() -> None:
    first, second = (raised(HOT_APPLICATION, prospect(score=50, applied_on=at(days=days)))[0] for days in (30, 1))
    assert first.id != second.id


def test_auto_assigned_tells_once_who_has_it_and_why() -> None:
    found = raised(AUTO_ASSIGNED, prospect(score=41, assigned="Priya Raghunath"))
    assert [alert.headline for alert in found] == ["Acme was assigned to Priya Raghunath"]
    assert raised(AUTO_ASSIGNED, prospect(score=41, assigned="Priya Raghunath"), at(hours=-5))[0].id == found[0].id


def test_an_application_that_has_an_owner_already_is_not_told_of() -> None:
    assert raised(AUTO_ASSIGNED, prospect(score=50, owner="Amaia Etxarri")) == []


@pytest.mark.parametrize("company", ["Exxon Mobil", "EXXON MOBIL Corp.", "The Exxon-Mobil Corporation"])
def test_a_listed_company_is_found_whatever_its_case_and_legal_form(company: str) -> None:
    assert raised(FORTUNE_500, prospect(company=company))[0].priority == "Urgent"


@pytest.mark.parametrize("company", ["Exxon", "Mobil", "", "Acme"])
def test_a_company_that_only_shares_a_word_is_not_on_the_list(company: str) -> None:
    assert raised(FORTUNE_500, prospect(company=company)) == []


def test_the_list_is_the_teams_own() -> None:
    own = settings(alerts={"fortune_500": ["Acme"]})
    assert raised(FORTUNE_500, prospect(), rules=own)
    assert not raised(FORTUNE_500, prospect(company="Exxon Mobil"), rules=own)


def test_an_empty_list_lists_nobody() -> None:
    assert raised(FORTUNE_500, prospect(company=""), rules=settings(alerts={"fortune_500": ["Inc."]})) == []


def test_without_a_confirmation_48_hours_count_from_the_application() -> None:
    facts = prospect(applied_on=at(hours=48))
    assert raised(UNANSWERED_APPLICATION, facts, at())
    assert verdict(UNANSWERED_APPLICATION, facts, at(minutes=1)).recheck_at == at()
    assert raised(UNANSWERED_APPLICATION, facts, at(minutes=1)) == []


def test_the_wait_begins_with_the_confirmation() -> None:
    facts = prospect(
        applied_on=at(hours=60),
        occurrences=happened(("email_sent", at(hours=40)), email_sent='{"template": "Confirmation"}'),
    )
    assert verdict(UNANSWERED_APPLICATION, facts).recheck_at == at(hours=-8)


@pytest.mark.parametrize(
    "answered",
    [
        {"touches": (call(at(hours=3)),)},
        {"occurrences": happened(("email_replied", at(hours=3)))},
        {"status": "Rejected"},
    ],
)
def test_a_contact_an_answer_or_a_decision_clears_it(answered: dict[str, Any]) -> None:
    assert raised(UNANSWERED_APPLICATION, prospect(applied_on=at(hours=60))) != []
    assert raised(UNANSWERED_APPLICATION, prospect(applied_on=at(hours=60), **answered)) == []


def test_a_payload_that_is_no_json_is_no_confirmation() -> None:
    facts = prospect(applied_on=at(hours=60), occurrences=happened(("email_sent", at(hours=1)), email_sent="not json"))
    assert len(raised(UNANSWERED_APPLICATION, facts)) == 1


@given(st.integers(0, 100))
def test_it_fires_once_however_often_it_is_looked_at(hours: int) -> None:
    facts = prospect(applied_on=at(hours=60))
    assert {alert.id for alert in raised(UNANSWERED_APPLICATION, facts, at(hours=-hours), SETTINGS)} == {
        alert.id for alert in raised(UNANSWERED_APPLICATION, facts)
    }


def test_an_old_application_whose_score_rises_today_is_hot_today() -> None:
    old = prospect(applied_on=at(days=20), score=46)
    risen = prospect(applied_on=at(days=20), score=46, scored_at=at(hours=1))
    assert raised(HOT_APPLICATION, old)[0].raised_at == at(days=20)
    assert raised(HOT_APPLICATION, risen)[0].raised_at == at(hours=1)
    assert raised(HOT_APPLICATION, risen)[0].id == raised(HOT_APPLICATION, old)[0].id


def test_an_application_without_a_status_is_undecided() -> None:
    assert raised(HOT_APPLICATION, prospect(score=50, status=""))
