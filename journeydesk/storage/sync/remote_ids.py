"""Which local record is which remote one."""

import json
from collections.abc import Sequence

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


def exists_locally(connection: Connection, slug: str, record: int) -> bool:
    """Whether there is such a local record; one that was deleted and that no remote knows is gone already."""
    return bool(sql.rows(connection, f"SELECT 1 FROM {slug} t WHERE t.lid = ? AND {is_there(slug, 't')}", (record,)))


def is_there(slug: str, row: str) -> str:
    """SQL for whether a row is more than the leavings of one that was deleted and that no remote knows."""
    return (
        f"({row}.deleted = 0 OR EXISTS (SELECT 1 FROM sync_record known WHERE known.table_slug = '{slug}' "
        f"AND known.lid = {row}.lid AND (known.rid IS NOT NULL OR known.tried = 1)))"
    )


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


def remote_count(connection: Connection, slug: str) -> int:
    """How many records of a table the remote is known to have."""
    counted = "SELECT count(*) FROM sync_record INDEXED BY ix_sync_record_rid WHERE table_slug = ? AND rid IS NOT NULL"
    return int(sql.scalar(connection, counted, (slug,)))
