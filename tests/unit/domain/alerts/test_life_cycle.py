"""What becomes of an alert: its id, its steps, its notes, its snooze (docs/rules.md, "Alerts")."""

import hashlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.alerts.alert import alert_id, expiry, next_status, note_that_stands, status_at
from journeydesk.domain.alerts.snooze import EVENTS, has_happened, is_snooze, note_until, note_until_event, parse_event
from journeydesk.domain.errors import UserError, ValueRefused
from tests.unit.domain.rules.building import at, call, happened, prospect
from tests.unit.domain.test_fold import event

STATUSES = ("Pending", "Acknowledged", "Actioned", "Expired")
STEPS = {("Pending", "Acknowledged"), ("Pending", "Actioned"), ("Pending", "Expired"), ("Acknowledged", "Actioned")}


@pytest.mark.parametrize("current", STATUSES)
@pytest.mark.parametrize("target", STATUSES)
def test_only_the_steps_of_the_life_cycle_exist(current: str, target: str) -> None:
    if current == target or (current, target) in STEPS:
        assert next_status(current, target) == target
    else:
        with pytest.raises(UserError, match=f"is {current.lower()} cannot become {target.lower()}"):
            next_status(current, target)


def test_a_status_that_nobody_knows_leads_nowhere() -> None:
    with pytest.raises(UserError):
        next_status("Lost", "Pending")


def test_an_id_is_derived_from_rule_prospect_and_cause() -> None:
    assert alert_id("no answer", "BETA-1", "INT-1") == "ALR-" + hashlib.sha256(b"no answer|BETA-1|INT-1").hexdigest()[:20]


def test_an_alert_runs_out_so_many_days_after_it_was_raised() -> None:
    assert expiry("2026-05-19T09:00:00.000Z", 7) == "2026-05-26T09:00:00.000Z"


@pytest.mark.parametrize(
    ("status", "expires", "now", "then"),
    [
        ("Pending", "2026-05-26", "2026-05-25", "Pending"),
        ("Pending", "2026-05-26", "2026-05-26", "Expired"),
        ("Pending", "2026-05-26", "2026-05-27", "Expired"),
        ("Pending", None, "2026-05-27", "Pending"),
        ("Acknowledged", "2026-05-26", "2026-05-27", "Acknowledged"),
        ("Actioned", "2026-05-26", "2026-05-27", "Actioned"),
    ],
)
def test_only_a_pending_alert_runs_out(status: str, expires: str | None, now: str, then: str) -> None:
    assert status_at(status, expires, now) == then


NOTES = [None, "snoozed until x", "cleared: gone", "Called twice"]


@pytest.mark.parametrize("mine", range(4))
@pytest.mark.parametrize("theirs", range(4))
def test_the_note_of_the_higher_rank_stands_else_theirs(mine: int, theirs: int) -> None:
    if mine == theirs == 3:
        with pytest.raises(LookupError):
            note_that_stands(NOTES[mine], "Written by another")
    else:
        assert note_that_stands(NOTES[mine], NOTES[theirs]) == NOTES[max(mine, theirs)]


@pytest.mark.parametrize("rank", [1, 2])
def test_of_two_notes_of_one_rank_theirs_stands(rank: int) -> None:
    assert note_that_stands(NOTES[rank], f"{NOTES[rank]} too") == f"{NOTES[rank]} too"


def test_a_snooze_is_a_note_that_says_until_what_and_since_when() -> None:
    assert note_until("2026-05-20", "2026-05-19") == "snoozed until 2026-05-20, since 2026-05-19"
    assert note_until_event("pays", "2026-05-19") == "snoozed until it pays, since 2026-05-19"
    assert [is_snooze(note) for note in (*NOTES, 5)] == [False, True, False, False, False]


@given(st.sampled_from(EVENTS), st.sampled_from([str.upper, str.title, str.lower, lambda text: f"  {text} "]))
def test_what_a_snooze_waits_for_is_read_in_any_case(name: str, spelling: Any) -> None:
    assert parse_event(spelling(name)) == name


@pytest.mark.parametrize("text", ["", "sneezes", "pays up"])
def test_a_snooze_waits_for_one_of_three(text: str) -> None:
    with pytest.raises(ValueRefused, match="pays, replies, changes stage"):
        parse_event(text)


SINCE = at(days=1)
LATER, EARLIER = at(hours=1), at(days=2)


@pytest.mark.parametrize("kind", ["payment_succeeded", "purchase_made", "checkout_completed"])
@pytest.mark.parametrize(("moment", "words"), [(LATER, "they paid"), (SINCE, None), (EARLIER, None)])
def test_only_a_payment_after_the_snooze_ends_it(kind: str, moment: str, words: str | None) -> None:
    assert has_happened("pays", SINCE, prospect(occurrences=happened((kind, moment)))) == words


@pytest.mark.parametrize("kind", ["email_replied", "inquiry_submitted"])
@pytest.mark.parametrize(("moment", "words"), [(LATER, "they replied"), (SINCE, None), (EARLIER, None)])
def test_only_a_reply_after_the_snooze_ends_it(kind: str, moment: str, words: str | None) -> None:
    assert has_happened("replies", SINCE, prospect(occurrences=happened((kind, moment)))) == words


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("Reached", "they replied"),
        ("Call back", "they replied"),
        ("Meeting booked", "they replied"),
        ("No answer", None),
        ("Not interested", None),
        (None, None),
    ],
)
def test_a_call_that_reached_them_is_a_reply(outcome: str | None, words: str | None) -> None:
    assert has_happened("replies", SINCE, prospect(touches=(call(LATER, outcome),))) == words
    assert has_happened("replies", SINCE, prospect(touches=(call(SINCE, outcome),))) is None


def test_a_move_after_the_snooze_ends_it() -> None:
    moved = prospect([event(1, "application_received")])
    when = event(1, "login").occurred_at
    assert has_happened("changes stage", "2026-05-01T08:59:59.999Z", moved) == "the stage changed"
    assert has_happened("changes stage", when, moved) is None


def test_what_ends_one_snooze_ends_no_other() -> None:
    paid = prospect(occurrences=happened(("payment_succeeded", LATER)))
    assert [has_happened(name, SINCE, paid) for name in EVENTS] == ["they paid", None, None]
