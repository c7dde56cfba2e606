"""The list views that a person saved, and what was changed of those that every workspace begins with (negative ids). What a view and
its columns hold is JSON that only `services.queries.views` and `domain.list_layout` read."""

import json

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

SLUG = "views"
"""What the undo journal calls them."""

AS_BEFORE = -1
"""The place of a built-in view that stands where it always did."""


@dataclass(frozen=True, slots=True)
class StoredView:
    """One view; `name` and `view` are None where a built-in one is as it came, `columns` where nobody chose them."""

    id: int
    name: str | None
    view: str | None
    columns: str | None
    place: int | None

    @property
    def is_put_away(self) -> bool:
        """Whether it is a built-in view that was deleted."""
        return self.place is None


_SELECT = "SELECT id, name, view, columns, place FROM saved_view"


def saved_views(connection: Connection) -> list[StoredView]:
    """Every view that is kept, in its place."""
    return sql.typed(connection, StoredView, f"{_SELECT} ORDER BY place, id")


def saved_view(connection: Connection, identifier: int) -> StoredView | None:
    """One view that is kept."""
    return sql.first_typed(connection, StoredView, f"{_SELECT} WHERE id = ?", (identifier,))


def view_named(connection: Connection, name: str) -> int | None:
    """The view of this name, whatever the case, that somebody saved."""
    for view in saved_views(connection):
        if view.name is not None and view.name.casefold() == name.casefold() and not view.is_put_away:
            return view.id
    return None


def put_view(connection: Connection, view: StoredView) -> None:
    """Keeps a view as it is given."""
    sql.run(
        connection,
        "INSERT INTO saved_view (id, name, view, columns, place) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name, view = excluded.view, columns = excluded.columns, "
        "place = excluded.place",
        (view.id, view.name, view.view, view.columns, view.place),
    )


def next_view(connection: Connection) -> tuple[int, int]:
    """The id and the place of a further view. An id is not used again while undo may bring back its view."""
    taken = sql.scalar(connection, "SELECT max(id) FROM saved_view") or 0
    place = sql.scalar(connection, "SELECT max(place) FROM saved_view") or 0
    journalled = sql.scalar(
        connection,
        "SELECT max(json_extract(c.value, '$[1]')) FROM undo_entry, json_each(undo_entry.changes) c "
        "WHERE json_extract(c.value, '$[0]') = ?",
        (SLUG,),
    )
    return max(int(taken), int(journalled or 0), 0) + 1, max(int(place), 0) + 1


def forget_view(connection: Connection, identifier: int) -> None:
    """A view is no more."""
    sql.run(connection, "DELETE FROM saved_view WHERE id = ?", (identifier,))


def view_text(view: StoredView | None) -> str | None:
    """A view as the undo journal keeps it; None where there is none."""
    return None if view is None else json.dumps([view.name, view.view, view.columns, view.place], ensure_ascii=False)


def restore_view(connection: Connection, identifier: int, text: str | None) -> None:
    """A view as it was journalled. Columns that were chosen since stay: choosing them is no step."""
    now = saved_view(connection, identifier)
    if text is None and (identifier > 0 or now is None):
        forget_view(connection, identifier)
        return
    name, view, columns, place = json.loads(text) if text is not None else (None, None, None, AS_BEFORE)
    put_view(connection, StoredView(identifier, name, view, columns if now is None else now.columns, place))
