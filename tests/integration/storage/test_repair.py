"""Row 38 of docs/sync.md, "Fault matrix": a damaged database is found, said, and put right without losing what was not sent."""

import shutil
import sqlite3
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journeydesk.domain.errors import DatabaseUnreadable, UserError
from journeydesk.domain.ids import RecordId
from journeydesk.services.workspace.repair import is_empty, repair
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.sync.outbox import waiting_records
from journeydesk.storage.upkeep import integrity
from journeydesk.storage.upkeep.snapshots import daily_snapshot
from tests.integration.storage.conftest import AUTHOR, KEY

NOW = datetime(2026, 5, 20, 8, 0, tzinfo=UTC)
PAGE = 4096


def _flip(path: Path) -> None:
    """Damages the pages in the middle of the file."""
    pages = path.stat().st_size // PAGE
    _flip_pages(path, range(pages * 3 // 4, pages - 1))


def _flip_pages(path: Path, pages: Iterable[int]) -> None:
    """Damages these pages; the first of a file is 1."""
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE + 64)
            file.write(bytes(32))


def _truncate(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2 // PAGE * PAGE)


def _zero_first(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(bytes(PAGE))


DAMAGES: dict[str, Callable[[Path], None]] = {"flipped": _flip, "truncated": _truncate, "first page zero": _zero_first}


def _worked_on(database: Database) -> dict[str, RecordId]:
    """A copy is made, and then people go on: an edit, a new record, a call on it, a delete. None of it was sent."""
    with database.write() as connection:
        made = {
            key: records.insert(connection, "prospects", {"key": key, "company": f"Firm {key}", "notes": "n" * 3000}, AUTHOR)
            for key in [f"BETA-{number}" for number in range(60)]
        }
    daily_snapshot(database, NOW.date())
    with database.write() as connection:
        records.update(connection, "prospects", made["BETA-1"], {"company": "Mbali Skincare"}, AUTHOR)
        new = records.insert(connection, "prospects", {"key": "BETA-NEW", "company": "Tarn"}, AUTHOR)
        records.insert(
            connection, "interactions", {"key": "I1", "prospect": new, "type": "Call", "summary": "Asked for terms"}, AUTHOR
        )
        records.set_deleted(connection, "prospects", made["BETA-2"], True, AUTHOR)
    database.checkpoint()
    database.close()
    return made


@pytest.mark.fault(38)
@pytest.mark.parametrize("how", DAMAGES)
def test_the_newest_sound_copy_replaces_a_damaged_file(database: Database, how: str) -> None:
    _worked_on(database)
    damaged = database.path
    DAMAGES[how](damaged)
    before = damaged.read_bytes()
    done = repair(database.folder, KEY, NOW, "Amaia Etxarri")
    assert done.copy == database.folder / "backups" / "daily-2026-05-20.db"
    assert done.aside is not None
    assert done.aside.read_bytes() == before
    assert done.aside.stat().st_mode & 0o077 == 0
    again = open_database(database.folder, KEY)
    assert integrity.examine(again, thorough=True).problems == ()
    with again.read() as connection:
        assert records.find_by_key(connection, "prospects", "BETA-59") is not None
    again.close()


@pytest.mark.fault(38)
def test_what_was_not_sent_is_written_onto_the_copy_and_waits_again(database: Database) -> None:
    _worked_on(database)
    # Only a page of an index is hit, so that every record can still be read.
    with database.read() as connection:
        page = int(
            sql.scalar(connection, "SELECT max(rootpage) FROM sqlite_master WHERE type = 'index' AND tbl_name = 'surveys'")
        )
    database.close()
    with database.path.open("r+b") as file:
        file.seek((page - 1) * PAGE + 64)
        file.write(bytes(64))
    done = repair(database.folder, KEY, NOW, "Amaia Etxarri")
    assert done.copy is not None
    again = open_database(database.folder, KEY)
    with again.read() as connection:
        edited = records.find_by_key(connection, "prospects", "BETA-1")
        new = records.find_by_key(connection, "prospects", "BETA-NEW")
        assert edited is not None
        assert new is not None
        row = records.get(connection, "prospects", edited)
        assert row is not None
        assert row["company"] == "Mbali Skincare"
        call = records.find_by_key(connection, "interactions", "I1")
        assert call is not None
        kept = records.get(connection, "interactions", call)
        assert kept is not None
        assert (kept["prospect"], kept["summary"]) == (new, "Asked for terms")
        assert records.find_by_key(connection, "prospects", "BETA-2") is None
        waiting = {records.key_of(connection, slug, record) for slug, record in waiting_records(connection)}
    assert {"BETA-1", "BETA-NEW", "I1"} <= waiting
    again.close()


@pytest.mark.fault(38)
def test_a_file_that_is_gone_comes_back_from_its_copy(database: Database) -> None:
    _worked_on(database)
    database.path.unlink()
    assert repair(database.folder, KEY, NOW, "Amaia Etxarri").aside is None
    again = open_database(database.folder, KEY)
    with again.read() as connection:
        assert records.find_by_key(connection, "prospects", "BETA-3") is not None
    again.close()


@pytest.mark.fault(38)
def test_a_damaged_copy_is_passed_over_for_an_older_one(database: Database) -> None:
    _worked_on(database)
    older = database.folder / "backups" / "daily-2026-05-20.db"
    newer = older.with_name("daily-2026-05-21.db")
    shutil.copy(older, newer)
    _truncate(newer)
    _zero_first(database.path)
    assert repair(database.folder, KEY, NOW, "Amaia Etxarri").copy == older


@pytest.mark.fault(38)
@pytest.mark.parametrize("key", [KEY, bytes(32)])
def test_without_a_copy_that_can_be_read_nothing_is_touched(database: Database, key: bytes) -> None:
    _worked_on(database)
    if key == KEY:
        (database.folder / "backups" / "daily-2026-05-20.db").unlink()
    _zero_first(database.path)
    before = {path: path.read_bytes() for path in database.folder.rglob("*.db")}
    with pytest.raises(UserError, match="Nothing was changed"):
        repair(database.folder, key, NOW, "Amaia Etxarri")
    assert {path: path.read_bytes() for path in database.folder.rglob("*.db")} == before


@pytest.mark.fault(38)
def test_a_damaged_start_of_the_file_is_said_when_it_is_opened(database: Database) -> None:
    _worked_on(database)
    _zero_first(database.path)
    with pytest.raises(DatabaseUnreadable, match="doctor --mend"):
        open_database(database.folder, KEY)


@pytest.mark.fault(38)
def test_damage_inside_is_found_by_examining(database: Database) -> None:
    with database.read() as connection:
        roots = sql.scalars(connection, "SELECT rootpage FROM sqlite_master WHERE tbl_name = 'prospects' AND rootpage > 0")
    _worked_on(database)
    _flip_pages(database.path, roots)
    again = open_database(database.folder, KEY)
    found = integrity.examine(again)
    assert [problem.repairable for problem in found.problems][:1] == [False]
    assert "doctor --mend" in str(found.problems[0])
    again.close()


@pytest.mark.fault(38)
def test_a_sound_file_keeps_everything_and_gets_its_indexes_anew(database: Database) -> None:
    _worked_on(database)
    again = open_database(database.folder, KEY)
    with again.write() as connection:
        sql.run(connection, "DELETE FROM prospect_search")
    again.close()
    done = repair(database.folder, KEY, NOW, "Amaia Etxarri")
    assert done.copy is None
    again = open_database(database.folder, KEY)
    assert integrity.examine(again, thorough=True).problems == ()
    again.close()


def test_where_no_workspace_was_made_there_is_nothing_to_mend(database: Database, tmp_path: Path) -> None:
    assert is_empty(tmp_path / "new")
    assert not is_empty(database.folder)


def test_the_plain_driver_cannot_read_what_is_kept_aside(database: Database) -> None:
    _worked_on(database)
    _truncate(database.path)
    aside = repair(database.folder, KEY, NOW, "Amaia Etxarri").aside
    assert aside is not None
    assert FILE_NAME not in aside.name
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(aside).execute("SELECT * FROM prospects")
