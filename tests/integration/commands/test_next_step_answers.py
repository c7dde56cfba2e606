"""Answers to the next-step gate: what each writes, and where its words are kept."""

from datetime import UTC, date, datetime

import pytest

from journeydesk.domain.due import Due
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.next_step import NO_STEP, NoStep, Step
from journeydesk.services.commands.next_steps import answer_gate
from journeydesk.services.commands.undoing import undo
from journeydesk.services.queries.next_steps import lacks_next_step, what_comes_next
from tests.integration.office import Office

FRIDAY = date(2026, 5, 22)
OFFER = Step("Send the offer", Due(FRIDAY))
TIMED = Step("Send the offer", Due(FRIDAY, datetime(2026, 5, 22, 12, 30, tzinfo=UTC)))


@pytest.fixture
def prospect(office: Office) -> RecordId:
    return office.prospect(company="Quillon", status="Accepted")


def touch(office: Office, prospect: RecordId, **values: object) -> RecordId:
    return office.add("interactions", prospect=prospect, type="Call", **({"date": office.ago(hours=1)} | values))


def test_a_day_becomes_the_follow_up_without_a_task(office: Office, prospect: RecordId) -> None:
    answer_gate(office.context, prospect, OFFER)
    assert office.values("prospects", prospect)["next_follow_up"] == "2026-05-22"
    assert office.rows("SELECT 1 FROM tasks") == []


def test_an_hour_becomes_a_task_beside_the_follow_up(office: Office, prospect: RecordId) -> None:
    answer_gate(office.context, prospect, TIMED)
    tasks = office.rows("SELECT title, due, prospect, owner FROM tasks")
    assert tasks == [("Send the offer", "2026-05-22T12:30:00.000Z", prospect, "Amaia Etxarri")]
    assert office.values("prospects", prospect)["next_follow_up"] == "2026-05-22"


@pytest.mark.parametrize(
    ("before", "after"),
    [(None, "Send the offer, 22 May 2026"), ("They call back", "They call back\nSend the offer, 22 May 2026")],
)
def test_the_step_stands_below_what_the_log_says(office: Office, prospect: RecordId, before: str | None, after: str) -> None:
    call = touch(office, prospect, next_steps=before)
    answer_gate(office.context, prospect, OFFER)
    assert office.values("interactions", call)["next_steps"] == after


def test_the_words_go_to_the_newest_touchpoint(office: Office, prospect: RecordId) -> None:
    newest = touch(office, prospect)
    older = touch(office, prospect, date=office.ago(days=2))
    deleted = touch(office, prospect, date=office.ago())
    office.delete(deleted, "interactions")
    answer_gate(office.context, prospect, OFFER)
    assert office.values("interactions", newest)["next_steps"] is not None
    assert office.values("interactions", older)["next_steps"] is None
    assert office.values("interactions", deleted)["next_steps"] is None


def test_no_step_ends_the_follow_up_and_keeps_the_reason(office: Office) -> None:
    prospect = office.prospect(status="Accepted", next_follow_up="2026-05-20")
    call = touch(office, prospect)
    answer_gate(office.context, prospect, NoStep("No budget"))
    assert office.values("prospects", prospect)["next_follow_up"] is None
    assert office.values("interactions", call)["next_steps"] == f"{NO_STEP}No budget"
    assert what_comes_next(office.context, prospect).reason == "No budget"


def test_a_reason_without_a_touchpoint_is_a_note_of_its_own(office: Office, prospect: RecordId) -> None:
    answer_gate(office.context, prospect, NoStep("No budget"))
    rows = office.rows("SELECT prospect, type, date, next_steps, owner FROM interactions")
    assert rows == [(prospect, "Follow-up", office.ago(), "No next step: No budget", "Amaia Etxarri")]
    undo(office.context)
    assert office.rows("SELECT 1 FROM interactions WHERE NOT deleted") == []


def test_a_step_without_a_touchpoint_is_a_follow_up_alone(office: Office, prospect: RecordId) -> None:
    answer_gate(office.context, prospect, OFFER)
    assert office.rows("SELECT 1 FROM interactions") == []


@pytest.mark.parametrize("answer", [OFFER, TIMED, NoStep("No budget")])
def test_an_answer_is_one_step_to_undo(office: Office, prospect: RecordId, answer: Step | NoStep) -> None:
    touch(office, prospect)
    before = office.contents()
    answer_gate(office.context, prospect, answer)
    assert office.contents() != before
    undo(office.context)
    assert undo(office.context) is None
    after = office.contents()
    assert {name: after[name] for name in ("interactions", "tasks")} == {
        name: before[name] for name in ("interactions", "tasks")
    }
    assert office.values("prospects", prospect)["next_follow_up"] is None


@pytest.mark.parametrize("answer", [OFFER, NoStep("No budget")])
def test_the_gate_of_a_deleted_prospect_takes_no_answer(office: Office, prospect: RecordId, answer: Step | NoStep) -> None:
    office.delete(prospect)
    with pytest.raises(UserError, match=r"no longer there; it was deleted"):
        answer_gate(office.context, prospect, answer)
    assert office.heard == []


def test_a_planned_step_satisfies_the_gate_and_undo_opens_it(office: Office, prospect: RecordId) -> None:
    touch(office, prospect)
    assert lacks_next_step(office.context, prospect)
    answer_gate(office.context, prospect, OFFER)
    assert not lacks_next_step(office.context, prospect)
    undo(office.context)
    assert lacks_next_step(office.context, prospect)


def test_a_later_step_hides_the_reason_that_there_was_none(office: Office, prospect: RecordId) -> None:
    touch(office, prospect)
    answer_gate(office.context, prospect, NoStep("No budget"))
    answer_gate(office.context, prospect, OFFER)
    following = what_comes_next(office.context, prospect)
    assert (following.follow_up, following.reason, following.by, following.at) == (FRIDAY, "", "", None)


@pytest.mark.parametrize("answer", [OFFER, NoStep("No budget")])
def test_whoever_answered_for_is_evaluated_at_once(office: Office, prospect: RecordId, answer: Step | NoStep) -> None:
    call = touch(office, prospect)
    assert office.values("prospects", prospect)["score"] is None
    answer_gate(office.context, prospect, answer)
    assert office.values("prospects", prospect)["score"] is not None
    assert office.last().prospects == frozenset({prospect})
    assert "alerts" in office.last().kinds
    assert office.values("interactions", call)["next_steps"]
