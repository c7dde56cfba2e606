"""What is done with many prospects at once: one step to undo. Thousands are written in parts, between which others write."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.domain.words import named, tr, within
from journeydesk.services.commands.base import Action, start_action
from journeydesk.services.commands.long_steps import Progress, start_long_action
from journeydesk.services.commands.prospects import edit_within, interaction_values, log_within, move_within, stage_named
from journeydesk.services.context import Context
from journeydesk.services.queries.names import counted, name_of
from journeydesk.storage.records import records

AT_ONCE = 200
"""So many are one transaction; more are for a thread beside the window."""

_Work = Callable[[Action, Sequence[RecordId]], None]


def _quiet(_done: int, _all: int) -> None:
    return None


def bulk_edit(
    context: Context, prospects: Sequence[RecordId], values: Mapping[str, Stored], label: str, progress: Progress = _quiet
) -> None:
    """Writes the same fields of many prospects. What `progress` raises takes back what was written."""
    write_many(context, prospects, label, progress, lambda action, part: edit_within(context, action, part, values))


def assign(context: Context, prospects: Sequence[RecordId], owner: str | None, progress: Progress = _quiet) -> None:
    """Gives prospects to a rep, or to nobody."""
    label = tr("Assigned {whom} to {owner}", whom=_whom(context, prospects), owner=owner or tr("nobody"))
    bulk_edit(context, prospects, {"owner": owner}, label, progress)


def set_follow_up(context: Context, prospects: Sequence[RecordId], day: date | None, progress: Progress = _quiet) -> None:
    """Plans the next follow-up."""
    stored = day.isoformat() if day else None
    bulk_edit(
        context,
        prospects,
        {"next_follow_up": stored},
        tr("Set the follow-up of {whom}", whom=_whom(context, prospects)),
        progress,
    )


def set_stage(context: Context, prospects: Sequence[RecordId], journey: str, stage: str, progress: Progress = _quiet) -> None:
    """Moves prospects in a journey by hand. Raises UserError for an unknown journey or stage."""
    name, target = stage_named(context, journey, stage)
    label = tr("Moved {whom} to {short}", whom=_whom(context, prospects), short=target.short)
    write_many(context, prospects, label, progress, lambda action, part: move_within(context, action, part, name, target))


def delete_prospects(context: Context, prospects: Sequence[RecordId], progress: Progress = _quiet) -> None:
    """Deletes prospects; sync deletes them in the remote, undo brings them back."""
    write_many(context, prospects, tr("Deleted {whom}", whom=_whom(context, prospects)), progress, _delete)


def _delete(action: Action, prospects: Sequence[RecordId]) -> None:
    for prospect in prospects:
        action.changed(records.set_deleted(action.connection, "prospects", prospect, True, action.author))
        action.prospects.add(prospect)
    action.kinds.add("positions")


def write_many(context: Context, prospects: Sequence[RecordId], label: str, progress: Progress, work: _Work) -> None:
    if len(prospects) <= AT_ONCE:
        with start_action(context, label) as action:
            work(action, prospects)
        progress(len(prospects), len(prospects))
        return
    with start_long_action(context, label, "user") as long:
        done = 0
        while done < len(prospects):
            part = prospects[done : done + long.pace.rows]
            with long.part(len(part)) as action:
                work(action, part)
            done += len(part)
            progress(done, len(prospects))


def log_with_all(context: Context, prospects: Sequence[RecordId], type: str, summary: str, progress: Progress = _quiet) -> None:
    """Logs the same meeting or note with each of these. Raises ValueRefused for a wrong value."""
    label = tr("Logged a {type} with {whom}", type=within(named(type)), whom=_whom(context, prospects))
    values = interaction_values(context, type, summary)
    write_many(context, prospects, label, progress, lambda action, part: log_within(context, action, part, values))


def _whom(context: Context, prospects: Sequence[RecordId]) -> str:
    """The name of one, else how many."""
    return (name_of(context, prospects[0]) if len(prospects) == 1 else None) or counted(len(prospects))
