"""`make bench`: every figure beside its bound, in one table and as JSON.

The large workspace (100,000 prospects, 1,000,000 interactions and events) is made once and kept in `.benchmarks`.
"""

import argparse
import os
import statistics
import time
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from journeydesk.config import resources
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.settings.read import team_settings
from journeydesk.domain.time import moment_text
from tests.benchmarks.big_database import KEY, big_database
from tests.benchmarks.evaluation import evaluation_figures
from tests.benchmarks.imports import import_figures
from tests.benchmarks.process import report_of
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


def pdf_figure(folder: Path) -> Figure:
    """The weekly report, all charts, set again and again from the same figures."""
    from journeydesk import config
    from journeydesk.reports.pdf import write_pdf
    from journeydesk.services.queries.reports import report
    from journeydesk.services.workspace.opening import open_workspace

    context, _ = open_workspace(folder, KEY, config.connections({"JOURNEYDESK_ACTOR": "Amaia Etxarri"}))
    samples = []
    try:
        week = f"{context.today() - timedelta(days=7):%G-W%V}"
        with TemporaryDirectory() as out:
            for _ in range(6):
                began = time.perf_counter()
                write_pdf(report(context, "acquisition", week), Path(out) / "week.pdf")
                samples.append((time.perf_counter() - began) * 1000)
    finally:
        context.database.close()
    return Figure(
        "weekly PDF, all charts", statistics.median(samples[1:]), "ms", 500, f"first {samples[0]:.0f} ms, {spread(samples[1:])}"
    )


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
    figures += [open_figure(folder), *start_figures(folder), *window_figures(folder, KEY), fold_figure(), pdf_figure(folder)]
    figures += evaluation_figures(arguments.folder / f"{size}-events", size)
    figures += sync_figures()
    figures += import_figures()
    return int(show(figures, arguments.folder / "figures.json") > 0)


if __name__ == "__main__":
    raise SystemExit(main())
