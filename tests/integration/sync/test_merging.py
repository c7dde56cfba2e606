"""What the remote was seen to hold, merged into the local records, a page at a time."""

from dataclasses import replace
from typing import Any

import pytest

from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.storage.engine import sql
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.sync.arrivals import merge_records
from journeydesk.sync.merging import resolve_links
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.sync_pass import SyncPass
from tests.integration.sync.memory_base import MemoryBase

CREATED = "2026-01-01T00:00:00.000Z"


def merge(
    memory: MemoryBase, *records: RemoteRecord, slug: str = "prospects", by: dict[RemoteId, str] | None = None
) -> SyncPass:
    """Merges records as they are given, whatever the remote has; the pass that did it."""
    work = memory.work()
    with memory.database.write() as connection:
        merge_records(work, connection, memory.map(slug), records, by)
    return work


def record(memory: MemoryBase, remote: str, slug: str = "prospects", created: str = CREATED, **fields: object) -> RemoteRecord:
    ids = memory.map(slug).fields
    return RemoteRecord(RemoteId(remote), {ids.get(name, name): value for name, value in fields.items()}, created)


def history(memory: MemoryBase, local: RecordId, field: str) -> list[tuple[str | None, str | None, str]]:
    with memory.database.read() as connection:
        return [
            (row[0], row[1], row[2])
            for row in sql.rows(
                connection,
                "SELECT old, new, actor FROM field_history WHERE table_slug = 'prospects' AND lid = ? AND field = ? ORDER BY rowid",
                (local, field),
            )
        ]


def test_a_new_record_comes_in_with_its_base(memory: MemoryBase) -> None:
    work = merge(memory, record(memory, "rec1", key="BETA-1", company="Acme", status="Active"))
    local = memory.known(RemoteId("rec1"))
    row = memory.row(local)
    assert row is not None
    assert (row["key"], row["company"], row["status"]) == ("BETA-1", "Acme", "Active")
    assert memory.state(local).base == {"key": "BETA-1", "company": "Acme", "status": "Active"}
    assert not memory.state(local).touched
    assert (work.tally.pulled, work.tally.prospects, work.tally.kinds) == (1, {local}, {"prospects"})


def test_a_record_without_a_key_is_named_by_its_id(memory: MemoryBase) -> None:
    merge(memory, record(memory, "rec1", company="Acme"))
    row = memory.row(memory.known(RemoteId("rec1")))
    assert row is not None
    assert row["key"] == "rec1"


def test_two_new_records_with_one_key_are_both_kept(memory: MemoryBase) -> None:
    merge(
        memory, record(memory, "rec1", key="BETA-1"), record(memory, "rec2", key="BETA-1"), record(memory, "rec3", key="BETA-2")
    )
    assert memory.count("SELECT count(*) FROM prospects") == 3
    (text,) = memory.notes(sync_notes.DUPLICATE)
    assert "the key BETA-1" in text


def test_a_key_that_a_known_record_has_is_told_as_a_double(memory: MemoryBase) -> None:
    memory.made(key="BETA-1")
    merge(memory, record(memory, "rec9", key="BETA-1"))
    assert len(memory.notes(sync_notes.DUPLICATE)) == 1


def test_the_same_record_twice_on_a_page_counts_once(memory: MemoryBase) -> None:
    work = merge(memory, record(memory, "rec1", key="BETA-1", phone="1"), record(memory, "rec1", key="BETA-1", phone="2"))
    row = memory.row(memory.known(RemoteId("rec1")))
    assert row is not None
    assert row["phone"] == "2"
    assert work.tally.pulled == 1


def known(memory: MemoryBase, **fields: Any) -> tuple[RecordId, RemoteRecord]:
    """A prospect that both sides know, with what the remote has of it."""
    merge(memory, theirs := record(memory, "rec1", key="BETA-1", **fields))
    return memory.known(theirs.id), theirs


def changed(memory: MemoryBase, theirs: RemoteRecord, **fields: object) -> RemoteRecord:
    ids = memory.map().fields
    after = dict(theirs.fields) | {ids[name]: value for name, value in fields.items()}
    return replace(theirs, fields={name: value for name, value in after.items() if value is not None})


def test_what_did_not_change_writes_nothing(memory: MemoryBase) -> None:
    local, theirs = known(memory, phone="1")
    work = merge(memory, theirs)
    assert (work.tally.pulled, work.tally.kinds, history(memory, local, "phone")) == (0, set(), [])


def test_their_change_is_taken_with_its_author(memory: MemoryBase) -> None:
    local, theirs = known(memory, phone="1", job_title="CEO")
    work = merge(memory, changed(memory, theirs, phone="2", job_title=None), by={theirs.id: "Tomasz"})
    row = memory.row(local)
    assert row is not None
    assert (row["phone"], row["job_title"]) == ("2", None)
    assert history(memory, local, "phone") == [('"1"', '"2"', "Tomasz")]
    assert memory.state(local).base == {"key": "BETA-1", "phone": "2"}
    assert not memory.state(local).touched
    assert (work.tally.pulled, work.tally.prospects) == (1, {local})


def test_without_an_author_the_remote_stands_in_the_history(memory: MemoryBase) -> None:
    local, theirs = known(memory, phone="1")
    merge(memory, changed(memory, theirs, phone="2"))
    assert history(memory, local, "phone") == [('"1"', '"2"', "Memory Base")]


def test_our_change_stays_and_waits(memory: MemoryBase) -> None:
    local, theirs = known(memory, phone="1")
    memory.edit(local, phone="mine 1")
    merge(memory, changed(memory, theirs, job_title="CTO"))
    row = memory.row(local)
    assert row is not None
    assert (row["phone"], row["job_title"]) == ("mine 1", "CTO")
    assert memory.state(local).touched
    assert memory.state(local).base["phone"] == "1"


def test_one_field_changed_twice_is_a_question(memory: MemoryBase) -> None:
    local, theirs = known(memory, phone="1")
    memory.edit(local, phone="mine 1")
    work = merge(memory, changed(memory, theirs, phone="theirs 1"), by={theirs.id: "Tomasz"})
    (question,) = memory.questions()
    assert (question.record, question.field, question.base, question.mine, question.theirs) == (
        local,
        "phone",
        "1",
        "mine 1",
        "theirs 1",
    )
    assert (question.theirs_by, question.kind) == ("Tomasz", conflicts.MERGE)
    assert memory.state(local).base["phone"] == "1"
    assert work.tally.prospects == {local}
    merge(memory, changed(memory, theirs, phone="again 1"))
    (again,) = memory.questions()
    assert (again.id, again.theirs, again.theirs_by) == (question.id, "again 1", "Tomasz")


@pytest.mark.parametrize("phone", ["1", "mine 1"])
def test_a_question_that_answered_itself_is_let_go(memory: MemoryBase, phone: str) -> None:
    local, theirs = known(memory, phone="1")
    memory.edit(local, phone="mine 1")
    merge(memory, changed(memory, theirs, phone="theirs 1"))
    merge(memory, changed(memory, theirs, phone=phone))
    assert memory.questions() == []
    assert memory.state(local).touched is (phone == "1")


def test_what_both_changed_alike_is_agreed(memory: MemoryBase) -> None:
    local, theirs = known(memory, phone="1")
    memory.edit(local, phone="2")
    merge(memory, changed(memory, theirs, phone="2"))
    assert memory.state(local).base["phone"] == "2"
    assert not memory.state(local).touched


@pytest.mark.parametrize("wrong", [7, ["x"], {"error": "#ERROR"}, True])
def test_a_value_of_a_wrong_type_says_nothing(memory: MemoryBase, wrong: object) -> None:
    local, theirs = known(memory, phone="1")
    merge(memory, changed(memory, theirs, phone=wrong, job_title="CEO"))
    row = memory.row(local)
    assert row is not None
    assert (row["phone"], row["job_title"]) == ("1", "CEO")
    assert memory.state(local).base["phone"] == "1"


@pytest.mark.parametrize("moment", ["yesterday", "9999-12-31T23:59:59-23:00", "0001-01-01T00:00:00+23:00", "2026-13-45"])
def test_an_absurd_date_says_nothing(memory: MemoryBase, moment: str) -> None:
    local, theirs = known(memory, applied_on="2026-01-01T00:00:00.000Z")
    merge(memory, changed(memory, theirs, applied_on=moment))
    row = memory.row(local)
    assert row is not None
    assert row["applied_on"] == "2026-01-01T00:00:00.000Z"


def test_a_cleared_key_leaves_the_record_its_name(memory: MemoryBase) -> None:
    local, theirs = known(memory, phone="1")
    merge(memory, changed(memory, theirs, key=None))
    row = memory.row(local)
    assert row is not None
    assert row["key"] == "BETA-1"


def test_a_link_to_what_is_unknown_is_set_when_it_comes(memory: MemoryBase) -> None:
    merge(
        memory, record(memory, "recCALL", "interactions", key="INT-1", prospect=["recLATE"], type="Call"), slug="interactions"
    )
    call = memory.known(RemoteId("recCALL"), "interactions")
    row = memory.row(call, "interactions")
    assert row is not None
    assert row["prospect"] is None
    work = merge(memory, record(memory, "recLATE", key="BETA-1"))
    resolve_links(work)
    prospect = memory.known(RemoteId("recLATE"))
    row = memory.row(call, "interactions")
    assert row is not None
    assert row["prospect"] == prospect
    assert memory.count("SELECT count(*) FROM unresolved_link") == 0
    assert {"prospects", "interactions"} <= work.tally.kinds
    assert prospect in work.tally.prospects


def test_more_links_than_a_look_takes_are_all_set(memory: MemoryBase) -> None:
    calls = [
        record(memory, f"recCALL{number}", "interactions", key=f"INT-{number}", prospect=["recLATE"], type="Call")
        for number in range(250)
    ]
    merge(memory, *calls, slug="interactions")
    resolve_links(merge(memory, record(memory, "recLATE", key="BETA-1")))
    assert memory.count("SELECT count(*) FROM interactions WHERE prospect IS NULL") == 0
    assert memory.count("SELECT count(*) FROM unresolved_link") == 0


def test_a_link_chosen_meanwhile_is_not_overwritten(memory: MemoryBase) -> None:
    (other,) = memory.made()
    merge(
        memory, record(memory, "recCALL", "interactions", key="INT-1", prospect=["recLATE"], type="Call"), slug="interactions"
    )
    call = memory.known(RemoteId("recCALL"), "interactions")
    memory.run("UPDATE interactions SET prospect = ? WHERE lid = ?", other, call)
    resolve_links(merge(memory, record(memory, "recLATE", key="BETA-1")))
    row = memory.row(call, "interactions")
    assert row is not None
    assert row["prospect"] == other
    assert memory.count("SELECT count(*) FROM unresolved_link") == 0


def test_links_that_nobody_brought_wait_on(memory: MemoryBase) -> None:
    merge(
        memory, record(memory, "recCALL", "interactions", key="INT-1", prospect=["recNEVER"], type="Call"), slug="interactions"
    )
    resolve_links(memory.work())
    assert memory.count("SELECT count(*) FROM unresolved_link") == 1


def test_a_record_made_on_both_sides_is_one(memory: MemoryBase) -> None:
    local = memory.insert("prospects", key="BETA-1", phone="1")
    merge(memory, record(memory, "rec1", key="BETA-1", company="Acme"))
    assert memory.count("SELECT count(*) FROM prospects") == 1
    assert memory.remote_id(local) == "rec1"
    row = memory.row(local)
    assert row is not None
    assert (row["company"], row["phone"]) == ("Acme", "1")
    assert memory.state(local).touched


def test_made_on_both_sides_with_other_values_is_a_question(memory: MemoryBase) -> None:
    memory.insert("prospects", key="BETA-1", phone="1")
    merge(memory, record(memory, "rec1", key="BETA-1", phone="2"))
    assert [(question.field, question.mine, question.theirs) for question in memory.questions()] == [("phone", "1", "2")]


def test_the_oldest_of_several_with_our_key_is_ours(memory: MemoryBase) -> None:
    local = memory.insert("prospects", key="BETA-1")
    young = record(memory, "recYOUNG", created="2026-02-01T00:00:00.000Z", key="BETA-1")
    old = record(memory, "recOLD", created="2026-01-01T00:00:00.000Z", key="BETA-1")
    merge(memory, young, old)
    assert memory.remote_id(local) == "recOLD"
    assert memory.count("SELECT count(*) FROM prospects") == 2


def test_a_derived_record_met_on_both_sides_takes_theirs(memory: MemoryBase) -> None:
    local = memory.insert("tasks", key="TASK-1", title="Call her")
    merge(memory, record(memory, "rec1", "tasks", key="TASK-1", title="Call him"), slug="tasks")
    row = memory.row(local, "tasks")
    assert row is not None
    assert row["title"] == "Call him"
    assert memory.questions() == []


def test_fields_that_are_not_ours_are_kept_beside(memory: MemoryBase) -> None:
    table = memory.map()
    shape = next(each for each in memory.remote.schema() if each.id == table.table_id)
    other = replace(shape.fields[1], id="fldOTHER", name="Shoe size")
    memory.remote.reshape(table.table_id, (*shape.fields, other))
    memory.sync()
    work = merge(memory, record(memory, "rec1", key="BETA-1", fldOTHER="43"))
    local = memory.known(RemoteId("rec1"))
    assert memory.state(local).extra == '{"Shoe size": "43"}'
    work = merge(memory, record(memory, "rec1", key="BETA-1", fldOTHER="44"))
    assert memory.state(local).extra == '{"Shoe size": "44"}'
    assert (work.tally.kinds, work.tally.pulled) == ({"prospects"}, 0)


def test_an_edit_of_an_unreadable_field_still_waits(memory: MemoryBase) -> None:
    local, theirs = known(memory, phone="1")
    memory.edit(local, phone="mine 1")
    merge(memory, changed(memory, theirs, phone={"error": "#ERROR"}))
    assert memory.state(local).touched
    assert memory.state(local).base["phone"] == "1"
