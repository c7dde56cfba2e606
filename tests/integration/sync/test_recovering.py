"""What is concluded of requests whose answer never came: by looking, never by sending again."""

from typing import Any

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.storage.sync.bases import mark_tried
from journeydesk.storage.sync.intents import write_intent
from journeydesk.sync.ports import RemoteUnreachable
from journeydesk.sync.push import Item
from journeydesk.sync.recovery import StillSettling, recover
from tests.integration.sync.memory_base import MemoryBase, was_sent


def intend(memory: MemoryBase, op: str, *items: Item, at: str | None = None) -> None:
    """A request that was written down, and of which nobody knows whether it arrived."""
    with memory.database.write() as connection:
        if op == "create":
            mark_tried(connection, "prospects", [item[0] for item in items])
        write_intent(connection, op, "prospects", items, at or memory.context.now())


def key(memory: MemoryBase, record: RecordId) -> str:
    row = memory.row(record)
    assert row is not None
    return str(row["key"])


def test_nothing_written_down_needs_no_look(memory: MemoryBase) -> None:
    before = memory.remote.calls
    recover(memory.work(), 60)
    assert memory.remote.calls == before


@pytest.mark.parametrize(("passed", "left"), [(0, 60), (10, 50), (59, 1)])
def test_a_young_request_is_waited_for(memory: MemoryBase, passed: float, left: float) -> None:
    (record,) = memory.made()
    intend(memory, "update", (record, memory.remote_id(record), "", {"phone": "1"}))
    memory.clock.sleep(passed)
    with pytest.raises(StillSettling) as settling:
        recover(memory.work(), 60)
    assert settling.value.seconds == left
    assert f"{left:.0f} seconds" in str(settling.value)
    assert memory.intents() == 1
    assert memory.remote.log == []


def test_an_old_request_is_settled_by_looking(memory: MemoryBase) -> None:
    (record,) = memory.made()
    intend(memory, "update", (record, memory.remote_id(record), "", {"phone": "1"}))
    memory.clock.sleep(60)
    recover(memory.work(), 60)
    assert memory.intents() == 0
    assert memory.asked("fetch") == [1]
    assert memory.asked("patch") == []


def test_a_request_out_of_the_future_counts_as_of_now(memory: MemoryBase) -> None:
    (record,) = memory.made()
    intend(memory, "update", (record, memory.remote_id(record), "", {"phone": "1"}), at="2026-12-24T00:00:00.000Z")
    with pytest.raises(StillSettling) as settling:
        recover(memory.work(), 60)
    assert settling.value.seconds == 60
    memory.clock.sleep(61)
    recover(memory.work(), 60)
    assert memory.intents() == 0


def test_an_update_that_arrived_is_acknowledged(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    memory.edit(record, phone="2")
    memory.theirs(memory.remote_id(record), phone="2")
    intend(memory, "update", (record, memory.remote_id(record), "", {"phone": "2"}))
    recover(memory.work(), 0)
    assert memory.state(record).base["phone"] == "2"
    assert not memory.state(record).touched
    assert was_sent(memory, record, "phone", "2")


def test_an_update_that_did_not_arrive_stays_pending(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    memory.edit(record, phone="2")
    intend(memory, "update", (record, memory.remote_id(record), "", {"phone": "2"}))
    recover(memory.work(), 0)
    assert memory.state(record).base["phone"] == "1"
    assert memory.state(record).touched
    assert not was_sent(memory, record, "phone", "2")


def test_an_update_that_arrived_in_part_is_taken_in_part(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1", job_title="CEO")
    memory.edit(record, phone="2", job_title="CTO")
    memory.theirs(memory.remote_id(record), phone="2")
    intend(memory, "update", (record, memory.remote_id(record), "", {"phone": "2", "job_title": "CTO"}))
    recover(memory.work(), 0)
    state = memory.state(record)
    assert (state.base["phone"], state.base["job_title"], state.touched) == ("2", "CEO", True)
    assert was_sent(memory, record, "phone", "2")
    assert not was_sent(memory, record, "job_title", "CTO")


def test_an_updated_record_that_is_gone_is_a_question(memory: MemoryBase) -> None:
    first, _ = memory.made(2, phone="1")
    memory.edit(first, phone="2")
    intend(memory, "update", (first, memory.remote_id(first), "", {"phone": "2"}))
    memory.drop(memory.remote_id(first))
    recover(memory.work(), 0)
    assert [(question.record, question.kind) for question in memory.questions()] == [(first, "gone")]


def test_a_creation_that_arrived_is_ours(memory: MemoryBase) -> None:
    first, second = memory.new(2)
    sent: dict[str, Any] = {"key": key(memory, first), "company": "Company 0"}
    intend(memory, "create", (first, None, key(memory, first), sent))
    remote = memory.add(**sent)
    recover(memory.work(), 0)
    assert memory.remote_id(first) == remote
    assert memory.state(first).base == sent
    assert memory.state(second).remote_id is None
    assert memory.asked("find") == [1]


def test_a_creation_that_stands_otherwise_is_asked_about(memory: MemoryBase) -> None:
    (record,) = memory.new(phone="1")
    sent: dict[str, Any] = {"key": key(memory, record), "phone": "1"}
    intend(memory, "create", (record, None, key(memory, record), sent))
    memory.add(key=sent["key"], phone="2")
    recover(memory.work(), 0)
    assert [(question.field, question.mine, question.theirs) for question in memory.questions()] == [("phone", "1", "2")]


def test_a_creation_that_did_not_arrive_is_kept_and_sent_once(memory: MemoryBase) -> None:
    (record,) = memory.new()
    memory.remote.before["upsert"] = [RemoteUnreachable("no answer")]
    with pytest.raises(RemoteUnreachable):
        memory.sync()
    recover(memory.work(), 0)
    state = memory.state(record)
    assert (state.remote_id, state.tried, state.base["company"]) == (None, True, "Company 0")
    memory.sync()
    assert [row["company"] for row in memory.held().values()] == ["Company 0"]
    assert not memory.state(record).tried


def test_of_several_that_arrived_the_oldest_is_ours(memory: MemoryBase) -> None:
    (record,) = memory.new()
    sent: dict[str, Any] = {"key": key(memory, record)}
    intend(memory, "create", (record, None, key(memory, record), sent))
    old = memory.add(**sent)
    memory.clock.sleep(60)
    memory.add(**sent)
    recover(memory.work(), 0)
    assert memory.remote_id(record) == old


def test_a_delete_that_arrived_is_done(memory: MemoryBase) -> None:
    first, second = memory.made(2)
    memory.delete(first)
    intend(memory, "delete", (first, memory.remote_id(first), "", {}))
    memory.drop(memory.remote_id(first))
    recover(memory.work(), 0)
    assert memory.row(first) is None
    assert memory.row(second) is not None
    assert memory.count("SELECT count(*) FROM tombstone WHERE by = 'here'") == 1


def test_a_delete_that_did_not_arrive_is_still_to_be_sent(memory: MemoryBase) -> None:
    first, _ = memory.made(2)
    memory.delete(first)
    intend(memory, "delete", (first, memory.remote_id(first), "", {}))
    recover(memory.work(), 0)
    assert memory.state(first).deleted
    memory.sync()
    assert len(memory.held()) == 1


def test_an_intent_of_a_table_that_is_gone_is_kept(memory: MemoryBase) -> None:
    (record,) = memory.made()
    intend(memory, "update", (record, memory.remote_id(record), "", {"phone": "1"}))
    memory.remote.remove_table(memory.map().table_id)
    recover(memory.work(), 0)
    assert memory.intents() == 1


def test_a_creation_without_a_key_field_is_kept(memory: MemoryBase) -> None:
    (record,) = memory.new()
    intend(memory, "create", (record, None, "BETA-1", {}))
    table = memory.map()
    shape = next(one for one in memory.remote.schema() if one.id == table.table_id)
    memory.remote.reshape(table.table_id, [one for one in shape.fields if one.id != table.key_field])
    recover(memory.work(), 0)
    assert memory.intents() == 1
