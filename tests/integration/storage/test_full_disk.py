"""Row 36 of docs/sync.md, "Fault matrix": a disk that is full, at every kind of writing; real calls answered with "no space
left"."""

import json
import shutil
import subprocess
import sys

import pytest

from journeydesk.storage.engine.folder import FILE_NAME
from tests.faults.disk import on_that_disk, shim
from tests.integration.storage.test_migrations import ADD_COLUMN, steps_with
from tests.storm.kinds import Kind, make_template

WHAT = ("an edit", "growth of the log", "a page of a pull", "a backup", "an upgrade")


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """What was said and done of each, by name."""
    folder = tmp_path_factory.mktemp("full")
    workspace = folder / "workspace"
    workspace.mkdir(mode=0o700)
    shutil.copy(make_template(folder / "template", Kind()), workspace / FILE_NAME)
    steps, sign = steps_with(folder, ADD_COLUMN), folder / "is-full"
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.full_disk", str(workspace), str(sign), str(steps)],
        env=on_that_disk(shim(folder), workspace, full=sign),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return {one["what"]: one for one in map(json.loads, done.stdout.splitlines())}


@pytest.mark.fault(36)
@pytest.mark.parametrize("what", WHAT)
def test_a_full_disk_is_said_in_a_sentence_and_nothing_is_half_saved(tried: dict[str, dict[str, object]], what: str) -> None:
    found = tried[what]
    assert "full" in str(found["said"]) or "No space left" in str(found["said"])
    assert found["same"]
    assert found["sound"]


@pytest.mark.fault(36)
@pytest.mark.parametrize("what", WHAT)
def test_with_space_again_it_goes_on(tried: dict[str, dict[str, object]], what: str) -> None:
    assert tried[what]["went"]
