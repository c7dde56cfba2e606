"""How far each table was pulled."""

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


def watermark(connection: Connection, slug: str) -> tuple[str | None, str | None]:
    """How far a table was pulled (the remote's clock), and when it was last walked whole."""
    row = sql.first(connection, "SELECT watermark, last_full_scan FROM sync_cursor WHERE table_slug = ?", (slug,))
    return (row[0], row[1]) if row else (None, None)


def set_watermark(connection: Connection, slug: str, at: str | None, walked_at: str | None) -> None:
    """Advances a table's cursor to a moment of the remote's clock; `walked_at` (our clock) where it was walked whole."""
    sql.run(
        connection,
        "INSERT INTO sync_cursor (table_slug, watermark, last_full_scan) VALUES (?, ?, ?) ON CONFLICT (table_slug) "
        "DO UPDATE SET watermark = max(coalesce(watermark, ''), coalesce(excluded.watermark, watermark)), "
        "last_full_scan = coalesce(excluded.last_full_scan, last_full_scan)",
        (slug, at, walked_at),
    )


def walk_again(connection: Connection, slug: str | None = None) -> None:
    """Every table, or one, is walked whole next time: changes may have been missed."""
    sql.run(connection, "UPDATE sync_cursor SET last_full_scan = NULL WHERE ?1 IS NULL OR table_slug = ?1", (slug,))
