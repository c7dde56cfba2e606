"""Moves and cards stand in their orders whoever writes them, and those that were left for later come into them together."""

import json
from collections.abc import Iterator
from contextlib import closing
from itertools import islice, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.lists import ordering
from journeydesk.storage.lists.ordering import leave_for_later, put_in_order, unordered
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.schema.head import HEAD
from journeydesk.storage.schema.order_triggers import ORDERS
from journeydesk.storage.schema.upgrade import run_steps
from journeydesk.storage.upkeep import integrity
from tests.integration.storage.conftest import AUTHOR, KEY

_ALL = "0"
_ORDERED = "prospect NOT IN (SELECT prospect FROM unordered)"
_EXPECTED = {
    "moves_by_time": "SELECT journey, at, prospect, id, from_stage, to_stage, hours FROM stage_history WHERE {ordered}",
    "moves_by_start": (
        "SELECT journey, began, prospect, id, from_stage, to_stage, hours FROM stage_history WHERE began IS NOT NULL AND {ordered}"
    ),
    "cards_by_place": "SELECT journey, stage, place, prospect, entered_at FROM position WHERE shown AND living AND {ordered}",
    "cards_by_owner": (
        "SELECT journey, coalesce(owner, ''), stage, place, prospect, entered_at FROM position WHERE shown AND living AND {ordered}"
    ),
    "cards_by_entry": (
        "SELECT journey, stage, entered_at, prospect, coalesce(owner, '') FROM position WHERE shown AND living AND {ordered}"
    ),
    "board_count": (
        "SELECT q.journey, q.stage, coalesce(q.owner, ''), count(*), sum(coalesce(p.estimated_revenue, 0)) FROM position q "
        "JOIN prospects p ON p.lid = q.prospect WHERE shown AND living AND {ordered} GROUP BY 1, 2, 3"
    ),
}
_FORGET = (
    *(f"DELETE FROM {table}" for table in ("unordered", "stage_history", "position", "board_count")),
    "UPDATE prospects SET owner = NULL, estimated_revenue = NULL",
)
_PROSPECTS = 5
_WHO = st.integers(1, _PROSPECTS)
_JOURNEYS = st.sampled_from(("Deal", "Lifecycle"))
_DAYS = st.integers(1, 28).map(lambda day: f"2026-05-{day:02d}T08:00:00.000Z")
_STAGES = st.integers(0, 3)
_MOVES = st.lists(st.tuples(_JOURNEYS, _STAGES, _STAGES, _DAYS, st.one_of(st.none(), _DAYS)), max_size=3)
_PLACES = st.dictionaries(_JOURNEYS, st.tuples(_STAGES, _DAYS, st.integers(0, 1)), max_size=2)
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), _WHO, _MOVES, _PLACES),
        st.tuples(st.just("later"), _WHO, _MOVES, _PLACES),
        st.tuples(st.just("change"), _WHO, _DAYS, st.one_of(st.none(), _DAYS)),
        st.tuples(st.just("hide"), _WHO, st.integers(0, 1)),
        st.tuples(st.just("edit"), _WHO, st.sampled_from((None, "Amaia Etxarri")), st.integers(0, 9)),
        st.tuples(st.just("fill"), st.integers(1, 12)),
        st.tuples(st.just("stop")),
    ),
    max_size=14,
)


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = open_database(tmp_path_factory.mktemp("five"), KEY)
    with database.write() as connection:
        for number in range(_PROSPECTS):
            records.insert(connection, "prospects", {"key": f"BETA-{number}", "company": "Mbali Weaves"}, AUTHOR)
    yield database
    database.close()


def _held(connection: Connection, ordered: str) -> None:
    """Each order, and the board's counts, say what the rows say."""
    among = "1" if ordered == _ALL else _ORDERED
    for table, expected in _EXPECTED.items():
        names = [row[1] for row in sql.rows(connection, f"PRAGMA table_info({table})")]
        where = "count <> 0" if table == "board_count" else among
        found = sql.rows(connection, f"SELECT {', '.join(names)} FROM {table} WHERE {where}")
        assert sorted(found, key=repr) == sorted(sql.rows(connection, expected.format(ordered=among)), key=repr), table


def _write(connection: Connection, who: int, moves: list[Any], places: dict[str, Any]) -> None:
    sql.run(connection, "DELETE FROM stage_history WHERE prospect = ?", (who,))
    sql.run(
        connection,
        "DELETE FROM position WHERE prospect = ? AND journey NOT IN (SELECT value FROM json_each(?))",
        (who, json.dumps(list(places))),
    )
    for journey, source, target, at, began in moves:
        sql.run(
            connection,
            "INSERT INTO stage_history (prospect, journey, from_stage, to_stage, at, began, hours) VALUES (?, ?, ?, ?, ?, ?, 3)",
            (who, journey, source, target, at, began),
        )
    for journey, (stage, at, shown) in places.items():
        sql.run(
            connection,
            "INSERT INTO position (prospect, journey, stage, entered_at, shown, living, owner, place) "
            "SELECT lid, ?2, ?3, ?4, ?5, 1, owner, '9' FROM prospects WHERE lid = ?1 "
            "ON CONFLICT (prospect, journey) "
            "DO UPDATE SET stage = excluded.stage, entered_at = excluded.entered_at, shown = excluded.shown",
            (who, journey, stage, at, shown),
        )


def _do(connection: Connection, step: tuple[Any, ...]) -> None:
    match step:
        case "write", who, moves, places:
            _write(connection, who, moves, places)
        case "later", who, moves, places:
            leave_for_later(connection, [RecordId(who)])
            _write(connection, who, moves, places)
        case "change", who, at, began:
            sql.run(connection, "UPDATE stage_history SET at = ?, began = ? WHERE prospect = ?", (at, began, who))
        case "hide", who, shown:
            sql.run(connection, "UPDATE position SET shown = ? WHERE prospect = ?", (shown, who))
        case "edit", who, owner, worth:
            sql.run(connection, "UPDATE prospects SET owner = ?, estimated_revenue = ? WHERE lid = ?", (owner, worth, who))


def _parts_of(steps: list[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    """What is done until the filling is stopped and begun anew."""
    stops = [place for place, step in enumerate(steps) if step[0] == "stop"]
    for start, end in pairwise([-1, *stops, len(steps)]):
        yield steps[start + 1 : end]


@settings(max_examples=120, deadline=None)
@given(steps=_STEPS)
def test_the_orders_hold_whatever_is_written_meanwhile(five: Database, steps: list[tuple[Any, ...]]) -> None:
    with five.write() as connection:
        for statement in _FORGET:
            sql.run(connection, statement)
    with pytest.MonkeyPatch.context() as patched:
        for name, value in (("TOGETHER", 3), ("_MARKED_AT_ONCE", 2), ("_ENDED_AT_ONCE", 1)):
            patched.setattr(ordering, name, value)
        for name in ("_ROWS_FIRST", "_ROWS_LEAST", "_ROWS_MOST"):
            patched.setattr(ordering, name, 1)
        for part in _parts_of(steps):
            with closing(put_in_order(five)) as filling:
                for step in part:
                    if step[0] == "fill":
                        list(islice(filling, step[1]))
                    else:
                        with five.write() as connection:
                            _do(connection, step)
                    with five.read() as connection:
                        _held(connection, _ORDERED)
        for _ in put_in_order(five):
            pass
    with five.read() as connection:
        assert unordered(connection) == 0
        _held(connection, _ALL)


def _hundred_for_later(database: Database) -> None:
    with database.write() as connection:
        for number in range(100):
            record = records.insert(connection, "prospects", {"key": f"BETA-{number}", "estimated_revenue": number}, AUTHOR)
            leave_for_later(connection, [record])
            day = f"2026-05-{number % 28 + 1:02d}T08:00:00.000Z"
            _write(connection, record, [("Deal", 0, 1, day, day)], {"Deal": (1, day, 1)})


def test_who_is_left_for_later_is_on_no_board_yet(database: Database) -> None:
    _hundred_for_later(database)
    with database.read() as connection:
        assert unordered(connection) == 100
        assert [sql.scalar(connection, f"SELECT count(*) FROM {order.table}") for order in ORDERS] == [0] * len(ORDERS)
        assert sql.scalar(connection, "SELECT count(*) FROM board_count") == 0
    for _ in put_in_order(database):
        pass
    with database.read() as connection:
        assert unordered(connection) == 0
        assert sql.rows(connection, "SELECT count, revenue_minor FROM board_count") == [(100, sum(range(100)))]


def test_only_one_is_at_it_at_a_time(database: Database) -> None:
    _hundred_for_later(database)
    first = put_in_order(database)
    next(first)
    assert list(put_in_order(database)) == []
    first.close()
    assert list(put_in_order(database))


def test_what_reports_kept_changes_as_somebody_is_put_in_order(database: Database) -> None:
    _hundred_for_later(database)
    with database.write() as connection:
        sql.run(connection, "UPDATE unordered SET filling = 1")
    with database.read() as connection:
        before = sql.rows(connection, "SELECT source, number FROM stamp WHERE source IN ('anew', 'stage_history')")
    with database.write() as connection:
        sql.run(connection, "UPDATE position SET stage = 2 WHERE prospect = 7")
    with database.read() as connection:
        after = sql.rows(connection, "SELECT source, number FROM stamp WHERE source IN ('anew', 'stage_history')")
        assert len(before) == 2
        assert not set(before) & set(after)
        assert sql.scalars(connection, "SELECT prospect FROM moves_by_time") == [7]


def test_a_wrong_order_is_found_and_made_anew(database: Database) -> None:
    _hundred_for_later(database)
    assert not integrity.examine(database, thorough=True).problems
    for _ in put_in_order(database):
        pass
    for damage in (
        "DELETE FROM moves_by_time WHERE prospect = 7",
        "UPDATE cards_by_place SET entered_at = '2026-01-01' WHERE prospect = 7",
        "INSERT INTO cards_by_entry (journey, stage, entered_at, prospect) VALUES ('Deal', 2, '2026-01-01', 7)",
    ):
        with database.write() as connection:
            sql.run(connection, damage)
        found = integrity.examine(database, thorough=True).problems
        assert [problem.repairable for problem in found] == [True], damage
        integrity.rebuild_derived(database)
        assert not integrity.examine(database, thorough=True).problems
        with database.read() as connection:
            _held(connection, _ALL)


def test_rebuilding_puts_everybody_in_order(database: Database) -> None:
    _hundred_for_later(database)
    integrity.rebuild_derived(database)
    with database.read() as connection:
        assert unordered(connection) == 0
        _held(connection, _ALL)


def test_an_older_database_gets_its_orders(database: Database) -> None:
    _hundred_for_later(database)
    run_steps(database, "0028")
    with database.read() as connection:
        assert sql.rows(connection, "SELECT sum(count), sum(revenue_minor) FROM board_count") == [(100, sum(range(100)))]
        assert sql.scalar(connection, "SELECT count(*) FROM sqlite_master WHERE sql LIKE '%unordered%'") == 0
    run_steps(database, f"{HEAD:04d}")
    with database.read() as connection:
        assert unordered(connection) == 0
        _held(connection, _ALL)
        assert sql.scalar(connection, "SELECT count(*) FROM moves_by_time") == 100
