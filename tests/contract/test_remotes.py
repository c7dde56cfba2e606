"""One behaviour suite for every remote: what sync relies on, held against memory and against Airtable's stand-in."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from journeydesk.domain.catalogue import INTERACTIONS, PROSPECTS
from journeydesk.domain.ids import RemoteId
from journeydesk.domain.time import moment_text
from journeydesk.remote.airtable.remote import AirtableRemote
from journeydesk.sandbox.server import Sandbox
from journeydesk.sync.budget import Pace
from journeydesk.sync.ports import FeedLost, RecordRefused, Remote, RemoteRecord, RemoteTable, SchemaChanged
from tests.fakes.memory_remote import MemoryRemote


def now() -> str:
    return moment_text(datetime.now(UTC))


@pytest.fixture(params=["memory", "airtable", "airtable beside"])
def remote(request: pytest.FixtureRequest) -> Iterator[Remote]:
    """A base without tables of ours."""
    if request.param == "memory":
        yield MemoryRemote(now)
        return
    with Sandbox.start(prospects=0, lift_limits=True) as box:
        pace = Pace(0, time.monotonic, lambda _: None)
        yield AirtableRemote(box.airtable_url, box.token, box.empty_base_id, pace, beside="beside" in request.param)


@pytest.fixture
def table(remote: Remote) -> RemoteTable:
    """The prospects' table, made through the port."""
    created = remote.create_table(PROSPECTS, {})
    return next(table for table in remote.schema() if table.id == created)


def ids(table: RemoteTable, *names: str) -> list[str]:
    by_name = {one.name: one.id for one in table.fields}
    return [by_name[name] for name in names]


def walk(remote: Remote, table: RemoteTable, since: str | None = None) -> list[RemoteRecord]:
    return [record for page in remote.pages(table.id, [one.id for one in table.fields], since) for record in page.records]


def test_a_table_that_was_made_has_every_field_and_the_key_first(table: RemoteTable) -> None:
    assert {one.name for one in table.fields} >= {field.name for field in PROSPECTS.fields}
    assert table.primary == ids(table, "Application ID")[0]


def test_a_linked_table_points_at_its_target(remote: Remote, table: RemoteTable) -> None:
    created = remote.create_table(INTERACTIONS, {"prospects": table.id})
    interactions = next(each for each in remote.schema() if each.id == created)
    assert next(field for field in interactions.fields if field.name == "Application ID").links_to == table.id


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


def test_what_is_created_twice_is_there_twice(remote: Remote, table: RemoteTable) -> None:
    (company,) = ids(table, "Company")
    first, second = (remote.create(table.id, {company: "Acme"}) for _ in range(2))
    assert first.id != second.id
    assert [first.fields, second.fields] == [{company: "Acme"}] * 2
    assert {record.id for record in walk(remote, table)} == {first.id, second.id}


def test_a_patch_writes_only_its_fields_and_empties_one(remote: Remote, table: RemoteTable) -> None:
    key, company, phone = ids(table, "Application ID", "Company", "Phone")
    (made,) = remote.upsert(table.id, key, [{key: "BETA-1", company: "Acme", phone: "1"}])
    (changed,) = remote.patch(table.id, [RemoteRecord(made.id, {phone: None})])
    assert changed.fields == {key: "BETA-1", company: "Acme"}


def test_nought_is_a_value_and_an_empty_text_is_none(remote: Remote, table: RemoteTable) -> None:
    key, score, company = ids(table, "Application ID", "Priority Score", "Company")
    (written,) = remote.upsert(table.id, key, [{key: "BETA-1", score: 0, company: ""}])
    assert written.fields == {key: "BETA-1", score: 0}


def test_a_walk_shows_every_record_once_over_all_its_pages(remote: Remote, table: RemoteTable) -> None:
    (key,) = ids(table, "Application ID")
    keys = [f"BETA-{number}" for number in range(remote.limits.page + 3)]
    for start in range(0, len(keys), remote.limits.batch):
        remote.upsert(table.id, key, [{key: name} for name in keys[start : start + remote.limits.batch]])
    pages = [len(page.records) for page in remote.pages(table.id, [key], None)]
    assert pages == [remote.limits.page, 3]
    assert sorted(str(record.fields[key]) for record in walk(remote, table)) == sorted(keys)


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


def test_one_record_more_than_a_batch_is_refused(remote: Remote, table: RemoteTable) -> None:
    (key,) = ids(table, "Application ID")
    records = [{key: f"BETA-{number}"} for number in range(remote.limits.batch + 1)]
    with pytest.raises(RecordRefused):
        remote.upsert(table.id, key, records)
    assert len(remote.upsert(table.id, key, records[1:])) == remote.limits.batch


def test_a_refusal_speaks_of_the_remote_by_its_name(remote: Remote, table: RemoteTable) -> None:
    key, status = ids(table, "Application ID", "Status")
    with pytest.raises(RecordRefused, match=f"^{remote.name} did not accept") as refused:
        remote.upsert(table.id, key, [{key: "BETA-1", status: "Nonsense"}])
    assert "Nonsense" in refused.value.reason


def test_a_page_of_ids_can_be_fetched_at_once(remote: Remote, table: RemoteTable) -> None:
    (key,) = ids(table, "Application ID")
    made = [
        remote.upsert(table.id, key, [{key: f"BETA-{number}"} for number in range(start, start + remote.limits.batch)])
        for start in range(0, remote.limits.page, remote.limits.batch)
    ]
    page = [record.id for batch in made for record in batch][: remote.limits.page]
    assert {record.id for record in remote.fetch(table.id, page, [key])} == set(page)


def test_a_batch_of_keys_is_found_with_the_fields_named(remote: Remote, table: RemoteTable) -> None:
    key, company = ids(table, "Application ID", "Company")
    keys = [f"BETA-{number}" for number in range(remote.limits.batch)]
    remote.upsert(table.id, key, [{key: name, company: "Acme"} for name in keys])
    records = remote.find(table.id, key, keys, [key])
    assert sorted(str(record.fields[key]) for record in records) == sorted(keys)
    assert all(company not in record.fields for record in records)


def test_a_batch_of_records_can_be_deleted(remote: Remote, table: RemoteTable) -> None:
    (key,) = ids(table, "Application ID")
    made = remote.upsert(table.id, key, [{key: f"BETA-{number}"} for number in range(remote.limits.batch)])
    remote.delete(table.id, [record.id for record in made])
    assert walk(remote, table) == []


def test_a_field_that_was_added_is_in_the_schema(remote: Remote, table: RemoteTable) -> None:
    extra = replace(PROSPECTS.by_slug["notes"], name="Second notes")
    remote.create_field(table.id, extra, {})
    after = next(each for each in remote.schema() if each.id == table.id)
    assert [each.name for each in after.fields] == [*(each.name for each in table.fields), "Second notes"]


def test_a_field_that_is_unknown_is_no_empty_field(remote: Remote, table: RemoteTable) -> None:
    with pytest.raises(SchemaChanged):
        list(remote.pages(table.id, ["fld00000000000000"], None))


def test_a_feed_tells_of_changes_and_deletes_since_it_began(remote: Remote, table: RemoteTable) -> None:
    key, company = ids(table, "Application ID", "Company")
    kept, dropped = remote.upsert(table.id, key, [{key: "BETA-1"}, {key: "BETA-2"}])
    feed = remote.open_feed()
    remote.patch(table.id, [RemoteRecord(kept.id, {company: "Acme"})])
    remote.delete(table.id, [dropped.id])
    page = remote.read_feed(feed)
    assert page.changed[table.id][kept.id] == {company: "Acme"}
    assert list(page.destroyed[table.id]) == [dropped.id]
    assert not remote.read_feed(replace(feed, cursor=page.cursor)).changed


def test_a_feed_that_was_closed_is_lost(remote: Remote) -> None:
    feed = remote.open_feed()
    remote.close_feed(feed)
    remote.close_feed(feed)
    with pytest.raises(FeedLost):
        remote.read_feed(feed)


def test_every_request_is_counted(remote: Remote, table: RemoteTable) -> None:
    before = remote.calls
    remote.get(table.id, RemoteId("rec00000000000000"))
    assert remote.calls == before + 1
