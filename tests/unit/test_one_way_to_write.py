"""Files are written in one place: for their owner only, whole or not at all, through no link, never over our own."""

import ast
import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.storage.engine.files import copy_file, make_empty, refuse_ours, write_file, write_new

ROOT = Path(__file__).resolve().parents[2] / "journeydesk"
ALLOWED = {
    "storage/engine/files.py": "the one way",
    "storage/engine/file_lock.py": "an empty file that holds a lock",
    "storage/upkeep/snapshots.py": "opens its own copy once more, to sync it to disk",
    "background/log_files.py": "a file that grows",
    "receiver/security_log.py": "another one, opened for its owner only",
}


def _writes(call: ast.Call) -> bool:
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name in ("write_text", "write_bytes", "copyfile", "copy2", "copytree", "symlink_to"):
        return True
    owner = getattr(getattr(function, "value", None), "id", "")
    if name == "open" and owner == "os":
        return True
    modes = [each.value for each in (*call.args, *(word.value for word in call.keywords)) if isinstance(each, ast.Constant)]
    return name == "open" and any(isinstance(mode, str) and set(mode) & set("wax+") and len(mode) <= 3 for mode in modes)


def test_nothing_else_writes_files() -> None:
    writing = {
        str(file.relative_to(ROOT))
        for file in ROOT.rglob("*.py")
        if "sandbox" not in file.parts
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _writes(node)
    }
    assert writing - ALLOWED.keys() == set()


@pytest.fixture(autouse=True)
def loose_umask() -> Iterator[None]:
    """What a careless system leaves open."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_every_way_makes_files_for_their_owner_only(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"a")
    write_new(tmp_path / "b", b"b")
    copy_file(tmp_path / "a", tmp_path / "c")
    make_empty(tmp_path / "d")
    assert {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir() if file.is_file()} == dict.fromkeys(
        "abcd", 0o600
    )


def test_a_link_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"untouched")
    (tmp_path / "link").symlink_to(tmp_path / "victim")
    with pytest.raises(UserError, match="is a link"):
        write_file(tmp_path / "link", b"mine")
    write_new(tmp_path / "link", b"mine")
    for make in (lambda path: copy_file(tmp_path / "victim", path), make_empty):
        with pytest.raises(FileExistsError):
            make(tmp_path / "link")
    assert (tmp_path / "victim").read_bytes() == b"untouched"
    assert (tmp_path / "link").is_symlink()


def test_links_under_guessed_names_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"untouched")
    for name in ("report.pdf.part", ".report.pdf.part", "report.pdf~"):
        (tmp_path / name).symlink_to(tmp_path / "victim")
    write_file(tmp_path / "report.pdf", b"mine")
    assert (tmp_path / "victim").read_bytes() == b"untouched"
    assert (tmp_path / "report.pdf").read_bytes() == b"mine"


def test_a_first_file_stays_where_two_are_first(tmp_path: Path) -> None:
    write_new(tmp_path / "name", b"first")
    write_new(tmp_path / "name", b"second")
    assert (tmp_path / "name").read_bytes() == b"first"


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError, match="cannot be written"):
        write_file(tmp_path / "folder", b"mine")
    with pytest.raises(UserError, match="cannot be written"):
        write_file(tmp_path / "nowhere" / "file", b"mine")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize(
    "name",
    [
        "journeydesk.db",
        "journeydesk.db-wal",
        "journeydesk.db-shm",
        "key.salt",
        "workspace.id",
        "unencrypted",
        "workspace.lock",
        "backups/daily-2026-05-19.db",
        "logs/journeydesk.log",
        "reports/copy.db",
        "reports/../key.salt",
        "anything.csv",
    ],
)
def test_our_own_files_are_never_written_over(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "reports").mkdir(exist_ok=True)
    target.write_bytes(b"ours")
    with pytest.raises(UserError, match="own files"):
        write_file(target, b"mine", tmp_path)
    assert target.read_bytes() == b"ours"


def test_the_name_of_this_computer_is_never_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYDESK_HOME", str(tmp_path))
    with pytest.raises(UserError, match="own files"):
        refuse_ours(tmp_path / "installation", tmp_path / "workspace")


def test_reports_and_other_folders_may_be_written(tmp_path: Path) -> None:
    (tmp_path / "workspace" / "reports").mkdir(parents=True)
    write_file(tmp_path / "workspace" / "reports" / "week.pdf", b"pdf", tmp_path / "workspace")
    write_file(tmp_path / "list.csv", b"csv", tmp_path / "workspace")
    assert (tmp_path / "list.csv").read_bytes() == b"csv"


def test_of_two_that_write_a_new_file_at_once_one_stays(tmp_path: Path) -> None:
    for number in range(100):
        path, start = tmp_path / f"salt-{number}", threading.Barrier(2)

        def read_after_writing(data: bytes, path: Path = path, start: threading.Barrier = start) -> bytes:
            start.wait()
            write_new(path, data)
            return path.read_bytes()

        with ThreadPoolExecutor(2) as pool:
            seen = set(pool.map(read_after_writing, (b"mine", b"theirs")))
        assert len(seen) == 1
    assert not list(tmp_path.glob(".*"))
