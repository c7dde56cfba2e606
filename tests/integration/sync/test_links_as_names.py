"""Links of ours that are texts in the base: read by name, written as names, and none of them guessed."""

from pathlib import Path

import pytest

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.services.commands.conflicts import resolve
from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.sync.engine import SyncOutcome
from journeydesk.sync.setup import set_up
from tests.integration.sync.memory_base import MemoryBase, memory_base
from tests.integration.sync.test_field_kinds import retyped

pytestmark = pytest.mark.fault(66)


def text_links(memory: MemoryBase, **changes: object) -> None:
    """The base's own team keeps whom a call was with as a text."""
    retyped(memory, "prospect", "interactions", **({"type": "singleLineText", "links_to": ""} | changes))


def calls_of(memory: MemoryBase, record: RecordId) -> int | None:
    row = memory.row(record, "interactions")
    assert row is not None
    prospect: int | None = row["prospect"]
    return prospect


def call_there(memory: MemoryBase, text: object, key: str = "INT-1") -> RemoteId:
    return memory.add("interactions", key=key, prospect=text)


def call_here(memory: MemoryBase, prospect: RecordId | None, key: str = "INT-1") -> RecordId:
    return memory.insert("interactions", key=key, prospect=prospect)


def link(memory: MemoryBase, call: RecordId, prospect: RecordId | None) -> None:
    with memory.database.write() as connection:
        author = Author("Amaia", memory.context.now(), "user")
        records.update(connection, "interactions", call, {"prospect": prospect}, author)


def named(memory: MemoryBase, name: str, **values: object) -> RecordId:
    return create_prospect(memory.context, {"company": name, **values})  # type: ignore[dict-item]


def settled(memory: MemoryBase) -> SyncOutcome:
    """Passes until nothing moves; returns the first one's outcome."""
    first = memory.sync()
    memory.sync()
    last = memory.sync()
    assert (last.pushed, last.pulled, last.pending, last.conflicts) == (0, 0, 0, 0), last
    return first


@pytest.mark.parametrize("text", ["Rope & Sons", " rope & SONS ", "BETA-1", "Ebba Lindqvist", "ebba@rope.example"])
def test_a_text_there_is_a_link_here_by_the_name_of_one_prospect(memory: MemoryBase, text: str) -> None:
    text_links(memory)
    prospect = named(memory, "Rope & Sons", contact_name="Ebba Lindqvist", email="Ebba@rope.example")
    memory.run("UPDATE prospects SET key = 'BETA-1' WHERE lid = ?", prospect)
    settled(memory)
    remote = call_there(memory, text)
    settled(memory)
    assert calls_of(memory, memory.known(remote, "interactions")) == prospect
    assert memory.held("interactions")[remote]["prospect"] == text


def test_a_link_here_is_the_name_there(memory: MemoryBase) -> None:
    text_links(memory)
    prospect = named(memory, "Rope & Sons")
    call = call_here(memory, prospect)
    settled(memory)
    assert memory.seen(call, "interactions")["prospect"] == "Rope & Sons"
    other = named(memory, "Coil AG")
    link(memory, call, other)
    settled(memory)
    assert memory.seen(call, "interactions")["prospect"] == "Coil AG"
    link(memory, call, None)
    settled(memory)
    assert memory.seen(call, "interactions").get("prospect") is None
    assert calls_of(memory, call) is None


def test_a_name_that_nobody_has_is_linked_once_somebody_has_it(memory: MemoryBase) -> None:
    text_links(memory)
    remote = call_there(memory, "Rope & Sons")
    settled(memory)
    call = memory.known(remote, "interactions")
    assert calls_of(memory, call) is None
    (note,) = memory.notes(sync_notes.NAMES)
    assert "“Rope & Sons” (nobody is called so)" in note
    memory.add(company="Rope & Sons")
    settled(memory)
    assert calls_of(memory, call) is not None
    assert memory.held("interactions")[remote]["prospect"] == "Rope & Sons"
    assert memory.notes(sync_notes.NAMES) == []


def test_the_note_about_names_is_told_once(memory: MemoryBase) -> None:
    text_links(memory)
    call_there(memory, "Rope & Sons")
    assert len(memory.sync().notes) == 1
    named(memory, "Coil AG")
    assert memory.sync().notes == ()
    assert len(memory.notes(sync_notes.NAMES)) == 1


def test_of_two_with_one_name_none_is_guessed(memory: MemoryBase) -> None:
    text_links(memory)
    first, second = named(memory, "Rope & Sons"), named(memory, "Rope & Sons")
    settled(memory)
    remote = call_there(memory, "Rope & Sons")
    settled(memory)
    call = memory.known(remote, "interactions")
    assert calls_of(memory, call) is None
    assert "“Rope & Sons” (2 are called so)" in memory.notes(sync_notes.NAMES)[0]
    edit(memory.context, first, {"company": "Rope & Daughters"})
    settled(memory)
    assert calls_of(memory, call) == second


def test_an_exact_name_comes_before_one_that_is_only_alike(memory: MemoryBase) -> None:
    text_links(memory)
    umlaut, plain = named(memory, "Müller"), named(memory, "Muller")
    settled(memory)
    remotes = [call_there(memory, text, f"INT-{text}") for text in ("Müller", "Muller", "MULLER")]
    settled(memory)
    assert [calls_of(memory, memory.known(remote, "interactions")) for remote in remotes] == [umlaut, plain, None]


def test_a_deleted_namesake_leaves_the_name_to_the_other(memory: MemoryBase) -> None:
    text_links(memory)
    first, second = named(memory, "Rope & Sons"), named(memory, "Rope & Sons")
    settled(memory)
    remote = call_there(memory, "Rope & Sons")
    settled(memory)
    memory.drop(memory.remote_id(first))
    settled(memory)
    assert calls_of(memory, memory.known(remote, "interactions")) == second


def test_a_link_to_a_namesake_is_written_by_what_tells_them_apart(memory: MemoryBase) -> None:
    text_links(memory)
    ebba = named(memory, "Rope & Sons", contact_name="Ebba Lindqvist")
    nobody = named(memory, "Rope & Sons")
    calls = [call_here(memory, ebba, "INT-1"), call_here(memory, nobody, "INT-2")]
    settled(memory)
    key = memory.row(nobody)["key"]  # type: ignore[index]
    assert [memory.seen(call, "interactions")["prospect"] for call in calls] == ["Ebba Lindqvist", key]


def test_a_namesake_that_comes_later_changes_no_link(memory: MemoryBase) -> None:
    text_links(memory)
    prospect = named(memory, "Rope & Sons")
    settled(memory)
    remote = call_there(memory, "Rope & Sons")
    settled(memory)
    named(memory, "Rope & Sons")
    settled(memory)
    assert calls_of(memory, memory.known(remote, "interactions")) == prospect
    assert memory.held("interactions")[remote]["prospect"] == "Rope & Sons"


def test_a_later_namesake_changes_no_text_that_was_chosen_here(memory: MemoryBase) -> None:
    text_links(memory)
    prospect = named(memory, "Rope & Sons", contact_name="Ebba Lindqvist")
    call = call_here(memory, named(memory, "Coil AG"))
    settled(memory)
    link(memory, call, prospect)
    settled(memory)
    named(memory, "Rope & Sons")
    memory.run("UPDATE interactions SET summary = 'Spoke' WHERE lid = ?", call)
    settled(memory)
    assert (memory.seen(call, "interactions")["prospect"], calls_of(memory, call)) == ("Rope & Sons", prospect)


def test_a_link_moved_to_a_namesake_is_sent(memory: MemoryBase) -> None:
    text_links(memory)
    first = named(memory, "Rope & Sons")
    call = call_here(memory, first)
    settled(memory)
    second = named(memory, "Rope & Sons", contact_name="Ebba Lindqvist")
    link(memory, call, second)
    settled(memory)
    assert memory.seen(call, "interactions")["prospect"] == "Ebba Lindqvist"
    assert calls_of(memory, call) == second


@pytest.mark.parametrize("where", ["here", "there"])
def test_a_renamed_prospect_is_called_so_in_the_texts_too(memory: MemoryBase, where: str) -> None:
    text_links(memory)
    prospect = named(memory, "Rope & Sons")
    call = call_here(memory, prospect)
    other = call_here(memory, named(memory, "Coil AG"), "INT-2")
    settled(memory)
    if where == "here":
        edit(memory.context, prospect, {"company": "Rope & Daughters"})
        assert memory.count("SELECT count(*) FROM sync_record WHERE table_slug = 'interactions' AND touched") == 1
    else:
        memory.theirs(memory.remote_id(prospect), company="Rope & Daughters")
    settled(memory)
    assert memory.seen(call, "interactions")["prospect"] == "Rope & Daughters"
    assert memory.seen(other, "interactions")["prospect"] == "Coil AG"
    assert calls_of(memory, call) == prospect


def test_a_rename_that_leaves_the_name_leaves_the_text(memory: MemoryBase) -> None:
    text_links(memory)
    prospect = named(memory, "Rope & Sons")
    call_here(memory, prospect)
    settled(memory)
    edit(memory.context, prospect, {"contact_name": "Ebba Lindqvist"})
    assert memory.count("SELECT count(*) FROM sync_record WHERE table_slug = 'interactions' AND touched") == 0


def test_two_that_swap_their_names_keep_their_calls(memory: MemoryBase) -> None:
    text_links(memory)
    first, second = named(memory, "Rope & Sons"), named(memory, "Coil AG")
    calls = [call_here(memory, first, "INT-1"), call_here(memory, second, "INT-2")]
    settled(memory)
    memory.theirs(memory.remote_id(first), company="Coil AG")
    memory.theirs(memory.remote_id(second), company="Rope & Sons")
    settled(memory)
    assert [calls_of(memory, call) for call in calls] == [first, second]
    assert [memory.seen(call, "interactions")["prospect"] for call in calls] == ["Coil AG", "Rope & Sons"]


def test_of_several_names_the_first_known_is_ours(memory: MemoryBase) -> None:
    text_links(memory, type="multilineText")
    rope, coil = named(memory, "Rope, Sons & Co."), named(memory, "Coil AG")
    settled(memory)
    remote = call_there(memory, "Nobody\nRope, Sons & Co.\nCoil AG")
    settled(memory)
    call = memory.known(remote, "interactions")
    assert calls_of(memory, call) == rope
    edit(memory.context, rope, {"company": "Cord Ltd"})
    settled(memory)
    assert memory.held("interactions")[remote]["prospect"] == "Nobody\nCord Ltd\nCoil AG"
    third = named(memory, "Thread Ltd")
    link(memory, call, third)
    settled(memory)
    assert memory.held("interactions")[remote]["prospect"] == "Thread Ltd\nNobody\nCoil AG"
    link(memory, call, None)
    settled(memory)
    assert memory.held("interactions")[remote]["prospect"] == "Nobody\nCoil AG"
    assert calls_of(memory, call) == coil


def test_a_link_here_to_another_of_a_text_s_names_is_that_one_for_all(memory: MemoryBase) -> None:
    text_links(memory)
    rope, coil = named(memory, "Rope & Sons"), named(memory, "Coil AG")
    settled(memory)
    remote = call_there(memory, "Nobody, Rope & Sons, Coil AG")
    settled(memory)
    call = memory.known(remote, "interactions")
    assert calls_of(memory, call) == rope
    link(memory, call, coil)
    settled(memory)
    assert memory.held("interactions")[remote]["prospect"] == "Coil AG, Nobody"
    named(memory, "Nobody")
    settled(memory)
    assert calls_of(memory, call) == coil


def test_a_choice_here_stands_against_a_name_that_becomes_known(memory: MemoryBase) -> None:
    text_links(memory)
    rope = named(memory, "Rope & Sons")
    call = call_here(memory, None)
    settled(memory)
    link(memory, call, rope)
    settled(memory)
    memory.theirs(memory.remote_id(call, "interactions"), "interactions", prospect="Nobody, Rope & Sons")
    settled(memory)
    named(memory, "Nobody")
    settled(memory)
    assert calls_of(memory, call) == rope
    assert memory.seen(call, "interactions")["prospect"] == "Rope & Sons, Nobody"


def test_somebody_named_first_who_comes_later_is_the_one(memory: MemoryBase) -> None:
    text_links(memory)
    coil = named(memory, "Coil AG")
    settled(memory)
    remote = call_there(memory, "Rope & Sons, Coil AG")
    settled(memory)
    call = memory.known(remote, "interactions")
    assert calls_of(memory, call) == coil
    rope = named(memory, "Rope & Sons")
    settled(memory)
    assert calls_of(memory, call) == rope
    assert memory.held("interactions")[remote]["prospect"] == "Rope & Sons, Coil AG"


def test_another_text_there_is_another_link_here(memory: MemoryBase) -> None:
    text_links(memory)
    rope, coil = named(memory, "Rope & Sons"), named(memory, "Coil AG")
    call = call_here(memory, rope)
    settled(memory)
    memory.theirs(memory.remote_id(call, "interactions"), "interactions", prospect="Coil AG")
    settled(memory)
    assert calls_of(memory, call) == coil
    memory.theirs(memory.remote_id(call, "interactions"), "interactions", prospect="Nobody")
    settled(memory)
    assert calls_of(memory, call) is None
    assert memory.seen(call, "interactions")["prospect"] == "Nobody"
    memory.theirs(memory.remote_id(call, "interactions"), "interactions", prospect=None)
    settled(memory)
    assert memory.notes(sync_notes.NAMES) == []


def test_a_link_and_a_text_changed_at_once_are_a_question(memory: MemoryBase) -> None:
    text_links(memory)
    rope, coil, thread = (named(memory, name) for name in ("Rope & Sons", "Coil AG", "Thread Ltd"))
    call = call_here(memory, rope)
    settled(memory)
    link(memory, call, coil)
    memory.theirs(memory.remote_id(call, "interactions"), "interactions", prospect="Thread Ltd")
    assert memory.sync().conflicts == 1
    (question,) = memory.questions()
    assert (question.mine, question.theirs) == ("Coil AG", "Thread Ltd")
    resolve(memory.context, question.id, "theirs")
    settled(memory)
    assert calls_of(memory, call) == thread
    assert memory.seen(call, "interactions")["prospect"] == "Thread Ltd"


def test_a_question_about_a_link_is_answered_by_a_name_too(memory: MemoryBase) -> None:
    rope, coil, thread = (named(memory, name) for name in ("Rope & Sons", "Coil AG", "Thread Ltd"))
    call = call_here(memory, rope)
    settled(memory)
    link(memory, call, coil)
    memory.theirs(memory.remote_id(call, "interactions"), "interactions", prospect=[memory.remote_id(thread)])
    memory.sync()
    (question,) = memory.questions()
    with pytest.raises(ValueRefused, match="“Nobody” is no prospect, or more than one"):
        resolve(memory.context, question.id, "edit", "Nobody")
    resolve(memory.context, question.id, "edit", "rope & sons")
    settled(memory)
    assert calls_of(memory, call) == rope
    assert memory.seen(call, "interactions")["prospect"] == [memory.remote_id(rope)]


def test_a_look_up_of_links_is_a_link_that_is_only_read(memory: MemoryBase) -> None:
    target = memory.map().table_id
    lookup = {"type": "multipleLookupValues", "result": "multipleRecordLinks", "links_to": target}
    text_links(memory, **lookup)
    set_up(memory.database, memory.remote, False, memory.context.now())
    rope = named(memory, "Rope & Sons")
    settled(memory)
    remote = call_there(memory, [memory.remote_id(rope)])
    settled(memory)
    assert calls_of(memory, memory.known(remote, "interactions")) == rope
    memory.theirs(remote, "interactions", prospect=None)
    settled(memory)
    assert calls_of(memory, memory.known(remote, "interactions")) is None


def test_a_new_name_for_the_same_gives_way_to_another_text(memory: MemoryBase) -> None:
    text_links(memory)
    rope, coil = named(memory, "Rope & Sons"), named(memory, "Coil AG")
    call = call_here(memory, rope)
    settled(memory)
    edit(memory.context, rope, {"company": "Rope & Daughters"})
    memory.theirs(memory.remote_id(call, "interactions"), "interactions", prospect="Coil AG")
    assert memory.sync().conflicts == 0
    settled(memory)
    assert calls_of(memory, call) == coil
    assert memory.seen(call, "interactions")["prospect"] == "Coil AG"


def test_a_prospect_deleted_there_comes_back_to_its_calls(memory: MemoryBase) -> None:
    text_links(memory)
    prospect = named(memory, "Rope & Sons")
    call = call_here(memory, prospect)
    settled(memory)
    remote = memory.remote_id(prospect)
    memory.drop(remote)
    settled(memory)
    assert memory.row(prospect) is None
    assert memory.seen(call, "interactions")["prospect"] == "Rope & Sons"
    memory.remote.restore(memory.map().table_id, remote)
    settled(memory)
    assert memory.row(prospect) is not None
    assert calls_of(memory, call) == prospect


def test_a_prospect_made_anew_there_has_the_calls_that_name_it(memory: MemoryBase) -> None:
    text_links(memory)
    prospect = named(memory, "Rope & Sons")
    call = call_here(memory, prospect)
    settled(memory)
    memory.drop(memory.remote_id(prospect))
    remote = memory.add(company="Rope & Sons")
    settled(memory)
    assert calls_of(memory, call) == memory.known(remote)


def test_a_look_up_of_names_is_read_and_never_written(memory: MemoryBase) -> None:
    text_links(memory, type="multipleLookupValues", result="singleLineText")
    set_up(memory.database, memory.remote, False, memory.context.now())
    prospect = named(memory, "Rope & Sons")
    settled(memory)
    remote = call_there(memory, ["Rope & Sons"])
    settled(memory)
    call = memory.known(remote, "interactions")
    assert calls_of(memory, call) == prospect
    # The remote computes it anew only once the rename arrived; until then nothing is unlinked.
    edit(memory.context, prospect, {"company": "Rope & Daughters"})
    memory.theirs(remote, "interactions", summary="Spoke")
    settled(memory)
    assert calls_of(memory, call) == prospect
    memory.theirs(remote, "interactions", prospect=["Rope & Daughters"])
    settled(memory)
    assert calls_of(memory, call) == prospect


def test_a_second_computer_reads_the_same_links(memory: MemoryBase, tmp_path: Path) -> None:
    text_links(memory)
    prospect = named(memory, "Rope & Sons")
    call = call_here(memory, prospect)
    settled(memory)
    edit(memory.context, prospect, {"company": "Rope & Daughters"})
    settled(memory)
    with memory_base(tmp_path / "second") as second:
        second.remote = memory.remote
        second.run("DELETE FROM schema_field")
        second.run("DELETE FROM sync_cursor")
        second.run("DELETE FROM meta WHERE key IN ('feed')")
        set_up(second.database, second.remote, False, second.context.now())
        settled(second)
        there = second.known(memory.remote_id(call, "interactions"), "interactions")
        assert calls_of(second, there) == second.known(memory.remote_id(prospect))
        settled(memory)


def test_a_text_that_becomes_a_link_and_back_is_no_edit(memory: MemoryBase) -> None:
    text_links(memory)
    prospect = named(memory, "Rope & Sons")
    call = call_here(memory, prospect)
    unknown = call_there(memory, "Nobody", "INT-2")
    settled(memory)
    remote = memory.remote_id(call, "interactions")
    retyped(memory, "prospect", "interactions", type="multipleRecordLinks", links_to=memory.map().table_id)
    memory.theirs(remote, "interactions", prospect=[memory.remote_id(prospect)])
    memory.theirs(unknown, "interactions", prospect=[memory.remote_id(prospect)])
    settled(memory)
    assert memory.questions() == []
    assert calls_of(memory, call) == calls_of(memory, memory.known(unknown, "interactions")) == prospect
    text_links(memory)
    memory.theirs(remote, "interactions", prospect="rope & sons")
    memory.theirs(unknown, "interactions", prospect="Rope & Sons")
    settled(memory)
    assert memory.questions() == []
    assert calls_of(memory, call) == prospect


def test_a_reply_lost_after_a_name_was_written(memory: MemoryBase) -> None:
    text_links(memory)
    rope, coil = named(memory, "Rope & Sons"), named(memory, "Coil AG")
    call = call_here(memory, rope)
    settled(memory)
    link(memory, call, coil)
    memory.remote.after["patch"] = [OSError("gone")]
    with pytest.raises(OSError, match="gone"):
        memory.sync()
    settled(memory)
    assert (calls_of(memory, call), memory.seen(call, "interactions")["prospect"]) == (coil, "Coil AG")
