"""Airtable's webhook payloads as a feed: what is told, what is a gap, and payloads of no known shape."""

from typing import Any

import pytest

from journeydesk.domain.ids import RemoteId
from journeydesk.remote.airtable.feed import as_listed, feed_page
from journeydesk.sync.ports import Feed, FeedLost, RemoteTrouble, Replaced

FEED = Feed("ach1", 5, tells_schema=True)
A, B, C = (RemoteId(f"rec0000000000000{number}") for number in (1, 2, 3))


def answer(*payloads: Any, cursor: Any = None, **more: Any) -> dict[str, Any]:
    return {"payloads": list(payloads), "cursor": FEED.cursor + len(payloads) if cursor is None else cursor} | more


def change(**parts: Any) -> dict[str, Any]:
    return {"changedTablesById": {"tbl1": parts}}


def created(record: str, **cells: Any) -> dict[str, Any]:
    return {"createdRecordsById": {record: {"cellValuesByFieldId": cells}}}


def edited(record: str, now: dict[str, Any], before: dict[str, Any] | None = None) -> dict[str, Any]:
    body: dict[str, Any] = {"current": {"cellValuesByFieldId": now}}
    if before is not None:
        body["previous"] = {"cellValuesByFieldId": before}
    return {"changedRecordsById": {record: body}}


def by(name: str = "", source: str = "client") -> dict[str, Any]:
    return {"actionMetadata": {"source": source, "sourceMetadata": {"user": {"name": name}}}}


def test_nothing_new_is_an_empty_page() -> None:
    page = feed_page(FEED, answer())
    assert (page.changed, page.destroyed, page.authors, page.replaced) == ({}, {}, {}, [])
    assert (page.schema_changed, page.cursor, page.more) == (False, 5, False)


def test_made_and_edited_records_tell_their_fields() -> None:
    page = feed_page(FEED, answer(change(**created(A, fld1="x"), **edited(B, {"fld2": 4}))))
    assert page.changed == {"tbl1": {A: {"fld1": "x"}, B: {"fld2": 4}}}
    assert page.cursor == 6


def test_later_values_of_a_record_join_the_earlier_ones() -> None:
    first, second = change(**created(A, fld1="x", fld2="y")), change(**edited(A, {"fld2": "z"}))
    assert feed_page(FEED, answer(first, second)).changed == {"tbl1": {A: {"fld1": "x", "fld2": "z"}}}


def test_a_destroyed_record_is_no_longer_changed() -> None:
    page = feed_page(FEED, answer(change(**created(A, fld1="x")), change(destroyedRecordIds=[A, C])))
    assert page.changed == {"tbl1": {}}
    assert page.destroyed == {"tbl1": [A, C]}


@pytest.mark.parametrize(
    ("payload", "changed"),
    [
        ({"createdTablesById": {"tbl9": {}}}, True),
        ({"destroyedTableIds": ["tbl9"]}, True),
        (change(createdFieldsById={"fld9": {}}), True),
        (change(changedFieldsById={"fld9": {}}), True),
        (change(destroyedFieldIds=["fld9"]), True),
        (change(changedMetadata={"current": {"name": "New"}}), True),
        (change(**created(A, fld1="x")), False),
        ({"createdTablesById": {}, "destroyedTableIds": []}, False),
    ],
)
def test_a_change_of_the_schema_is_told(payload: Any, changed: bool) -> None:
    assert feed_page(FEED, answer(payload, change())).schema_changed is changed


def test_the_last_person_who_changed_a_record_is_its_author() -> None:
    payloads = [
        change(**created(A, fld1="x"), **edited(B, {"fld1": "y"})) | by("Amaia"),
        change(**edited(A, {"fld1": "z"})) | by("Tomasz"),
        change(**edited(B, {"fld1": "z"})) | by(""),
    ]
    assert feed_page(FEED, answer(*payloads)).authors == {A: "Tomasz", B: "Amaia"}


def test_a_programs_write_tells_what_it_replaced() -> None:
    written = edited(A, {"fld1": "new", "fld2": "b"}, {"fld1": "old", "fld2": None, "fld3": {"id": "sel1", "name": "Won"}})
    page = feed_page(FEED, answer(change(**written) | by(source="publicApi")))
    assert page.replaced == [Replaced("tbl1", A, "fld1", "old", "new"), Replaced("tbl1", A, "fld3", "Won", None)]


def test_what_a_person_replaced_is_not_kept() -> None:
    assert feed_page(FEED, answer(change(**edited(A, {"fld1": "new"}, {"fld1": "old"})) | by("Amaia"))).replaced == []


@pytest.mark.parametrize(("more", "expected"), [(True, True), (False, False), (None, False)])
def test_the_page_says_whether_there_is_more(more: bool | None, expected: bool) -> None:
    assert feed_page(FEED, answer(mightHaveMore=more)).more is expected


@pytest.mark.parametrize(("cursor", "lost"), [(5, False), (6, False), (7, True), (60, True)])
def test_a_first_payload_beyond_the_cursor_is_a_gap(cursor: int, lost: bool) -> None:
    one = answer(change(), cursor=cursor)
    if lost:
        with pytest.raises(FeedLost):
            feed_page(FEED, one)
    else:
        assert feed_page(FEED, one).cursor == cursor


def test_a_payload_that_says_the_hook_failed_loses_the_feed() -> None:
    with pytest.raises(FeedLost):
        feed_page(FEED, answer(change(), {"error": True, "code": "INVALID_FILTERS"}))


HOSTILE: list[Any] = [
    {},
    {"payloads": None, "cursor": 5},
    {"payloads": {}, "cursor": 5},
    {"payloads": [], "cursor": None},
    {"payloads": [], "cursor": "5"},
    {"payloads": [], "cursor": 5.5},
    answer(None),
    answer("x"),
    answer([]),
    answer({"changedTablesById": ["tbl1"]}),
    answer({"changedTablesById": {"tbl1": None}}),
    answer({"changedTablesById": {"tbl1": []}}),
    answer(change(createdRecordsById=[A])),
    answer(change(createdRecordsById={A: None})),
    answer(change(createdRecordsById={A: {"cellValuesByFieldId": ["x"]}})),
    answer(change(changedRecordsById={A: {"current": ["x"]}})),
    answer(change(destroyedRecordIds=7)),
    answer({"actionMetadata": "x"}),
    answer({"actionMetadata": {"sourceMetadata": ["x"]}}),
    answer({"actionMetadata": {"sourceMetadata": {"user": "x"}}}),
    answer(change(**edited(A, {"fld1": "x"}, None)) | {"actionMetadata": ["publicApi"]}),
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=str)
def test_payloads_of_no_known_shape_are_trouble(hostile: Any) -> None:
    with pytest.raises(RemoteTrouble):
        feed_page(FEED, hostile)


@pytest.mark.parametrize(
    ("value", "listed"),
    [
        (None, None),
        ("x", "x"),
        (4, 4),
        ([], []),
        (["x"], ["x"]),
        ({"id": "sel1", "name": "Won"}, "Won"),
        ({"state": "generated"}, {"state": "generated"}),
        ([{"id": "sel1", "name": "A"}, {"id": "sel2", "name": "B"}], ["A", "B"]),
        ([{"id": "rec1", "name": "Acme"}, {"id": "rec2", "name": "Tarn"}], ["rec1", "rec2"]),
        ([{"id": "att1", "url": "https://x"}], ["att1"]),
        ([{"id": "rec1", "name": "Acme"}, {"id": "sel1", "name": "A"}], ["rec1", "A"]),
        ({"id": "usr1", "email": "a@x.example", "name": "Amaia"}, {"id": "usr1", "email": "a@x.example", "name": "Amaia"}),
        ([{"id": "usr1", "name": "Amaia"}], [{"id": "usr1", "name": "Amaia"}]),
        ([{"name": "A"}], [{"name": "A"}]),
    ],
)
def test_a_value_is_read_as_listings_have_it(value: object, listed: object) -> None:
    assert as_listed(value) == listed
