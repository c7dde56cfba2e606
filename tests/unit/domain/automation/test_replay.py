"""What an automation would have done in a span of the past (docs/rules.md, "Automations")."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from journeydesk.domain.automation.names import CHECK_IN, FOLLOW_UP, ONBOARDING, OWNER, TIER
from journeydesk.domain.automation.plan import Plan
from journeydesk.domain.automation.replay import as_of, replay
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.rules.answers import NO_ANSWER
from journeydesk.domain.rules.facts import ProspectFacts, UsageDay
from journeydesk.domain.settings import Rep
from tests.unit.domain.rules.building import SETTINGS, at, call, customer, happened, prospect, use
from tests.unit.domain.test_fold import event

TEAM = replace(SETTINGS, reps=(Rep("Amaia"), Rep("Joonas")))


def replayed(
    rule: str, facts: ProspectFacts, log: tuple[Event, ...] = (), since: str = at(days=40), until: str = at(), **load: int
) -> list[Plan]:
    return list(replay(TEAM, rule, facts, log, since, until, dict(load)))


def test_who_is_given_to_a_rep_counts_for_the_next() -> None:
    load = {"Amaia": 1, "Joonas": 0}
    waiting = [prospect(key=f"BETA-{n}", score=50, applied_on=at(days=n)) for n in (3, 2, 1)]
    given = [plan.fields["owner"] for facts in waiting for plan in replay(TEAM, OWNER, facts, (), at(days=9), at(), load)]
    assert given == ["Joonas", "Amaia", "Joonas"]
    assert load == {"Amaia": 2, "Joonas": 2}


@pytest.mark.parametrize("facts", [{"score": 40}, {"score": 50, "owner": "Ida"}, {"score": 50, "status": "Accepted"}])
def test_who_needs_no_owner_is_given_to_nobody(facts: dict[str, Any]) -> None:
    assert replayed(OWNER, prospect(**facts)) == []


def test_an_owner_is_given_once_however_much_happens() -> None:
    log = tuple(event(number, "page_viewed") for number in range(5))
    assert len(replayed(OWNER, prospect(score=50, applied_on=at(days=30)), log)) == 1


def test_other_automations_give_no_owner() -> None:
    facts = prospect(score=50, occurrences=happened(("checkout_completed", at(days=1))))
    assert [plan.fields for plan in replayed(TIER, facts)] == [{"tier": "Accelerator"}]


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        (at(days=3), at(), 1),
        (at(days=2), at(), 1),
        (at(days=2, minutes=-1), at(), 0),
        (at(days=9), at(days=2), 0),
        (at(days=9), at(days=2, minutes=-1), 1),
    ],
)
def test_a_span_begins_with_its_first_moment_and_ends_before_its_last(since: str, until: str, count: int) -> None:
    facts = prospect(occurrences=happened(("checkout_completed", at(days=2))), touches=(call(at(days=2), "Reached"),))
    assert len(replayed(TIER, facts, since=since, until=until)) == count


def test_a_silence_is_found_on_the_day_that_it_became_one() -> None:
    facts = prospect(touches=(call(at(days=30), "No answer"),))
    (plan,) = replayed(FOLLOW_UP, facts)
    assert plan.at == at(days=23)


def test_a_muted_rule_is_not_replayed() -> None:
    facts = prospect(touches=(call(at(days=30), "No answer"),), muted=frozenset({NO_ANSWER}))
    assert replayed(FOLLOW_UP, facts) == []


def test_only_the_rules_that_an_automation_hears_are_asked() -> None:
    facts = customer(touches=(call(at(days=30), "No answer"),), usage=use(*(100,) * 7, *(300,) * 7))
    assert {plan.rule for plan in replayed(CHECK_IN, facts)} == {CHECK_IN}
    assert {plan.rule for plan in replayed(FOLLOW_UP, facts)} == {FOLLOW_UP}
    assert replayed(ONBOARDING, facts) == []


def test_two_silences_a_message_apart_are_two_causes() -> None:
    facts = prospect(touches=(call(at(days=30), "No answer"), call(at(days=10), "Voicemail")))
    assert [plan.at for plan in replayed(FOLLOW_UP, facts)] == [at(days=23), at(days=3)]


NOON = "2026-05-10T12:00:00.000Z"


def test_the_facts_of_a_moment_leave_out_what_came_later() -> None:
    before, after = "2026-05-09T12:00:00.000Z", "2026-05-11T12:00:00.000Z"
    log = [event(200, "application_accepted"), event(260, "stage_set", stage="5", journey="Engagement")]
    facts = prospect(
        log,
        occurrences=happened(("login", before), ("login", after), ("email_sent", after)),
        touches=(call(before), call(after)),
        usage=(UsageDay(date(2026, 5, 9), 5, 0.0), UsageDay(date(2026, 5, 10), 6, 0.0)),
        applied_on=before,
        accepted_at=after,
    )
    then = as_of(SETTINGS, facts, log, NOON)
    assert then.standing == fold(SETTINGS, log[:1])
    assert [item.at for item in then.of("login")] == [before]
    assert "email_sent" not in then.occurrences
    assert [touch.at for touch in then.touches] == [before]
    assert (then.usage, then.usage_until) == (facts.usage[:1], date(2026, 5, 9))
    assert (then.applied_on, then.accepted_at) == (before, None)


def test_the_facts_of_a_moment_hold_what_happened_at_that_moment() -> None:
    facts = prospect(occurrences=happened(("login", NOON)), touches=(call(NOON),), applied_on=NOON, accepted_at=NOON)
    then = as_of(SETTINGS, facts, [], NOON)
    assert (then.occurrences, then.touches, then.applied_on, then.accepted_at) == (
        facts.occurrences,
        facts.touches,
        NOON,
        NOON,
    )


def test_a_day_of_use_is_known_when_it_is_over_for_the_team() -> None:
    facts = customer(usage=(UsageDay(date(2026, 5, 9), 5, 0.0),))
    assert as_of(SETTINGS, facts, [], "2026-05-09T21:59:59.999Z").usage == ()
    assert as_of(SETTINGS, facts, [], "2026-05-09T22:00:00.000Z").usage == facts.usage


def test_before_anything_was_known_nothing_is() -> None:
    then = as_of(SETTINGS, prospect(applied_on=None), [], "2020-01-01T00:00:00.000Z")
    assert (then.usage_until, then.applied_on, then.accepted_at, then.standing.moves) == (None, None, None, ())
