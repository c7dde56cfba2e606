"""The alert inbox: which alerts stand in which list and order, what is counted, what the reading pane says."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.services import attention
from journeydesk.services.commands import alerts as triage
from journeydesk.services.commands import mutes
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.undoing import undo
from journeydesk.services.queries import alerts as inbox
from journeydesk.services.rows.alerts import AlertDetail, AlertRow
from journeydesk.services.rows.common import Amount
from tests.integration.office import Office


def raised(office: Office, **values: object) -> RecordId:
    row = {"rule": "churn risk", "priority": "Normal", "status": "Pending", "raised_at": office.ago(hours=1)}
    return office.add("alerts", **(row | {"expires_at": office.ago(days=-7)} | values))


def detail_of(office: Office, alert: RecordId) -> AlertDetail:
    detail = inbox.alert_detail(office.context, alert)
    assert detail is not None
    return detail


def test_urgent_ones_stand_first_and_newer_before_older(office: Office) -> None:
    rows = [("Normal", 1), ("High", 3), ("Urgent", 9), ("High", 2), ("Normal", 0), ("Urgent", 4)]
    for priority, hours in rows:
        raised(office, priority=priority, raised_at=office.ago(hours=hours), reason=f"{priority} {hours}")
    assert [row.reason for row in inbox.alerts(office.context, "Pending")] == [
        "Urgent 4", "Urgent 9", "High 2", "High 3", "Normal 0", "Normal 1",
    ]  # fmt: skip


def test_the_snoozed_stand_apart_the_next_to_wake_first(office: Office) -> None:
    later, sooner, awake = raised(office), raised(office), raised(office)
    triage.snooze(office.context, later, office.moment + timedelta(hours=3))
    triage.snooze(office.context, sooner, office.moment + timedelta(hours=1))
    assert [row.id for row in inbox.snoozed_alerts(office.context)] == [sooner, later]
    assert [row.id for row in inbox.alerts(office.context, "Pending")] == [awake]
    assert attention.pending_count(office.context) == 1
    assert inbox.alert_counts(office.context)["Pending"] == 1


def test_the_counts_of_all_states_add_up(office: Office) -> None:
    states = ["Pending"] * 4 + ["Acknowledged"] * 3 + ["Actioned"] * 2 + ["Expired"]
    for status in states:
        raised(office, status=status)
    raised(office, expires_at=office.ago())
    office.delete(raised(office), "alerts")
    counts = inbox.alert_counts(office.context)
    assert counts == {"Pending": 4, "Acknowledged": 3, "Actioned": 2, "Expired": 2}
    for status, count in counts.items():
        assert len(inbox.alerts(office.context, status)) == count


def test_an_alert_runs_out_at_its_minute(office: Office) -> None:
    alert = raised(office, expires_at=office.ago(minutes=-1))
    assert inbox.status_of(office.context, alert) == "Pending"
    office.pass_time(minutes=1)
    assert inbox.status_of(office.context, alert) == "Expired"
    assert inbox.alerts(office.context, "Pending") == []
    assert [row.status for row in inbox.alerts(office.context, "Expired")] == ["Expired"]


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({}, {"A", "B", "C", "D"}),
        ({"rule": "no answer"}, {"B"}),
        ({"priority": "Urgent"}, {"C"}),
        ({"owner": "Amaia"}, {"A", "B"}),
        ({"owner": ""}, {"C", "D"}),
        ({"owner": "Amaia", "rule": "churn risk"}, {"A"}),
        ({"owner": "Nobody"}, set()),
    ],
)
def test_a_filter_takes_those_that_fit_all_of_it(office: Office, filters: dict[str, Any], names: set[str]) -> None:
    mine, free = office.prospect(owner="Amaia"), office.prospect()
    raised(office, prospect=mine, reason="A")
    raised(office, prospect=mine, reason="B", rule="no answer")
    raised(office, prospect=free, reason="C", priority="Urgent")
    raised(office, reason="D")
    assert {row.reason for row in inbox.alerts(office.context, "Pending", **filters)} == names
    for row in inbox.alerts(office.context, "Pending"):
        triage.snooze(office.context, row.id, office.moment + timedelta(hours=1))
    assert {row.reason for row in inbox.snoozed_alerts(office.context, **filters)} == names


def test_alerts_of_prospects_that_nobody_changed_are_not_read_again(office: Office) -> None:
    left, changed = office.prospect(company="Left alone"), office.prospect(company="Kern")
    raised(office, prospect=left, priority="High")
    raised(office, prospect=changed)
    known = [replace(row, company="As it was read") for row in inbox.alerts(office.context, "Pending") if row.prospect == left]
    edit(office.context, changed, {"company": "Kern & Co"})
    assert [row.company for row in inbox.alerts(office.context, "Pending", known=known)] == ["As it was read", "Kern & Co"]


def _sleep_an_hour(office: Office, alert: RecordId) -> None:
    triage.snooze(office.context, alert, office.moment + timedelta(hours=1))
    office.pass_time(hours=1)


Handled = Callable[[Office, RecordId], object]
HANDLED: dict[str, Handled] = {
    "acknowledged": lambda office, alert: triage.acknowledge(office.context, alert),
    "actioned with a note": lambda office, alert: triage.mark_actioned(office.context, alert, "Spoke to Ada"),
    "opened": lambda office, alert: triage.mark_read(office.context, alert),
    "snoozed": lambda office, alert: triage.snooze(office.context, alert, office.moment + timedelta(hours=1)),
    "snoozed for longer": lambda office, alert: [
        triage.snooze(office.context, alert, office.moment + timedelta(hours=hours)) for hours in (1, 2)
    ],
    "snoozed until they pay": lambda office, alert: triage.snooze_until(office.context, alert, "pays"),
    "snoozed until they reply, where it was until they pay": lambda office, alert: [
        triage.snooze_until(office.context, row.id, ("pays", "replies")[alert % 2])
        for row in (*inbox.alerts(office.context, "Pending"), *inbox.snoozed_alerts(office.context))
        if row.prospect is not None
    ],
    "woken by hand": lambda office, alert: [
        triage.snooze(office.context, alert, office.moment + timedelta(hours=1)),
        triage.wake(office.context, alert),
    ],
    "awake by itself": _sleep_an_hour,
    "run out": lambda office, alert: office.pass_time(days=7),
    "acknowledged and taken back": lambda office, alert: [triage.acknowledge(office.context, alert), undo(office.context)],
    "gone": lambda office, alert: office.delete(alert, "alerts"),
}


@pytest.mark.parametrize("handled", HANDLED)
@pytest.mark.parametrize("owner", ["Amaia Etxarri", None])
def test_with_what_is_known_the_inbox_is_the_same(office: Office, owner: str | None, handled: str) -> None:
    alerts = [
        raised(
            office,
            prospect=office.prospect(company=f"Kern {number}", owner="Amaia Etxarri"),
            raised_at=office.ago(hours=number),
        )
        for number in range(4)
    ]
    raised(office)
    triage.mark_read(office.context, alerts[2])
    triage.snooze(office.context, alerts[3], office.moment + timedelta(hours=3))

    def listed(known: Sequence[AlertRow]) -> list[list[AlertRow]]:
        states = [
            inbox.alerts(office.context, status, owner=owner, known=known) for status in inbox.alert_counts(office.context)
        ]
        return [*states, inbox.snoozed_alerts(office.context, owner=owner, known=known)]

    for alert in alerts:
        known = [row for rows in listed(()) for row in rows]
        HANDLED[handled](office, alert)
        assert listed(known) == listed(())


def test_the_choices_of_the_filter_are_what_alerts_have(office: Office) -> None:
    raised(office, prospect=office.prospect(owner="Tomasz"), rule="no answer")
    raised(office, prospect=office.prospect(owner="Amaia"))
    raised(office, prospect=office.prospect())
    office.delete(raised(office, prospect=office.prospect(owner="Gone"), rule="gone"), "alerts")
    office.prospect(owner="Without")
    assert inbox.filter_choices(office.context) == (["", "Amaia", "Tomasz"], ["churn risk", "no answer"])


def test_an_alert_is_unread_until_opened_and_again_once_it_wakes(office: Office) -> None:
    alert = raised(office)
    assert attention.unread_count(office.context) == 1
    triage.mark_read(office.context, alert)
    assert attention.unread_count(office.context) == 0
    assert not inbox.alerts(office.context, "Pending")[0].unread
    triage.snooze(office.context, alert, office.moment + timedelta(hours=1))
    assert not inbox.snoozed_alerts(office.context)[0].unread
    office.pass_time(hours=1)
    assert attention.unread_count(office.context) == 1
    assert inbox.alerts(office.context, "Pending")[0].unread


def test_a_handled_alert_is_never_unread(office: Office) -> None:
    raised(office, status="Acknowledged")
    assert not inbox.alerts(office.context, "Acknowledged")[0].unread
    assert attention.unread_count(office.context) == 0


def test_an_alert_of_the_team_says_so(office: Office) -> None:
    raised(office, rule="integration trouble")
    row = inbox.alerts(office.context, "Pending")[0]
    assert (row.company, row.prospect, row.reason) == ("Whole team", None, "Integration trouble")


@pytest.mark.parametrize(
    ("values", "shown", "monthly"),
    [
        ({}, None, False),
        ({"estimated_revenue": 5_000}, Amount(5_000, "EUR"), False),
        ({"estimated_revenue": 5_000, "mrr_minor": 900, "money_currency": "USD"}, Amount(900, "USD"), True),
        ({"estimated_revenue": 5_000, "mrr_minor": 0, "money_currency": "USD"}, Amount(5_000, "EUR"), False),
        ({"mrr_minor": 900}, Amount(900, "EUR"), True),
    ],
)
def test_at_stake_is_what_is_paid_else_what_is_hoped_for(
    office: Office, values: dict[str, object], shown: Amount | None, monthly: bool
) -> None:
    raised(office, prospect=office.prospect(**values))
    row = inbox.alerts(office.context, "Pending")[0]
    assert (row.value, row.monthly) == (shown, monthly)


def test_a_key_prefix_finds_its_one_alert(office: Office) -> None:
    alert = raised(office, key="ALT-aa1")
    raised(office, key="ALT-ab2")
    assert inbox.find_alert(office.context, "ALT-aa") == alert
    with pytest.raises(UserError, match=r"“ALT-a” fits several alerts. Give more of its key; `alerts` lists them"):
        inbox.find_alert(office.context, "ALT-a")
    with pytest.raises(UserError, match="“ALT-x” fits no alert"):
        inbox.find_alert(office.context, "ALT-x")


def test_an_alert_that_is_gone_has_no_page(office: Office) -> None:
    assert inbox.alert_detail(office.context, RecordId(99)) is None
    assert inbox.status_of(office.context, RecordId(99)) is None
    alert = raised(office)
    office.delete(alert, "alerts")
    assert inbox.status_of(office.context, alert) is None


def test_the_page_shows_whom_to_call(office: Office) -> None:
    prospect = office.prospect(
        company="Quillon", contact_name="Ida", owner="Amaia", phone="+49 30 1", email="ida@x.example", job_title="Head",
        estimated_revenue=1_234_500, next_follow_up="2026-05-22", mrr_minor=250_000, money_currency="USD",
    )  # fmt: skip
    office.add("interactions", prospect=prospect, type="Call", date=office.ago(days=2))
    detail = detail_of(office, raised(office, prospect=prospect, headline="Quillon is quiet"))
    assert detail.headline == "Quillon is quiet"
    assert (detail.phone, detail.email, detail.job_title) == ("+49 30 1", "ida@x.example", "Head")
    assert detail.contact_lines == (
        ("Company", "Quillon"),
        ("Owner", "Amaia"),
        ("Phone", "+49 30 1"),
        ("Email", "ida@x.example"),
        ("Last contact", "Call, 2026-05-17"),
        ("Follow-up", "2026-05-22"),
        ("Est. revenue", "€12,345.00"),
        ("MRR", "$2,500.00"),
    )


def test_a_page_of_someone_unknown_says_what_is_missing(office: Office) -> None:
    detail = detail_of(office, raised(office, prospect=office.prospect(company=None), reason="Quiet"))
    lines = dict(detail.contact_lines)
    assert lines == {"Last contact": "none yet", "Follow-up": "none", "Est. revenue": "not given", "MRR": "none yet"}
    assert detail.headline.endswith("Quiet")


def test_the_page_shows_the_jump_that_raised_it(office: Office) -> None:
    evidence = {
        "stage": 2,
        "target": 4,
        "before": 55,
        "after": 130,
        "lines": [["Form", office.ago(days=1), "sent"], ["Seen", None, ""]],
    }
    detail = detail_of(office, raised(office, prospect=office.prospect(), evidence=json.dumps(evidence)))
    assert detail.recorded is not None
    assert detail.by_score is not None
    assert (detail.recorded.number, detail.by_score.number, detail.gap) == (2, 4, 2)
    assert (detail.points_before, detail.points_after) == (55, 130)
    assert [(line.text, line.at) for line in detail.evidence] == [
        ("Form: sent", office.moment - timedelta(days=1)),
        ("Seen", office.moment - timedelta(hours=1)),
    ]
    assert [mark.number for mark in detail.stages] == [1, 2, 3, 4, 5, 6]


def test_a_page_without_evidence_is_whole(office: Office) -> None:
    detail = detail_of(office, raised(office))
    assert (detail.evidence, detail.gap, detail.recorded, detail.others) == ((), 0, None, ())
    assert [line.bold for line in detail.history] == ["Fired"]
    assert detail.history[0].caption == "rule “Churn risk”"


def test_a_persons_note_is_shown_and_a_machines_is_not(office: Office) -> None:
    for note, shown in (("Called", "Called"), ("cleared: they paid", ""), ("snoozed until it pays, since x", ""), (None, "")):
        assert detail_of(office, raised(office, note=note)).note == shown


def test_the_page_names_for_whom_its_rule_is_muted(office: Office) -> None:
    prospect = office.prospect(company="Quillon")
    alert = raised(office, prospect=prospect)
    assert detail_of(office, alert).muted == ""
    mutes.mute(office.context, prospect, "churn risk")
    assert detail_of(office, alert).muted == "Quillon"
    mutes.mute_for_all(office.context, "churn risk")
    assert detail_of(office, alert).muted == "all"


def test_the_other_alerts_of_a_prospect_stand_beside_it(office: Office) -> None:
    prospect = office.prospect()
    alert = raised(office, prospect=prospect)
    raised(office, prospect=prospect, rule="no answer")
    raised(office, prospect=office.prospect(), rule="no answer")
    others = detail_of(office, alert).others
    assert len(others) == 1
    assert "no answer" in f"{others[0].bold} {others[0].rest}".lower()


@pytest.mark.parametrize(
    ("rule", "with_prospect", "act"),
    [
        ("integration trouble", False, "integrations"),
        ("churn risk", False, "list"),
        ("no answer", True, "email"),
    ],
)
def test_the_advised_act_has_somebody_to_act_on(office: Office, rule: str, with_prospect: bool, act: str) -> None:
    prospect = office.prospect() if with_prospect else None
    assert detail_of(office, raised(office, rule=rule, prospect=prospect)).act == act


def test_a_rule_name_begins_with_a_capital(office: Office) -> None:
    detail = detail_of(office, raised(office))
    assert detail.rule_name == "Churn risk"
    assert detail.action_title
    assert detail.action_text
    assert detail.why
