"""No report reads a large table from end to end: a year of work would make each of them wait."""

import re
from pathlib import Path

import pytest

from journeydesk.reports.catalogue import catalogue
from journeydesk.reports.report import AnySpec
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from tests.workspaces import workspace

_WHOLE_INDEX = re.compile(r"SCAN \w+ USING (?:COVERING )?INDEX (\w+)")
_LARGE = (
    "prospects",
    "interactions",
    "events",
    "usage",
    "stage_history",
    "moves_by_time",
    "moves_by_start",
    "field_history",
    "tombstone",
    "stripe_object",
    "tasks",
)


def _walked(connection: Connection, statement: str) -> set[str]:
    """The tables that the statement reads row after row, by SQLite's own program for it."""
    roots = dict(sql.rows(connection, "SELECT rootpage, name FROM sqlite_master WHERE type = 'table'"))
    program = sql.rows(connection, f"EXPLAIN {statement}")
    opened = {step[2]: roots.get(step[3]) for step in program if step[1] == "OpenRead"}
    walked = {str(opened[step[2]]) for step in program if step[1] in ("Rewind", "Last") and step[2] in opened}
    return walked | _walked_for_each(connection, statement)


def _walked_for_each(connection: Connection, statement: str) -> set[str]:
    """The tables of which a whole index is read for each row of another: what a join costs that an index is prescribed to which
    does not begin with what is joined."""
    tables = dict(sql.rows(connection, "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index'"))
    outer: set[int] = set()
    walked: set[str] = set()
    for _, parent, _, words in sql.rows(connection, f"EXPLAIN QUERY PLAN {statement}"):
        index = _WHOLE_INDEX.match(words)
        if index and parent in outer:
            walked.add(tables[index[1]])
        if words.startswith(("SCAN", "SEARCH")):
            outer.add(parent)
    return walked


@pytest.mark.parametrize("spec", catalogue(), ids=lambda spec: spec.name)
@pytest.mark.parametrize("owner", [None, "Amaia Etxarri"])
def test_a_report_finds_its_rows_by_an_index(tmp_path: Path, spec: AnySpec, owner: str | None) -> None:
    with workspace(tmp_path / "w") as context, context.database.read() as connection:
        statements: set[str] = set()
        driver = sql.driver_connection(connection)
        driver.set_trace_callback(statements.add)
        spec.read(connection, context.settings, spec.cadence.period_of(context.today()), owner, context.today())
        driver.set_trace_callback(None)
        queries = [statement for statement in statements if statement.lstrip().upper().startswith(("SELECT", "WITH"))]
        walks = {statement: tables for statement in queries if (tables := _walked(connection, statement).intersection(_LARGE))}
    assert queries
    assert not walks


def test_a_walk_is_noticed(tmp_path: Path) -> None:
    with workspace(tmp_path / "w") as context, context.database.read() as connection:
        assert _walked(connection, "SELECT max(notes) FROM prospects p") == {"prospects"}
        assert _walked(connection, "SELECT notes FROM prospects WHERE lid = 3") == set()


def test_an_index_walked_for_each_row_is_noticed(tmp_path: Path) -> None:
    joined = (
        "SELECT p.owner FROM interactions i CROSS JOIN prospects p INDEXED BY {} ON p.lid = i.prospect AND p.deleted = 0 "
        "WHERE i.date = 0 AND i.deleted = 0"
    )
    with workspace(tmp_path / "w") as context, context.database.read() as connection:
        assert _walked(connection, joined.format("ix_prospects_reports")) >= {"prospects"}
        assert _walked(connection, joined.format("ix_prospects_standing")) == set()
