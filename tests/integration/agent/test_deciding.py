"""What becomes of a proposal: nothing before it is approved, one step after, and back again."""

import pytest

from journeydesk.domain.agent.proposals import CHANGE, LOG, MOST_WAITING, MOVE, PROSPECT, TASK
from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.services.agent.deciding import approve_proposal, edit_proposal, reject_proposal, take_back_proposal
from journeydesk.services.agent.performing import settled
from journeydesk.services.agent.proposing import propose, propose_message
from journeydesk.services.agent.reading import found, history, proposals, prospect, today
from journeydesk.services.agent.showing import proposal_detail, proposal_lines
from journeydesk.services.commands.prospects import create_prospect, edit, move
from journeydesk.services.commands.records import delete_records
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.services.last_changes import last_changes, take_back_alone
from journeydesk.services.messages.showing import message_lines
from journeydesk.storage.agent import drafts
from tests.integration.office import Office

KINDS = (
    (LOG, {"type": "call", "summary": "Sie wünscht ein Angebot für zwei Lager", "follow_up": "3d", "duration": "12"}),
    (TASK, {"title": "Enviar las dos referencias que pidió", "due": "fri 14:30"}),
    (MOVE, {"journey": "Engagement", "stage": "Commitment"}),
    (CHANGE, {"email": "new@quillonfreight.example", "estimated_revenue": "1.5k", "notes": "Älteste Kundin"}),
    (PROSPECT, {"company": "Brisalta", "contact_name": "Iker Zubiaga"}),
)


@pytest.fixture
def quillon(office: Office) -> RecordId:
    """The prospect that is proposed for; where it stands is published already."""
    prospect = create_prospect(office.context, {"company": "Quillon Freight", "contact_name": "Adaeze Nwokorie"})
    move(office.context, prospect, "Engagement", "Exploration")
    return prospect


def put(office: Office, kind: str, values: dict[str, str], quillon: RecordId, why: str = "they wrote so") -> int:
    return propose(office.context, "Claude Desktop", kind, None if kind == PROSPECT else quillon, values, why)


def state(office: Office, draft: int) -> str:
    detail = proposal_detail(office.context, draft)
    assert detail is not None
    return detail.row.state


@pytest.mark.parametrize(("kind", "values"), KINDS)
def test_a_proposal_writes_once_approved_and_is_undone(
    office: Office, quillon: RecordId, kind: str, values: dict[str, str]
) -> None:
    before = office.contents()
    draft = put(office, kind, values, quillon)
    assert office.contents() == before
    label = approve_proposal(office.context, draft)
    after = office.contents()
    assert after != before
    assert state(office, draft) == drafts.APPROVED
    assert undo(office.context) == label
    assert office.contents() == before
    assert state(office, draft) == drafts.WAITING
    redo(office.context)
    assert office.contents() == after
    assert state(office, draft) == drafts.APPROVED


@pytest.mark.parametrize(("kind", "values"), KINDS)
def test_an_approval_is_taken_back_later_too(office: Office, quillon: RecordId, kind: str, values: dict[str, str]) -> None:
    other = create_prospect(office.context, {"company": "Marrow & Pine"})
    before = office.contents()
    draft = put(office, kind, values, quillon)
    label = approve_proposal(office.context, draft)
    edit(office.context, other, {"job_title": "Head of depots"})
    written = office.contents()
    take_back_proposal(office.context, draft)
    assert state(office, draft) == drafts.WAITING
    assert undo(office.context) == f"Took back: {label}"
    assert state(office, draft) == drafts.APPROVED
    assert office.contents() == written
    redo(office.context)
    assert state(office, draft) == drafts.WAITING
    edit(office.context, other, {"job_title": None})
    assert office.contents() == before
    approve_proposal(office.context, draft)
    assert state(office, draft) == drafts.APPROVED
    assert undo(office.context) == label
    assert office.contents() == before


@pytest.mark.parametrize(("kind", "values"), KINDS[:-1])
def test_an_approval_that_is_undone_alone_waits_again(
    office: Office, quillon: RecordId, kind: str, values: dict[str, str]
) -> None:
    draft = put(office, kind, values, quillon)
    approve_proposal(office.context, draft)
    edit(office.context, quillon, {"job_title": "Head of depots"})
    approved = last_changes(office.context, 2)[1]
    take_back_alone(office.context, approved.id)
    assert state(office, draft) == drafts.WAITING
    assert office.values("prospects", quillon)["job_title"] == "Head of depots"
    undo(office.context)
    assert state(office, draft) == drafts.APPROVED


def test_an_approval_that_changed_nothing_is_taken_back_too(office: Office, quillon: RecordId) -> None:
    draft = put(office, CHANGE, {"company": "Quillon Freight"}, quillon)
    approve_proposal(office.context, draft)
    take_back_proposal(office.context, draft)
    assert state(office, draft) == drafts.WAITING


def test_one_that_waits_again_is_nobodys_decision(office: Office, quillon: RecordId) -> None:
    draft = put(office, *KINDS[1], quillon)
    ((made,), ()) = proposal_lines(office.context)
    approve_proposal(office.context, draft)
    undo(office.context)
    assert proposal_lines(office.context) == ([made], [])
    (told,) = proposals(office.context, 10)["proposals"]
    assert (told["state"], told["decided_by"]) == ("waiting", "")


def test_taking_a_change_back_leaves_what_somebody_wrote_since(office: Office, quillon: RecordId) -> None:
    edit(office.context, quillon, {"phone": "+49 30 1", "website": "old.example"})
    draft = put(office, CHANGE, {"phone": "+49 30 2", "website": "new.example"}, quillon)
    approve_proposal(office.context, draft)
    edit(office.context, quillon, {"phone": "+49 30 3"})
    take_back_proposal(office.context, draft)
    row = office.values("prospects", quillon)
    assert (row["phone"], row["website"]) == ("+49 30 3", "old.example")


def test_what_a_person_edits_is_what_is_written(office: Office, quillon: RecordId) -> None:
    draft = put(office, LOG, {"type": "Call", "summary": "wrong words"}, quillon)
    edit_proposal(office.context, draft, {"type": "Meeting", "summary": "right words"})
    approve_proposal(office.context, draft)
    assert office.rows("SELECT type, summary FROM interactions") == [("Meeting", "right words")]
    detail = proposal_detail(office.context, draft)
    assert detail is not None
    assert detail.row.made_values()["summary"] == "wrong words"


def test_a_value_that_cannot_be_writes_nothing(office: Office, quillon: RecordId) -> None:
    draft = put(office, CHANGE, {"email": "a@b.example", "phone": "+49 30 2"}, quillon)
    edit_proposal(office.context, draft, {"email": "nobody", "phone": "+49 30 2"})
    before = office.contents()
    with pytest.raises(ValueRefused, match=r"^E-mail: "):
        approve_proposal(office.context, draft)
    assert office.contents() == before
    assert state(office, draft) == drafts.WAITING


def test_a_rejection_needs_a_reason_and_the_agent_reads_it(office: Office, quillon: RecordId) -> None:
    draft = put(office, *KINDS[0], quillon)
    with pytest.raises(ValueRefused, match="Reason"):
        reject_proposal(office.context, draft, " ")
    reject_proposal(office.context, draft, "not what she said")
    (told,) = proposals(office.context, 10)["proposals"]
    assert (told["state"], told["reason_of_rejection"]) == ("rejected", "not what she said")
    with pytest.raises(UserError, match="decided already"):
        approve_proposal(office.context, draft)
    take_back_proposal(office.context, draft)
    assert state(office, draft) == drafts.WAITING


def test_the_same_proposal_waits_once(office: Office, quillon: RecordId) -> None:
    first = put(office, *KINDS[0], quillon)
    assert put(office, *KINDS[0], quillon) == first
    reject_proposal(office.context, first, "no")
    assert put(office, *KINDS[0], quillon) != first


def test_an_agent_in_a_circle_fills_no_inbox(office: Office, quillon: RecordId) -> None:
    for number in range(MOST_WAITING):
        put(office, TASK, {"title": f"task {number}", "due": "3d"}, quillon)
    with pytest.raises(UserError, match="200 proposals wait already"):
        put(office, TASK, {"title": "one more", "due": "3d"}, quillon)


def test_tomorrow_means_what_it_meant(office: Office, quillon: RecordId) -> None:
    draft = put(office, TASK, {"title": "call", "due": "tomorrow"}, quillon)
    detail = proposal_detail(office.context, draft)
    assert detail is not None
    due = next(part.text for part in detail.parts if part.name == "due")
    assert due == "20 May 2026"


@pytest.mark.parametrize(("kind", "values"), KINDS)
def test_what_is_settled_settles_to_the_same(office: Office, quillon: RecordId, kind: str, values: dict[str, str]) -> None:
    once = settled(office.context, kind, values)
    assert settled(office.context, kind, once) == once


def test_nothing_is_done_for_a_deleted_prospect(office: Office, quillon: RecordId) -> None:
    draft = put(office, *KINDS[0], quillon)
    delete_records(office.context, BY_SLUG["prospects"], [str(office.values("prospects", quillon)["key"])])
    assert proposal_lines(office.context) == ([], [])
    with pytest.raises(UserError, match="deleted"):
        approve_proposal(office.context, draft)
    with pytest.raises(UserError, match="deleted"):
        put(office, *KINDS[1], quillon)


def test_a_drafted_mail_waits_among_the_messages(office: Office, quillon: RecordId) -> None:
    propose_message(office.context, "Claude Desktop", quillon, "Zwei Referenzen", "Guten Morgen\n\nBis Montag", "she asked")
    ((line,), ()) = message_lines(office.context)
    assert (line.contact, line.beginning) == ("Adaeze Nwokorie", "Guten Morgen Bis Montag")
    ((reason, origin, mail),) = office.rows("SELECT reason, origin, mail FROM message")
    assert (reason, origin, mail) == ("Proposed by Claude Desktop: she asked", "Agent", None)


def test_what_it_would_change_stands_beside_what_stands(office: Office, quillon: RecordId) -> None:
    edit(office.context, quillon, {"estimated_revenue": 480_000, "industry": "News"})
    draft = put(office, CHANGE, {"estimated_revenue": "5200", "industry": "Research"}, quillon)
    detail = proposal_detail(office.context, draft)
    assert detail is not None
    shown = {part.name: (part.now, part.text) for part in detail.parts}
    assert shown == {"estimated_revenue": ("4,800", "5,200"), "industry": ("News", "Research")}
    assert detail.row.agent == "Claude Desktop"
    assert detail.row.words == "they wrote so"


def test_an_agent_finds_reads_and_sees_the_day(office: Office, quillon: RecordId) -> None:
    approve_proposal(office.context, put(office, *KINDS[0], quillon))
    key = str(office.values("prospects", quillon)["key"])
    assert [each["prospect"] for each in found(office.context, "quillön", 5)["prospects"]] == [key]
    assert found(office.context, "Lager", 5)["notes"][0]["prospect"] == key
    read = prospect(office.context, key)
    assert read["fields"]["Company"] == "Quillon Freight"
    assert read["stage"] == "Exploration"
    assert any("Sie wünscht" in entry["text"] for entry in history(office.context, key, 5)["timeline"])
    assert [line["prospect"] for line in today(office.context, "")["next_two_weeks"]] == [key]


def test_numbers_stand_with_the_mark_of_the_person(office: Office, quillon: RecordId) -> None:
    edit(office.context, quillon, {"estimated_revenue": 480_050})
    draft = put(office, CHANGE, {"estimated_revenue": "5200.50", "deal_probability": "62.5"}, quillon)
    detail = proposal_detail(office.context, draft, ",")
    assert detail is not None
    assert [(part.now, part.text) for part in detail.parts] == [("4.800,50", "5.200,50"), ("", "62,5")]
    edit_proposal(office.context, draft, {"estimated_revenue": "6.400,25", "deal_probability": "62,5"}, ",")
    approve_proposal(office.context, draft)
    row = office.values("prospects", quillon)
    assert (row["estimated_revenue"], row["deal_probability"]) == (640_025, 0.625)
