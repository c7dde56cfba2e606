"""Answers to questions of sync: mine, theirs, both, something else, one or many, and each of them undone."""

import pytest

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.conflicts import Answer, resolve, resolve_each, resolve_many
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.services.queries.conflicts import open_conflicts
from journeydesk.storage.sync import conflicts
from tests.integration.office import Office


@pytest.fixture
def prospect(office: Office) -> RecordId:
    """A prospect whose notes and phone we changed."""
    record = office.pulled(company="Quillon", phone="1", notes="Wants a depot", status="Accepted")
    edit(office.context, record, {"phone": "2", "notes": "Wants two depots"})
    return record


@pytest.fixture
def notes(office: Office, prospect: RecordId) -> int:
    return office.question(prospect, "notes", "Wants a depot", "Wants two depots", "Budget approved")


def value(office: Office, record: RecordId, field: str) -> object:
    return office.values("prospects", record)[field]


@pytest.mark.parametrize(
    ("choice", "text", "stands"),
    [
        ("mine", "", "Wants two depots"),
        ("theirs", "", "Budget approved"),
        ("edit", "Three depots", "Three depots"),
        ("edit", "", None),
    ],
)
def test_an_answer_decides_what_stands(
    office: Office, prospect: RecordId, notes: int, choice: str, text: str, stands: str | None
) -> None:
    resolve(office.context, notes, choice, text)
    assert value(office, prospect, "notes") == stands
    assert open_conflicts(office.context) == []
    assert value(office, prospect, "phone") == "2"


def test_both_keeps_the_words_of_each(office: Office, prospect: RecordId, notes: int) -> None:
    resolve(office.context, notes, "both")
    text = str(value(office, prospect, "notes"))
    assert "Wants two depots" in text
    assert "Budget approved" in text


def test_both_cannot_be_kept_of_what_is_one_value(office: Office, prospect: RecordId) -> None:
    question = office.question(prospect, "status", "New", "Accepted", "Rejected")
    with pytest.raises(ValueRefused, match=r"both values cannot be kept in one. Choose mine or theirs"):
        resolve(office.context, question, "both")
    assert len(open_conflicts(office.context)) == 1


@pytest.mark.parametrize("choice", ["mine", "theirs", "both", "edit"])
def test_an_undone_answer_asks_again_with_the_same_values(office: Office, prospect: RecordId, notes: int, choice: str) -> None:
    before = office.contents()
    (asked,) = open_conflicts(office.context)
    resolve(office.context, notes, choice, "Three depots")
    after = office.contents()
    undo(office.context)
    (again,) = open_conflicts(office.context)
    assert (again.mine, again.theirs, again.before, again.since) == (asked.mine, asked.theirs, asked.before, asked.since)
    assert office.contents()["questions"] == before["questions"]
    redo(office.context)
    assert office.contents()["questions"] == after["questions"] == []


def test_theirs_may_be_empty(office: Office, prospect: RecordId) -> None:
    resolve(office.context, office.question(prospect, "notes", "Wants a depot", "Wants two depots", None), "theirs")
    assert value(office, prospect, "notes") is None


def test_mine_is_what_stands_on_screen_now(office: Office, prospect: RecordId, notes: int) -> None:
    edit(office.context, prospect, {"notes": "Wants ten depots"})
    assert open_conflicts(office.context)[0].mine == "Wants ten depots"
    resolve(office.context, notes, "mine")
    assert value(office, prospect, "notes") == "Wants ten depots"


@pytest.mark.parametrize(("choice", "stands"), [("mine", "Ours again"), ("theirs", "Wants two depots")])
def test_a_question_of_an_undo_puts_ours_back_only_with_mine(
    office: Office, prospect: RecordId, choice: str, stands: str
) -> None:
    question = office.question(prospect, "notes", "Before", "Ours again", "Wants two depots", conflicts.UNDO)
    resolve(office.context, question, choice)
    assert value(office, prospect, "notes") == stands


@pytest.mark.parametrize(("choice", "deleted"), [("mine", 0), ("theirs", 1)])
def test_a_record_that_went_in_the_remote_is_kept_or_let_go(
    office: Office, prospect: RecordId, choice: str, deleted: int
) -> None:
    question = office.question(prospect, conflicts.WHOLE, None, None, None, conflicts.GONE)
    resolve(office.context, question, choice)
    assert value(office, prospect, "deleted") == deleted
    assert office.rows("SELECT rid FROM sync_record WHERE table_slug = 'prospects' AND lid = ?", prospect) == [(None,)]
    assert open_conflicts(office.context) == []


@pytest.mark.parametrize("choice", ["both", "edit"])
def test_a_record_that_went_can_only_be_kept_or_let_go(office: Office, prospect: RecordId, choice: str) -> None:
    question = office.question(prospect, conflicts.WHOLE, None, None, None, conflicts.GONE)
    with pytest.raises(UserError, match=r"keep it \(mine\) or let it go \(theirs\)"):
        resolve(office.context, question, choice)


@pytest.mark.parametrize("choice", ["ours", "", "Mine"])
def test_an_answer_that_is_none_is_refused(office: Office, notes: int, choice: str) -> None:
    with pytest.raises(UserError, match=f"“{choice}” is no answer to a conflict"):
        resolve(office.context, notes, choice)
    assert len(open_conflicts(office.context)) == 1


def test_a_question_is_answered_once(office: Office, notes: int) -> None:
    resolve(office.context, notes, "mine")
    with pytest.raises(UserError, match=f"There is no open conflict {notes}. List them with: journeydesk conflicts"):
        resolve(office.context, notes, "mine")


def test_a_wrong_text_is_refused_by_the_rules_of_its_field(office: Office, prospect: RecordId) -> None:
    question = office.question(prospect, "next_follow_up", None, "2026-05-20", "2026-05-21")
    with pytest.raises(ValueRefused):
        resolve(office.context, question, "edit", "whenever")
    assert len(open_conflicts(office.context)) == 1


def test_of_several_answers_one_that_cannot_be_stops_all(office: Office, prospect: RecordId, notes: int) -> None:
    status = office.question(prospect, "status", "New", "Accepted", "Rejected")
    before = office.contents()
    with pytest.raises(ValueRefused):
        resolve_each(office.context, [Answer(notes, "theirs"), Answer(status, "both")])
    assert office.contents() == before
    with pytest.raises(UserError):
        resolve_each(office.context, [Answer(notes, "theirs"), Answer(999, "mine")])
    assert office.contents() == before


def test_many_are_answered_as_one_step(office: Office, prospect: RecordId, notes: int) -> None:
    phone = office.question(prospect, "phone", "1", "2", "3")
    resolve_many(office.context, [notes, phone], "theirs")
    assert (value(office, prospect, "notes"), value(office, prospect, "phone")) == ("Budget approved", "3")
    assert undo(office.context) == "Resolved 2 conflicts: theirs"
    assert (value(office, prospect, "notes"), value(office, prospect, "phone")) == ("Wants two depots", "2")
    assert len(open_conflicts(office.context)) == 2


def test_each_answer_may_be_another(office: Office, prospect: RecordId, notes: int) -> None:
    phone = office.question(prospect, "phone", "1", "2", "3")
    resolve_each(office.context, [Answer(notes, "mine"), Answer(phone, "edit", "4")])
    assert (value(office, prospect, "notes"), value(office, prospect, "phone")) == ("Wants two depots", "4")
    assert undo(office.context) == "Resolved 2 conflicts"


def test_a_stage_that_shall_stand_becomes_an_event(office: Office, prospect: RecordId) -> None:
    question = office.question(prospect, "journey_stage", None, "Exploration", "Commitment")
    resolve(office.context, question, "theirs")
    assert value(office, prospect, "journey_stage") == "Commitment"
    assert office.rows("SELECT stage FROM events WHERE event = 'stage_set' AND NOT deleted") == [("Commitment",)]
    assert office.rows("SELECT stage FROM position WHERE journey = 'Engagement'") == [(3,)]


def test_a_question_about_a_touchpoint_touches_no_fold(office: Office, prospect: RecordId) -> None:
    call = office.pulled("interactions", "recCall", prospect=prospect, type="Call", summary="Short", date=office.ago())
    question = office.question(call, "summary", "Short", "Longer", "Longest", slug="interactions")
    resolve(office.context, question, "theirs")
    assert office.values("interactions", call)["summary"] == "Longest"
    assert "interactions" in office.last().kinds
    assert "positions" not in office.last().kinds
