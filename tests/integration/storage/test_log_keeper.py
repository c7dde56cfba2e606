"""Who brings the log to disk beside the thread that wrote: a kill loses nothing, a refusal is said, and nobody closes before it is done."""

import errno
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from journeydesk.storage.engine import database as engine
from journeydesk.storage.engine import driver, log_keeper, sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.files import bring_to_disk
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from tests.integration.storage.conftest import AUTHOR, KEY

_KILLED = """
import os, signal, sys
from pathlib import Path
from journeydesk.storage.engine import log_keeper
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from tests.integration.storage.conftest import AUTHOR, KEY
log_keeper.bring_to_disk = lambda path: os.kill(os.getpid(), signal.SIGKILL)
database = open_database(Path(sys.argv[1]), KEY)
with database.write(beside=True) as connection:
    records.insert(connection, "prospects", {"key": "BETA-1", "company": "Mbali"}, AUTHOR)
database.log_keeper.wait()
"""


def _saved(database: Database, company: str = "Mbali") -> None:
    with database.write(beside=True) as connection:
        records.insert(connection, "prospects", {"key": f"BETA-{company}", "company": company}, AUTHOR)


def _companies(database: Database) -> list[str]:
    with database.read() as connection:
        return list(sql.scalars(connection, "SELECT company FROM prospects ORDER BY lid"))


def test_a_kill_before_the_sync_loses_nothing(fresh: Callable[[], Database]) -> None:
    database = fresh()
    database.close()
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(database.folder)], check=False, timeout=60)
    again = open_database(database.folder, KEY)
    found = _companies(again)
    again.close()
    assert (killed.returncode, found) == (-9, ["Mbali"])


def test_the_thread_that_wrote_goes_on_before_the_sync(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    may_sync, synced = threading.Event(), list[str]()

    def slowly(path: Path) -> None:
        may_sync.wait(30)
        bring_to_disk(path)
        synced.append(threading.current_thread().name)

    monkeypatch.setattr(log_keeper, "bring_to_disk", slowly)
    _saved(database)
    before = (_companies(database), list(synced))
    may_sync.set()
    database.log_keeper.wait()
    assert (before, synced) == ((["Mbali"], []), ["log-keeper"])


def test_what_was_saved_during_a_sync_is_synced_after_it(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    may_sync, seen = threading.Event(), list[list[str]]()

    def slowly(_path: Path) -> None:
        may_sync.wait(30)
        seen.append(_companies(database))

    monkeypatch.setattr(log_keeper, "bring_to_disk", slowly)
    _saved(database, "Mbali")
    _saved(database, "Ortega")
    may_sync.set()
    database.log_keeper.wait()
    assert seen[-1] == ["Mbali", "Ortega"]


def test_closing_waits_for_the_sync(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(log_keeper, "bring_to_disk", synced.append)
    _saved(database)
    database.close()
    assert [path.name for path in synced] == ["journeydesk.db-wal"]


def test_a_disk_that_refuses_the_sync_is_said(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    database.tell = told.append

    def refuse(_path: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(log_keeper, "bring_to_disk", refuse)
    _saved(database)
    database.log_keeper.wait()
    (sentence,) = told
    assert "Input/output error" in sentence
    assert _companies(database) == ["Mbali"]


def test_the_next_save_syncs_by_itself_again(database: Database) -> None:
    _saved(database)
    with database.alone() as connection:
        found = [sql.scalar(connection, f"PRAGMA {name}") for name in ("synchronous", "wal_autocheckpoint")]
    assert found == [2, driver.LOG_PAGES]


def test_a_save_that_is_undone_leaves_nothing_to_sync(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(log_keeper, "bring_to_disk", synced.append)
    with pytest.raises(ZeroDivisionError), database.write(beside=True) as connection:
        records.insert(connection, "prospects", {"key": "BETA-1"}, AUTHOR)
        raise ZeroDivisionError
    database.log_keeper.wait()
    assert (synced, _companies(database)) == ([], [])


@pytest.mark.parametrize(("bound", "moves"), [(1, True), (10_000, False)])
def test_only_a_long_log_is_moved_into_the_file(
    database: Database, monkeypatch: pytest.MonkeyPatch, bound: int, moves: bool
) -> None:
    database.checkpoint()
    monkeypatch.setattr(engine, "LOG_PAGES", bound)
    keeper, looked = database.log_keeper, threading.Event()
    move = keeper._move_into_file

    def look() -> None:
        move()
        looked.set()

    monkeypatch.setattr(keeper, "_move_into_file", look)
    _saved(database)
    assert looked.wait(30)
    with database.read() as connection:
        pages, moved = sql.log_of(connection)
    assert pages > 1
    assert (pages == moved) == moves


def test_the_log_is_not_moved_while_more_is_saved(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    done = list[str]()
    keeper = database.log_keeper

    def sync(_path: Path) -> None:
        done.append("sync")
        if done == ["sync"]:
            keeper.ask()

    monkeypatch.setattr(log_keeper, "bring_to_disk", sync)
    moved = threading.Event()

    def move() -> None:
        done.append("move")
        moved.set()

    monkeypatch.setattr(keeper, "_move_into_file", move)
    _saved(database)
    assert moved.wait(30)
    assert done == ["sync", "sync", "move"]


def test_who_saves_after_a_close_is_synced_too(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(log_keeper, "bring_to_disk", synced.append)
    for company in ("Mbali", "Ortega"):
        _saved(database, company)
        database.close()
        assert all(thread.name != "log-keeper" for thread in threading.enumerate())
    assert len(synced) == 2


def test_one_thread_serves_saves_that_follow_each_other(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    served = list[int | None]()
    monkeypatch.setattr(log_keeper, "bring_to_disk", lambda _path: served.append(threading.current_thread().ident))
    for company in ("Mbali", "Ortega", "Quillon"):
        _saved(database, company)
        database.log_keeper.wait()
    assert len(served) == 3
    assert len(set(served)) == 1
