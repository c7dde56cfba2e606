"""Airtable's JSON into records and tables and back: what has another shape is trouble, never a crash."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.catalogue import TABLES, FieldSpec, FieldType
from journeydesk.domain.ids import RemoteId
from journeydesk.remote.airtable.json_shapes import field_body, listing_of, quoted, record_of, table_of
from journeydesk.remote.airtable.limits import LIMITS
from journeydesk.sync.ports import RemoteField, RemoteRecord, RemoteTable, RemoteTrouble

RECORD = "rec00000000000001"


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("", "''"),
        ("Acme", "'Acme'"),
        ("O'Neill", r"'O\'Neill'"),
        ("a\\b", r"'a\\b'"),
        ("\\'", r"'\\\''"),
        ("a\nb\rc\td", r"'a\nb\rc\td'"),
        ('"', "'\"'"),
    ],
)
def test_a_text_is_quoted_for_a_formula(text: str, literal: str) -> None:
    assert quoted(text) == literal


@given(st.text())
def test_no_text_ends_its_own_literal(text: str) -> None:
    inside = quoted(text)[1:-1]
    position = 0
    while position < len(inside):
        assert inside[position] not in "'\n\r\t"
        position += 2 if inside[position] == "\\" else 1
    assert position == len(inside)


def test_a_listing_names_its_fields_and_a_full_page() -> None:
    assert listing_of(("fld1", "fld2")) == {
        "pageSize": LIMITS.page,
        "returnFieldsByFieldId": True,
        "fields": ["fld1", "fld2"],
    }


def test_a_record_has_its_id_fields_and_time() -> None:
    record = record_of({"id": RECORD, "fields": {"fld1": "x"}, "createdTime": "2026-01-01T00:00:00.000Z"})
    assert record == RemoteRecord(RemoteId(RECORD), {"fld1": "x"})
    assert record.created == "2026-01-01T00:00:00.000Z"


@pytest.mark.parametrize("created", [None, "", 0, False])
def test_a_record_without_a_time_has_an_empty_one(created: object) -> None:
    assert record_of({"id": RECORD, "fields": {}, "createdTime": created}).created == ""


NO_RECORDS: list[Any] = [
    None,
    [],
    [None],
    "rec",
    7,
    {},
    {"id": RECORD},
    {"fields": {}},
    {"id": None, "fields": {}},
    {"id": 7, "fields": {}},
    {"id": "rec1", "fields": {}},
    {"id": RECORD + "0", "fields": {}},
    {"id": RECORD[:-1] + "-", "fields": {}},
    {"id": RECORD + "\n", "fields": {}},
    {"id": "tbl" + RECORD[3:], "fields": {}},
    {"id": RECORD, "fields": []},
    {"id": RECORD, "fields": None},
    {"id": [RECORD], "fields": {}},
]


@pytest.mark.parametrize("answer", NO_RECORDS, ids=str)
def test_what_is_no_record_is_trouble(answer: Any) -> None:
    with pytest.raises(RemoteTrouble):
        record_of(answer)


def test_a_table_has_its_fields_choices_and_links() -> None:
    answer = {
        "id": "tbl1",
        "name": "Deals",
        "primaryFieldId": "fld1",
        "fields": [
            {"id": "fld1", "name": "Name", "type": "singleLineText"},
            {"id": "fld2", "name": "Stage", "type": "singleSelect", "options": {"choices": [{"id": "sel1", "name": "Won"}]}},
            {"id": "fld3", "name": "Prospect", "type": "multipleRecordLinks", "options": {"linkedTableId": "tbl2"}},
            {"id": "fld4", "name": "Notes", "type": "richText", "options": None},
            {
                "id": "fld5",
                "name": "Prospect of the deal",
                "type": "multipleLookupValues",
                "options": {"result": {"type": "multipleRecordLinks", "options": {"linkedTableId": "tbl2"}}},
            },
        ],
    }
    assert table_of(answer) == RemoteTable(
        "tbl1",
        "Deals",
        "fld1",
        (
            RemoteField("fld1", "Name", "singleLineText"),
            RemoteField("fld2", "Stage", "singleSelect", (("sel1", "Won"),)),
            RemoteField("fld3", "Prospect", "multipleRecordLinks", (), "tbl2"),
            RemoteField("fld4", "Notes", "richText"),
            RemoteField("fld5", "Prospect of the deal", "multipleLookupValues", (), "tbl2", result="multipleRecordLinks"),
        ),
    )


def table(**changes: object) -> dict[str, object]:
    return {"id": "tbl1", "name": "Deals", "primaryFieldId": "fld1", "fields": []} | changes


def field(**changes: object) -> dict[str, object]:
    return {"id": "fld1", "name": "Name", "type": "singleLineText"} | changes


NO_TABLES: list[Any] = [
    None,
    [],
    "x",
    {},
    table(fields=None),
    table(fields={}),
    table(fields="x"),
    table(fields=[None]),
    table(fields=["x"]),
    table(fields=[[]]),
    table(id=None),
    table(name=7),
    table(primaryFieldId=[]),
    table(fields=[field(id=None)]),
    table(fields=[field(name=None)]),
    table(fields=[field(type={})]),
    table(fields=[{"id": "fld1"}]),
    table(fields=[field(options=["x"])]),
    table(fields=[field(options="x")]),
    table(fields=[field(options={"choices": 7})]),
    table(fields=[field(options={"choices": [None]})]),
    table(fields=[field(options={"choices": [{"id": "sel1"}]})]),
    table(fields=[field(options={"linkedTableId": 7})]),
]


@pytest.mark.parametrize("answer", NO_TABLES, ids=str)
def test_what_is_no_table_is_trouble(answer: Any) -> None:
    with pytest.raises(RemoteTrouble):
        table_of(answer)


@pytest.mark.parametrize("options", [None, {}, {"choices": None}, {"choices": []}, {"linkedTableId": None}], ids=str)
def test_options_may_be_left_out(options: object) -> None:
    (only,) = table_of(table(fields=[field(options=options)])).fields
    assert (only.choices, only.links_to) == ((), "")


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        (FieldType.TEXT, None),
        (FieldType.LONG_TEXT, None),
        (FieldType.EMAIL, None),
        (FieldType.URL, None),
        (FieldType.PHONE, None),
        (FieldType.SELECT, {"choices": [{"name": "A"}, {"name": "B"}]}),
        (FieldType.NUMBER, {"precision": 3}),
        (FieldType.PERCENT, {"precision": 1}),
        (FieldType.CURRENCY, {"precision": 3, "symbol": "€"}),
        (FieldType.CHECKBOX, {"icon": "check", "color": "greenBright"}),
        (FieldType.DATE, {"dateFormat": {"name": "iso", "format": "YYYY-MM-DD"}}),
        (
            FieldType.DATETIME,
            {
                "timeZone": "utc",
                "dateFormat": {"name": "iso", "format": "YYYY-MM-DD"},
                "timeFormat": {"name": "24hour", "format": "HH:mm"},
            },
        ),
        (FieldType.LINK, {"linkedTableId": "tblPROSPECTS"}),
    ],
)
def test_a_field_is_asked_for_with_its_options(kind: FieldType, options: dict[str, object] | None) -> None:
    links = "prospects" if kind is FieldType.LINK else ""
    spec = FieldSpec("Name", "slug", kind, choices=("A", "B") if kind is FieldType.SELECT else (), precision=3, links_to=links)
    body = field_body(spec, {"prospects": "tblPROSPECTS"})
    assert body == {"name": "Name", "type": kind.value} | ({} if options is None else {"options": options})


def test_every_field_of_the_catalogue_can_be_asked_for() -> None:
    targets = {spec.slug: f"tbl{spec.slug}" for spec in TABLES}
    for spec in TABLES:
        for each in spec.fields:
            body = field_body(each, targets)
            assert body["name"] == each.name
            assert (body.get("options") or {}).get("linkedTableId", "") == (f"tbl{each.links_to}" if each.links_to else "")
