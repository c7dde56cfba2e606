"""Taking back what happened by itself."""

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.base import start_action
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import evaluate_within
from journeydesk.storage.records import records, undo
from journeydesk.storage.team import automation_log, taken_back


def take_back(context: Context, run: int) -> str:
    """Takes back one run as one step: tasks that it made, fields that it set and nobody changed since. Returns its words.

    It does not run again for the same cause, here or on another machine. Raises UserError where it was taken back before.
    """
    with start_action(context, "") as action:
        found = automation_log.one_run(action.connection, run)
        if found is None or found.undone_at is not None:
            raise UserError("This was taken back already.")
        action.label = f"Took back: {found.words}"
        step = undo.UndoStep(0, action.label, found.changes)
        action.changed(undo.take_back(action.connection, step, action.author))
        row = records.get(action.connection, "prospects", RecordId(found.prospect))
        if row is not None:
            marked = taken_back.remember(action.connection, str(row["key"]), found.rule, found.cause, action.author)
            action.changed(marked)
        automation_log.set_undone(action.connection, run, action.author.at)
        action.prospects.add(RecordId(found.prospect))
        evaluate_within(context, action.connection, [found.prospect])
    return found.words
