"""Row 59 of docs/sync.md, "Fault matrix", at size: an import in parts is one step, whole or gone, and nobody waits for it."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.errors import NotNow, UserError
from journeydesk.services.commands.long_steps import recover, start_long_action
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.commands.undoing import is_long, last_step, redo, undo
from journeydesk.services.context import Context
from journeydesk.services.files.importing import carry_out
from journeydesk.services.files.rehearsal import LONGEST_LINE, Choices, Rehearsal, read_bytes, rehearse
from journeydesk.services.workspace.opening import window_place
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.file_lock import FileLock
from journeydesk.storage.records import long_steps
from journeydesk.storage.sync.sync_records import touched_ids
from tests.workspaces import KEY, workspace

ROWS = 400


class Cancelled(Exception):
    """What a cancel button raises."""


def _file(rows: int = ROWS, start: int = 0) -> bytes:
    lines = (f"BETA-{number:05},Firm {number},p{number}@firm.example\n" for number in range(start, start + rows))
    return ("Application ID,Company,Email\n" + "".join(lines)).encode()


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """An empty workspace with a window, so that an import of some hundred rows takes several parts."""
    with workspace(tmp_path / "w") as opened:
        opened.database.hurry()
        yield opened


def _rehearsed(context: Context, data: bytes) -> Rehearsal:
    return rehearse(context, PROSPECTS, "leads.csv", data, Choices())


def _living(context: Context) -> int:
    with context.database.read() as connection:
        return int(sql.scalar(connection, "SELECT count(*) FROM prospects WHERE deleted = 0"))


def _parts(context: Context) -> int:
    with context.database.read() as connection:
        return int(sql.scalar(connection, "SELECT count(*) FROM undo_part"))


def _search_options(context: Context) -> dict[str, int]:
    """How the search index is kept, apart from its version."""
    with context.database.read() as connection:
        return dict(sql.rows(connection, "SELECT k, v FROM prospect_search_config WHERE k <> 'version'"))


def test_the_search_index_is_kept_otherwise_only_meanwhile(context: Context) -> None:
    carry_out(context, _rehearsed(context, _file(5)))
    usual, meanwhile = _search_options(context), []
    carry_out(context, _rehearsed(context, _file(5, 10)), lambda _done, _count: meanwhile.append(_search_options(context)))
    assert meanwhile[0]["hashsize"] > usual["hashsize"]
    assert _search_options(context) == usual
    undo(context)
    assert _search_options(context) == usual

    def cancel(_done: int, _count: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        carry_out(context, _rehearsed(context, _file(5, 20)), cancel)
    assert _search_options(context) == usual


def _pieces(context: Context) -> int:
    """How many pieces the search index of prospects is in: the number of each stands above 37 bits of its pages' numbers."""
    with context.database.read() as connection:
        return int(sql.scalar(connection, "SELECT count(DISTINCT id >> 37) FROM prospect_search_data WHERE id > 10"))


def test_pieces_of_the_search_index_are_merged_between_parts(context: Context) -> None:
    options: list[int] = []
    pieces: list[int] = []
    with start_long_action(context, "Imported", "import") as action:
        for number in range(30):
            with action.part(1) as part:
                part.insert("prospects", {"key": f"BETA-{number:05}", "company": f"Firm {number}"})
            options.append(_search_options(context)["automerge"])
            pieces.append(_pieces(context))
    # By itself the index would merge all of them at once from 16 on, and a save would wait for that.
    assert set(options) == {0}
    assert max(pieces) < 10


def test_an_import_in_parts_is_one_step_to_undo_and_redo(context: Context) -> None:
    create_prospect(context, {"company": "Acme"})
    steps = []
    carry_out(context, _rehearsed(context, _file()), lambda done, count: steps.append((done, count)))
    assert len(steps) > 3
    assert steps[0] == (0, ROWS)
    assert steps[-1] == (ROWS, ROWS)
    assert _parts(context) > 3
    assert is_long(context)
    assert undo(context) == "Imported leads.csv"
    assert _living(context) == 1
    assert last_step(context) is not None
    assert is_long(context, again=True)
    assert redo(context) == "Imported leads.csv"
    assert _living(context) == ROWS + 1
    undo(context)
    assert undo(context) == "Added Acme"
    assert _living(context) == 0


def test_a_new_action_forgets_the_parts_that_were_undone(context: Context) -> None:
    carry_out(context, _rehearsed(context, _file()))
    undo(context)
    assert _parts(context) > 0
    create_prospect(context, {"company": "Acme"})
    assert _parts(context) == 0
    assert redo(context) is None


def test_a_cancelled_import_leaves_nothing_and_no_step(context: Context) -> None:
    create_prospect(context, {"company": "Acme"})
    before = last_step(context)

    def cancel(done: int, count: int) -> None:
        if done > count / 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        carry_out(context, _rehearsed(context, _file()), cancel)
    assert _living(context) == 1
    assert last_step(context) == before
    assert _parts(context) == 0


def test_a_cancelled_update_gives_every_value_back(context: Context) -> None:
    carry_out(context, _rehearsed(context, _file()))
    changed = _file().replace(b"Firm", b"Company")

    def cancel(done: int, count: int) -> None:
        if done == count:
            raise Cancelled

    with pytest.raises(Cancelled):
        carry_out(context, _rehearsed(context, changed), cancel)
    with context.database.read() as connection:
        assert sql.scalar(connection, "SELECT count(*) FROM prospects WHERE company LIKE 'Firm %'") == ROWS


_KILLED = """
import os, sys
from pathlib import Path
from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.services.commands.undoing import undo
from journeydesk.services.files.importing import carry_out
from journeydesk.services.files.rehearsal import rehearse
from tests.workspaces import workspace

def killed(done, count):
    if done > count / 2:
        os._exit(9)

with workspace(Path(sys.argv[1])) as context:
    context.database.hurry()
    rehearsal = rehearse(context, PROSPECTS, "leads.csv", Path(sys.argv[2]).read_bytes())
    if sys.argv[3] == "import":
        carry_out(context, rehearsal, killed)
    else:
        carry_out(context, rehearsal)
        undo(context, progress=killed)
"""


def _killed_in(folder: Path, what: str) -> None:
    file = folder / "leads.csv"
    file.write_bytes(_file(1500))
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(folder / "k"), str(file), what], check=False, timeout=120, capture_output=True
    )
    assert done.returncode == 9, done.stderr.decode()


@pytest.mark.fault(59)
@pytest.mark.parametrize(("what", "words"), [("import", "taken back"), ("undo", "undone")])
def test_after_a_kill_in_the_middle_nothing_is_half_done(tmp_path: Path, what: str, words: str) -> None:
    _killed_in(tmp_path, what)
    with workspace(tmp_path / "k") as context:
        assert 0 < _living(context) < 1500
        assert last_step(context) is None
        assert recover(context) == f"“Imported leads.csv” was interrupted and is now {words}."
        assert _living(context) == 0
        assert recover(context) is None
        assert redo(context) == (None if what == "import" else "Imported leads.csv")


def test_a_command_after_a_kill_says_what_it_took_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from journeydesk.cli.opening import workspace as workspace_of_commands

    _killed_in(tmp_path, "import")
    monkeypatch.setenv("JOURNEYDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("journeydesk.config.paths", lambda: type("Paths", (), {"workspace": tmp_path / "k"})())
    monkeypatch.setattr("journeydesk.credentials.database_key", lambda *_: KEY)
    with workspace_of_commands() as (context, _):
        assert _living(context) == 0
    assert "is now taken back" in capsys.readouterr().err


def test_nothing_of_an_unfinished_import_is_sent(context: Context) -> None:
    pending = []

    def look(done: int, count: int) -> None:
        with context.database.read() as connection:
            pending.append(len(touched_ids(connection, "prospects", sent=False)))

    carry_out(context, _rehearsed(context, _file()), look)
    assert set(pending) == {0}
    with context.database.read() as connection:
        assert len(touched_ids(connection, "prospects", sent=False)) == ROWS


def test_others_write_between_the_parts_of_an_import(context: Context) -> None:
    seen: list[int] = []
    started, written = threading.Event(), threading.Event()

    def write() -> None:
        started.wait(20)
        create_prospect(context, {"company": "Typed meanwhile"})
        written.set()

    def progress(done: int, count: int) -> None:
        started.set()
        seen.append(done)
        if done < count:
            written.wait(0.5)

    other = threading.Thread(target=write)
    other.start()
    carry_out(context, _rehearsed(context, _file()), progress)
    other.join(20)
    assert written.is_set()
    assert _living(context) == ROWS + 1
    assert undo(context, only="Imported leads.csv") is None or _living(context) == 1


def test_two_imports_at_once_are_refused_with_a_sentence(context: Context) -> None:
    def second(done: int, count: int) -> None:
        if done:
            carry_out(context, _rehearsed(context, _file(5, 1000)))

    with pytest.raises(NotNow, match=r"A large change, .* Wait until it is done"):
        carry_out(context, _rehearsed(context, _file()), second)
    assert _living(context) == 0


def test_a_rehearsal_can_be_cancelled(context: Context) -> None:
    def cancel(done: int, count: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        rehearse(context, PROSPECTS, "leads.csv", _file(2000), Choices(), cancel)


def test_a_line_beyond_reason_is_refused_with_its_number(tmp_path: Path) -> None:
    file = tmp_path / "leads.csv"
    file.write_bytes(b"Company,Notes\r\nAcme,short\r\nBolt," + b"x" * (LONGEST_LINE + 10) + b"\r\nCore,short\r\n")
    with pytest.raises(UserError, match=r"Line 3 of leads\.csv is longer than 4 MB"):
        read_bytes(file)


def test_a_lock_is_seen_by_others_and_ends_with_its_holder(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "x.lock"), FileLock(tmp_path / "x.lock")
    assert not first.is_taken()
    assert first.take()
    assert second.is_taken()
    assert not second.take()
    first.let_go()
    assert not second.is_taken()
    assert second.take()
    second.let_go()
    assert first.take(shared=True)
    assert second.take(shared=True)
    first.let_go()
    assert not first.take()
    second.let_go()
    assert first.take()


def test_a_window_in_another_program_is_seen(tmp_path: Path) -> None:
    with workspace(tmp_path / "w") as beside:
        place = window_place(tmp_path / "w")
        assert not beside.database.has_window()
        assert place.take()
        assert beside.database.has_window()
        place.let_go()
        assert not beside.database.has_window()


def test_a_step_under_way_is_no_step_to_undo(context: Context) -> None:
    with context.database.write() as connection:
        step = long_steps.begin(connection, "Imported x", context.author("import"))
        assert long_steps.under_way(connection) == long_steps.LongStep(step, "Imported x", long_steps.Phase.WRITING, 0)
    assert last_step(context) is None
