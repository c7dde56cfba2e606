"""Taking back what happened by itself."""

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.commands.base import start_action
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.storage.records import records, undo
from journeydesk.storage.team import automation_log, taken_back


def take_back(context: Context, run: int) -> str:
    """Takes back one run as one step: tasks that it made, fields that it set and nobody changed since. Returns its words.

    It does not run again for the same cause, here or on another machine. Raises UserError where it was taken back before.
    """
    with start_action(context, "") as action:
        run_entry = automation_log.one_run(action.connection, run)
        if run_entry is None or run_entry.undone_at is not None:
            raise UserError(tr("This was taken back already."))
        action.label = tr("Took back: {words}", words=run_entry.words)
        step = undo.UndoStep(0, action.label, run_entry.changes)
        action.changed(undo.take_back(action.connection, step, action.author))
        key = records.key_of(action.connection, "prospects", RecordId(run_entry.prospect))
        if key is not None:
            marked = taken_back.remember(action.connection, key, run_entry.rule, run_entry.cause, action.author)
            action.changed(marked)
        automation_log.set_undone(action.connection, run, action.author.at)
        action.prospects.add(RecordId(run_entry.prospect))
        evaluate_within(context, action.connection, [run_entry.prospect])
    return run_entry.words
