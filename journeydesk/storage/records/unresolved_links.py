"""Links to records that were not known here when they came: noted, and set as soon as their target is."""

from collections.abc import Iterable

from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

Unresolved = tuple[str, RecordId, str, str]
"""Table, record, field, remote id of the target."""


def note(connection: Connection, links: Iterable[Unresolved]) -> None:
    """Remembers links whose target is not here yet."""
    sql.run_many(
        connection,
        "INSERT INTO unresolved_link (table_slug, lid, field, rid) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (table_slug, lid, field) DO UPDATE SET rid = excluded.rid",
        links,
    )


def now_known(connection: Connection, limit: int = 200) -> list[tuple[str, RecordId, str, int]]:
    """Links whose target came meanwhile, as (table, record, field, local id of the target)."""
    found = sql.rows(
        connection,
        "SELECT u.table_slug, u.lid, u.field, s.lid FROM unresolved_link u JOIN sync_record s "
        "ON s.table_slug = 'prospects' AND s.rid = u.rid LIMIT ?",
        (limit,),
    )
    return [(slug, RecordId(record), name, target) for slug, record, name, target in found]


def drop(connection: Connection, slug: str, record: RecordId, name: str) -> None:
    """The link was set, or is another by now."""
    sql.run(connection, "DELETE FROM unresolved_link WHERE table_slug = ? AND lid = ? AND field = ?", (slug, record, name))
