"""Each row of the fault matrix broken on purpose: its tests have to fail (part of `make soak`)."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fault_matrix import TESTS, trying_tests
from tests.faults.breaks import BREAKS

pytestmark = pytest.mark.soak

_HOUSE = TESTS.parent
_SECONDS = 400
_TESTS_FAILED = 1


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the house, to be broken."""
    copy = tmp_path_factory.mktemp("broken") / "house"
    copy.mkdir()
    for name in ("journeydesk", "migrations", "resources", "tests", "docs"):
        shutil.copytree(_HOUSE / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    for file in ("pyproject.toml", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Makefile"):
        shutil.copy(_HOUSE / file, copy / file)
    yield copy
    shutil.rmtree(copy)


def _run(house: Path, *arguments: str) -> int:
    environment = dict(os.environ) | {"PYTHONPATH": str(house), "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(
            [sys.executable, *arguments], cwd=house, env=environment, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        # A test that hangs is noticed, too.
        return _TESTS_FAILED
    return done.returncode


def test_the_copy_is_what_is_run(house: Path) -> None:
    check = f"import journeydesk, pathlib; assert pathlib.Path({str(house)!r}) in pathlib.Path(journeydesk.__file__).parents"
    assert _run(house, "-c", check) == 0


@pytest.mark.parametrize("row", BREAKS)
def test_a_row_that_is_broken_fails(house: Path, row: int) -> None:
    broken = BREAKS[row]
    module = house / broken.module
    whole = module.read_text(encoding="utf-8")
    assert whole.count(broken.old) == 1
    module.write_text(whole.replace(broken.old, broken.new), encoding="utf-8")
    try:
        tests = [f"tests/{name}" for name in trying_tests()[row]]
        status = _run(house, "-m", "pytest", "-x", "-q", "-m", "not soak", "-p", "no:cacheprovider", *tests)
    finally:
        module.write_text(whole, encoding="utf-8")
    assert status == _TESTS_FAILED, f"row {row} passes although {broken.module} says “{broken.new}” instead of “{broken.old}”"
