"""The office of a rep, and peers that several rooms of tests talk to."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.storage.engine.folder import FILE_NAME
from tests.integration.office import Office, office_in


@pytest.fixture(scope="module")
def localstripe() -> Iterator[str]:
    """The address of a localstripe process."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.integration.sandbox.localstripe_process"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        process.stdin.close()
        assert process.wait(timeout=20) == 0


@pytest.fixture(scope="session")
def empty_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database file of a workspace in which nothing happened yet: made once, copied for each test."""
    folder = tmp_path_factory.mktemp("empty-workspace")
    with office_in(folder / "office"):
        pass
    return folder / "office" / FILE_NAME


@pytest.fixture
def office(tmp_path: Path, empty_workspace: Path) -> Iterator[Office]:
    """A computer on which nothing happened yet; a Tuesday, 11:05 in Berlin."""
    with office_in(tmp_path / "office", empty_workspace) as office:
        yield office
