"""The list of what was done here: everything since a change taken back at once, or that change alone."""

from collections.abc import Callable
from datetime import datetime

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.base import Action, refuse_computed
from journeydesk.services.commands.undoing import evaluate_changes, last_step, redo, undo
from journeydesk.services.context import Context
from journeydesk.services.rows.detail import TimelineEntry
from journeydesk.services.workspace.settings import refresh
from journeydesk.storage.records import journal_lines
from journeydesk.storage.records import undo as journal
from journeydesk.storage.records.undo import KEPT_DAYS as KEPT_DAYS

_GONE = tr("This change was undone already, or is too old to be undone.")


@dataclass(frozen=True, slots=True)
class LastChange:
    """One step of undo: its label in words, who did it and when; an undone one can be done again."""

    id: int
    at: datetime
    actor: str
    label: str
    undone: bool


def last_changes(context: Context, limit: int, before: int | None = None) -> list[LastChange]:
    """What was done here, newest first, with what is undone and can be done again; only what is older than the step `before` where one
    is given."""
    with context.database.read() as connection:
        lines = journal_lines.lines(connection, limit, before)
    return [LastChange(line.id, moment_of(line.at), line.actor, line.label, line.undone) for line in lines]


def undo_back_to(context: Context, step: int) -> list[str]:
    """Takes everything back, newest first, up to and with a step; the labels of what was. Raises UserError where it is undone or
    forgotten already."""
    with context.database.read() as connection:
        if journal.step_numbered(connection, step) is None:
            raise UserError(_GONE)
    return _repeat(context, undo, lambda: (found := last_step(context)) is not None and found[0] >= step)


def redo_up_to(context: Context, step: int) -> list[str]:
    """Does again what was undone, oldest first, up to and with a step; the labels of what was."""

    def is_before() -> bool:
        with context.database.read() as connection:
            found = journal.last_undone(connection)
        return found is not None and found.id <= step

    return _repeat(context, redo, is_before)


def _repeat(context: Context, command: Callable[..., str | None], goes_on: Callable[[], bool]) -> list[str]:
    labels: list[str] = []
    while goes_on() and (label := command(context, following=False)) is not None:
        labels.append(label)
    return labels


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A step that was taken back alone; `stayed` counts its fields that were changed since and stay as they are."""

    label: str
    stayed: int


def step_of_entry(context: Context, entry: TimelineEntry) -> int | None:
    """The step that wrote a line of a timeline, the log that was added or the stage that was set, and that can be taken back alone; None
    where it was not done here, is undone or forgotten, or where what was done to others would go with it."""
    number = int(entry.id[1:])
    with context.database.read() as connection:
        if entry.group == "interactions":
            table, step = "interactions", journal_lines.step_that_added(connection, "interactions", RecordId(number))
        elif entry.group == "stages":
            table, step = "events", journal_lines.step_that_moved(connection, number)
        else:
            return None
        found = None if step is None else journal.step_numbered(connection, step)
    if found is None or not journal_lines.can_go_alone(found):
        return None
    added = sum(change.table == table and change.field == "deleted" for change in found.changes)
    return step if added == 1 else None


def can_take_back_alone(context: Context, step: int) -> bool:
    """Whether a step may be taken back while what was done after it stays."""
    with context.database.read() as connection:
        found = journal.step_numbered(connection, step)
    return found is not None and journal_lines.can_go_alone(found)


def take_back_alone(context: Context, step: int, *, even_built_on: bool = False) -> TakenBack:
    """Takes one step back and leaves what came after it: a step of its own, undoable in turn. What was changed since stays.

    Raises UserError where it cannot go alone, unless it may though later steps are `even_built_on` it, or nothing of it is left to be
    taken back.
    """
    with context.database.write() as connection:
        found = journal.step_numbered(connection, step)
        if found is None:
            raise UserError(_GONE)
        if not even_built_on and not journal_lines.can_go_alone(found):
            raise UserError(tr("“{label}” can only be undone with everything after it.", label=found.label))
        action = Action(connection, context.author(), tr("Took back: {label}", label=found.label))
        action.changed(journal.apply_inverse(connection, found.changes, action.author))
        if not action.changes:
            raise UserError(tr("Everything that “{label}” wrote was changed since; nothing was taken back.", label=found.label))
        refuse_computed(action)
        journal.record_step(connection, action.label, action.changes, action.author)
        refresh(context, connection)
        prospects = evaluate_changes(context, connection, action.changes)
    context.publish(Change(frozenset(action.kinds | {"sync", "positions"}), frozenset(prospects) or None))
    return TakenBack(found.label, len(found.changes) - len(action.changes))
