"""The fault matrix of sync, rows 25–29: fields, options and batches that change under way, links."""

from pathlib import Path

import pytest

from journeydesk.domain.ids import RemoteId
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import edit, log_interaction
from journeydesk.services.queries.outbox import pending_of, waiting_records
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.remote_ids import record_of_remote
from journeydesk.sync.sync_pass import SyncPass
from tests.integration.sync.base import Base, based, control


def test_row_25_a_renamed_field_table_or_option_changes_nothing(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"status": "Reviewing", "phone": "1"})
    base.sync()
    base.schema_there(field=base.map.fields["phone"], rename="Telephone")
    base.schema_there(field=base.map.fields["status"], rename_choice=["Reviewing", "In review"])
    base.schema_there(rename_table="Applications")
    edit(base.context, record, {"phone": "2"})
    outcome = base.sync()
    assert (outcome.problems, base.seen(remote, "phone"), base.field(record, "status")) == ((), "2", "Reviewing")
    edit(base.context, record, {"status": "New"})
    base.sync()
    edit(base.context, record, {"status": "Reviewing"})
    base.sync()
    assert base.seen(remote, "status") == "In review"


DRIFT: dict[str, dict[str, object]] = {
    "removed": {"remove": True},
    "retyped": {"retype": "number", "options": {"precision": 0}},
    "computed": {"retype": "formula", "options": {"isValid": True, "result": {"type": "singleLineText"}}},
}


@pytest.mark.parametrize("change", DRIFT)
def test_row_25_a_removed_or_retyped_field_is_paused_and_told(base: Base, change: str) -> None:
    record, remote = base.one()
    phone = base.field(record, "phone")
    base.schema_there(field=base.map.fields["phone"], **DRIFT[change])
    edit(base.context, record, {"phone": "typed meanwhile 1", "job_title": "flows 1"})
    outcome = base.sync()
    assert base.seen(remote, "job_title") == "flows 1"
    assert base.field(record, "phone") == "typed meanwhile 1"
    assert phone
    (told,) = base.notes(sync_notes.DRIFT)
    assert "Phone" in told
    assert told in outcome.problems
    assert base.count("SELECT count(*) FROM prospects WHERE phone IS NOT NULL") > 20


def test_row_25_without_a_feed_a_removed_field_is_noticed(tmp_path: Path) -> None:
    with based(tmp_path / "w", feed=False) as base:
        before = base.count("SELECT count(*) FROM prospects WHERE phone IS NOT NULL")
        base.schema_there(field=base.map.fields["phone"], remove=True)
        base.walk_due()
        base.sync()
        assert base.count("SELECT count(*) FROM prospects WHERE phone IS NOT NULL") == before
        assert base.notes(sync_notes.DRIFT)


def test_row_25_a_table_that_is_gone_is_paused_and_every_other_flows(base: Base) -> None:
    record, remote = base.one()
    calls = base.maps()["interactions"]
    before = base.count("SELECT count(*) FROM interactions")
    control(base.box, "schema", {"table": calls.table_id, "remove_table": True})
    edit(base.context, record, {"phone": "flows 1"})
    base.sync()
    assert base.seen(remote, "phone") == "flows 1"
    assert base.count("SELECT count(*) FROM interactions WHERE deleted = 0") == before
    assert any("Customer Interactions is no longer in the base" in text for text in base.notes(sync_notes.DRIFT))


def test_row_26_an_option_that_was_removed_sets_only_its_cell_aside(base: Base) -> None:
    record, remote = base.one()
    edit(base.context, record, {"industry": "Research", "phone": "flows 1"})
    base.schema_there(field=base.map.fields["industry"], remove_choice="Research")
    base.sync()
    assert base.seen(remote, "phone") == "flows 1"
    (row,) = pending_of(base.context, waiting_records(base.context))
    assert (row.what, row.state) == ("Industry", "refused")
    assert "Research" in row.reason
    assert "option" in row.fix
    edit(base.context, record, {"industry": "News"})
    assert base.sync().pending == 0
    assert base.seen(remote, "industry") == "News"


def test_row_27_one_bad_record_in_a_batch_of_ten_keeps_no_other_back(base: Base) -> None:
    records = [base.one(place) for place in range(10)]
    for record, _ in records:
        edit(base.context, record, {"phone": "batch 1"})
    edit(base.context, records[4][0], {"industry": "Research"})
    # Nothing tells of it: the service itself has to refuse.
    field = base.box.workspace.bases[base.box.base_id].tables[base.map.table_id].fields[base.map.fields["industry"]]
    field.options["choices"] = [choice for choice in field.options["choices"] if choice["name"] != "Research"]
    outcome = base.sync()
    assert [base.seen(remote, "phone") for _, remote in records] == ["batch 1"] * 10
    (problem,) = outcome.problems
    assert "Research" in problem


def test_row_28_a_deleted_record_in_a_batch_keeps_no_other_back(base: Base) -> None:
    records = [base.one(place) for place in range(10)]
    for record, _ in records:
        edit(base.context, record, {"phone": "batch 1"})
    done: list[str] = []

    def seam(place: str) -> None:
        if place == "before call" and not done:
            done.append(place)
            base.delete_there(records[3][1])

    base.sync(seam)
    assert [base.seen(remote, "phone") for place, (_, remote) in enumerate(records) if place != 3] == ["batch 1"] * 9
    assert [(one.kind, one.record) for one in base.questions()] == [("gone", records[3][0])]


def test_row_28_a_deleted_record_in_a_batch_of_deletes_blocks_none(base: Base) -> None:
    records = [base.one(place) for place in range(5)]
    delete_prospects(base.context, [record for record, _ in records])
    done: list[str] = []

    def seam(place: str) -> None:
        if place == "before call" and not done:
            done.append(place)
            base.delete_there(records[2][1])

    outcome = base.sync(seam)
    assert outcome.pending == 0
    assert all(base.remote.get(base.map.table_id, remote) is None for _, remote in records)


def test_row_29_a_call_of_a_deleted_prospect_waits_for_the_answer(base: Base) -> None:
    prospect, remote = base.one()
    base.delete_there(remote)
    call = log_interaction(base.context, prospect, "Call", "Hello")
    base.sync()
    table = base.maps()["interactions"]
    key = base.field(call, "key", "interactions")
    assert base.remote.find(table.table_id, str(table.key_field), [key], list(table.fields.values())) == []
    assert [(question.record, question.kind) for question in base.questions()] == [(prospect, "gone")]


def _work(base: Base) -> SyncPass:
    from random import Random

    return SyncPass(
        base.context.database,
        base.remote,
        base.maps(),
        base.clock.now,
        base.clock.sleep,
        Random(1),
        lambda: False,
        print,
        print,
    )


def test_row_29_a_link_to_an_unknown_record_is_set_when_it_comes(base: Base) -> None:
    table = base.maps()["interactions"]
    unknown = base.create_there(key="BETA-NEWONE", company="Comes later")
    fields = {table.key_field: "INT-EARLY", table.fields["prospect"]: [unknown], table.fields["summary"]: "early"}
    made = control(base.box, "edits", {"table": table.table_id, "create": [fields]})["created"][0]
    with base.context.database.write() as connection:
        from journeydesk.sync.arrivals import merge_records
        from journeydesk.sync.ports import RemoteRecord

        # The call is stored before its prospect is: as when the prospect is made while a walk is under way.
        merge_records(_work(base), connection, table, [RemoteRecord(RemoteId(made), fields)])  # type: ignore[arg-type]
    with base.context.database.read() as connection:
        call = record_of_remote(connection, "interactions", made)
    assert call is not None
    assert base.field(call, "prospect", "interactions") is None  # type: ignore[arg-type]
    with base.context.database.write() as connection:
        from journeydesk.storage.records.records import update

        update(connection, "interactions", call, {"summary": "edited early"}, base.context.author())  # type: ignore[arg-type]
    base.sync()
    assert base.field(base.field(call, "prospect", "interactions"), "company") == "Comes later"  # type: ignore[arg-type]
    (found,) = base.remote.find(table.table_id, str(table.key_field), ["INT-EARLY"], list(table.fields.values()))
    assert found.fields[table.fields["prospect"]] == [unknown]
    assert found.fields[table.fields["summary"]] == "edited early"
