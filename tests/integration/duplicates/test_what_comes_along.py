"""What this computer alone keeps of a prospect, and who pays for it, follow a merge and come back with taking apart and undo."""

from collections.abc import Callable

import pytest

from journeydesk.domain.agent.proposals import TASK
from journeydesk.domain.draft import Draft
from journeydesk.domain.ids import RecordId
from journeydesk.services.agent.deciding import approve_proposal
from journeydesk.services.agent.proposing import propose
from journeydesk.services.agent.showing import proposal_lines
from journeydesk.services.calls.drafts import draft_of, open_drafts, save_draft
from journeydesk.services.calls.session import begin_session, open_session
from journeydesk.services.commands.duplicates import merge, unmerge
from journeydesk.services.commands.mutes import mute
from journeydesk.services.commands.undoing import redo, undo
from journeydesk.services.context import Context
from journeydesk.services.messages.deciding import write_message
from journeydesk.services.messages.showing import MessageLine, message_lines
from journeydesk.storage.engine import sql
from journeydesk.storage.facts.mutes import muted_prospects
from tests.integration.office import Office

_BACK: tuple[Callable[[Context, RecordId], object], ...] = (unmerge, lambda context, _: undo(context))


@pytest.fixture
def pair(office: Office) -> tuple[RecordId, RecordId]:
    """Who stays, and who is merged into it."""
    return office.pulled(remote="rec1", company="Brisalta Logística"), office.pulled(remote="rec2", company="Brisalta")


def _messages(context: Context) -> list[MessageLine]:
    """Those that wait."""
    return message_lines(context)[0]


def _waiting(office: Office) -> dict[str, list[tuple[object, object]]]:
    """Whose is what waits, as the screens list it."""
    context = office.context
    return {
        "messages": [(line.prospect, line.id) for line in _messages(context)],
        "proposals": [(line.head, line.id) for line in proposal_lines(context)[0]],
        "drafts": [(draft.company, draft.words) for draft in open_drafts(context)],
    }


@pytest.mark.parametrize("back", _BACK, ids=("taken apart", "undone"))
def test_what_waits_for_one_waits_for_the_one_that_stays(
    office: Office, pair: tuple[RecordId, RecordId], back: Callable[[Context, RecordId], object]
) -> None:
    stays, goes = pair
    message = write_message(office.context, goes, "Two references", ["Good morning."])
    proposal = propose(office.context, "Claude Desktop", TASK, goes, {"title": "Send prices", "due": "fri 14:30"}, "asked so")
    save_draft(office.context, goes, Draft(text="She wants", outcome="Reached"))
    before = _waiting(office)
    merge(office.context, stays, goes)
    along = _waiting(office)
    name = "Brisalta Logística"
    assert along == {"messages": [(stays, message)], "proposals": [(name, proposal)], "drafts": [(name, "She wants")]}
    back(office.context, goes)
    assert _waiting(office) == before
    if back is not unmerge:
        redo(office.context)
        assert _waiting(office) == along


def test_a_proposal_that_came_along_is_carried_out_for_the_one(office: Office, pair: tuple[RecordId, RecordId]) -> None:
    stays, goes = pair
    proposal = propose(office.context, "Claude Desktop", TASK, goes, {"title": "Send prices", "due": "fri 14:30"}, "asked so")
    merge(office.context, stays, goes)
    approve_proposal(office.context, proposal)
    assert office.rows("SELECT prospect, title FROM tasks WHERE NOT deleted") == [(stays, "Send prices")]


def test_of_two_logs_that_were_begun_nothing_is_lost(office: Office, pair: tuple[RecordId, RecordId]) -> None:
    stays, goes = pair
    save_draft(office.context, stays, Draft(text="Wants prices", outcome="Reached"))
    save_draft(office.context, goes, Draft(text="Met at stand 14", outcome="Voicemail", duration=240))
    merge(office.context, stays, goes)
    both = draft_of(office.context, stays)
    assert (both.text, both.outcome, both.duration) == ("Wants prices\nMet at stand 14", "Reached", 240)
    unmerge(office.context, goes)
    assert (draft_of(office.context, stays).text, draft_of(office.context, goes).text) == ("Wants prices", "Met at stand 14")


def test_what_was_typed_on_since_stays_where_it_was_typed(office: Office, pair: tuple[RecordId, RecordId]) -> None:
    stays, goes = pair
    save_draft(office.context, goes, Draft(text="Met at stand 14"))
    merge(office.context, stays, goes)
    save_draft(office.context, stays, Draft(text="Met at stand 14, calls on Friday"))
    unmerge(office.context, goes)
    assert draft_of(office.context, stays).text == "Met at stand 14, calls on Friday"
    assert draft_of(office.context, goes).text == "Met at stand 14"


def test_a_merge_of_a_merged_one_brings_both_along(office: Office, pair: tuple[RecordId, RecordId]) -> None:
    stays, goes = pair
    third = office.pulled(remote="rec3", company="Brisalta S. A.")
    message = write_message(office.context, goes, "Two references", ["Good morning."])
    merge(office.context, stays, goes)
    merge(office.context, third, stays)
    assert [(line.prospect, line.id) for line in _messages(office.context)] == [(third, message)]
    unmerge(office.context, stays)
    assert [line.prospect for line in _messages(office.context)] == [stays]
    unmerge(office.context, goes)
    assert [line.prospect for line in _messages(office.context)] == [goes]


def test_a_mail_that_waits_goes_out_for_the_one_that_stays(office: Office, pair: tuple[RecordId, RecordId]) -> None:
    stays, goes = pair
    with office.context.database.write() as connection:
        sql.run(connection, "INSERT INTO mail_item (key, prospect, state) VALUES ('m1', ?, 'waiting')", (goes,))
    merge(office.context, stays, goes)
    assert office.rows("SELECT prospect FROM mail_item") == [(stays,)]
    unmerge(office.context, goes)
    assert office.rows("SELECT prospect FROM mail_item") == [(goes,)]


def _whom(context: Context) -> RecordId | None:
    session = open_session(context)
    return session.prospect if session is not None else None


@pytest.mark.parametrize("back", _BACK, ids=("taken apart", "undone"))
def test_a_call_session_goes_on_with_the_one_that_stays(
    office: Office, pair: tuple[RecordId, RecordId], back: Callable[[Context, RecordId], object]
) -> None:
    stays, goes = pair
    begin_session(office.context, "Ports", [goes])
    merge(office.context, stays, goes)
    assert _whom(office.context) == stays
    back(office.context, goes)
    assert _whom(office.context) == goes


def test_of_two_in_a_call_session_one_is_called(office: Office, pair: tuple[RecordId, RecordId]) -> None:
    stays, goes = pair
    begin_session(office.context, "Ports", [goes, stays])
    merge(office.context, stays, goes)
    assert office.rows("SELECT prospect FROM call_session_member ORDER BY place") == [(goes,), (stays,)]
    unmerge(office.context, goes)
    assert office.rows("SELECT prospect FROM call_session_member ORDER BY place") == [(goes,), (stays,)]


@pytest.mark.parametrize("back", _BACK, ids=("taken apart", "undone"))
def test_what_is_muted_for_one_of_them_is_muted_for_both_together(
    office: Office, pair: tuple[RecordId, RecordId], back: Callable[[Context, RecordId], object]
) -> None:
    stays, goes = pair
    mute(office.context, stays, "churn risk")
    mute(office.context, goes, "no answer")
    before = _muted(office)
    assert before[goes] == {"no answer"}
    merge(office.context, stays, goes)
    assert _muted(office) == {stays: {"churn risk", "no answer"}}
    back(office.context, goes)
    assert _muted(office) == before


def test_a_mute_comes_along_to_one_that_had_none(office: Office, pair: tuple[RecordId, RecordId]) -> None:
    stays, goes = pair
    mute(office.context, goes, "no answer")
    merge(office.context, stays, goes)
    assert _muted(office) == {stays: {"no answer"}}
    unmerge(office.context, goes)
    assert _muted(office) == {goes: {"no answer"}}


def _muted(office: Office) -> dict[RecordId, set[str]]:
    """The rules that are muted for those that live."""
    found: dict[RecordId, set[str]] = {}
    with office.context.database.read() as connection:
        for prospect, _, rule in muted_prospects(connection):
            found.setdefault(prospect, set()).add(rule)
    return found
