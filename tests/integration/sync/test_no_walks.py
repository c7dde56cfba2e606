"""No statement of a pass walks a whole table: each finds its rows by an index, or a large base would slow down every page."""

import re
from pathlib import Path
from typing import Any

import pytest

from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.storage.engine import driver as opening
from tests.integration.sync.base import based

_LITERAL = re.compile(r"'(?:[^']|'')*'|\b\d+(?:\.\d+)?\b|\bX'[0-9A-F]*'")
_SMALL = (
    "CONSTANT",
    "sqlite_master",
    "sqlite_sequence",
    "tombstone",
    "meta",
    "intent",
    "conflict",
    "sync_note",
    "schema_",
    "json_each",
    "sync_cursor",
    "unresolved_link",
)
_WALK = re.compile(r"^SCAN (\w+)\b(?!.*(?:VIRTUAL TABLE|INDEX ix_sync_record_(?:touched|quarantine)))")
_HALF = re.compile(r"^SEARCH (?:s|sync_record) USING (?:PRIMARY KEY|COVERING INDEX \w+) \(table_slug=\?\)$")


def _plans(connection: Any, statements: set[str]) -> dict[str, list[str]]:
    return {sql: [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")] for sql in statements}


def test_a_pass_that_the_feed_leads_finds_every_row_by_an_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: dict[str, str] = {}
    set_pragmas = opening._set_pragmas

    def and_listen(connection: Any, reader: bool, cache_kib: int) -> None:
        set_pragmas(connection, reader, cache_kib)
        connection.set_trace_callback(lambda sql: said.setdefault(_LITERAL.sub("?", sql), sql))

    monkeypatch.setattr(opening, "_set_pragmas", and_listen)
    with based(tmp_path / "w") as base:
        record, _ = base.one()
        _, other = base.one(1)
        said.clear()
        create_prospect(base.context, {"company": "Tarn Outdoor"})
        edit(base.context, record, {"phone": "1"})
        base.theirs(other, phone="2")
        base.create_there(company="Mbali", key="BETA-THEIRS")
        said.clear()
        base.sync()
        base.sync()
        heard = {
            sql for sql in said.values() if re.match(r"\s*(SELECT|UPDATE|DELETE|WITH|INSERT .* SELECT)", sql, re.IGNORECASE)
        }
        connection = base.context.database.connect_copy(base.context.database.path)
        plans = _plans(connection, heard)
        connection.close()
    assert len(plans) > 30
    walks = []
    for sql, plan in plans.items():
        for step in plan:
            found = _WALK.match(step)
            if _HALF.match(step) or (found and not found[1].startswith(_SMALL)):
                walks.append(f"{step}: {sql[:300]}")
    assert not walks, "\n".join(walks)
