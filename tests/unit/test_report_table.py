"""What is asked of reports: each line of the table names a function and a test that are there."""

import re
from pathlib import Path

import pytest

from tests.documentation import ROOT, code, table


@pytest.mark.parametrize(("place", "column"), [("journeydesk", 1), ("tests", 2)])
def test_every_line_names_what_is_there(place: str, column: int) -> None:
    named = [code(row[column]).split(":") for row in table("reports", "Asked and answered")]
    assert len(named) > 60
    missing = [f"{path}:{name}" for path, name in named if not _defines(ROOT / place / path, name)]
    assert missing == []


def _defines(path: Path, name: str) -> bool:
    return path.exists() and re.search(rf"^(def|class) {name}\b", path.read_text(encoding="utf-8"), re.MULTILINE) is not None
