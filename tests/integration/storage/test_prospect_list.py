"""The list agrees with a plain reading of all records, whatever is filtered, searched and sorted."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from functools import cmp_to_key

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.storage.engine.database import Database
from journeydesk.storage.lists import prospect_list
from journeydesk.storage.lists.list_filters import ALIASES
from journeydesk.storage.lists.prospect_list import (
    Condition,
    Query,
    count,
    distinct,
    lines,
    ordered_ids,
    page_of_ids,
    revenue_of,
)
from journeydesk.storage.records import records
from journeydesk.storage.records.folding import fold
from tests.integration.storage.conftest import AUTHOR

Row = Mapping[str, Stored]

_ROWS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "company": st.sampled_from(["Łąkowisko Meble", "lakowisko Rail", "Mbali", "蒼嶺測器", "Zzz"]),
            "owner": st.sampled_from(["Amaia", "amaia", "Tomasz", "Ädel"]),
            "status": st.sampled_from(["New", "Active", "Churned"]),
            "score": st.integers(0, 4),
            "next_follow_up": st.sampled_from(["2026-05-18", "2026-05-19", "2026-05-20"]),
            "applied_on": st.sampled_from(["2026-05-18T23:59:59.999Z", "2026-05-19T00:00:00.000Z", "2026-05-20T00:00:00.000Z"]),
            "notes": st.sampled_from(["asked for a webhook", "Webhooks, later", "no interest"]),
            "estimated_revenue": st.integers(0, 3),
        },
    ),
    max_size=12,
)
_DAYS = st.sampled_from(["2026-05-17", "2026-05-18", "2026-05-19", "2026-05-20"])


def _conditions(field: str, values: st.SearchStrategy[str | int], ordered: bool) -> st.SearchStrategy[Condition]:
    one = values.map(lambda value: (value,))
    equal = st.builds(Condition, st.just(field), st.sampled_from(["is", "is_not"]), one)
    among = st.builds(
        Condition, st.just(field), st.sampled_from(["any_of", "none_of"]), st.lists(values, max_size=3).map(tuple)
    )
    empty = st.builds(Condition, st.just(field), st.sampled_from(["empty", "not_empty"]))
    compared = st.builds(Condition, st.just(field), st.sampled_from(["before", "after", "on_or_before", "on_or_after"]), one)
    return st.one_of(equal, among, empty, compared) if ordered else st.one_of(equal, among, empty)


_CONDITIONS = st.one_of(
    _conditions("score", st.integers(-1, 5), True),
    _conditions("status", st.sampled_from(["New", "Active", "Churned", "Nowhere"]), False),
    _conditions("follow_up", _DAYS, True),
    _conditions("applied_on", _DAYS, True),
    _conditions("owner", st.sampled_from(["Amaia", "AMAIA", "Tomasz", "Ädel", "Nobody"]), False),
    st.builds(Condition, st.just("company"), st.just("contains"), st.sampled_from(["łako", "RAIL", "測"]).map(lambda v: (v,))),
    st.builds(Condition, st.just("notes"), st.just("contains"), st.sampled_from(["webhook", "for asked"]).map(lambda v: (v,))),
)
_SORTS = st.lists(
    st.tuples(st.sampled_from(["company", "owner", "status", "score", "follow_up", "applied_on", "notes"]), st.booleans()),
    min_size=1,
    max_size=3,
).map(tuple)
_QUERIES = st.builds(Query, st.sampled_from(["", "", "la", "蒼嶺"]), st.lists(_CONDITIONS, max_size=3).map(tuple), _SORTS)


def _key(column: str, value: Stored) -> Stored:
    if value is None:
        return None
    if column == "company":
        return fold(str(value))
    if column == "owner":
        return "".join(c.lower() if c.isascii() else c for c in str(value))
    return value


def _holds(row: Row, condition: Condition) -> bool:
    column = ALIASES.get(condition.field, condition.field)
    mine = _key(column, row.get(column))
    if condition.operator in ("empty", "not_empty"):
        return (mine is None) == (condition.operator == "empty")
    if condition.operator == "contains":
        if column == "notes":
            words = list(fold(str(mine or "")).replace(",", " ").split())
            return all(any(word.startswith(part) for word in words) for part in str(condition.values[0]).split())
        return mine is not None and fold(str(condition.values[0])) in str(mine)
    wanted = [_key(column, value) for value in condition.values]
    if column == "applied_on" and mine is not None:
        mine = str(mine)[:10]
    if condition.operator in ("is", "any_of"):
        return mine is not None and mine in wanted
    if condition.operator in ("is_not", "none_of"):
        return mine is None or mine not in wanted
    if mine is None:
        return False
    other = wanted[0]
    assert isinstance(other, type(mine))
    return {
        "before": mine < other,  # type: ignore[operator]
        "after": mine > other,  # type: ignore[operator]
        "on_or_before": mine <= other,  # type: ignore[operator]
        "on_or_after": mine >= other,  # type: ignore[operator]
    }[condition.operator]


def _found(row: Row, search: str) -> bool:
    words = fold(f"{row.get('company') or ''}").split()
    return not search or any(word.startswith(fold(search)) for word in words)


def _compare(keys: Sequence[tuple[str, bool]]) -> Callable[[tuple[RecordId, Row], tuple[RecordId, Row]], int]:
    def compare(one: tuple[RecordId, Row], other: tuple[RecordId, Row]) -> int:
        for name, descending in keys:
            column = ALIASES.get(name, name)
            a, b = _key(column, one[1].get(column)), _key(column, other[1].get(column))
            if a != b:
                if a is None or b is None:
                    return 1 if a is None else -1
                return (-1 if a < b else 1) * (-1 if descending else 1)  # type: ignore[operator]
        return 0

    return compare


def _expected(rows: Sequence[tuple[RecordId, Row]], query: Query) -> list[tuple[RecordId, Row]]:
    shown = [(r, row) for r, row in rows if _found(row, query.search) and all(_holds(row, c) for c in query.conditions)]
    return sorted(shown, key=cmp_to_key(_compare(query.sort)))


def _fill(database: Database, rows: Sequence[Row]) -> list[tuple[RecordId, Row]]:
    with database.write() as connection:
        stored = [
            (records.insert(connection, "prospects", {"key": f"BETA-{n}", **row}, AUTHOR), row) for n, row in enumerate(rows)
        ]
        gone = records.insert(connection, "prospects", {"key": "GONE", "company": "Mbali", "score": 2}, AUTHOR)
        records.set_deleted(connection, "prospects", gone, True, AUTHOR)
    return stored


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=_ROWS, queries=st.lists(_QUERIES, min_size=1, max_size=4), few=st.sampled_from([0, 200]))
def test_any_view_shows_what_a_plain_reading_gives(
    fresh: Callable[[], Database], rows: list[Row], queries: list[Query], few: int
) -> None:
    database = fresh()
    stored = _fill(database, rows)
    values = dict(stored)
    for query in queries:
        expected = _expected(stored, query)
        # Few records are read one by one, many along an index: with 0 even a handful counts as many.
        with database.read() as connection, pytest.MonkeyPatch.context() as patch:
            patch.setattr(prospect_list, "_FEW", few)
            assert count(connection, query) == len(expected)
            ids = [RecordId(lid) for lid in ordered_ids(connection, query)]
            pages = [lid for start in range(0, len(ids) + 1, 5) for lid in page_of_ids(connection, query, start, 5)]
        assert sorted(ids) == sorted(record for record, _ in expected)
        compare = _compare(query.sort)
        shown = [(record, values[record]) for record in ids]
        assert all(compare(a, b) <= 0 for a, b in itertools.pairwise(shown))
        assert pages == ids


def test_lines_come_in_the_order_asked_for_and_leave_out_what_is_gone(database: Database) -> None:
    stored = _fill(database, [{"company": "A"}, {"company": "B"}, {"company": "C"}])
    ids = [stored[2][0], RecordId(999), stored[0][0]]
    with database.read() as connection:
        assert [line["company"] for line in lines(connection, ids)] == ["C", "A"]


def test_a_write_makes_the_list_forget_what_it_remembered(database: Database) -> None:
    stored = _fill(database, [{"score": 1}, {"score": 2}])
    query = Query(conditions=(Condition("score", "at_least", (2,)), Condition("status", "empty")), sort=(("score", True),))
    with database.read() as connection:
        assert count(connection, query) == 1
    with database.write() as connection:
        records.update(connection, "prospects", stored[0][0], {"score": 3}, AUTHOR)
        assert count(connection, query) == 2
    with database.read() as connection:
        assert page_of_ids(connection, query, 0, 9) == [stored[0][0], stored[1][0]]


def test_sums_and_values_are_of_living_records(database: Database) -> None:
    stored = _fill(database, [{"estimated_revenue": 5, "owner": "Tomasz"}, {"estimated_revenue": 7, "owner": "Amaia"}])
    with database.read() as connection:
        assert revenue_of(connection, [record for record, _ in stored]) == 12
        assert distinct(connection, "owner") == ["Amaia", "Tomasz"]


@pytest.mark.parametrize(
    "query",
    [
        Query(sort=(("1; DROP TABLE prospects", False),)),
        Query(conditions=(Condition("nothing", "is", (1,)),)),
        Query(conditions=(Condition("score", "matches", (1,)),)),
        Query(conditions=(Condition("score", "is"),)),
        Query(conditions=(Condition("notes", "is", ("a",)),)),
        Query(conditions=(Condition("applied_on", "after", ("31.12.2026",)),)),
    ],
)
def test_a_view_that_cannot_be_is_refused_with_a_sentence(database: Database, query: Query) -> None:
    with pytest.raises(UserError) as refused, database.read() as connection:
        count(connection, query)
        page_of_ids(connection, query, 0, 10)
    assert str(refused.value).endswith(".")
