"""SQL on an open transaction, straight to the driver: describing a result costs a library more than reading it.

Every function takes the SQL text with `?` (values a sequence) or `:name` (values a mapping) and never builds it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any, TypeVar, cast

from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.driver import DiskTrouble

_STEPS_BETWEEN_LOOKS = 500
_STEPS_UNLESS_STOPPED = 50_000
_ROWS_TOGETHER = 512
_MOST_VALUES = 32_000

Values = Sequence[object] | Mapping[str, object]
Row = TypeVar("Row")
Kept = TypeVar("Kept")


def driver_connection(connection: Connection) -> Any:
    """The driver's own connection below `connection`."""
    return connection._driver


def rows(connection: Connection, statement: str, values: Values = ()) -> list[tuple[Any, ...]]:
    """All rows of a query."""
    return cast("list[tuple[Any, ...]]", driver_connection(connection).execute(statement, values).fetchall())


def typed(connection: Connection, row: Callable[..., Row], statement: str, values: Values = ()) -> list[Row]:
    """All rows of a query, each as `row(*columns)`: the columns in the order of the class's fields."""
    return [row(*columns) for columns in driver_connection(connection).execute(statement, values)]


def each(connection: Connection, row: Callable[..., Row], statement: str, values: Values = ()) -> Iterator[Row]:
    """`typed` one by one, for more rows than are to be in memory together."""
    for columns in driver_connection(connection).execute(statement, values):
        yield row(*columns)


def first(connection: Connection, statement: str, values: Values = ()) -> tuple[Any, ...] | None:
    """The first row of a query."""
    return cast("tuple[Any, ...] | None", driver_connection(connection).execute(statement, values).fetchone())


def first_typed(connection: Connection, row: Callable[..., Row], statement: str, values: Values = ()) -> Row | None:
    """The first row of a query as `row(*columns)`."""
    columns = first(connection, statement, values)
    return None if columns is None else row(*columns)


def only(connection: Connection, statement: str, values: Values = ()) -> tuple[Any, ...]:
    """The one row of a query that always has one, such as a sum."""
    return cast("tuple[Any, ...]", first(connection, statement, values))


def scalar(connection: Connection, statement: str, values: Values = ()) -> Any:
    """The first column of the first row; None where there is no row."""
    row = first(connection, statement, values)
    return None if row is None else row[0]


def scalars(connection: Connection, statement: str, values: Values = ()) -> list[Any]:
    """The first column of every row."""
    return [row[0] for row in driver_connection(connection).execute(statement, values)]


def dicts(connection: Connection, statement: str, values: Values = ()) -> list[dict[str, Any]]:
    """All rows of a query by column name."""
    cursor = driver_connection(connection).execute(statement, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def log_of(connection: Connection) -> tuple[int, int]:
    """How many pages the log has, and how many of them were moved into the file."""
    _, pages, moved = only(connection, "PRAGMA wal_checkpoint(NOOP)")
    return int(pages), int(moved)


def run(connection: Connection, statement: str, values: Values = ()) -> int:
    """A statement that writes; returns the number of the row that it inserted, if it did."""
    return int(driver_connection(connection).execute(statement, values).lastrowid or 0)


def changed(connection: Connection, statement: str, values: Values = ()) -> int:
    """A statement that writes; returns how many rows it wrote."""
    return int(driver_connection(connection).execute(statement, values).rowcount)


def run_many(connection: Connection, statement: str, parameters: Iterable[Sequence[object]]) -> None:
    """One statement for many sets of values."""
    driver_connection(connection).executemany(statement, parameters)


def insert_rows(connection: Connection, into: str, rows: Iterable[Sequence[object]], otherwise: str = "") -> None:
    """New rows `into` a table with its columns, as `stamp (source, number)`, hundreds in one statement; `otherwise` is what is done with
    one that is there.

    A statement opens each index of its table, and, where the table has triggers, copies every page before it changes it: for one row
    that costs as much as writing it.
    """
    remaining = iter(rows)
    while chunk := list(islice(remaining, _ROWS_TOGETHER)):
        width = len(chunk[0])
        start = 0
        # Few sizes, for each is a statement of its own, which is kept prepared.
        for size in (_ROWS_TOGETHER, 64, 8, 1):
            while len(chunk) - start >= size and (size == 1 or size * width <= _MOST_VALUES):
                marks = ", ".join([f"({', '.join('?' * width)})"] * size)
                values = list(chain.from_iterable(chunk[start : start + size]))
                driver_connection(connection).execute(f"INSERT INTO {into} VALUES {marks} {otherwise}", values)
                start += size


_CHANGE_NUMBER = "SELECT value FROM meta WHERE key = 'change_number'"


def remembered(connection: Connection, what: str, make: Callable[[], Kept]) -> Kept:
    """What `make` gave the last time, for whoever goes on filling it in, until the next write by anybody."""
    # A transaction that writes sees its own changes before they are counted.
    mark = scalar(connection, _CHANGE_NUMBER), driver_connection(connection).total_changes
    known = cast("tuple[object, Kept] | None", connection.memory.get(what))
    if known is None or known[0] != mark:
        known = connection.memory[what] = mark, make()
    return known[1]


_LOOK = "what is done between two steps of a long read"


@contextmanager
def looking_up(connection: Connection, look: Callable[[], None]) -> Iterator[None]:
    """Within, `look_up` calls `look`, which may wait, and never raises."""
    connection.memory[_LOOK] = look
    try:
        yield
    finally:
        del connection.memory[_LOOK]


def look_up(connection: Connection) -> None:
    """For whoever reads and computes much beside the window, every millisecond or so: lets others go first."""
    look = connection.memory.get(_LOOK)
    if callable(look):
        look()


class OutOfSteps(Exception):
    """A query needed more steps than it was given."""


@contextmanager
def at_most(connection: Connection, steps: int) -> Iterator[None]:
    """Gives up on what is read within, after about so many of SQLite's own instructions: a bound that is the same on every
    machine. Raises OutOfSteps."""
    driver = driver_connection(connection)
    left = [steps // _STEPS_BETWEEN_LOOKS]

    def count() -> int:
        left[0] -= 1
        return 1 if left[0] < 0 else 0

    driver.set_progress_handler(count, _STEPS_BETWEEN_LOOKS)
    try:
        yield
    except DiskTrouble as problem:
        if left[0] < 0:
            raise OutOfSteps from problem
        raise
    finally:
        driver.set_progress_handler(None, 0)


class Stopped(Exception):
    """What was read is wanted no longer."""


@contextmanager
def unless_stopped(connection: Connection, is_stopped: Callable[[], bool]) -> Iterator[Callable[[], None]]:
    """Gives up on what is read within once `is_stopped` says so, asked every millisecond or so; yields what whoever computes
    within calls now and then to the same end. Raises Stopped."""
    driver = driver_connection(connection)

    def ask() -> bool:
        look_up(connection)
        return is_stopped()

    def look() -> None:
        if ask():
            raise Stopped

    driver.set_progress_handler(ask, _STEPS_UNLESS_STOPPED)
    try:
        yield look
    except DiskTrouble as problem:
        if is_stopped():
            raise Stopped from problem
        raise
    finally:
        driver.set_progress_handler(None, 0)
