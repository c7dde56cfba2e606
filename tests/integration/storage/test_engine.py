"""The engine below every read and write: the pool of readers, transactions, and SQL as rows."""

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from journeydesk.domain.errors import WorldError
from journeydesk.storage.engine import driver as engine_driver
from journeydesk.storage.engine import heap, sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.driver import (
    IDLE_CACHE_KIB,
    SPARE_CACHE_KIB,
    WINDOW_CACHE_KIB,
    connector,
    damages,
    in_words,
    look_into,
)
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.engine.pool import KEPT_OPEN, ReaderPool


@dataclass(frozen=True, slots=True)
class Pair:
    key: str
    value: str


class _Opened:
    """Connections to a database of their own, counted."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.connections: list[Connection] = []

    def __call__(self, _own: bool = False) -> Connection:
        self.connections.append(Connection(self._database.connect_copy(self._database.path)))
        return self.connections[-1]

    def open_ones(self) -> list[Connection]:
        return [connection for connection in self.connections if _is_open(connection)]


def _is_open(connection: Connection) -> bool:
    try:
        return bool(sql.scalar(connection, "SELECT 1"))
    except damages() as problem:
        assert "closed" in str(problem)
        return False


def _put(connection: Connection, key: str, value: str = "1") -> None:
    sql.run(connection, "INSERT INTO meta (key, value) VALUES (?, ?)", (key, value))


def _has(database: Database, key: str) -> bool:
    with database.read() as connection:
        return sql.first(connection, "SELECT 1 FROM meta WHERE key = ?", (key,)) is not None


def test_a_reader_that_came_back_is_given_out_again(database: Database) -> None:
    opened = _Opened(database)
    pool = ReaderPool(opened)
    with pool.one() as first:
        pass
    with pool.one() as again, pool.one() as other:
        assert again is first
        assert other is not first
    with pool.one() as last:
        # The inner one came back first, the outer one last: its pages are the warm ones.
        assert last is first
    pool.close()
    assert len(opened.connections) == 2


def test_the_windows_reader_is_given_to_nobody_else(database: Database) -> None:
    opened = _Opened(database)
    pool = ReaderPool(opened)
    with pool.one(own=True) as own, pool.one(own=True) as within:
        assert within is not own
    with pool.one() as other:
        assert other is not own
    with pool.one(own=True) as again, pool.one() as same:
        assert same is other
        assert again in (own, within)
    pool.close()
    assert opened.open_ones() == []


def test_no_more_readers_stay_open_than_are_kept(database: Database) -> None:
    opened = _Opened(database)
    pool = ReaderPool(opened)
    uses = [pool.one() for _ in range(KEPT_OPEN + 2)]
    for use in uses:
        use.__enter__()
    assert len(opened.open_ones()) == KEPT_OPEN + 2
    for use in uses:
        use.__exit__(None, None, None)
    assert len(opened.open_ones()) == KEPT_OPEN
    pool.close()
    assert opened.open_ones() == []


def test_a_reader_in_use_is_closed_after_its_pool(database: Database) -> None:
    opened = _Opened(database)
    pool = ReaderPool(opened)
    with pool.one() as connection:
        pool.close()
        assert _is_open(connection)
    assert not _is_open(connection)
    with pool.one() as fresh:
        assert fresh is not connection
    pool.close()


def test_a_reader_whose_block_raised_is_given_out_again(database: Database) -> None:
    opened = _Opened(database)
    pool = ReaderPool(opened)
    with pytest.raises(ZeroDivisionError), pool.one():
        raise ZeroDivisionError
    with pool.one():
        pass
    pool.close()
    assert len(opened.connections) == 1


@pytest.mark.parametrize(("window_reads", "given_back"), [(False, 1), (True, 0)])
def test_a_reader_gives_its_room_back_unless_a_key_is_answered(
    database: Database, monkeypatch: pytest.MonkeyPatch, window_reads: bool, given_back: int
) -> None:
    times = list[int]()
    monkeypatch.setattr(heap, "give_back", lambda: times.append(1))
    is_answering = False
    pool = ReaderPool(_Opened(database), lambda _seconds: is_answering)
    with pool.one(own=True):
        pass
    assert times == []
    with pool.one():
        is_answering = window_reads
    pool.close()
    assert len(times) == given_back


def test_nothing_is_given_back_before_the_window_has_read(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    times = list[int]()
    monkeypatch.setattr(heap, "give_back", lambda: times.append(1))
    pool = ReaderPool(_Opened(database))
    with pool.one():
        pass
    pool.close()
    assert times == []


def test_a_resting_reader_keeps_little_and_the_windows_all(database: Database) -> None:
    pool = ReaderPool(lambda own: database._opened(reader=True, spare=not own))
    with pool.one(own=True) as own, pool.one() as other:
        used = [int(sql.scalar(each, "PRAGMA cache_size")) for each in (own, other)]
    resting = [int(sql.scalar(each, "PRAGMA cache_size")) for each in (own, other)]
    assert (used[0], *resting) == (-WINDOW_CACHE_KIB, -WINDOW_CACHE_KIB, -IDLE_CACHE_KIB)
    with pool.one() as again:
        assert again is other
        assert int(sql.scalar(again, "PRAGMA cache_size")) == -SPARE_CACHE_KIB
    pool.close()


def test_a_view_stays_as_it_began_and_the_next_sees_the_commit(database: Database) -> None:
    with database.read() as before:
        assert sql.scalar(before, "SELECT count(*) FROM meta WHERE key = 'a'") == 0
        with database.write() as connection:
            _put(connection, "a")
        assert sql.scalar(before, "SELECT count(*) FROM meta WHERE key = 'a'") == 0
    assert _has(database, "a")


def test_nothing_is_seen_of_a_write_that_has_not_ended(database: Database) -> None:
    with database.write() as connection:
        _put(connection, "a")
        assert not _has(database, "a")
    assert _has(database, "a")


def test_an_inner_write_that_raises_takes_the_whole_back(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as outer:
        _put(outer, "outer")
        with database.write() as inner:
            assert inner is outer
            _put(inner, "inner")
            raise ZeroDivisionError
    assert not _has(database, "outer")
    assert not _has(database, "inner")
    with database.write() as connection:
        _put(connection, "after")
    assert _has(database, "after")


def test_the_end_of_an_inner_write_commits_nothing(database: Database) -> None:
    with database.write() as outer:
        with database.write() as inner:
            _put(inner, "inner")
        assert not _has(database, "inner")
        _put(outer, "outer")
    assert _has(database, "inner")
    assert _has(database, "outer")


def test_a_commit_that_fails_leaves_nothing_and_the_next_works(database: Database) -> None:
    with pytest.raises(damages(), match="FOREIGN KEY"), database.write() as connection:
        # Checked when it is committed, so that the commit is what fails.
        sql.run(connection, "CREATE TABLE child (parent TEXT REFERENCES meta (key) DEFERRABLE INITIALLY DEFERRED)")
        sql.run(connection, "INSERT INTO child (parent) VALUES ('nobody')")
        _put(connection, "a")
    assert not _has(database, "a")
    with database.write() as connection:
        _put(connection, "b")
    assert _has(database, "b")


def test_a_write_that_is_not_counted_leaves_the_change_number(database: Database) -> None:
    before = database.change_number()
    with database.write(counted=False) as connection:
        _put(connection, "a")
    assert database.change_number() == before
    with database.write() as connection:
        _put(connection, "b")
    assert database.change_number() == before + 1


def test_another_programs_write_is_waited_for_only_so_long(database: Database) -> None:
    database.patience = 0.05
    other = connector(database.path, bytes(range(32)))()
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(WorldError, match="Another program is writing"), database.write():
        pass
    ended = threading.Timer(0.1, lambda: other.execute("ROLLBACK"))
    database.patience = 5.0
    ended.start()
    with database.write() as connection:
        _put(connection, "a")
    ended.join()
    other.close()
    assert _has(database, "a")


def test_the_thread_of_the_window_waits_less(database: Database) -> None:
    other = connector(database.path, bytes(range(32)))()
    other.execute("BEGIN IMMEDIATE")
    database.patience = 60.0
    database.hurry()
    with pytest.raises(WorldError, match="Another program is writing"), database.write():
        pass
    other.close()


def test_foreign_keys_are_off_only_within_their_block(database: Database) -> None:
    with database.without_foreign_keys() as connection:
        assert sql.scalar(connection, "PRAGMA foreign_keys") == 0
    with pytest.raises(ZeroDivisionError), database.without_foreign_keys():
        raise ZeroDivisionError
    with database.alone() as connection:
        assert sql.scalar(connection, "PRAGMA foreign_keys") == 1


def test_a_damaged_file_is_looked_into_without_being_written(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(b"no database" * 1000)
    before = path.read_bytes()
    connection = look_into(path, None)
    with pytest.raises(damages()):
        connection.execute("SELECT count(*) FROM sqlite_master")
    connection.close()
    assert path.read_bytes() == before
    with pytest.raises(WorldError, match="cannot be opened"):
        look_into(tmp_path / "nowhere.db", None)


@pytest.mark.parametrize(
    ("driver_words", "sentence"),
    [
        ("database is locked", "Another program"),
        ("database or disk is full", "is full"),
        ("attempt to write a readonly database", "read-only"),
        ("disk I/O error", "reported a fault"),
        ("unable to open database file", "cannot be opened any more"),
    ],
)
def test_what_the_disk_says_is_said_of_the_file(driver_words: str, sentence: str) -> None:
    said = in_words(Exception(driver_words), Path("/w/journeydesk.db"))
    assert isinstance(said, WorldError)
    assert sentence in str(said)
    assert "/w/journeydesk.db" in str(said)


def test_a_fault_of_ours_stays_what_it_is() -> None:
    fault = Exception("no such column: nonsense")
    assert in_words(fault, Path("/w")) is fault


def test_rows_come_as_tuples_dicts_classes_and_single_values(database: Database) -> None:
    with database.write() as connection:
        sql.run(connection, "DELETE FROM meta")
        sql.run_many(connection, "INSERT INTO meta (key, value) VALUES (?, ?)", [("a", "1"), ("b", "2"), ("c", "2")])
        query = "SELECT key, value FROM meta WHERE value = :value ORDER BY key"
        two = {"value": "2"}
        assert sql.rows(connection, query, two) == [("b", "2"), ("c", "2")]
        assert sql.typed(connection, Pair, query, two) == [Pair("b", "2"), Pair("c", "2")]
        assert sql.dicts(connection, query, two) == [{"key": "b", "value": "2"}, {"key": "c", "value": "2"}]
        assert sql.scalars(connection, query, two) == ["b", "c"]
        assert sql.first(connection, query, two) == ("b", "2")
        assert sql.first_typed(connection, Pair, query, two) == Pair("b", "2")
        assert sql.scalar(connection, query, two) == "b"
        assert sql.only(connection, "SELECT count(*), max(key) FROM meta") == (3, "c")


def test_a_query_without_rows_gives_none_or_nothing(database: Database) -> None:
    nothing = "SELECT key, value FROM meta WHERE 0"
    with database.read() as connection:
        assert (sql.rows(connection, nothing), sql.dicts(connection, nothing), sql.scalars(connection, nothing)) == ([], [], [])
        assert sql.first(connection, nothing) is None
        assert sql.first_typed(connection, Pair, nothing) is None
        assert sql.scalar(connection, nothing) is None


def test_a_statement_that_writes_says_its_row_or_how_many(database: Database) -> None:
    with database.write() as connection:
        first = sql.run(connection, "INSERT INTO saved_view (name, view, place) VALUES ('a', '{}', 1)")
        second = sql.run(connection, "INSERT INTO saved_view (name, view, place) VALUES ('b', '{}', 2)")
        assert second > first > 0
        assert sql.changed(connection, "UPDATE saved_view SET place = place + 1") == 2
        assert sql.changed(connection, "DELETE FROM saved_view WHERE name = 'c'") == 0


@pytest.mark.parametrize("columns", [1, 3, 700])
@pytest.mark.parametrize("count", [0, 1, 9, 64, 583, 1100])
def test_rows_inserted_together_are_those_inserted_one_by_one(database: Database, count: int, columns: int) -> None:
    names = ", ".join(f"c{number}" for number in range(columns))
    rows = [(None, f"'{number}", b"\0", number / 3, *range(columns))[:columns] for number in range(count)]
    with database.write() as connection:
        for table in ("alone", "together"):
            sql.run(connection, f"CREATE TABLE {table} ({names})")
        sql.run_many(connection, f"INSERT INTO alone VALUES ({', '.join('?' * columns)})", rows)
        sql.insert_rows(connection, f"together ({names})", iter(rows))
        every = [sql.rows(connection, f"SELECT * FROM {table} ORDER BY rowid") for table in ("alone", "together")]
    assert every[0] == every[1]
    assert len(every[0]) == count


def test_a_row_that_is_there_is_written_otherwise(database: Database) -> None:
    with database.write() as connection:
        sql.run(connection, "CREATE TABLE due (prospect INTEGER PRIMARY KEY, at TEXT)")
        sql.insert_rows(connection, "due (prospect, at)", [(1, "a"), (2, "a")])
        rows = [(number, "b") for number in range(2, 20)]
        sql.insert_rows(connection, "due (prospect, at)", rows, "ON CONFLICT (prospect) DO UPDATE SET at = excluded.at")
        assert sql.rows(connection, "SELECT * FROM due") == [(1, "a"), *rows]


def test_of_rows_that_cannot_all_be_inserted_none_is(database: Database) -> None:
    with database.write() as connection:
        sql.run(connection, "CREATE TABLE due (prospect INTEGER PRIMARY KEY, at TEXT NOT NULL)")
    with pytest.raises(damages()), database.write() as connection:
        sql.insert_rows(connection, "due (prospect, at)", [*((number, "a") for number in range(600)), (600, None)])
    with database.read() as connection:
        assert sql.scalar(connection, "SELECT count(*) FROM due") == 0


def test_a_file_that_goes_while_it_is_opened_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, library = tmp_path / "journeydesk.db", vars(engine_driver)["driver"]
    connect = library.connect
    path.touch()

    def gone_at_once(*asked: Any, **named: Any) -> Any:
        connection = connect(*asked, **named)
        path.unlink()
        return connection

    monkeypatch.setattr(library, "connect", gone_at_once)
    with pytest.raises(WorldError, match="cannot be read: No such file or directory"):
        connector(path, None)()
