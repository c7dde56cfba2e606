"""Copies of the database and what restoring one does."""

import stat
import subprocess
import sys
import threading
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.records import records
from journeydesk.storage.upkeep import snapshots
from journeydesk.storage.upkeep.snapshots import KEPT, copy_database, daily_snapshot
from tests.integration.storage.conftest import AUTHOR

DAY = date(2026, 5, 19)


def _add(database: Database, key: str) -> None:
    with database.write() as connection:
        records.insert(connection, "prospects", {"key": key, "company": "Quillon-canary"}, AUTHOR)


def test_a_snapshot_is_whole_encrypted_and_for_its_owner_only(database: Database) -> None:
    _add(database, "BETA-1")
    made = daily_snapshot(database, DAY)
    assert made is not None
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert b"Quillon-canary" not in made.read_bytes()
    copy = database.connect_copy(made)
    assert copy.execute("SELECT key FROM prospects").fetchall() == [("BETA-1",)]
    copy.close()


def test_there_is_one_snapshot_a_day_and_the_last_fourteen_are_kept(database: Database) -> None:
    _add(database, "BETA-1")
    for back in range(20):
        daily_snapshot(database, DAY + timedelta(days=back))
    assert daily_snapshot(database, DAY + timedelta(days=19)) is None
    names = sorted(path.name for path in (database.folder / "backups").iterdir())
    assert len(names) == KEPT
    assert names[-1] == "daily-2026-06-07.db"


def test_a_copy_is_never_written_over(database: Database, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_bytes(b"an older copy")
    with pytest.raises(UserError, match="never written over"):
        copy_database(database, target)
    assert target.read_bytes() == b"an older copy"
    assert list(tmp_path.glob(".*.part")) == []


def test_a_copy_follows_no_link(database: Database, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"untouched")
    (tmp_path / "copy.db").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UserError, match="never written over"):
        copy_database(database, tmp_path / "copy.db")
    assert (tmp_path / "elsewhere").read_bytes() == b"untouched"


_COPIER = """
import sys, time
from datetime import date
from pathlib import Path
from journeydesk.storage.opening import open_database
from journeydesk.storage.upkeep.snapshots import daily_snapshot
from tests.integration.storage.conftest import KEY
database = open_database(Path(sys.argv[1]), KEY)
while time.time() < float(sys.argv[2]):
    pass
print(daily_snapshot(database, date(2026, 5, 19)) is not None)
"""


def test_of_several_programs_one_makes_the_copy_of_the_day(database: Database) -> None:
    _add(database, "BETA-1")
    together = str(time.time() + 1.5)
    programs = [
        subprocess.Popen([sys.executable, "-c", _COPIER, str(database.folder), together], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    answers = [program.communicate(timeout=30)[0].strip() for program in programs]
    assert sorted(answers) == ["False", "False", "True"]
    assert [path.name for path in (database.folder / "backups").iterdir()] == ["daily-2026-05-19.db"]


_KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from journeydesk.storage.opening import open_database
from journeydesk.storage.upkeep import snapshots
from tests.integration.storage.conftest import KEY
snapshots._sync_to_disk = lambda _part: os.kill(os.getpid(), signal.SIGTERM)
snapshots.daily_snapshot(open_database(Path(sys.argv[1]), KEY), date(2026, 5, 18))
"""


def test_what_an_interrupted_copy_left_goes_with_the_next(database: Database) -> None:
    _add(database, "BETA-1")
    subprocess.run([sys.executable, "-c", _KILLED, str(database.folder)], timeout=30, check=False)
    backups = database.folder / "backups"
    assert [path.suffix for path in backups.iterdir()] == [".part"]
    copy_database(database, backups / "by-hand.db")
    daily_snapshot(database, DAY)
    assert sorted(path.name for path in backups.iterdir()) == ["by-hand.db", "daily-2026-05-19.db"]


def test_nobody_who_reads_writes_or_closes_waits_for_the_copy(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    _add(database, "BETA-1")
    copied, may_end = threading.Event(), threading.Event()
    whole = snapshots._fill

    def slow(database: Database, part: Path, key: bytes | None) -> str:
        with database.read() as connection:
            sql.rows(connection, "SELECT count(*) FROM prospects")
            copied.set()
            assert may_end.wait(30)
        return whole(database, part, key)

    monkeypatch.setattr(snapshots, "_fill", slow)
    copying = threading.Thread(target=daily_snapshot, args=(database, DAY))
    copying.start()
    try:
        assert copied.wait(30)
        _add(database, "BETA-2")
        with database.read() as connection:
            assert sql.scalar(connection, "SELECT count(*) FROM prospects") == 2
        database.close()
        assert copying.is_alive()
    finally:
        may_end.set()
        copying.join()
