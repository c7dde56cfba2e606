"""SQLite plans its queries alike in every workspace, from its first moment on: what it takes the tables for is part of the shape."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.opening import open_database
from journeydesk.storage.schema.upgrade import run_steps
from tests.workspaces import KEY

_STATED = "SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY tbl, idx"


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    database = open_database(tmp_path, KEY)
    with database.read() as opened:
        yield opened
    database.close()


def test_each_index_of_ours_is_stated_and_no_other(connection: Connection) -> None:
    indexes = set(
        sql.scalars(connection, "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name NOT GLOB '*_search_*'")
    )
    without_rowid = {table for table, index, _ in sql.rows(connection, _STATED) if table == index}
    stated = {index for table, index, _ in sql.rows(connection, _STATED) if table != index}
    assert stated == indexes - {"sqlite_autoindex_schema_version_1"}
    for table in without_rowid:
        assert [row[3] for row in sql.rows(connection, f"PRAGMA index_list('{table}')")].count("pk") == 1


def test_as_many_numbers_are_stated_as_an_index_has_columns(connection: Connection) -> None:
    for _, index, stated in sql.rows(connection, "SELECT tbl, idx, stat FROM sqlite_stat1 WHERE tbl <> idx"):
        columns = sql.rows(connection, f"PRAGMA index_info('{index}')")
        numbers = [int(number) for number in stated.split()]
        assert len(numbers) == len(columns) + 1, index
        assert numbers == sorted(numbers, reverse=True), index
        assert numbers[-1] >= 1, index


def test_an_older_database_is_brought_to_the_same(tmp_path: Path) -> None:
    new, old = open_database(tmp_path / "new", KEY), open_database(tmp_path / "old", KEY)
    with old.write() as connection:
        sql.run(connection, "DELETE FROM sqlite_stat1")
    run_steps(old, "0025")
    run_steps(old, "0026", triggers=False)
    with new.read() as expected, old.read() as found:
        assert sql.rows(found, _STATED) == sql.rows(expected, _STATED)
    new.close()
    old.close()


def test_a_connection_plans_by_what_is_stated(connection: Connection) -> None:
    plan = sql.rows(connection, "EXPLAIN QUERY PLAN SELECT at FROM stage_history WHERE prospect = 1 AND journey = 'Deal'")
    assert "ix_stage_history_prospect_at" in plan[0][3]
