"""Undo and redo of any user action, also after it was sent: the inverse is an edit like any other."""

from collections.abc import Callable, Sequence

from journeydesk.domain.ids import RecordId
from journeydesk.services.changes import Change
from journeydesk.services.commands.long_steps import Progress, turn
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_few, evaluate_now_or_soon, follow_settings
from journeydesk.services.workspace.settings import is_to_evaluate, refresh
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.mutes import muted_for
from journeydesk.storage.records import undo as journal
from journeydesk.storage.records.long_steps import Phase
from journeydesk.storage.records.lookup import prospects_of
from journeydesk.storage.records.records import FieldChange
from journeydesk.storage.records.undo import UndoStep


def undo(
    context: Context, only: str | None = None, following: bool = True, progress: Progress = lambda _done, _all: None
) -> str | None:
    """Takes the last action back; its label, or None where there is none, or where it is another one than `only` by its label.

    Where that changes the team's settings everybody follows at once, if they are few; the window leaves that to `follow`.
    """

    def last_step_of_that_label(connection: Connection) -> UndoStep | None:
        step = journal.last_done(connection)
        return None if step is None or (only is not None and step.label != only) else step

    return _apply(context, last_step_of_that_label, Phase.UNDOING, following, progress)


def redo(context: Context, following: bool = True, progress: Progress = lambda _done, _all: None) -> str | None:
    """Does the last action that was undone again."""
    return _apply(context, journal.last_undone, Phase.REDOING, following, progress)


def _apply(
    context: Context, find: Callable[[Connection], UndoStep | None], phase: Phase, following: bool, progress: Progress
) -> str | None:
    with context.database.write() as connection:
        step = find(connection)
        if step is None:
            return None
        if not step.in_parts:
            (journal.take_back if phase is Phase.UNDOING else journal.do_again)(connection, step, context.author("undo"))
            refresh(context, connection)
            prospects = evaluate_changes(context, connection, step.changes)
    if step.in_parts:
        return _turn(context, step, phase, progress)
    if following:
        follow_settings(context)
    kinds = {field.table for field in step.changes} | {"sync", "positions"}
    if any((change.table, change.field) == ("prospects", "deleted") for change in step.changes):
        kinds |= {"messages", "mail", "proposals", "money", "drafts"}
    context.publish(Change(frozenset(kinds), frozenset(prospects) or None))
    return step.label


def _turn(context: Context, step: UndoStep, phase: Phase, progress: Progress) -> str:
    prospects = turn(context, step.id, phase, progress)
    context.publish(
        Change(frozenset({"prospects", "interactions", "tasks", "events", "positions", "sync", "messages", "mail"}))
    )
    evaluate_few(context, prospects)
    return step.label


def is_long(context: Context, again: bool = False) -> bool:
    """Whether the step that undo would take back, or redo do `again`, takes seconds: not for the thread of the window."""
    with context.database.read() as connection:
        step = (journal.last_undone if again else journal.last_done)(connection)
    return step is not None and step.in_parts


def last_step(context: Context) -> tuple[int, str] | None:
    """The number and label of the step that undo would take back; None where there is none."""
    with context.database.read() as connection:
        step = journal.last_done(connection)
    return (step.id, step.label) if step else None


def next_redo(context: Context) -> str | None:
    """The label of the step that redo would do again; None where there is none."""
    with context.database.read() as connection:
        step = journal.last_undone(connection)
    return step.label if step else None


def follow(context: Context) -> None:
    """After an undo without it: everybody follows changed settings, if they are few. For a thread other than the window's."""
    with context.database.read() as connection:
        pending = is_to_evaluate(connection)
    if pending:
        follow_settings(context)
        context.publish(Change(frozenset({"prospects", "positions", "alerts", "tasks", "sync"})))


def evaluate_changes(context: Context, connection: Connection, changes: Sequence[FieldChange]) -> set[RecordId]:
    """Those whom changes touch, asked about by the rules now or soon."""
    prospects = {change.record for change in changes if change.table == "prospects"}
    came_or_went = [change.record for change in changes if (change.table, change.field) == ("prospects", "deleted")]
    if came_or_went:
        # Imported where a merge may be meant: it brings the rules, for which no start waits.
        from journeydesk.services.payments.links import follow_merges
        from journeydesk.storage.records import local_rows

        prospects |= follow_merges(context, connection, came_or_went)
        local_rows.follow_merges(connection, came_or_went)
    for table in ("events", "interactions", "tasks"):
        records = list(dict.fromkeys(change.record for change in changes if change.table == table))
        prospects.update(prospects_of(connection, table, records))
    for change in changes:
        if change.table == "settings" and (muted := muted_for(connection, change.record)) is not None:
            prospects.add(muted)
    if any((change.table, change.field) == ("interactions", "deleted") for change in changes):
        # Imported where it is needed, so that no start pays for it.
        from journeydesk.storage.mail.messages import follow_interactions

        follow_interactions(connection)
    evaluate_now_or_soon(context, connection, sorted(prospects))
    return prospects
