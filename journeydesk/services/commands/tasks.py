"""What a person does with tasks: add, edit, finish, postpone."""

from collections.abc import Sequence
from datetime import datetime, time

from journeydesk.domain.catalogue import TASKS
from journeydesk.domain.due import Due
from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId, uuid7
from journeydesk.domain.time import moment_text
from journeydesk.domain.values import Stored
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.commands.base import Action, start_action
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.storage.lists import task_list

KINDS: tuple[str, ...] = TASKS.by_slug["kind"].choices
_MOST_TITLE = 500


def add_task(
    context: Context, prospect: RecordId | None, title: str, due: str, *, kind: str = "Follow-up", owner: str | None = None
) -> RecordId:
    """Adds a task, due in plain words (`fri 14:30`, `3d`); without an owner it is one's own. Raises ValueRefused."""
    check_title(title)
    choice = task_kind(context, kind)
    values = task_values(context, prospect, title, understand_due(context, due), choice, owner)
    with start_action(context, tr("Added the task “{title}”", title=title.strip())) as action:
        if prospect is not None:
            action.living(prospect)
            action.prospects.add(prospect)
        record = action.insert("tasks", values)
        ask_rules(context, action)
    return record


def task_kind(context: Context, kind: str) -> str:
    """One of our kinds of task, from our word or the team's. Raises ValueRefused."""
    choice = next((name for name in KINDS if name.casefold() == kind.strip().casefold()), None)
    choice = choice or context.words.stored("tasks", TASKS.by_slug["kind"], kind)
    if choice is None:
        raise ValueRefused("Kind", tr("Kind: “{kind}” is not a choice. Use one of {kinds}.", kind=kind, kinds=", ".join(KINDS)))
    return choice


def task_values(
    context: Context, prospect: RecordId | None, title: str, due: Due, kind: str, owner: str | None = None
) -> dict[str, Stored]:
    """A task as it is stored; without an owner it is one's own."""
    return {
        "key": f"TSK-{uuid7()}",
        "prospect": prospect,
        "title": title.strip(),
        "kind": kind,
        "due": _stored(context, due),
        "owner": owner or context.actor,
        "origin": "by hand",
    }


def plan_calls(context: Context, prospects: Sequence[RecordId], title: str) -> str:
    """A call with each of these, as a task of whoever owns them, due on the next working day at the team's hour; one step of undo.
    Returns the sentence of what was done. Raises UserError where there is nobody to call."""
    if not prospects:
        raise UserError(tr("There is nobody to call."))
    calendar, zone = context.settings.calendar, context.settings.time_zone
    day = calendar.days.add(context.today(), 1)
    due = moment_text(datetime.combine(day, time(calendar.hour), zone))
    label = tr_count("Planned {count} call", "Planned {count} calls", len(prospects))
    with start_action(context, label) as action:
        for prospect in prospects:
            values: dict[str, Stored] = {
                "key": f"TSK-{uuid7()}",
                "prospect": prospect,
                "title": title,
                "kind": "Follow-up",
                "due": due,
                "owner": action.living(prospect).owner or context.actor,
                "origin": "by hand",
            }
            action.insert("tasks", values)
            action.prospects.add(prospect)
        ask_rules(context, action)
    return label


def check_title(title: str) -> None:
    """Raises ValueRefused for a title that is empty or too long."""
    if not title.strip():
        raise ValueRefused("Title", tr("Title: say in a few words what is to be done."))
    if len(title) > _MOST_TITLE:
        raise ValueRefused(
            "Title",
            tr(
                "Title: {count} characters are too many; at most {most_title} fit.",
                count=figure(len(title)),
                most_title=_MOST_TITLE,
            ),
        )


def edit_task(context: Context, task: RecordId, title: str, due: Due) -> None:
    """Writes what is to be done, and when. Raises ValueRefused."""
    check_title(title)
    _set(context, task, tr("Edited"), {"title": title.strip(), "due": _stored(context, due)})


def finish_task(context: Context, task: RecordId) -> None:
    """Done, now."""
    _set(context, task, tr("Finished"), {"done_at": context.now()})


def postpone_task(context: Context, task: RecordId, due: str) -> datetime:
    """Moves it to another time in plain words, counted from now; returns when it is due. Raises ValueRefused."""
    when = understand_due(context, due)
    _set(context, task, tr("Postponed"), {"due": _stored(context, when)})
    return when.instant(context.settings.calendar.hour, context.settings.time_zone)


def _stored(context: Context, due: Due) -> str:
    return moment_text(due.instant(context.settings.calendar.hour, context.settings.time_zone))


def _set(context: Context, task: RecordId, verb: str, values: dict[str, Stored]) -> None:
    with start_action(context, "") as action:
        title = _title(action, task)
        action.label = tr("{verb} the task “{title}”", verb=verb, title=title)
        action.update("tasks", task, values)
        ask_rules(context, action)


def ask_rules(context: Context, action: Action) -> None:
    """A next step pauses the clock of its prospect's stage (docs/rules.md, "Rotting")."""
    if action.prospects:
        evaluate_within(context, action.connection, sorted(action.prospects))
        action.kinds.add("alerts")


def _title(action: Action, task: RecordId) -> str:
    row = task_list.task(action.connection, task)
    if row is None:
        raise UserError(tr("The task is no longer there; it was deleted. Undo brings it back."))
    if row.prospect is not None:
        action.prospects.add(row.prospect)
    return row.title or row.kind or ""
