"""How long each report takes to compute, with nothing kept, at a tenth of the prospects, as many, and ten times as many.

A report counts what is in its span, so it grows with that; this says by how much. Nothing is promised of it, so it has no bound.
"""

import statistics
import time
from pathlib import Path

from journeydesk import config
from journeydesk.domain.periods import parse_period
from journeydesk.reports.catalogue import catalogue
from journeydesk.services.kept_inputs import KeptInputs
from journeydesk.services.queries.reports import compute
from journeydesk.services.workspace.opening import open_workspace
from tests.benchmarks.big_database import KEY
from tests.benchmarks.real_window import ACTOR
from tests.benchmarks.reports import fullest_week
from tests.benchmarks.table import Figure
from tests.benchmarks.workspaces import REPORTS, Workspaces

_TIMES = 3


def report_growth_figures(workspaces: Workspaces) -> list[Figure]:
    """For each report its time at the middle size, with those of the others beside it."""
    sizes = workspaces.growth_sizes
    taken = [_measured(workspaces.run_folder(f"growth-{size}{REPORTS}")) for size in sizes]
    figures = []
    for name in taken[0]:
        note = ", ".join(f"{size:,}: {each[name]:.0f} ms" for size, each in zip(sizes, taken, strict=True))
        figures.append(Figure(f"growth of report “{name}”", taken[1][name], "ms", None, note))
    return figures


def _measured(folder: Path) -> dict[str, float]:
    context, _ = open_workspace(folder, KEY, config.connections({"JOURNEYDESK_ACTOR": ACTOR}))
    try:
        week, _ = fullest_week(context.database)
        medians = {}
        for spec in catalogue():
            period = spec.cadence.period_of(parse_period(week).first).name
            samples = []
            for _ in range(_TIMES):
                context.kept = KeptInputs()
                began = time.perf_counter()
                compute(context, spec, period)
                samples.append((time.perf_counter() - began) * 1000)
            medians[spec.name] = statistics.median(samples)
        return medians
    finally:
        context.database.close()
