"""Facts about this workspace itself, by name."""

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


def get_meta(connection: Connection, key: str) -> str | None:
    """A fact of this workspace."""
    value = sql.scalar(connection, "SELECT value FROM meta WHERE key = ?", (key,))
    return None if value is None else str(value)


def set_meta(connection: Connection, key: str, value: str | None) -> None:
    """Sets a fact of this workspace; None removes it."""
    if value is None:
        sql.run(connection, "DELETE FROM meta WHERE key = ?", (key,))
    else:
        sql.run(
            connection,
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )


def change_number(connection: Connection) -> int:
    """How many writes the view that is read has seen: what was read under one number holds until the next."""
    return int(get_meta(connection, "change_number") or 0)
