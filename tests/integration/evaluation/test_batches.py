"""An evaluation of many: a few batches share a transaction, and whoever waits to write is let in between two of them."""

import threading

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.services.evaluation import evaluate as module
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from tests.integration.rules.conftest import Desk


@pytest.fixture
def many(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Nine prospects in batches of two, three batches to a transaction."""
    monkeypatch.setattr(module, "_BATCH", 2)
    monkeypatch.setattr(module, "_BATCHES_AT_ONCE", 3)
    for number in range(9):
        desk.prospect(key=f"BETA-{number}", company=f"Firm {number}")
    return desk


def told(desk: Desk) -> list[int]:
    """How many prospects were done at the end of each transaction."""
    done: list[int] = []
    evaluate(desk.context, progress=lambda so_far, _all: done.append(so_far))
    return done


def test_a_few_batches_share_a_transaction(many: Desk) -> None:
    assert told(many) == [6, 9]


@pytest.mark.parametrize(("window", "ends"), [(False, [9]), (True, [6, 9])])
def test_batches_of_many_are_larger_without_a_window(
    many: Desk, monkeypatch: pytest.MonkeyPatch, window: bool, ends: list[int]
) -> None:
    monkeypatch.setattr(module, "_MANY", 5)
    monkeypatch.setattr(module, "_BATCH_ALONE", 4)
    monkeypatch.setattr(Database, "has_window", lambda _database: window)
    assert told(many) == ends


def test_an_evaluation_of_many_is_stamped_for_reports(many: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MANY", 5)
    many.event(RecordId(1), "application_received", many.ago(days=1))
    with many.context.database.read() as connection:
        before = dict(sql.rows(connection, "SELECT source, number FROM stamp"))
    evaluate(many.context)
    with many.context.database.read() as connection:
        after = dict(sql.rows(connection, "SELECT source, number FROM stamp"))
    assert "held" not in after
    assert after["stage_history"] != before["stage_history"]


def test_a_transaction_ends_where_somebody_waits(many: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Database, "is_awaited", lambda _database: True)
    assert told(many) == [2, 4, 6, 8, 9]


def test_a_transaction_ends_where_a_key_was_pressed(many: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    gave: list[int] = []
    monkeypatch.setattr(Database, "is_busy_in_window", lambda _database: True)
    monkeypatch.setattr(Database, "give_way", lambda _database: gave.append(1))
    assert told(many) == [2, 4, 6, 8, 9]
    assert len(gave) == 5


def test_who_waits_to_write_is_seen(desk: Desk) -> None:
    database = desk.context.database
    began = threading.Event()

    def save() -> None:
        began.set()
        with database.write():
            pass

    with database.write():
        assert not database.is_awaited()
        other = threading.Thread(target=save)
        other.start()
        began.wait()
        while not database.is_awaited():
            pass
    other.join()
    assert not database.is_awaited()
