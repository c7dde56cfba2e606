"""What a person does with lines of today's list, one or many at once: finish, take back, postpone. Each is one step to undo."""

from collections.abc import Sequence
from datetime import date

from journeydesk.domain.due import Due
from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_text
from journeydesk.domain.values import Stored
from journeydesk.domain.words import figure, tr
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.commands.base import Action, start_action
from journeydesk.services.commands.tasks import ask_rules
from journeydesk.services.context import Context
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.storage.lists.prospect_page import open_state
from journeydesk.storage.records import records
from journeydesk.storage.records.labels import record_label


def finish_lines(context: Context, lines: Sequence[AgendaLine]) -> str:
    """Tasks are done now; a follow-up is, too, and its date is free for the next. Lines that are no such thing are left alone."""
    affected = [line for line in lines if line.kind in ("task", "follow_up") and not line.done]
    label = _label(tr("Finished"), affected)
    with start_action(context, label) as action:
        for line in affected:
            if line.kind == "task":
                _write(action, "tasks", line.id, {"done_at": context.now()})
                _move_follow_up(action, line, None)
            else:
                _write(action, "prospects", line.id, {"next_follow_up": None})
            _touch(action, line)
        ask_rules(context, action)
    return label


def reopen_lines(context: Context, lines: Sequence[AgendaLine]) -> str:
    """Finished tasks are not done after all."""
    affected = [line for line in lines if line.kind == "task" and line.done]
    label = _label(tr("Reopened"), affected)
    with start_action(context, label) as action:
        for line in affected:
            _write(action, "tasks", line.id, {"done_at": None})
            _touch(action, line)
        ask_rules(context, action)
    return label


def postpone_lines(context: Context, lines: Sequence[AgendaLine], typed: str) -> tuple[Due, str]:
    """Moves all of them to another time in plain words, counted from now. A follow-up takes the day; a task that had an hour keeps it
    where none is said. Raises ValueRefused."""
    due = understand_due(context, typed, tr("Until when"))
    affected = [line for line in lines if line.kind not in ("draft", "meeting") and not line.done]
    label = _label(tr("Postponed"), affected)
    with start_action(context, label) as action:
        for line in affected:
            if line.kind == "task":
                _write(action, "tasks", line.id, {"due": _moment(context, line, due)})
                _move_follow_up(action, line, due.day)
            else:
                _write(action, "prospects", line.id, {"next_follow_up": due.day.isoformat()})
            _touch(action, line)
        ask_rules(context, action)
    return due, label


def delete_lines(context: Context, lines: Sequence[AgendaLine]) -> str:
    """Takes tasks away; undo brings them back."""
    affected = [line for line in lines if line.kind == "task"]
    label = _label(tr("Deleted"), affected)
    with start_action(context, label) as action:
        for line in affected:
            action.changed(records.set_deleted(action.connection, "tasks", line.id, True, action.author))
            _touch(action, line)
        ask_rules(context, action)
    return label


def _moment(context: Context, line: AgendaLine, due: Due) -> str:
    calendar, zone = context.settings.calendar, context.settings.time_zone
    if due.moment is None and line.at is not None:
        local = line.at.astimezone(zone)
        return moment_text(local.replace(year=due.day.year, month=due.day.month, day=due.day.day))
    return moment_text(due.instant(calendar.hour, zone))


def _move_follow_up(action: Action, line: AgendaLine, day: date | None) -> None:
    """The follow-up of the task's own day is the same thing to do, so it goes along."""
    if line.prospect is None or line.day is None:
        return
    state = open_state(action.connection, line.prospect)
    if state is not None and state.next_follow_up == line.day.isoformat():
        _write(action, "prospects", line.prospect, {"next_follow_up": day.isoformat() if day else None})


def _write(action: Action, slug: str, record: RecordId, values: dict[str, Stored]) -> None:
    label = record_label(action.connection, slug, record)
    if label is not None and not label.deleted:
        action.update(slug, record, values)


def _touch(action: Action, line: AgendaLine) -> None:
    if line.prospect is not None:
        action.prospects.add(line.prospect)


def _label(verb: str, lines: Sequence[AgendaLine]) -> str:
    if len(lines) != 1:
        return tr("{verb} {count} lines", verb=verb, count=figure(len(lines)))
    line = lines[0]
    return f"{verb} “{line.title}”" + (
        tr(" with {company}", company=line.company or line.contact) if line.company or line.contact else ""
    )
