"""`make bench`: every figure beside its bound, in one table and as JSON.

The large workspace (100,000 prospects, 1,000,000 interactions and events) is made once and kept in `.benchmarks`.
"""

import argparse
import os
import statistics
import time
import tomllib
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from journeydesk.config import resources
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.settings.read import team_settings
from journeydesk.domain.time import moment_text
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from tests.benchmarks.big_database import KEY, big_database
from tests.benchmarks.copying import copy_figures
from tests.benchmarks.duplicates import duplicate_figures
from tests.benchmarks.evaluation import evaluation_figures
from tests.benchmarks.imports import import_figures
from tests.benchmarks.process import report_of
from tests.benchmarks.quitting import quit_figures
from tests.benchmarks.storage import list_figures, open_figure, screen_figures
from tests.benchmarks.sync import sync_figures
from tests.benchmarks.table import Figure, show, spread

RUNS = 7


def start_figures(folder: Path) -> list[Figure]:
    """Start and memory of the real window against those of an empty one, run in turn; medians."""
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}
    empty, ours = [], []
    for _ in range(RUNS + 1):
        empty.append(report_of("tests.benchmarks.empty_window", environment))
        ours.append(report_of("tests.benchmarks.start_window", environment, str(folder), KEY.hex()))
    started = statistics.median(one[0] for one in ours[1:]), statistics.median(one[0] for one in empty[1:])
    memory = statistics.median(one[1] for one in ours[1:]), statistics.median(one[1] for one in empty[1:])
    return [
        Figure(
            "start to usable list ÷ an empty window's",
            started[0] / started[1],
            "",
            3,
            f"{started[0]:.3f} s ÷ {started[1]:.3f} s",
        ),
        Figure(
            "resident memory ÷ the empty window's",
            memory[0] / memory[1],
            "",
            1.8,
            f"{memory[0] / 1024:.0f} MB ÷ {memory[1] / 1024:.0f} MB",
        ),
    ]


def memory_after_a_tour(folder: Path) -> Figure:
    """Resident memory once every place was opened, as after a morning's work."""
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}
    empty = [report_of("tests.benchmarks.empty_window", environment)[1] for _ in range(3)]
    ours = [report_of("tests.benchmarks.start_window", environment, str(folder), KEY.hex(), "tour")[1] for _ in range(3)]
    before, after = statistics.median(empty), statistics.median(ours)
    return Figure(
        "resident memory after every place ÷ the empty window's",
        after / before,
        "",
        2.6,
        f"{after / 1024:.0f} MB ÷ {before / 1024:.0f} MB",
    )


def fold_figure() -> Figure:
    """Events folded in a second, a hundred to a prospect."""
    settings = team_settings(tomllib.loads((resources() / "journeydesk.toml").read_text(encoding="utf-8")))
    start = datetime(2026, 1, 1, tzinfo=UTC)
    kinds = ("page_viewed", "email_opened", "link_clicked", "login", "form_submitted", "cta_clicked")
    logs = []
    for prospect in range(400):
        moments = [moment_text(start + timedelta(hours=hour)) for hour in range(100)]
        logs.append(
            [
                Event(f"{prospect}-{n}", kinds[n % 6], None, "Webinar replay", at, at, "bench", None)
                for n, at in enumerate(moments)
            ]
        )
    rates = []
    for _ in range(5):
        began = time.perf_counter()
        for log in logs:
            fold(settings, log)
        rates.append(40_000 / (time.perf_counter() - began))
    return Figure("fold of events", statistics.median(rates), "events/s", 200_000, spread(rates, "/s"), at_least=True)


def pdf_figures(folder: Path) -> list[Figure]:
    """The weekly report of the week with the most applications: as a person gets it the first time, and again."""
    from journeydesk import config
    from journeydesk.reports.pdf import write_pdf
    from journeydesk.services.queries.reports import report
    from journeydesk.services.workspace.opening import open_workspace

    context, _ = open_workspace(folder, KEY, config.connections({"JOURNEYDESK_ACTOR": "Amaia Etxarri"}))
    samples = []
    try:
        week, applications = fullest_week(context.database)
        with TemporaryDirectory() as out:
            for _ in range(6):
                began = time.perf_counter()
                write_pdf(report(context, "acquisition", week), Path(out) / "week.pdf")
                samples.append((time.perf_counter() - began) * 1000)
    finally:
        context.database.close()
    what = f"weekly PDF of {applications:,} applications"
    return [
        Figure(f"{what}, the first", samples[0], "ms", 1_000, week),
        Figure(what, statistics.median(samples[1:]), "ms", 500, spread(samples[1:])),
    ]


def fullest_week(database: Database) -> tuple[str, int]:
    """The week in which most applied, and how many."""
    with database.read() as connection:
        applied = sql.scalars(connection, "SELECT applied_on FROM prospects WHERE deleted = 0 AND applied_on IS NOT NULL")
    weeks = Counter(f"{date.fromisoformat(str(moment)[:10]):%G-W%V}" for moment in applied)
    return weeks.most_common(1)[0]


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--folder", type=Path, default=Path(".benchmarks"), help="where the large workspace is kept")
    parser.add_argument("--prospects", type=int, default=100_000)
    arguments = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tests.benchmarks.window import window_figures

    folder: Path = arguments.folder / str(arguments.prospects)
    print(f"Preparing {arguments.prospects:,} prospects in {folder}; the first time takes some minutes.", flush=True)
    size = arguments.prospects
    database = big_database(folder, size, size * 5, size * 5)
    figures = [*list_figures(database), *screen_figures(database)]
    database.close()
    figures += [open_figure(folder), *start_figures(folder), *window_figures(folder, KEY), fold_figure(), *pdf_figures(folder)]
    figures.append(memory_after_a_tour(folder))
    figures += evaluation_figures(arguments.folder / f"{size}-events", size)
    figures += sync_figures()
    figures += quit_figures()
    figures += copy_figures(folder)
    figures += import_figures()
    figures += duplicate_figures()
    return int(show(figures, arguments.folder / "figures.json") > 0)


if __name__ == "__main__":
    raise SystemExit(main())
