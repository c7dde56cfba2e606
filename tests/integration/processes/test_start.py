"""The command that opens the window: what nobody needs to see the list begins once it is seen."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from journeydesk.credentials import go_unencrypted
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from tests.integration.processes import watched_start
from tests.integration.processes.windows import ENOUGH_SECONDS, finished, start

MODULE = watched_start.__name__
LATER = (
    "apscheduler",
    "keyring",
    "requests",
    "journeydesk.cli.run",
    "journeydesk.sync.engine",
    "journeydesk.services.sync.session",
    "journeydesk.background.rounds",
    "journeydesk.background.worker",
    "journeydesk.ui.program.single_instance",
)

MOST_OF_OURS = 294
"""So many modules of ours are worth the tenth of a second that they take; another is to push one out."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    workspace = tmp_path / "home" / "workspace"
    go_unencrypted(workspace)
    database = open_database(workspace, None)
    with database.write() as connection:
        records.insert(connection, "prospects", {"key": "P1", "company": "Skerrivane"}, Author("x", "2026-05-01T00:00:00.000Z"))
    database.close()
    return tmp_path / "home"


@contextmanager
def opened(home: Path, *words: str) -> Iterator["subprocess.Popen[str]"]:
    window = start(home, {"PYTHONUNBUFFERED": "1"}, *words, module=MODULE)
    try:
        yield window
    finally:
        window.terminate()
        window.communicate(timeout=ENOUGH_SECONDS)


def line_of(window: "subprocess.Popen[str]") -> list[str]:
    assert window.stdout is not None
    return window.stdout.readline().split()


def test_what_runs_by_itself_begins_after_the_first_rows(home: Path) -> None:
    with opened(home) as window:
        what, *loaded = line_of(window)
        assert what == "rows"
        assert [name for name in LATER if name in loaded] == []
        ours = [name for name in loaded if name.startswith("journeydesk")]
        assert len(ours) <= MOST_OF_OURS, ours
        assert line_of(window) == ["begun"]


@pytest.mark.parametrize("words", [("open",), ("--workspace", "main", "open")], ids=str)
def test_the_window_opens_however_it_is_asked_for(home: Path, words: tuple[str, ...]) -> None:
    with opened(home, *words) as window:
        assert line_of(window)[0] == "rows"
        assert line_of(window) == ["begun"]


def test_what_runs_by_itself_begins_where_a_link_led(home: Path) -> None:
    with opened(home, "open", "journeydesk://prospect/P1") as window:
        # The prospect stands in the list's place, or beside it.
        while (line := line_of(window)) != ["begun"]:
            assert line[0] == "rows"


def test_a_window_that_stands_hears_a_later_start(home: Path) -> None:
    with opened(home) as window:
        assert line_of(window)[0] == "rows"
        # Before or after it listens: who comes too soon waits for the answer.
        assert finished(start(home)) == 0
        assert window.poll() is None
