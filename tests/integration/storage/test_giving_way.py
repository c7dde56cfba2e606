"""Work on another thread gives way to the window's, which reads for every key that is pressed."""

import threading
from collections.abc import Callable

import pytest

from journeydesk.storage.engine import database as module
from journeydesk.storage.engine import pool, sql
from journeydesk.storage.engine.database import Database


class Clock:
    """Stands where `time` is; it moves only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0
        self.each_sleep: Callable[[], None] = lambda: None

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.each_sleep()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    monkeypatch.setattr(pool, "time", clock)
    return clock


def read(database: Database) -> None:
    """As the window does for a key."""
    with database.read():
        pass


def on_another_thread(work: Callable[[], object]) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_it_waits_until_the_keys_rest(clock: Clock, database: Database) -> None:
    database.hurry()
    read(database)
    on_another_thread(database.give_way)
    assert 100.1 < clock.now < 100.2
    before = clock.now
    on_another_thread(database.give_way)
    assert clock.now == before


def test_it_does_not_wait_for_ever_on_somebody_who_types(clock: Clock, database: Database) -> None:
    database.hurry()
    read(database)
    # Each look finds another key pressed.
    clock.each_sleep = lambda: setattr(database, "_window_read_at", clock.now)
    on_another_thread(database.give_way)
    assert 100.3 <= clock.now < 100.4


def test_the_window_never_waits_for_itself(clock: Clock, database: Database) -> None:
    database.hurry()
    read(database)
    database.give_way()
    assert clock.now == 100.0


def test_without_a_window_nobody_waits(clock: Clock, database: Database) -> None:
    read(database)
    on_another_thread(database.give_way)
    assert clock.now == 100.0


def compute(database: Database, pieces: int = 1) -> None:
    """As whoever reads a long list, piece by piece."""
    with database.read() as connection:
        for _ in range(pieces):
            sql.look_up(connection)


def test_a_long_read_waits_until_a_key_is_painted(clock: Clock, database: Database) -> None:
    database.hurry()
    read(database)
    on_another_thread(lambda: compute(database))
    assert 100.01 < clock.now < 100.02
    before = clock.now
    on_another_thread(lambda: compute(database))
    assert clock.now == before


def test_a_long_read_comes_to_its_end_beside_somebody_who_types(clock: Clock, database: Database) -> None:
    database.hurry()
    read(database)
    clock.each_sleep = lambda: setattr(database, "_window_read_at", clock.now)
    on_another_thread(lambda: compute(database, 50))
    assert 100.9 < clock.now < 101.1


def test_the_window_and_who_has_none_compute_at_once(clock: Clock, database: Database) -> None:
    read(database)
    on_another_thread(lambda: compute(database))
    database.hurry()
    read(database)
    compute(database)
    assert clock.now == 100.0


def test_the_log_is_moved_into_the_file_beside_a_writer(database: Database) -> None:
    with database.write() as connection:
        sql.run(connection, "CREATE TABLE kept (value TEXT)")
        sql.run_many(connection, "INSERT INTO kept VALUES (?)", [("x" * 4000,)] * 50)
    before = database.path.stat().st_size
    with database.write() as connection:
        sql.run(connection, "INSERT INTO kept VALUES ('y')")
        on_another_thread(database.checkpoint)
        assert database.path.stat().st_size > before
    with database.read() as connection:
        assert sql.scalar(connection, "SELECT count(*) FROM kept") == 51


def test_a_short_log_is_not_moved_for_its_own_sake(database: Database) -> None:
    with database.write() as connection:
        sql.run(connection, "CREATE TABLE kept (value TEXT)")
        sql.run_many(connection, "INSERT INTO kept VALUES (?)", [("x" * 4000,)] * 50)
    before = database.path.stat().st_size
    database.checkpoint(beyond=5_000)
    assert database.path.stat().st_size == before
    database.checkpoint(beyond=20)
    assert database.path.stat().st_size > before + 50 * 4000
    # What is in the file already is not counted again.
    modified = database.path.stat().st_mtime_ns
    database.checkpoint(beyond=20)
    assert database.path.stat().st_mtime_ns == modified


def _writer_is(database: Database, pragma: str) -> int:
    with database.alone() as connection:
        return int(sql.scalar(connection, f"PRAGMA {pragma}"))


def test_whoever_writes_much_has_more_room_until_the_last_ends(database: Database) -> None:
    usual = _writer_is(database, "wal_autocheckpoint")
    with database.writing_much():
        with database.writing_much():
            much = _writer_is(database, "wal_autocheckpoint")
        assert _writer_is(database, "wal_autocheckpoint") == much > usual
    assert _writer_is(database, "wal_autocheckpoint") == usual
