"""What the rules cost at size: 1,000,000 events of 100,000 prospects evaluated whole, and one late event.

`python -m tests.benchmarks.evaluation FOLDER` prints both; the folder keeps the workspace for the next time.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from journeydesk import config
from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.journeys.fold import fold
from journeydesk.domain.time import moment_text
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import all_prospects, evaluate, evaluate_due, evaluate_within
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.engine import sql
from journeydesk.storage.facts.events import add_event, events_of
from journeydesk.storage.records.records import Author
from tests.benchmarks.big_database import KEY, TODAY, big_database
from tests.benchmarks.table import Figure, percentile, spread

_LATE = 60
_FOLDED = 10_000
_BATCH = 25
_READY = "evaluated"


@contextmanager
def _opened(folder: Path, prospects: int) -> Iterator[Context]:
    big_database(folder, prospects, 0, prospects * 10).close()
    known = config.connections({"JOURNEYDESK_ACTOR": "Amaia Etxarri"})
    context, _ = open_workspace(folder, KEY, known, clock=lambda: TODAY)
    try:
        yield context
    finally:
        context.database.close()


def evaluation_figures(folder: Path, prospects: int = 100_000) -> list[Figure]:
    """Every prospect folded and asked about, nothing having changed; what time made due; one event that comes late."""
    with _opened(folder, prospects) as context:
        if not (folder / _READY).exists():
            seconds = _seconds(context)
            print(f"  the first evaluation, which writes every projection: {seconds:.1f} s", file=sys.stderr)
            (folder / _READY).touch()
        reading = _reading(context)
        whole = _seconds(context)
        print(f"  the first minute of a day: {_minute(context):.0f} ms", file=sys.stderr)
        due = percentile([_minute(context) for _ in range(20)], 0.95)
        folds = _fold_rate(context)
        late = [_late_event(context, number) for number in range(_LATE)][_LATE // 4 :]
        with context.database.read() as connection:
            events = int(sql.scalar(connection, "SELECT count(*) FROM events"))
    return [
        Figure(
            "evaluate everything ÷ reading its events",
            whole / reading,
            "×",
            6,
            f"{events:,} events of {prospects:,} prospects: {whole:.1f} s ({events / whole:,.0f}/s), read alone in {reading:.1f} s",
        ),
        Figure("fold of events", folds, "events/s", 200_000, "the best of three, ten events a prospect", at_least=True),
        Figure("a minute in which nothing came due", due, "ms", 50),
        Figure("one late event: fold, rules, alerts", percentile(late, 0.95), "ms", 5, spread(late)),
    ]


def _reading(context: Context) -> float:
    """Seconds to read every event, in the batches in which they are evaluated: the least that an evaluation costs."""
    everybody = all_prospects(context)
    began = time.perf_counter()
    for start in range(0, len(everybody), _BATCH):
        with context.database.read() as connection:
            events_of(connection, everybody[start : start + _BATCH])
    return time.perf_counter() - began


def _fold_rate(context: Context) -> float:
    """Events a second through the fold alone, of ten thousand prospects."""
    with context.database.read() as connection:
        logs = list(events_of(connection, all_prospects(context)[:_FOLDED]).values())
    seconds = []
    for _ in range(3):
        began = time.perf_counter()
        for log in logs:
            fold(context.settings, log)
        seconds.append(time.perf_counter() - began)
    return sum(map(len, logs)) / min(seconds)


def _minute(context: Context) -> float:
    """What the background asks every minute, in milliseconds."""
    began = time.perf_counter()
    evaluate_due(context)
    return (time.perf_counter() - began) * 1000


def _seconds(context: Context) -> float:
    began = time.perf_counter()
    evaluate(context)
    return time.perf_counter() - began


def _late_event(context: Context, number: int) -> float:
    """From the event in the log to the settled inbox, without the commit, which the figure of a save has."""
    prospect = RecordId(5_000 + number * 37)
    at = moment_text(TODAY - timedelta(days=40, seconds=number))
    event = Event(f"EVT-late-{time.time_ns()}", "cta_clicked", "4", "Book a discovery call", at, at, "bench", None)
    with context.database.write() as connection:
        add_event(connection, prospect, event, Author("bench", at))
        began = time.perf_counter()
        evaluate_within(context, connection, [prospect])
        return (time.perf_counter() - began) * 1000


def main() -> int:
    from tests.benchmarks.table import show

    folder = Path(sys.argv[1])
    figures = evaluation_figures(folder)
    return show(figures, folder / "evaluation-figures.json")


if __name__ == "__main__":
    raise SystemExit(main())
