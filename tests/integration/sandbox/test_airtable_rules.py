"""What the Airtable stand-in refuses, with which status and body: the rules that break a naive client."""

from collections.abc import Callable
from typing import Any

import pytest

from journeydesk.sandbox.server import Sandbox
from tests.integration.sandbox.conftest import Wire

Keys = Callable[[], str]


def kind_of(answer: Any) -> str:
    """The error type of a body in the usual shape."""
    return str(answer.json()["error"]["type"])


def test_no_token_and_a_wrong_token_are_told_apart(wire: Wire) -> None:
    missing = wire.client.get(f"{wire.sandbox.airtable_url}/v0/{wire.table()}")
    wrong = wire.send("GET", wire.table(), token="patWrong.0000")
    assert (missing.status_code, kind_of(missing)) == (401, "AUTHENTICATION_REQUIRED")
    assert (wrong.status_code, kind_of(wrong)) == (401, "UNAUTHORIZED")


def test_unknown_ungranted_and_out_of_scope_are_the_same_403(wire: Wire) -> None:
    reader = wire.control("tokens", {"scopes": ["data.records:read"], "bases": [wire.sandbox.base_id]})["token"]
    answers = [
        wire.send("GET", "appAAAAAAAAAAAAAA/Beta Applications"),
        wire.send("GET", wire.table("No such table")),
        wire.send("GET", f"{wire.sandbox.empty_base_id}/Table 1", token=reader),
        wire.send("POST", wire.table(), {"fields": {"Company": "X"}}, token=reader),
        wire.send("GET", f"meta/bases/{wire.sandbox.base_id}/tables", token=reader),
    ]
    assert {answer.status_code for answer in answers} == {403}
    assert {kind_of(answer) for answer in answers} == {"INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND"}


def test_a_role_too_low_is_a_403_of_its_own(wire: Wire) -> None:
    commenter = wire.control("tokens", {"role": "comment"})["token"]
    editor = wire.control("tokens", {"role": "edit"})["token"]
    write = wire.send("POST", wire.table(), {"fields": {"Company": "X"}}, token=commenter)
    schema = wire.send("POST", f"meta/bases/{wire.sandbox.base_id}/tables", {"name": "X", "fields": []}, token=editor)
    assert (write.status_code, kind_of(write)) == (403, "INVALID_PERMISSIONS")
    assert (schema.status_code, kind_of(schema)) == (403, "INVALID_PERMISSIONS")


def test_a_bad_route_and_a_malformed_id_are_a_bare_404(wire: Wire) -> None:
    route = wire.client.get(f"{wire.sandbox.airtable_url}/v0/nonsense")
    record = wire.send("GET", f"{wire.table()}/recTooShort")
    assert (route.status_code, route.json()) == (404, {"error": "NOT_FOUND"})
    assert (record.status_code, record.json()) == (404, {"error": "NOT_FOUND"})


def test_a_well_formed_id_that_no_record_has_is_another_404(wire: Wire) -> None:
    answer = wire.send("GET", f"{wire.table()}/recAAAAAAAAAAAAAA")
    assert (answer.status_code, kind_of(answer)) == (404, "MODEL_ID_NOT_FOUND")


def test_more_than_ten_records_are_refused_whole(wire: Wire, new_key: Keys) -> None:
    key = new_key()
    answer = wire.send("POST", wire.table(), {"records": [{"fields": {"Application ID": key}}] * 11})
    found = wire.send("GET", f"{wire.table()}?filterByFormula={{Application ID}}='{key}'")
    assert (answer.status_code, kind_of(answer)) == (422, "INVALID_RECORDS")
    assert found.json()["records"] == []


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"Nonsense": "x"}, "UNKNOWN_FIELD_NAME"),
        ({"Status": "On holiday"}, "INVALID_MULTIPLE_CHOICE_OPTIONS"),
        ({"Company": 7}, "INVALID_VALUE_FOR_COLUMN"),
        ({"Priority Score": "high"}, "INVALID_VALUE_FOR_COLUMN"),
        ({"Next Follow-up": "31 February"}, "INVALID_VALUE_FOR_COLUMN"),
        ({"Record Created": "2026-01-01"}, "INVALID_VALUE_FOR_COLUMN"),
        ({"Customer Interactions": ["recAAAAAAAAAAAAAA"]}, "ROW_DOES_NOT_EXIST"),
    ],
)
def test_one_bad_cell_refuses_the_whole_batch(wire: Wire, new_key: Keys, fields: dict[str, Any], kind: str) -> None:
    key = new_key()
    records = [{"fields": {"Application ID": key}}, {"fields": fields}]
    answer = wire.send("POST", wire.table(), {"records": records})
    found = wire.send("GET", f"{wire.table()}?filterByFormula={{Application ID}}='{key}'")
    assert (answer.status_code, kind_of(answer)) == (422, kind)
    assert found.json()["records"] == []


def test_a_computed_field_says_that_it_is_computed(wire: Wire) -> None:
    answer = wire.send("POST", wire.table(), {"fields": {"Company Label": "X"}})
    message = answer.json()["error"]["message"]
    assert message == 'Field "Company Label" cannot accept a value because the field is computed'


def test_typecast_creates_the_choice_that_is_refused_without_it(wire: Wire, new_key: Keys) -> None:
    body = {"fields": {"Application ID": new_key(), "Source": "Trade fair"}}
    refused = wire.send("POST", wire.table(), body)
    taken = wire.send("POST", wire.table(), {**body, "typecast": True})
    assert refused.json()["error"]["message"] == 'Insufficient permissions to create new select option ""Trade fair""'
    assert taken.json()["fields"]["Source"] == "Trade fair"


def test_percents_are_fractions_and_times_come_back_in_utc(wire: Wire, new_key: Keys) -> None:
    fields = {"Application ID": new_key(), "Deal Probability": 0.123, "Applied On": "2026-05-19T11:05:00+02:00"}
    made = wire.send("POST", wire.table(), {"fields": fields}).json()["fields"]
    assert made["Deal Probability"] == 0.123
    assert made["Applied On"] == "2026-05-19T09:05:00.000Z"


def test_clearing_a_cell_makes_it_absent(wire: Wire, new_key: Keys) -> None:
    made = wire.send("POST", wire.table(), {"fields": {"Application ID": new_key(), "Notes": "x", "Company": "y"}})
    changed = wire.send("PATCH", f"{wire.table()}/{made.json()['id']}", {"fields": {"Notes": None, "Company": ""}})
    assert set(changed.json()["fields"]) & {"Notes", "Company"} == set()


def test_a_malformed_offset_and_an_expired_one_are_different_errors(wire: Wire) -> None:
    malformed = wire.send("GET", f"{wire.table()}?offset=nonsense")
    offset = wire.send("GET", f"{wire.table()}?pageSize=10").json()["offset"]
    token, _, record = offset.partition("/")
    assert token.startswith("itr")
    assert record.startswith("rec")
    wire.control("iterators")
    expired = wire.send("GET", f"{wire.table()}?pageSize=10&offset={offset}")
    assert (malformed.status_code, kind_of(malformed)) == (422, "INVALID_OFFSET_VALUE")
    assert (expired.status_code, expired.json()) == (
        422,
        {"error": {"type": "LIST_RECORDS_ITERATOR_NOT_AVAILABLE"}},
    )


def test_an_iterator_ends_after_ten_idle_minutes(wire: Wire) -> None:
    offset = wire.send("GET", f"{wire.table()}?pageSize=10").json()["offset"]
    wire.control("clock", {"advance_s": 601})
    assert wire.send("GET", f"{wire.table()}?offset={offset}").status_code == 422


@pytest.mark.parametrize("query", ["fields[]=Company", "fields[0]=Company", "fields=Company"])
def test_every_spelling_of_fields_is_understood(wire: Wire, query: str) -> None:
    records = wire.send("GET", f"{wire.table()}?pageSize=20&{query}").json()["records"]
    # A field that is empty is left out.
    assert {tuple(record["fields"]) for record in records} - {()} == {("Company",)}


def test_fields_are_refused_when_a_single_record_is_asked_for(wire: Wire) -> None:
    record_id = wire.send("GET", f"{wire.table()}?pageSize=1").json()["records"][0]["id"]
    answer = wire.send("GET", f"{wire.table()}/{record_id}?fields[]=Company")
    assert (answer.status_code, kind_of(answer)) == (422, "INVALID_REQUEST_UNKNOWN")


@pytest.mark.parametrize("query", ["pageSize=101", "pageSize=0", "pageSize=x", "sort[0][direction]=up", "maxRecords=0"])
def test_list_parameters_out_of_range_are_refused(wire: Wire, query: str) -> None:
    answer = wire.send("GET", f"{wire.table()}?{query}")
    assert (answer.status_code, kind_of(answer)) == (422, "INVALID_REQUEST_UNKNOWN")


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("{Nonsense}='x'", "Unknown field names: nonsense"),
        ("AND(", "Invalid formula"),
        ("{Company", "Invalid formula"),
        ("WHATEVER(1)", "Unknown function names"),
        ("'open", "Invalid formula"),
    ],
)
def test_a_formula_that_cannot_be_run_is_refused_with_the_reason(wire: Wire, formula: str, reason: str) -> None:
    answer = wire.send("POST", f"{wire.table()}/listRecords", {"filterByFormula": formula})
    assert (answer.status_code, kind_of(answer)) == (422, "INVALID_FILTER_BY_FORMULA")
    assert reason in answer.json()["error"]["message"]


def test_a_formula_that_fails_on_a_row_drops_that_row_silently(wire: Wire) -> None:
    everything = wire.send("GET", f"{wire.table()}?filterByFormula=1/(LEN({{Company}})-LEN({{Company}}))")
    assert (everything.status_code, everything.json()["records"]) == (200, [])


def test_an_unknown_view_is_refused_by_name_and_by_id(wire: Wire) -> None:
    by_name = wire.send("GET", f"{wire.table()}?view=Nonsense")
    by_id = wire.send("GET", f"{wire.table()}?view=viwAAAAAAAAAAAAAA")
    assert (kind_of(by_name), kind_of(by_id)) == ("VIEW_NAME_NOT_FOUND", "VIEW_ID_NOT_FOUND")


def test_fields_that_airtable_computes_cannot_be_created(wire: Wire) -> None:
    table_id = wire.send("GET", f"meta/bases/{wire.sandbox.base_id}/tables").json()["tables"][0]["id"]
    path = f"meta/bases/{wire.sandbox.base_id}/tables/{table_id}/fields"
    answer = wire.send("POST", path, {"name": "Changed", "type": "lastModifiedTime"})
    assert (answer.status_code, kind_of(answer)) == (422, "UNSUPPORTED_FIELD_TYPE_FOR_CREATE")
    assert answer.json()["error"]["message"] == "Creating lastModifiedTime fields is not supported at this time"


def test_a_renamed_field_keeps_its_id_and_its_values(wire: Wire) -> None:
    tables = wire.send("GET", f"meta/bases/{wire.sandbox.base_id}/tables").json()["tables"]
    table = next(one for one in tables if one["name"] == "Tasks")
    title = next(one for one in table["fields"] if one["name"] == "Title")
    path = f"meta/bases/{wire.sandbox.base_id}/tables/{table['id']}/fields/{title['id']}"
    before = wire.send("GET", f"{wire.table('Tasks')}?returnFieldsByFieldId=1").json()["records"]
    assert wire.send("PATCH", path, {"name": "Heading"}).json()["name"] == "Heading"
    after = wire.send("GET", f"{wire.table('Tasks')}?returnFieldsByFieldId=1").json()["records"]
    unknown = wire.send("GET", f"{wire.table('Tasks')}?fields[]=Title")
    assert before == after
    assert kind_of(unknown) == "UNKNOWN_FIELD_NAME"
    wire.send("PATCH", path, {"name": "Title"})


def test_what_upserts_merge_on_must_be_of_a_type_that_airtable_names(wire: Wire) -> None:
    body = {"performUpsert": {"fieldsToMergeOn": ["Email"]}, "records": [{"fields": {"Email": "a@b.example"}}]}
    answer = wire.send("PATCH", wire.table(), body)
    assert answer.status_code == 422


def test_a_body_that_is_not_json_is_refused(sandbox: Sandbox, wire: Wire) -> None:
    headers = {"Authorization": f"Bearer {sandbox.token}"}
    answer = wire.client.post(f"{sandbox.airtable_url}/v0/{wire.table()}", headers=headers, content=b"{not json")
    assert (answer.status_code, kind_of(answer)) == (422, "INVALID_REQUEST_BODY")
