"""The push against a base with batches of seven and pages of thirty: what is sent, in what order, what a refusal leaves."""

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.storage.records import records, unsent_fields
from journeydesk.storage.records.records import Author
from journeydesk.sync.batches import batches
from journeydesk.sync.ports import RateLimited, RecordRefused, RemoteTrouble, RemoteUnreachable
from tests.integration.sync.memory_base import MemoryBase


@pytest.mark.parametrize(("count", "runs"), [(0, []), (1, [1]), (7, [7]), (8, [7, 1]), (14, [7, 7]), (15, [7, 7, 1])])
def test_items_come_in_runs_of_a_batch(count: int, runs: list[int]) -> None:
    assert [len(run) for run in batches(list(range(count)), 7)] == runs
    assert [item for run in batches(list(range(count)), 7) for item in run] == list(range(count))


def test_new_records_go_in_batches_of_the_remote(memory: MemoryBase) -> None:
    memory.new(16)
    outcome = memory.sync()
    assert memory.asked("upsert") == [7, 7, 2]
    assert (outcome.pending, memory.intents()) == (0, 0)
    assert sorted(str(row["company"]) for row in memory.held().values()) == sorted(f"Company {n}" for n in range(16))


def test_edits_are_read_by_the_page_and_written_by_the_batch(memory: MemoryBase) -> None:
    for record in memory.made(33):
        memory.edit(record, phone="1")
    outcome = memory.sync()
    assert memory.asked("fetch") == [30, 3]
    assert memory.asked("patch") == [7, 7, 7, 7, 2, 3]
    assert outcome.pushed == 33
    assert all(row["phone"] == "1" for row in memory.held().values())


def test_only_what_differs_is_sent(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1", job_title="CEO")
    memory.edit(record, phone="2")
    before = memory.seen(record)
    memory.sync()
    assert memory.seen(record) == before | {"phone": "2"}
    assert memory.state(record).base["phone"] == "2"
    assert not memory.state(record).touched


def test_a_field_that_was_emptied_is_emptied_in_the_remote(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    memory.edit(record, phone=None)
    memory.sync()
    assert "phone" not in memory.seen(record)
    assert "phone" not in memory.state(record).base


def test_an_edit_that_was_undone_sends_nothing(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1")
    memory.edit(record, phone="2")
    memory.edit(record, phone="1")
    outcome = memory.sync()
    assert memory.asked("patch") == []
    assert (outcome.pushed, outcome.pending) == (0, 0)


def test_what_they_changed_before_our_write_is_taken_first(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="1", job_title="CEO")
    memory.without_feed()
    memory.edit(record, phone="2")
    memory.theirs(memory.remote_id(record), job_title="CTO")
    memory.sync()
    row = memory.row(record)
    assert row is not None
    assert (row["phone"], row["job_title"]) == ("2", "CTO")
    assert (memory.seen(record)["phone"], memory.seen(record)["job_title"]) == ("2", "CTO")


@pytest.mark.parametrize("place", range(7))
def test_one_bad_record_of_a_batch_is_found_and_the_rest_go(memory: MemoryBase, place: int) -> None:
    records = memory.made(7)
    for number, record in enumerate(records):
        memory.edit(record, phone="1", **({"status": "Nonsense"} if number == place else {}))
    outcome = memory.sync()
    assert [memory.seen(record).get("phone") for record in records] == ["1"] * 7
    assert set(memory.state(records[place]).unsent.rejected) == {"status"}
    assert all(not memory.state(record).unsent.rejected for record in records if record != records[place])
    assert len(outcome.problems) == 1
    assert "Nonsense" in outcome.problems[0]


def test_a_new_record_with_a_bad_field_is_made_without_it(memory: MemoryBase) -> None:
    (record,) = memory.new(status="Nonsense", phone="1")
    memory.sync()
    seen = memory.seen(record)
    assert (seen["company"], seen["phone"]) == ("Company 0", "1")
    assert "status" not in seen
    value, reason = memory.state(record).unsent.rejected["status"]
    assert value == "Nonsense"
    assert "Nonsense" in reason


def test_a_rejected_value_is_not_sent_again_and_another_is(memory: MemoryBase) -> None:
    (record,) = memory.made()
    memory.edit(record, status="Nonsense")
    memory.sync()
    memory.remote.log.clear()
    memory.sync()
    assert memory.asked("patch") == []
    memory.edit(record, status="Active")
    memory.sync()
    assert memory.seen(record)["status"] == "Active"
    assert memory.state(record).unsent.rejected == {}


def test_a_refusal_without_a_named_field_is_traced_by_halves(memory: MemoryBase) -> None:
    (record,) = memory.made()
    memory.edit(record, phone="1", job_title="CEO", website="https://x.example")
    refusal = RecordRefused("Memory Base", "something is wrong")
    memory.remote.before["patch"] = [refusal, refusal, None]
    memory.sync()
    assert memory.asked("patch") == [1, 1, 1]
    assert set(memory.state(record).unsent.rejected) == {"job_title"}
    seen = memory.seen(record)
    assert (seen["phone"], seen["website"]) == ("1", "https://x.example")
    assert "job_title" not in seen


def test_a_new_record_refused_without_a_word_goes_by_its_key_alone(memory: MemoryBase) -> None:
    (record,) = memory.new(phone="1")
    memory.remote.before["upsert"] = [RecordRefused("Memory Base", "something is wrong")]
    memory.sync()
    assert memory.asked("upsert") == [1, 1]
    assert memory.asked("patch") == [1]
    assert memory.seen(record)["phone"] == "1"
    assert not memory.state(record).touched


def test_a_new_record_refused_even_alone_is_rejected_whole(memory: MemoryBase) -> None:
    (record,) = memory.new()
    memory.remote.before["upsert"] = [RecordRefused("Memory Base", "no room")] * 2
    outcome = memory.sync()
    assert memory.held() == {}
    assert memory.state(record).unsent.rejected == {"*": (None, "no room")}
    assert any("no room" in problem for problem in outcome.problems)
    assert memory.intents() == 0
    assert not memory.state(record).tried


def test_a_record_that_was_gone_when_written_is_deleted_too(memory: MemoryBase) -> None:
    (record, _) = memory.made(2)
    memory.edit(record, phone="1")
    remote = memory.remote_id(record)
    original = memory.remote.patch

    def gone_first(table: str, records: object) -> object:
        memory.remote.patch = original  # type: ignore[method-assign]
        memory.drop(remote)
        return original(table, records)  # type: ignore[arg-type]

    memory.remote.patch = gone_first  # type: ignore[assignment,method-assign]
    memory.sync()
    assert [(question.record, question.kind) for question in memory.questions()] == [(record, "gone")]


@pytest.mark.parametrize("trouble", [RemoteUnreachable("no answer"), RemoteTrouble("status 500")])
def test_a_write_without_an_answer_is_not_repeated(memory: MemoryBase, trouble: Exception) -> None:
    memory.new()
    memory.remote.after["upsert"] = [trouble]
    with pytest.raises(type(trouble)):
        memory.sync()
    assert memory.asked("upsert") == [1]
    assert (len(memory.held()), memory.intents()) == (1, 1)


def test_a_rate_limit_is_waited_out_and_the_write_repeated(memory: MemoryBase) -> None:
    memory.new()
    memory.clock.slept.clear()
    memory.remote.before["upsert"] = [RateLimited("Memory Base", 3.0), RateLimited("Memory Base", 5.0)]
    outcome = memory.sync()
    assert memory.clock.slept[1:] == [3.0, 5.0]
    assert (outcome.pending, len(memory.held())) == (0, 1)


@pytest.mark.parametrize("tries", [1, 2, 3])
def test_a_read_in_trouble_is_repeated_with_growing_pauses(memory: MemoryBase, tries: int) -> None:
    (record,) = memory.made()
    memory.edit(record, phone="1")
    memory.clock.slept.clear()
    memory.remote.before["fetch"] = [RemoteTrouble("status 500")] * tries
    memory.sync()
    pauses = memory.clock.slept[1:]
    assert len(pauses) == tries
    assert all(0 <= pause <= 2.0**number for number, pause in enumerate(pauses, 1))
    assert memory.seen(record)["phone"] == "1"


def test_a_read_that_fails_four_times_ends_the_pass(memory: MemoryBase) -> None:
    (record,) = memory.made()
    memory.edit(record, phone="1")
    memory.remote.before["fetch"] = [RemoteTrouble("status 500")] * 4
    with pytest.raises(RemoteTrouble):
        memory.sync()
    assert memory.asked("fetch") == [1] * 4
    assert memory.asked("patch") == []


def test_a_record_with_another_ones_key_waits(memory: MemoryBase) -> None:
    (first,) = memory.made(key="BETA-1")
    second = memory.insert("prospects", key="BETA-1", company="Double")
    outcome = memory.sync()
    assert len(memory.held()) == 1
    assert memory.seen(first)["company"] == "Company 0"
    assert set(memory.state(second).unsent.rejected) == {"*"}
    assert any("another record here has the key BETA-1" in problem for problem in outcome.problems)
    memory.edit(second, key="BETA-2")
    memory.sync()
    assert sorted(str(row["key"]) for row in memory.held().values()) == ["BETA-1", "BETA-2"]


def test_a_key_that_several_remote_records_have_takes_the_oldest(memory: MemoryBase) -> None:
    memory.without_feed()
    older = memory.add(key="BETA-9", company="Older")
    memory.clock.sleep(60)
    younger = memory.add(key="BETA-9", company="Younger")
    record = memory.insert("prospects", key="BETA-9", phone="1")
    memory.sync()
    memory.sync()
    assert memory.remote_id(record) == older
    assert memory.held()[older]["phone"] == "1"
    assert "phone" not in memory.held()[younger]
    assert memory.count("SELECT count(*) FROM prospects WHERE key = 'BETA-9' AND deleted = 0") == 2


def test_a_link_waits_for_its_targets_remote_id(memory: MemoryBase) -> None:
    (prospect,) = memory.new()
    call = memory.insert("interactions", key="INT-1", prospect=prospect, type="Call", date=memory.context.now())
    memory.sync()
    assert memory.seen(call, "interactions")["prospect"] == [memory.remote_id(prospect)]


def test_a_field_held_by_a_person_is_not_sent(memory: MemoryBase) -> None:
    (record,) = memory.made()
    memory.edit(record, phone="1", job_title="CEO")
    with memory.database.write() as connection:
        unsent_fields.hold(connection, "prospects", record, ["phone"], True)
    memory.sync()
    assert "phone" not in memory.seen(record)
    assert memory.seen(record)["job_title"] == "CEO"
    with memory.database.write() as connection:
        unsent_fields.hold(connection, "prospects", record, ["phone"], False)
    memory.sync()
    assert memory.seen(record)["phone"] == "1"


def test_a_record_held_whole_is_not_sent(memory: MemoryBase) -> None:
    (record,) = memory.new()
    with memory.database.write() as connection:
        unsent_fields.hold(connection, "prospects", record, [unsent_fields.WHOLE], True)
    memory.sync()
    assert memory.held() == {}


def ours(memory: MemoryBase, record: RecordId) -> None:
    """A machine's own rule writes a value, again and again: nobody's edit."""
    with memory.database.write() as connection:
        author = Author("Journeydesk", memory.context.now(), "sync")
        records.update(connection, "prospects", record, {"phone": "ours 1"}, author)


def test_a_value_changed_back_three_times_is_sent_no_more(memory: MemoryBase) -> None:
    (record,) = memory.made(phone="first 1")
    for _ in range(unsent_fields.REPEATS):
        ours(memory, record)
        memory.sync()
        assert memory.seen(record)["phone"] == "ours 1"
        memory.theirs(memory.remote_id(record), phone="back 1")
        memory.sync()
    ours(memory, record)
    memory.sync()
    assert memory.seen(record)["phone"] == "back 1"
    _, reason = memory.state(record).unsent.rejected["phone"]
    assert "automation" in reason
    memory.edit(record, phone="new words 1")
    memory.sync()
    assert memory.seen(record)["phone"] == "new words 1"
