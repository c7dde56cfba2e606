"""Listing records: pages and their offsets, order, sorting, filters, fields, and refusals to the letter."""

from datetime import timedelta
from typing import Any

import pytest

from tests.unit.sandbox.small_base import BASE_ID, SmallAirtable, an_id, field_id, record


def fill(airtable: SmallAirtable, count: int) -> list[str]:
    """That many people; returns their ids."""
    airtable.people.add([record(f"P{number:03d}", {"Name": f"Person {number}", "Score": number}) for number in range(count)])
    return list(airtable.people.records)


def _ids(answer: Any) -> list[str]:
    return [row["id"] for row in answer.json["records"]]


def _letters(answer: Any) -> str:
    return "".join(record_id[3] for record_id in _ids(answer))


def _walk(airtable: SmallAirtable, **query: str) -> list[list[str]]:
    pages: list[list[str]] = []
    offset: dict[str, str] = {}
    while True:
        answer = airtable.on_people("GET", **query, **offset)
        assert answer.status == 200, answer.json
        pages.append(_ids(answer))
        if "offset" not in answer.json:
            return pages
        offset = {"offset": answer.json["offset"]}


@pytest.mark.parametrize(
    ("count", "size", "expected"),
    [
        (0, "10", [0]),
        (1, "10", [1]),
        (10, "10", [10]),
        (11, "10", [10, 1]),
        (25, "10", [10, 10, 5]),
        (250, "100", [100, 100, 50]),
        (3, "1", [1, 1, 1]),
    ],
)
def test_pages_are_full_until_the_last(airtable: SmallAirtable, count: int, size: str, expected: list[int]) -> None:
    everyone = fill(airtable, count)
    pages = _walk(airtable, pageSize=size)
    assert [len(page) for page in pages] == expected
    assert sorted(record_id for page in pages for record_id in page) == sorted(everyone)


def test_a_page_has_a_hundred_records_unless_asked(airtable: SmallAirtable) -> None:
    fill(airtable, 130)
    assert [len(page) for page in _walk(airtable)] == [100, 30]


@pytest.mark.parametrize(("limit", "expected"), [("1", [1]), ("10", [10]), ("15", [10, 5]), ("99", [10, 10, 5])])
def test_max_records_caps_the_whole_walk(airtable: SmallAirtable, limit: str, expected: list[int]) -> None:
    fill(airtable, 25)
    assert [len(page) for page in _walk(airtable, pageSize="10", maxRecords=limit)] == expected


def test_an_offset_names_its_walk_and_the_next_record(airtable: SmallAirtable) -> None:
    fill(airtable, 3)
    first = airtable.on_people("GET", pageSize="2")
    token, _, record_id = first.json["offset"].partition("/")
    second = airtable.on_people("GET", pageSize="2", offset=first.json["offset"])
    assert (token[:3], len(token)) == ("itr", 17)
    assert [record_id] == _ids(second)


def test_a_page_can_be_asked_for_again(airtable: SmallAirtable) -> None:
    fill(airtable, 30)
    first = airtable.on_people("GET", pageSize="10")
    offset = first.json["offset"]
    again = [_ids(airtable.on_people("GET", pageSize="10", offset=offset)) for _ in range(3)]
    assert again[0] == again[1] == again[2]
    assert not set(again[0]) & set(_ids(first))


def test_a_record_deleted_during_a_walk_is_left_out(airtable: SmallAirtable) -> None:
    fill(airtable, 20)
    first = airtable.on_people("GET", pageSize="10")
    gone = first.json["offset"].partition("/")[2]
    airtable.on_people("DELETE", record_id=gone)
    second = airtable.on_people("GET", pageSize="10", offset=first.json["offset"])
    assert len(_ids(second)) == 9
    assert gone not in _ids(second)


def test_a_record_created_during_a_walk_is_not_in_it(airtable: SmallAirtable) -> None:
    fill(airtable, 15)
    first = airtable.on_people("GET", pageSize="10")
    new = airtable.create(Name="New")
    second = airtable.on_people("GET", pageSize="10", offset=first.json["offset"])
    assert new not in _ids(second)


@pytest.mark.parametrize(
    "offset", ["nonsense", "itr/rec", f"{an_id('itr', 'A')}", f"{an_id('itr', 'A')}/x", f"x/{an_id('rec', 'A')}"]
)
def test_a_malformed_offset_is_refused_as_invalid(airtable: SmallAirtable, offset: str) -> None:
    answer = airtable.on_people("GET", offset=offset)
    assert answer.status == 422
    assert answer.json == {"error": {"type": "INVALID_OFFSET_VALUE", "message": "The value of offset is invalid"}}


def test_an_offset_with_a_record_of_no_walk_is_invalid(airtable: SmallAirtable) -> None:
    fill(airtable, 15)
    token = airtable.on_people("GET", pageSize="10").json["offset"].partition("/")[0]
    answer = airtable.on_people("GET", offset=f"{token}/{an_id('rec', 'Stranger')}")
    assert (answer.status, answer.kind) == (422, "INVALID_OFFSET_VALUE")


@pytest.mark.parametrize(("idle_s", "status"), [(599, 200), (600, 200), (601, 422)])
def test_a_walk_lives_ten_idle_minutes(airtable: SmallAirtable, idle_s: int, status: int) -> None:
    fill(airtable, 30)
    offset = airtable.on_people("GET", pageSize="10").json["offset"]
    airtable.workspace.clock.advance(timedelta(seconds=idle_s))
    answer = airtable.on_people("GET", pageSize="10", offset=offset)
    assert answer.status == status
    if status == 422:
        assert answer.json == {"error": {"type": "LIST_RECORDS_ITERATOR_NOT_AVAILABLE"}}


def test_each_page_gives_a_walk_another_ten_minutes(airtable: SmallAirtable) -> None:
    fill(airtable, 40)
    answer = airtable.on_people("GET", pageSize="10")
    for _ in range(3):
        airtable.workspace.clock.advance(timedelta(minutes=9))
        answer = airtable.on_people("GET", pageSize="10", offset=answer.json["offset"])
        assert answer.status == 200


def test_a_walk_belongs_to_its_table(airtable: SmallAirtable) -> None:
    fill(airtable, 15)
    offset = airtable.on_people("GET", pageSize="10").json["offset"]
    answer = airtable.send("GET", f"{BASE_ID}/Companies", offset=offset)
    assert (answer.status, answer.kind) == (422, "LIST_RECORDS_ITERATOR_NOT_AVAILABLE")


def test_expiring_iterators_ends_every_walk_and_counts_them(airtable: SmallAirtable) -> None:
    fill(airtable, 15)
    offsets = [airtable.on_people("GET", pageSize="10").json["offset"] for _ in range(2)]
    assert airtable.service.listing.expire_iterators() == 2
    assert airtable.service.listing.expire_iterators() == 0
    assert {airtable.on_people("GET", offset=offset).status for offset in offsets} == {422}


def test_a_walk_to_its_end_leaves_no_iterator(airtable: SmallAirtable) -> None:
    fill(airtable, 15)
    _walk(airtable, pageSize="10")
    assert airtable.service.listing.expire_iterators() == 0


def test_without_sort_the_order_means_nothing_but_is_stable(airtable: SmallAirtable) -> None:
    airtable.people.add([record(name, {"Name": name}) for name in ("Zoe", "Ada", "Moe")])
    assert _ids(airtable.on_people("GET")) == [an_id("rec", name) for name in ("Ada", "Moe", "Zoe")]


_ROWS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("A", {"Name": "delta", "Score": 2, "Due": "2026-03-01", "Active": True}),
    ("B", {"Name": "alpha", "Score": 3, "Due": "2026-01-01"}),
    ("C", {"Name": "charlie", "Score": 1}),
    ("D", {"Score": 2, "Due": "2026-02-01"}),
)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ({"sort[0][field]": "Score"}, "CADB"),
        ({"sort[0][field]": "Score", "sort[0][direction]": "asc"}, "CADB"),
        ({"sort[0][field]": "Score", "sort[0][direction]": "desc"}, "BADC"),
        ({"sort[0][field]": "Name"}, "DBCA"),
        ({"sort[0][field]": "Name", "sort[0][direction]": "desc"}, "ACBD"),
        ({"sort[0][field]": "Due"}, "CBDA"),
        ({"sort[0][field]": field_id("Due"), "sort[0][direction]": "desc"}, "ADBC"),
        ({"sort[0][field]": "Score", "sort[1][field]": "Name"}, "CDAB"),
        ({"sort[0][field]": "Score", "sort[1][field]": "Name", "sort[1][direction]": "desc"}, "CADB"),
        ({"sort[1][field]": "Name", "sort[0][field]": "Score", "sort[0][direction]": "desc"}, "BDAC"),
        ({"sort[0][field]": "Label", "sort[0][direction]": "desc"}, "ACBD"),
    ],
)
def test_sorting_puts_blanks_first_and_breaks_ties_by_later_keys(
    airtable: SmallAirtable, sort: dict[str, str], expected: str
) -> None:
    airtable.people.add([record(name, cells) for name, cells in _ROWS])
    assert _letters(airtable.on_people("GET", **sort)) == expected
    keys = [
        {"field": sort[f"sort[{place}][field]"], "direction": sort.get(f"sort[{place}][direction]", "asc")}
        for place in range(2)
        if f"sort[{place}][field]" in sort
    ]
    posted = airtable.on_people("POST", {"sort": keys}, record_id="listRecords")
    assert _letters(posted) == expected


def test_sorting_by_times_that_airtable_fills(airtable: SmallAirtable) -> None:
    first, second = record("A", {}, edited_ms=9_000), record("B", {}, edited_ms=5_000)
    first.created_ms, second.created_ms = 1_000, 2_000
    airtable.people.add([second, first])
    by_created = airtable.on_people("GET", **{"sort[0][field]": "Created"})
    by_changed = airtable.on_people("GET", **{"sort[0][field]": "Changed"})
    assert _ids(by_created) == [first.id, second.id]
    assert _ids(by_changed) == [second.id, first.id]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("{Score}>1", "ABD"),
        ("AND({Score}=2,{Name})", "A"),
        ("{Due}=BLANK()", "C"),
        (f"RECORD_ID()='{an_id('rec', 'B')}'", "B"),
        (f"OR(RECORD_ID()='{an_id('rec', 'B')}',RECORD_ID()='{an_id('rec', 'D')}')", "BD"),
        (f"OR(RECORD_ID()='{an_id('rec', 'Nobody')}')", ""),
        ("{Active}", "A"),
        ("", "ABCD"),
    ],
)
def test_a_formula_filters_before_paging(airtable: SmallAirtable, formula: str, expected: str) -> None:
    airtable.people.add([record(name, cells) for name, cells in _ROWS])
    pages = _walk(airtable, pageSize="1", filterByFormula=formula)
    assert "".join(record_id[3] for page in pages for record_id in page) == expected


@pytest.mark.parametrize("keys", [["fields[]"], ["fields[0]"], ["fields"]])
def test_only_the_fields_asked_for_are_shown(airtable: SmallAirtable, keys: list[str]) -> None:
    airtable.people.add([record(name, cells) for name, cells in _ROWS])
    rows = airtable.on_people("GET", **{keys[0]: "Score"}).json["records"]
    assert {tuple(row["fields"]) for row in rows} == {("Score",)}


def test_fields_may_be_named_by_id_and_several_at_once(airtable: SmallAirtable) -> None:
    airtable.people.add([record("A", _ROWS[0][1])])
    query = {"fields[0]": "Name", "fields[1]": field_id("Due"), "fields[2]": "Created"}
    row = airtable.on_people("GET", **query).json["records"][0]
    assert row["fields"] == {"Name": "delta", "Due": "2026-03-01", "Created": "2026-01-05T08:00:00.000Z"}


@pytest.mark.parametrize("spelling", ["1", "true"])
def test_fields_can_be_keyed_by_id(airtable: SmallAirtable, spelling: str) -> None:
    airtable.people.add([record("A", _ROWS[0][1])])
    row = airtable.on_people("GET", returnFieldsByFieldId=spelling).json["records"][0]
    assert set(row["fields"]) == {field_id(name) for name in ("Name", "Score", "Due", "Active", "Created", "Label")}


@pytest.mark.parametrize("spelling", ["0", "false", ""])
def test_fields_are_keyed_by_name_otherwise(airtable: SmallAirtable, spelling: str) -> None:
    airtable.people.add([record("A", {"Name": "delta"})])
    row = airtable.on_people("GET", returnFieldsByFieldId=spelling).json["records"][0]
    assert set(row["fields"]) == {"Name", "Created", "Label"}


def test_a_record_has_its_id_its_birth_and_no_empty_cells(airtable: SmallAirtable) -> None:
    airtable.people.add([record("A", {"Stage": "Won"}, edited_ms=1_767_600_000_250)])
    assert airtable.on_people("GET").json == {
        "records": [
            {
                "id": an_id("rec", "A"),
                "createdTime": "2026-01-05T08:00:00.000Z",
                "fields": {
                    "Stage": "Won",
                    "Created": "2026-01-05T08:00:00.000Z",
                    "Changed": "2026-01-05T08:00:00.250Z",
                    "Label": " (Won)",
                },
            }
        ]
    }


@pytest.mark.parametrize(("metadata", "shown"), [("commentCount", True), ("other", False)])
def test_comment_counts_come_only_when_asked_for(airtable: SmallAirtable, metadata: str, shown: bool) -> None:
    fill(airtable, 1)
    row = airtable.on_people("GET", **{"recordMetadata[]": metadata}).json["records"][0]
    assert (row.get("commentCount") == 0) is shown


@pytest.mark.parametrize("view", ["Grid view", an_id("viw", "People")])
def test_the_grid_view_is_known_by_name_and_id(airtable: SmallAirtable, view: str) -> None:
    fill(airtable, 2)
    assert len(_ids(airtable.on_people("GET", view=view))) == 2


@pytest.mark.parametrize(
    ("view", "kind", "message"),
    [
        ("Hot leads", "VIEW_NAME_NOT_FOUND", "View 'Hot leads' not found"),
        (an_id("viw", "Other"), "VIEW_ID_NOT_FOUND", f"View id not found: {an_id('viw', 'Other')}"),
    ],
)
def test_an_unknown_view_is_refused_to_the_letter(airtable: SmallAirtable, view: str, kind: str, message: str) -> None:
    answer = airtable.on_people("GET", view=view)
    assert (answer.status, answer.kind, answer.message) == (422, kind, message)


@pytest.mark.parametrize("query", [{"fields[]": "Age"}, {"sort[0][field]": "Age"}])
def test_a_field_that_is_not_there_is_refused_by_name(airtable: SmallAirtable, query: dict[str, str]) -> None:
    fill(airtable, 1)
    answer = airtable.on_people("GET", **query)
    assert (answer.status, answer.kind, answer.message) == (422, "UNKNOWN_FIELD_NAME", 'Unknown field name: "Age"')
