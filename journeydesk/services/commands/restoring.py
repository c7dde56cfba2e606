"""Bringing back who was deleted, whoever deleted them and however long ago their tombstone is kept."""

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.commands.base import start_action
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.storage.records import tombstones
from journeydesk.storage.records.deleted import deleted_prospect


def restore_prospect(context: Context, prospect: RecordId) -> str:
    """Brings a deleted prospect back, and to them what stood with their name; one step to undo. Where a remote has deleted them, too,
    they are created there again. Returns what was done. Raises UserError where nothing is kept of them."""
    with start_action(context, "") as action:
        kept = deleted_prospect(action.connection, prospect)
        if kept is None:
            raise UserError(tr("There is nothing to restore: the prospect was not deleted, or its record is no longer kept."))
        action.label = tr("Restored {name}", name=kept.name)
        action.changed(tombstones.restore(action.connection, "prospects", prospect, action.author))
        action.prospects.add(prospect)
        evaluate_within(context, action.connection, [prospect])
        action.kinds |= {"positions", "tasks", "interactions", "alerts"}
    return action.label
