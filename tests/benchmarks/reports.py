"""Every report with real data: chosen in the window until it is painted, and on paper, the first time and again."""

import statistics
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest

from journeydesk.domain.periods import Period, parse_period
from journeydesk.reports.catalogue import catalogue
from journeydesk.reports.pdf import write_pdf
from journeydesk.reports.report import AnySpec
from journeydesk.reports.typesetting import typesetter
from journeydesk.services.context import Context
from journeydesk.services.queries.reports import compute
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.ui.tabs.reports.tab import ReportsTab
from tests.benchmarks.frames import figure
from tests.benchmarks.real_window import real_window
from tests.benchmarks.table import Figure, spread
from tests.benchmarks.workspaces import Workspaces

_TIMES = 15


def report_figures(workspaces: Workspaces) -> list[Figure]:
    """Each report of the week, month or day with the most applications."""
    with real_window(workspaces.run_folder("big")) as running:
        context = running.context
        week, applications = fullest_week(context.database)
        periods = {spec.name: spec.cadence.period_of(parse_period(week).first).name for spec in catalogue()}
        with TemporaryDirectory() as out:
            papers = {spec.name: _papers(context, spec, periods[spec.name], Path(out)) for spec in catalogue()}
        running.window.show_place("Reports")
        tab = running.window.tab("Reports")
        assert isinstance(tab, ReportsTab)
        _wait(lambda: tab.ready)
        tab.show_period(parse_period(week))
        screens = {name: _screens(tab, name, parse_period(period)) for name, period in periods.items()}
    figures = []
    for name, screen in screens.items():
        first = f"; the first {screen[0]:.0f} ms; week of {applications:,} applications"
        shown = figure(f"report “{name}”: chosen to painted, p95", screen[1:], 150)
        paper = papers[name]
        figures += [
            Figure(shown.what, shown.value, shown.unit, shown.bound, shown.yardstick + first),
            Figure(f"report “{name}”: the first PDF", paper[0], "ms", 1_000, periods[name]),
            Figure(f"report “{name}”: PDF, median", statistics.median(paper[1:]), "ms", 500, spread(paper[1:])),
        ]
    return figures


def _screens(tab: ReportsTab, name: str, period: Period) -> list[float]:
    """The report chosen for the first time, then the period chosen from the one before it, again and again."""
    taken = [_painted(tab, partial(tab.show_report, name))]
    for _ in range(_TIMES):
        tab.show_period(period.previous())
        _wait(lambda: tab.ready)
        taken.append(_painted(tab, partial(tab.show_period, period)))
    return taken


def _painted(tab: ReportsTab, choose: Callable[[], None]) -> float:
    """Milliseconds from the choice to its figures painted; the pages, which follow beside them, are waited for after."""

    def chosen() -> None:
        choose()
        _wait(lambda: not tab.work.busy("figures"))
        tab.page.repaint()

    taken = _took(chosen)
    _wait(lambda: tab.ready)
    return taken


def _wait(ended: Callable[[], bool]) -> None:
    while not ended():
        QTest.qWait(1)


def _papers(context: Context, spec: AnySpec, period: str, out: Path) -> list[float]:
    typesetter.stop()
    write = partial(_on_paper, context, spec, period, out / f"{spec.name}.pdf")
    return [_took(write) for _ in range(_TIMES + 1)]


def _on_paper(context: Context, spec: AnySpec, period: str, file: Path) -> None:
    write_pdf(compute(context, spec, period), file)


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
