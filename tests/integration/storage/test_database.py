"""Opening, locking, encryption and rights of the local database."""

import stat
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import OperationalError

from journeydesk.domain.errors import Bug, DatabaseUnreadable, UserError
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.engine.turns import Turns
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from tests.integration.storage.conftest import AUTHOR, KEY

CANARY = "Quillon-Freight-canary"


def _insert(database: Database, key: str = "BETA-1", **values: str) -> None:
    with database.write() as connection:
        records.insert(connection, "prospects", {"key": key, **values}, AUTHOR)


def _count(database: Database) -> int:
    with database.read() as connection:
        return int(sql.scalar(connection, "SELECT count(*) FROM prospects"))


@pytest.mark.parametrize(
    ("pragma", "expected"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("recursive_triggers", 1), ("trusted_schema", 0)],
)
def test_every_connection_has_the_pragmas_that_safety_relies_on(database: Database, pragma: str, expected: object) -> None:
    with database.read() as reader, database.write() as writer:
        assert sql.scalar(reader, f"PRAGMA {pragma}") == expected
        assert sql.scalar(writer, f"PRAGMA {pragma}") == expected


def test_another_key_or_none_is_refused_with_a_sentence(database: Database) -> None:
    _insert(database)
    database.close()
    before = database.path.read_bytes()
    for wrong in (bytes(32), None):
        with pytest.raises(DatabaseUnreadable, match="recovery key"):
            open_database(database.folder, wrong)
    assert database.path.read_bytes() == before


def test_a_key_of_the_wrong_length_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(Bug, match="32 bytes"):
        open_database(tmp_path, b"short")


def test_without_a_key_the_database_is_plain_and_opens_again(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    _insert(database, company=CANARY)
    database.close()
    assert CANARY.encode() in database.path.read_bytes()
    again = open_database(tmp_path)
    assert _count(again) == 1
    again.close()


def test_no_word_of_a_record_stands_readable_in_any_file(database: Database) -> None:
    _insert(database, company=CANARY, notes=CANARY)
    files = [path for path in database.folder.rglob("*") if path.is_file()]
    assert any(path.name.endswith("-wal") and path.stat().st_size for path in files)
    assert not any(CANARY.encode() in path.read_bytes() for path in files)


def test_files_are_for_their_owner_only(tmp_path: Path) -> None:
    database = open_database(tmp_path / "workspace", KEY)
    _insert(database)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in database.folder.iterdir()}
    assert modes == {
        "journeydesk.db": 0o600,
        "journeydesk.db-wal": 0o600,
        "journeydesk.db-shm": 0o600,
        "workspace.lock": 0o600,
        "backups": 0o700,
        "reports": 0o700,
        "logs": 0o700,
        "starts": 0o700,
    }
    assert stat.S_IMODE(database.folder.stat().st_mode) == 0o700
    database.close()


def test_a_link_in_the_place_of_the_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.db").touch()
    (tmp_path / FILE_NAME).symlink_to(tmp_path / "elsewhere.db")
    with pytest.raises(UserError, match="is a link"):
        open_database(tmp_path, KEY)


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(OperationalError, match="readonly"), database.read() as connection:
        sql.run(connection, "DELETE FROM meta")
    assert _count(database) == 0


def test_a_write_that_raises_leaves_nothing(database: Database) -> None:
    with pytest.raises(ValueError, match="stop"), database.write() as connection:
        records.insert(connection, "prospects", {"key": "BETA-1"}, AUTHOR)
        raise ValueError("stop")
    assert _count(database) == 0


def test_a_write_within_a_write_is_part_of_it(database: Database) -> None:
    with pytest.raises(ValueError, match="stop"), database.write():
        _insert(database)
        raise ValueError("stop")
    assert _count(database) == 0


def test_the_change_number_counts_writes_that_changed_something(database: Database) -> None:
    before = database.change_number()
    with database.write() as connection:
        sql.run(connection, "SELECT 1")
    assert database.change_number() == before
    _insert(database)
    assert database.change_number() == before + 1


def test_what_another_process_wrote_is_seen(fresh: Callable[[], Database]) -> None:
    database = fresh()
    other = open_database(database.folder, KEY)
    before = database.change_number()
    _insert(other)
    assert database.change_number() == before + 1
    assert _count(database) == 1
    other.close()


def test_threads_that_write_and_read_at_once_lose_nothing(database: Database) -> None:
    def work(name: str) -> int:
        for number in range(20):
            _insert(database, f"{name}-{number}")
        return _count(database)

    with ThreadPoolExecutor(4) as pool:
        seen = list(pool.map(work, "abcd"))
    assert max(seen) == _count(database) == 80


def test_turns_are_given_in_the_order_of_asking() -> None:
    turns, order, asked = Turns(), [], []

    def ask(name: int) -> None:
        asked.append(name)
        with turns.mine(), turns.mine():
            order.append(name)

    threads = []
    with turns.mine():
        for name in range(5):
            threads.append(threading.Thread(target=ask, args=(name,)))
            threads[-1].start()
            while len(turns.waiting) <= name:
                pass
    for thread in threads:
        thread.join()
    assert order == asked == list(range(5))


def test_a_file_that_cannot_be_opened_is_told_as_a_sentence(database: Database) -> None:
    _insert(database)
    database.close()
    database.path.write_bytes(b"no database at all" * 500)
    with pytest.raises(DatabaseUnreadable, match="damaged"):
        open_database(database.folder, KEY)


def test_closing_waits_for_the_write_of_another_thread(database: Database) -> None:
    begun, closed = threading.Event(), threading.Event()

    def close() -> None:
        begun.wait(5)
        database.close()
        closed.set()

    closing = threading.Thread(target=close)
    closing.start()
    with database.write() as connection:
        begun.set()
        assert not closed.wait(0.2)
        sql.run(connection, "INSERT INTO meta (key, value) VALUES ('late', '1')")
    closing.join(5)
    assert closed.is_set()
    with database.read() as connection:
        assert sql.scalar(connection, "SELECT value FROM meta WHERE key = 'late'") == "1"
