"""Copies of the database and what restoring one does."""

import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.storage.engine.database import Database
from journeydesk.storage.records import records
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
