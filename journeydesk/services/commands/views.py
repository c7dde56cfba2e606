"""Saved views: named filters with their sort, columns and density."""

import json
from collections.abc import Sequence

from journeydesk.domain.errors import UserError
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.queries.prospects import view_to_json
from journeydesk.services.rows import ListView
from journeydesk.storage.lists import saved_views


def save_view(context: Context, name: str, view: ListView, columns: Sequence[str] = (), density: str = "comfortable") -> int:
    """Keeps a view under a name; an existing one of that name is replaced."""
    if not name.strip():
        raise UserError("Give the view a name.")
    with context.database.write() as connection:
        identifier = saved_views.put_view(connection, name.strip(), view_to_json(view), json.dumps(list(columns)), density)
    context.publish(Change(frozenset({"views"})))
    return identifier


def delete_view(context: Context, identifier: int) -> None:
    """Forgets a saved view; the prospects in it stay."""
    with context.database.write() as connection:
        saved_views.drop_view(connection, identifier)
    context.publish(Change(frozenset({"views"})))
