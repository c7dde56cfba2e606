"""A prospect is deleted in Airtable: its timeline keeps its links, and work on it that was not sent is asked about."""

from pathlib import Path

import pytest

from journeydesk.domain.draft import Draft
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.services.commands.conflicts import resolve
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import log_interaction
from journeydesk.services.commands.undoing import undo
from journeydesk.services.queries.tasks import task_line
from journeydesk.storage.lists.drafts import put_draft
from journeydesk.storage.records import records
from journeydesk.storage.records.labels import record_label
from journeydesk.storage.records.records import Author
from journeydesk.storage.sync.pending import waiting_count
from journeydesk.storage.sync.remote_ids import remote_id_of
from journeydesk.sync.ports import RemoteUnreachable
from tests.integration.sync.base import based
from tests.integration.sync.memory_base import MemoryBase

LINKED = {
    "interactions": {"type": "Call"},
    "usage": {"feature": "Login"},
    "events": {"event": "login"},
    "tasks": {"title": "Call"},
}


def waiting(memory: MemoryBase) -> int:
    with memory.database.read() as connection:
        return waiting_count(connection)


def with_timeline(memory: MemoryBase) -> tuple[RecordId, dict[str, RecordId]]:
    """A prospect with a record in each linked table, all of them known to both sides."""
    (prospect,) = memory.made()
    records = {
        slug: memory.insert(
            slug, key=f"{slug}-1", prospect=prospect, **{n: v for n, v in values.items() if has(memory, slug, n)}
        )
        for slug, values in LINKED.items()
    }
    memory.sync()
    return prospect, records


def has(memory: MemoryBase, slug: str, name: str) -> bool:
    return name in memory.map(slug).fields


def links(memory: MemoryBase, records: dict[str, RecordId]) -> dict[str, object]:
    """Where the records of the timeline point in the remote."""
    return {slug: memory.seen(record, slug).get("prospect") for slug, record in records.items()}


def local_links(memory: MemoryBase, records: dict[str, RecordId]) -> set[object]:
    return {(memory.row(record, slug) or {})["prospect"] for slug, record in records.items()}


def drop_with_links(memory: MemoryBase, remote: RemoteId, records: dict[str, RecordId]) -> None:
    """Another person deletes a prospect: the service empties every link to it."""
    for slug, record in records.items():
        memory.theirs(memory.remote_id(record, slug), slug, prospect=None)
    memory.drop(remote)


@pytest.mark.parametrize("feed", [True, False])
@pytest.mark.fault(65)
def test_row_65_a_timeline_keeps_its_links_to_a_deleted_prospect(memory: MemoryBase, feed: bool) -> None:
    prospect, records = with_timeline(memory)
    if not feed:
        memory.without_feed()
    drop_with_links(memory, memory.remote_id(prospect), records)
    memory.sync()
    memory.walk_due()
    memory.sync()
    assert memory.row(prospect) is None
    assert local_links(memory, records) == {prospect}
    assert (waiting(memory), memory.questions()) == (0, [])


def test_a_link_that_a_person_emptied_is_taken(memory: MemoryBase) -> None:
    prospect, records = with_timeline(memory)
    memory.theirs(memory.remote_id(records["interactions"], "interactions"), "interactions", prospect=None)
    memory.sync()
    row = memory.row(records["interactions"], "interactions")
    assert row is not None
    assert row["prospect"] is None
    assert memory.row(prospect) is not None


@pytest.mark.fault(65)
def test_row_65_kept_here_links_are_written_again(memory: MemoryBase) -> None:
    prospect, records = with_timeline(memory)
    memory.edit(prospect, phone="1")
    drop_with_links(memory, memory.remote_id(prospect), records)
    memory.sync()
    (question,) = memory.questions()
    resolve(memory.context, question.id, "mine")
    memory.sync()
    memory.sync()
    assert set(map(str, links(memory, records).values())) == {str([memory.remote_id(prospect)])}
    assert waiting(memory) == 0


@pytest.mark.fault(65)
def test_row_65_undone_after_sync_links_are_written_again(memory: MemoryBase) -> None:
    prospect, records = with_timeline(memory)
    remote = memory.remote_id(prospect)
    delete_prospects(memory.context, [prospect])
    memory.sync()
    drop_links = {slug: memory.remote_id(record, slug) for slug, record in records.items()}
    for slug, linked in drop_links.items():
        memory.theirs(linked, slug, prospect=None)
    memory.sync()
    undo(memory.context)
    memory.sync()
    memory.sync()
    assert memory.remote_id(prospect) != remote
    assert set(map(str, links(memory, records).values())) == {str([memory.remote_id(prospect)])}
    assert local_links(memory, records) == {prospect}


@pytest.mark.fault(65)
def test_row_65_made_again_by_a_colleague_it_has_its_timeline(memory: MemoryBase) -> None:
    prospect, records = with_timeline(memory)
    row = memory.row(prospect)
    assert row is not None
    drop_with_links(memory, memory.remote_id(prospect), records)
    memory.sync()
    again = memory.add(key=row["key"], company="Company 0")
    memory.sync()
    memory.sync()
    assert memory.remote_id(prospect) == again
    assert set(map(str, links(memory, records).values())) == {str([again])}


@pytest.mark.fault(65)
def test_row_65_restored_from_the_trash_it_has_its_timeline(memory: MemoryBase) -> None:
    prospect, records = with_timeline(memory)
    remote = memory.remote_id(prospect)
    drop_with_links(memory, remote, records)
    memory.sync()
    memory.remote.restore(memory.map().table_id, remote)
    memory.sync()
    memory.sync()
    assert memory.remote_id(prospect) == remote
    assert set(map(str, links(memory, records).values())) == {str([remote])}


@pytest.mark.fault(65)
def test_row_65_what_was_unlinked_meanwhile_stays_unlinked(memory: MemoryBase) -> None:
    prospect, timeline = with_timeline(memory)
    remote = memory.remote_id(prospect)
    memory.drop(remote)
    memory.sync()
    assert memory.row(prospect) is None
    with memory.database.write() as connection:
        author = Author("Amaia", memory.context.now(), "user")
        records.update(connection, "tasks", timeline["tasks"], {"prospect": None}, author)
    memory.remote.restore(memory.map().table_id, remote)
    memory.sync()
    memory.sync()
    assert (memory.row(timeline["tasks"], "tasks") or {})["prospect"] is None
    assert (memory.row(timeline["interactions"], "interactions") or {})["prospect"] == prospect
    assert memory.questions() == []


def test_row_65_a_deleted_call_stays_so_when_its_prospect_returns(memory: MemoryBase) -> None:
    prospect, records = with_timeline(memory)
    call, remote = records["interactions"], memory.remote_id(prospect)
    there = memory.remote_id(call, "interactions")
    drop_with_links(memory, remote, records)
    memory.sync()
    memory.delete(call, slug="interactions")
    memory.remote.restore(memory.map().table_id, remote)
    memory.theirs(there, "interactions", prospect=[remote])
    memory.sync()
    memory.sync()
    assert memory.row(call, "interactions") is None
    assert there not in memory.held("interactions")


def test_work_deleted_unsent_waits_for_no_prospect_made_again(memory: MemoryBase) -> None:
    (prospect,) = memory.made()
    call = memory.insert("interactions", key="c-1", prospect=prospect, type="Call")
    memory.delete(call, slug="interactions")
    memory.edit(prospect, phone="1")
    memory.drop(memory.remote_id(prospect))
    memory.sync()
    (question,) = memory.questions()
    resolve(memory.context, question.id, "mine")
    assert not memory.state(call, "interactions").touched


@pytest.mark.parametrize("slug", [*LINKED, "draft"])
@pytest.mark.fault(64)
def test_row_64_unsent_work_on_a_deleted_prospect_is_asked(memory: MemoryBase, slug: str) -> None:
    (prospect,) = memory.made()
    memory.drop(memory.remote_id(prospect))
    if slug == "draft":
        with memory.database.write() as connection:
            put_draft(connection, prospect, Draft(text="Half a sent"), memory.context.now())
    else:
        memory.insert(slug, key="W-1", prospect=prospect)
    memory.sync()
    assert [(question.record, question.kind) for question in memory.questions()] == [(prospect, "gone")]
    assert memory.row(prospect) is not None


@pytest.mark.fault(64)
def test_row_64_kept_the_work_goes_out_with_its_prospect(memory: MemoryBase) -> None:
    (prospect,) = memory.made()
    memory.drop(memory.remote_id(prospect))
    call = memory.insert("interactions", key="CALL-1", prospect=prospect, type="Call", summary="Hello")
    memory.sync()
    assert memory.held("interactions") == {}
    (question,) = memory.questions()
    resolve(memory.context, question.id, "mine")
    memory.sync()
    assert memory.seen(call, "interactions")["prospect"] == [memory.remote_id(prospect)]
    assert waiting(memory) == 0


@pytest.mark.fault(64)
def test_row_64_let_go_the_work_is_kept_settled_and_comes_back(memory: MemoryBase) -> None:
    (prospect,) = memory.made()
    remote = memory.remote_id(prospect)
    memory.drop(remote)
    call = memory.insert("interactions", key="CALL-1", prospect=prospect, type="Call", summary="Hello")
    memory.sync()
    (question,) = memory.questions()
    resolve(memory.context, question.id, "theirs")
    assert memory.sync().pending == 0
    row = memory.row(call, "interactions")
    assert row is not None
    assert (row["summary"], row["prospect"], memory.held("interactions")) == ("Hello", prospect, {})
    memory.remote.restore(memory.map().table_id, remote)
    memory.sync()
    memory.sync()
    assert memory.seen(call, "interactions")["prospect"] == [remote]


@pytest.mark.parametrize("company", ["Quillon Freight", None])
@pytest.mark.fault(64)
def test_row_64_work_let_go_has_the_deleted_prospects_name(memory: MemoryBase, company: str | None) -> None:
    (prospect,) = memory.made()
    memory.edit(prospect, company=company, contact_name="Adaeze Nwokorie")
    memory.sync()
    memory.drop(memory.remote_id(prospect))
    call = memory.insert("interactions", key="CALL-1", prospect=prospect, type="Call", summary="Hello")
    task = memory.insert("tasks", key="TASK-1", prospect=prospect, title="Send the offer")
    memory.sync()
    (question,) = memory.questions()
    resolve(memory.context, question.id, "theirs")
    name = f"{company or 'Adaeze Nwokorie'} (deleted)"
    memory.sync()
    assert task_line(memory.context, task).company == name
    with memory.database.read() as connection:
        label = record_label(connection, "interactions", call)
    assert label is not None
    assert label.company == name


@pytest.mark.parametrize("company", ["Quillon Freight", None])
@pytest.mark.fault(65)
def test_row_65_work_of_a_gone_prospect_keeps_its_name(memory: MemoryBase, company: str | None) -> None:
    prospect, records = with_timeline(memory)
    assert task_line(memory.context, records["tasks"]).company == "Company 0"
    memory.edit(prospect, company=company, contact_name="Adaeze Nwokorie")
    memory.sync()
    drop_with_links(memory, memory.remote_id(prospect), records)
    memory.sync()
    assert memory.row(prospect) is None
    name = f"{company or 'Adaeze Nwokorie'} (deleted)"
    assert task_line(memory.context, records["tasks"]).company == name
    with memory.database.read() as connection:
        label = record_label(connection, "interactions", records["interactions"])
    assert label is not None
    assert label.company == name


@pytest.mark.fault(64)
def test_row_64_made_and_deleted_unsent_leaves_nothing_waiting(memory: MemoryBase) -> None:
    (prospect,) = memory.new()
    delete_prospects(memory.context, [prospect])
    assert memory.sync().pending == 0
    assert (memory.held(), memory.held("events")) == ({}, {})
    undo(memory.context)
    memory.sync()
    assert memory.sync().pending == 0
    (event,) = memory.held("events").values()
    assert event["prospect"] == [memory.remote_id(prospect)]


@pytest.mark.fault(64)
def test_row_64_over_http_a_call_of_a_deleted_prospect_is_asked(tmp_path: Path) -> None:
    with based(tmp_path / "w", 3) as base:
        prospect, remote = base.one()
        base.delete_there(remote)
        call = log_interaction(base.context, prospect, "Call", "Hello")
        base.sync()
        (question,) = base.questions()
        resolve(base.context, question.id, "mine")
        base.sync()
        base.sync()
        assert base.waiting() == 0
        with base.context.database.read() as connection:
            made = remote_id_of(connection, "prospects", prospect)
            sent = remote_id_of(connection, "interactions", call)
        table = base.maps()["interactions"]
        seen = base.remote.get(table.table_id, RemoteId(str(sent)))
        assert seen is not None
        assert seen.fields[table.fields["prospect"]] == [made]
        events = base.maps()["events"]
        links = [
            record.fields.get(events.fields["prospect"])
            for page in base.remote.pages(events.table_id, events.asked, None)
            for record in page.records
        ]
        assert links
        assert None not in links


@pytest.mark.fault(65)
def test_row_65_kept_and_restored_there_too_links_are_compared(memory: MemoryBase) -> None:
    prospect, records = with_timeline(memory)
    remote = memory.remote_id(prospect)
    memory.edit(prospect, phone="1")
    memory.drop(remote)
    memory.sync()
    (question,) = memory.questions()
    resolve(memory.context, question.id, "mine")
    memory.remote.restore(memory.map().table_id, remote)
    memory.sync()
    memory.sync()
    assert memory.remote_id(prospect) == remote
    memory.theirs(memory.remote_id(records["tasks"], "tasks"), "tasks", prospect=None)
    memory.sync()
    assert (memory.row(records["tasks"], "tasks") or {})["prospect"] is None


def asked_of_a_deleted(memory: MemoryBase, **emptied: None) -> tuple[RecordId, RemoteId]:
    """A prospect that somebody deleted there while it was edited here, and of which fields were emptied while the question is open."""
    (prospect,) = memory.made(company="Acme", phone="1", job_title="Buyer")
    remote = memory.remote_id(prospect)
    memory.edit(prospect, company="Acme Freight")
    memory.drop(remote)
    memory.sync()
    memory.edit(prospect, **emptied)
    return prospect, remote


def keep(memory: MemoryBase) -> None:
    (question,) = memory.questions()
    resolve(memory.context, question.id, "mine")


def shown(memory: MemoryBase, prospect: RecordId) -> dict[str, object]:
    row = memory.row(prospect) or {}
    return {name: row[name] for name in ("company", "phone", "job_title")}


@pytest.mark.fault(65)
def test_row_65_what_is_emptied_while_asked_stays_empty(memory: MemoryBase) -> None:
    prospect, remote = asked_of_a_deleted(memory, phone=None)
    memory.remote.restore(memory.map().table_id, remote)
    keep(memory)
    memory.sync()
    memory.sync()
    assert memory.remote_id(prospect) == remote
    assert shown(memory, prospect) == {"company": "Acme Freight", "phone": None, "job_title": "Buyer"}
    assert {name: memory.seen(prospect).get(name) for name in ("company", "phone", "job_title")} == shown(memory, prospect)
    assert memory.questions() == []


@pytest.mark.fault(65)
def test_row_65_what_was_edited_after_the_restore_is_not_lost(memory: MemoryBase) -> None:
    prospect, remote = asked_of_a_deleted(memory, phone=None)
    memory.remote.restore(memory.map().table_id, remote)
    memory.theirs(remote, phone="2", job_title="Owner")
    keep(memory)
    memory.sync()
    assert shown(memory, prospect) == {"company": "Acme Freight", "phone": None, "job_title": "Owner"}
    assert [(question.field, question.base, question.mine, question.theirs) for question in memory.questions()] == [
        ("phone", "1", None, "2")
    ]


@pytest.mark.fault(65)
def test_row_65_what_is_emptied_after_it_was_kept_stays_empty_too(memory: MemoryBase) -> None:
    prospect, remote = asked_of_a_deleted(memory)
    memory.remote.restore(memory.map().table_id, remote)
    keep(memory)
    memory.edit(prospect, phone=None)
    memory.sync()
    memory.sync()
    assert shown(memory, prospect)["phone"] is None
    assert memory.seen(prospect).get("phone") is None


@pytest.mark.fault(65)
def test_row_65_beside_a_colleague_who_kept_it_it_stays_empty(memory: MemoryBase) -> None:
    prospect, _ = asked_of_a_deleted(memory, phone=None)
    key = (memory.row(prospect) or {})["key"]
    memory.add(key=key, company="Acme", phone="1", job_title="Owner")
    keep(memory)
    memory.sync()
    memory.sync()
    assert shown(memory, prospect) == {"company": "Acme Freight", "phone": None, "job_title": "Buyer"}
    assert memory.seen(prospect).get("phone") is None
    assert [(question.field, question.mine, question.theirs) for question in memory.questions()] == [
        ("job_title", "Buyer", "Owner")
    ]


@pytest.mark.fault(65)
def test_row_65_an_unanswered_creation_is_merged_with_what_it_sent(memory: MemoryBase) -> None:
    prospect, _ = asked_of_a_deleted(memory, phone=None)
    keep(memory)
    memory.remote.after["upsert"] = [RemoteUnreachable("no answer")]
    with pytest.raises(RemoteUnreachable):
        memory.sync()
    memory.edit(prospect, phone="3", job_title=None)
    memory.sync()
    memory.sync()
    assert shown(memory, prospect) == {"company": "Acme Freight", "phone": "3", "job_title": None}
    assert {name: memory.seen(prospect).get(name) for name in ("company", "phone", "job_title")} == shown(memory, prospect)
    assert memory.questions() == []
