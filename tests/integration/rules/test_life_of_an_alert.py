"""Alerts over a real database: raised once, cleared with their cause, woken, muted, snoozed, run out
(docs/rules.md, "Alerts")."""

import pytest

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands import alerts as triage
from journeydesk.services.commands import mutes
from journeydesk.services.commands.prospects import log_interaction
from journeydesk.services.commands.undoing import undo
from journeydesk.services.evaluation.evaluate import evaluate, evaluate_due
from journeydesk.services.queries.alerts import alert_detail, alerts
from journeydesk.storage.engine import sql
from tests.integration.rules.conftest import Desk, only

NO_ANSWER = "no answer"


@pytest.fixture
def quiet(desk: Desk) -> RecordId:
    """A prospect that our call did not reach a week ago."""
    desk.settle(**only(NO_ANSWER))
    prospect = desk.prospect(status="Reviewing")
    desk.add("interactions", prospect=prospect, type="Call", outcome="No answer", date=desk.ago(days=7, hours=1))
    return prospect


def first(desk: Desk) -> RecordId:
    return RecordId(desk.rows("SELECT lid FROM alerts ORDER BY lid LIMIT 1")[0][0])


def test_an_alert_is_raised_once_however_often_it_is_asked(desk: Desk, quiet: RecordId) -> None:
    assert [evaluate(desk.context, [quiet]), evaluate(desk.context), evaluate(desk.context, [quiet])] == [1, 0, 0]
    assert desk.alerts() == [(NO_ANSWER, "Pending", None)]


def test_it_clears_with_its_cause_and_undo_brings_both_back(desk: Desk, quiet: RecordId) -> None:
    evaluate(desk.context, [quiet])
    log_interaction(desk.context, quiet, "Call", "They will call back", outcome="Reached")
    assert desk.alerts() == [(NO_ANSWER, "Expired", "cleared: its cause is gone")]
    undo(desk.context)
    assert desk.alerts() == [(NO_ANSWER, "Pending", None)]


def test_what_cleared_itself_with_the_call_can_be_marked_done(desk: Desk, quiet: RecordId) -> None:
    evaluate(desk.context, [quiet])
    log_interaction(desk.context, quiet, "Call", "Reached", outcome="Reached")
    triage.mark_actioned(desk.context, first(desk))
    assert desk.alerts() == [(NO_ANSWER, "Actioned", None)]


def test_what_somebody_handled_stays_as_it_is_when_the_cause_goes(desk: Desk, quiet: RecordId) -> None:
    evaluate(desk.context, [quiet])
    triage.acknowledge(desk.context, first(desk))
    log_interaction(desk.context, quiet, "Call", "Reached", outcome="Reached")
    assert desk.alerts() == [(NO_ANSWER, "Acknowledged", None)]


def test_an_acknowledged_alert_never_expires(desk: Desk, quiet: RecordId) -> None:
    evaluate(desk.context, [quiet])
    triage.acknowledge(desk.context, first(desk))
    desk.pass_time(days=400)
    evaluate_due(desk.context)
    assert desk.alerts() == [(NO_ANSWER, "Acknowledged", None)]
    assert [alert.rule for alert in alerts(desk.context, "Acknowledged")] == [NO_ANSWER]
    assert alerts(desk.context, "Expired") == []
    detail = alert_detail(desk.context, first(desk))
    assert detail is not None
    assert detail.row.status == "Acknowledged"
    triage.mark_actioned(desk.context, first(desk))
    assert desk.alerts() == [(NO_ANSWER, "Actioned", None)]


def test_an_alert_of_an_unknown_cause_is_not_cleared(desk: Desk, quiet: RecordId) -> None:
    desk.add("alerts", prospect=quiet, rule="churn risk", status="Pending", raised_at=desk.ago(hours=1))
    desk.settle(**only(NO_ANSWER, "churn risk"))
    evaluate(desk.context, [quiet])
    assert ("churn risk", "Pending", None) in desk.alerts()


def test_time_alone_raises_it_and_time_alone_ends_it(desk: Desk) -> None:
    desk.settle(**only(NO_ANSWER))
    prospect = desk.prospect(status="Reviewing")
    log_interaction(desk.context, prospect, "Call", "Nobody there", outcome="No answer")
    assert evaluate_due(desk.context) == 0
    desk.pass_time(days=6, hours=23)
    assert evaluate_due(desk.context) == 0
    desk.pass_time(hours=2)
    assert evaluate_due(desk.context) == 1
    desk.pass_time(days=7)
    assert evaluate_due(desk.context) == 0
    assert desk.alerts() == [(NO_ANSWER, "Expired", None)]
    assert evaluate(desk.context) == 0


def test_a_late_event_is_heard(desk: Desk, quiet: RecordId) -> None:
    evaluate(desk.context, [quiet])
    desk.event(quiet, "email_replied", desk.ago(days=3))
    evaluate(desk.context, [quiet])
    assert desk.alerts() == [(NO_ANSWER, "Expired", "cleared: its cause is gone")]


def test_a_muted_rule_is_silent_for_that_prospect_until_undo(desk: Desk, quiet: RecordId) -> None:
    evaluate(desk.context, [quiet])
    mutes.mute(desk.context, quiet, NO_ANSWER)
    assert desk.alerts() == [(NO_ANSWER, "Expired", "cleared: the rule is muted for this prospect")]
    assert evaluate(desk.context) == 0
    undo(desk.context)
    evaluate(desk.context, [quiet])
    assert desk.alerts() == [(NO_ANSWER, "Pending", None)]


def test_muting_twice_and_unmuting_leaves_nothing_muted(desk: Desk, quiet: RecordId) -> None:
    mutes.mute(desk.context, quiet, NO_ANSWER)
    mutes.mute(desk.context, quiet, "churn risk")
    mutes.mute(desk.context, quiet, NO_ANSWER, muted=False)
    assert desk.rows("SELECT value FROM settings") == [('["churn risk"]',)]
    with pytest.raises(UserError, match="no alert rule"):
        mutes.mute(desk.context, quiet, "no such rule")


def test_a_rule_that_is_switched_off_takes_its_alerts_along(desk: Desk, quiet: RecordId) -> None:
    evaluate(desk.context, [quiet])
    desk.settle(**only())
    evaluate(desk.context, [quiet])
    assert desk.alerts() == [(NO_ANSWER, "Expired", "cleared: the rule is off")]


@pytest.mark.parametrize(
    ("wait", "happens"),
    [("Replies", "email_replied"), ("pays", "payment_succeeded"), ("changes stage", "application_accepted")],
)
def test_a_snooze_until_an_event_ends_with_that_event(desk: Desk, wait: str, happens: str) -> None:
    desk.settle(**only("hot application"))
    prospect = desk.prospect(score=50, company="Quillon")
    evaluate(desk.context, [prospect])
    triage.snooze_until(desk.context, first(desk), wait)
    assert alerts(desk.context, "Pending") == []
    desk.pass_time(hours=1)
    desk.event(prospect, happens, desk.ago(minutes=5))
    evaluate(desk.context, [prospect])
    assert [alert.company for alert in alerts(desk.context, "Pending")] == ["Quillon"]


def test_an_event_of_before_the_snooze_does_not_end_it(desk: Desk) -> None:
    desk.settle(**only("hot application"))
    prospect = desk.prospect(score=50)
    evaluate(desk.context, [prospect])
    triage.snooze_until(desk.context, first(desk), "replies")
    desk.event(prospect, "email_replied", desk.ago(hours=3))
    evaluate(desk.context, [prospect])
    assert alerts(desk.context, "Pending") == []
    with pytest.raises(ValueRefused, match="pays, replies, changes stage"):
        triage.snooze_until(desk.context, first(desk), "sneezes")


def test_the_reading_pane_says_why_and_when_it_will_clear(desk: Desk, quiet: RecordId) -> None:
    evaluate(desk.context, [quiet])
    detail = alert_detail(desk.context, first(desk))
    assert detail is not None
    assert [line.text for line in detail.evidence] == ["Call, no answer", "Nothing from them since"]
    assert detail.why.startswith("Nothing came from them for 7 days after our last message. It goes when they answer")
    assert detail.action_title == "Follow up"
    assert detail.headline == "Mbali Weaves has not answered for 7 days"


def test_who_is_at_risk_is_marked_as_long_as_the_risk_stands(desk: Desk) -> None:
    prospect = desk.prospect(customer_status="CUSTOMER", status="Active")
    desk.event(prospect, "payment_failed", desk.ago(hours=2))
    evaluate(desk.context, [prospect])
    assert desk.rows("SELECT at_risk FROM prospects") == [(1,)]
    triage.acknowledge(desk.context, RecordId(desk.rows("SELECT lid FROM alerts WHERE rule = 'churn risk'")[0][0]))
    desk.event(prospect, "payment_succeeded", desk.ago(hours=1))
    evaluate(desk.context, [prospect])
    assert desk.rows("SELECT at_risk FROM prospects") == [(0,)]


def test_stripes_mirror_says_when_a_dispute_is_open_over_and_paid(desk: Desk) -> None:
    prospect = desk.prospect(customer_status="CUSTOMER", status="Active")
    desk.settle(**only("churn risk"))

    def mirror(kind: str, name: str, status: str) -> None:
        with desk.context.database.write() as connection:
            sql.run(
                connection,
                "INSERT OR REPLACE INTO stripe_object (kind, id, prospect, status, created, data) VALUES (?, ?, ?, ?, ?, '{}')",
                (kind, name, prospect, status, desk.ago()),
            )

    mirror("dispute", "dp_1", "needs_response")
    desk.event(prospect, "payment_failed", desk.ago(hours=1))
    evaluate(desk.context, [prospect])
    assert [status for _, status, _ in desk.alerts()] == ["Pending", "Pending"]
    mirror("dispute", "dp_1", "won")
    mirror("charge", "ch_1", "succeeded")
    evaluate(desk.context, [prospect])
    assert [status for _, status, _ in desk.alerts()] == ["Expired", "Expired"]


def test_a_jump_shows_what_each_click_was_worth_to_this_prospect(desk: Desk) -> None:
    desk.settle(**only("big jump"))
    prospect = desk.prospect(status="New")
    for number, (stage, points) in enumerate((("1", 5), ("6", 2))):
        desk.add(
            "events",
            prospect=prospect,
            event="cta_clicked",
            stage=stage,
            cta=f"Guide {number}",
            occurred_at=desk.ago(hours=3 - number),
            arrived_at=desk.ago(hours=3 - number),
            payload=f'{{"points": {points}}}',
            shared=1,
        )
    evaluate(desk.context, [prospect])
    detail = alert_detail(desk.context, first(desk))
    assert detail is not None
    assert [(line.text, line.points) for line in detail.evidence] == [("Guide 1", 10), ("Guide 0", 5)]
    assert (detail.points_before, detail.points_after) == (5, 15)
