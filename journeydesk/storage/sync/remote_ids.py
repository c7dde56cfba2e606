"""Which local record is which remote one."""

import json
from collections.abc import Sequence

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


def exists_locally(connection: Connection, slug: str, record: int) -> bool:
    """Whether there is such a local record."""
    return bool(sql.rows(connection, f"SELECT 1 FROM {slug} WHERE lid = ?", (record,)))


def none_known(connection: Connection, slug: str, remote_ids: Sequence[str]) -> bool:
    """Whether none of these remote records is known locally."""
    return not sql.rows(
        connection,
        "SELECT 1 FROM sync_record INDEXED BY ix_sync_record_rid "
        "WHERE table_slug = ? AND rid IS NOT NULL AND rid IN (SELECT value FROM json_each(?)) LIMIT 1",
        (slug, json.dumps(list(remote_ids))),
    )


def remote_id_of(connection: Connection, slug: str, record: int) -> str | None:
    """A record's remote id, if it has one."""
    remote = sql.scalar(connection, "SELECT rid FROM sync_record WHERE table_slug = ? AND lid = ?", (slug, record))
    return None if remote is None else str(remote)


def record_of_remote(connection: Connection, slug: str, remote: str) -> int | None:
    """The local id of a remote record."""
    record = sql.scalar(connection, "SELECT lid FROM sync_record WHERE table_slug = ? AND rid = ?", (slug, remote))
    return None if record is None else int(record)


def records_of_remote(connection: Connection, slug: str, remotes: Sequence[str]) -> dict[str, int]:
    """The local ids of those of these remote records that are known."""
    return dict(
        sql.rows(
            connection,
            "SELECT rid, lid FROM sync_record INDEXED BY ix_sync_record_rid "
            "WHERE table_slug = ? AND rid IS NOT NULL AND rid IN (SELECT value FROM json_each(?))",
            (slug, json.dumps(list(remotes))),
        )
    )


def all_remote_ids(connection: Connection, slug: str) -> dict[str, int]:
    """Every remote id of a table with its local id."""
    return dict(sql.rows(connection, "SELECT rid, lid FROM sync_record WHERE table_slug = ? AND rid IS NOT NULL", (slug,)))
