"""An evaluation of many: a few batches share a transaction, and whoever waits to write is let in between two of them."""

import threading
from collections.abc import Callable, Sequence

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.services.evaluation import each as module
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.evaluation.one_evaluation import Evaluation, Found
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.sync.meta import set_meta
from tests.integration.rules.conftest import Desk


@pytest.fixture
def many(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Nine prospects in batches of two, three batches to a transaction."""
    monkeypatch.setattr(module, "_BATCH", 2)
    monkeypatch.setattr(module, "_BATCHES_AT_ONCE", 3)
    monkeypatch.setattr(module, "_PART", 2)
    monkeypatch.setattr(module, "_PARTS_AT_LEAST", 3)
    monkeypatch.setattr(module, "_LONGEST_SECONDS", 600)
    monkeypatch.setattr(module, "_LONGEST_END_SECONDS", 600)
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
    monkeypatch.setattr(module, "_PART_ALONE", 4)
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


def _beside_each_reading(many: Desk, monkeypatch: pytest.MonkeyPatch, work: Callable[[], None]) -> None:
    """Somebody writes whenever something was read to be written: between the reading and the writing."""
    find = Evaluation.find

    def found(self: Evaluation, connection: Connection, prospects: Sequence[RecordId]) -> Found:
        result = find(self, connection, prospects)
        if many.context.database._within is None:
            work()
        return result

    monkeypatch.setattr(module, "_MANY", 5)
    monkeypatch.setattr(Evaluation, "find", found)


def test_what_somebody_saves_meanwhile_is_evaluated_too(many: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter((1,))

    def apply() -> None:
        for _ in times:
            many.event(RecordId(9), "application_received", many.ago(days=1))

    _beside_each_reading(many, monkeypatch, apply)
    assert told(many)[-1] == 9
    assert many.rows("SELECT 1 FROM position WHERE prospect = 9")


def test_an_evaluation_ends_though_somebody_writes_all_the_time(many: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def save() -> None:
        with many.context.database.write() as connection:
            set_meta(connection, "somebody", str(len(saves)))
        saves.append(1)

    saves: list[int] = []
    _beside_each_reading(many, monkeypatch, save)
    assert told(many)[-1] == 9
    assert len(saves) > 2


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


def test_only_what_can_be_found_again_is_synced_later(desk: Desk) -> None:
    database = desk.context.database

    def syncs() -> int:
        with database.alone() as connection:
            return int(sql.scalar(connection, "PRAGMA synchronous"))

    with database.write(synced=False) as connection:
        set_meta(connection, "somebody", "1")
        assert sql.scalar(connection, "PRAGMA synchronous") == 1
    assert syncs() == 2
    with pytest.raises(ZeroDivisionError), database.write(synced=False):
        _ = 1 / 0
    assert syncs() == 2
    database.sync_log()
    with database.read() as connection:
        assert sql.scalar(connection, "SELECT value FROM meta WHERE key = 'somebody'") == "1"


@pytest.mark.parametrize(
    ("milliseconds", "size", "parts"), [(0.1, 16, 12), (0.5, 16, 2), (1.0, 16, 1), (2.0, 8, 1)], ids=lambda value: str(value)
)
def test_a_transaction_holds_as_many_as_a_save_can_wait_for(milliseconds: float, size: int, parts: int) -> None:
    pace = module._Pace()
    assert (pace.size(), pace.parts()) == (16, 1)
    pace.took(16, 16 * milliseconds * 0.0005, 16 * milliseconds * 0.0005)
    assert (pace.size(), pace.parts()) == (size, parts)
