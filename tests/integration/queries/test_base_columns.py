"""Fields of the base that are not ours are columns: shown, filtered and sorted by."""

import json

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.columns import column_named, other_column
from journeydesk.services.queries.lists.filter_values import offered
from journeydesk.services.queries.lists.prospects import base_columns, prospect_rows, view_count
from journeydesk.services.queries.lists.shown_ids import first_shown, prospect_ids
from journeydesk.services.rows.prospects import Filter, ListView, SortKey
from journeydesk.storage.lists import first_page
from journeydesk.storage.records.pulled import set_extra
from journeydesk.storage.sync import table_maps
from tests.integration.office import Office

CODE = other_column("Budget code")


def held(office: Office, **values: object) -> list[RecordId]:
    """Prospects that hold these in the base's field, by company."""
    records = []
    for company, value in values.items():
        record = office.prospect(company=company)
        extra = None if value is None else json.dumps({"Budget code": value})
        with office.context.database.write() as connection:
            set_extra(connection, "prospects", record, extra)
        records.append(record)
    return records


def test_the_fields_of_the_base_are_offered_by_their_names(office: Office) -> None:
    fields = [
        table_maps.MappedField("company", "fld1", "Company", "singleLineText", table_maps.FOUND, {}, {}),
        table_maps.MappedField(None, "fld3", "size", "number", table_maps.FOUND, {}, {}),
        table_maps.MappedField(None, "fld2", "Budget code", "singleLineText", table_maps.FOUND, {}, {}),
        table_maps.MappedField(None, "fld4", 'A "quoted" one', "singleLineText", table_maps.FOUND, {}, {}),
    ]
    with office.context.database.write() as connection:
        table_maps.store_mapped(connection, "prospects", "tbl1", fields)
    assert [column.title for column in base_columns(office.context)] == ["Budget code", "size"]


def test_they_are_shown_in_one_line(office: Office) -> None:
    ids = held(office, A="B-1", B=["x", "y"], C={"name": "Ida", "email": "i@x.example"}, D=12, E=None, F="[odd")
    rows = prospect_rows(office.context, ids, (CODE,))
    assert [row.cell(CODE) for row in rows] == ["B-1", "x, y", "Ida, i@x.example", "12", None, "[odd"]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(
    ("operator", "values", "left"),
    [
        ("contains", ("b-",), "AB"),
        ("not_contains", ("b-",), "CD"),
        ("is", ("b-1",), "A"),
        ("is_not", ("B-1",), "BCD"),
        ("any_of", ("B-1", "Z"), "AC"),
        ("none_of", ("B-1", "Z"), "BD"),
        ("empty", (), "D"),
        ("not_empty", (), "ABC"),
    ],
)
def test_they_are_filtered_by(
    office: Office, monkeypatch: pytest.MonkeyPatch, operator: str, values: tuple[str, ...], left: str, large: bool
) -> None:
    if large:
        monkeypatch.setattr(first_page, "LARGE", 1)
    ids = held(office, A="B-1", B="B-2", C="Z", D=None)
    view = ListView(filters=(Filter(CODE.key, operator, values),), sort=(SortKey("company"),))
    wanted = [record for record, name in zip(ids, "ABCD", strict=True) if name in left]
    assert list(first_shown(office.context, view).ids) == wanted
    assert list(prospect_ids(office.context, view)) == wanted
    assert view_count(office.context, view) == len(wanted)


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ((SortKey(CODE.key), SortKey("company")), "FEACBDG"),
        ((SortKey(CODE.key, descending=True), SortKey("company")), "BACEFDG"),
        ((SortKey("owner"), SortKey(CODE.key)), "FEACBDG"),
        ((SortKey(CODE.key), SortKey("company", descending=True)), "FECABGD"),
    ],
)
def test_a_list_is_sorted_by_them_numbers_as_numbers_and_empty_last(
    office: Office, sort: tuple[SortKey, ...], order: str
) -> None:
    ids = held(office, A="b-1", B="C", C="B-1", D=None, E=12, F=9, G="")
    names = dict(zip(ids, "ABCDEFG", strict=True))
    view = ListView(sort=sort)
    assert "".join(names[each] for each in prospect_ids(office.context, view)) == order


def test_a_long_list_that_is_sorted_by_them_shows_something_at_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_page, "LARGE", 1)
    ids = held(office, A="3", B="2", C="1")
    view = ListView(sort=(SortKey(CODE.key),))
    first = first_shown(office.context, view)
    assert (sorted(first.ids), first.whole) == (ids, False)
    assert list(prospect_ids(office.context, view)) == ids[::-1]


def test_a_list_is_not_sorted_by_who_is_behind_a_figure_and_says_so(office: Office) -> None:
    with pytest.raises(UserError, match="cannot be sorted by Report"):
        prospect_ids(office.context, ListView(sort=(SortKey("report"),)))


def test_values_are_counted_among_what_other_filters_leave(office: Office) -> None:
    for source, score in (("Email", 5), ("Email", 30), ("LinkedIn", 40), (None, 50)):
        office.prospect(company="X", source=source, score=score)
    others = ListView(filters=(Filter("score", "at_least", (20,)),))
    column = column_named("source")
    assert column is not None
    found = offered(office.context, others, column, Filter("source", "none_of", ("Email", "")), True)
    assert (found.counts, found.before, found.after) == ({"": 1, "Email": 1, "LinkedIn": 1}, 3, 1)
