"""The meta API: tables and fields as they are read, created and renamed, and what is refused."""

from typing import Any

import pytest

from tests.unit.sandbox.small_base import (
    BASE_ID,
    COMPANIES_ID,
    PEOPLE_FIELDS,
    PEOPLE_ID,
    Answer,
    SmallAirtable,
    an_id,
    field_id,
)

TABLES = f"meta/bases/{BASE_ID}/tables"
FIELDS = f"{TABLES}/{PEOPLE_ID}/fields"


def create_field(airtable: SmallAirtable, kind: str, options: Any = None, name: str = "New") -> Answer:
    """Create a field of people."""
    return airtable.send("POST", FIELDS, {"name": name, "type": kind, **({} if options is None else {"options": options})})


def test_tables_show_their_fields_views_and_primary_field(airtable: SmallAirtable) -> None:
    people, companies = airtable.send("GET", TABLES).json["tables"]
    assert (people["id"], people["name"], people["primaryFieldId"]) == (PEOPLE_ID, "People", field_id("Name"))
    assert people["views"] == [{"id": an_id("viw", "People"), "name": "Grid view", "type": "grid"}]
    assert [field["name"] for field in people["fields"]] == [name for name, _, _ in PEOPLE_FIELDS]
    assert companies["fields"] == [
        {"id": field_id("Title"), "name": "Title", "type": "singleLineText"},
        {
            "id": field_id("People"),
            "name": "People",
            "type": "multipleRecordLinks",
            "options": {"linkedTableId": PEOPLE_ID, "inverseLinkFieldId": field_id("Company")},
        },
    ]


def test_a_new_table_takes_its_first_field_as_primary(airtable: SmallAirtable) -> None:
    fields = [{"name": "Code", "type": "number", "options": {"precision": 0}}, {"name": "Note", "type": "multilineText"}]
    table = airtable.send("POST", TABLES, {"name": "Orders", "fields": fields, "description": "What was bought"}).json
    assert table["primaryFieldId"] == table["fields"][0]["id"]
    assert [field["name"] for field in table["fields"]] == ["Code", "Note"]
    assert table["description"] == "What was bought"
    assert (table["id"][:3], table["views"][0]["id"][:3]) == ("tbl", "viw")
    assert airtable.send("GET", TABLES).json["tables"][-1] == table
    assert airtable.send("POST", f"{BASE_ID}/Orders", {"fields": {"Code": 7}}).status == 200


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ({}, "INVALID_REQUEST_UNKNOWN"),
        ({"name": " ", "fields": []}, "INVALID_REQUEST_UNKNOWN"),
        ({"name": 7, "fields": []}, "INVALID_REQUEST_UNKNOWN"),
        ({"name": "Orders"}, "INVALID_REQUEST_MISSING_FIELDS"),
        ({"name": "Orders", "fields": []}, "INVALID_REQUEST_MISSING_FIELDS"),
        ({"name": "Orders", "fields": {"name": "x"}}, "INVALID_REQUEST_MISSING_FIELDS"),
        ({"name": "Orders", "fields": ["x"]}, "INVALID_REQUEST_UNKNOWN"),
        ({"name": "Orders", "fields": [{"type": "email"}]}, "INVALID_REQUEST_UNKNOWN"),
        ({"name": "PEOPLE", "fields": [{"name": "x", "type": "email"}]}, "DUPLICATE_TABLE_NAME"),
        (
            {"name": "Orders", "fields": [{"name": "x", "type": "email"}, {"name": "X", "type": "url"}]},
            "DUPLICATE_OR_EMPTY_FIELD_NAME",
        ),
        ({"name": "Orders", "fields": [{"name": "x", "type": "checkbox"}]}, "INVALID_FIELD_TYPE_FOR_PRIMARY_FIELD"),
        (
            {"name": "Orders", "fields": [{"name": "x", "type": "percent", "options": {"precision": 0}}]},
            "INVALID_FIELD_TYPE_FOR_PRIMARY_FIELD",
        ),
        (
            {"name": "Orders", "fields": [{"name": "x", "type": "email"}, {"name": "y", "type": "rollup"}]},
            "UNSUPPORTED_FIELD_TYPE_FOR_CREATE",
        ),
    ],
)
def test_a_wrong_table_is_refused_and_not_created(airtable: SmallAirtable, body: dict[str, Any], kind: str) -> None:
    answer = airtable.send("POST", TABLES, body)
    assert (answer.status, answer.kind) == (422, kind)
    assert len(airtable.base.tables) == 2


_DATE = {"name": "iso", "format": "YYYY-MM-DD"}
_OPTIONS: list[tuple[str, Any, Any]] = [
    *[(kind, None, None) for kind in ("singleLineText", "multilineText", "email", "url", "phoneNumber")],
    ("checkbox", None, {"icon": "check", "color": "greenBright"}),
    ("checkbox", {"icon": "star", "color": "redBright"}, {"icon": "star", "color": "redBright"}),
    ("number", {"precision": 0}, {"precision": 0}),
    ("number", {"precision": 8}, {"precision": 8}),
    ("percent", {"precision": 8}, {"precision": 8}),
    ("currency", {"precision": 7, "symbol": "€"}, {"precision": 7, "symbol": "€"}),
    ("date", {"dateFormat": {"name": "iso"}}, {"dateFormat": _DATE}),
    ("date", {"dateFormat": {"name": "local", "format": "l"}}, {"dateFormat": {"name": "local", "format": "l"}}),
    (
        "dateTime",
        {"dateFormat": {"name": "european"}, "timeFormat": {"name": "24hour"}, "timeZone": "Europe/Berlin"},
        {
            "dateFormat": {"name": "european", "format": "D/M/YYYY"},
            "timeFormat": {"name": "24hour", "format": "HH:mm"},
            "timeZone": "Europe/Berlin",
        },
    ),
]


@pytest.mark.parametrize(("kind", "given", "shown"), _OPTIONS)
def test_a_field_of_each_type_shows_its_options(airtable: SmallAirtable, kind: str, given: Any, shown: Any) -> None:
    answer = create_field(airtable, kind, given)
    assert answer.status == 200, answer.json
    assert answer.json == {"id": answer.json["id"], "name": "New", "type": kind, **({"options": shown} if shown else {})}
    assert airtable.send("GET", TABLES).json["tables"][0]["fields"][-1] == answer.json


_TIMES = {"dateFormat": {"name": "iso"}, "timeFormat": {"name": "24hour"}, "timeZone": "utc"}


@pytest.mark.parametrize(
    ("kind", "options", "reason"),
    [
        ("email", {"precision": 1}, "email takes no options"),
        ("email", ["x"], "options must be an object"),
        ("number", None, "precision must be a whole number from 0 to 8"),
        ("number", {"precision": 9}, "precision must be a whole number from 0 to 8"),
        ("number", {"precision": -1}, "precision must be a whole number from 0 to 8"),
        ("number", {"precision": 1.5}, "precision must be a whole number from 0 to 8"),
        ("percent", {"precision": 9}, "precision must be a whole number from 0 to 8"),
        ("currency", {"precision": 8, "symbol": "€"}, "precision must be a whole number from 0 to 7"),
        ("currency", {"precision": 2}, "symbol must be a text"),
        ("singleSelect", None, "choices must be objects with a name"),
        ("singleSelect", {"choices": "x"}, "choices must be objects with a name"),
        ("singleSelect", {"choices": [{"color": "red"}]}, "choices must be objects with a name"),
        ("multipleSelects", {"choices": ["x"]}, "choices must be objects with a name"),
        ("multipleRecordLinks", {}, "linkedTableId must be a table of this base"),
        ("multipleRecordLinks", {"linkedTableId": "tblNone"}, "linkedTableId must be a table of this base"),
        (
            "multipleRecordLinks",
            {"linkedTableId": COMPANIES_ID, "prefersSingleRecordLink": True},
            "only linkedTableId and viewIdForRecordSelection can be given",
        ),
        ("date", None, "dateFormat.name must be one of local, friendly, us, european, iso"),
        ("date", {"dateFormat": {"name": "roman"}}, "dateFormat.name must be one of local, friendly, us, european, iso"),
        ("date", {"dateFormat": {"name": "iso", "format": "l"}}, "dateFormat.format does not match its name"),
        ("dateTime", {**_TIMES, "timeFormat": {"name": "x"}}, "timeFormat.name must be one of 12hour, 24hour"),
        ("dateTime", {**_TIMES, "timeFormat": None}, "timeFormat.name must be one of 12hour, 24hour"),
        ("dateTime", {**_TIMES, "timeZone": 7}, "timeZone must be utc, client or a time zone's name"),
        ("riddle", None, "Unknown field type 'riddle'"),
    ],
)
def test_wrong_options_are_refused_with_the_reason(airtable: SmallAirtable, kind: str, options: Any, reason: str) -> None:
    answer = create_field(airtable, kind, options)
    assert (answer.status, answer.kind) == (422, "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE")
    assert answer.message == f"Invalid field options: {reason}"
    assert len(airtable.people.fields) == len(PEOPLE_FIELDS)


@pytest.mark.parametrize(
    "kind",
    ["createdTime", "lastModifiedTime", "formula", "autoNumber", "count", "createdBy", "lastModifiedBy", "rollup", "button"],
)
def test_a_computed_field_cannot_be_created(airtable: SmallAirtable, kind: str) -> None:
    answer = create_field(airtable, kind)
    assert (answer.status, answer.kind) == (422, "UNSUPPORTED_FIELD_TYPE_FOR_CREATE")
    assert answer.message == f"Creating {kind} fields is not supported at this time"


@pytest.mark.parametrize("name", ["Name", "name", "NAME"])
def test_a_name_that_is_taken_is_refused_in_any_case(airtable: SmallAirtable, name: str) -> None:
    answer = create_field(airtable, "email", name=name)
    assert answer.kind == "DUPLICATE_OR_EMPTY_FIELD_NAME"
    assert answer.message == f'Field "{name}" already exists in this table'


def test_choices_get_ids_and_colors_of_their_own(airtable: SmallAirtable) -> None:
    names = [{"name": f"c{number}"} for number in range(8)]
    choices = create_field(airtable, "singleSelect", {"choices": [*names, {"name": "red", "color": "redBright"}]}).json
    shown = choices["options"]["choices"]
    assert [choice["name"] for choice in shown] == [*(f"c{number}" for number in range(8)), "red"]
    assert len({choice["id"] for choice in shown}) == 9
    assert shown[0]["color"] == shown[7]["color"] == "blueLight2"
    assert shown[1]["color"] == "cyanLight2"
    assert shown[8]["color"] == "redBright"


def test_a_link_brings_its_inverse_with_it(airtable: SmallAirtable) -> None:
    link = create_field(airtable, "multipleRecordLinks", {"linkedTableId": COMPANIES_ID}, "Partner").json
    inverse = airtable.companies.fields[link["options"]["inverseLinkFieldId"]]
    assert inverse.name == "People Partner"
    assert inverse.options["linkedTableId"] == PEOPLE_ID
    assert inverse.options["inverseLinkFieldId"] == link["id"]
    assert (link["options"]["isReversed"], inverse.options["isReversed"]) == (False, True)


def test_an_inverse_takes_the_tables_own_name_where_it_is_free(airtable: SmallAirtable) -> None:
    del airtable.companies.fields[field_id("People")]
    link = create_field(airtable, "multipleRecordLinks", {"linkedTableId": COMPANIES_ID}, "Partner").json
    assert airtable.companies.fields[link["options"]["inverseLinkFieldId"]].name == "People"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (f"{TABLES}/{PEOPLE_ID}", {"name": "Persons", "description": "Everybody"}),
        (f"{FIELDS}/{field_id('Name')}", {"name": "Full name", "description": "As on the card"}),
    ],
)
def test_names_and_descriptions_can_be_changed(airtable: SmallAirtable, path: str, shown: dict[str, str]) -> None:
    for key, value in shown.items():
        answer = airtable.send("PATCH", path, {key: value})
        assert (answer.status, answer.json[key]) == (200, value)
    assert {key: airtable.send("PATCH", path, shown).json[key] for key in shown} == shown


@pytest.mark.parametrize("path", [f"{TABLES}/{PEOPLE_ID}", f"{FIELDS}/{field_id('Name')}"])
@pytest.mark.parametrize("body", [{}, {"type": "email"}, {"name": "x", "options": {}}, {"name": ""}, {"name": 7}])
def test_nothing_else_can_be_changed(airtable: SmallAirtable, path: str, body: dict[str, Any]) -> None:
    before = airtable.send("GET", TABLES).json
    answer = airtable.send("PATCH", path, body)
    assert (answer.status, answer.kind) == (422, "INVALID_REQUEST_UNKNOWN")
    assert airtable.send("GET", TABLES).json == before


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("PATCH", f"{FIELDS}/{field_id('Nobody')}", 404),
        ("PATCH", f"{TABLES}/{an_id('tbl', 'None')}", 403),
        ("POST", f"{TABLES}/{an_id('tbl', 'None')}/fields", 403),
        ("DELETE", f"{FIELDS}/{field_id('Name')}", 404),
        ("PATCH", FIELDS, 404),
        ("POST", f"{TABLES}/{PEOPLE_ID}/views", 404),
    ],
)
def test_what_is_not_there_cannot_be_changed(airtable: SmallAirtable, method: str, path: str, status: int) -> None:
    assert airtable.send(method, path, {"name": "x"}).status == status
