"""Resident memory after a morning's work: every place was opened, and a sync ran."""

import os

from tests.benchmarks.big_database import KEY
from tests.benchmarks.process import report_of
from tests.benchmarks.start import memory_ratio
from tests.benchmarks.table import Figure
from tests.benchmarks.workspaces import Workspaces

_RUNS = 3


def memory_figures(workspaces: Workspaces) -> list[Figure]:
    """The large workspace after a tour of the places; that of a team of 12,480 after the same beside its own sync."""
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}
    empty = [report_of("tests.benchmarks.empty_window", environment)[1] for _ in range(_RUNS)]
    folder = str(workspaces.run_folder("big"))
    tours = [report_of("tests.benchmarks.start_window", environment, folder, KEY.hex(), "tour")[1] for _ in range(_RUNS)]
    return [memory_ratio("resident memory after every place ÷ the empty window's", tours, empty, 2.6)]
