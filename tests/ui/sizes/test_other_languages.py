"""Longer words have their room too, and so has every text at each scale of a screen (docs/interface.md, "Every size"). Others: `python -m
tests.ui.sizes.in_a_language FOLDER SIZE …` with `JOURNEYDESK_LANGUAGE`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("code", "scale", "sizes"),
    [
        # Between whole pixels letters are rounded most.
        ("de", "1.25", ("960x640", "1280x720", "1440x900")),
        ("es", "1.5", ("1440x900", "960x540")),
        pytest.param("en", "2", ("960x640", "1440x900"), marks=pytest.mark.soak),
        pytest.param("de", "3", ("960x640",), marks=pytest.mark.soak),
    ],
    ids=["German", "Spanish", "English twice as large", "German three times as large"],
)
def test_every_text_is_whole_in_each_language(team: Path, code: str, scale: str, sizes: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.sizes.in_a_language", str(team), *sizes],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=600,
        env=os.environ | {"JOURNEYDESK_LANGUAGE": code, "QT_SCALE_FACTOR": scale},
    )
    *faults, last = done.stdout.strip().splitlines() or [""]
    assert last.endswith("screens"), done.stderr[-2000:]
    assert not faults, "\n".join(faults)
