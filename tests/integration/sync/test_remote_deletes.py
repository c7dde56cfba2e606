"""Deletes made in the remote: only from proof, a page at a time, and never many at once without a person's word."""

import pytest

from journeydesk.domain.ids import RemoteId
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.sync.ports import RemoteTrouble
from journeydesk.sync.remote_deletes import CONFIRMED_REMOTE_DELETES, conclude_remote_deletes, is_deleted_remotely
from tests.integration.sync.memory_base import MemoryBase

SLUG = "prospects"


def fact(memory: MemoryBase, key: str) -> str | None:
    with memory.database.read() as connection:
        return get_meta(connection, key)


def confirm(memory: MemoryBase, count: int) -> None:
    with memory.database.write() as connection:
        set_meta(connection, CONFIRMED_REMOTE_DELETES + SLUG, str(count))


def test_a_record_that_the_feed_says_is_gone_goes_too(memory: MemoryBase) -> None:
    first, second = memory.made(2)
    memory.drop(memory.remote_id(first))
    outcome = memory.sync()
    assert memory.row(first) is None
    assert memory.row(second) is not None
    assert outcome.deleted == 1
    assert (memory.asked("fetch"), memory.asked("get")) == ([1], [1])
    assert memory.count("SELECT count(*) FROM tombstone WHERE by = 'Memory Base'") == 1


def test_a_record_that_is_there_after_all_stays(memory: MemoryBase) -> None:
    first, second = memory.made(2)
    remote = memory.remote_id(first)
    memory.theirs(remote, phone="7")
    conclude_remote_deletes(memory.work(), memory.map(), [remote], 2, walked=False)
    row = memory.row(first)
    assert row is not None
    assert row["phone"] == "7"
    assert memory.asked("get") == []
    assert memory.row(second) is not None


def test_what_a_listing_leaves_out_must_be_proven_gone(memory: MemoryBase) -> None:
    first, _ = memory.made(2)
    remote = memory.remote_id(first)
    memory.remote.fetch = lambda *_: []  # type: ignore[method-assign]
    conclude_remote_deletes(memory.work(), memory.map(), [remote], 2, walked=False)
    assert memory.row(first) is not None
    assert memory.asked("get") == [1]


def test_pages_are_settled_one_after_the_other(memory: MemoryBase) -> None:
    records = memory.made(40)
    remotes = [memory.remote_id(record) for record in records[:33]]
    confirm(memory, 33)
    memory.drop(*remotes)
    memory.remote.before["get"] = [*[None] * 30, *[RemoteTrouble("status 500")] * 4]
    with pytest.raises(RemoteTrouble):
        conclude_remote_deletes(memory.work(), memory.map(), remotes, 40, walked=True)
    assert memory.asked("fetch") == [30, 3]
    assert memory.count("SELECT count(*) FROM prospects") == 10
    conclude_remote_deletes(memory.work(), memory.map(), remotes, 40, walked=True)
    assert memory.count("SELECT count(*) FROM prospects") == 7
    assert memory.count("SELECT count(*) FROM tombstone") == 33


def test_a_deleted_record_is_told_from_one_that_is_there(memory: MemoryBase) -> None:
    first, second = memory.made(2)
    gone, there = memory.remote_id(first), memory.remote_id(second)
    memory.drop(gone)
    assert is_deleted_remotely(memory.work(), memory.map(), gone)
    assert not is_deleted_remotely(memory.work(), memory.map(), there)


def test_an_edited_record_that_is_gone_is_a_question(memory: MemoryBase) -> None:
    first, second, _ = memory.made(3)
    memory.edit(first, phone="mine 1")
    memory.drop(memory.remote_id(first), memory.remote_id(second))
    outcome = memory.sync()
    row = memory.row(first)
    assert row is not None
    assert row["phone"] == "mine 1"
    assert memory.row(second) is None
    assert [(question.record, question.field, question.kind) for question in memory.questions()] == [(first, "*", "gone")]
    assert outcome.deleted == 1
    assert len(memory.held()) == 1


def test_a_touched_record_that_equals_its_base_goes(memory: MemoryBase) -> None:
    first, _ = memory.made(2, phone="1")
    remote = memory.remote_id(first)
    memory.run("UPDATE sync_record SET touched = 1 WHERE lid = ?", first)
    memory.drop(remote)
    conclude_remote_deletes(memory.work(), memory.map(), [remote], 2, walked=False)
    assert memory.row(first) is None
    assert memory.questions() == []


def test_one_deleted_on_both_sides_is_deleted_by_us(memory: MemoryBase) -> None:
    first, _ = memory.made(2)
    remote = memory.remote_id(first)
    memory.delete(first)
    memory.drop(remote)
    memory.sync()
    assert memory.row(first) is None
    assert memory.count("SELECT count(*) FROM tombstone WHERE by = 'here'") == 1


@pytest.mark.parametrize(
    ("gone", "known", "asked"), [(1, 1, False), (2, 2, True), (10, 12, False), (11, 54, True), (11, 55, False)]
)
def test_many_at_once_or_all_are_a_question(memory: MemoryBase, gone: int, known: int, asked: bool) -> None:
    records = memory.made(known)
    memory.drop(*[memory.remote_id(record) for record in records[:gone]])
    outcome = memory.sync()
    assert memory.count("SELECT count(*) FROM prospects") == (known if asked else known - gone)
    assert bool(memory.notes(sync_notes.MASS_REMOTE_DELETE)) is asked
    assert bool(outcome.problems) is asked
    assert fact(memory, f"missing there:{SLUG}") == (str(gone) if asked else None)


@pytest.mark.parametrize(
    ("gone", "names"),
    [
        (2, "Company 0, Company 1."),
        (3, "Company 0, Company 1, Company 2."),
        (4, "Company 0, Company 1, Company 2 and 1 more."),
        (12, "Company 0, Company 1, Company 2 and 9 more."),
    ],
)
def test_the_question_names_some_of_the_missing(memory: MemoryBase, gone: int, names: str) -> None:
    memory.drop(*[memory.remote_id(record) for record in memory.made(gone)])
    memory.sync()
    (text,) = memory.notes(sync_notes.MASS_REMOTE_DELETE)
    assert text.startswith(f"{gone} of {gone} records of Beta Applications are missing in Memory Base at once: {names} ")


def test_a_confirmed_question_is_carried_out_and_closed(memory: MemoryBase) -> None:
    records = memory.made(12)
    memory.drop(*[memory.remote_id(record) for record in records])
    memory.sync()
    confirm(memory, 12)
    memory.walk_due()
    memory.sync()
    assert memory.count("SELECT count(*) FROM prospects") == 0
    assert memory.notes(sync_notes.MASS_REMOTE_DELETE) == []
    assert fact(memory, CONFIRMED_REMOTE_DELETES + SLUG) is None
    assert fact(memory, f"missing there:{SLUG}") is None


def test_a_word_for_fewer_is_no_word_for_more(memory: MemoryBase) -> None:
    records = memory.made(12)
    memory.drop(*[memory.remote_id(record) for record in records])
    confirm(memory, 11)
    memory.walk_due()
    memory.sync()
    assert memory.count("SELECT count(*) FROM prospects") == 12


def test_what_was_restored_closes_the_question_with_a_walk(memory: MemoryBase) -> None:
    records = memory.made(12)
    remotes = [memory.remote_id(record) for record in records]
    memory.drop(*remotes)
    memory.sync()
    for remote in remotes:
        memory.remote.restore(memory.map().table_id, remote)
    memory.walk_due()
    memory.sync()
    assert memory.notes(sync_notes.MASS_REMOTE_DELETE) == []
    assert memory.count("SELECT count(*) FROM prospects") == 12


def test_the_feed_alone_closes_no_question(memory: MemoryBase) -> None:
    records = memory.made(60)
    memory.drop(*[memory.remote_id(record) for record in records[:30]])
    memory.sync()
    memory.drop(memory.remote_id(records[40]))
    memory.sync()
    assert len(memory.notes(sync_notes.MASS_REMOTE_DELETE)) == 1
    assert fact(memory, f"missing there:{SLUG}") == "30"
    assert memory.row(records[40]) is None


def test_an_unknown_remote_id_is_passed_over(memory: MemoryBase) -> None:
    first, _ = memory.made(2)
    conclude_remote_deletes(memory.work(), memory.map(), [RemoteId("rec00000000099999")], 2, walked=False)
    assert memory.row(first) is not None
    assert memory.count("SELECT count(*) FROM tombstone") == 0


def test_a_record_out_of_the_trash_is_back_with_its_number(memory: MemoryBase) -> None:
    first, _ = memory.made(2, phone="1")
    remote = memory.remote_id(first)
    memory.drop(remote)
    memory.sync()
    memory.remote.restore(memory.map().table_id, remote)
    memory.sync()
    row = memory.row(first)
    assert row is not None
    assert (row["phone"], memory.remote_id(first)) == ("1", remote)
    (text,) = memory.notes(sync_notes.RESTORED)
    assert "was restored in Memory Base" in text
    assert memory.count("SELECT count(*) FROM tombstone") == 0


def test_what_pointed_at_a_restored_record_points_at_it_again(memory: MemoryBase) -> None:
    (prospect, _) = memory.made(2)
    call = memory.insert("interactions", key="INT-1", prospect=prospect, type="Call")
    memory.sync()
    remote = memory.remote_id(prospect)
    memory.drop(remote)
    memory.sync()
    kept = memory.row(call, "interactions")
    memory.remote.restore(memory.map().table_id, remote)
    memory.sync()
    back = memory.row(call, "interactions")
    assert kept is not None
    assert back is not None
    assert (kept["prospect"], back["prospect"]) == (prospect, prospect)
    assert memory.seen(call, "interactions")["prospect"] == [remote]
