"""What the queries behind the screens cost at the size of docs/architecture.md, "Bounds", as milliseconds without painting."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from journeydesk.services.queries.lists.shown_ids import PAGE
from journeydesk.storage.alerts import inbox as alert_inbox
from journeydesk.storage.alerts.listed import listed
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.lists import board, first_page, prospect_lines, prospect_list
from journeydesk.storage.lists.list_filters import Condition
from journeydesk.storage.lists.prospect_list import Query
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records, timeline
from journeydesk.storage.schema.layout import list_columns
from journeydesk.storage.sync import status
from tests.benchmarks.big_database import KEY, LONG_TIMELINE
from tests.benchmarks.table import Figure, percentile, spread
from tests.benchmarks.workspaces import Workspaces

_SHOWN = 60
_TYPED = ("quillon fr", "mbali", "łąkowisko", "蒼嶺測器", "amaia etx", "webhook", "contact", "strachan", "bjark", "the depot")
_FILTERS = (
    (Condition("follow_up", "on_or_before", ("2026-05-26",)), Condition("stage", "is_not", (6,))),
    (Condition("owner", "any_of", ("Amaia Etxarri", "Tomasz Wilk")),),
    (Condition("status", "none_of", ("Rejected", "Churned")),),
    (Condition("status", "none_of", ("Rejected", "Churned")), Condition("owner", "is", ("Amaia Etxarri",))),
    (Condition("score", "at_least", (31,)), Condition("status", "none_of", ("Rejected", "Churned"))),
    (Condition("company", "contains", ("freight",)),),
    (Condition("notes", "contains", ("webhook",)),),
    (Condition("next_follow_up", "empty"),),
    (Condition("last_touch", "not_between", ("2026-05-05T22:00:00.000Z", "2026-05-19T22:00:00.000Z")),),
    (Condition("source", "none_of", ("Twitter", "Product Hunt", "")), Condition("score", "between", (10, 20))),
    (Condition("use_case", "not_contains", ("webhook",)), Condition("revenue", "more_than", (5_000_000,))),
    (Condition("other:Budget code", "contains", ("x",)),),
    (Condition("applied_on", "after", ("2026-03-01",)), Condition("revenue", "at_least", (5_000_000,))),
)


def _show(connection: Connection, query: Query) -> None:
    keys = prospect_list.sort_keys(query)
    page = first_page.first_page(connection, query.search, query.conditions, keys, PAGE)
    prospect_lines.lines(connection, page.ids[:_SHOWN])


def _milliseconds(database: Database, work: Callable[[Connection], object]) -> float:
    began = time.perf_counter()
    with database.read() as connection:
        work(connection)
    return (time.perf_counter() - began) * 1000


def _figure(what: str, samples: list[float], bound: float) -> Figure:
    return Figure(what, percentile(samples, 0.95), "ms", bound, spread(samples))


def list_figures(database: Database) -> list[Figure]:
    """Typing a search, filtering and sorting: first page of ids, and the lines that fit a screen."""
    typed = [Query(search=text[:end]) for text in _TYPED for end in range(1, len(text) + 1)]
    sorts = [Query(sort=((column, down),)) for column in list_columns for down in (False, True)]
    filters = [Query(conditions=conditions) for conditions in _FILTERS]
    many = [
        Query(sort=((a, down), (b, not down))) for a in list_columns for b in list_columns if a != b for down in (False, True)
    ]
    figures = []
    for what, queries, times, bound in (
        ("typing a search, queries of one key press", typed, 1, 16.0),
        ("sort by any column, queries", sorts, 1, 50.0),
        ("filter, queries", filters, 3, 50.0),
        ("sort by two columns, queries", many, 3, 50.0),
    ):
        samples = [_milliseconds(database, lambda c, q=query: _show(c, q)) for query in queries * times]  # type: ignore[misc]
        slowest = queries[samples.index(max(samples)) % len(queries)]
        figures.append(_figure(what, samples, bound))
        print(f"  slowest {what}: {slowest}", file=sys.stderr)
    everything = [_milliseconds(database, lambda c: prospect_list.ordered_ids(c, Query())) for _ in range(15)]
    return [*figures, _figure("all ids of the list in order", everything, 50.0)]


def screen_figures(database: Database) -> list[Figure]:
    """The board, a long timeline, the inbox, the pill, and a save."""

    def open_board(connection: Connection) -> None:
        board.column_totals(connection, "Engagement", None, None)
        for stage in range(1, 7):
            board.cards(connection, "Engagement", stage, 0, 20, None, None)

    def lanes(connection: Connection) -> None:
        board.lanes(connection, "Engagement", "2026-05-19")
        for stage in range(1, 7):
            board.cards(connection, "Engagement", stage, 0, 2, "Amaia Etxarri", None)

    def long_timeline(connection: Connection) -> None:
        records.get(connection, "prospects", LONG_TIMELINE)
        timeline.counts(connection, LONG_TIMELINE)
        timeline.entries(connection, LONG_TIMELINE, "all", 500)

    now = "2026-05-19T09:00:00.000Z"
    figures = [
        ("kanban: open, queries", open_board, 100.0),
        ("kanban: open in lanes, queries", lanes, 100.0),
        ("open a prospect with 500 timeline entries, queries", long_timeline, 50.0),
        ("alert inbox, queries", lambda c: (_inbox(c, now), alert_inbox.counts(c, now)), 50.0),
        ("sync pill's facts", status.sync_counts, 5.0),
    ]
    return [_figure(what, [_milliseconds(database, work) for _ in range(15)], bound) for what, work, bound in figures] + [
        _figure("save a logged call, durable", [_save(database, number) for number in range(30)], 15.0)
    ]


def _save(database: Database, number: int) -> float:
    author = records.Author("Amaia Etxarri", "2026-05-19T09:00:00.000Z")
    values: records.Row = {
        "key": f"INT-bench-{time.time_ns()}-{number}",
        "prospect": LONG_TIMELINE + number,
        "type": "Call",
        "date": author.at,
        "summary": "asked for references",
    }
    began = time.perf_counter()
    with database.write() as connection:
        records.insert(connection, "interactions", values, author)
    return (time.perf_counter() - began) * 1000


def open_figure(folder: Path) -> Figure:
    """Opening a database that is there already."""
    samples = []
    for _ in range(15):
        began = time.perf_counter()
        open_database(folder, KEY).close()
        samples.append((time.perf_counter() - began) * 1000)
    return _figure("open an existing database", samples, 30.0)


def _inbox(connection: Connection, now: str) -> object:
    return alert_inbox.inbox_rows(connection, [alert.id for alert in listed(connection, "Pending", now)], now)


def storage_figures(workspaces: Workspaces) -> list[Figure]:
    """All of them, of the large workspace."""
    folder = workspaces.run_folder("big")
    database = open_database(folder, KEY)
    try:
        figures = [*list_figures(database), *screen_figures(database)]
    finally:
        database.close()
    return [*figures, open_figure(folder)]
