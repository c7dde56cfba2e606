"""Webhooks without a public address: what they watch, what their payloads say, cursors, and how they end."""

import base64
from datetime import timedelta
from typing import Any

import pytest

from tests.unit.sandbox.small_base import BASE_ID, COMPANIES_ID, PEOPLE_ID, SmallAirtable, an_id, field_id, record

HOOKS = f"bases/{BASE_ID}/webhooks"
TABLES = f"meta/bases/{BASE_ID}/tables"


def watch(airtable: SmallAirtable, *types: str, includes: Any = None, **filters: Any) -> str:
    """Create a hook; returns its id."""
    options = {"filters": {"dataTypes": list(types or ["tableData"]), **filters}, "includes": includes}
    answer = airtable.send("POST", HOOKS, {"specification": {"options": options}})
    assert answer.status == 200, answer.json
    return str(answer.json["id"])


def feed(airtable: SmallAirtable, hook: str, **query: Any) -> Any:
    """The answer of the payload feed."""
    answer = airtable.send("GET", f"{HOOKS}/{hook}/payloads", **{key: str(value) for key, value in query.items()})
    assert answer.status == 200, answer.json
    return answer.json


def changes(airtable: SmallAirtable, hook: str) -> list[Any]:
    """What each payload says of the table of people."""
    return [payload["changedTablesById"].get(PEOPLE_ID) for payload in feed(airtable, hook)["payloads"]]


def test_a_new_hook_says_its_secret_and_its_week(airtable: SmallAirtable) -> None:
    body = {"specification": {"options": {"filters": {"dataTypes": ["tableData"]}}}, "notificationUrl": "https://x.example"}
    answer = airtable.send("POST", HOOKS, body).json
    assert set(answer) == {"id", "macSecretBase64", "expirationTime"}
    assert (answer["id"][:3], len(answer["id"])) == ("ach", 17)
    assert len(base64.b64decode(answer["macSecretBase64"])) == 64
    assert answer["expirationTime"].startswith("2026-05-26T12:30")
    shown = airtable.send("GET", HOOKS).json["webhooks"][0]
    assert "macSecretBase64" not in shown
    assert shown["notificationUrl"] == "https://x.example"
    assert (shown["isHookEnabled"], shown["areNotificationsEnabled"], shown["cursorForNextPayload"]) == (True, True, 1)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"specification": None},
        {"specification": "x"},
        {"specification": {}},
        {"specification": {"options": "x"}},
        {"specification": {"options": {"filters": "x"}}},
        {"specification": {"options": {"filters": {}}}},
        {"specification": {"options": {"filters": {"dataTypes": []}}}},
        {"specification": {"options": {"filters": {"dataTypes": "tableData"}}}},
        {"specification": {"options": {"filters": {"dataTypes": ["tableDreams"]}}}},
        {"specification": {"options": {"filters": {"dataTypes": [["tableData"]]}}}},
        {"specification": {"options": {"filters": {"dataTypes": ["tableData"]}}}, "notificationUrl": 7},
    ],
)
def test_a_specification_of_the_wrong_form_is_refused(airtable: SmallAirtable, body: dict[str, Any]) -> None:
    answer = airtable.send("POST", HOOKS, body)
    assert (answer.status, answer.kind) == (422, "INVALID_REQUEST_UNKNOWN")
    assert airtable.send("GET", HOOKS).json == {"webhooks": []}


def test_a_base_takes_ten_hooks_and_no_more(airtable: SmallAirtable) -> None:
    hooks = [watch(airtable) for _ in range(10)]
    body = {"specification": {"options": {"filters": {"dataTypes": ["tableData"]}}}}
    refused = airtable.send("POST", HOOKS, body)
    assert (refused.status, refused.kind) == (422, "TOO_MANY_WEBHOOKS_IN_BASE")
    assert airtable.send("DELETE", f"{HOOKS}/{hooks[0]}").json == {}
    assert airtable.send("POST", HOOKS, body).status == 200


@pytest.mark.parametrize("data", ["tableFields", "tableMetadata"])
def test_watching_schema_needs_the_scope_to_read_it(airtable: SmallAirtable, data: str) -> None:
    token = airtable.token(scopes=frozenset({"webhook:manage", "data.records:read"}))
    body = {"specification": {"options": {"filters": {"dataTypes": [data]}}}}
    assert airtable.send("POST", HOOKS, body, token=token).status == 403
    hook = watch(airtable, data)
    assert airtable.send("GET", f"{HOOKS}/{hook}/payloads", token=token).status == 403


def test_a_created_record_is_reported_with_its_cells(airtable: SmallAirtable) -> None:
    airtable.companies.add([record("Acme", {"Title": "Acme"})])
    hook = watch(airtable, recordChangeScope=PEOPLE_ID)
    acme = an_id("rec", "Acme")
    ada = airtable.create(Name="Ada", Stage="Won", Tags=["vip"], Company=[acme])
    payload = feed(airtable, hook)["payloads"][0]
    created = payload["changedTablesById"][PEOPLE_ID]["createdRecordsById"]
    assert created[ada]["cellValuesByFieldId"] == {
        field_id("Name"): "Ada",
        field_id("Stage"): {"id": an_id("sel", "Won"), "name": "Won", "color": "blueLight2"},
        field_id("Tags"): [{"id": an_id("sel", "vip"), "name": "vip", "color": "redLight2"}],
        field_id("Company"): [{"id": acme, "name": "Acme"}],
    }
    assert payload["payloadFormat"] == "v0"
    assert payload["actionMetadata"]["source"] == "publicApi"
    user = payload["actionMetadata"]["sourceMetadata"]["user"]
    assert (user["name"], user["email"], user["id"]) == ("Amaia Etxarri", "amaia@x.example", an_id("usr", "Amaia"))


def test_a_change_shows_current_previous_and_unchanged_cells(airtable: SmallAirtable) -> None:
    ada = airtable.create(Name="Ada", Notes="old", Score=7)
    all_cells = watch(airtable, includes={"includePreviousCellValues": True, "includeCellValuesInFieldIds": "all"})
    some_cells = watch(airtable, includes={"includeCellValuesInFieldIds": [field_id("Score")]})
    plain = watch(airtable)
    airtable.on_people("PATCH", {"fields": {"Notes": None}}, record_id=ada)
    current = {"cellValuesByFieldId": {field_id("Notes"): None}}
    unchanged = {"cellValuesByFieldId": {field_id("Name"): "Ada", field_id("Score"): 7}}
    assert changes(airtable, all_cells)[0]["changedRecordsById"][ada] == {
        "current": current,
        "previous": {"cellValuesByFieldId": {field_id("Notes"): "old"}},
        "unchanged": unchanged,
    }
    score = {"cellValuesByFieldId": {field_id("Score"): 7}}
    assert changes(airtable, some_cells)[0]["changedRecordsById"][ada] == {"current": current, "unchanged": score}
    assert changes(airtable, plain)[0]["changedRecordsById"][ada] == {"current": current}


def test_a_deleted_record_is_reported_by_its_id(airtable: SmallAirtable) -> None:
    ada = airtable.create(Name="Ada")
    hook = watch(airtable)
    airtable.on_people("DELETE", record_id=ada)
    assert changes(airtable, hook) == [{"destroyedRecordIds": [ada]}]


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (["add"], ["createdRecordsById"]),
        (["update"], ["changedRecordsById"]),
        (["remove"], ["destroyedRecordIds"]),
        (["add", "remove"], ["createdRecordsById", "destroyedRecordIds"]),
        (None, ["createdRecordsById", "changedRecordsById", "destroyedRecordIds"]),
    ],
)
def test_a_hook_may_watch_some_kinds_of_change(airtable: SmallAirtable, types: Any, expected: list[str]) -> None:
    hook = watch(airtable, **({} if types is None else {"changeTypes": types}))
    ada = airtable.create(Name="Ada")
    airtable.on_people("PATCH", {"fields": {"Name": "Eva"}}, record_id=ada)
    airtable.on_people("DELETE", record_id=ada)
    assert [next(iter(change)) for change in changes(airtable, hook)] == expected


def test_a_hook_may_watch_one_table_or_some_fields(airtable: SmallAirtable) -> None:
    companies = watch(airtable, recordChangeScope=COMPANIES_ID)
    scores = watch(airtable, watchDataInFieldIds=[field_id("Score")], changeTypes=["update"])
    ada = airtable.create(Name="Ada")
    for cells in ({"Name": "Eva"}, {"Score": 1}, {"Name": "Ida", "Score": 2}):
        airtable.on_people("PATCH", {"fields": cells}, record_id=ada)
    assert feed(airtable, companies)["payloads"] == []
    assert len(changes(airtable, scores)) == 2


@pytest.mark.parametrize(("sources", "count"), [(["publicApi"], 1), (["client"], 0), (["client", "publicApi"], 1)])
def test_a_hook_may_watch_some_sources(airtable: SmallAirtable, sources: list[str], count: int) -> None:
    hook = watch(airtable, fromSources=sources)
    airtable.create(Name="Ada")
    assert len(feed(airtable, hook)["payloads"]) == count


def test_one_request_is_one_payload_and_one_transaction(airtable: SmallAirtable) -> None:
    airtable.companies.add([record("Acme", {"Title": "Acme"})])
    hook = watch(airtable)
    rows = [{"fields": {"Name": name, "Company": [an_id("rec", "Acme")]}} for name in ("Ada", "Bob")]
    airtable.on_people("POST", {"records": rows})
    airtable.create(Name="Cy")
    payloads = feed(airtable, hook)["payloads"]
    assert [set(payload["changedTablesById"]) for payload in payloads] == [{PEOPLE_ID, COMPANIES_ID}, {PEOPLE_ID}]
    assert [payload["baseTransactionNumber"] for payload in payloads] == [1, 2]


def test_a_refused_request_and_an_edit_of_nothing_are_silent(airtable: SmallAirtable) -> None:
    ada = airtable.create(Name="Ada")
    hook = watch(airtable)
    airtable.on_people("PATCH", {"fields": {"Age": 7}}, record_id=ada)
    airtable.on_people("PATCH", {"fields": {"Name": "Ada"}}, record_id=ada)
    assert feed(airtable, hook) == {"payloads": [], "cursor": 1, "mightHaveMore": False, "payloadFormat": "v0"}


@pytest.mark.parametrize(
    ("query", "count", "cursor", "more"),
    [
        ({}, 7, 8, False),
        ({"cursor": 1, "limit": 3}, 3, 4, True),
        ({"cursor": 4, "limit": 3}, 3, 7, True),
        ({"cursor": 7, "limit": 3}, 1, 8, False),
        ({"cursor": 5, "limit": 3}, 3, 8, False),
        ({"cursor": 8}, 0, 8, False),
    ],
)
def test_cursors_walk_the_feed(airtable: SmallAirtable, query: dict[str, int], count: int, cursor: int, more: bool) -> None:
    hook = watch(airtable)
    for number in range(7):
        airtable.create(Name=str(number))
    answer = feed(airtable, hook, **query)
    assert (len(answer["payloads"]), answer["cursor"], answer["mightHaveMore"]) == (count, cursor, more)
    assert airtable.send("GET", HOOKS).json["webhooks"][0]["cursorForNextPayload"] == 8


@pytest.mark.parametrize(
    "query", [{"cursor": "0"}, {"cursor": "2"}, {"cursor": "x"}, {"limit": "0"}, {"limit": "51"}, {"limit": "-1"}]
)
def test_a_cursor_or_limit_out_of_range_is_refused(airtable: SmallAirtable, query: dict[str, str]) -> None:
    hook = watch(airtable)
    answer = airtable.send("GET", f"{HOOKS}/{hook}/payloads", **query)
    assert (answer.status, answer.kind) == (422, "INVALID_REQUEST_UNKNOWN")


def test_payloads_are_kept_for_a_week_whatever_was_read(airtable: SmallAirtable) -> None:
    hook = watch(airtable)
    airtable.create(Name="old")
    airtable.workspace.clock.advance(timedelta(days=5))
    assert len(feed(airtable, hook)["payloads"]) == 1
    airtable.create(Name="new")
    airtable.workspace.clock.advance(timedelta(days=2, minutes=1))
    answer = feed(airtable, hook)
    assert (len(answer["payloads"]), answer["cursor"]) == (1, 3)


@pytest.mark.parametrize("extends", ["payloads", "refresh"])
def test_reading_and_refreshing_give_another_week(airtable: SmallAirtable, extends: str) -> None:
    hook = watch(airtable)
    airtable.workspace.clock.advance(timedelta(days=6))
    if extends == "payloads":
        feed(airtable, hook)
    else:
        answer = airtable.send("POST", f"{HOOKS}/{hook}/refresh")
        assert answer.json["expirationTime"].startswith("2026-06-01T12:30")
    assert airtable.send("GET", HOOKS).json["webhooks"][0]["expirationTime"].startswith("2026-06-01T12:30")


def test_an_expired_hook_is_deaf_and_cannot_be_refreshed(airtable: SmallAirtable) -> None:
    hook = watch(airtable)
    airtable.workspace.clock.advance(timedelta(days=7, seconds=1))
    airtable.create(Name="Ada")
    refused = airtable.send("POST", f"{HOOKS}/{hook}/refresh")
    assert (refused.status, refused.kind) == (422, "INVALID_WEBHOOK_STATE")
    assert feed(airtable, hook)["payloads"] == []
    assert airtable.send("GET", HOOKS).json["webhooks"][0]["isHookEnabled"] is False


def test_after_a_week_of_grace_an_expired_hook_is_gone(airtable: SmallAirtable) -> None:
    hook = watch(airtable)
    airtable.workspace.clock.advance(timedelta(days=14, seconds=1))
    answer = airtable.send("GET", f"{HOOKS}/{hook}/payloads")
    assert (answer.status, answer.kind) == (404, "NOT_FOUND")
    assert answer.message == "Could not find a webhook with that id"


@pytest.mark.parametrize(("method", "action"), [("GET", "/payloads"), ("POST", "/refresh"), ("DELETE", "")])
def test_an_unknown_hook_is_a_404(airtable: SmallAirtable, method: str, action: str) -> None:
    assert airtable.send(method, f"{HOOKS}/{an_id('ach', 'None')}{action}").status == 404


@pytest.mark.parametrize("enable", [True, False])
def test_notifications_can_be_switched(airtable: SmallAirtable, enable: bool) -> None:
    hook = watch(airtable)
    assert airtable.send("POST", f"{HOOKS}/{hook}/enableNotifications", {"enable": enable}).json == {}
    assert airtable.send("GET", HOOKS).json["webhooks"][0]["areNotificationsEnabled"] is enable
    assert airtable.send("POST", f"{HOOKS}/{hook}/enableNotifications", {"enable": "yes"}).status == 422


def test_a_disabled_hook_leaves_an_error_and_falls_silent(airtable: SmallAirtable) -> None:
    hook = watch(airtable)
    airtable.workspace.hooks[BASE_ID].disable(hook, "INVALID_FILTERS")
    airtable.create(Name="Ada")
    (payload,) = feed(airtable, hook)["payloads"]
    assert (payload["error"], payload["code"]) == (True, "INVALID_FILTERS")


def test_fields_and_tables_report_their_changes(airtable: SmallAirtable) -> None:
    fields, tables = watch(airtable, "tableFields"), watch(airtable, "tableMetadata")
    new = airtable.send("POST", f"{TABLES}/{PEOPLE_ID}/fields", {"name": "Age", "type": "singleLineText"}).json["id"]
    airtable.send("PATCH", f"{TABLES}/{PEOPLE_ID}/fields/{new}", {"name": "Years"})
    airtable.send("PATCH", f"{TABLES}/{PEOPLE_ID}", {"name": "Persons"})
    table = airtable.send("POST", TABLES, {"name": "Orders", "fields": [{"name": "Code", "type": "email"}]}).json
    created, renamed = (payload["changedTablesById"][PEOPLE_ID] for payload in feed(airtable, fields)["payloads"])
    assert created == {"createdFieldsById": {new: {"name": "Age", "type": "singleLineText"}}}
    assert renamed == {"changedFieldsById": {new: {"current": {"name": "Years"}, "previous": {"name": "Age"}}}}
    first, second = feed(airtable, tables)["payloads"]
    metadata = {"current": {"name": "Persons"}, "previous": {"name": "People"}}
    assert first["changedTablesById"] == {PEOPLE_ID: {"changedMetadata": metadata}}
    created_table = second["createdTablesById"][table["id"]]
    assert created_table["metadata"] == {"name": "Orders", "description": None}
    assert created_table["fieldsById"] == {table["primaryFieldId"]: {"name": "Code", "type": "email"}}


def test_every_way_of_writing_is_reported(airtable: SmallAirtable) -> None:
    hook = watch(airtable)
    ada = airtable.create(Name="Ada")
    airtable.on_people("PATCH", {"records": [{"id": ada, "fields": {"Score": 1}}]})
    upsert = {"performUpsert": {"fieldsToMergeOn": ["Name"]}, "records": [{"fields": {"Name": "Ada", "Score": 2}}]}
    airtable.on_people("PATCH", upsert)
    airtable.on_people("PUT", {"fields": {"Name": "Ada"}}, record_id=ada)
    airtable.on_people("DELETE", **{"records[]": ada})
    airtable.on_people("DELETE", record_id=airtable.create(Name="Bob"))
    assert len(feed(airtable, hook)["payloads"]) == 7
