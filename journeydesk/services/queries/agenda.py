"""Today's list with tasks and follow-ups together, and a prospect's own tasks."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from journeydesk.domain.due import Due
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import start_of
from journeydesk.domain.words import tr
from journeydesk.services.calendar.agenda import meeting_lines
from journeydesk.services.calls.drafts import open_drafts
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import touch_words
from journeydesk.services.queries.next_steps import without_next_step
from journeydesk.services.queries.tasks import MOST, TaskLine, task_lines, todays_list
from journeydesk.services.rows.agenda import Agenda, AgendaLine
from journeydesk.storage.lists import next_steps, task_list
from journeydesk.storage.lists.next_steps import FollowUpRow

UPCOMING_DAYS = 14
_DONE_DAYS = 30


def agenda(context: Context, owner: str | None = None, known: Iterable[AgendaLine] = ()) -> Agenda:
    """The list of one owner, or of everybody; days are those of the team's zone. Each part has at most 500 follow-ups and
    as many tasks. Follow-ups that are among `known` lines, read today of prospects that nobody changed since, are not read again."""
    today = context.today()
    tasks = todays_list(context, owner)
    ahead, behind = (today + timedelta(days=step) for step in (1, -1))
    spans = (("", behind), (today, today), (ahead, today + timedelta(days=UPCOMING_DAYS)))
    with context.database.read() as connection:
        meetings = meeting_lines(context, connection, UPCOMING_DAYS) if owner in (None, context.actor) else []
        due = [each for first, last in spans for each in next_steps.follow_ups(connection, owner, str(first), str(last), MOST)]
        before = {(line.id, line.day.isoformat()): line for line in known if line.kind == "follow_up" and line.day}
        rows = next_steps.follow_up_rows(connection, [each[0] for each in due if each not in before])
    zone = context.settings.time_zone
    dated = (*tasks.overdue, *tasks.today, *tasks.upcoming)
    # The day of a task with an hour is the follow-up's, too (`commands.next_steps`); it is one thing to do.
    tasked = {(task.prospect, task.due.astimezone(zone).date().isoformat()) for task in dated if task.due}
    follow_ups = [before.get(each) or _of_follow_up(context, rows[each[0]], today) for each in due if each not in tasked]
    hour = context.settings.calendar.hour

    def merged(lines: Iterable[TaskLine], others: Iterable[AgendaLine]) -> tuple[AgendaLine, ...]:
        def when(line: AgendaLine) -> tuple[str, int, int]:
            local = line.at.astimezone(zone) if line.at else None
            minutes = local.hour * 60 + local.minute if local else hour * 60
            return (line.day.isoformat() if line.day else "9"), minutes, line.id

        return tuple(sorted([*(_of_task(context, task) for task in lines), *others], key=when))

    overdue = merged(tasks.overdue, (line for line in follow_ups if line.day and line.day < today))
    late = {line.prospect for line in overdue}
    missing = tuple(
        AgendaLine(
            "step", spoken_to.prospect, tr("Say what comes next"),
            context.words.shown("interactions", "outcome", spoken_to.outcome), None, None, False, True, spoken_to.owner,
            spoken_to.prospect, spoken_to.company, spoken_to.contact,
        )
        for spoken_to in without_next_step(context, owner)
        # Who has something late stands below with it.
        if spoken_to.prospect not in late
    )  # fmt: skip
    return Agenda(
        begun=_begun(context) if owner in (None, context.actor) else (),
        overdue=overdue,
        today=merged(tasks.today, (line for line in (*follow_ups, *meetings) if line.day == today)),
        upcoming=merged(tasks.upcoming, (line for line in (*follow_ups, *meetings) if line.day and line.day > today)),
        undated=merged(tasks.later, ()),
        without_step=missing,
        done=tuple(_of_task(context, task) for task in tasks.done),
    )


def _of_follow_up(context: Context, row: FollowUpRow, today: date) -> AgendaLine:
    return AgendaLine(
        kind="follow_up",
        id=row.id,
        title=tr("Follow up"),
        detail=touch_words(context, row.last_touch_type, row.last_touch_outcome),
        day=date.fromisoformat(row.next_follow_up),
        at=None,
        done=False,
        late=row.next_follow_up < today.isoformat(),
        owner=row.owner or "",
        prospect=row.id,
        company=row.company or "",
        contact=row.contact_name or "",
        pending=bool(row.touched),
    )


def _begun(context: Context) -> tuple[AgendaLine, ...]:
    """Logs that were begun on this computer, which is one's own, whoever owns the prospect."""
    return tuple(
        AgendaLine(
            "draft", draft.prospect, tr("Not logged yet"), draft.words, None, None, False, False, draft.owner, draft.prospect,
            draft.company, draft.contact,
        )
        for draft in open_drafts(context)
    )  # fmt: skip


def tasks_of(context: Context, prospect: RecordId) -> list[AgendaLine]:
    """A prospect's tasks: the open ones by when they are due, then those done in the last 30 days, the newest first."""
    since = start_of(context.today() - timedelta(days=_DONE_DAYS), context.settings.time_zone)
    with context.database.read() as connection:
        rows = task_list.tasks_of(connection, prospect, since)
    return [_of_task(context, task) for task in task_lines(context, rows)]


def _of_task(context: Context, task: TaskLine) -> AgendaLine:
    local = task.due.astimezone(context.settings.time_zone) if task.due else None
    timed = local is not None and (local.hour, local.minute) != (context.settings.calendar.hour, 0)
    late = task.done_at is None and local is not None and (task.overdue if timed else local.date() < context.today())
    return AgendaLine(
        kind="task",
        id=task.id,
        title=task.title,
        detail=context.words.shown("tasks", "kind", task.kind),
        task_kind=task.kind,
        day=local.date() if local else None,
        at=task.due if timed else None,
        done=task.done_at is not None,
        late=late,
        owner=task.owner,
        prospect=task.prospect,
        company=task.company,
        contact=task.contact,
        pending=task.pending,
        lost=task.lost,
    )


def understand_task(context: Context, typed: str) -> tuple[str, Due]:
    """What is to be done and when, out of one line: `send the offer fri 14:30`. Raises ValueRefused."""
    words = typed.split()
    if not words:
        raise ValueRefused("Task", tr("Say what is to be done and when, such as “send the offer fri 14:30”."))
    for place in range(len(words)):
        try:
            due = understand_due(context, " ".join(words[place:]))
        except ValueRefused:
            continue
        if place == 0:
            raise ValueRefused("Task", tr("Say what is to be done before “{typed}”.", typed=typed.strip()))
        return " ".join(words[:place]), due
    # What is said of the last words is nearest to what was meant.
    understand_due(context, " ".join(words[-2:]) if len(words) > 2 else words[-1])
    raise ValueRefused("Task", tr("Say when, such as fri 14:30 or 3d."))


def task_text(context: Context, line: AgendaLine) -> str:
    """A task as it would be typed, for editing it."""
    if line.day is None:
        return line.title
    if line.at is None:
        return f"{line.title} {line.day.isoformat()}"
    return f"{line.title} {_local(context, line.at)}"


def _local(context: Context, at: datetime) -> str:
    return f"{at.astimezone(context.settings.time_zone):%Y-%m-%d %H:%M}"
