"""What an answer to a write means."""

import pytest

from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.storage.records import unsent_fields
from journeydesk.storage.sync.local_snapshots import Snapshot
from journeydesk.sync.acknowledgement import Answer, acknowledge
from journeydesk.sync.ports import RemoteRecord
from tests.integration.sync.memory_base import MemoryBase, was_sent


def answered(memory: MemoryBase, *answers: Answer) -> None:
    with memory.database.write() as connection:
        acknowledge(memory.work(), connection, memory.map(), answers)


def reply(memory: MemoryBase, record: RecordId, sent: Snapshot, remote: str = "", **fields: object) -> Answer:
    ids = memory.map().fields
    identifier = RemoteId(remote) if remote else memory.remote_id(record)
    return Answer(record, sent, RemoteRecord(identifier, {ids.get(name, name): value for name, value in fields.items()}))


def test_a_reply_becomes_the_base_of_what_was_sent(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    memory.edit(record, phone="2")
    answered(memory, reply(memory, record, {"phone": "2"}, phone="2"))
    assert memory.state(record).base["phone"] == "2"
    assert not memory.state(record).touched
    assert was_sent(memory, record, "phone", "2")
    assert not was_sent(memory, record, "phone", "1")


def test_an_edit_made_meanwhile_stays_pending(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    memory.edit(record, phone="3")
    answered(memory, reply(memory, record, {"phone": "2"}, phone="2"))
    row = memory.row(record)
    assert row is not None
    assert row["phone"] == "3"
    assert memory.state(record).base["phone"] == "2"
    assert memory.state(record).touched


def test_a_value_that_was_normalised_is_taken(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    memory.edit(record, phone=" 2 ")
    answered(memory, reply(memory, record, {"phone": " 2 "}, phone="2"))
    row = memory.row(record)
    assert row is not None
    assert row["phone"] == "2"
    assert not memory.state(record).touched


def test_a_value_that_was_swallowed_is_emptied_here_too(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    memory.edit(record, phone="? 1")
    answered(memory, reply(memory, record, {"phone": "? 1"}))
    row = memory.row(record)
    assert row is not None
    assert row["phone"] is None
    assert "phone" not in memory.state(record).base


def test_an_unreadable_reply_changes_no_base(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    memory.edit(record, phone="2")
    answered(memory, reply(memory, record, {"phone": "2"}, phone={"error": "#ERROR"}))
    assert memory.state(record).base["phone"] == "1"
    assert memory.state(record).touched


def test_what_a_reply_leaves_out_says_nothing(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1", job_title="CEO")
    memory.edit(record, phone="2")
    answered(memory, reply(memory, record, {"phone": "2"}, phone="2"))
    row = memory.row(record)
    assert row is not None
    assert (row["job_title"], memory.state(record).base["job_title"]) == ("CEO", "CEO")


def test_the_rest_of_a_reply_is_news(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1", job_title="CEO")
    memory.edit(record, phone="2")
    answered(memory, reply(memory, record, {"phone": "2"}, phone="2", job_title="CTO"))
    row = memory.row(record)
    assert row is not None
    assert (row["phone"], row["job_title"]) == ("2", "CTO")


def test_a_page_of_answers_is_taken_record_by_record(memory: MemoryBase) -> None:
    records = memory.made(3, phone="1")
    for number, record in enumerate(records):
        memory.edit(record, phone=f"new {number}")
    answered(
        memory,
        *[
            reply(memory, record, {"phone": f"new {n}"}, phone="normal 1" if n == 1 else f"new {n}")
            for n, record in enumerate(records)
        ],
    )
    rows = [memory.row(record) for record in records]
    assert [row and row["phone"] for row in rows] == ["new 0", "normal 1", "new 2"]
    assert [memory.state(record).touched for record in records] == [False] * 3
    assert all(was_sent(memory, record, "phone", f"new {number}") for number, record in enumerate(records))


def test_a_field_that_was_taken_is_rejected_no_longer(memory: MemoryBase) -> None:
    first, second = memory.made(2, phone="1")
    with memory.database.write() as connection:
        for record in (first, second):
            unsent_fields.reject(connection, "prospects", record, {"phone": ("2", "no"), "job_title": ("x", "no")})
    answered(memory, reply(memory, first, {"phone": "2"}, phone="2"))
    assert set(memory.state(first).unsent.rejected) == {"job_title"}
    assert set(memory.state(second).unsent.rejected) == {"phone", "job_title"}


def test_an_answer_of_another_records_id_is_not_ours(memory: MemoryBase) -> None:
    (known,) = memory.made(phone="1")
    (record,) = memory.new(phone="2")
    answered(memory, reply(memory, record, {"phone": "2"}, remote=memory.remote_id(known), phone="2"))
    assert memory.state(record).remote_id is None
    _, reason = memory.state(record).unsent.rejected["*"]
    assert reason.startswith("Memory Base has another record with this key")
    row = memory.row(known)
    assert row is not None
    assert row["phone"] == "1"


def test_two_answers_with_one_id_belong_to_the_first(memory: MemoryBase) -> None:
    first, second = memory.new(2)
    answers = [reply(memory, record, {"company": "x"}, remote="recNEW", company="x") for record in (first, second)]
    answered(memory, *answers)
    assert memory.remote_id(first) == "recNEW"
    assert memory.state(second).remote_id is None
    assert "*" in memory.state(second).unsent.rejected


def test_an_answer_for_a_record_that_is_gone_is_passed_over(memory: MemoryBase) -> None:
    (record,) = memory.made()
    remote = memory.remote_id(record)
    answered(memory, reply(memory, RecordId(999), {"phone": "2"}, remote="recX", phone="2"))
    answered(memory)
    assert memory.remote_id(record) == remote


def test_only_the_last_values_are_remembered_as_sent(memory: MemoryBase) -> None:
    (record,) = memory.made()
    for number in range(8):
        with memory.database.write() as connection:
            unsent_fields.count_pushes(connection, "prospects", {record: {"phone": str(number)}})
    assert [was_sent(memory, record, "phone", str(number)) for number in range(8)] == [False] * 2 + [True] * 6


@pytest.mark.parametrize(("times", "repeated"), [(0, False), (2, False), (3, True), (4, True)])
def test_a_value_sent_three_times_was_sent_too_often(memory: MemoryBase, times: int, repeated: bool) -> None:
    first, second = memory.made(2)
    sent: dict[RecordId, Snapshot] = {first: {"phone": "1", "job_title": "CEO"}, second: {"phone": "1"}}
    with memory.database.write() as connection:
        for _ in range(times):
            unsent_fields.count_pushes(connection, "prospects", {first: {"phone": "1"}})
        names = unsent_fields.sent_too_often(connection, "prospects", sent)
    assert names == ({first: {"phone"}} if repeated else {})


def test_a_creation_answered_after_a_delete_can_be_deleted(memory: MemoryBase) -> None:
    (record,) = memory.new()
    memory.delete(record)
    answered(memory, reply(memory, record, {"company": "Company 0"}, remote="recNEW", company="Company 0"))
    state = memory.state(record)
    assert (state.remote_id, state.base, state.deleted, state.touched) == ("recNEW", {"company": "Company 0"}, True, True)
