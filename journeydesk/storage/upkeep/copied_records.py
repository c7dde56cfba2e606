"""The records of a copy, read into a database of our own making: known tables and columns, every value of its column's type.

Triggers, views, indexes and whatever else the file brings stay behind, and so does what must not come from a file
(docs/storage.md, "Copies").
"""

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.driver import damages
from journeydesk.storage.schema.triggers import SEARCH_SQL

_BATCH = 2_000
_MADE_ANEW = ("schema_version", "board_count", "stamp")
_STAYS_LOCAL = ("_url", "calls_per_second", "change_number", "running", "in_use", "recovery_key_noted_at")
"""How the names of facts end that belong to this computer, not to the records: addresses above all."""

_SUITS: Mapping[str, Callable[[object], bool]] = {
    "INTEGER": lambda value: isinstance(value, (int, float)) and math.isfinite(value),
    "REAL": lambda value: isinstance(value, (int, float)) and math.isfinite(value),
    "TEXT": lambda value: isinstance(value, str),
}


def copy_records(source: Any, target: Database, name: str) -> None:
    """Fills an empty database of the copy's shape with the records of `source`, a connection to the copy called `name`.

    Raises UserError for a copy whose tables or values are not what a database of this shape holds.
    """
    with target.without_foreign_keys() as connection:
        sql.run(connection, "BEGIN IMMEDIATE")
        try:
            tables = _tables(connection)
            for table in tables:
                _copy_table(source, connection, table, name)
            _copy_numbering(source, connection, tables)
        except damages() as problem:
            raise UserError(
                tr("{name} is damaged ({why}). Nothing was changed; choose another copy.", name=name, why=problem)
            ) from problem
        sql.run(connection, "COMMIT")


def _tables(connection: Connection) -> list[str]:
    names = sql.scalars(
        connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    searched = tuple(SEARCH_SQL)
    return [name for name in names if name not in _MADE_ANEW and not name.startswith(searched)]


def _copy_table(source: Any, connection: Connection, table: str, name: str) -> None:
    kind = source.execute("SELECT type, sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    if kind is None or kind[0] != "table" or "virtual" in str(kind[1]).casefold().split("(")[0]:
        raise UserError(
            tr(
                "{name} has no table “{table}”; it is no copy that Journeydesk made. Nothing was changed.",
                name=name,
                table=table,
            )
        )
    types = {str(row[1]): str(row[2]).upper() for row in sql.rows(connection, f'PRAGMA table_info("{table}")')}
    plain = {row[1] for row in source.execute(f'PRAGMA table_xinfo("{table}")') if not row[6]}
    missing = types.keys() - plain
    if missing:
        raise UserError(
            tr(
                "{name} has no column “{column}” in “{table}”; it is no copy that Journeydesk made.",
                name=name,
                column=min(missing),
                table=table,
            )
        )
    columns = ", ".join(f'"{column}"' for column in types)
    insert = f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join("?" * len(types))})'
    for rows in _batches(source.execute(f'SELECT {columns} FROM "{table}"')):
        for row in rows:
            for (column, declared), value in zip(types.items(), row, strict=True):
                if value is not None and not _SUITS[declared](value):
                    raise UserError(
                        tr(
                            "{name} holds in “{table}”, column “{column}”, a value of a kind that does not belong there "
                            "({kind}). Nothing was changed; choose another copy.",
                            name=name,
                            table=table,
                            column=column,
                            kind=type(value).__name__,
                        )
                    )
        if table == "meta":
            rows = [row for row in rows if not (is_local_fact(row[0]) or "://" in str(row[1]))]
        sql.run_many(connection, insert, rows)


def is_local_fact(name: object) -> bool:
    """Whether a fact of the workspace belongs to this computer rather than to its records."""
    return str(name).endswith(_STAYS_LOCAL)


def _batches(cursor: Any) -> Iterator[list[tuple[Any, ...]]]:
    while rows := cursor.fetchmany(_BATCH):
        yield rows


def _copy_numbering(source: Any, connection: Connection, tables: Collection[str]) -> None:
    """Numbers that were given to records since deleted are not given again: undo and history know them."""
    for table, highest in source.execute("SELECT name, seq FROM sqlite_sequence").fetchall():
        if table not in tables or not isinstance(highest, int):
            continue
        if not sql.changed(connection, "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (highest, table)):
            sql.run(connection, "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, highest))
