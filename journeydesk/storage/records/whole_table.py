"""A table as a whole, for writing it to a file."""

import json
from collections.abc import Sequence
from typing import Any

from journeydesk.domain.catalogue import TableSpec
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


def stored_rows(connection: Connection, spec: TableSpec, only: Sequence[int] | None = None) -> list[tuple[Any, ...]]:
    """The stored values of each living record, or of those among `only`, in the order of the table's fields."""
    which = "deleted = 0" if only is None else "deleted = 0 AND lid IN (SELECT value FROM json_each(:only))"
    chosen = {"only": json.dumps(list(only))} if only is not None else {}
    columns = ", ".join(field.slug for field in spec.fields)
    return sql.rows(connection, f"SELECT {columns} FROM {spec.slug} WHERE {which} ORDER BY lid", chosen)
