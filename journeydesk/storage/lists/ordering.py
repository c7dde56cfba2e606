"""Moves and cards of thousands of prospects put in order together (`schema.order_triggers`): sorted first, so that a page of an order is
written once for many of them, and in transactions that no save waits for."""

import json
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing

from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.file_lock import FileLock
from journeydesk.storage.schema.order_triggers import MOVES, ORDERS, Order
from journeydesk.storage.schema.stamps import ALL_ANEW, ANEW

_LOCK = "ordering.lock"
TOGETHER = 25_000
"""So many prospects are put in order together: each page of an order is rewritten once for all of them."""

_MARKED_AT_ONCE = 2_000
_ENDED_AT_ONCE = 250
_ROWS_FIRST, _ROWS_LEAST, _ROWS_MOST = 256, 64, 4_096
_SECONDS = 0.008
_SECONDS_ALONE = 0.2
"""How long a transaction may last beside a window, and where nobody has one open."""

_AMONG = "IN (SELECT value FROM json_each(?))"


def leave_for_later(connection: Connection, prospects: Iterable[RecordId]) -> None:
    """Takes these out of the orders, or never in, until `put_in_order`: for who writes the moves of thousands."""
    sql.insert_rows(connection, "unordered (prospect)", [(prospect,) for prospect in prospects], "ON CONFLICT DO NOTHING")


def unordered(connection: Connection) -> int:
    """How many are in no order yet, counted no further than so many as are put in order together."""
    return int(sql.scalar(connection, "SELECT count(*) FROM (SELECT 1 FROM unordered LIMIT ?)", (TOGETHER,)))


def put_in_order(database: Database) -> Generator[bool, None, None]:
    """Puts in order who is in none, one transaction a step; yields after each whether nothing is being read, so that the log can be moved.

    What was done stays done when it is left before its end, or killed: who is not in order yet still stands in `unordered`. Nothing is
    done while another thread or program is at it.
    """
    lock = FileLock(database.folder / _LOCK)
    if not lock.take():
        return
    try:
        while prospects := _next(database):
            for some in _parts(prospects, _MARKED_AT_ONCE):
                with database.write(synced=False) as connection:
                    sql.run(connection, f"UPDATE unordered SET filling = 1 WHERE prospect {_AMONG}", (json.dumps(some),))
                yield True
            for order in ORDERS:
                yield from _fill(database, order)
            for some in _parts(prospects, _ENDED_AT_ONCE):
                database.give_way()
                with database.write(synced=False) as connection:
                    listed = (json.dumps(some),)
                    sql.run(connection, f"UPDATE unordered SET filling = 2 WHERE prospect {_AMONG} AND filling = 1", listed)
                    sql.run(connection, f"DELETE FROM unordered WHERE prospect {_AMONG} AND filling = 2", listed)
                yield True
    finally:
        lock.let_go()


def _next(database: Database) -> list[int]:
    with database.read() as connection:
        return list(sql.scalars(connection, "SELECT prospect FROM unordered ORDER BY prospect LIMIT ?", (TOGETHER,)))


def _parts(prospects: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    for start in range(0, len(prospects), size):
        yield prospects[start : start + size]


def _fill(database: Database, order: Order) -> Iterator[bool]:
    """Writes the rows of those that are being put in order, as they were at one moment; who was written since is in order already."""
    place, rows, alone = order.names.index("prospect"), _ROWS_FIRST, True
    statement = (
        f"SELECT {order.values('b.')} FROM unordered u CROSS JOIN {order.base} b ON b.prospect = u.prospect "
        f"WHERE u.filling = 1 AND {order.holds('b.')} ORDER BY {', '.join(map(str, range(1, order.keys + 1)))}"
    )
    with database.read() as reading:
        known = _stamp(reading)
        with closing(sql.driver_connection(reading).execute(statement)) as found:
            while some := found.fetchmany(rows):
                database.give_way()
                with database.write(synced=False) as connection:
                    began = time.perf_counter()
                    alone = alone and _stamp(connection) == known
                    kept = some if alone else _still_filling(connection, some, place)
                    sql.insert_rows(connection, order.into, kept, "ON CONFLICT DO NOTHING")
                    if order.base == MOVES:
                        for stamping in ALL_ANEW:
                            sql.run(connection, stamping)
                    known = _stamp(connection)
                took = max(time.perf_counter() - began, 1e-6)
                most = _SECONDS if database.has_window() else _SECONDS_ALONE
                rows = max(_ROWS_LEAST, min(_ROWS_MOST, 2 * rows, int(rows * most / took)))
                yield False
    yield True


def _stamp(connection: Connection) -> int:
    """Another number whenever anybody was put in order by itself."""
    return int(sql.scalar(connection, "SELECT number FROM stamp WHERE source = ?", (ANEW,)) or 0)


def _still_filling(connection: Connection, rows: Sequence[Sequence[object]], place: int) -> list[Sequence[object]]:
    listed = json.dumps(list({row[place] for row in rows}))
    left = set(
        sql.scalars(
            connection,
            "SELECT u.prospect FROM json_each(?) j CROSS JOIN unordered u ON u.prospect = j.value WHERE u.filling = 1",
            (listed,),
        )
    )
    return [row for row in rows if row[place] in left]
