"""The list views that a person saved; what a view holds is JSON that only `services.queries.prospects` reads and writes."""

from dataclasses import dataclass

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class StoredView:
    """One saved view; `view` is JSON."""

    id: int
    name: str
    view: str


def saved_views(connection: Connection) -> list[StoredView]:
    """Every saved view in its place."""
    return sql.typed(connection, StoredView, "SELECT id, name, view FROM saved_view ORDER BY place, id")


def put_view(connection: Connection, name: str, view: str) -> int:
    """Keeps a view at the end, instead of one of the same name; returns its id."""
    sql.run(connection, "DELETE FROM saved_view WHERE name = ?", (name,))
    return sql.run(
        connection,
        "INSERT INTO saved_view (name, view, place) VALUES (?, ?, (SELECT coalesce(max(place), 0) + 1 FROM saved_view))",
        (name, view),
    )
