"""Links to records whose target was not known when they came: noted, and set as soon as their target is."""

from collections.abc import Iterable

from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

Unresolved = tuple[str, RecordId, str, str]
"""Table, record, field, remote id of the target."""


def note(connection: Connection, links: Iterable[Unresolved]) -> None:
    """Remembers links whose target has not come yet."""
    sql.run_many(
        connection,
        "INSERT INTO unresolved_link (table_slug, lid, field, rid) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (table_slug, lid, field) DO UPDATE SET rid = excluded.rid",
        links,
    )


def now_known(connection: Connection, limit: int = 200) -> list[tuple[str, RecordId, str, int]]:
    """Links whose target came meanwhile, as (table, record, field, local id of the target)."""
    rows = sql.rows(
        connection,
        "SELECT unresolved_link.table_slug, unresolved_link.lid, field, s.lid FROM unresolved_link JOIN sync_record s "
        "ON s.table_slug = 'prospects' AND s.rid = unresolved_link.rid LIMIT ?",
        (limit,),
    )
    return [(slug, RecordId(record), name, target) for slug, record, name, target in rows]


def drop(connection: Connection, links: Iterable[tuple[str, RecordId, str]]) -> None:
    """These links (table, record, field) were set, or are others by now."""
    sql.run_many(connection, "DELETE FROM unresolved_link WHERE table_slug = ? AND lid = ? AND field = ?", links)
