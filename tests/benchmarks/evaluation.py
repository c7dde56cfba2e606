"""What the rules cost at size: 1,000,000 events of 100,000 prospects evaluated the first time and again, and one late event."""

import threading
import time
from collections.abc import Callable, Iterator
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
from journeydesk.storage.schema.order_triggers import ORDERS
from journeydesk.storage.sync.meta import set_meta
from tests.benchmarks.big_database import KEY, TODAY
from tests.benchmarks.table import Figure, percentile, spread
from tests.benchmarks.workspaces import Workspaces

_LATE = 60
_FOLDED = 10_000
_BATCH = 12


@contextmanager
def _opened(folder: Path) -> Iterator[Context]:
    known = config.connections({"JOURNEYDESK_ACTOR": "Amaia Etxarri"})
    context, _ = open_workspace(folder, KEY, known, clock=lambda: TODAY)
    try:
        yield context
    finally:
        context.database.close()


def evaluation_figures(workspaces: Workspaces) -> list[Figure]:
    """Everybody evaluated who never was, beside somebody who saves; all again, nothing having changed; what time made due; one event
    that comes late."""
    with _opened(workspaces.run_folder("events")) as context:
        _forget_standings(context)
        reading = _reading(context)
        quiet = _waits(context, lambda: time.sleep(2))
        first, waits = _first(context)
        whole = _seconds(context)
        _minute(context)
        due = percentile([_minute(context) for _ in range(20)], 0.95)
        folds = _fold_rate(context)
        late = [_late_event(context, number) for number in range(_LATE)][_LATE // 4 :]
        with context.database.read() as connection:
            events = int(sql.scalar(connection, "SELECT count(*) FROM events"))
            prospects = int(sql.scalar(connection, "SELECT count(*) FROM prospects"))
    per_second = (
        f"{events:,} events of {prospects:,} prospects, {prospects / first:,.0f} a second; read alone in {reading:.1f} s"
    )
    own = percentile(quiet, 0.5)
    return [
        Figure("first evaluation of everybody, somebody saving beside it", first, "s", 60 * prospects / 100_000, per_second),
        Figure(
            "a save beside it, waiting for its turn, longest", max(waits), "ms", 20, f"{spread(waits)}; its own {own:.1f} ms"
        ),
        Figure("evaluate everything again ÷ reading its events", whole / reading, "×", 6, f"{whole:.1f} s ÷ {reading:.1f} s"),
        Figure("fold of events", folds, "events/s", 200_000, "the best of three, ten events a prospect", at_least=True),
        Figure("a minute in which nothing came due, p95", due, "ms", 50),
        Figure("one late event: fold, rules, alerts, p95", percentile(late, 0.95), "ms", 5, spread(late)),
    ]


def _forget_standings(context: Context) -> None:
    """Nobody was ever evaluated: what the maker wrote for the board goes."""
    with context.database.write() as connection:
        # The orders first: then no trigger looks for a row in them.
        for table in (*(order.table for order in ORDERS), "position", "stage_history", "board_count"):
            sql.run(connection, f"DELETE FROM {table}")
        sql.run(connection, "UPDATE prospects SET engagement_stage = NULL, stage_since = NULL")
    context.database.checkpoint()


def _first(context: Context) -> tuple[float, list[float]]:
    """Seconds of the evaluation, and what each save beside it waited for its turn, in milliseconds: in the window's own program."""
    context.database.hurry()
    seconds: list[float] = []
    waits = _waits(context, lambda: seconds.append(_seconds(context)))
    return seconds[0], waits


def _waits(context: Context, work: Callable[[], object]) -> list[float]:
    """Milliseconds from asking to write to being let, some five times a second while the work runs on another thread."""
    worker = threading.Thread(target=work)
    worker.start()
    waits = []
    while worker.is_alive():
        began = time.perf_counter()
        with context.database.write() as connection:
            waits.append((time.perf_counter() - began) * 1000)
            set_meta(connection, "bench", str(len(waits)))
        time.sleep(0.2)
    worker.join()
    return waits


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
