"""A base in which no field is the key: records are known by their id, made one by one, and never made twice unasked."""

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.outbox import retry_change
from journeydesk.services.queries.outbox import pending_of, waiting_records
from journeydesk.sync.ports import RecordRefused, RemoteUnreachable
from tests.integration.sync.memory_base import MemoryBase


@pytest.fixture
def keyless(memory: MemoryBase) -> MemoryBase:
    """The prospects' key was left out at set-up."""
    memory.run("DELETE FROM schema_field WHERE table_slug = 'prospects' AND field_slug = 'key'")
    assert memory.map().keyless
    return memory


def waiting(memory: MemoryBase) -> list[tuple[str, str]]:
    return [
        (row.state, row.reason)
        for row in pending_of(memory.context, waiting_records(memory.context))
        if row.slug == "prospects"
    ]


def test_new_records_are_made_one_to_a_request(keyless: MemoryBase) -> None:
    records = keyless.new(3)
    assert keyless.sync().problems == ()
    assert (keyless.asked("create"), keyless.asked("upsert")) == ([1, 1, 1], [])
    assert {keyless.seen(record)["company"] for record in records} == {"Company 0", "Company 1", "Company 2"}
    assert all("key" not in row for row in keyless.held().values())
    keyless.edit(records[0], phone="1")
    keyless.sync()
    assert keyless.seen(records[0])["phone"] == "1"


def _unanswered(memory: MemoryBase, arrives: bool) -> RecordId:
    (record,) = memory.new()
    queue = memory.remote.after if arrives else memory.remote.before
    queue["create"] = [RemoteUnreachable("no answer")]
    with pytest.raises(RemoteUnreachable):
        memory.sync()
    return record


@pytest.mark.parametrize("arrives", [True, False])
def test_an_answer_that_was_lost_is_asked_about_and_never_sent_again(keyless: MemoryBase, arrives: bool) -> None:
    _unanswered(keyless, arrives)
    before = len(keyless.held())
    (problem,) = keyless.sync().problems
    assert "Look there: if it is there, delete this one here" in problem
    ((state, reason),) = waiting(keyless)
    assert (state, reason) == ("refused", problem)
    keyless.sync()
    assert keyless.asked("create") == [1]
    assert len(keyless.held()) == before


def test_it_is_sent_again_on_a_persons_word(keyless: MemoryBase) -> None:
    record = _unanswered(keyless, arrives=False)
    keyless.sync()
    retry_change(keyless.context, "prospects", record)
    assert keyless.sync().problems == ()
    assert keyless.seen(record)["company"] == "Company 0"
    assert waiting(keyless) == []


def test_a_change_of_the_schema_does_not_send_it_again(keyless: MemoryBase) -> None:
    record = _unanswered(keyless, arrives=True)
    keyless.sync()
    keyless.run("UPDATE sync_record SET quarantine = NULL WHERE table_slug = 'prospects' AND lid = ?", record)
    keyless.sync()
    assert keyless.asked("create") == [1]
    ((state, _),) = waiting(keyless)
    assert state == "refused"


def test_a_refused_record_is_told_with_its_reason(keyless: MemoryBase) -> None:
    (record,) = keyless.new(phone="1")
    keyless.remote.before["create"] = [RecordRefused("Memory Base", "the record is not to its taste")]
    keyless.sync()
    ((state, reason),) = waiting(keyless)
    assert (state, "not to its taste" in reason) == ("refused", True)
    retry_change(keyless.context, "prospects", record)
    keyless.sync()
    assert keyless.seen(record)["phone"] == "1"


def test_without_the_field_that_was_the_key_new_records_wait(memory: MemoryBase) -> None:
    memory.run("UPDATE schema_field SET state = 'removed' WHERE table_slug = 'prospects' AND field_slug = 'key'")
    assert not memory.map().keyless
    memory.new()
    memory.sync()
    assert (memory.asked("create"), memory.asked("upsert")) == ([], [])
