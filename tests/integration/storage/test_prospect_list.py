"""The list agrees with a plain reading of all records, whatever is filtered, searched and sorted."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.columns import COLUMNS, SHOWN, Column, Operator, column_named
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.lists.list_filters import Bound, Condition
from journeydesk.storage.lists.prospect_lines import OTHER_COLUMNS, lines, revenue_of
from journeydesk.storage.lists.prospect_list import Query, count, distinct, ordered_ids, revenue_shown
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.schema.layout import list_columns
from tests.integration.storage.conftest import AUTHOR, KEY
from tests.integration.storage.plain_list import VALUES, Row, asked, compare, fill, in_order, shown, varied_rows

_DRAWN = (
    "company",
    "job_title",
    "owner",
    "status",
    "stage",
    "score",
    "deal_probability",
    "revenue",
    "at_risk",
    "follow_up",
    "applied_on",
    "notes",
    "entry_point",
)
"""One column of each kind, and both sorts of long text."""

_COLUMNS = [column for name in _DRAWN if (column := column_named(name)) is not None]
_ROWS = st.lists(
    st.fixed_dictionaries({}, optional={column.field: st.sampled_from(VALUES[column.kind]) for column in _COLUMNS}),
    max_size=12,
)


def _values(column: Column, operator: Operator) -> st.SearchStrategy[tuple[Bound, ...]]:
    if operator in (Operator.EMPTY, Operator.NOT_EMPTY):
        return st.just(())
    value = st.sampled_from(asked(column, operator))
    if operator.takes == 2:
        return st.tuples(value, value)
    if operator.takes < 0:
        return st.lists(value | st.just(""), max_size=3, min_size=1).map(tuple)
    return st.tuples(value)


def asked_here(column: Column) -> list[Operator]:
    """How a column can be asked for: lengths of time are days before they come to storage."""
    return [operator for operator in column.kind.operators if not operator.is_length]


_CONDITIONS = st.sampled_from([(column, operator) for column in _COLUMNS for operator in asked_here(column)]).flatmap(
    lambda pair: st.builds(Condition, st.just(pair[0].key), st.just(pair[1]), _values(*pair))
)
_SORTS = st.lists(st.tuples(st.sampled_from(_DRAWN), st.booleans()), min_size=1, max_size=3).map(tuple)
_QUERIES = st.builds(Query, st.sampled_from(["", "", "la", "蒼嶺"]), st.lists(_CONDITIONS, max_size=3).map(tuple), _SORTS)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rows=_ROWS, queries=st.lists(_QUERIES, min_size=1, max_size=4))
def test_any_view_shows_what_a_plain_reading_gives(
    fresh: Callable[[], Database], rows: list[Row], queries: list[Query]
) -> None:
    database = fresh()
    stored = fill(database, rows)
    values = dict(stored)
    for query in queries:
        expected = shown(stored, query)
        with database.read() as connection:
            assert count(connection, query) == len(expected)
            ids = [RecordId(lid) for lid in ordered_ids(connection, query)]
            assert revenue_shown(connection, query) == revenue_of(connection, ids)
        assert sorted(ids) == sorted(expected)
        assert all(compare(query.sort, values[a], values[b]) <= 0 for a, b in itertools.pairwise(ids))


@pytest.fixture(scope="module")
def varied(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, list[tuple[RecordId, Row]]]]:
    """A workspace with records that differ in every column; nothing is changed in it."""
    folder = tmp_path_factory.mktemp("varied")
    shutil.copy(made_once, folder / FILE_NAME)
    database = open_database(folder, KEY)
    yield database, fill(database, varied_rows(40))
    database.close()


Varied = tuple[Database, list[tuple[RecordId, Row]]]


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.key)
def test_every_operator_of_a_column_finds_the_right_ones(varied: Varied, column: Column) -> None:
    database, stored = varied
    wrong = []
    with database.read() as connection:
        for operator in asked_here(column):
            for values in _askings(column, operator):
                query = Query(conditions=(Condition(column.key, operator, values),))
                if sorted(ordered_ids(connection, query)) != sorted(shown(stored, query)):
                    wrong.append((operator, values))
                assert count(connection, query) == len(shown(stored, query))
    assert wrong == []


def _askings(column: Column, operator: Operator) -> list[tuple[Bound, ...]]:
    if operator in (Operator.EMPTY, Operator.NOT_EMPTY):
        return [()]
    values = asked(column, operator)
    if operator.takes == 2:
        return [*itertools.pairwise(values), *itertools.pairwise(values[::-1]), *((value, value) for value in values)]
    several = operator in (Operator.ANY_OF, Operator.NONE_OF)
    return [(value,) for value in values] + ([(), values, values[:2], (*values[:1], "")] if several else [])


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.key)
def test_sorting_by_a_column_and_any_other_keeps_both_orders(varied: Varied, column: Column) -> None:
    database, stored = varied
    with database.read() as connection:
        for descending in (False, True):
            keys = ((column.key, descending),)
            assert list(ordered_ids(connection, Query(sort=keys))) == in_order(stored, keys)
            for other in COLUMNS:
                if other is not column:
                    pair = ((column.key, descending), (other.key, not descending))
                    assert list(ordered_ids(connection, Query(sort=pair))) == in_order(stored, pair), other.key


def test_every_column_is_found_by_its_key_and_its_field() -> None:
    for column in COLUMNS:
        assert column_named(column.key) is column
        assert column_named(column.field) is column
    assert len({column.key for column in COLUMNS}) == len(COLUMNS)


def test_every_column_has_the_index_that_it_is_walked_by(database: Database) -> None:
    with database.read() as connection:
        indexes = dict(sql.rows(connection, "SELECT name, sql FROM sqlite_master WHERE name GLOB 'ix_list_*'"))
    wanted = {
        f"ix_list_{field}": f"CREATE INDEX ix_list_{field} ON prospects ({expression}) WHERE deleted = 0"
        for field, expression in list_columns.items()
    }
    assert indexes == wanted
    assert list(list_columns) == [column.field for column in COLUMNS]


def test_a_line_holds_every_column_that_is_shown(varied: Varied) -> None:
    database, stored = varied
    with database.read() as connection:
        found = lines(connection, [record for record, _ in stored])
    for line, (record, row) in zip(found, stored, strict=True):
        assert line.record == record
        assert line.others == tuple(row.get(column.field) for column in OTHER_COLUMNS)
        named = (
            line.company,
            line.stage,
            line.score,
            line.status,
            line.follow_up,
            line.owner,
            line.revenue,
            line.last_touch_at,
        )
        assert named == tuple(row.get(column.field) for column in SHOWN if column not in OTHER_COLUMNS)


def test_lines_come_in_the_order_asked_for_and_leave_out_what_is_gone(database: Database) -> None:
    stored = fill(database, [{"company": "A"}, {"company": "B"}, {"company": "C"}])
    ids = [stored[2][0], RecordId(999), stored[0][0]]
    with database.read() as connection:
        assert [line.company for line in lines(connection, ids)] == ["C", "A"]


def test_a_write_makes_the_list_forget_what_it_remembered(database: Database) -> None:
    stored = fill(database, [{"score": 1}, {"score": 2}])
    query = Query(conditions=(Condition("score", "at_least", (2,)), Condition("status", "empty")), sort=(("score", True),))
    with database.read() as connection:
        assert count(connection, query) == 1
    with database.write() as connection:
        records.update(connection, "prospects", stored[0][0], {"score": 3}, AUTHOR)
        assert count(connection, query) == 2
    with database.read() as connection:
        assert list(ordered_ids(connection, query)) == [stored[0][0], stored[1][0]]


def test_sums_and_values_are_of_living_records(database: Database) -> None:
    stored = fill(database, [{"estimated_revenue": 5, "owner": "Tomasz"}, {"estimated_revenue": 7, "owner": "Amaia"}])
    with database.read() as connection:
        assert revenue_of(connection, [record for record, _ in stored]) == 12
        assert distinct(connection, "owner") == ["Amaia", "Tomasz"]


def test_values_are_named_without_a_walk_through_all(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql, "_STEPS_BETWEEN_LOOKS", 10)
    owners = ("Amaia", "amaia", "Tomasz", None)
    fill(database, [{"owner": owners[number % 4], "score": number % 3} for number in range(200)])
    with database.read() as connection, sql.at_most(connection, 300):
        assert distinct(connection, "owner") == ["Amaia", "Tomasz"]
        assert distinct(connection, "score") == ["0", "1", "2"]


@pytest.mark.parametrize(
    "query",
    [
        Query(sort=(("1; DROP TABLE prospects", False),)),
        Query(conditions=(Condition("nothing", "is", (1,)),)),
        Query(conditions=(Condition("score", "matches", (1,)),)),
        Query(conditions=(Condition("score", "contains", ("1",)),)),
        Query(conditions=(Condition("status", "before", ("New",)),)),
        Query(conditions=(Condition("company", "contains", ("",)),)),
        Query(conditions=(Condition("notes", "contains", ("…",)),)),
        Query(conditions=(Condition("score", "is"),)),
        Query(conditions=(Condition("notes", "is", ("a",)),)),
        Query(conditions=(Condition("applied_on", "after", ("31.12.2026",)),)),
    ],
)
def test_a_view_that_cannot_be_is_refused_with_a_sentence(database: Database, query: Query) -> None:
    with pytest.raises(UserError) as refused, database.read() as connection:
        count(connection, query)
        ordered_ids(connection, query)
    assert str(refused.value).endswith(".")
