"""Finding records by what people and the remote call them, and counting them."""

import json
from collections.abc import Iterable, Sequence
from typing import cast

from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.records import table_of


def find_by_key_prefix(connection: Connection, slug: str, beginning: str, limit: int = 2) -> list[RecordId]:
    """Living records whose key begins so."""
    return sql.scalars(
        connection,
        f"SELECT lid FROM {table_of(slug)} WHERE deleted = 0 AND key >= ? AND key < ? LIMIT ?",
        (beginning, beginning + "\uffff", limit),
    )


def is_key_taken(connection: Connection, slug: str, key: str) -> bool:
    """Whether a record has this key, a deleted one included."""
    return sql.first(connection, f"SELECT 1 FROM {table_of(slug)} WHERE key = ? LIMIT 1", (key,)) is not None


def keys_of_all(connection: Connection, slug: str) -> dict[RecordId, str]:
    """Every record's key, deleted ones included: for writing links of a whole table."""
    return dict(sql.rows(connection, f"SELECT lid, key FROM {table_of(slug)}"))


def name_of_remote(connection: Connection, slug: str, remote: str) -> str | None:
    """What people call the record that the remote has under this id; None where none is known."""
    name = "coalesce(r.company, r.contact_name, r.key)" if slug == "prospects" else "r.key"
    return cast("str | None", _of_remote(connection, slug, name, remote))


def key_of_remote(connection: Connection, slug: str, remote: str) -> str | None:
    """The key of the record that the remote has under this id; None where none is known."""
    return cast("str | None", _of_remote(connection, slug, "r.key", remote))


def _of_remote(connection: Connection, slug: str, column: str, remote: str) -> object:
    return sql.scalar(
        connection,
        f"SELECT {column} FROM {table_of(slug)} r JOIN sync_record s ON s.table_slug = ? AND s.lid = r.lid WHERE s.rid = ?",
        (slug, remote),
    )


def count_living(connection: Connection, slug: str) -> int:
    """How many records of a table there are."""
    return int(sql.scalar(connection, f"SELECT count(*) FROM {table_of(slug)} WHERE deleted = 0"))


def count_among(connection: Connection, slug: str, records: Sequence[int]) -> int:
    """How many of these records there are."""
    return int(
        sql.scalar(
            connection,
            f"SELECT count(*) FROM {table_of(slug)} WHERE deleted = 0 AND lid IN (SELECT value FROM json_each(?))",
            (json.dumps(list(records)),),
        )
    )


def count_all(connection: Connection, slug: str) -> int:
    """How many rows a table has, deleted ones included: cheaper than counting the living."""
    return int(sql.scalar(connection, f"SELECT count(*) FROM {table_of(slug)}"))


def living_records(connection: Connection, slug: str) -> list[RecordId]:
    """Every record of a table, the oldest first."""
    return sql.scalars(connection, f"SELECT lid FROM {table_of(slug)} WHERE deleted = 0 ORDER BY lid")


def prospect_of(connection: Connection, slug: str, record: RecordId) -> RecordId | None:
    """The prospect that a record of another table belongs to."""
    return cast("RecordId | None", sql.scalar(connection, f"SELECT prospect FROM {table_of(slug)} WHERE lid = ?", (record,)))


def without_value(connection: Connection, slug: str, field: str, records: Iterable[RecordId]) -> set[RecordId]:
    """Those of these records that exist and have no value in this field."""
    statement = f"SELECT lid FROM {table_of(slug)} WHERE {field} IS NULL AND lid IN (SELECT value FROM json_each(?))"
    return {RecordId(record) for record in sql.scalars(connection, statement, (json.dumps(list(records)),))}


def prospects_of(connection: Connection, slug: str, records: Sequence[RecordId]) -> set[RecordId]:
    """The prospects that these records of another table belong to."""
    prospects: set[RecordId] = set()
    for start in range(0, len(records), 10_000):
        ids = json.dumps(records[start : start + 10_000])
        statement = f"SELECT DISTINCT prospect FROM {table_of(slug)} WHERE prospect IS NOT NULL AND lid IN (SELECT value FROM json_each(?))"
        prospects.update(RecordId(record) for record in sql.scalars(connection, statement, (ids,)))
    return prospects
