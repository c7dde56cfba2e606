"""Copies of the database and what restoring one does."""

import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.upkeep.snapshots import KEPT, copy_database, daily_snapshot, restore, restore_difference
from tests.integration.storage.conftest import AUTHOR, KEY

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


def test_restoring_brings_back_what_was_and_keeps_what_is(database: Database) -> None:
    _add(database, "BETA-1")
    kept = copy_database(database, database.folder / "backups" / "kept.db")
    _add(database, "BETA-2")
    difference = {each.table: (each.now, each.then) for each in restore_difference(database, kept)}
    assert difference["Beta Applications"] == (2, 1)
    aside = database.folder / "backups" / "before-restore.db"
    restore(database, kept, aside)
    again = open_database(database.folder, KEY)
    with again.read() as connection:
        assert sql.scalars(connection, "SELECT key FROM prospects") == ["BETA-1"]
    put_aside = again.connect_copy(aside)
    assert put_aside.execute("SELECT count(*) FROM prospects").fetchone() == (2,)
    put_aside.close()
    again.close()


def test_what_is_no_copy_of_this_database_is_refused(database: Database, tmp_path: Path) -> None:
    _add(database, "BETA-1")
    (tmp_path / "letter.txt").write_text("a letter" * 1000, encoding="utf-8")
    with pytest.raises(UserError, match="is no copy of this database"):
        restore(database, tmp_path / "letter.txt", tmp_path / "aside.db")
    with pytest.raises(UserError, match="There is no file"):
        restore(database, tmp_path / "nothing.db", tmp_path / "aside.db")
    with database.read() as connection:
        assert sql.scalar(connection, "SELECT count(*) FROM prospects") == 1
