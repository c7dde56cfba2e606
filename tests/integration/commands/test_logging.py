"""Logging a touchpoint: what is written with it, what is refused, what ends by it."""

from datetime import date, timedelta

import pytest

from journeydesk.domain.draft import Draft
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.services.calls.drafts import draft_of, save_draft
from journeydesk.services.commands.prospects import log_interaction
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.services.evaluation.evaluate import evaluate
from tests.integration.office import Office


@pytest.fixture
def prospect(office: Office) -> RecordId:
    return office.prospect(company="Quillon Freight")


def test_a_log_keeps_every_word_of_it(office: Office, prospect: RecordId) -> None:
    record = log_interaction(
        office.context,
        prospect,
        "demo",
        "  Showed the depot.  ",
        outcome="meeting booked",
        duration=45,
        next_steps="Send the offer",
        at=office.moment - timedelta(hours=2),
    )
    row = office.values("interactions", record)
    assert row["type"] == "Demo"
    assert row["summary"] == "Showed the depot."
    assert row["outcome"] == "Meeting booked"
    assert (row["duration"], row["next_steps"], row["owner"]) == (45, "Send the offer", "Amaia Etxarri")
    assert row["date"] == office.ago(hours=2)
    assert row["prospect"] == prospect


@pytest.mark.parametrize("kind", ["Call", "Meeting", "Email", "Demo", "Support", "Follow-up"])
def test_every_kind_of_touchpoint_can_be_logged(office: Office, prospect: RecordId, kind: str) -> None:
    record = log_interaction(office.context, prospect, f" {kind.upper()} ", "Spoke")
    assert office.values("interactions", record)["type"] == kind
    assert undo(office.context) == f"Logged a {kind.lower()} with Quillon Freight"


def test_the_list_shows_the_new_last_touch_and_undo_the_old(office: Office, prospect: RecordId) -> None:
    def last_touch() -> tuple[object, ...]:
        row = office.values("prospects", prospect)
        return row["last_touch_type"], row["last_touch_outcome"], row["last_touch_at"]

    log_interaction(office.context, prospect, "Email", "Wrote", at=office.moment - timedelta(days=2))
    log_interaction(office.context, prospect, "Call", "", outcome="No answer")
    assert last_touch() == ("Call", "No answer", office.ago())
    undo(office.context)
    assert last_touch() == ("Email", None, office.ago(days=2))
    undo(office.context)
    assert last_touch() == (None, None, None)
    redo(office.context)
    assert last_touch() == ("Email", None, office.ago(days=2))


def test_an_older_log_does_not_hide_a_newer_touch(office: Office, prospect: RecordId) -> None:
    log_interaction(office.context, prospect, "Call", "Now")
    log_interaction(office.context, prospect, "Email", "Before", at=office.moment - timedelta(days=4))
    assert office.values("prospects", prospect)["last_touch_type"] == "Call"


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"type": "Fax"}, "Type", "Type: “Fax” is not a choice. Choose one of Email, Call, "),
        ({"outcome": "Bored"}, "Outcome", "Outcome: “Bored” is not a choice. Choose one of Reached, "),
        ({"summary": "  \n "}, "Summary", "write at least a word about what was said, or choose the outcome"),
        ({"duration": -1}, "Duration", "-1 minutes is out of range. Give 0 to 1,440"),
        ({"duration": 1441}, "Duration", "1441 minutes is out of range"),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_is_logged(
    office: Office, prospect: RecordId, changed: dict[str, object], field: str, sentence: str
) -> None:
    values: dict[str, object] = {"type": "Call", "summary": "Spoke"} | changed
    with pytest.raises(ValueRefused, match=sentence) as refusal:
        log_interaction(office.context, prospect, values.pop("type"), values.pop("summary"), **values)  # type: ignore[arg-type]
    assert refusal.value.field == field
    assert office.rows("SELECT 1 FROM interactions") == []


@pytest.mark.parametrize("duration", [0, 1, 1440])
def test_a_duration_fits_into_a_day(office: Office, prospect: RecordId, duration: int) -> None:
    record = log_interaction(office.context, prospect, "Call", "Spoke", duration=duration)
    assert office.values("interactions", record)["duration"] == duration


def test_what_is_still_to_come_cannot_be_logged(office: Office, prospect: RecordId) -> None:
    with pytest.raises(ValueRefused, match="plan it as a follow-up"):
        log_interaction(office.context, prospect, "Call", "Spoke", at=office.moment + timedelta(seconds=1))
    log_interaction(office.context, prospect, "Call", "Spoke", at=office.moment)


def test_an_outcome_alone_is_a_log(office: Office, prospect: RecordId) -> None:
    record = log_interaction(office.context, prospect, "Call", "", outcome="Reached")
    assert office.values("interactions", record)["summary"] is None


def test_a_follow_up_comes_with_the_log_as_one_step(office: Office, prospect: RecordId) -> None:
    log_interaction(office.context, prospect, "Call", "Spoke", follow_up=date(2026, 5, 22))
    assert office.values("prospects", prospect)["next_follow_up"] == "2026-05-22"
    assert office.rows("SELECT 1 FROM tasks") == []
    undo(office.context)
    assert office.values("prospects", prospect)["next_follow_up"] is None
    assert office.rows("SELECT 1 FROM interactions WHERE NOT deleted") == []


def test_a_follow_up_with_an_hour_is_a_task_too(office: Office, prospect: RecordId) -> None:
    at = office.moment + timedelta(days=3)
    log_interaction(office.context, prospect, "Call", "Spoke", follow_up=at.date(), follow_up_at=at)
    tasks = office.rows("SELECT prospect, title, kind, due, owner, origin FROM tasks")
    assert tasks == [(prospect, "Follow up", "Follow-up", office.ago(days=-3), "Amaia Etxarri", "by hand")]
    undo(office.context)
    assert office.rows("SELECT 1 FROM tasks WHERE NOT deleted") == []


def test_a_task_that_the_call_was_is_finished_by_it(office: Office, prospect: RecordId) -> None:
    task, other = office.add("tasks", title="Call", prospect=prospect), office.add("tasks", title="Write", prospect=prospect)
    log_interaction(office.context, prospect, "Call", "Spoke", finishes=task)
    assert office.values("tasks", task)["done_at"] == office.ago()
    assert office.values("tasks", other)["done_at"] is None
    undo(office.context)
    assert office.values("tasks", task)["done_at"] is None


def test_a_task_that_is_gone_keeps_no_log_from_being_written(office: Office, prospect: RecordId) -> None:
    record = log_interaction(office.context, prospect, "Call", "Spoke", finishes=RecordId(99))
    assert office.values("interactions", record)["summary"] == "Spoke"


def test_a_log_ends_the_draft_of_its_prospect_alone(office: Office, prospect: RecordId) -> None:
    other = office.prospect()
    for each in (prospect, other):
        save_draft(office.context, each, Draft(text="Half a sentence"))
    log_interaction(office.context, prospect, "Call", "A whole sentence")
    assert draft_of(office.context, prospect).empty
    assert draft_of(office.context, other).text == "Half a sentence"


def test_a_refused_log_keeps_the_draft(office: Office, prospect: RecordId) -> None:
    save_draft(office.context, prospect, Draft(text="Half a sentence"))
    with pytest.raises(ValueRefused):
        log_interaction(office.context, prospect, "Fax", "A whole sentence")
    assert draft_of(office.context, prospect).text == "Half a sentence"


@pytest.mark.parametrize("summary", ["x" * 100_000, "Zürich → 東京 🚚", "line one\nline two", "'; DROP TABLE prospects; --"])
def test_any_text_comes_back_as_it_was_typed(office: Office, prospect: RecordId, summary: str) -> None:
    record = log_interaction(office.context, prospect, "Call", summary)
    assert office.values("interactions", record)["summary"] == summary


def test_a_logged_call_clears_the_alert_that_waited_for_it(office: Office, prospect: RecordId) -> None:
    office.add("interactions", prospect=prospect, type="Call", outcome="No answer", date=office.ago(days=8))
    evaluate(office.context, [prospect])
    pending = [rule for rule, status, _ in office.alerts() if status == "Pending"]
    assert "no answer" in pending
    log_interaction(office.context, prospect, "Call", "Spoke", outcome="Reached")
    assert "no answer" not in [rule for rule, status, _ in office.alerts() if status == "Pending"]
    undo(office.context)
    assert "no answer" in [rule for rule, status, _ in office.alerts() if status == "Pending"]
