"""Restoring takes records out of a copy, never its schema, and alters neither the copy nor what cannot be lost."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from journeydesk.domain.errors import NotNow, UserError
from journeydesk.domain.ids import new_key
from journeydesk.storage.engine import presence, sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.sync_records import sync_records, touched_ids
from journeydesk.storage.upkeep import integrity
from journeydesk.storage.upkeep.restoring import restore
from journeydesk.storage.upkeep.snapshots import copy_database
from tests.integration.storage.conftest import AUTHOR, KEY


def _add(database: Database, key: str, company: str = "Quillon") -> None:
    with database.write() as connection:
        records.insert(connection, "prospects", {"key": key, "company": company}, AUTHOR)


def _keys(database: Database) -> list[str]:
    with database.read() as connection:
        return list(sql.scalars(connection, "SELECT key FROM prospects WHERE deleted = 0 ORDER BY key"))


def _changed(database: Database, copy: Path, *statements: str) -> Path:
    """The copy as an attacker with its key would hand it over."""
    connection = database.connect_copy(copy)
    for statement in statements:
        connection.execute(statement)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    return copy


@pytest.fixture
def copy(database: Database, tmp_path: Path) -> Path:
    """A copy with one prospect; a second was added since."""
    _add(database, "BETA-1")
    made = copy_database(database, tmp_path / "copy.db")
    _add(database, "BETA-2")
    return made


def test_restoring_brings_back_what_was_and_keeps_what_is(database: Database, copy: Path) -> None:
    done = restore(database, copy, (), "before-restore")
    assert {each.table: (each.before, each.now) for each in done.differences}["Beta Applications"] == (2, 1)
    assert _keys(database) == ["BETA-1"]
    restore(database, done.aside, (), "before-restore")
    assert _keys(database) == ["BETA-1", "BETA-2"]
    assert integrity.examine(database, thorough=True).problems == ()
    _add(database, "BETA-3")
    assert _keys(database) == ["BETA-1", "BETA-2", "BETA-3"]


def test_keys_that_wait_in_a_copy_may_have_been_sent_since(database: Database, tmp_path: Path) -> None:
    with database.write() as connection:
        records.insert(connection, "interactions", {"key": new_key(), "type": "Call", "prospect": None}, AUTHOR)
    copy = copy_database(database, tmp_path / "copy.db")
    assert _drawn(database) == [True]
    restore(database, copy, (), "before-restore")
    assert _drawn(database) == [False]


def _drawn(database: Database) -> list[bool]:
    with database.read() as connection:
        new = touched_ids(connection, "interactions", sent=False)
        return [record.drawn for record in sync_records(connection, "interactions", new).values()]


def test_two_restores_in_a_moment_keep_both_states(database: Database, copy: Path) -> None:
    first = restore(database, copy, (), "before-restore-20260519T090500").aside
    _add(database, "BETA-3")
    second = restore(database, copy, (), "before-restore-20260519T090500").aside
    assert first != second
    restore(database, first, (), "aside")
    assert _keys(database) == ["BETA-1", "BETA-2"]
    restore(database, second, (), "aside")
    assert _keys(database) == ["BETA-1", "BETA-3"]


def _made_of(database: Database) -> list[tuple[str, str]]:
    with database.read() as connection:
        rows = sql.rows(connection, "SELECT name, coalesce(sql, '') FROM sqlite_master ORDER BY name")
    return [(row[0], " ".join(row[1].split()).replace(" ,", ",").replace(" )", ")")) for row in rows]


@pytest.mark.parametrize(
    "planted",
    [
        "CREATE TRIGGER planted AFTER INSERT ON interactions BEGIN UPDATE prospects SET company = 'Robbed'; END",
        "CREATE TRIGGER prospects_place_ AFTER UPDATE ON prospects BEGIN DELETE FROM prospects WHERE lid <> new.lid; END",
        "CREATE VIEW planted AS SELECT * FROM prospects",
        "CREATE TABLE planted (key TEXT)",
        "CREATE INDEX planted ON prospects (company)",
    ],
)
def test_nothing_of_a_copy_s_schema_comes_along(database: Database, copy: Path, planted: str) -> None:
    before = _made_of(database)
    restore(database, _changed(database, copy, planted), (), "aside")
    assert _made_of(database) == before
    with database.write() as connection:
        records.insert(connection, "interactions", {"key": "I1", "prospect": None, "type": "Call", "summary": "Hello"}, AUTHOR)
    _add(database, "BETA-9", "Tarn")
    with database.read() as connection:
        assert sql.scalars(connection, "SELECT company FROM prospects ORDER BY key") == ["Quillon", "Tarn"]


@pytest.mark.parametrize(
    ("statements", "words"),
    [
        (("DROP TABLE tasks", "CREATE VIEW tasks AS SELECT * FROM prospects"), "has no table “tasks”"),
        (("DROP TABLE tasks",), "has no table “tasks”"),
        (("ALTER TABLE draft DROP COLUMN outcome",), "has no column “outcome” in “draft”"),
        (
            ("ALTER TABLE draft DROP COLUMN text", "ALTER TABLE draft ADD COLUMN text TEXT AS (hex(zeroblob(9))) VIRTUAL"),
            "has no column “text” in “draft”",
        ),
        (("UPDATE prospects SET company = x'00ff'",), "column “company”, a value of a kind that does not belong there"),
        (("UPDATE prospects SET estimated_revenue = 'much'",), "column “estimated_revenue”"),
        (("UPDATE prospects SET estimated_revenue = 9e999",), "column “estimated_revenue”"),
        (("UPDATE prospects SET company = CAST(x'ff41' AS TEXT)",), "is damaged"),
        (("PRAGMA user_version = 99",), "was made by a newer Journeydesk"),
        (("PRAGMA user_version = 0",), "is no copy of a workspace"),
        (("DROP TABLE sync_record", "CREATE VIRTUAL TABLE sync_record USING fts5(table_slug, lid)"), "sync_record"),
    ],
)
def test_a_copy_with_foreign_contents_is_refused_whole(
    database: Database, copy: Path, statements: tuple[str, ...], words: str
) -> None:
    with pytest.raises(UserError, match=words):
        restore(database, _changed(database, copy, *statements), (), "aside")
    assert _keys(database) == ["BETA-1", "BETA-2"]
    assert sorted(path.name for path in database.folder.iterdir() if path.name.startswith(".restoring")) == []


@pytest.mark.parametrize("fact", ["airtable_url", "stripe_url", "hook_url"])
def test_addresses_never_come_from_a_copy(database: Database, copy: Path, fact: str) -> None:
    with database.write() as connection:
        set_meta(connection, fact, "https://api.example.org")
    restore(database, _changed(database, copy, f"INSERT INTO meta VALUES ('{fact}', 'https://evil.example')"), (), "aside")
    with database.read() as connection:
        assert get_meta(connection, fact) == "https://api.example.org"


def test_an_address_under_any_name_stays_out(database: Database, copy: Path) -> None:
    statements = (
        "INSERT INTO meta VALUES ('something_new', 'https://evil.example')",
        "INSERT INTO meta VALUES ('kept', 'yes')",
    )
    restore(database, _changed(database, copy, *statements), (), "aside")
    with database.read() as connection:
        assert get_meta(connection, "something_new") is None
        assert get_meta(connection, "kept") == "yes"


def _state(path: Path) -> tuple[str, int, int, list[str]]:
    status = path.stat()
    names = sorted(each.name for each in path.parent.iterdir() if each.name.startswith(path.name))
    return hashlib.sha256(path.read_bytes()).hexdigest(), status.st_mtime_ns, status.st_mode, names


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_a_read_only_copy_is_not_altered(database: Database, copy: Path, journal: str) -> None:
    connection = database.connect_copy(copy)
    connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.close()
    copy.chmod(0o400)
    before = _state(copy)
    restore(database, copy, (), "aside")
    assert _state(copy) == before
    assert _keys(database) == ["BETA-1"]


def test_a_copy_made_by_hand_with_its_log_is_whole(database: Database, copy: Path) -> None:
    source = database.connect_copy(copy)
    source.execute("INSERT INTO prospects (key, created_at) VALUES ('BETA-IN-LOG', '2026-05-19T09:05:00.000Z')")
    by_hand = copy.with_name("by hand.db")
    for ending in ("", "-wal"):
        by_hand.with_name(by_hand.name + ending).write_bytes(copy.with_name(copy.name + ending).read_bytes())
    source.close()
    before = _state(by_hand)
    restore(database, by_hand, (), "aside")
    assert _keys(database) == ["BETA-1", "BETA-IN-LOG"]
    assert _state(by_hand) == before


def test_a_copy_with_another_key_needs_that_key(database: Database, tmp_path: Path) -> None:
    other_key = os.urandom(32)
    other = open_database(tmp_path / "other", other_key)
    _add(other, "BETA-OTHER")
    copy = copy_database(other, tmp_path / "copy.db")
    other.close()
    with pytest.raises(UserError, match="encrypted with another key"):
        restore(database, copy, (os.urandom(32),), "aside")
    restore(database, copy, (os.urandom(32), other_key), "aside")
    assert _keys(database) == ["BETA-OTHER"]
    database.close()
    again = open_database(database.folder, KEY)
    assert _keys(again) == ["BETA-OTHER"]
    again.close()


def test_what_is_no_copy_is_refused(database: Database, tmp_path: Path) -> None:
    _add(database, "BETA-1")
    (tmp_path / "letter.txt").write_text("a letter" * 1000, encoding="utf-8")
    with pytest.raises(UserError, match="is no copy of this database"):
        restore(database, tmp_path / "letter.txt", (), "aside")
    with pytest.raises(UserError, match="There is no file"):
        restore(database, tmp_path / "nothing.db", (), "aside")
    assert _keys(database) == ["BETA-1"]


def test_numbers_of_deleted_records_are_not_given_again(database: Database, tmp_path: Path) -> None:
    _add(database, "BETA-1")
    with database.write() as connection:
        sql.run(connection, "DELETE FROM prospects")
    copy = copy_database(database, tmp_path / "copy.db")
    restore(database, copy, (), "aside")
    _add(database, "BETA-2")
    with database.read() as connection:
        assert sql.scalar(connection, "SELECT lid FROM prospects") == 2


_WRITER = """
import sys
from pathlib import Path
from journeydesk.domain.errors import JourneydeskError
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from tests.integration.storage.conftest import AUTHOR, KEY
database = open_database(Path(sys.argv[1]), KEY)
for number in range(100_000):
    with database.write() as connection:
        records.insert(connection, "prospects", {"key": f"W-{number}"}, AUTHOR)
    print(number, flush=True)
"""

_EACH_ANEW = (
    _WRITER.replace("database = open_database(Path(sys.argv[1]), KEY)\n", "")
    .replace("    with database", "    database = open_database(Path(sys.argv[1]), KEY)\n    with database")
    .replace("    print(", "    database.close()\n    print(")
)

Start = Callable[[str], "subprocess.Popen[str]"]


def _start(program: str, folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_beside_an_open_program_a_restore_is_refused(database: Database, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presence, "PATIENCE_SECONDS", 0.3)
    writer = _start(_WRITER, database.folder)
    assert writer.stdout is not None
    writer.stdout.readline()
    try:
        with pytest.raises(NotNow, match="has this workspace open"):
            restore(database, copy, (), "aside")
    finally:
        writer.kill()
        written = 1 + len(writer.communicate()[0].splitlines())
    assert len(_keys(database)) >= 2 + written
    assert list((database.folder / "backups").iterdir()) == []
    restore(database, copy, (), "aside")
    assert _keys(database) == ["BETA-1"]


def test_no_acknowledged_write_beside_restores_is_lost(database: Database, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presence, "PATIENCE_SECONDS", 60)
    writer = _start(_EACH_ANEW, database.folder)
    assert writer.stdout is not None
    said, asides = [writer.stdout.readline()], []
    try:
        for _ in range(4):
            asides.append(restore(database, copy, (), "aside").aside)
            said.append(writer.stdout.readline())
    finally:
        writer.kill()
    acknowledged = {f"W-{line}" for line in "".join((*said, writer.communicate()[0])).split()}
    kept = set(_keys(database))
    for aside in asides:
        source = database.connect_copy(aside)
        kept |= {row[0] for row in source.execute("SELECT key FROM prospects")}
        source.close()
    assert acknowledged <= kept
    assert len(acknowledged) > 4


def test_while_a_copy_is_put_back_others_wait_and_are_told(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presence, "PATIENCE_SECONDS", 0.2)
    with database.exclusively():
        with pytest.raises(NotNow, match="being replaced by a copy"):
            open_database(database.folder, KEY)
        with pytest.raises(NotNow, match="being replaced by a copy"):
            _keys(database)
    assert _keys(database) == []


def test_the_lock_of_a_killed_program_is_free(database: Database, copy: Path) -> None:
    holder = _start(_WRITER, database.folder)
    assert holder.stdout is not None
    holder.stdout.readline()
    holder.kill()
    holder.communicate()
    restore(database, copy, (), "aside")
    assert (database.folder / presence.LOCK_NAME).stat().st_mode & 0o777 == 0o600


def test_a_link_in_the_place_of_the_lock_is_refused(database: Database, tmp_path: Path) -> None:
    database.close()
    (database.folder / presence.LOCK_NAME).unlink()
    (database.folder / presence.LOCK_NAME).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UserError, match="is a link"):
        open_database(database.folder, KEY)
    assert not (tmp_path / "elsewhere").exists()
