"""Triage over a real database: one or many alerts in a step, notes, sleep and waking, muting for all, the history
(docs/rules.md, "Alerts")."""

from datetime import timedelta

import pytest

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.services.attention import pending_count, unread_count
from journeydesk.services.commands import alerts as triage
from journeydesk.services.commands import mutes
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.services.evaluation.evaluate import evaluate, evaluate_due
from journeydesk.services.notifying import attention, due_notices, still_waiting
from journeydesk.services.queries.alerts import (
    alert_detail,
    alerts,
    filter_choices,
    muted_rules,
    snoozed_alerts,
)
from tests.integration.rules.conftest import Desk, only


def pending(desk: Desk, number: int, **values: object) -> RecordId:
    row = {
        "rule": "churn risk",
        "priority": "High",
        "status": "Pending",
        "raised_at": desk.ago(),
        "headline": f"Alert {number}",
    }
    return desk.add("alerts", **(row | {"expires_at": desk.ago(days=-7)} | values))


@pytest.fixture
def three(desk: Desk) -> list[RecordId]:
    return [pending(desk, number) for number in range(3)]


def states(desk: Desk) -> list[str]:
    return [row[0] for row in desk.rows("SELECT status FROM alerts ORDER BY lid")]


def test_many_are_acknowledged_in_one_step_and_taken_back_in_one(desk: Desk, three: list[RecordId]) -> None:
    assert triage.acknowledge(desk.context, three) == 3
    assert states(desk) == ["Acknowledged"] * 3
    assert undo(desk.context) == "Acknowledged 3 alerts"
    assert states(desk) == ["Pending"] * 3
    redo(desk.context)
    assert states(desk) == ["Acknowledged"] * 3


def test_of_many_those_that_cannot_are_left_out(desk: Desk, three: list[RecordId]) -> None:
    triage.mark_actioned(desk.context, three[0])
    assert triage.acknowledge(desk.context, three) == 2
    assert states(desk) == ["Actioned", "Acknowledged", "Acknowledged"]
    with pytest.raises(UserError, match="actioned cannot become acknowledged"):
        triage.acknowledge(desk.context, three[:1])


def test_a_note_is_kept_with_what_was_done_and_shown(desk: Desk, three: list[RecordId]) -> None:
    triage.mark_actioned(desk.context, three[0], "  Called, meeting is set. ")
    detail = alert_detail(desk.context, three[0])
    assert detail is not None
    assert detail.note == "Called, meeting is set."
    assert [line.bold for line in detail.history] == ["Actioned", "Fired"]
    assert detail.history[0].rest == "by Amaia Etxarri: Called, meeting is set."
    with pytest.raises(ValueRefused, match="at most 2,000"):
        triage.mark_actioned(desk.context, three[1], "x" * 2001)


def test_the_history_tells_of_undo_too(desk: Desk, three: list[RecordId]) -> None:
    triage.acknowledge(desk.context, three[0])
    desk.pass_time(minutes=1)
    undo(desk.context)
    detail = alert_detail(desk.context, three[0])
    assert detail is not None
    assert [(line.bold, line.rest) for line in detail.history][:2] == [
        ("Undone:", "pending again"),
        ("Acknowledged", "by Amaia Etxarri"),
    ]


def test_a_snoozed_alert_comes_back_as_new_at_its_time(desk: Desk, three: list[RecordId]) -> None:
    for one in three:
        triage.mark_read(desk.context, one)
    triage.snooze(desk.context, three[0], desk.moment + timedelta(hours=1))
    assert [row.id for row in snoozed_alerts(desk.context)] == [three[0]]
    assert attention(desk.context) == (2, desk.moment + timedelta(hours=1))
    desk.pass_time(hours=1)
    assert snoozed_alerts(desk.context) == []
    assert (pending_count(desk.context), unread_count(desk.context)) == (3, 1)
    assert attention(desk.context)[1] == desk.moment + timedelta(days=7, hours=-1)


def test_undoing_a_snooze_wakes_it_and_waking_by_hand_can_be_undone(desk: Desk, three: list[RecordId]) -> None:
    triage.snooze(desk.context, three, desk.moment + timedelta(hours=1))
    undo(desk.context)
    assert len(alerts(desk.context, "Pending")) == 3
    redo(desk.context)
    assert triage.wake(desk.context, three[:1]) == 1
    assert len(snoozed_alerts(desk.context)) == 2
    undo(desk.context)
    assert len(snoozed_alerts(desk.context)) == 3
    with pytest.raises(UserError, match="not snoozed"):
        triage.wake(desk.context, pending(desk, 4))


def test_a_snooze_never_outlives_the_alert_and_never_lies_in_the_past(desk: Desk, three: list[RecordId]) -> None:
    triage.snooze(desk.context, three[0], desk.moment + timedelta(days=30))
    assert snoozed_alerts(desk.context)[0].snoozed_until == desk.moment + timedelta(days=7)
    with pytest.raises(ValueRefused, match="is over"):
        triage.snooze(desk.context, three[1], desk.moment)


@pytest.mark.parametrize("note", ["snoozed until monday, since then", "snoozed until it rains, since 2026-05-19T09:05:00.000Z"])
def test_a_note_that_only_looks_like_a_snooze_lets_nothing_sleep(desk: Desk, note: str) -> None:
    pending(desk, 1, note=note)
    assert len(alerts(desk.context, "Pending")) == 1


def test_acknowledging_a_snoozed_alert_ends_its_sleep(desk: Desk, three: list[RecordId]) -> None:
    triage.snooze(desk.context, three[0], desk.moment + timedelta(hours=1))
    triage.acknowledge(desk.context, three[0])
    assert desk.rows("SELECT note, snoozed_until FROM alerts WHERE lid = ?", three[0]) == [(None, None)]


def tell_all(desk: Desk) -> None:
    """Lets minutes pass until everything was told."""
    while due_notices(desk.context):
        desk.pass_time(minutes=1)


def test_a_woken_alert_is_told_again_and_a_handled_one_never(desk: Desk, three: list[RecordId]) -> None:
    tell_all(desk)
    triage.snooze(desk.context, three[0], desk.moment + timedelta(hours=1))
    triage.acknowledge(desk.context, three[1])
    assert still_waiting(desk.context, three) == {three[2]}
    desk.pass_time(hours=1)
    assert [notice.alerts for notice in due_notices(desk.context)] == [(three[0],)]
    desk.pass_time(hours=1)
    assert due_notices(desk.context) == ()


def test_undoing_a_snooze_tells_nobody_again(desk: Desk, three: list[RecordId]) -> None:
    tell_all(desk)
    triage.snooze(desk.context, three, desk.moment + timedelta(hours=1))
    undo(desk.context)
    desk.pass_time(minutes=5)
    assert due_notices(desk.context) == ()


@pytest.fixture
def quiet(desk: Desk) -> RecordId:
    """A prospect that our call did not reach a week ago, and its alert."""
    desk.settle(**only("no answer"))
    prospect = desk.prospect(status="Reviewing", owner="Priya Raghunath", estimated_revenue=4_800_000)
    desk.add("interactions", prospect=prospect, type="Call", outcome="No answer", date=desk.ago(days=7, hours=1))
    evaluate(desk.context, [prospect])
    return prospect


def test_a_rule_muted_for_a_prospect_is_listed_and_undone(desk: Desk, quiet: RecordId) -> None:
    mutes.mute(desk.context, quiet, "no answer")
    listed = [(one.rule, one.name) for one in muted_rules(desk.context) if one.prospect is not None]
    assert listed == [("no answer", "Mbali Weaves")]
    assert alerts(desk.context, "Pending") == []
    undo(desk.context)
    assert [one.rule for one in alerts(desk.context, "Pending")] == ["no answer"]
    assert [one for one in muted_rules(desk.context) if one.prospect is not None] == []


def test_a_rule_muted_for_all_clears_its_alerts_until_undo(desk: Desk, three: list[RecordId]) -> None:
    mutes.mute_for_all(desk.context, "churn risk")
    assert states(desk) == ["Expired"] * 3
    assert "churn risk" in [one.rule for one in muted_rules(desk.context) if one.prospect is None]
    detail = alert_detail(desk.context, three[0])
    assert detail is not None
    assert detail.muted == "all"
    undo(desk.context)
    assert states(desk) == ["Pending"] * 3
    assert "churn risk" in desk.context.settings.alerts.on


def test_a_rule_that_may_speak_again_brings_back_what_still_stands(desk: Desk) -> None:
    prospect = desk.prospect(status="Reviewing")
    desk.add("interactions", prospect=prospect, type="Call", outcome="No answer", date=desk.ago(days=7, hours=1))
    evaluate(desk.context, [prospect])
    mutes.mute_for_all(desk.context, "no answer")
    assert "no answer" not in [one.rule for one in alerts(desk.context, "Pending")]
    mutes.mute_for_all(desk.context, "no answer", muted=False)
    evaluate_due(desk.context)
    assert "no answer" in [one.rule for one in alerts(desk.context, "Pending")]


def test_a_line_says_what_is_at_stake_and_who_owns_it(desk: Desk, quiet: RecordId) -> None:
    (line,) = alerts(desk.context, "Pending", owner="Priya Raghunath")
    assert line.value is not None
    assert (line.value.minor, line.value.currency, line.monthly) == (4_800_000, "EUR", False)
    assert alerts(desk.context, "Pending", owner="") == []
    assert alerts(desk.context, "Pending", priority="Urgent") == []
    assert filter_choices(desk.context) == (["Priya Raghunath"], ["no answer"])


def test_the_advised_step_names_its_form(desk: Desk, quiet: RecordId) -> None:
    detail = alert_detail(desk.context, alerts(desk.context, "Pending")[0].id)
    assert detail is not None
    assert detail.act == "email"
    of_team = alert_detail(desk.context, pending(desk, 9, rule="integration trouble"))
    assert of_team is not None
    assert of_team.act == "integrations"
