"""Triage of alerts: who and when is kept, what may follow what, and which of many are left out."""

from datetime import timedelta

import pytest

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands import alerts as triage
from journeydesk.services.commands.undoing import undo
from tests.integration.office import Office


def raised(office: Office, **values: object) -> RecordId:
    row = {"rule": "churn risk", "priority": "High", "status": "Pending", "raised_at": office.ago(hours=1)}
    return office.add("alerts", **(row | {"expires_at": office.ago(days=-7)} | values))


def history(office: Office, alert: RecordId) -> list[tuple[str, str, str]]:
    return office.rows("SELECT action, detail, actor FROM alert_audit WHERE alert = ? ORDER BY id", alert)


def test_handling_keeps_who_and_when_and_that_it_was_read(office: Office) -> None:
    alert = raised(office)
    assert triage.acknowledge(office.context, alert) == 1
    row = office.values("alerts", alert)
    assert (row["status"], row["handled_by"], row["handled_at"]) == ("Acknowledged", "Amaia Etxarri", office.ago())
    assert row["read_at"] == office.ago()


def test_what_was_read_before_keeps_its_first_time(office: Office) -> None:
    alert = raised(office, read_at=office.ago(minutes=30))
    triage.acknowledge(office.context, alert)
    assert office.values("alerts", alert)["read_at"] == office.ago(minutes=30)


@pytest.mark.parametrize(
    ("status", "act", "sentence"),
    [
        ("Actioned", triage.acknowledge, "actioned cannot become acknowledged"),
        ("Expired", triage.acknowledge, "cannot become acknowledged"),
        ("Expired", triage.mark_actioned, "cannot become actioned"),
    ],
)
def test_a_step_back_is_refused(office: Office, status: str, act: object, sentence: str) -> None:
    alert = raised(office, status=status)
    with pytest.raises(UserError, match=sentence):
        act(office.context, alert)  # type: ignore[operator]
    assert office.values("alerts", alert)["status"] == status
    assert office.heard == []


@pytest.mark.parametrize("status", ["Pending", "Acknowledged"])
def test_what_is_open_can_be_marked_as_done(office: Office, status: str) -> None:
    alert = raised(office, status=status)
    assert triage.mark_actioned(office.context, alert, "Called") == 1
    row = office.values("alerts", alert)
    assert (row["status"], row["note"]) == ("Actioned", "Called")


def test_one_that_ran_out_is_no_longer_pending(office: Office) -> None:
    alert = raised(office, expires_at=office.ago())
    with pytest.raises(UserError, match="cannot become"):
        triage.acknowledge(office.context, alert)
    with pytest.raises(UserError, match="Only a pending alert can be snoozed"):
        triage.snooze(office.context, alert, office.moment + timedelta(hours=1))


def test_one_whose_cause_went_with_the_deed_can_be_marked(office: Office) -> None:
    alert = raised(office, status="Expired", note="cleared: they answered")
    assert triage.mark_actioned(office.context, alert) == 1
    row = office.values("alerts", alert)
    assert (row["status"], row["note"]) == ("Actioned", None)


@pytest.mark.parametrize(("length", "fits"), [(2000, True), (2001, False)])
def test_a_note_has_at_most_two_thousand_characters(office: Office, length: int, fits: bool) -> None:
    alert = raised(office)
    if fits:
        triage.mark_actioned(office.context, alert, "x" * length)
        assert len(office.values("alerts", alert)["note"]) == length
    else:
        with pytest.raises(ValueRefused, match="2,001 characters are too many; at most 2,000 fit") as refusal:
            triage.mark_actioned(office.context, alert, "x" * length)
        assert refusal.value.field == "Note"


def test_a_note_of_the_team_stays_where_none_is_written(office: Office) -> None:
    alert = raised(office, note="They are on holiday")
    triage.mark_actioned(office.context, alert)
    assert office.values("alerts", alert)["note"] == "They are on holiday"


def test_the_history_tells_what_was_done_by_whom(office: Office) -> None:
    alert = raised(office)
    triage.acknowledge(office.context, alert)
    triage.mark_actioned(office.context, alert, "Called")
    assert history(office, alert) == [
        ("Acknowledged", "by Amaia Etxarri", "Amaia Etxarri"),
        ("Actioned", "by Amaia Etxarri: Called", "Amaia Etxarri"),
    ]


def test_a_snooze_says_until_when_in_the_teams_zone(office: Office) -> None:
    alert = raised(office)
    triage.snooze(office.context, alert, office.moment + timedelta(hours=2))
    assert history(office, alert)[0][:2] == ("Snoozed", "until 19 May 13:05")
    assert office.values("alerts", alert)["snoozed_until"] == office.ago(hours=-2)


@pytest.mark.parametrize(("days", "until"), [(3, 3), (7, 7), (30, 7)])
def test_a_snooze_ends_with_the_alert_at_the_latest(office: Office, days: int, until: int) -> None:
    alert = raised(office)
    triage.snooze(office.context, alert, office.moment + timedelta(days=days))
    assert office.values("alerts", alert)["snoozed_until"] == office.ago(days=-until)


def test_an_alert_that_never_expires_sleeps_as_long_as_asked(office: Office) -> None:
    alert = raised(office, expires_at=None)
    triage.snooze(office.context, alert, office.moment + timedelta(days=300))
    assert office.values("alerts", alert)["snoozed_until"] == office.ago(days=-300)


@pytest.mark.parametrize("seconds", [0, -1, -86_400])
def test_a_snooze_into_the_past_is_refused(office: Office, seconds: int) -> None:
    alert = raised(office)
    with pytest.raises(ValueRefused, match=r"that moment is over. Choose one that is still to come") as refusal:
        triage.snooze(office.context, alert, office.moment + timedelta(seconds=seconds))
    assert refusal.value.field == "Snooze"
    assert office.values("alerts", alert)["note"] is None


@pytest.mark.parametrize("event", ["pays", "replies", "changes stage", " Pays "])
def test_an_alert_waits_for_what_its_prospect_does(office: Office, event: str) -> None:
    alert = raised(office, prospect=office.prospect())
    triage.snooze_until(office.context, alert, event)
    awaited = event.strip().lower()
    assert office.values("alerts", alert)["snoozed_for"] == awaited
    assert history(office, alert)[0][1] == f"until it {awaited}"


def test_only_three_events_can_be_waited_for(office: Office) -> None:
    alert = raised(office, prospect=office.prospect())
    with pytest.raises(ValueRefused, match="“rains” is not something to wait for. Use one of pays, replies, changes stage"):  # noqa: RUF043
        triage.snooze_until(office.context, alert, "rains")


def test_an_alert_of_the_team_waits_for_nobody(office: Office) -> None:
    with pytest.raises(UserError, match=r"waits for no prospect. Snooze it until a time"):
        triage.snooze_until(office.context, raised(office), "pays")


def test_waking_is_for_those_that_sleep(office: Office) -> None:
    asleep, awake = raised(office), raised(office)
    triage.snooze(office.context, asleep, office.moment + timedelta(hours=1))
    assert triage.wake(office.context, [asleep, awake]) == 1
    assert office.values("alerts", asleep)["note"] is None
    assert history(office, asleep)[-1][0] == "Woken"
    with pytest.raises(UserError, match="This alert is not snoozed"):
        triage.wake(office.context, awake)


def test_a_handled_snooze_cannot_be_woken(office: Office) -> None:
    alert = raised(office, status="Actioned", note="snoozed until 2026-05-20T07:00:00.000Z, since 2026-05-19T09:05:00.000Z")
    with pytest.raises(UserError, match="not snoozed"):
        triage.wake(office.context, alert)


@pytest.mark.parametrize("alerts", [[], [RecordId(99)]])
def test_an_alert_that_is_gone_is_said_to_be_gone(office: Office, alerts: list[RecordId]) -> None:
    with pytest.raises(UserError, match="The alert is no longer there"):
        triage.acknowledge(office.context, alerts)


def test_a_deleted_alert_is_left_out(office: Office) -> None:
    gone, there = raised(office), raised(office)
    office.delete(gone, "alerts")
    assert triage.acknowledge(office.context, [gone, there]) == 1
    assert office.values("alerts", gone)["status"] == "Pending"


def test_an_alert_given_twice_is_handled_once(office: Office) -> None:
    alert = raised(office)
    assert triage.acknowledge(office.context, [alert, alert]) == 1
    assert len(history(office, alert)) == 1


@pytest.mark.parametrize(
    ("act", "one", "many"),
    [
        (triage.acknowledge, "Acknowledged an alert of “churn risk”", "Acknowledged 2 alerts"),
        (triage.mark_actioned, "Marked as actioned: an alert of “churn risk”", "Marked as actioned: 2 alerts"),
    ],
)
def test_a_step_is_labelled_by_its_rule_or_by_how_many(office: Office, act: object, one: str, many: str) -> None:
    alerts = [raised(office) for _ in range(3)]
    act(office.context, alerts[:1])  # type: ignore[operator]
    assert undo(office.context) == one
    act(office.context, alerts[1:])  # type: ignore[operator]
    assert undo(office.context) == many


def test_reading_is_no_step_and_reaches_the_screens(office: Office) -> None:
    alert = raised(office)
    triage.mark_read(office.context, alert)
    assert office.values("alerts", alert)["read_at"] == office.ago()
    assert office.last().kinds == {"alerts"}
    assert undo(office.context) is None
    office.pass_time(minutes=5)
    triage.mark_read(office.context, alert)
    assert office.values("alerts", alert)["read_at"] in (office.ago(), office.ago(minutes=5))
