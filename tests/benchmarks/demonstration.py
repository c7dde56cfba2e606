"""`make demo`, from the moment at which its sandbox stands to a list with prospects in it, painted."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.table import Figure, spread
from tests.benchmarks.workspaces import Workspaces

_RUNS = 3
_PROSPECTS = 12_480


def demo_figures(_workspaces: Workspaces) -> list[Figure]:
    """The demonstration's own code in a process of its own; the median."""
    samples = []
    for _ in range(_RUNS):
        with tempfile.TemporaryDirectory() as home:
            done = subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.demo_window", str(_PROSPECTS)],
                env=dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": home, "HOME": home},
                cwd=Path(__file__).parents[2],
                capture_output=True,
                text=True,
                check=True,
                timeout=120,
            )
            samples.append(json.loads(done.stdout.strip().splitlines()[-1])["usable"])
    what = f"make demo, {_PROSPECTS:,} prospects: usable list after the sandbox stands"
    return [Figure(what, statistics.median(samples), "s", 5, spread(samples, "s"))]
