"""What undo would take back now."""

from journeydesk.services.context import Context
from journeydesk.storage.records.undo import last_done


def last_step(context: Context) -> tuple[int, str] | None:
    """The number and label of the step that undo would take back, or None where there is none."""
    with context.database.read() as connection:
        step = last_done(connection)
    return (step.id, step.label) if step else None
