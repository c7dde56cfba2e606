"""Creating, changing, upserting and deleting records: all of a request or nothing of it, to the letter of the refusals."""

from datetime import timedelta
from typing import Any

import pytest

from tests.unit.sandbox.small_base import CREATED_MS, NOW, SmallAirtable, an_id, field_id, record

BATCH = (
    'You must provide an array of up to 10 record objects, each with an "id" ID field and a "fields" object for cell values.'
)


def _rows(count: int) -> dict[str, Any]:
    return {"records": [{"fields": {"Name": f"P{number}"}} for number in range(count)]}


def _upsert(airtable: SmallAirtable, keys: Any, *rows: dict[str, Any], method: str = "PATCH") -> Any:
    body = {"performUpsert": {"fieldsToMergeOn": keys}, "records": [{"fields": row} for row in rows]}
    return airtable.on_people(method, body)


@pytest.mark.parametrize("count", [1, 2, 10])
def test_a_batch_creates_its_records_in_order(airtable: SmallAirtable, count: int) -> None:
    answer = airtable.on_people("POST", _rows(count))
    assert [row["fields"]["Name"] for row in answer.json["records"]] == [f"P{number}" for number in range(count)]
    assert len({row["id"] for row in answer.json["records"]}) == count == len(airtable.people.records)


def test_a_single_record_is_answered_without_a_list(airtable: SmallAirtable) -> None:
    answer = airtable.on_people("POST", {"fields": {"Name": "Ada"}})
    assert set(answer.json) == {"id", "createdTime", "fields"}
    assert answer.json["createdTime"] == f"{NOW:%Y-%m-%dT%H:%M}" + answer.json["createdTime"][16:]
    assert answer.json["fields"]["Name"] == "Ada"


def test_a_new_record_has_an_id_of_seventeen_characters(airtable: SmallAirtable) -> None:
    record_id = airtable.create(Name="Ada")
    assert (record_id[:3], len(record_id), record_id.isalnum()) == ("rec", 17, True)


@pytest.mark.parametrize("method", ["POST", "PATCH", "PUT"])
@pytest.mark.parametrize("records", [[], None, 7, "x", {}, ["x"], [7], [None], [{}] * 11])
def test_a_batch_of_the_wrong_shape_or_size_is_refused(airtable: SmallAirtable, method: str, records: Any) -> None:
    answer = airtable.on_people(method, {"records": records})
    assert answer.status == 422
    assert answer.json == {"error": {"type": "INVALID_RECORDS", "message": BATCH}}


@pytest.mark.parametrize("item", [{}, {"fields": None}, {"fields": []}, {"fields": "x"}])
def test_a_record_needs_an_object_of_fields(airtable: SmallAirtable, item: dict[str, Any]) -> None:
    created = airtable.on_people("POST", {"records": [item]})
    single = airtable.on_people("POST", item)
    changed = airtable.on_people("PATCH", item, record_id=airtable.create(Name="Ada"))
    assert {answer.kind for answer in (created, single, changed)} == {"INVALID_RECORDS"}


@pytest.mark.parametrize("record_id", [None, 7, "", "Ada", "recShort"])
def test_a_change_needs_an_id_of_the_right_form(airtable: SmallAirtable, record_id: Any) -> None:
    answer = airtable.on_people("PATCH", {"records": [{"id": record_id, "fields": {}}]})
    assert (answer.status, answer.kind) == (422, "INVALID_RECORDS")


def test_a_change_of_a_record_that_is_not_there_is_refused(airtable: SmallAirtable) -> None:
    nobody = an_id("rec", "Nobody")
    batch = airtable.on_people("PATCH", {"records": [{"id": nobody, "fields": {}}]})
    single = airtable.on_people("PATCH", {"fields": {}}, record_id=nobody)
    assert (batch.status, batch.kind, batch.message) == (422, "ROW_DOES_NOT_EXIST", f"Record ID {nobody} does not exist")
    assert (single.status, single.kind, single.message) == (404, "MODEL_ID_NOT_FOUND", "Record not found")


def test_patch_touches_only_what_it_names(airtable: SmallAirtable) -> None:
    record_id = airtable.create(Name="Ada", Score=7, Notes="old")
    airtable.on_people("PATCH", {"fields": {"Notes": "new"}}, record_id=record_id)
    cells = airtable.cells(record_id)
    assert (cells["Name"], cells["Score"], cells["Notes"]) == ("Ada", 7, "new")


@pytest.mark.parametrize("whole", [True, False])
def test_put_clears_every_cell_it_does_not_name(airtable: SmallAirtable, whole: bool) -> None:
    airtable.companies.add([record("Acme", {"Title": "Acme"})])
    record_id = airtable.create(Name="Ada", Score=7, Notes="old", Company=[an_id("rec", "Acme")])
    if whole:
        airtable.on_people("PUT", {"fields": {"Notes": "new"}}, record_id=record_id)
    else:
        airtable.on_people("PUT", {"records": [{"id": record_id, "fields": {"Notes": "new"}}]})
    assert set(airtable.cells(record_id)) == {"Notes", "Created", "Changed", "Label"}
    assert airtable.companies.records[an_id("rec", "Acme")].cells.get(field_id("People")) is None


def test_cells_may_be_named_by_field_id(airtable: SmallAirtable) -> None:
    answer = airtable.on_people("POST", {"fields": {field_id("Name"): "Ada"}, "returnFieldsByFieldId": True})
    assert answer.json["fields"][field_id("Name")] == "Ada"
    changed = airtable.on_people("PATCH", {"fields": {field_id("Name"): "Eva"}}, record_id=answer.json["id"])
    assert changed.json["fields"]["Name"] == "Eva"


@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_an_unknown_field_refuses_the_whole_batch(airtable: SmallAirtable, method: str) -> None:
    first = airtable.create(Name="Ada")
    rows = [{"id": first, "fields": {"Name": "Eva"}}, {"id": first, "fields": {"Age": 7}}]
    answer = airtable.on_people(method, {"records": rows})
    assert (answer.kind, answer.message) == ("UNKNOWN_FIELD_NAME", 'Unknown field name: "Age"')
    assert len(airtable.people.records) == 1
    assert airtable.cells(first)["Name"] == "Ada"


@pytest.mark.parametrize("body", [b"{not json", b"\xff", b"[]", b'"x"', b"7"])
def test_a_body_must_be_a_json_object(airtable: SmallAirtable, body: bytes) -> None:
    answer = airtable.on_people("POST", body)
    broken = body in {b"{not json", b"\xff"}
    assert answer.status == 422
    assert answer.kind == ("INVALID_REQUEST_BODY" if broken else "INVALID_REQUEST_UNKNOWN")


def test_an_edit_moves_the_time_of_change_and_only_that(airtable: SmallAirtable) -> None:
    record_id = airtable.create(Name="Ada")
    assert "Changed" not in airtable.cells(record_id)
    airtable.workspace.clock.advance(timedelta(seconds=90))
    airtable.on_people("PATCH", {"fields": {"Name": "Eva"}}, record_id=record_id)
    row = airtable.people.records[record_id]
    assert row.edited_ms == row.created_ms + 90_000
    assert row.field_edited_ms == {field_id("Name"): row.edited_ms}


def test_writing_the_same_value_is_no_edit(airtable: SmallAirtable) -> None:
    record_id = airtable.create(Name="Ada", Tags=["vip"])
    airtable.on_people("PATCH", {"fields": {"Name": "Ada", "Tags": ["vip"], "Notes": ""}}, record_id=record_id)
    assert airtable.people.records[record_id].edited_ms is None


def test_links_show_on_both_sides_and_replace_what_was(airtable: SmallAirtable) -> None:
    acme, bolt = record("Acme", {"Title": "Acme"}), record("Bolt", {"Title": "Bolt"})
    airtable.companies.add([acme, bolt])
    people = field_id("People")
    ada, bob = airtable.create(Company=[acme.id]), airtable.create(Company=[acme.id, bolt.id])
    assert (acme.cells[people], bolt.cells[people]) == ([ada, bob], [bob])
    airtable.on_people("PATCH", {"fields": {"Company": [bolt.id]}}, record_id=ada)
    assert (acme.cells[people], bolt.cells[people]) == ([bob], [bob, ada])
    airtable.on_people("PATCH", {"fields": {"Company": None}}, record_id=bob)
    assert (acme.cells.get(people), bolt.cells[people]) == (None, [ada])


@pytest.mark.parametrize("touches", [True, False])
def test_whether_the_far_side_counts_as_edited_is_a_switch(airtable: SmallAirtable, touches: bool) -> None:
    airtable.base.inverse_touches_modified = touches
    acme = record("Acme", {"Title": "Acme"})
    airtable.companies.add([acme])
    airtable.create(Company=[acme.id])
    assert (acme.edited_ms is not None) is touches


def test_a_deleted_record_leaves_every_link(airtable: SmallAirtable) -> None:
    acme = record("Acme", {"Title": "Acme"})
    airtable.companies.add([acme])
    ada = airtable.create(Company=[acme.id])
    airtable.on_people("DELETE", record_id=ada)
    assert acme.cells == {field_id("Title"): "Acme"}


def test_a_deleted_record_leaves_links_without_an_inverse_too(airtable: SmallAirtable) -> None:
    options = airtable.people.fields[field_id("Company")].options
    del options["inverseLinkFieldId"]
    acme, bolt = record("Acme", {"Title": "Acme"}), record("Bolt", {"Title": "Bolt"})
    airtable.companies.add([acme, bolt])
    ada = airtable.create(Company=[acme.id, bolt.id])
    path = f"{airtable.base.id}/Companies/"
    assert airtable.send("DELETE", path + acme.id).json == {"id": acme.id, "deleted": True}
    assert airtable.cells(ada)["Company"] == [bolt.id]
    airtable.send("DELETE", path + bolt.id)
    assert "Company" not in airtable.cells(ada)


def test_deleting_several_answers_for_each(airtable: SmallAirtable) -> None:
    ids = [airtable.create(Name=name) for name in "abc"]
    answer = airtable.send("DELETE", f"{airtable.base.id}/People", **{"records[]": ids[0]})
    assert answer.json == {"records": [{"id": ids[0], "deleted": True}]}
    assert set(airtable.people.records) == set(ids[1:])


def test_deleting_what_is_gone_is_an_error_and_deletes_nothing(airtable: SmallAirtable) -> None:
    kept, gone = airtable.create(Name="kept"), airtable.create(Name="gone")
    airtable.on_people("DELETE", record_id=gone)
    again = airtable.on_people("DELETE", record_id=gone)
    both = airtable.on_people("DELETE", **{"records[0]": kept, "records[1]": gone})
    assert (again.status, again.kind) == (404, "MODEL_ID_NOT_FOUND")
    assert (both.status, both.kind) == (404, "MODEL_ID_NOT_FOUND")
    assert kept in airtable.people.records


@pytest.mark.parametrize("count", [0, 11])
def test_deleting_none_or_more_than_ten_is_refused(airtable: SmallAirtable, count: int) -> None:
    ids = [airtable.create(Name=str(number)) for number in range(count)]
    answer = airtable.on_people("DELETE", **{f"records[{place}]": record_id for place, record_id in enumerate(ids)})
    assert (answer.status, answer.kind, answer.message) == (422, "INVALID_RECORDS", BATCH)
    assert len(airtable.people.records) == count


def test_an_upsert_creates_without_a_match_and_changes_with_one(airtable: SmallAirtable) -> None:
    ada = airtable.create(Name="Ada", Notes="old", Score=1)
    answer = _upsert(airtable, ["Name"], {"Name": "Ada", "Notes": "new"}, {"Name": "Bob"})
    bob = answer.json["records"][1]["id"]
    assert answer.json["updatedRecords"] == [ada]
    assert answer.json["createdRecords"] == [bob]
    assert airtable.cells(ada)["Notes"] == "new"
    assert airtable.cells(ada)["Score"] == 1
    assert len(airtable.people.records) == 2


def test_an_upsert_by_put_clears_what_it_does_not_name(airtable: SmallAirtable) -> None:
    ada = airtable.create(Name="Ada", Notes="old")
    _upsert(airtable, ["Name"], {"Name": "Ada", "Score": 2}, method="PUT")
    assert set(airtable.cells(ada)) == {"Name", "Score", "Created", "Changed", "Label"}


def test_two_matches_fail_the_whole_upsert(airtable: SmallAirtable) -> None:
    for _ in range(2):
        airtable.create(Name="Ada")
    answer = _upsert(airtable, ["Name"], {"Name": "Bob"}, {"Name": "Ada"})
    assert answer.status == 422
    assert answer.message == "Cannot upsert: more than one record matches the values of fieldsToMergeOn"
    assert len(airtable.people.records) == 2


@pytest.mark.parametrize("empty", [None, "", "absent"])
def test_an_empty_merge_value_creates_every_time(airtable: SmallAirtable, empty: str | None) -> None:
    row = {"Notes": "x"} if empty == "absent" else {"Name": empty, "Notes": "x"}
    for _ in range(2):
        assert len(_upsert(airtable, ["Name"], row).json["createdRecords"]) == 1
    assert len(airtable.people.records) == 2


@pytest.mark.parametrize(
    ("keys", "cells"),
    [
        (["Score"], {"Score": 7}),
        (["Notes"], {"Notes": "long"}),
        (["Stage"], {"Stage": "Won"}),
        (["Tags"], {"Tags": ["vip", "trial"]}),
        (["Due"], {"Due": "2026-05-20"}),
        (["Name", "Score"], {"Name": "Ada", "Score": 7}),
        (["Name", "Score", "Due"], {"Name": "Ada", "Score": 7, "Due": "2026-05-20"}),
        ([field_id("Name")], {"Name": "Ada"}),
        (["Name"], {field_id("Name"): "Ada"}),
    ],
)
def test_every_mergeable_type_finds_its_record(airtable: SmallAirtable, keys: list[str], cells: dict[str, Any]) -> None:
    airtable.create(Name="Ada", Score=8)
    record_id = airtable.on_people("POST", {"fields": cells}).json["id"]
    airtable.people.records[an_id("rec", "Other")] = record("Other", {"Score": 9})
    if keys in (["Name"], [field_id("Name")]):
        airtable.on_people("DELETE", record_id=record_id)
        record_id = next(iter(airtable.people.records))
    answer = _upsert(airtable, keys, {**cells, "Email": "new@x.example"})
    assert answer.json["updatedRecords"] == [record_id]


@pytest.mark.parametrize(
    "key", ["Email", "Phone", "Website", "Chance", "Value", "Active", "Met", "Company", "Created", "Label"]
)
def test_other_types_cannot_be_merged_on(airtable: SmallAirtable, key: str) -> None:
    answer = _upsert(airtable, [key], {"Name": "Ada"})
    assert (answer.kind, answer.message) == ("INVALID_VALUE_FOR_COLUMN", f'Field "{key}" cannot be used to merge records on')


@pytest.mark.parametrize("keys", [None, [], "Name", {}, ["Name", "Score", "Due", "Notes"]])
def test_an_upsert_merges_on_one_to_three_fields(airtable: SmallAirtable, keys: Any) -> None:
    assert _upsert(airtable, keys, {"Name": "Ada"}).kind == "INVALID_REQUEST_UNKNOWN"


@pytest.mark.parametrize("key", ["Age", 7])
def test_an_upsert_on_an_unknown_field_is_refused_by_name(airtable: SmallAirtable, key: Any) -> None:
    answer = _upsert(airtable, [key], {"Name": "Ada"})
    assert (answer.kind, answer.message) == ("UNKNOWN_FIELD_NAME", f'Unknown field name: "{key}"')


@pytest.mark.parametrize("upsert", [7, "Name", ["Name"]])
def test_an_upsert_must_be_an_object(airtable: SmallAirtable, upsert: Any) -> None:
    answer = airtable.on_people("PATCH", {"performUpsert": upsert, "records": [{"fields": {}}]})
    assert (answer.status, answer.kind) == (422, "INVALID_REQUEST_UNKNOWN")


def test_an_id_in_an_upsert_goes_before_its_merge_fields(airtable: SmallAirtable) -> None:
    ada, bob = airtable.create(Name="Ada"), airtable.create(Name="Bob")
    body = {"performUpsert": {"fieldsToMergeOn": ["Name"]}, "records": [{"id": bob, "fields": {"Name": "Ada"}}]}
    assert airtable.on_people("PATCH", body).json["updatedRecords"] == [bob]
    assert (airtable.cells(ada)["Name"], airtable.cells(bob)["Name"]) == ("Ada", "Ada")
    body["records"] = [{"id": an_id("rec", "Nobody"), "fields": {"Name": "Ada"}}]
    assert airtable.on_people("PATCH", body).kind == "ROW_DOES_NOT_EXIST"


def test_an_upsert_with_typecast_merges_on_the_value_it_reads(airtable: SmallAirtable) -> None:
    record_id = airtable.create(Score=7)
    body = {
        "performUpsert": {"fieldsToMergeOn": ["Score"]},
        "typecast": True,
        "records": [{"fields": {"Score": "7", "Name": "Ada"}}],
    }
    assert airtable.on_people("PATCH", body).json["updatedRecords"] == [record_id]


def test_a_record_keeps_its_birth_through_every_change(airtable: SmallAirtable) -> None:
    airtable.people.add([record("Ada", {"Name": "Ada"})])
    airtable.workspace.clock.advance(timedelta(days=3))
    airtable.on_people("PUT", {"fields": {"Name": "Eva"}}, record_id=an_id("rec", "Ada"))
    assert airtable.people.records[an_id("rec", "Ada")].created_ms == CREATED_MS
