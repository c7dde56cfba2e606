"""The first rows of a large list are those of the whole list, whichever way they are found."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.columns import COLUMNS
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.lists import first_page as module
from journeydesk.storage.lists.first_page import FirstPage, first_page, is_large
from journeydesk.storage.lists.prospect_list import Query, ordered_ids, sort_keys
from journeydesk.storage.records import records
from tests.integration.storage.conftest import AUTHOR
from tests.integration.storage.plain_list import Row, fill
from tests.integration.storage.test_prospect_list import _QUERIES, _ROWS, Varied, varied

__all__ = ["varied"]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    rows=_ROWS,
    queries=st.lists(_QUERIES, min_size=1, max_size=4),
    few=st.sampled_from([0, 2, 1_000]),
    common=st.sampled_from([0, 1, 15_000]),
    limit=st.sampled_from([1, 3, 50]),
)
def test_the_first_page_begins_the_whole_list(
    fresh: Callable[[], Database], rows: list[Row], queries: list[Query], few: int, common: int, limit: int
) -> None:
    database = fresh()
    fill(database, rows)
    with database.read() as connection, pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FEW", few)
        patch.setattr(module, "_COMMON", common)
        for query in queries:
            page = first_page(connection, query.search, query.conditions, sort_keys(query), limit)
            every = list(ordered_ids(connection, query))
            assert page.ids[:limit] == every[:limit]
            assert page.whole in (len(every) <= len(page.ids), len(every) < limit)
            assert not page.whole or page.ids == every


@pytest.mark.parametrize("few", [0, 3, 1_000])
def test_two_columns_in_any_direction_begin_alike(varied: Varied, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    database, _ = varied
    monkeypatch.setattr(module, "_FEW", few)
    with database.read() as connection:
        for column in COLUMNS:
            for other in COLUMNS:
                for down, further in ((False, False), (False, True), (True, False), (True, True)):
                    query = Query(sort=((column.key, down), (other.key, further)))
                    page = first_page(connection, "", (), sort_keys(query), 15)
                    assert page.ids == list(ordered_ids(connection, query))[:15], (column.key, other.key, down, further)


def test_a_long_walk_ends_with_what_it_has(varied: Varied, monkeypatch: pytest.MonkeyPatch) -> None:
    database, stored = varied
    monkeypatch.setattr(sql, "_STEPS_BETWEEN_LOOKS", 10)
    monkeypatch.setattr(module, "_STEPS", 100)
    with database.read() as connection:
        page = first_page(connection, "", (), sort_keys(Query()), 1_000)
        assert not page.whole
        assert page.ids == list(ordered_ids(connection, Query()))[: len(page.ids)]
        # The connection reads on without a bound.
        assert len(ordered_ids(connection, Query())) == len(stored)


def test_a_list_is_large_beyond_its_bound(varied: Varied, monkeypatch: pytest.MonkeyPatch) -> None:
    database, stored = varied
    with database.read() as connection:
        assert not is_large(connection)
        monkeypatch.setattr(module, "LARGE", len(stored))
        assert not is_large(connection)
        monkeypatch.setattr(module, "LARGE", len(stored) - 1)
        assert is_large(connection)


def test_what_was_counted_is_counted_anew_after_a_write(fresh: Callable[[], Database], monkeypatch: pytest.MonkeyPatch) -> None:
    database = fresh()
    monkeypatch.setattr(module, "LARGE", 1)
    found = []
    for number in range(3):
        with database.write() as connection:
            records.insert(connection, "prospects", {"key": f"K{number}", "company": f"Quillon {number}"}, AUTHOR)
            # A transaction sees what it has just written itself.
            found.append(is_large(connection))
        with database.read() as connection:
            found += [is_large(connection), is_large(connection)]
    assert found == [False, False, False, True, True, True, True, True, True]


def test_a_page_is_full_though_most_have_nothing_there(fresh: Callable[[], Database], monkeypatch: pytest.MonkeyPatch) -> None:
    database = fresh()
    monkeypatch.setattr(sql, "_STEPS_BETWEEN_LOOKS", 10)
    monkeypatch.setattr(module, "_STEPS", 400)
    stored = fill(database, [{"owner": "Amaia" if number % 100 == 99 else None} for number in range(500)])
    first = [record for record, row in stored if row["owner"]][:3]
    with database.read() as connection:
        for keys in ([("owner", False)], [("owner", False), ("company", False)]):
            page = first_page(connection, "", (), keys, 3)
            assert page.ids == first, keys


@pytest.mark.parametrize("keys", [[("company", False)], [("owner", False), ("company", False)]])
def test_of_a_common_search_the_first_are_there(
    fresh: Callable[[], Database], monkeypatch: pytest.MonkeyPatch, keys: list[tuple[str, bool]]
) -> None:
    database = fresh()
    monkeypatch.setattr(sql, "_STEPS_BETWEEN_LOOKS", 10)
    monkeypatch.setattr(module, "_FEW", 1)
    monkeypatch.setattr(module, "_COMMON", 20)
    fill(database, [{"company": f"{'Mbali' if number % 3 else 'Zzz'} {number}", "owner": "Amaia"} for number in range(300)])
    with database.read() as connection:
        every = [RecordId(each) for each in ordered_ids(connection, Query("mbali", (), tuple(keys)))]
        for name in ("_CANDIDATES", "_CANDIDATES_BY_GROUP"):
            monkeypatch.setattr(module, name, 12)
        assert first_page(connection, "mbali", (), keys, 9) == FirstPage(every[:9], whole=False)
        # Of so many who come first as are looked at, fewer hold it than are asked for.
        assert first_page(connection, "mbali", (), keys, 250) == FirstPage(every, whole=False)
        assert first_page(connection, "mbali", (), keys, 400) == FirstPage(every, whole=True)
        # More than may be walked through: nobody stands there who may not be among the first.
        monkeypatch.setattr(module, "_STEPS_OF_COMMON", 100)
        assert first_page(connection, "mbali", (), keys, 9) == FirstPage([], whole=False)
