"""Taking back what happened by itself."""

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.base import action
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import evaluate_within
from journeydesk.storage.records import records, undo
from journeydesk.storage.team import automation_log, taken_back


def take_back(context: Context, run: int) -> str:
    """Takes back one run as one step: tasks that it made, fields that it set and nobody changed since. Returns its words.

    It does not run again for the same cause, here or on another machine. Raises UserError where it was taken back before.
    """
    with action(context, "") as doing:
        found = automation_log.one_run(doing.connection, run)
        if found is None or found.undone_at is not None:
            raise UserError("This was taken back already.")
        doing.label = f"Took back: {found.words}"
        step = undo.UndoStep(0, doing.label, found.changes)
        doing.changed(undo.take_back(doing.connection, step, doing.author))
        row = records.get(doing.connection, "prospects", RecordId(found.prospect))
        if row is not None:
            marked = taken_back.remember(doing.connection, str(row["key"]), found.rule, found.cause, doing.author)
            doing.changed(marked)
        automation_log.set_undone(doing.connection, run, doing.author.at)
        doing.prospects.add(RecordId(found.prospect))
        evaluate_within(context, doing.connection, [found.prospect])
    return found.words
