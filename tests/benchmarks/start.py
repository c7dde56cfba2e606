"""Start to a usable list and its memory, against an empty window, run in turn."""

import os
import statistics
from pathlib import Path

from tests.benchmarks.big_database import KEY
from tests.benchmarks.process import report_of
from tests.benchmarks.table import Figure, percentile
from tests.benchmarks.workspaces import Workspaces, evict

RUNS = 15
_COLD_RUNS = 5


def start_figures(workspaces: Workspaces) -> list[Figure]:
    """Medians, with the file in the system's cache and without."""
    folder = workspaces.run_folder("big")
    empty, ours = _in_turn(folder, RUNS, cold=False)
    plain, cold = _in_turn(folder, _COLD_RUNS, cold=True)
    return [
        _ratio("start to usable list ÷ an empty window's", [one[0] for one in ours], [one[0] for one in empty], 3.0),
        _ratio("the same, the file not in the system's cache", [one[0] for one in cold], [one[0] for one in plain], 3.0),
        memory_ratio("resident memory ÷ the empty window's", [one[1] for one in ours], [one[1] for one in empty], 1.8),
    ]


def _in_turn(folder: Path, runs: int, *, cold: bool) -> tuple[list[tuple[float, int]], list[tuple[float, int]]]:
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}
    empty, ours = [], []
    for _ in range(runs + 1):
        empty.append(report_of("tests.benchmarks.empty_window", environment))
        if cold:
            evict(folder)
        ours.append(report_of("tests.benchmarks.start_window", environment, str(folder), KEY.hex()))
    return empty[1:], ours[1:]


def _ratio(what: str, ours: list[float], empty: list[float], bound: float) -> Figure:
    median, least = statistics.median(ours), statistics.median(empty)
    note = f"{median:.3f} s ÷ {least:.3f} s; n {len(ours)}, p95 {percentile(ours, 0.95):.3f} ÷ {percentile(empty, 0.95):.3f} s"
    return Figure(what, median / least, "", bound, note)


def memory_ratio(what: str, ours: list[int], empty: list[int], bound: float) -> Figure:
    """Medians of resident KiB."""
    median, least = statistics.median(ours), statistics.median(empty)
    return Figure(what, median / least, "", bound, f"{median / 1024:.0f} MB ÷ {least / 1024:.0f} MB, n {len(ours)}")
