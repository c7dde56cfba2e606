"""The list views that were saved under a name; what a view holds is the caller's JSON."""

from dataclasses import dataclass

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class ViewRow:
    """One saved view; `view` and `columns` are JSON."""

    id: int
    name: str
    view: str
    columns: str | None
    density: str | None


def put_view(connection: Connection, name: str, view: str, columns: str, density: str) -> int:
    """Saves a view behind the others, in the place of one of the same name; returns its number."""
    sql.run(connection, "DELETE FROM saved_view WHERE name = ?", (name,))
    return sql.run(
        connection,
        "INSERT INTO saved_view (name, view, columns, density, place) "
        "VALUES (?, ?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM saved_view))",
        (name, view, columns, density),
    )


def drop_view(connection: Connection, identifier: int) -> None:
    """Forgets a saved view."""
    sql.run(connection, "DELETE FROM saved_view WHERE id = ?", (identifier,))


def views(connection: Connection) -> list[ViewRow]:
    """Every saved view, in the order in which they were saved."""
    return sql.typed(connection, ViewRow, "SELECT id, name, view, columns, density FROM saved_view ORDER BY place, id")
