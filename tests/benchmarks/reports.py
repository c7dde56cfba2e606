"""Every report with real data: chosen in the window until it is painted, and on paper: the first time, after a change, and again.

What a report was computed from is kept until something is written, so each is measured both ways.
"""

import statistics
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from journeydesk.domain.ids import RecordId
from journeydesk.domain.periods import Period, parse_period
from journeydesk.reports.catalogue import catalogue
from journeydesk.reports.report import AnySpec
from journeydesk.reports.typesetting import typesetter
from journeydesk.services.commands.prospects import log_interaction
from journeydesk.services.context import Context
from journeydesk.services.queries.reports import export_pdf
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.ui.tabs.reports.tab import ReportsTab
from tests.benchmarks.frames import figure
from tests.benchmarks.real_window import real_window
from tests.benchmarks.table import Figure, spread
from tests.benchmarks.waiting import wait_until
from tests.benchmarks.workspaces import Workspaces

_TIMES = 15


def report_figures(workspaces: Workspaces) -> list[Figure]:
    """Each report of the week, month or day with the most applications."""
    with real_window(workspaces.run_folder("big-reports")) as running:
        context = running.context
        week, applications = fullest_week(context.database)
        _evaluate_the_called(context)
        periods = {spec.name: spec.cadence.period_of(parse_period(week).first).name for spec in catalogue()}
        with TemporaryDirectory() as out:
            papers = {spec.name: _papers(context, spec, periods[spec.name], Path(out)) for spec in catalogue()}
        running.window.show_place("Reports")
        tab = running.window.tab("Reports")
        assert isinstance(tab, ReportsTab)
        wait_until(lambda: tab.ready)
        tab.show_period(parse_period(week))
        screens = {name: _screens(context, tab, name, parse_period(period)) for name, period in periods.items()}
    figures = []
    for name, screen in screens.items():
        paper = papers[name]
        figures += [
            figure(f"report “{name}”: chosen to painted, after a change, p95", screen.changed, 150),
            figure(f"report “{name}”: chosen to painted again, p95", screen.again, 150),
            Figure(f"report “{name}”: the first time", screen.first, "ms", None, f"week of {applications:,} applications"),
            Figure(f"report “{name}”: the first PDF", paper[0], "ms", 1_000, periods[name]),
            Figure(f"report “{name}”: PDF after a change, median", statistics.median(paper[1:]), "ms", 500, spread(paper[1:])),
        ]
    return figures


def _evaluate_the_called(context: Context) -> None:
    """The workspace's journeys are drawn, not folded from its events: whoever is called first would get another history, as no
    team's prospects do."""
    for number in range(_TIMES + 1):
        log_interaction(context, RecordId(number + 1), "Call", "Asked for references", outcome="Reached")


@dataclass(frozen=True, slots=True)
class _Screens:
    """Milliseconds until a report's figures are painted: the first time, each time after a call was logged, and with nothing changed."""

    first: float
    changed: list[float]
    again: list[float]


def _screens(context: Context, tab: ReportsTab, name: str, period: Period) -> _Screens:
    """The report chosen for the first time, then its period from the one before, again and again."""
    first = _painted(tab, partial(tab.show_report, name))
    changed, again = [], []
    for number in range(_TIMES):
        tab.show_period(period.previous())
        wait_until(lambda: tab.ready)
        log_interaction(context, RecordId(number + 1), "Call", "Asked for references", outcome="Reached")
        changed.append(_painted(tab, partial(tab.show_period, period)))
        tab.show_period(period.previous())
        wait_until(lambda: tab.ready)
        again.append(_painted(tab, partial(tab.show_period, period)))
    return _Screens(first, changed, again)


def _painted(tab: ReportsTab, choose: Callable[[], None]) -> float:
    """Milliseconds from the choice to its figures painted; the pages, which follow beside them, are waited for after."""

    def chosen() -> None:
        choose()
        wait_until(lambda: not tab.work.busy("figures"))
        tab.page.repaint()

    taken = _took(chosen)
    wait_until(lambda: tab.ready)
    return taken


def _papers(context: Context, spec: AnySpec, period: str, out: Path) -> list[float]:
    """How long it takes to compute and to write it, from when the typesetter is not there yet; something is written before each."""
    typesetter.stop()
    taken = []
    for number in range(_TIMES + 1):
        log_interaction(context, RecordId(number + 1), "Call", "Asked for references", outcome="Reached")
        taken.append(_took(partial(_on_paper, context, spec, period, out / f"{spec.name}.pdf")))
    return taken


def _on_paper(context: Context, spec: AnySpec, period: str, file: Path) -> None:
    export_pdf(context, spec.name, period, file)


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
