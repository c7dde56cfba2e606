"""What is known of a prospect that was deleted."""

from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_of
from journeydesk.services.context import Context
from journeydesk.services.rows.detail import DeletedProspect
from journeydesk.storage.records import deleted


def deleted_with_key(context: Context, key: str) -> RecordId | None:
    """The prospect with this Application ID where it was deleted and can still be shown."""
    with context.database.read() as connection:
        return deleted.with_key(connection, key)


def deleted_prospect(context: Context, prospect: RecordId) -> DeletedProspect | None:
    """Who was deleted, by whom and when; None where they live, or where nothing is kept of them."""
    with context.database.read() as connection:
        kept = deleted.deleted_prospect(connection, prospect)
    if kept is None:
        return None
    return DeletedProspect(
        prospect, kept.name, kept.by or "", kept.remote or "", moment_of(kept.at) if kept.at else None, kept.tasks, kept.logs
    )
