"""No answer, access late, payment drop-off: rules that fire because nothing happened (docs/rules.md, "Alert rules")."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.rules.answers import NO_ANSWER
from journeydesk.domain.rules.facts import Occurrence, StripeFacts
from journeydesk.domain.rules.payments import ACCESS_LATE, PAYMENT_DROP_OFF
from journeydesk.domain.time import moment_text
from tests.unit.domain.rules.building import at, call, happened, in_zone, prospect, raised, verdict
from tests.unit.domain.test_fold import event

LONG_AGO = call(at(days=7), "No answer")


@pytest.mark.parametrize("touch", [LONG_AGO, call(at(days=7), kind="Email"), call(at(days=7), "Voicemail")])
def test_a_week_without_an_answer_fires(touch: object) -> None:
    assert len(raised(NO_ANSWER, prospect(touches=(touch,)))) == 1


def test_before_the_week_is_over_it_looks_again_when_it_is() -> None:
    found = verdict(NO_ANSWER, prospect(touches=(call(at(days=6), "No answer"),)))
    assert found.alerts == ()
    assert found.recheck_at == at(days=-1)


def test_an_e_mail_that_the_tools_sent_counts_as_our_message() -> None:
    assert len(raised(NO_ANSWER, prospect(occurrences=happened(("email_sent", at(days=8)))))) == 1


@pytest.mark.parametrize("theirs", ["email_replied", "cta_clicked", "demo_requested", "payment_succeeded"])
def test_whatever_comes_from_them_clears_it(theirs: str) -> None:
    assert raised(NO_ANSWER, prospect(touches=(LONG_AGO,), occurrences=happened((theirs, at(days=1))))) == []


@pytest.mark.parametrize("outcome", ["Reached", "Call back", "Meeting booked", "Not interested"])
def test_a_call_that_reached_them_clears_it(outcome: str) -> None:
    assert raised(NO_ANSWER, prospect(touches=(LONG_AGO, call(at(days=1), outcome)))) == []


def test_an_answer_that_arrives_late_with_an_earlier_time_leaves_it() -> None:
    assert raised(NO_ANSWER, prospect(touches=(LONG_AGO,), occurrences=happened(("email_replied", at(days=9)))))


def test_writing_again_is_a_new_cause_after_another_week() -> None:
    first = raised(NO_ANSWER, prospect(touches=(LONG_AGO,)))[0]
    again = prospect(touches=(LONG_AGO, call(at(), "No answer")))
    assert raised(NO_ANSWER, again) == []
    assert raised(NO_ANSWER, again, at(days=-7))[0].id != first.id


def test_who_was_rejected_need_not_answer() -> None:
    assert raised(NO_ANSWER, prospect(status="Rejected", touches=(LONG_AGO,))) == []


def test_a_week_is_168_hours_over_a_change_of_clocks() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    called = datetime(2026, 3, 25, 10, tzinfo=berlin)
    due = verdict(NO_ANSWER, prospect(touches=(call(moment_text(called), "No answer"),)), moment_text(called)).recheck_at
    assert due == moment_text(called.astimezone(UTC) + timedelta(hours=168))


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_teams_zone_moves_no_wait(zone: str) -> None:
    facts = prospect(touches=(LONG_AGO,))
    assert raised(NO_ANSWER, facts, rules=in_zone(zone)) == raised(NO_ANSWER, facts)


@pytest.mark.parametrize("kind", ["payment_succeeded", "purchase_made", "checkout_completed"])
def test_ten_minutes_after_a_payment_without_access_are_too_late(kind: str) -> None:
    facts = prospect(occurrences=happened((kind, at(minutes=10))))
    assert raised(ACCESS_LATE, facts)[0].priority == "Urgent"
    assert raised(ACCESS_LATE, facts, at(minutes=1)) == []
    assert verdict(ACCESS_LATE, facts, at(minutes=1)).recheck_at == at()


def test_access_clears_it_even_where_its_event_comes_late() -> None:
    paid = ("payment_succeeded", at(minutes=30))
    assert raised(ACCESS_LATE, prospect(occurrences=happened(paid)))
    assert raised(ACCESS_LATE, prospect(occurrences=happened(paid, ("access_granted", at(minutes=25))))) == []


def test_the_next_months_payment_does_not_ask_for_access_again() -> None:
    one = prospect(occurrences=happened(("payment_succeeded", at(days=31))))
    two = prospect(occurrences=happened(("payment_succeeded", at(days=31)), ("payment_succeeded", at(days=1))))
    assert raised(ACCESS_LATE, one)[0].id == raised(ACCESS_LATE, two)[0].id


def test_a_checkout_left_for_five_minutes_is_a_drop_off() -> None:
    facts = prospect(occurrences=happened(("assessment_completed", at(hours=1)), ("upgrade_intent", at(minutes=5))))
    assert raised(PAYMENT_DROP_OFF, facts)[0].priority == "High"
    assert raised(PAYMENT_DROP_OFF, facts, at(minutes=1)) == []


def test_a_checkout_session_of_stripe_counts_as_begun() -> None:
    assessed = happened(("assessment_completed", at(hours=1)))
    begun = StripeFacts(checkouts=(Occurrence("cs_1", at(minutes=6)),))
    assert raised(PAYMENT_DROP_OFF, prospect(occurrences=assessed, stripe=begun))


def test_without_an_assessment_there_is_nothing_to_drop_off_from() -> None:
    assert raised(PAYMENT_DROP_OFF, prospect(occurrences=happened(("upgrade_intent", at(minutes=9))))) == []


def test_a_payment_clears_the_drop_off() -> None:
    before = (("assessment_completed", at(hours=1)), ("upgrade_intent", at(minutes=9)))
    assert raised(PAYMENT_DROP_OFF, prospect(occurrences=happened(*before)))
    assert raised(PAYMENT_DROP_OFF, prospect(occurrences=happened(*before, ("payment_succeeded", at(minutes=8))))) == []


@given(st.integers(0, 20), st.integers(0, 20))
def test_a_waiting_rule_either_fires_or_says_when_to_look_again(ours: int, theirs: int) -> None:
    facts = prospect(touches=(call(at(days=ours), "No answer"),), occurrences=happened(("email_replied", at(days=theirs))))
    found = verdict(NO_ANSWER, facts)
    if theirs <= ours:
        assert (found.alerts, found.recheck_at) == ((), None)
    else:
        assert bool(found.alerts) != (found.recheck_at is not None)
        assert found.recheck_at is None or found.recheck_at > at()


def test_who_was_set_up_by_hand_has_access() -> None:
    log = [event(1, "stage_set", stage="Platform access", journey="Onboarding")]
    paid = happened(("payment_succeeded", at(minutes=30)))
    assert raised(ACCESS_LATE, prospect(occurrences=paid))
    assert raised(ACCESS_LATE, prospect(log, occurrences=paid)) == []


def test_a_checkout_begun_again_is_the_same_drop_off() -> None:
    before = (("assessment_completed", at(hours=1)), ("upgrade_intent", at(minutes=30)))
    once = raised(PAYMENT_DROP_OFF, prospect(occurrences=happened(*before)))
    again = prospect(occurrences=happened(*before, ("upgrade_intent", at(minutes=2))))
    assert raised(PAYMENT_DROP_OFF, again) == []
    assert [one.id for one in raised(PAYMENT_DROP_OFF, again, at(minutes=-5))] == [one.id for one in once]


def test_machines_with_and_without_stripe_raise_the_same_drop_off() -> None:
    told = happened(("assessment_completed", at(hours=1)), ("upgrade_intent", at(minutes=20)))
    read = StripeFacts(checkouts=(Occurrence("cs_1", at(minutes=30)),))
    both, one = (
        raised(PAYMENT_DROP_OFF, prospect(occurrences=told, stripe=read)),
        raised(PAYMENT_DROP_OFF, prospect(occurrences=told)),
    )
    assert both[0].id == one[0].id


def test_a_payment_known_only_to_stripe_ends_a_left_cart() -> None:
    left = happened(("assessment_completed", at(hours=1)), ("cart_abandoned", at(minutes=9)))
    assert raised(PAYMENT_DROP_OFF, prospect(occurrences=left))
    assert raised(PAYMENT_DROP_OFF, prospect(occurrences=left, stripe=StripeFacts(last_paid=at(minutes=1)))) == []
