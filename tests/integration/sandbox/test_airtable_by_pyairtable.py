"""The Airtable stand-in as pyairtable, a client that we did not write, sees it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import requests
from pyairtable import Api
from pyairtable.formulas import CREATED_TIME, LAST_MODIFIED_TIME, OR, Field, to_formula_str
from pyairtable.models.schema import MultipleRecordLinksFieldSchema

from journeydesk.sandbox.server import Sandbox
from tests.integration.sandbox.conftest import Wire

Keys = Callable[[], str]


def test_a_walk_gives_every_record_once_in_pages_of_at_most_100(api: Api, sandbox: Sandbox) -> None:
    pages = list(api.table(sandbox.base_id, "Beta Applications").iterate())
    assert [len(page) for page in pages] == [100, 100, 50]
    assert len({record["id"] for page in pages for record in page}) == 250


def test_empty_cells_are_left_out_of_a_record(api: Api, sandbox: Sandbox) -> None:
    records = api.table(sandbox.base_id, "Beta Applications").all()
    values = [value for record in records for value in record["fields"].values()]
    assert values
    assert not [value for value in values if value is None or value is False or value in ("", [])]


def test_the_order_without_sort_is_not_the_order_of_creation(api: Api, sandbox: Sandbox) -> None:
    created = [record["createdTime"] for record in api.table(sandbox.base_id, "Beta Applications").all()]
    assert created != sorted(created)
    assert created != sorted(created, reverse=True)


def test_sorting_puts_empty_cells_first_going_up_and_last_going_down(api: Api, sandbox: Sandbox) -> None:
    table = api.table(sandbox.base_id, "Beta Applications")
    rising = [r["fields"].get("Estimated Revenue") for r in table.all(sort=["Estimated Revenue"])]
    falling = [r["fields"].get("Estimated Revenue") for r in table.all(sort=["-Estimated Revenue"])]
    known = [value for value in rising if value is not None]
    assert rising == [None] * (len(rising) - len(known)) + sorted(known)
    assert falling == sorted(known, reverse=True) + [None] * (len(rising) - len(known))


def test_fields_can_be_asked_for_by_name_and_answered_by_id(api: Api, sandbox: Sandbox) -> None:
    table = api.table(sandbox.base_id, "Beta Applications")
    company = table.schema().field("Company").id
    first = table.first(fields=["Company"], use_field_ids=True)
    assert first is not None
    assert list(first["fields"]) == [company]


def test_an_upsert_creates_then_updates_and_says_which(api: Api, sandbox: Sandbox, new_key: Keys) -> None:
    table = api.table(sandbox.base_id, "Beta Applications")
    key = new_key()
    made = table.batch_upsert([{"fields": {"Application ID": key, "Company": "Łuk"}}], ["Application ID"])
    again = table.batch_upsert([{"fields": {"Application ID": key, "Status": "Active"}}], ["Application ID"])
    assert made["createdRecords"] == again["updatedRecords"]
    assert again["createdRecords"] == []
    assert again["records"][0]["fields"]["Company"] == "Łuk"


def test_an_upsert_that_two_records_match_fails_whole(api: Api, sandbox: Sandbox, new_key: Keys) -> None:
    table = api.table(sandbox.base_id, "Beta Applications")
    key, other = new_key(), new_key()
    table.batch_create([{"Application ID": key}, {"Application ID": key}])
    with pytest.raises(requests.HTTPError) as caught:
        table.batch_upsert([{"fields": {"Application ID": other}}, {"fields": {"Application ID": key}}], ["Application ID"])
    assert caught.value.response.status_code == 422
    assert table.first(formula=f"{{Application ID}}='{other}'") is None


def test_an_upsert_with_an_empty_key_always_creates(api: Api, sandbox: Sandbox) -> None:
    table = api.table(sandbox.base_id, "Beta Applications")
    ids = [
        table.batch_upsert([{"fields": {"Application ID": None, "Company": "Nobody"}}], ["Application ID"])["createdRecords"]
        for _ in range(2)
    ]
    assert len({record_id for made in ids for record_id in made}) == 2


def test_a_put_clears_what_it_does_not_name_and_a_patch_does_not(api: Api, sandbox: Sandbox, new_key: Keys) -> None:
    table = api.table(sandbox.base_id, "Beta Applications")
    made = table.create({"Application ID": new_key(), "Company": "A", "Notes": "B"})
    patched = table.update(made["id"], {"Company": "C"})
    put = table.update(made["id"], {"Company": "D"}, replace=True)
    assert patched["fields"]["Notes"] == "B"
    assert "Notes" not in put["fields"]
    assert "Application ID" not in put["fields"]


def test_a_deleted_record_is_gone_and_deleting_it_again_is_an_error(api: Api, sandbox: Sandbox, new_key: Keys) -> None:
    table = api.table(sandbox.base_id, "Beta Applications")
    made = table.create({"Application ID": new_key()})
    assert table.delete(made["id"]) == {"id": made["id"], "deleted": True}
    with pytest.raises(requests.HTTPError) as caught:
        table.delete(made["id"])
    assert caught.value.response.status_code == 404


def test_a_link_shows_on_both_sides_and_leaves_both(api: Api, sandbox: Sandbox, new_key: Keys) -> None:
    prospects = api.table(sandbox.base_id, "Beta Applications")
    interactions = api.table(sandbox.base_id, "Customer Interactions")
    prospect = prospects.create({"Application ID": new_key()})
    touch = interactions.create({"Interaction ID": "INT-T1", "Application ID": [prospect["id"]]})
    assert prospects.get(prospect["id"])["fields"]["Customer Interactions"] == [touch["id"]]
    interactions.update(touch["id"], {"Application ID": []})
    assert "Customer Interactions" not in prospects.get(prospect["id"])["fields"]


def test_deleting_a_record_empties_the_links_to_it(api: Api, sandbox: Sandbox, new_key: Keys) -> None:
    prospects = api.table(sandbox.base_id, "Beta Applications")
    interactions = api.table(sandbox.base_id, "Customer Interactions")
    prospect = prospects.create({"Application ID": new_key()})
    touch = interactions.create({"Interaction ID": "INT-T2", "Application ID": [prospect["id"]]})
    prospects.delete(prospect["id"])
    assert "Application ID" not in interactions.get(touch["id"])["fields"]


def test_changes_show_by_last_change_and_new_records_by_creation(api: Api, sandbox: Sandbox, new_key: Keys, wire: Wire) -> None:
    table = api.table(sandbox.base_id, "Beta Applications")
    wire.control("clock", {"advance_s": 3600})
    since = datetime.now(UTC) + timedelta(minutes=50)
    made = table.create({"Application ID": new_key()})
    edited = table.all(max_records=1, formula=CREATED_TIME().lt(since))[0]
    table.update(edited["id"], {"Notes": f"seen {made['id']}"})
    changed = LAST_MODIFIED_TIME().gt(since)
    either = OR(changed, CREATED_TIME().gt(since))
    assert {r["id"] for r in table.all(formula=to_formula_str(changed))} == {edited["id"]}
    assert {r["id"] for r in table.all(formula=to_formula_str(either))} >= {edited["id"], made["id"]}


def test_a_formula_finds_a_record_by_its_id_and_by_field_id(api: Api, sandbox: Sandbox, new_key: Keys) -> None:
    table = api.table(sandbox.base_id, "Beta Applications")
    key = new_key()
    made = table.create({"Application ID": key, "Company": 'It\'s "here"'})
    field_id = table.schema().field("Application ID").id
    assert [r["id"] for r in table.all(formula=f"RECORD_ID()='{made['id']}'")] == [made["id"]]
    assert [r["id"] for r in table.all(formula=f"{{{field_id}}}='{key}'")] == [made["id"]]
    assert [r["id"] for r in table.all(formula=Field("Company").eq('It\'s "here"'))] == [made["id"]]


def test_a_formula_sees_a_link_as_the_linked_names(api: Api, sandbox: Sandbox, new_key: Keys) -> None:
    prospects = api.table(sandbox.base_id, "Beta Applications")
    interactions = api.table(sandbox.base_id, "Customer Interactions")
    key = new_key()
    prospect = prospects.create({"Application ID": key})
    touch = interactions.create({"Interaction ID": "INT-T3", "Application ID": [prospect["id"]]})
    by_name = interactions.all(formula=f"FIND('{key}', ARRAYJOIN({{Application ID}}))")
    by_id = interactions.all(formula=f"FIND('{prospect['id']}', ARRAYJOIN({{Application ID}}))")
    assert [r["id"] for r in by_name] == [touch["id"]]
    assert by_id == []


def test_a_very_long_formula_goes_by_post_and_is_answered_the_same(api: Api, sandbox: Sandbox) -> None:
    table = api.table(sandbox.base_id, "Beta Applications")
    ids = [record["id"] for record in table.all()][:90]
    tests = [f"RECORD_ID()='{record_id}'" for record_id in ids * 6]
    formula = f"OR({','.join(tests)})"
    assert {record["id"] for record in table.all(formula=formula)} == set(ids)


def test_the_schema_reads_as_pyairtable_expects_it(api: Api, sandbox: Sandbox) -> None:
    schema = api.base(sandbox.base_id).schema()
    table = schema.table("Customer Interactions")
    link = table.field("Application ID")
    assert isinstance(link, MultipleRecordLinksFieldSchema)
    assert link.options.linked_table_id == schema.table("Beta Applications").id
    assert schema.table("Beta Applications").field("Deal Probability").type == "percent"
    assert {base.id for base in api.bases()} == {sandbox.base_id, sandbox.empty_base_id, sandbox.foreign_base_id}


def test_another_teams_base_reads_as_pyairtable_expects_it(api: Api, sandbox: Sandbox) -> None:
    leads = api.base(sandbox.foreign_base_id).schema().table("Leads")
    kinds = {field.name: field.type for field in leads.fields}
    assert kinds["Owner"] == "singleCollaborator"
    assert (kinds["Rating"], kinds["Added"], kinds["Touches"]) == ("formula", "createdTime", "count")
    records = api.table(sandbox.foreign_base_id, "Leads").all()
    assert len(records) > 400
    owners = {record["fields"]["Owner"]["email"] for record in records if "Owner" in record["fields"]}
    assert len(owners) == 4


def test_a_created_link_brings_its_inverse(api: Api, sandbox: Sandbox) -> None:
    base = api.base(sandbox.base_id)
    prospects = base.table("Beta Applications").schema()
    made = base.create_table(
        "Customer Assets",
        [
            {"name": "Asset ID", "type": "singleLineText"},
            {"name": "Customer", "type": "multipleRecordLinks", "options": {"linkedTableId": prospects.id}},
            {"name": "Origin", "type": "singleSelect", "options": {"choices": [{"name": "Claude"}, {"name": "Manual"}]}},
        ],
    )
    made.create_field("LTV", "currency", options={"precision": 2, "symbol": "€"})
    after = base.schema(force=True)
    assert "Customer Assets" in {one.name for one in after.table(prospects.id).fields}
    assert [one.name for one in after.table("Customer Assets").fields] == ["Asset ID", "Customer", "Origin", "LTV"]


def test_a_webhook_tells_what_changed_in_the_richer_form_of_values(
    api: Api, sandbox: Sandbox, new_key: Keys, wire: Wire
) -> None:
    base = api.base(sandbox.base_id)
    table = base.table("Beta Applications")
    schema = table.schema()
    hook = base.add_webhook(
        None,  # type: ignore[arg-type]
        {"options": {"filters": {"dataTypes": ["tableData"], "recordChangeScope": schema.id}}},
    )
    made = table.create({"Application ID": new_key(), "Status": "New"})
    table.update(made["id"], {"Status": "Active"})
    table.delete(made["id"])
    answer = api.request("GET", f"{sandbox.airtable_url}/v0/bases/{sandbox.base_id}/webhooks/{hook.id}/payloads")
    created, changed, destroyed = (p["changedTablesById"][schema.id] for p in answer["payloads"])
    status = schema.field("Status").id
    assert created["createdRecordsById"][made["id"]]["cellValuesByFieldId"][status]["name"] == "New"
    current = changed["changedRecordsById"][made["id"]]["current"]["cellValuesByFieldId"]
    assert current[status]["name"] == "Active"
    assert destroyed["destroyedRecordIds"] == [made["id"]]
    assert answer["cursor"] == 4
    assert answer["mightHaveMore"] is False
    base.webhook(hook.id).delete()
    assert base.webhooks() == []
