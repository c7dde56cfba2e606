"""The types beyond texts, numbers and selects: what their cells take and show, and what Airtable fills by itself."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from journeydesk.sandbox.airtable.model import Field, Person
from tests.unit.sandbox.small_base import BASE_ID, COMPANIES_ID, PEOPLE_ID, SmallAirtable, an_id, field_id

AMAIA = Person(an_id("usr", "Amaia"), "amaia@x.example", "Amaia Etxarri")
TOMASZ = Person(an_id("usr", "Tomasz"), "tomasz@x.example", "Tomasz Wilk")
_MOMENT = {"dateFormat": {"name": "iso", "format": "YYYY-MM-DD"}, "timeZone": "utc"}
_COMPANY = {"recordLinkFieldId": field_id("Company"), "isValid": True}
_SIZE = {**_COMPANY, "fieldIdInLinkedTable": field_id("Size"), "result": {"type": "number", "options": {"precision": 0}}}


@pytest.fixture
def rich(airtable: SmallAirtable) -> SmallAirtable:
    """The small base with a field of every type, two collaborators, and two companies of a size."""
    airtable.base.people = {person.id: person for person in (AMAIA, TOMASZ)}
    for name, kind, options, aggregate in (
        ("Owner", "singleCollaborator", {}, ""),
        ("Team", "multipleCollaborators", {}, ""),
        ("Stars", "rating", {"icon": "star", "color": "yellowBright", "max": 5}, ""),
        ("Length", "duration", {"durationFormat": "h:mm"}, ""),
        ("Code", "barcode", {}, ""),
        ("Files", "multipleAttachments", {"isReversed": False}, ""),
        ("Story", "richText", {}, ""),
        ("Number", "autoNumber", {}, ""),
        ("Made by", "createdBy", {}, ""),
        ("Changed by", "lastModifiedBy", {}, ""),
        ("Made on", "createdTime", {"result": {"type": "date"}}, ""),
        ("Stage changed", "lastModifiedTime", {"referencedFieldIds": [field_id("Stage")], "result": {"type": "dateTime"}}, ""),
        ("Companies", "count", _COMPANY, ""),
        ("Sizes", "multipleLookupValues", _SIZE, ""),
        ("Total", "rollup", _SIZE, "SUM"),
        ("Mean", "rollup", _SIZE, "AVERAGE"),
        ("Largest", "rollup", _SIZE, "MAX"),
        ("Open it", "button", {}, ""),
        ("Came from", "externalSyncSource", {"choices": [{"id": an_id("sel", "Shop"), "name": "Shop"}]}, ""),
        ("Broken", "formula", {"formula": "{Name} * 2", "isValid": True}, ""),
    ):
        airtable.people.fields[field_id(name)] = Field(field_id(name), name, kind, dict(options), aggregate=aggregate)
    size = Field(field_id("Size"), "Size", "number", {"precision": 0})
    airtable.companies.fields[size.id] = size
    return airtable


def shown(rich: SmallAirtable, field: str, value: Any, *, typecast: bool = False) -> Any:
    """What the API shows of a value that was written."""
    answer = rich.on_people("POST", {"fields": {field: value}, "typecast": typecast})
    assert answer.status == 200, answer.json
    return answer.json["fields"].get(field)


@pytest.mark.parametrize("named", [{"id": TOMASZ.id}, {"email": TOMASZ.email}, TOMASZ.json()])
def test_a_person_is_named_by_id_or_by_e_mail(rich: SmallAirtable, named: Mapping[str, str]) -> None:
    assert shown(rich, "Owner", named) == TOMASZ.json()
    assert shown(rich, "Team", [named, AMAIA.json(), named]) == [TOMASZ.json(), AMAIA.json()]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("Owner", TOMASZ.name),
        ("Owner", TOMASZ.id),
        ("Owner", {"id": an_id("usr", "Priya")}),
        ("Owner", {"email": "nobody@x.example"}),
        ("Owner", {"name": TOMASZ.name}),
        ("Owner", [TOMASZ.json()]),
        ("Team", TOMASZ.json()),
        ("Team", [TOMASZ.id]),
        ("Stars", 0),
        ("Stars", 6),
        ("Stars", 2.5),
        ("Stars", "4"),
        ("Length", "1:30"),
        ("Length", True),
        ("Code", "4006381333931"),
        ("Code", {"type": "ean13"}),
        ("Code", {"text": 4006381333931}),
        ("Files", "https://x.example/a.pdf"),
        ("Files", ["https://x.example/a.pdf"]),
        ("Story", {"text": "x"}),
    ],
)
def test_other_forms_of_these_types_are_refused(rich: SmallAirtable, field: str, value: Any) -> None:
    answer = rich.on_people("POST", {"fields": {field: value}})
    assert (answer.status, answer.kind) == (422, "INVALID_VALUE_FOR_COLUMN")
    assert answer.message == f'Field "{field}" cannot accept the provided value'


def test_typecast_reads_people_and_durations_from_text(rich: SmallAirtable) -> None:
    assert shown(rich, "Owner", "Tomasz Wilk", typecast=True) == TOMASZ.json()
    assert shown(rich, "Team", "amaia@x.example, Tomasz Wilk", typecast=True) == [AMAIA.json(), TOMASZ.json()]
    assert shown(rich, "Length", "1:30", typecast=True) == 5400
    assert shown(rich, "Length", "0:02:05", typecast=True) == 125


def test_stars_durations_and_barcodes_keep_their_form(rich: SmallAirtable) -> None:
    assert shown(rich, "Stars", 5) == 5
    assert shown(rich, "Length", 90.5) == 90.5
    assert shown(rich, "Code", {"text": "4006381333931", "type": "ean13"}) == {"text": "4006381333931", "type": "ean13"}


@pytest.mark.parametrize("text", ["**bold**", "**bold**\n", "**bold**\n\n"])
def test_rich_text_ends_with_one_line_end(rich: SmallAirtable, text: str) -> None:
    assert shown(rich, "Story", text) == "**bold**\n"


def test_an_attachment_is_fetched_kept_by_id_and_moves(rich: SmallAirtable) -> None:
    record = rich.create(Files=[{"url": "https://x.example/offer%201.pdf"}])
    (before,) = rich.cells(record)["Files"]
    assert (before["filename"], before["type"]) == ("offer 1.pdf", "application/pdf")
    rich.workspace.clock.advance(timedelta(hours=3))
    (after,) = rich.cells(record)["Files"]
    assert after["id"] == before["id"]
    assert after["url"] != before["url"]
    answer = rich.on_people("PATCH", {"fields": {"Files": [{"id": before["id"]}]}}, record)
    assert answer.json["fields"]["Files"] == [after]


@pytest.mark.parametrize("item", [{"id": an_id("att", "None")}, {"url": "offer.pdf"}, {"filename": "offer.pdf"}])
def test_an_attachment_from_nowhere_is_refused(rich: SmallAirtable, item: Mapping[str, str]) -> None:
    answer = rich.on_people("POST", {"fields": {"Files": [item]}})
    assert (answer.status, answer.kind) == (422, "INVALID_ATTACHMENT_OBJECT")


def test_numbers_people_and_times_fill_themselves(rich: SmallAirtable) -> None:
    rich.create(Name="first")
    record = rich.create(Name="second", Stage="New")
    cells = rich.cells(record)
    assert (cells["Number"], cells["Made by"], cells["Made on"]) == (2, AMAIA.json(), "2026-05-19")
    assert "Stage changed" not in cells
    other = rich.token()
    rich.workspace.clock.advance(timedelta(minutes=1))
    rich.send("PATCH", f"{BASE_ID}/{PEOPLE_ID}/{record}", {"fields": {"Stage": "Won"}}, token=other)
    cells = rich.cells(record)
    assert (cells["Changed by"], cells["Made by"]) == (TOMASZ.json(), AMAIA.json())
    assert cells["Stage changed"] == "2026-05-19T12:31:15.000Z"
    rich.on_people("PATCH", {"fields": {"Name": "third"}}, record)
    assert rich.cells(record)["Stage changed"] == "2026-05-19T12:31:15.000Z"


def test_links_are_counted_looked_up_and_summed(rich: SmallAirtable) -> None:
    path = f"{BASE_ID}/{COMPANIES_ID}"
    bodies = [
        {"fields": {"Title": "Acme", "Size": 20}},
        {"fields": {"Title": "Bolt", "Size": 5}},
        {"fields": {"Title": "Carp"}},
    ]
    companies = [record["id"] for record in rich.send("POST", path, {"records": bodies}).json["records"]]
    cells = rich.cells(rich.create(Company=companies))
    assert (cells["Companies"], cells["Sizes"], cells["Total"], cells["Largest"]) == (3, [20, 5], 25, 20)
    assert cells["Mean"] == 12.5


def test_a_record_without_links_has_no_mean_of_them(rich: SmallAirtable) -> None:
    cells = rich.cells(rich.create(Name="alone"))
    assert (cells["Companies"], cells["Total"], cells["Mean"]) == (0, 0, {"specialValue": "NaN"})
    assert "Sizes" not in cells


def test_a_formula_that_fails_shows_an_error_cell(rich: SmallAirtable) -> None:
    assert rich.cells(rich.create(Name="word"))["Broken"] == {"error": "#ERROR!"}


def test_a_button_and_a_sync_source_show_what_they_are(rich: SmallAirtable) -> None:
    record = rich.create(Name="x")
    cells = rich.cells(record)
    assert cells["Open it"] == {"label": "Open", "url": f"https://airtable.com/{PEOPLE_ID}/{record}"}
    assert cells["Came from"] == "Shop"


COMPUTED = ("Number", "Made by", "Changed by", "Made on", "Companies", "Sizes", "Total", "Open it", "Came from", "Broken")


@pytest.mark.parametrize("field", COMPUTED)
def test_what_fills_itself_takes_nothing(rich: SmallAirtable, field: str) -> None:
    answer = rich.on_people("POST", {"fields": {field: None}})
    message = f'Field "{field}" cannot accept a value because the field is computed'
    assert (answer.status, answer.kind, answer.message) == (422, "INVALID_VALUE_FOR_COLUMN", message)


def test_formulas_read_people_and_codes_as_text(rich: SmallAirtable) -> None:
    record = rich.create(Owner=TOMASZ.json(), Code={"text": "400"})
    rich.create(Owner=AMAIA.json())
    answer = rich.on_people("GET", filterByFormula="AND({Owner}='Tomasz Wilk', {Code}='400')")
    assert [each["id"] for each in answer.json["records"]] == [record]


def test_records_sort_by_the_name_of_a_person(rich: SmallAirtable) -> None:
    first, second = rich.create(Owner=TOMASZ.json()), rich.create(Owner=AMAIA.json())
    query = {"sort[0][field]": "Owner"}
    assert [each["id"] for each in rich.on_people("GET", **query).json["records"]] == [second, first]


@pytest.mark.parametrize(
    ("kind", "options", "expected"),
    [
        ("rating", {"max": 7}, {"icon": "star", "color": "yellowBright", "max": 7}),
        ("duration", {"durationFormat": "h:mm:ss.SSS"}, {"durationFormat": "h:mm:ss.SSS"}),
        ("multipleAttachments", {}, {"isReversed": False}),
        ("singleCollaborator", {}, None),
        ("multipleCollaborators", {}, None),
        ("barcode", {}, None),
        ("richText", {}, None),
    ],
)
def test_these_types_can_be_created(rich: SmallAirtable, kind: str, options: Any, expected: Any) -> None:
    path = f"meta/bases/{BASE_ID}/tables/{PEOPLE_ID}/fields"
    answer = rich.send("POST", path, {"name": "New", "type": kind, "options": options})
    assert (answer.status, answer.json.get("options")) == (200, expected)


@pytest.mark.parametrize(
    ("kind", "options", "reason"),
    [
        ("rating", {}, "max must be a whole number from 1 to 10"),
        ("rating", {"max": 11}, "max must be a whole number from 1 to 10"),
        ("rating", {"max": 5, "icon": "check"}, "icon must be one of dot, flag, heart, star, thumbsUp"),
        ("duration", {}, "durationFormat must be one of h:mm, h:mm:ss, h:mm:ss.S, h:mm:ss.SS, h:mm:ss.SSS"),
        ("singleCollaborator", {"x": 1}, "singleCollaborator takes no options"),
    ],
)
def test_wrong_options_of_these_types_are_refused(rich: SmallAirtable, kind: str, options: Any, reason: str) -> None:
    path = f"meta/bases/{BASE_ID}/tables/{PEOPLE_ID}/fields"
    answer = rich.send("POST", path, {"name": "New", "type": kind, "options": options})
    assert (answer.status, answer.message) == (422, f"Invalid field options: {reason}")


@pytest.mark.parametrize(
    "kind", ["button", "externalSyncSource", "lookup", "multipleLookupValues", "lastModifiedBy", "autoNumber"]
)
def test_what_fills_itself_cannot_be_created(rich: SmallAirtable, kind: str) -> None:
    path = f"meta/bases/{BASE_ID}/tables/{PEOPLE_ID}/fields"
    answer = rich.send("POST", path, {"name": "New", "type": kind})
    assert answer.kind == "UNSUPPORTED_FIELD_TYPE_FOR_CREATE"
    assert answer.message == f"Creating {kind} fields is not supported at this time"
