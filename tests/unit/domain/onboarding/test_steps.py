"""Test customers are told by key or address; what the last events of a step say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.checks import check
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.ids import application_id
from journeydesk.domain.journeys.events import EVENT_TYPES
from journeydesk.domain.onboarding.customers import address_of, is_test_customer, new_test_customer
from journeydesk.domain.onboarding.steps import STEPS, Outcome, State, judged, step_of, summary

EARLY, LATE = "2026-05-18T10:00:00.000Z", "2026-05-19T10:00:00.000Z"


def test_a_test_customer_is_told_by_key_or_address() -> None:
    key = new_test_customer()
    assert is_test_customer(key) and is_test_customer(key.lower())
    assert is_test_customer(None, address_of(key)) and is_test_customer(address_of(key).upper())


@given(st.text(max_size=30), st.emails())
def test_nobody_else_is_one(name: str, email: str) -> None:
    assert not is_test_customer(application_id(), email)
    assert is_test_customer(name) is (name.strip().casefold().startswith("test-") or name.endswith("@test.journeydesk.invalid"))


@pytest.mark.parametrize(("field", "value"), [("key", "TEST-ABCD2345"), ("email", "x@test.journeydesk.invalid")])
def test_nobody_can_enter_a_test_customer_as_a_prospect(field: str, value: str) -> None:
    with pytest.raises(ValueRefused, match="end-to-end check"):
        check("prospects", PROSPECTS.by_slug[field], value)
    check("interactions", PROSPECTS.by_slug[field], value)


def test_every_event_of_a_step_is_one_that_exists() -> None:
    events = [event for step in STEPS for event in (*step.worked, *step.failed)]
    assert set(events) <= set(EVENT_TYPES)
    assert [step_of(event) for step in STEPS for event in step.worked] == [s.number for s in STEPS for _ in s.worked]
    assert step_of("page_viewed") is None


@pytest.mark.parametrize(
    ("worked", "failed", "state"),
    [
        (None, None, State.OFF),
        (EARLY, None, State.SEEN),
        (EARLY, LATE, State.FAILED),
        (LATE, EARLY, State.SEEN),
        (None, LATE, State.FAILED),
    ],
)
def test_the_last_event_decides(worked: str | None, failed: str | None, state: State) -> None:
    outcome = judged(STEPS[2], worked, failed, on=True)
    assert outcome.state is state
    assert bool(outcome.way_out) is (state in (State.FAILED, State.OFF))


def test_the_summary_names_the_first_that_failed() -> None:
    fine = [Outcome(step, State.PASSED, "", LATE) for step in STEPS]
    assert summary(fine) == "7 of 7 steps work"
    off = [*fine[:2], judged(STEPS[2], None, None, False), *fine[3:]]
    assert summary(off) == "6 of 7 steps work; 1 is not connected"
    failed = [*off[:4], Outcome(STEPS[4], State.FAILED, "no answer", LATE), *off[5:]]
    assert summary(failed) == "5 of 7 steps work; Airtable record failed: no answer"
