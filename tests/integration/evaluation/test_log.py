"""What an evaluation of many leaves in the write-ahead log: on disk soon, and moved into the file before a commit would do it."""

import itertools

import pytest

from journeydesk.domain.errors import WorldError
from journeydesk.services.evaluation import each, log
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.evaluation.log import Log
from journeydesk.storage.engine.database import Database
from tests.integration.rules.conftest import Desk


@pytest.fixture
def many(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Forty are many; four of them are a part, and each part is a transaction."""
    monkeypatch.setattr(each, "_MANY", 5)
    monkeypatch.setattr(each._Pace, "size", lambda _pace: 4)
    monkeypatch.setattr(each._Pace, "parts", lambda _pace: 1)
    monkeypatch.setattr(each, "_BETWEEN_SYNCS", 4)
    monkeypatch.setattr(Database, "has_window", lambda _database: True)
    for number in range(40):
        record = desk.prospect(key=f"BETA-{number}", company=f"Firm {number}")
        desk.event(record, "demo_requested", desk.ago(days=1), key=f"EVT-{number}")
    return desk


def test_the_log_is_begun_anew_when_it_is_full(many: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    database = many.context.database
    database.checkpoint()
    pages: list[int] = []
    monkeypatch.setattr(log, "_MOST_PAGES", 60)
    evaluate(many.context, progress=lambda _done, _all: pages.append(database.log_pages()))
    # Once it is full the next transaction begins it anew.
    largest = max(after - before for before, after in zip([0, *pages], pages, strict=False))
    assert max(pages) <= 60 + largest
    assert any(after < before for before, after in itertools.pairwise(pages))


def test_an_evaluation_ends_though_somebody_reads_in_the_log(many: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_MOST_PAGES", 60)
    with many.context.database.read():
        evaluate(many.context)
    assert many.rows("SELECT count(*) FROM stage_history") != [(0,)]


def test_a_disk_that_refuses_to_sync_ends_the_evaluation(many: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_database: Database) -> None:
        raise WorldError("The disk is gone.")

    monkeypatch.setattr(Database, "sync_log", refuse)
    with pytest.raises(WorldError, match="The disk is gone"):
        evaluate(many.context)


def test_what_was_asked_of_the_thread_is_done_when_it_is_left(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(Database, "sync_log", lambda _database: synced.append(1))
    with Log(desk.context.database) as kept:
        kept.sync()
    assert synced == [1]
