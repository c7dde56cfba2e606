"""What tells one record from another, of every living one: for finding who a row of a file is."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.records import table_of


@dataclass(frozen=True, slots=True)
class Known:
    """A living record: its number, its key and, of a prospect, e-mail, phone and the folded names."""

    record: RecordId
    key: str
    email: str = ""
    phone: str = ""
    company: str = ""
    contact: str = ""


def known_records(connection: Connection, slug: str) -> Iterator[Known]:
    """Every living record of a table, the oldest first."""
    more = ", coalesce(email, ''), coalesce(phone, ''), coalesce(company_sort, ''), coalesce(contact_sort, '')"
    columns = "lid, key" + (more if slug == "prospects" else "")
    return sql.each(connection, Known, f"SELECT {columns} FROM {table_of(slug)} WHERE deleted = 0 ORDER BY lid")


def living_fields(connection: Connection, fields: Sequence[str], records: Sequence[RecordId]) -> list[tuple[Any, ...]]:
    """Number, key and some fields of those of these prospects that are living, the oldest first."""
    return sql.rows(
        connection,
        f"SELECT lid, key, {', '.join(fields)} FROM prospects "
        "WHERE deleted = 0 AND lid IN (SELECT value FROM json_each(?)) ORDER BY lid",
        (json.dumps(list(records)),),
    )


def living_pages(connection: Connection, fields: Sequence[str], size: int) -> Iterator[list[tuple[Any, ...]]]:
    """Number, key and some fields of every living prospect, the oldest first, so many at a time: all of them may be more than is to be
    in memory together."""
    statement = f"SELECT lid, key, {', '.join(fields)} FROM prospects WHERE deleted = 0 AND lid > ? ORDER BY lid LIMIT ?"
    last = -1
    while page := sql.rows(connection, statement, (last, size)):
        last = page[-1][0]
        yield page


def values_of(connection: Connection, slug: str, field: str) -> Iterator[tuple[RecordId, object]]:
    """One field of every living record that has it, the oldest first."""
    statement = f"SELECT lid, {field} FROM {table_of(slug)} WHERE deleted = 0 AND {field} IS NOT NULL ORDER BY lid"
    return sql.each(connection, lambda record, value: (RecordId(record), value), statement)
