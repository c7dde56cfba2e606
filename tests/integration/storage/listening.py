"""Listening to every statement that a database's writer is given, to act in the middle of a step."""

from collections.abc import Callable
from typing import Any

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database


class Heard:
    """A driver's connection or cursor that says what it is asked before it asks."""

    def __init__(self, below: Any, before: Callable[[str], None]) -> None:
        self._below = below
        self._before = before

    def execute(self, statement: str, *values: Any) -> Any:
        """Says it, then runs it."""
        self._before(statement)
        return self._below.execute(statement, *values)

    def cursor(self, *kind: Any) -> "Heard":
        """A cursor that is listened to as well."""
        return Heard(self._below.cursor(*kind), self._before)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._below, name)

    def __iter__(self) -> Any:
        return iter(self._below)


def listen(database: Database, before: Callable[[str], None]) -> None:
    """Has `before` told of every statement of the writer from now on."""
    with database.alone() as connection:
        below = sql.driver_connection(connection)
    database._writer = Connection(Heard(below, before))
