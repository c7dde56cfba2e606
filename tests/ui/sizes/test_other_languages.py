"""Longer words have their room too (docs/interface.md, "Every size"). Other sizes and Spanish: `python -m
tests.ui.sizes.in_a_language FOLDER WIDTH HEIGHT` with `JOURNEYDESK_LANGUAGE`."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_every_german_text_is_whole_in_the_smallest_window(team: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.sizes.in_a_language", str(team), "960", "640"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=600,
        env=os.environ | {"JOURNEYDESK_LANGUAGE": "de"},
    )
    *faults, last = done.stdout.strip().splitlines() or [""]
    assert last.endswith("screens"), done.stderr[-2000:]
    assert not faults, "\n".join(faults)
