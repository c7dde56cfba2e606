"""What a new database is made of: today's shape at once, instead of every step that led to it."""

from functools import cache
from typing import Any

from journeydesk.storage.schema.stamps import ALL_ANEW
from journeydesk.storage.schema.statistics import STATISTICS
from journeydesk.storage.schema.triggers import ALL

VERSIONS = "schema_version"
"""Alembic's table with the number of the last step."""


@cache
def beginning(head: int) -> tuple[str, ...]:
    """The statements that make an empty database one of shape `head`, which is the code's own, in their order."""
    from sqlalchemy import create_mock_engine

    from journeydesk.storage.schema.tables import metadata

    made: list[str] = []

    def take(statement: Any, *_: Any) -> None:
        made.append(str(statement.compile(dialect=engine.dialect)).strip())

    engine = create_mock_engine("sqlite://", take)
    metadata.create_all(engine, checkfirst=False)
    return (
        *made,
        *ALL,
        *ALL_ANEW,
        *STATISTICS,
        f"CREATE TABLE {VERSIONS} ( version_num VARCHAR(32) NOT NULL, CONSTRAINT {VERSIONS}_pkc PRIMARY KEY (version_num))",
        f"INSERT INTO {VERSIONS} VALUES ('{head:04d}')",
        f"PRAGMA user_version = {head}",
    )
