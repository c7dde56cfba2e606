"""Pages that a large pass leaves decrypted go with it; after a small one the next save finds its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.config import Connections
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.sync import session as sessions
from journeydesk.storage.engine import sql
from journeydesk.storage.upkeep.memory import let_pages_go
from tests.integration.sync.base import Base, based


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    with based(tmp_path / "w") as opened:
        yield opened


def test_only_a_large_pass_lets_its_pages_go(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    known = Connections(base.box.airtable_url, base.box.token, base.box.base_id, None, None, "Amaia Etxarri", None, 0.0)
    session = sessions.SyncSession(base.context, known)
    session.run()
    times = list[int]()
    monkeypatch.setattr(sessions, "let_pages_go", lambda database: times.append(1))
    create_prospect(base.context, {"company": "Quillon Freight"})
    assert 0 < session.run().pushed < 100
    assert times == []
    for number in range(100):
        create_prospect(base.context, {"company": f"Kern {number}"})
    assert session.run().pushed >= 100
    assert times == [1]


def test_the_writer_is_told_to_let_its_pages_go(base: Base) -> None:
    database, asked = base.context.database, list[str]()
    with database.alone() as connection:
        sql.driver_connection(connection).set_trace_callback(asked.append)
    let_pages_go(database)
    with database.alone() as connection:
        sql.driver_connection(connection).set_trace_callback(None)
    assert asked == ["PRAGMA shrink_memory"]
