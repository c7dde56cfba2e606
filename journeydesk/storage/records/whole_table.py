"""A table as a whole, for writing it to a file."""

import json
from collections.abc import Sequence
from typing import Any

from journeydesk.domain.catalogue import TableSpec
from journeydesk.domain.errors import Bug
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


def stored_rows(connection: Connection, spec: TableSpec, only: Sequence[int] | None = None) -> list[tuple[Any, ...]]:
    """The stored values of each living record, or of those among `only`, in the order of the table's fields.

    Raises Bug where fewer or more were read than were counted.
    """
    which = "deleted = 0" if only is None else "deleted = 0 AND lid IN (SELECT value FROM json_each(:only))"
    chosen = {"only": json.dumps(list(only))} if only is not None else {}
    expected = sql.scalar(connection, f"SELECT count(*) FROM {spec.slug} WHERE {which}", chosen)
    columns = ", ".join(field.slug for field in spec.fields)
    rows = sql.rows(connection, f"SELECT {columns} FROM {spec.slug} WHERE {which} ORDER BY lid", chosen)
    if len(rows) != expected:
        raise Bug(f"{expected} records of {spec.name} were to be read and {len(rows)} were")
    return rows
