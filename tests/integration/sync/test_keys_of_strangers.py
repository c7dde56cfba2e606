"""A record that is found by its key may be a stranger's: only what stands there as it was sent is agreed on."""

from typing import Any

import pytest

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.conflicts import resolve
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.undoing import undo
from journeydesk.storage.records.records import Author, update
from journeydesk.storage.sync.bases import mark_tried
from journeydesk.storage.sync.intents import write_intent
from journeydesk.sync.plan import standing_as_sent
from journeydesk.sync.ports import RemoteUnreachable
from journeydesk.sync.recovery import recover
from tests.integration.sync.memory_base import MemoryBase

pytestmark = pytest.mark.fault(63)


def questions(memory: MemoryBase) -> dict[str, tuple[object, object]]:
    return {question.field: (question.mine, question.theirs) for question in memory.questions()}


def lost_create(memory: MemoryBase, **values: Any) -> RecordId:
    """A prospect out of a file whose creation was sent, and never arrived."""
    (record,) = memory.new(key="FILE-1", **values)
    row = memory.row(record)
    assert row is not None
    sent = {name: row[name] for name in ("key", "company", *values) if name != "key"} | {"key": "FILE-1"}
    with memory.database.write() as connection:
        mark_tried(connection, "prospects", [record])
        write_intent(connection, "create", "prospects", [(record, None, "FILE-1", sent)], memory.context.now())
    return record


def test_what_stands_as_sent_is_all_that_is_agreed() -> None:
    sent = {"key": "K", "company": "Acme", "phone": "1", "notes": "a\r\nb"}
    theirs = {"key": "K", "company": "Corvus", "notes": "a\nb", "job_title": "CEO"}
    assert standing_as_sent(PROSPECTS, sent, theirs) == {"key": "K", "notes": "a\nb"}


def test_row_63_a_killed_create_beside_a_stranger_asks(memory: MemoryBase) -> None:
    record = lost_create(memory, company="Acme", phone="1", job_title="CEO")
    memory.add(key="FILE-1", company="Corvus", phone="1", email="c@example.com")
    recover(memory.work(), 0)
    memory.sync()
    assert questions(memory) == {"company": ("Acme", "Corvus")}
    row = memory.row(record)
    assert row is not None
    assert (row["company"], row["phone"], row["job_title"], row["email"]) == ("Acme", "1", "CEO", "c@example.com")
    assert memory.seen(record)["job_title"] == "CEO"
    assert len(memory.held()) == 1


def test_row_63_a_create_looked_up_before_its_second_try_asks(memory: MemoryBase) -> None:
    (record,) = memory.new(key="FILE-1", company="Acme")
    memory.remote.before["upsert"] = [RemoteUnreachable("no answer")]
    with pytest.raises(RemoteUnreachable):
        memory.sync()
    recover(memory.work(), 0)
    memory.add(key="FILE-1", company="Corvus")
    memory.sync()
    assert questions(memory) == {"company": ("Acme", "Corvus")}
    assert memory.row(record) is not None


def test_row_63_two_imports_of_one_list_ask_for_what_differs(memory: MemoryBase) -> None:
    memory.new(key="FILE-1", company="Acme", phone="1")
    memory.add(key="FILE-1", company="Corvus", phone="1")
    memory.sync()
    assert questions(memory) == {"company": ("Acme", "Corvus")}


def test_row_63_a_stranger_between_pull_and_create_is_seen(memory: MemoryBase) -> None:
    (record,) = memory.new(key="FILE-1", company="Acme")
    memory.sync(pulled=lambda _: memory.add(key="FILE-1", company="Corvus"))
    assert questions(memory) == {"company": ("Acme", "Corvus")}
    assert memory.seen(record)["company"] == "Corvus"


def test_row_63_an_undone_delete_beside_a_stranger_asks(memory: MemoryBase) -> None:
    (record,) = memory.made(key="FILE-1", company="Acme")
    delete_prospects(memory.context, [record])
    memory.sync()
    assert memory.row(record) is None
    undo(memory.context)
    memory.add(key="FILE-1", company="Corvus")
    memory.sync()
    assert questions(memory) == {"company": ("Acme", "Corvus")}


def test_row_63_a_restored_record_asks_for_an_edit_never_sent(memory: MemoryBase) -> None:
    (record,) = memory.made(company="Acme", phone="1")
    remote = memory.remote_id(record)
    memory.edit(record, phone="2")
    memory.delete(record)
    memory.sync()
    assert memory.row(record) is None
    memory.remote.restore(memory.map().table_id, remote)
    memory.theirs(remote, phone="3")
    memory.sync()
    assert questions(memory) == {"phone": ("2", "3")}


def test_a_task_of_one_key_asks_for_what_a_person_typed(memory: MemoryBase) -> None:
    task = memory.insert("tasks", key="TSK-1", title="Call", origin="computed")
    with memory.database.write() as connection:
        update(connection, "tasks", task, {"title": "Call them today"}, Author("Amaia", memory.context.now(), "user"))
    memory.add("tasks", key="TSK-1", title="Write", origin="theirs")
    memory.sync()
    assert questions(memory) == {"title": ("Call them today", "Write")}
    row = memory.row(task, "tasks")
    assert row is not None
    assert row["origin"] == "theirs"


def test_row_63_what_is_emptied_while_asked_stays_in_question(memory: MemoryBase) -> None:
    (record,) = memory.new(key="FILE-1", company="Acme", phone="1")
    remote = memory.add(key="FILE-1", company="Acme", phone="3")
    memory.sync()
    assert questions(memory) == {"phone": ("1", "3")}
    memory.edit(record, phone=None)
    memory.theirs(remote, job_title="Buyer")
    memory.sync()
    assert questions(memory) == {"phone": (None, "3")}
    row = memory.row(record)
    assert row is not None
    assert row["phone"] is None
    resolve(memory.context, memory.questions()[0].id, "mine")
    memory.sync()
    assert memory.seen(record).get("phone") is None
    assert memory.questions() == []


def test_what_is_emptied_to_what_was_agreed_is_in_question_too(memory: MemoryBase) -> None:
    (record,) = memory.made(company="Acme")
    memory.edit(record, phone="1")
    memory.theirs(memory.remote_id(record), phone="3")
    memory.sync()
    memory.edit(record, phone=None)
    memory.theirs(memory.remote_id(record), job_title="Buyer")
    memory.sync()
    assert questions(memory) == {"phone": (None, "3")}
    memory.theirs(memory.remote_id(record), phone=None)
    memory.sync()
    assert questions(memory) == {}
