"""Upgrades: head equals the tables, data is carried, a failure leaves the old file, a newer file is refused."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database, connect
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.schema.beginning import beginning
from journeydesk.storage.schema.head import HEAD
from journeydesk.storage.schema.upgrade import KEPT_COPIES, DatabaseNewer, bring_up_to_date, migrations_folder, run_steps
from journeydesk.storage.upkeep import integrity
from tests.integration.storage.conftest import AUTHOR, KEY
from tests.integration.storage.listening import listen

_STEP = """
revision = "{to:04d}"
down_revision = "{from_:04d}"
from alembic import op

def upgrade() -> None:
    {body}
"""
ADD_COLUMN = "op.get_bind().exec_driver_sql(\"ALTER TABLE prospects ADD COLUMN nickname TEXT DEFAULT 'none'\")"


def _shape(connection: Connection) -> list[tuple[str, str, str]]:
    rows = sql.rows(
        connection,
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'schema_version' "
        "AND name NOT LIKE 'sqlite_%' ORDER BY type, name",
    )
    # A column that was added to a table stands behind a blank.
    return [(row[0], row[1], " ".join(row[2].split()).replace(" ,", ",").replace(" )", ")")) for row in rows]


def steps_with(folder: Path, body: str, number: int = HEAD + 1) -> Path:
    steps = folder / "steps"
    if not steps.exists():
        shutil.copytree(migrations_folder(), steps)
    text = _STEP.format(to=number, from_=number - 1, body=body)
    (steps / "versions" / f"{number:04d}_next.py").write_text(text, encoding="utf-8")
    return steps


def test_every_step_in_turn_makes_what_a_new_database_is_made_of(database: Database, tmp_path: Path) -> None:
    stepped = connect(tmp_path / "stepped", KEY)
    run_steps(stepped, f"{HEAD:04d}")
    with stepped.read() as connection, database.read() as new:
        for asked in (_shape, _version, _filled_tables):
            assert asked(new) == asked(connection)
    stepped.close()


def _version(connection: Connection) -> list[str]:
    return sql.scalars(connection, "SELECT version_num FROM schema_version")


def _filled_tables(connection: Connection) -> dict[str, int]:
    names = sql.scalars(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'sqlite_sequence'")
    counts = {name: int(sql.scalar(connection, f'SELECT count(*) FROM "{name}"')) for name in names}
    return {name: count for name, count in counts.items() if count}


def test_a_new_database_that_failed_half_way_is_begun_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = beginning(HEAD)
    monkeypatch.setattr("journeydesk.storage.opening.connect", connect)
    monkeypatch.setattr("journeydesk.storage.schema.upgrade.beginning", lambda _: (*whole[:100], "CREATE TABLE"))
    with pytest.raises(WorldError):
        open_database(tmp_path / "new", KEY)
    monkeypatch.undo()
    again = open_database(tmp_path / "new", KEY)
    with again.read() as connection:
        assert sql.scalar(connection, "PRAGMA user_version") == HEAD
    again.close()


def test_the_number_of_the_last_step_is_the_head_of_the_code(database: Database) -> None:
    last = sorted((migrations_folder() / "versions").glob("[0-9]*.py"))[-1]
    assert int(last.name[:4]) == HEAD
    with database.read() as connection:
        assert sql.scalar(connection, "PRAGMA user_version") == HEAD


def test_down_to_nothing_and_up_again_gives_the_same_shape(database: Database) -> None:
    with database.read() as connection:
        before = _shape(connection)
    run_steps(database, "0")
    with database.read() as connection:
        assert _shape(connection) == []
    run_steps(database, f"{HEAD:04d}")
    with database.read() as connection:
        assert _shape(connection) == before


def test_an_upgrade_carries_every_record_and_keeps_a_copy(database: Database, tmp_path: Path) -> None:
    with database.write() as connection:
        record = records.insert(connection, "prospects", {"key": "BETA-1", "company": "Łąkowisko Meble"}, AUTHOR)
    bring_up_to_date(database, steps_with(tmp_path, ADD_COLUMN), HEAD + 1)
    with database.read() as connection:
        row = records.get(connection, "prospects", record)
        assert row is not None
        assert (row["company"], row["nickname"]) == ("Łąkowisko Meble", "none")
        assert sql.scalar(connection, "PRAGMA user_version") == HEAD + 1
        assert sql.scalar(connection, "PRAGMA foreign_keys") == 1
    copies = list((database.folder / "backups").iterdir())
    assert [copy.name for copy in copies] == [f"before-upgrade-from-{HEAD:04d}.db"]
    copy = database.connect_copy(copies[0])
    assert copy.execute("SELECT company FROM prospects").fetchall() == [("Łąkowisko Meble",)]
    copy.close()


@pytest.mark.parametrize(
    "body",
    [
        f"{ADD_COLUMN}; raise RuntimeError('half way')",
        "op.get_bind().exec_driver_sql('DELETE FROM prospects')",
        "op.get_bind().exec_driver_sql('ALTER TABLE nowhere ADD COLUMN a TEXT')",
    ],
)
@pytest.mark.fault(42)
def test_a_step_that_fails_leaves_the_old_shape_and_every_record(database: Database, tmp_path: Path, body: str) -> None:
    with database.write() as connection:
        records.insert(connection, "prospects", {"key": "BETA-1"}, AUTHOR)
    with database.read() as connection:
        before = _shape(connection)
    with pytest.raises(WorldError, match="stands as it was before"):
        bring_up_to_date(database, steps_with(tmp_path, body), HEAD + 1)
    again = open_database(database.folder, KEY)
    with again.read() as connection:
        assert _shape(connection) == before
        assert sql.scalars(connection, "SELECT key FROM prospects") == ["BETA-1"]
        assert sql.scalar(connection, "PRAGMA user_version") == HEAD
    again.close()


REBUILD = """connection = op.get_bind()
    shape = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'prospects'").scalar_one()
    connection.exec_driver_sql(shape.replace("CREATE TABLE prospects", "CREATE TABLE prospects_new", 1))
    connection.exec_driver_sql("INSERT INTO prospects_new SELECT * FROM prospects")
    indexes = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_master WHERE tbl_name = 'prospects' AND type = 'index' AND sql IS NOT NULL"
    ).scalars().all()
    connection.exec_driver_sql("DROP TABLE prospects")
    connection.exec_driver_sql("ALTER TABLE prospects_new RENAME TO prospects")
    for index in indexes:
        connection.exec_driver_sql(index)"""


def _filled(database: Database) -> None:
    with database.write() as connection:
        prospect = records.insert(connection, "prospects", {"key": "BETA-1", "company": "Mbali"}, AUTHOR)
        for number in range(5):
            values: dict[str, Stored] = {
                "key": f"I{number}",
                "prospect": prospect,
                "type": "Call",
                "summary": "asked for references",
            }
            records.insert(connection, "interactions", values, AUTHOR)


def _assert_as_before(folder: Path, before: list[tuple[str, str, str]]) -> None:
    again = open_database(folder, KEY)
    with again.read() as connection:
        assert _shape(connection) == before
        assert sql.scalars(connection, "SELECT company FROM prospects") == ["Mbali"]
        assert sql.scalar(connection, "SELECT count(*) FROM interactions") == 5
        assert sql.scalar(connection, "PRAGMA user_version") == HEAD
    assert integrity.examine(again, thorough=True).problems == ()
    again.close()


@pytest.mark.fault(44)
def test_a_rebuilt_parent_table_keeps_children_and_triggers(database: Database, tmp_path: Path) -> None:
    _filled(database)
    with database.read() as connection:
        before = [line for line in _shape(connection) if line[0] == "trigger"]
    bring_up_to_date(database, steps_with(tmp_path, REBUILD), HEAD + 1)
    with database.read() as connection:
        assert [line for line in _shape(connection) if line[0] == "trigger"] == before
        assert sql.scalar(connection, "SELECT count(*) FROM interactions") == 5
        assert sql.scalar(connection, "SELECT count(*) FROM prospect_search('mbali')") == 1
        assert sql.rows(connection, "PRAGMA foreign_key_check") == []
    assert integrity.examine(database, thorough=True).problems == ()


def _statements(database: Database, at: int, act: Callable[[], None]) -> list[str]:
    """Listens to what the writer is asked, and acts before the statement of that number."""
    heard: list[str] = []

    def before(statement: str) -> None:
        heard.append(statement)
        if len(heard) == at:
            act()

    listen(database, before)
    return heard


def _fail() -> None:
    raise RuntimeError("the disk is gone")


def _assert_each_failure_changes_nothing(fresh: Callable[[], Database], tmp_path: Path, stride: int) -> None:
    steps = steps_with(tmp_path, REBUILD)
    database = fresh()
    _filled(database)
    heard = _statements(database, 0, _fail)
    bring_up_to_date(database, steps, HEAD + 1)
    assert len(heard) > 10
    for number in (*range(1, len(heard), stride), len(heard)):
        database = fresh()
        _filled(database)
        with database.read() as connection:
            before = _shape(connection)
        _statements(database, number, _fail)
        with pytest.raises(WorldError, match="stands as it was before"):
            bring_up_to_date(database, steps, HEAD + 1)
        _assert_as_before(database.folder, before)


@pytest.mark.fault(42)
def test_a_step_that_fails_at_some_statement_changes_nothing(fresh: Callable[[], Database], tmp_path: Path) -> None:
    _assert_each_failure_changes_nothing(fresh, tmp_path, 8)


@pytest.mark.soak
def test_a_step_that_fails_at_any_statement_changes_nothing(fresh: Callable[[], Database], tmp_path: Path) -> None:
    _assert_each_failure_changes_nothing(fresh, tmp_path, 1)


_KILLED = """
import os, signal, sys
from pathlib import Path
from journeydesk.storage.opening import open_database
from journeydesk.storage.schema.head import HEAD
from journeydesk.storage.schema.upgrade import bring_up_to_date
from tests.integration.storage.conftest import KEY
from tests.integration.storage.listening import listen
database = open_database(Path(sys.argv[1]), KEY)
def before(statement):
    if statement.startswith(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
listen(database, before)
bring_up_to_date(database, Path(sys.argv[2]), HEAD + 1)
"""


@pytest.mark.fault(42)
@pytest.mark.parametrize(
    "statement",
    ["BEGIN", "INSERT INTO prospects_new", "DROP TABLE prospects", "ALTER TABLE", "CREATE TRIGGER", "PRAGMA user_version ="],
)
def test_a_step_that_is_killed_leaves_the_old_shape_and_every_record(
    database: Database, tmp_path: Path, statement: str
) -> None:
    _filled(database)
    with database.read() as connection:
        before = _shape(connection)
    database.close()
    steps = steps_with(tmp_path, REBUILD)
    done = subprocess.run([sys.executable, "-c", _KILLED, str(database.folder), str(steps), statement], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    _assert_as_before(database.folder, before)
    assert len(list((database.folder / "backups").glob("before-upgrade-*.db"))) == 1


def test_only_the_last_copies_before_upgrades_are_kept(database: Database, tmp_path: Path) -> None:
    for number in range(HEAD + 1, HEAD + 6):
        bring_up_to_date(database, steps_with(tmp_path, "pass", number), number)
    assert len(list((database.folder / "backups").iterdir())) == KEPT_COPIES


@pytest.mark.fault(43)
def test_a_newer_database_is_refused_unchanged(database: Database) -> None:
    with database.write() as connection:
        sql.run(connection, f"PRAGMA user_version = {HEAD + 1}")
    database.close()
    before = database.path.read_bytes()
    with pytest.raises(DatabaseNewer, match="Update Journeydesk"):
        open_database(database.folder, KEY)
    assert database.path.read_bytes() == before


def test_a_database_of_another_program_is_refused_unchanged(database: Database, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "journeydesk.db").touch()
    other = database.connect_copy(foreign / "journeydesk.db")
    other.execute("CREATE TABLE notes (text)")
    other.close()
    with pytest.raises(UserError, match="not one of Journeydesk's"):
        open_database(foreign, KEY)
    kept = database.connect_copy(foreign / "journeydesk.db")
    assert kept.execute("SELECT name FROM sqlite_master").fetchall() == [("notes",)]
    kept.close()
