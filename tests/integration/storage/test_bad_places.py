"""Rows 37 to 41 of docs/sync.md, "Fault matrix": a file that goes or may not be written, is damaged, lies badly, or is held by
others."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from journeydesk.domain.errors import JourneydeskError, UserError, WorldError
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from tests.integration.storage.conftest import AUTHOR, KEY

_READ_ONLY = """
import os, sys
from pathlib import Path
folder, user, other = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
from journeydesk.domain.errors import JourneydeskError
from journeydesk.storage.records import records
from journeydesk.storage.opening import open_database
from tests.integration.storage.conftest import AUTHOR, KEY
def write(where):
    database = open_database(where, KEY)
    with database.write() as connection:
        records.insert(connection, "prospects", {"key": "BETA-2"}, AUTHOR)
# Once elsewhere first: who owns nothing may not be able to load a module any more.
write(other)
if os.getuid() == 0:
    os.setgid(user)
    os.setuid(user)
try:
    write(folder)
except JourneydeskError as problem:
    print(problem)
"""


def _insert(database: Database, key: str) -> None:
    with database.write() as connection:
        records.insert(connection, "prospects", {"key": key}, AUTHOR)


def _keys(database: Database) -> list[str]:
    with database.read() as connection:
        return list(sql.scalars(connection, "SELECT key FROM prospects ORDER BY key"))


@pytest.mark.fault(37)
@pytest.mark.parametrize("away", ["deleted", "moved", "replaced"])
def test_a_file_that_goes_while_open_takes_no_more_edits(database: Database, away: str) -> None:
    _insert(database, "BETA-1")
    kept = database.path.with_name("elsewhere.db")
    if away == "deleted":
        database.path.unlink()
    elif away == "moved":
        database.path.rename(kept)
    else:
        kept.write_bytes(database.path.read_bytes())
        kept.replace(database.path)
    with pytest.raises(WorldError, match="moved, replaced or deleted while it was open"):
        _insert(database, "BETA-2")
    assert database.path.exists() == (away == "replaced")


@pytest.mark.fault(37)
def test_a_file_that_is_put_back_takes_edits_again(database: Database) -> None:
    elsewhere = database.path.with_name("elsewhere.db")
    database.path.rename(elsewhere)
    with pytest.raises(WorldError):
        _insert(database, "BETA-1")
    elsewhere.rename(database.path)
    _insert(database, "BETA-1")
    assert _keys(database) == ["BETA-1"]


@pytest.mark.fault(37)
def test_no_new_database_is_made_where_copies_of_one_stand(database: Database) -> None:
    (database.folder / "backups" / "daily-2026-05-18.db").write_bytes(b"a copy")
    database.close()
    database.path.unlink()
    with pytest.raises(JourneydeskError, match="doctor --mend"):
        open_database(database.folder, KEY)
    assert not database.path.exists()


@pytest.mark.fault(37)
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_written_is_said_and_changes_nothing(database: Database, tmp_path: Path, what: str) -> None:
    _insert(database, "BETA-1")
    database.close()
    # Root may write anywhere, so the trial becomes a user who owns nothing.
    nobody = 65534
    opened = [database.path, database.folder] if what == "folder" else [database.path]
    for parent in (database.folder, *database.folder.parents[:3]):
        parent.chmod(0o755)
    for path in database.folder.rglob("*"):
        if os.getuid() == 0:
            os.chown(path, nobody, nobody)
    if os.getuid() == 0:
        os.chown(database.folder, nobody, nobody)
    for path in opened:
        path.chmod(0o500 if path.is_dir() else 0o400)
    done = subprocess.run(
        [sys.executable, "-c", _READ_ONLY, str(database.folder), str(nobody), str(tmp_path / "elsewhere")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "read-only" in done.stdout or "rights" in done.stdout
    for path in reversed(opened):
        path.chmod(0o700)
    again = open_database(database.folder, KEY)
    assert _keys(again) == ["BETA-1"]
    again.close()


_HOLDER = """
import sys
from pathlib import Path
from journeydesk.storage.opening import open_database
from tests.integration.storage.conftest import KEY
database = open_database(Path(sys.argv[1]), KEY)
with database.write():
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def held(folder: Path) -> Iterator[Callable[[], None]]:
    """Another program that holds the write lock until it is told to let go."""
    other = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdin is not None
    assert other.stdout is not None

    def let_go() -> None:
        if other.stdin is not None and not other.stdin.closed:
            other.stdin.close()
            other.wait(30)

    with other.stdout as said:
        assert said.readline() == "held\n"
        try:
            yield let_go
        finally:
            let_go()


@pytest.mark.fault(40)
def test_the_windows_thread_gives_up_first_and_says_why(database: Database) -> None:
    database.hurry()
    done: list[str] = []

    def save() -> None:
        _insert(database, "BETA-2")
        done.append("BETA-2")

    with held(database.folder) as let_go:
        patient = threading.Thread(target=save)
        patient.start()
        with pytest.raises(WorldError, match="Another program is writing"):
            _insert(database, "BETA-1")
        assert done == []
        let_go()
        patient.join(10)
    assert done == ["BETA-2"]
    _insert(database, "BETA-1")
    assert _keys(database) == ["BETA-1", "BETA-2"]


@pytest.mark.fault(40)
def test_who_waits_for_another_program_keeps_nobody_else_from_asking(database: Database) -> None:
    with held(database.folder) as let_go:
        threads = [threading.Thread(target=_insert, args=(database, f"BETA-{number}")) for number in range(5)]
        for thread in threads:
            thread.start()
        let_go()
        for thread in threads:
            thread.join(10)
    assert len(_keys(database)) == 5


@pytest.mark.fault(41)
def test_a_long_reader_keeps_its_view_and_stops_no_save(database: Database) -> None:
    with database.read() as reader:
        seen = sql.scalar(reader, "SELECT count(*) FROM prospects")
        for number in range(300):
            _insert(database, f"BETA-{number}")
        assert sql.scalar(reader, "SELECT count(*) FROM prospects") == seen
    log = database.folder / f"{FILE_NAME}-wal"
    grown = log.stat().st_size
    for number in range(300, 900):
        _insert(database, f"BETA-{number}")
    # What the reader held back is moved into the file by the first saves after it, and the log is begun again.
    assert log.stat().st_size <= grown + 5 * 1024 * 1024
    assert len(_keys(database)) == 900


@pytest.mark.parametrize("name", ["", "backups", "reports", "logs", "starts"])
def test_a_folder_of_the_workspace_that_is_a_link_is_refused(tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    link = tmp_path / "workspace" / name
    link.parent.mkdir(exist_ok=True)
    if not name:
        link = tmp_path / "workspace"
    link.symlink_to(elsewhere)
    with pytest.raises(UserError, match="is a link"):
        open_database(tmp_path / "workspace", KEY)
    assert list(elsewhere.iterdir()) == []


def test_a_folder_that_was_open_to_others_is_closed(tmp_path: Path) -> None:
    (tmp_path / "workspace").mkdir(mode=0o755)
    open_database(tmp_path / "workspace", KEY).close()
    assert (tmp_path / "workspace").stat().st_mode & 0o777 == 0o700
