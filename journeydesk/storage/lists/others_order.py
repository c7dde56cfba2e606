"""The order of the list by a field of the base that is not ours: no index knows what it holds, so every row is read, once a change."""

from array import array

from journeydesk.domain.lists.columns import Column
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.lists.orders import Pause, numbers
from journeydesk.storage.lists.prospect_lines import json_path
from journeydesk.storage.schema.layout import LIVING

_VALUES = f"SELECT lid, nullif(nullif(json_extract(extra, ?), ''), '[]') AS value FROM prospects WHERE {LIVING}"
"""Numbers come before texts, as numbers; what has none, or an empty list, has no value."""


def walked(connection: Connection, column: Column, descending: bool, pause: Pause) -> "array[int]":
    """Every id by what the field holds, whatever its case; those that hold nothing last."""
    order = "DESC" if descending else "ASC"
    statement = f"SELECT lid FROM ({_VALUES}) ORDER BY value IS NULL, value COLLATE NOCASE {order}, lid {order}"
    return numbers(sql.scalar(connection, f"SELECT group_concat(lid) FROM ({statement})", (json_path(column),)), pause)


def group_sizes(connection: Connection, column: Column, descending: bool, pause: Pause) -> "array[int]":
    """How many records share each value, in the order of the walk."""
    order = "DESC" if descending else "ASC"
    groups = (
        f"SELECT count(*) AS size FROM ({_VALUES}) GROUP BY value COLLATE NOCASE "
        f"ORDER BY value IS NULL, value COLLATE NOCASE {order}"
    )
    return numbers(sql.scalar(connection, f"SELECT group_concat(size) FROM ({groups})", (json_path(column),)), pause)
