"""The weekly report with real data: on the screen, and on paper the first time and again."""

import statistics
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from journeydesk import config
from journeydesk.reports.pdf import write_pdf
from journeydesk.services.context import Context
from journeydesk.services.queries.reports import report
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from tests.benchmarks.big_database import KEY
from tests.benchmarks.frames import figure
from tests.benchmarks.table import Figure, spread
from tests.benchmarks.workspaces import Workspaces

_TIMES = 15


def report_figures(workspaces: Workspaces) -> list[Figure]:
    """Of the week with the most applications."""
    context, _ = open_workspace(workspaces.run_folder("big"), KEY, config.connections({"JOURNEYDESK_ACTOR": "Amaia Etxarri"}))
    try:
        week, applications = fullest_week(context.database)
        with TemporaryDirectory() as out:
            paper = [_took(partial(_on_paper, context, week, Path(out) / "week.pdf")) for _ in range(_TIMES + 1)]
        screen = [_took(partial(report, context, "acquisition", week)) for _ in range(_TIMES)]
    finally:
        context.database.close()
    what = f"weekly report of {applications:,} applications"
    return [
        Figure(f"{what}, the first PDF", paper[0], "ms", 1_000, week),
        Figure(f"{what}, PDF, median", statistics.median(paper[1:]), "ms", 500, spread(paper[1:])),
        figure(f"{what}, its figures for the screen, p95", screen, 150),
    ]


def _on_paper(context: Context, week: str, file: Path) -> None:
    write_pdf(report(context, "acquisition", week), file)


def _took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def fullest_week(database: Database) -> tuple[str, int]:
    """The week in which most applied, and how many."""
    with database.read() as connection:
        applied = sql.scalars(connection, "SELECT applied_on FROM prospects WHERE deleted = 0 AND applied_on IS NOT NULL")
    weeks = Counter(f"{date.fromisoformat(str(moment)[:10]):%G-W%V}" for moment in applied)
    return weeks.most_common(1)[0]
