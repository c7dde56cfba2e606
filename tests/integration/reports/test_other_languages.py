"""A report in another language: its figures, days and months are written as there, whatever their block."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ENGLISH_NUMBER = r"\d,\d{3}\b|\d\.\d\b(?! )|\d%"
ENGLISH_NAME = (
    r"\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Wed|Thu|Fri|Tu|We|Th|January|February|March|June|July|"
    r"October|December|May|Oct|Dec|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|below|close|"
    r"rose|fell|stayed|inside|outside|moves|reached|left)\b"
)
PROGRAM = f"""
import json, re, sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from journeydesk.services.workspace.speaking import speak_without_window
speak_without_window()
from journeydesk.reports.behind import Behind
from journeydesk.reports.catalogue import NAMES, find
from journeydesk.reports.document import document
from journeydesk.services.queries.reports import compute
from tests.report_bases import all_kinds, put
from tests.workspaces import workspace

def words(thing):
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, (tuple, list)):
        for each in thing:
            yield from words(each)
    elif is_dataclass(thing) and not isinstance(thing, Behind):
        for field in fields(thing):
            if field.name != "state":
                yield from words(getattr(thing, field.name))

found, seen = [], 0
BARE = ("inside", "outside", "moves", "reached", "left", "rose", "fell")
with workspace(Path(sys.argv[1])) as context:
    put(context, all_kinds(1_200, each_worth=100_000))
    for name in NAMES:
        spec = find(name)
        report = compute(context, spec, spec.cadence.period_of(context.today()).previous().name)
        shown = [*words((report.head.title, report.head.lead, report.tiles, report.blocks, report.attention, report.appendix))]
        shown += [each for block in report.blocks for row in block.table() for each in row]
        shown += [block.finding for block in report.blocks]
        shown += [cell for block in report.blocks for row in block.rows() for cell in row[5:]]
        drawings = [part.get("drawing", {{}}) for part in document(report)["blocks"]]
        shown += [shape.get("text", "") for drawing in drawings for shape in drawing.get("shapes", ())]
        for each in dict.fromkeys(shown):
            seen += 1
            if re.search({ENGLISH_NUMBER!r}, each) or re.search({ENGLISH_NAME!r}, each, re.IGNORECASE) and (" " in each or each in BARE):
                found.append(f"{{name}}: {{each}}")
print(json.dumps([seen, found]))
"""


@pytest.mark.parametrize("code", ["de"])
def test_no_figure_or_day_is_written_as_in_english(code: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "w")],
        env={**os.environ, "JOURNEYDESK_LANGUAGE": code},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen, found = json.loads(done.stdout.splitlines()[-1])
    assert seen > 500
    assert found == []
