"""The field history, read: who changed what last."""

from dataclasses import dataclass

from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class LastEdit:
    """Who wrote last, and when (a stored moment)."""

    actor: str | None
    at: str


def last_edit_here(connection: Connection, slug: str, record: RecordId, field: str | None) -> LastEdit | None:
    """The last write to a field, or with None to any, that sync did not bring in."""
    return sql.first_typed(
        connection,
        LastEdit,
        "SELECT actor, at FROM field_history WHERE table_slug = ?1 AND lid = ?2 AND (?3 IS NULL OR field = ?3) "
        "AND source <> 'sync' ORDER BY id DESC LIMIT 1",
        (slug, record, field),
    )


def fields_synced_at(connection: Connection, slug: str, record: RecordId, at: str) -> list[str]:
    """The fields of a record that sync wrote at this moment."""
    return sql.scalars(
        connection,
        "SELECT DISTINCT field FROM field_history WHERE table_slug = ? AND lid = ? AND source = 'sync' AND at = ?",
        (slug, record, at),
    )
