"""SQL handed straight to the driver, for what runs once per record: describing a result costs SQLAlchemy more than reading it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection

from journeydesk.domain.errors import Bug


def driver_connection(connection: Connection) -> Any:
    """The driver's own connection below `connection`."""
    found = connection.connection.driver_connection
    if found is None:
        raise Bug("the database connection was used after it was closed")
    return found


def rows(connection: Connection, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[tuple[Any, ...]]:
    """All rows of a query."""
    return cast("list[tuple[Any, ...]]", driver_connection(connection).execute(sql, values).fetchall())


def one(connection: Connection, sql: str, values: Sequence[object] = ()) -> tuple[Any, ...] | None:
    """The first row of a query."""
    return cast("tuple[Any, ...] | None", driver_connection(connection).execute(sql, values).fetchone())


def dicts(connection: Connection, sql: str, values: Sequence[object] = ()) -> list[dict[str, Any]]:
    """All rows of a query by column name."""
    cursor = driver_connection(connection).execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def run(connection: Connection, sql: str, values: Sequence[object] = ()) -> int:
    """A statement that writes; returns the number of the row that it inserted, if it did."""
    return int(driver_connection(connection).execute(sql, values).lastrowid or 0)


def run_many(connection: Connection, sql: str, parameters: Iterable[Sequence[object]]) -> None:
    """One statement for many sets of values."""
    driver_connection(connection).executemany(sql, parameters)
