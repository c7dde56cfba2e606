"""Each cause over a real database: raised once, cleared with its cause, alike on two machines and in any order of arrival
(docs/rules.md, "Alerts")."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_text
from journeydesk.services.commands import alerts as triage
from journeydesk.services.commands import mutes
from journeydesk.services.evaluation.evaluate import evaluate, evaluate_due
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from tests.integration.rules.conftest import Desk, only


@dataclass(frozen=True)
class Cause:
    """One cause of one rule: how it comes, and what ends it; `end` returns the record that does."""

    rule: str
    begin: Callable[[Desk], RecordId]
    end: Callable[[Desk, RecordId], tuple[str, RecordId]]


def event(
    desk: Desk, prospect: RecordId, kind: str, payload: str | None = None, stage: str | None = None, **ago: float
) -> RecordId:
    at = desk.ago(**ago)
    return desk.event(prospect, kind, at, arrived_at=at, payload=payload, stage=stage, shared=1)


def ends_by(
    kind: str, payload: str | None = None, stage: str | None = None, **ago: float
) -> Callable[..., tuple[str, RecordId]]:
    return lambda desk, prospect: ("events", event(desk, prospect, kind, payload, stage, **ago))


def ends_by_call(outcome: str | None) -> Callable[[Desk, RecordId], tuple[str, RecordId]]:
    def call(desk: Desk, prospect: RecordId) -> tuple[str, RecordId]:
        return "interactions", desk.add(
            "interactions", prospect=prospect, type="Call", outcome=outcome, date=desk.ago(minutes=1)
        )

    return call


def begins_with(*kinds: tuple[str, dict[str, Any]], **values: Any) -> Callable[[Desk], RecordId]:
    def begin(desk: Desk) -> RecordId:
        prospect = desk.prospect(**values)
        for kind, ago in kinds:
            event(desk, prospect, kind, **ago)
        return prospect

    return begin


def unanswered_call(desk: Desk) -> RecordId:
    prospect = desk.prospect(status="Reviewing")
    desk.add("interactions", prospect=prospect, type="Call", outcome="No answer", date=desk.ago(days=7, hours=1))
    return prospect


def jump(stage: str) -> Callable[[Desk], RecordId]:
    def begin(desk: Desk) -> RecordId:
        prospect = desk.prospect()
        event(desk, prospect, "cta_clicked", '{"points": 5}', stage, hours=1)
        return prospect

    return begin


MOVED = '{"journey": "Engagement"}'
CUSTOMER: dict[str, Any] = {"status": "Active", "customer_status": "CUSTOMER"}
CAUSES = [
    Cause("no answer", unanswered_call, ends_by("email_replied", hours=1)),
    Cause("no answer", unanswered_call, ends_by_call("Reached")),
    Cause(
        "unanswered application",
        lambda desk: desk.prospect(applied_on=desk.ago(hours=49)),
        ends_by_call("No answer"),
    ),
    Cause(
        "unanswered application", lambda desk: desk.prospect(applied_on=desk.ago(hours=49)), ends_by("email_replied", hours=1)
    ),
    Cause("access late", begins_with(("payment_succeeded", {"minutes": 11})), ends_by("access_granted", minutes=1)),
    Cause(
        "payment drop-off",
        begins_with(("assessment_completed", {"hours": 1}), ("upgrade_intent", {"minutes": 6})),
        ends_by("payment_succeeded", minutes=1),
    ),
    Cause("churn risk", begins_with(("payment_failed", {"hours": 3}), **CUSTOMER), ends_by("payment_succeeded", hours=1)),
    Cause("integration trouble", begins_with(("scenario_failed", {"hours": 3})), ends_by("scenario_succeeded", hours=1)),
    Cause("integration trouble", begins_with(("content_failed", {"hours": 3})), ends_by("content_generated", hours=1)),
    Cause("rotting", begins_with(("application_received", {"days": 12})), ends_by_call("No answer")),
    Cause("stage skip", jump("3"), ends_by("stage_set", MOVED, "3", hours=2)),
    Cause("big jump", jump("5"), ends_by("stage_set", MOVED, "4", hours=2)),
]
EVERY = pytest.mark.parametrize("cause", CAUSES, ids=lambda cause: cause.rule)
CLEARED = "cleared: its cause is gone"


def settled(desk: Desk, rule: str) -> None:
    """Only this rule, and nothing that happens by itself."""
    desk.settle(alerts={"on": [rule]}, automation={"on": []})


def standing(desk: Desk) -> list[tuple[Any, ...]]:
    return desk.rows("SELECT key, rule, status, raised_at, expires_at, note FROM alerts ORDER BY key")


def first(desk: Desk) -> RecordId:
    return RecordId(desk.rows("SELECT lid FROM alerts ORDER BY lid LIMIT 1")[0][0])


@EVERY
def test_a_cause_is_raised_once_however_often_it_is_asked(desk: Desk, cause: Cause) -> None:
    settled(desk, cause.rule)
    prospect = cause.begin(desk)
    assert [evaluate(desk.context, [prospect]), evaluate(desk.context), evaluate(desk.context, [prospect])] == [1, 0, 0]
    desk.pass_time(minutes=1)
    assert evaluate_due(desk.context) == 0
    assert desk.alerts() == [(cause.rule, "Pending", None)]


@EVERY
def test_an_alert_is_cleared_with_its_cause_and_stays_so(desk: Desk, cause: Cause) -> None:
    settled(desk, cause.rule)
    prospect = cause.begin(desk)
    evaluate(desk.context, [prospect])
    cause.end(desk, prospect)
    assert [evaluate(desk.context, [prospect]), evaluate(desk.context)] == [0, 0]
    assert desk.alerts() == [(cause.rule, "Expired", CLEARED)]


@EVERY
def test_an_alert_whose_cause_is_back_is_pending_again(desk: Desk, cause: Cause) -> None:
    settled(desk, cause.rule)
    prospect = cause.begin(desk)
    evaluate(desk.context, [prospect])
    slug, record = cause.end(desk, prospect)
    evaluate(desk.context, [prospect])
    with desk.context.database.write() as connection:
        records.set_deleted(connection, slug, record, True, Author("test", moment_text(desk.moment)))
    assert evaluate(desk.context, [prospect]) == 0
    assert desk.alerts() == [(cause.rule, "Pending", None)]


@EVERY
def test_what_ends_a_cause_before_it_is_asked_about_raises_nothing(desk: Desk, cause: Cause) -> None:
    settled(desk, cause.rule)
    prospect = cause.begin(desk)
    cause.end(desk, prospect)
    assert evaluate(desk.context, [prospect]) == 0
    assert desk.alerts() == []


@EVERY
def test_two_machines_raise_the_same_alert(new_desk: Callable[[], Desk], cause: Cause) -> None:
    states = []
    for minutes in (0, 20):
        desk = new_desk()
        settled(desk, cause.rule)
        prospect = cause.begin(desk)
        desk.pass_time(minutes=minutes)
        evaluate(desk.context, [prospect])
        states.append(standing(desk))
    assert states[0] == states[1]
    assert len(states[0]) == 1


@EVERY
def test_a_handled_alert_keeps_its_status_when_the_cause_goes(desk: Desk, cause: Cause) -> None:
    settled(desk, cause.rule)
    prospect = cause.begin(desk)
    evaluate(desk.context, [prospect])
    triage.acknowledge(desk.context, first(desk))
    cause.end(desk, prospect)
    evaluate(desk.context, [prospect])
    assert desk.alerts() == [(cause.rule, "Acknowledged", None)]


@EVERY
def test_a_muted_rule_raises_nothing_for_its_prospect(desk: Desk, cause: Cause) -> None:
    settled(desk, cause.rule)
    muted, other = cause.begin(desk), cause.begin(desk)
    mutes.mute(desk.context, muted, cause.rule)
    evaluate(desk.context)
    assert desk.rows("SELECT prospect FROM alerts") == [(other,)]


@EVERY
def test_a_rule_that_is_off_raises_nothing_and_takes_its_alerts_along(desk: Desk, cause: Cause) -> None:
    settled(desk, cause.rule)
    prospect = cause.begin(desk)
    evaluate(desk.context, [prospect])
    desk.settle(**only(), automation={"on": []})
    assert evaluate(desk.context, [prospect]) == 0
    assert desk.alerts() == [(cause.rule, "Expired", "cleared: the rule is off")]


@EVERY
def test_a_cause_of_one_prospect_says_nothing_of_another(desk: Desk, cause: Cause) -> None:
    settled(desk, cause.rule)
    first_prospect, second = cause.begin(desk), cause.begin(desk)
    assert evaluate(desk.context) == 2
    cause.end(desk, first_prospect)
    evaluate(desk.context)
    assert desk.rows("SELECT prospect, status FROM alerts ORDER BY prospect") == [
        (first_prospect, "Expired"),
        (second, "Pending"),
    ]


@pytest.mark.parametrize("cause", [cause for cause in CAUSES if cause.rule != "rotting"], ids=lambda cause: cause.rule)
def test_a_pending_alert_runs_out_and_is_not_raised_again(desk: Desk, cause: Cause) -> None:
    settled(desk, cause.rule)
    prospect = cause.begin(desk)
    evaluate(desk.context, [prospect])
    desk.pass_time(days=8)
    evaluate_due(desk.context)
    assert desk.alerts() == [(cause.rule, "Expired", None)]
    assert evaluate(desk.context, [prospect]) == 0


@EVERY
def test_an_unrelated_event_that_comes_late_changes_nothing(desk: Desk, cause: Cause) -> None:
    settled(desk, cause.rule)
    prospect = cause.begin(desk)
    evaluate(desk.context, [prospect])
    before = standing(desk)
    event(desk, prospect, "page_viewed", days=3)
    event(desk, prospect, "documentation_viewed", hours=5)
    evaluate(desk.context, [prospect])
    assert standing(desk) == before


@EVERY
def test_an_evaluation_of_all_finds_what_one_of_each_finds(new_desk: Callable[[], Desk], cause: Cause) -> None:
    states = []
    for together in (True, False):
        desk = new_desk()
        settled(desk, cause.rule)
        prospects = [cause.begin(desk) for _ in range(3)]
        for batch in (None,) if together else ([prospect] for prospect in prospects):
            evaluate(desk.context, batch)
        states.append(standing(desk))
    assert states[0] == states[1]
    assert len(states[0]) == 3


def test_progress_counts_in_batches_up_to_every_prospect(desk: Desk) -> None:
    settled(desk, "no answer")
    prospects = [desk.prospect() for _ in range(130)]
    counts: list[tuple[int, int]] = []
    evaluate(desk.context, prospects, progress=lambda done, every: counts.append((done, every)))
    assert counts == [(32, 130), (64, 130), (96, 130), (128, 130), (130, 130)]
