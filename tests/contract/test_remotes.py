"""One behaviour suite for every remote: what sync relies on, held against memory and against Airtable's stand-in."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from journeydesk.domain.catalogue import INTERACTIONS, PROSPECTS
from journeydesk.domain.ids import RemoteId
from journeydesk.domain.time import moment_text
from journeydesk.remote.airtable.remote import AirtableRemote
from journeydesk.sandbox.server import Sandbox
from journeydesk.sync.budget import Pace
from journeydesk.sync.ports import RecordRefused, Remote, RemoteRecord, RemoteTable
from tests.fakes.memory_remote import MemoryRemote


def now() -> str:
    return moment_text(datetime.now(UTC))


@pytest.fixture(params=["memory", "airtable"])
def remote(request: pytest.FixtureRequest) -> Iterator[Remote]:
    """A base without tables of ours."""
    if request.param == "memory":
        yield MemoryRemote(now)
        return
    with Sandbox.start(prospects=0, lift_limits=True) as box:
        yield AirtableRemote(box.airtable_url, box.token, box.empty_base_id, Pace(0, time.monotonic, lambda _: None))


@pytest.fixture
def table(remote: Remote) -> RemoteTable:
    """The prospects' table, made through the port."""
    remote.create_table(PROSPECTS, {})
    return next(one for one in remote.schema() if one.name == PROSPECTS.name)


def ids(table: RemoteTable, *names: str) -> list[str]:
    by_name = {one.name: one.id for one in table.fields}
    return [by_name[name] for name in names]


def walk(remote: Remote, table: RemoteTable, since: str | None = None) -> list[RemoteRecord]:
    return [record for page in remote.pages(table.id, [one.id for one in table.fields], since) for record in page.records]


def test_a_table_that_was_made_has_every_field_and_the_key_first(table: RemoteTable) -> None:
    assert {one.name for one in table.fields} >= {field.name for field in PROSPECTS.fields}
    assert table.primary == ids(table, "Application ID")[0]


def test_a_linked_table_points_at_its_target(remote: Remote, table: RemoteTable) -> None:
    remote.create_table(INTERACTIONS, {"prospects": table.id})
    made = next(one for one in remote.schema() if one.name == INTERACTIONS.name)
    assert next(one for one in made.fields if one.name == "Application ID").links_to == table.id


def test_an_upsert_repeated_makes_one_record(remote: Remote, table: RemoteTable) -> None:
    key, company = ids(table, "Application ID", "Company")
    first = remote.upsert(table.id, key, [{key: "BETA-1", company: "Acme"}])
    again = remote.upsert(table.id, key, [{key: "BETA-1", company: "Acme GmbH"}])
    assert again[0].id == first[0].id
    assert [record.fields[company] for record in walk(remote, table)] == ["Acme GmbH"]


def test_an_upsert_answers_in_the_order_it_was_asked(remote: Remote, table: RemoteTable) -> None:
    (key,) = ids(table, "Application ID")
    keys = [f"BETA-{number}" for number in (3, 1, 2)]
    assert [record.fields[key] for record in remote.upsert(table.id, key, [{key: one} for one in keys])] == keys


def test_a_patch_touches_only_its_fields_and_an_empty_one_is_left_out_of_the_answer(remote: Remote, table: RemoteTable) -> None:
    key, company, phone = ids(table, "Application ID", "Company", "Phone")
    (made,) = remote.upsert(table.id, key, [{key: "BETA-1", company: "Acme", phone: "1"}])
    (changed,) = remote.patch(table.id, [RemoteRecord(made.id, {phone: None})])
    assert changed.fields == {key: "BETA-1", company: "Acme"}


def test_a_walk_shows_every_record_once_over_all_its_pages(remote: Remote, table: RemoteTable) -> None:
    (key,) = ids(table, "Application ID")
    for start in range(0, 130, 10):
        remote.upsert(table.id, key, [{key: f"BETA-{number}"} for number in range(start, start + 10)])
    found = [str(record.fields[key]) for record in walk(remote, table)]
    assert sorted(found) == sorted(f"BETA-{number}" for number in range(130))


def test_a_walk_since_now_shows_what_just_changed(remote: Remote, table: RemoteTable) -> None:
    (key,) = ids(table, "Application ID")
    before = now()
    remote.upsert(table.id, key, [{key: "BETA-1"}])
    assert [record.fields[key] for record in walk(remote, table, before)] == ["BETA-1"]


def test_what_is_deleted_is_proven_gone_and_asking_for_it_is_no_error(remote: Remote, table: RemoteTable) -> None:
    (key,) = ids(table, "Application ID")
    (made,) = remote.upsert(table.id, key, [{key: "BETA-1"}])
    assert remote.get(table.id, made.id) == made
    remote.delete(table.id, [made.id])
    assert remote.get(table.id, made.id) is None
    assert remote.fetch(table.id, [made.id], [key]) == []
    assert remote.find(table.id, key, ["BETA-1"], [key]) == []


def test_a_batch_with_one_wrong_record_changes_nothing(remote: Remote, table: RemoteTable) -> None:
    key, status = ids(table, "Application ID", "Status")
    with pytest.raises(RecordRefused, match="Nonsense"):
        remote.upsert(table.id, key, [{key: "BETA-1", status: "New"}, {key: "BETA-2", status: "Nonsense"}])
    assert walk(remote, table) == []


def test_more_than_ten_records_a_request_are_refused(remote: Remote, table: RemoteTable) -> None:
    (key,) = ids(table, "Application ID")
    with pytest.raises(RecordRefused):
        remote.upsert(table.id, key, [{key: f"BETA-{number}"} for number in range(11)])


def test_every_request_is_counted(remote: Remote, table: RemoteTable) -> None:
    before = remote.calls
    remote.get(table.id, RemoteId("rec00000000000000"))
    assert remote.calls == before + 1
