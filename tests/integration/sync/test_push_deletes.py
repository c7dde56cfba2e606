"""Deletes made on this machine, sent to a base with batches of seven: after a fresh look, never many without a word."""

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.storage.records import tombstones
from journeydesk.storage.records.unsent_fields import WHOLE
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.sync.ports import RecordRefused, RemoteUnreachable
from journeydesk.sync.push_deletes import CONFIRMED_LOCAL_DELETES
from tests.integration.sync.memory_base import MemoryBase

SLUG = "prospects"


def confirm(memory: MemoryBase, count: int) -> None:
    with memory.database.write() as connection:
        set_meta(connection, CONFIRMED_LOCAL_DELETES + SLUG, str(count))


def confirmed(memory: MemoryBase) -> str | None:
    with memory.database.read() as connection:
        return get_meta(connection, CONFIRMED_LOCAL_DELETES + SLUG)


def tombstone(memory: MemoryBase, record: RecordId) -> tombstones.Tombstone | None:
    with memory.database.read() as connection:
        return tombstones.of_record(connection, SLUG, record)


def test_a_delete_is_sent_after_a_look(memory: MemoryBase) -> None:
    first, second = memory.made(2)
    remote = memory.remote_id(first)
    memory.delete(first)
    outcome = memory.sync()
    assert (memory.asked("fetch"), memory.asked("delete")) == ([1], [1])
    assert list(memory.held()) == [memory.remote_id(second)]
    assert memory.row(first) is None
    kept = tombstone(memory, first)
    assert kept is not None
    assert (kept.remote_id, kept.by) == (remote, "here")
    assert kept.row["company"] == "Company 0"
    assert (outcome.deleted, outcome.pending, memory.intents()) == (1, 0, 0)


def test_deletes_go_in_batches_of_the_remote(memory: MemoryBase) -> None:
    records = memory.made(12)
    memory.delete(*records[:10])
    outcome = memory.sync()
    assert memory.asked("delete") == [7, 3]
    assert (outcome.deleted, len(memory.held())) == (10, 2)


@pytest.mark.parametrize(
    ("gone", "known", "sent"), [(10, 12, True), (11, 12, False), (11, 54, False), (11, 55, True), (12, 60, True)]
)
def test_more_than_ten_and_a_fifth_need_a_persons_word(memory: MemoryBase, gone: int, known: int, sent: bool) -> None:
    records = memory.made(known)
    memory.delete(*records[:gone])
    outcome = memory.sync()
    assert len(memory.held()) == (known - gone if sent else known)
    assert bool(memory.notes(sync_notes.MASS_LOCAL_DELETE)) is not sent
    assert bool(outcome.problems) is not sent


def test_the_question_names_how_many_of_how_many(memory: MemoryBase) -> None:
    memory.delete(*memory.made(12)[:11])
    memory.sync()
    (text,) = memory.notes(sync_notes.MASS_LOCAL_DELETE)
    assert text.startswith("11 of 12 records of Beta Applications were deleted here at once.")
    assert "Memory Base" in text


def test_a_confirmed_mass_delete_goes(memory: MemoryBase) -> None:
    records = memory.made(12)
    memory.delete(*records[:11])
    memory.sync()
    confirm(memory, 11)
    memory.sync()
    assert len(memory.held()) == 1
    memory.sync()
    assert confirmed(memory) is None
    assert memory.notes(sync_notes.MASS_LOCAL_DELETE) == []


def test_a_word_for_fewer_does_not_cover_more(memory: MemoryBase) -> None:
    records = memory.made(14)
    memory.delete(*records[:12])
    confirm(memory, 11)
    memory.sync()
    assert len(memory.held()) == 14
    confirm(memory, 12)
    memory.sync()
    assert len(memory.held()) == 2


def test_a_mass_delete_that_was_taken_back_asks_no_more(memory: MemoryBase) -> None:
    records = memory.made(12)
    memory.delete(*records[:11])
    memory.sync()
    confirm(memory, 3)
    memory.delete(*records[:11], back=True)
    memory.sync()
    assert memory.notes(sync_notes.MASS_LOCAL_DELETE) == []
    assert confirmed(memory) is None
    assert len(memory.held()) == 12


def test_a_new_record_that_was_deleted_is_never_sent(memory: MemoryBase) -> None:
    (record,) = memory.new()
    memory.delete(record)
    memory.sync()
    assert (memory.asked("upsert"), memory.asked("delete")) == ([], [])
    assert memory.held() == {}
    memory.delete(record, back=True)
    memory.sync()
    assert len(memory.held()) == 1


def test_one_that_may_have_been_sent_is_looked_for_first(memory: MemoryBase) -> None:
    (record,) = memory.new()
    memory.remote.after["upsert"] = [RemoteUnreachable("no answer")]
    with pytest.raises(RemoteUnreachable):
        memory.sync()
    memory.delete(record)
    assert len(memory.held()) == 1
    memory.sync()
    memory.sync()
    assert memory.held() == {}
    assert memory.row(record) is None


def test_an_edit_in_the_remote_undoes_a_delete(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    memory.without_feed()
    memory.delete(record)
    memory.theirs(memory.remote_id(record), phone="2")
    memory.sync()
    row = memory.row(record)
    assert row is not None
    assert (row["deleted"], row["phone"]) == (0, "2")
    assert memory.asked("delete") == []
    assert len(memory.held()) == 1
    (text,) = memory.notes(sync_notes.RETURNED)
    assert "was deleted here and edited in Memory Base" in text


def test_what_is_gone_there_already_is_no_error(memory: MemoryBase) -> None:
    first, second = memory.made(2)
    memory.without_feed()
    memory.delete(first)
    memory.drop(memory.remote_id(first))
    outcome = memory.sync()
    assert memory.row(first) is None
    assert memory.row(second) is not None
    assert outcome.pending == 0


def test_a_refused_delete_is_kept_and_told(memory: MemoryBase) -> None:
    first, second, third = memory.made(3)
    memory.delete(first, second, third)
    refusal = RecordRefused("Memory Base", "locked")
    memory.remote.before["delete"] = [refusal, refusal, None]
    outcome = memory.sync()
    assert memory.asked("delete") == [3, 1, 2]
    assert memory.row(first) is not None
    assert (memory.row(second), memory.row(third)) == (None, None)
    assert memory.state(first).unsent.rejected == {WHOLE: (None, "locked")}
    assert any(problem.endswith(": locked") for problem in outcome.problems)
    assert memory.intents() == 0
    memory.remote.log.clear()
    memory.sync()
    assert memory.asked("delete") == []


def test_a_delete_without_an_answer_is_settled_by_looking(memory: MemoryBase) -> None:
    first, second = memory.made(2)
    memory.delete(first)
    memory.remote.after["delete"] = [RemoteUnreachable("no answer")]
    with pytest.raises(RemoteUnreachable):
        memory.sync()
    assert (memory.intents(), len(memory.held())) == (1, 1)
    memory.remote.log.clear()
    memory.sync()
    assert memory.asked("delete") == []
    assert memory.row(first) is None
    assert memory.row(second) is not None
    assert memory.intents() == 0


def test_calls_of_a_deleted_prospect_go_before_it(memory: MemoryBase) -> None:
    (prospect,) = memory.new()
    call = memory.insert("interactions", key="INT-1", prospect=prospect, type="Call", date=memory.context.now())
    memory.sync()
    memory.remote.log.clear()
    memory.delete(prospect)
    memory.delete(call, slug="interactions")
    memory.sync()
    tables = [table for method, table, _ in memory.remote.log if method == "delete"]
    assert tables.index(memory.map("interactions").table_id) < tables.index(memory.map(SLUG).table_id)
    assert memory.row(call, "interactions") is None


def test_forgotten_records_leave_a_tombstone_each(memory: MemoryBase) -> None:
    first, second, third = memory.made(3)
    calls = [memory.insert("interactions", key=f"INT-{number}", prospect=first, type="Call") for number in range(2)]
    with memory.database.write() as connection:
        tombstones.forget(connection, SLUG, [first, second], "Memory Base", memory.context.now())
    all_kept = {record: tombstone(memory, record) for record in (first, second)}
    assert {record: kept and (kept.by, sorted(kept.linked.get("interactions", []))) for record, kept in all_kept.items()} == {
        first: ("Memory Base", sorted(calls)),
        second: ("Memory Base", []),
    }
    assert memory.row(third) is not None
    assert tombstone(memory, third) is None
    assert memory.count("SELECT count(*) FROM sync_record WHERE table_slug = 'prospects'") == 1
    assert memory.count("SELECT count(*) FROM prospects") == 1


def test_forgetting_nobody_changes_nothing(memory: MemoryBase) -> None:
    memory.made(2)
    with memory.database.write() as connection:
        tombstones.forget(connection, SLUG, [], "here", memory.context.now())
    assert memory.count("SELECT count(*) FROM prospects") == 2
    assert memory.count("SELECT count(*) FROM tombstone") == 0


def test_a_forgotten_call_brings_the_last_touch_back(memory: MemoryBase) -> None:
    (prospect,) = memory.made()
    memory.insert("interactions", key="INT-1", prospect=prospect, type="Email", date="2026-05-01T00:00:00.000Z")
    late = memory.insert("interactions", key="INT-2", prospect=prospect, type="Call", date="2026-05-10T00:00:00.000Z")
    with memory.database.write() as connection:
        tombstones.forget(connection, "interactions", [late], "here", memory.context.now())
    row = memory.row(prospect)
    assert row is not None
    assert row["last_touch_type"] == "Email"
