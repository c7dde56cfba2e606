"""Saved views: named filters with their sort."""

from journeydesk.domain.errors import UserError
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.queries.prospects import view_to_json
from journeydesk.services.rows.prospects import ListView
from journeydesk.storage.lists.saved_views import put_view


def save_view(context: Context, name: str, view: ListView) -> int:
    """Keeps a view under a name and returns its id; an existing one of that name is replaced. Raises UserError without a name."""
    if not name.strip():
        raise UserError("Give the view a name.")
    with context.database.write() as connection:
        identifier = put_view(connection, name.strip(), view_to_json(view))
    context.publish(Change(frozenset({"views"})))
    return identifier
